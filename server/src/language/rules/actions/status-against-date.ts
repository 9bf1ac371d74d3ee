import { blockRule } from '../rule.ts';
import { stageOf } from '../action-places.ts';
import { inWords } from './day-choices.ts';

export default blockRule<'onTrackAndLate'>({
  name: 'actions/status-against-date',
  summary: 'The status of an action contradicts its due date.',
  why: `An action that is green after its date has passed is either complete or late. When one council’s committee had the original due dates added to its
tracker, ratings turned out not to follow the council’s own rule. The day is compared with \`as-at:\` in the header where that is given, else with
today.`,
  sources: [{ title: 'Reading, audit tracker, September 2022', url: 'https://democracy.reading.gov.uk/mgAi.aspx?ID=8814', certainty: 'seen' }],
  types: ['action-plan'],
  severity: 'error',
  messages: { onTrackAndLate: '“{status}” says that this is on track, but it was due on {due}. Say that it is complete, or that it is late.' },
  examples: {
    valid: [
      {
        title: 'On track, with time left',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: brag
as-at: 2026-06-01
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 July 2026 | Green |
`,
      },
      {
        title: 'Late, and said to be',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: brag
as-at: 2026-06-01
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 March 2026 | Red |
`,
      },
    ],
    invalid: [
      {
        title: 'Green after its date',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: brag
as-at: 2026-06-01
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 March 2026 | Green |
                                                               ^^^^^
`,
      },
      {
        title: 'On track, as an item',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: brag
as-at: 2026-06-01
---
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 March 2026
  - Status: on track
            ^^^^^^^^
`,
      },
    ],
  },
  needs: ['action'],
  *check({ items, document, today }) {
    for (const action of items('action')) {
      const { due, fields } = action;
      if (!due?.to || due.to >= today || !fields.status || stageOf(action, document) !== 'on-track') continue;
      yield { message: 'onTrackAndLate', data: { status: fields.status.text, due: inWords(due.to) }, span: fields.status.span };
    }
  },
});
