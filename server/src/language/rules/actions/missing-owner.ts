import type { ActionItem } from '../../model/items.ts';
import type { Located } from '../../model/view.ts';
import { documentRule } from '../rule.ts';
import { writeField } from '../action-places.ts';
import { isToBeNamed, ownerChoices } from './known-people.ts';
import { allWithout, isBlank, reportsWithout, type WithoutMessage } from './without-field.ts';

export default documentRule<WithoutMessage>({
  name: 'actions/missing-owner',
  summary: 'An action has nobody who answers for it.',
  why: `An action without an owner is done by nobody. The prison and probation service asks for an owner for each step of a response to an inspection, and
inspectors look for names or posts against actions. One post should be accountable; others can support.`,
  sources: [
    {
      title: 'HM Prison and Probation Service: form of an action plan in response to an inspection',
      url: 'https://docsbay.net/action-plan-name-of-crc-or-nps-division',
      certainty: 'seen',
    },
    { title: 'Columns of published improvement plans', certainty: 'practice' },
  ],
  types: ['committee-report', 'action-plan', 'minutes'],
  severity: 'error',
  messages: {
    missing: 'This action has no owner. Name one post or person who answers for it.',
    noneInList: 'None of these {count} actions has an owner. Name one post or person who answers for each.',
    noColumn: 'This table of actions has no column for the owner. Add one, and name one post for each action.',
    noColumns: 'None of these {count} tables of actions has a column for the owner. Add one to each, and name one post for each action.',
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
        title: 'Each action with its owner',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due |
| --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 |
`,
      },
      {
        title: 'As an item',
        text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n',
      },
    ],
    invalid: [
      {
        title: 'An empty cell',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due |
| --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 |
| A2 | Train all managers | | 30 September 2026 |
                           ^
`,
        fixed: `## Actions

| Ref | Action | Owner | Due |
| --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 |
| A2 | Train all managers | Head of Assessment | 30 September 2026 |
`,
      },
      {
        title: 'Nobody yet',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due |
| --- | --- | --- | --- |
| A1 | Review all plans | TBC | 31 July 2026 |
                          ^^^
`,
      },
      {
        title: 'An item without the line Owner, and a plain list',
        text: `//- /northmere.plan.md
---
type: action-plan
people:
  AM: { name: Ada Marlow, post: Head of Assessment }
---
## Actions

- **A1** Review all plans
    ^^
  - Due: 31 July 2026
- Train all managers
  ^^^^^^^^^^^^^^^^^^
`,
        fixed: `---
type: action-plan
people:
  AM: { name: Ada Marlow, post: Head of Assessment }
---
## Actions

- **A1** Review all plans
  - Due: 31 July 2026
  - Owner: AM
- Train all managers
  - Owner: AM
`,
      },
      {
        title: 'A plain list is reported once',
        text: `## Actions

- Review all plans
  ^^^^^^^^^^^^^^^^
- Train all managers
- Audit all visits
`,
      },
      {
        title: 'A table without the column is reported once',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Due |
  ^^^^^^^^^^^^^^^^^^
| --- | --- | --- |
| A1 | Review all plans | 31 July 2026 |
| A2 | Train all managers | 30 September 2026 |
`,
      },
      {
        title: 'Several tables without the column are reported once',
        text: `//- /northmere.plan.md
## Leadership

| Ref | Action | Due |
  ^^^^^^^^^^^^^^^^^^
| --- | --- | --- |
| A1 | Review all plans | 31 July 2026 |

## Practice

| Ref | Action | Due |
| --- | --- | --- |
| A2 | Review all plans | 31 July 2026 |
`,
      },
    ],
  },
  fixes: {
    name: {
      title: 'Name the owner',
      safe: false,
      choices: ownerChoices,
      edits({ view, problem }) {
        const owner = problem.data['owner'];
        const edits =
          owner === undefined
            ? []
            : allWithout(view, problem.span, lacks).flatMap((on) => writeField(view, on, 'owner', 'Owner', String(owner)) ?? []);
        return edits.length > 0 ? { here: edits } : null;
      },
    },
  },
  waitsForCursor: true,
  reads: ['action', 'table'],
  check: (context) => reportsWithout(context, 'owner', lacks, 'name'),
});

const lacks = ({ item }: Located<ActionItem>): boolean =>
  (isBlank(item.fields.owner?.text) || isToBeNamed(item.fields.owner!.text)) && !item.refused;
