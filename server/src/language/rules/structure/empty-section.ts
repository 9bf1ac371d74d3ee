import { formSections } from '../../house-styles/house-style.ts';
import { sectionKey } from '../../house-styles/section-names.ts';
import { textOf } from '../../model/front-matter/front-matter.ts';
import type { HeadingItem } from '../../model/items.ts';
import { isRole, type DocumentView, type Located, type Section } from '../../model/view.ts';
import { insertBlocks } from '../insertion.ts';
import { documentRule, type FixContext } from '../rule.ts';

export default documentRule<'empty'>({
  name: 'structure/empty-section',
  summary: 'A heading has nothing under it.',
  why: `A reader cannot tell an empty section from one that was forgotten. Where there is nothing to say, say so in words and say why; where the
house style does not ask for the section, take it out.`,
  sources: [{ title: 'Report writing guides of several councils: complete every section', certainty: 'practice' }],
  // A letter is the inspectors': the officer who files it can change nothing in it.
  types: ['committee-report', 'action-plan', 'minutes', 'agenda'],
  severity: 'warning',
  messages: { empty: 'There is nothing under “{heading}”. Write the section, or remove the heading.' },
  examples: {
    valid: [
      { title: 'Text under the heading', text: '## Next steps\n\nThe plan goes to the board on 3 June 2026.\n' },
      { title: 'Text in the section inside', text: '## Implications\n\n### Legal implications\n\nThe council must publish the plan.\n' },
      {
        title: 'Lines with a name and a value are text',
        text: '//- /example.minutes.md\n## Membership\n\nPresent: Councillor Pell (Chair)\n\n## Minutes\n\nThey were signed.\n',
      },
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
  reads: ['heading', 'content'],
  *check(context) {
    const { layout, type } = context.document;
    // On an agenda the heading of an item is often all that there is to it: “Apologies for absence”.
    if (type === 'agenda') return;
    const headings = context.items('heading');
    const written = textOf(context.frontMatter, 'title');
    const title = written === null ? null : sectionKey(written);
    for (let i = 0; i < headings.length; i++) {
      const on = headings[i]!;
      const { item } = on;
      const next = headings[i + 1];
      // "Present: …" under "Membership" is what the section says; the title may stand under the name of the committee.
      if (
        item.isTitle ||
        (title !== null && sectionKey(item.text) === title) ||
        item.form === 'field-line' ||
        (next?.item.form === 'field-line' && next.item.value) ||
        (next && (next.item.level > item.level || leadsTo(item, next.item))) ||
        !isBlankBetween(context.view, on, next)
      )
        continue;
      const form = formSections(layout).find(({ role }) => role === item.role);
      // Contact details and the like may stand in the front matter.
      if (isRole(item.role, 'contact') && context.frontMatter.fields.has('contact')) continue;
      yield {
        message: 'empty',
        data: { heading: item.text },
        on,
        span: item.text === '' ? item.span : item.textSpan,
        fixes: [...(form && form.template.trim() !== '' ? ['guidance'] : []), ...(form?.required ? [] : ['remove'])],
      };
    }
  },
});

/**
 * Whether a heading only stands over others of its own level: “Supporting documentation” over “Appendices”, “Report” over “1. The visit”.
 */
const leadsTo = (item: HeadingItem, next: HeadingItem): boolean =>
  (item.role !== null && next.role === item.role && next.text !== item.text) ||
  (item.number === null && /^(?:the )?(?:main )?(?:report|body|details?)$/i.test(item.text) && next.number?.values[0] === 1) ||
  (next.level === item.level && standsOverOthers.test(item.text));

/** A council's name over its paper; “Findings” over “Strengths” and “Areas for improvement”. */
const standsOverOthers =
  /^(?:(?:main|key|headline|audit|inspection|summary of) )?findings$|^(?:other )?implications$|\b(?:council|authority|partnership|constabulary)$|^(?:(?:london|royal|metropolitan|county) )*(?:borough|city|county|district) (?:council )?of \S.{2,40}$/i;

/** Whether nothing stands between a heading and the next one, or the end. */
function isBlankBetween({ model }: DocumentView, heading: Located<HeadingItem>, next: Located<HeadingItem> | undefined): boolean {
  const rest = heading.model.block.text.slice(heading.item.span.end, next?.index === heading.index ? next.item.span.start : undefined);
  if (rest.trim() !== '') return false;
  const end = next?.index ?? model.blocks.length;
  for (let i = heading.index + 1; i < end; i++) if (model.blocks[i]!.block.text.trim() !== '') return false;
  return !next || next.index === heading.index || next.model.block.text.slice(0, next.item.span.start).trim() === '';
}

const sectionOf = ({ view, problem }: FixContext): Section | undefined =>
  view.sections.find(({ heading }) => heading.span.start <= problem.span.start && problem.span.end <= heading.span.end);
