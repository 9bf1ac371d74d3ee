import { formSections } from '../../house-styles/house-style.ts';
import { isRole, type DocumentView, type Section } from '../../model/view.ts';
import { insertBlocks } from '../insertion.ts';
import { documentRule, type FixContext } from '../rule.ts';

export default documentRule<'empty'>({
  name: 'structure/empty-section',
  summary: 'A heading has nothing under it.',
  why: `A reader cannot tell an empty section from one that was forgotten. Where there is nothing to say, say so in words and say why; where the
house style does not ask for the section, take it out.`,
  sources: [{ title: 'Report writing guides of several councils: complete every section', certainty: 'practice' }],
  severity: 'warning',
  messages: { empty: 'There is nothing under “{heading}”. Write the section, or remove the heading.' },
  examples: {
    valid: [
      { title: 'Text under the heading', text: '## Next steps\n\nThe plan goes to the board on 3 June 2026.\n' },
      { title: 'Text in the section inside', text: '## Implications\n\n### Legal implications\n\nThe council must publish the plan.\n' },
      { title: 'A table or a list is text', text: '## Timetable\n\n| Meeting | Date |\n| --- | --- |\n| Board | 3 June 2026 |\n' },
    ],
    invalid: [
      {
        title: 'A heading followed by the next one',
        text: `## Next steps
   ^^^^^^^^^^

## Contact

Ada Marlow, 01632 960123
`,
      },
      {
        title: 'A heading at the end',
        text: `## Background

Inspectors came on 12 May 2026.

## Conclusion
   ^^^^^^^^^^
`,
      },
    ],
  },
  fixes: {
    guidance: {
      title: 'Insert what the house style starts this section with',
      safe: false,
      edits(context) {
        const section = sectionOf(context);
        const role = section?.role;
        const layout = role && formSections(context.model.context.layout).find((one) => one.role === role);
        if (!section || !layout || layout.template.trim() === '') return null;
        return { here: [insertBlocks(context.view, section.heading.base + section.heading.model.block.text.length, layout.template)] };
      },
    },
    remove: {
      title: 'Remove the heading “{heading}”',
      safe: false,
      edits(context) {
        const section = sectionOf(context);
        return section ? { here: [{ span: section.span, newText: '' }] } : null;
      },
    },
  },
  waitsForCursor: true,
  reads: ['text'],
  *check(context) {
    const { layout } = context.document;
    for (const section of context.view.sections) {
      const { item } = section.heading;
      if (item.form === 'field-line' || !isEmpty(context.view, section)) continue;
      const form = formSections(layout).find(({ role }) => role === section.role);
      // Contact details and the like may stand in the front matter.
      if (isRole(section.role, 'contact') && context.frontMatter.fields.has('contact')) continue;
      yield {
        message: 'empty', data: { heading: item.text }, on: section.heading, span: item.textSpan,
        fixes: [...(form && form.template.trim() !== '' ? ['guidance'] : []), ...(form?.required ? [] : ['remove'])],
      };
    }
  },
});

const isEmpty = (view: DocumentView, section: Section): boolean => section.body.end - section.body.start < 2000 && view.slice(section.body).trim() === '';

const sectionOf = ({ view, problem }: FixContext): Section | undefined =>
  view.sections.find(({ heading }) => heading.span.start <= problem.span.start && problem.span.end <= heading.span.end);
