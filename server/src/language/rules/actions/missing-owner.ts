import { blockRule } from '../rule.ts';
import { actionAt, headerSpan, placeOfMissing, writeField } from '../action-places.ts';
import { ownerChoices } from './known-people.ts';

type Message = 'missing' | 'noColumn';

export default blockRule<Message>({
  name: 'actions/missing-owner',
  summary: 'An action has nobody who answers for it.',
  why: `An action without an owner is done by nobody. The prison and probation service asks for an owner for each step of a response to an inspection, and
inspectors look for names or posts against actions. One post should be accountable; others can support.`,
  sources: [
    { title: 'HM Prison and Probation Service: form of an action plan in response to an inspection', url: 'https://docsbay.net/action-plan-name-of-crc-or-nps-division', certainty: 'seen' },
    { title: 'Columns of published improvement plans', certainty: 'practice' },
  ],
  types: ['committee-report', 'action-plan', 'minutes'],
  severity: 'error',
  messages: {
    missing: 'This action has no owner. Name one post or person who answers for it.',
    noColumn: 'This table of actions has no column for the owner. Add one, and name one post for each action.',
  },
  examples: {
    valid: [
      {
        title: 'Each action with its owner',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Due |
| --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 |
`,
      },
      { title: 'As an item', text: '//- /northmere.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n' },
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
    ],
  },
  fixes: {
    name: {
      title: 'Name the owner',
      safe: false,
      choices: ownerChoices,
      edits({ view, problem }) {
        const on = actionAt(view, problem.span);
        const owner = problem.data['owner'];
        const edit = on && owner !== undefined ? writeField(view, on, 'owner', 'Owner', String(owner)) : null;
        return edit ? { here: [edit] } : null;
      },
    },
  },
  waitsForCursor: true,
  needs: ['action', 'table'],
  *check({ items, block }) {
    for (const item of items('table')) {
      if (item.use === 'actions' && !item.columns.some(({ field }) => field === 'owner')) yield { message: 'noColumn' as const, span: headerSpan(item) };
    }
    for (const item of items('action')) {
      const owner = item.fields.owner?.text.trim() ?? '';
      if (owner !== '' && !/^[-–—.?]+$/.test(owner)) continue;
      const span = placeOfMissing({ item, model: block }, 'owner');
      if (span) yield { message: 'missing' as const, span, fixes: ['name'] };
    }
  },
});
