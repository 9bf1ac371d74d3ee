import { formSections } from '../../house-styles/house-style.ts';
import { isRole, type DocumentView, type Section } from '../../model/view.ts';
import type { Role } from '../../model/vocabulary.ts';
import { documentRule } from '../rule.ts';

/** Sections of findings and actions come as often as there is something to list. */
const mayRepeat: readonly Role[] = [
  'priority-actions',
  'areas-for-improvement',
  'strengths',
  'actions',
  'measures',
  'progress',
  'implications',
  'agenda-items',
  'consultation',
  'decision',
];

export default documentRule<'duplicate'>({
  name: 'structure/duplicate-section',
  summary: 'Two sections have the same purpose where one is expected.',
  why: `Members who find one list of recommendations do not look for a second. Two sections of one purpose are usually left over from joining two
drafts.`,
  sources: [{ title: 'Report forms of the councils whose house styles are built in', certainty: 'practice' }],
  types: ['committee-report'],
  severity: 'warning',
  messages: { duplicate: '“{heading}” has the same purpose as “{first}” above. Join the two sections, or rename one of them.' },
  examples: {
    valid: [
      { title: 'Each section once', text: '## Background\n\nInspectors came in May.\n\n## Next steps\n\nThe plan is due in July.\n' },
      { title: 'Sections inside each other may be alike', text: '## Contact points\n\n### Contact points for this report\n\nAda Marlow\n' },
    ],
    invalid: [
      {
        title: 'Two lists of recommendations',
        text: `## Recommendations

- That the panel comments on the plan.

## Background

Inspectors came in May.

## Recommendation
   ^^^^^^^^^^^^^^

- That the panel asks for an update in October 2026.
`,
      },
      {
        title: 'Next steps twice',
        text: `## Next steps

The plan is due in July.

## Next Steps
   ^^^^^^^^^^

The board meets in June.
`,
      },
    ],
  },
  reads: ['heading'],
  *check({ view, document }) {
    const form = formSections(document.layout);
    const first = new Map<string, Section>();
    let last: Section | null = null;
    for (const section of view.sections) {
      const above: Section | null = last;
      last = section;
      // “Cause of concern”, and under it what the inspectorate recommends.
      if (
        isRole(section.role, 'recommendations') &&
        above &&
        (isRole(above.role, 'priority-actions') || isRole(above.role, 'areas-for-improvement'))
      )
        continue;
      const { role } = section;
      // “Report author: …” at the foot repeats who is named at the head.
      if (role !== null && isRole(role, 'contact') && section.heading.item.form === 'field-line') continue;
      if (!role || mayRepeat.some((one) => isRole(role, one))) continue;
      const layouts = form.filter((one) => one.role === role);
      if (layouts.length > 1 || layouts.some(({ repeats }) => repeats)) continue;
      const rank = `${role} ${section.level} ${section.parent ? section.parent.span.start : ''}`;
      const before = first.get(rank);
      if (!before) {
        first.set(rank, section);
        continue;
      }
      // “Supporting documentation” over nothing but “Appendices”: one section with two names.
      if (isHeadingOver(view, before, section)) continue;
      // “Background” and “Detail”, “Next steps” and “Timetable”: sections of one kind that two names keep apart.
      if (mayStandBeside.some((one) => isRole(role, one)) && nameOf(before) !== nameOf(section)) continue;
      const { text, textSpan } = section.heading.item;
      yield {
        message: 'duplicate',
        data: { heading: text, first: before.heading.item.text },
        on: section.heading,
        span: textSpan,
        related: [{ on: before.heading, span: before.heading.item.textSpan, message: 'The first section of this purpose' }],
      };
    }
  },
});

const mayStandBeside: readonly Role[] = ['background', 'introduction', 'key-issues', 'next-steps', 'timetable', 'conclusion', 'reasons'];
const nameOf = ({ heading }: Section): string =>
  heading.item.text
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .replace(/s\b/g, '')
    .trim();

/** Whether a section consists of its heading, with the other right behind it. */
const isHeadingOver = (view: DocumentView, one: Section, other: Section): boolean =>
  one.heading.item.text !== other.heading.item.text &&
  one.span.end === other.span.start &&
  view.slice({ start: one.heading.span.end, end: other.heading.span.start }).trim() === '';
