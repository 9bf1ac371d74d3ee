import { blockRule } from '../rule.ts';

export default blockRule<'before'>({
  name: 'actions/due-before-start',
  summary: 'An action is due before it starts.',
  why: 'One of the two dates is a slip, usually in the year, and whatever is counted from it is wrong.',
  sources: [{ title: 'Dates that contradict each other, seen in published plans', certainty: 'practice' }],
  severity: 'error',
  messages: { before: 'This is due before it starts ({start}). Correct one of the two dates.' },
  examples: {
    valid: [
      {
        title: 'In order',
        text: '//- /northmere.plan.md\n## Actions\n\n| Ref | Action | Owner | Start | Due |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | May 2026 | 31 July 2026 |\n',
      },
      {
        title: 'In one month',
        text: '//- /northmere.plan.md\n## Actions\n\n| Ref | Action | Owner | Start | Due |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | July 2026 | 15 July 2026 |\n',
      },
    ],
    invalid: [
      {
        title: 'The year was not changed',
        text: `//- /northmere.plan.md
## Actions

| Ref | Action | Owner | Start | Due |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | May 2026 | 31 July 2025 |
                                                          ^^^^^^^^^^^^
`,
      },
      {
        title: 'As an item',
        text: `//- /northmere.plan.md
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Start: 1 September 2026
  - Due: 31 July 2026
         ^^^^^^^^^^^^
`,
      },
    ],
  },
  needs: ['action'],
  *check({ items }) {
    for (const { start, due } of items('action')) {
      if (start?.from && due?.to && due.to < start.from) yield { message: 'before', data: { start: start.text }, span: due.span };
    }
  },
});
