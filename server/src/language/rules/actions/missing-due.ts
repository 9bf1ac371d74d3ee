import type { ModelContext } from '../../model/document.ts';
import type { ActionItem } from '../../model/items.ts';
import type { Located } from '../../model/view.ts';
import { documentRule } from '../rule.ts';
import { stageOf, writeField } from '../action-places.ts';
import { dayChoices } from './day-choices.ts';
import { allWithout, isBlank, isToldAsDone, reportsWithout, type WithoutMessage } from './without-field.ts';

export default documentRule<WithoutMessage>({
  name: 'actions/missing-due',
  summary: 'An action has no date by which it will be done.',
  why: `The law asks for more than good practice does: an authority’s written statement must give the action that it proposes to take **and the period
in which it proposes to take it**. An action without a date does not meet that. Actions that are complete, or told as done already, are left alone.`,
  sources: [
    {
      title: 'Education and Inspections Act 2006, section 137(3)',
      url: 'https://www.legislation.gov.uk/ukpga/2006/40/section/137/2007-04-01/data.html',
      certainty: 'seen',
    },
  ],
  types: ['committee-report', 'action-plan', 'minutes'],
  severity: 'error',
  messages: {
    missing: 'This action has no due date. Give the day by which it will be done.',
    noneInList: 'None of these {count} actions has a due date. Give the day by which each will be done.',
    noColumn: 'This table of actions has no column for the due date. Add one, and give a day for each action.',
    noColumns: 'None of these {count} tables of actions has a column for the due date. Add one to each, and give a day for each action.',
  },
  examples: {
    valid: [
      {
        title: 'One heading over two columns',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Lead and date | |
| --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 |
`,
      },
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
      {
        title: 'What is told as done already',
        text: `## Improvement

Actions taken since the visit include:

- Review of capacity in the assessment teams
- Training of all managers

We will take the following further actions:

- All plans have been reviewed
- Recruited six social workers
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
        title: 'Bare actions in a report are reported once a list',
        text: `## Actions

- Review of capacity in the assessment teams
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- Training of all managers
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
        title: 'A dash is no date',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due |
| --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | – |
                                               ^
| A2 | Train all managers | Head of Practice | 31 July 2026 |
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
      {
        title: 'Several tables without the column are reported once',
        text: `//- /northmere.plan.md
## Leadership

| Ref | Action | Owner |
  ^^^^^^^^^^^^^^^^^^^^
| --- | --- | --- |
| A1 | Review all plans | Head of Assessment |

## Practice

| Ref | Action | Owner |
| --- | --- | --- |
| A2 | Review all plans | Head of Assessment |
`,
      },
    ],
  },
  fixes: {
    date: {
      title: 'Give it a due date',
      safe: false,
      choices: (context) => dayChoices(context, ''),
      edits({ view, model, problem }) {
        const date = problem.data['date'];
        const edits =
          date === undefined
            ? []
            : allWithout(view, problem.span, (on) => lacks(on, model.context)).flatMap(
                (on) => writeField(view, on, 'due', 'Due', String(date)) ?? [],
              );
        return edits.length > 0 ? { here: edits } : null;
      },
    },
  },
  waitsForCursor: true,
  reads: ['action', 'table'],
  check: (context) => reportsWithout(context, 'due', (on) => lacks(on, context.document), 'date'),
});

const lacks = (on: Located<ActionItem>, document: ModelContext): boolean =>
  isBlank(on.item.fields.due?.text) &&
  isBlank(on.item.due?.text) &&
  stageOf(on.item, document) !== 'complete' &&
  !isToldAsDone(on) &&
  !on.item.refused;
