import { blockRule } from '../rule.ts';
import { actionAt, headerSpan, placeOfMissing, stageOf, writeField } from '../action-places.ts';
import { dayChoices } from './day-choices.ts';

type Message = 'missing' | 'noColumn';

export default blockRule<Message>({
  name: 'actions/missing-due',
  summary: 'An action has no date by which it will be done.',
  why: `The law asks for more than good practice does: an authority’s written statement must give the action that it proposes to take **and the period
in which it proposes to take it**. An action without a date does not meet that. Actions that are complete are left alone.`,
  sources: [
    { title: 'Education and Inspections Act 2006, section 137(3)', url: 'https://www.legislation.gov.uk/ukpga/2006/40/section/137/2007-04-01/data.html', certainty: 'seen' },
  ],
  types: ['committee-report', 'action-plan', 'minutes'],
  severity: 'error',
  messages: {
    missing: 'This action has no due date. Give the day by which it will be done.',
    noColumn: 'This table of actions has no column for the due date. Add one, and give a day for each action.',
  },
  examples: {
    valid: [
      {
        title: 'Each action with its date',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due |
| --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 |
`,
      },
      {
        title: 'What is complete needs none',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: brag
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | | Blue |
`,
      },
    ],
    invalid: [
      {
        title: 'An empty cell',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due |
| --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment |  |
                                              ^^
`,
      },
      {
        title: 'Bare actions in a report',
        text: `## Actions taken

- Review of capacity in the assessment teams
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- Training of all managers
  ^^^^^^^^^^^^^^^^^^^^^^^^
`,
      },
      {
        title: 'An item without the line Due',
        text: `//- /northmere.plan.md
## Actions

- **A1** Review all plans
    ^^
  - Owner: Head of Assessment
`,
      },
      {
        title: 'A table without the column is reported once',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner |
  ^^^^^^^^^^^^^^^^^^^^
| --- | --- | --- |
| A1 | Review all plans | Head of Assessment |
`,
      },
    ],
  },
  fixes: {
    date: {
      title: 'Give it a due date',
      safe: false,
      choices: (context) => dayChoices(context, ''),
      edits({ view, problem }) {
        const on = actionAt(view, problem.span);
        const date = problem.data['date'];
        const edit = on && date !== undefined ? writeField(view, on, 'due', 'Due', String(date)) : null;
        return edit ? { here: [edit] } : null;
      },
    },
  },
  waitsForCursor: true,
  needs: ['action', 'table'],
  *check({ items, document, block }) {
    for (const item of items('table')) {
      if (item.use === 'actions' && !item.columns.some(({ field }) => field === 'due')) yield { message: 'noColumn' as const, span: headerSpan(item) };
    }
    for (const item of items('action')) {
      const due = item.fields.due?.text.trim() ?? '';
      if ((due !== '' && !/^[-–—.?]+$/.test(due)) || item.due || stageOf(item, document) === 'complete') continue;
      const span = placeOfMissing({ item, model: block }, 'due');
      if (span) yield { message: 'missing' as const, span, fixes: ['date'] };
    }
  },
});
