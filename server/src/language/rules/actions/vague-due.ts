import type { Due } from '../../model/items.ts';
import { blockRule } from '../rule.ts';
import { isDoneByDue, stageOf } from '../action-places.ts';
import { dayChoices, writeDay } from './day-choices.ts';

type Message = 'noDay' | 'noYear' | 'season' | 'year';

export default blockRule<Message>({
  name: 'actions/vague-due',
  summary: 'The due date of an action is not a date that anybody could miss.',
  why: `“Ongoing”, “in due course” or “spring” cannot be overdue, so nobody notices when the action is not done. A standing duty has a day on which it is
next reviewed: write that day. A month or a quarter with its year is taken as its last day and is left alone.`,
  sources: [
    {
      title: 'Education and Inspections Act 2006, section 137(3): the period in which the action is to be taken',
      url: 'https://www.legislation.gov.uk/ukpga/2006/40/section/137/2007-04-01/data.html',
      certainty: 'seen',
    },
    {
      title: 'Herefordshire, improvement plan of June 2015: “Ongoing” in the column By When',
      url: 'https://vdocuments.site/ofsted-inspection-may-2014-improvement-2015-07-16-appendix-b-page-1-of-31-v.html',
      certainty: 'seen',
    },
  ],
  severity: 'warning',
  messages: {
    noDay: '“{text}” is not a date. Give the day by which it will be done, or the day of its next review.',
    noYear: '“{text}” does not say which year. Add the year.',
    season: '“{text}” can end on any of many days. Give a day or a month.',
    year: '“{text}” is a whole year. Give a day or a month in it.',
  },
  examples: {
    valid: [
      {
        title: 'A day, and a month with its year',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n- **A2** Train all managers\n  - Owner: Head of Assessment\n  - Due: end of October 2026\n',
      },
      {
        title: 'Nothing at all is another check’s business',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due:\n',
      },
    ],
    invalid: [
      {
        title: 'No date',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due |
| --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | Ongoing |
                                               ^^^^^^^
| A2 | Train all managers | Head of Assessment | TBC |
                                                 ^^^
`,
        fixed: `## Actions

| Ref | Action | Owner | Due |
| --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 |
| A2 | Train all managers | Head of Assessment | 31 July 2026 |
`,
      },
      {
        title: 'A season, and a month without its year',
        text: `//- /northmere.plan.md
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: Autumn 2026
         ^^^^^^^^^^^
- **A2** Train all managers
  - Owner: Head of Assessment
  - Due: July
         ^^^^
`,
        fixed: `## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 30 November 2026
- **A2** Train all managers
  - Owner: Head of Assessment
  - Due: 31 July 2026
`,
      },
      {
        title: 'A whole year',
        text: `//- /northmere.plan.md
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 2026
         ^^^^
`,
      },
    ],
  },
  fixes: {
    date: {
      title: 'Give it a day',
      safe: false,
      choices: (context) => dayChoices(context, String(context.problem.data['text'] ?? '')),
      edits: writeDay,
    },
  },
  waitsForCursor: true,
  needs: ['action'],
  *check({ items, document }) {
    for (const action of items('action')) {
      const { due } = action;
      // A place in a template that is still to be filled in is structure/placeholder's business.
      if (
        !due ||
        /^(?:[-–—.?]+|\[.*\])$/.test(due.text) ||
        stageOf(action, document) === 'complete' ||
        isDoneByDue(action) ||
        action.refused
      )
        continue;
      const message = vagueness(due);
      if (message) yield { message, data: { text: due.text }, span: due.span, fixes: ['date'] };
    }
  },
});

function vagueness({ from, precision, text }: Due): Message | null {
  // A day with its year that is not in the calendar is dates/impossible-date's business.
  if (from === null && precision === 'day' && /\d{4}|[/.-]\d{2}$/.test(text)) return null;
  if (from === null) return precision === 'none' || precision === 'season' || /^on-?going\b/i.test(text) ? 'noDay' : 'noYear';
  if (precision === 'season') return 'season';
  // A financial year (2026/27) ends on a day that everybody knows.
  if (precision === 'year') return /^\D*\d{4}\D*$/.test(text) && !/\b(?:by|before|end of)\b/i.test(text) ? 'year' : null;
  return null;
}
