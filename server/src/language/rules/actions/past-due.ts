import { field } from '../../model/front-matter/front-matter.ts';
import { dayInWords } from '../../model/dates/date-words.ts';
import { isDoneByDue, isOfThePast, isRepeated } from '../action-places.ts';
import { documentRule } from '../rule.ts';
import { isOpen, stageOf } from '../../model/item-parts/read-status.ts';

export default documentRule<'pastDue' | 'passed'>({
  name: 'actions/past-due',
  summary: 'The due date of an action has passed, and its status does not say that it is complete.',
  why: `Members and inspectors ask first for what should be done by now. Say that it is complete, with the evidence, or agree a new date and keep the old one
beside it as the original due date. The day is compared with \`as-at:\` in the header where that is given, else with today; a report that does not give it is left alone, since it stays as it went to its meeting, and so is a plan
without that line all of whose dates lie more than a year back. A plan without
statuses is left alone, since it does not say what is done; what is called on track although its date has passed is reported by
\`actions/status-against-date\`.`,
  sources: [
    {
      title: 'North Devon: deadlines extended again and again; members ask for realistic dates',
      url: 'https://democracy.northdevon.gov.uk/mgDecisionDetails.aspx?IId=14804&Opt=1',
      certainty: 'seen',
    },
  ],
  types: ['action-plan', 'committee-report'],
  severity: 'warning',
  messages: {
    pastDue: 'This was due on {due} and is not complete. Update the status, or agree a new date and keep this one as the original.',
    passed: '“{due}” has passed and this is not complete. Update the status, or agree a day and keep this date as the original.',
  },
  examples: {
    valid: [
      {
        title: 'Complete, or still to come',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: brag
as-at: 2026-06-01
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 March 2026 | Blue |
| A2 | Train all managers | Head of Assessment | 31 July 2026 | Amber |
`,
      },
      {
        title: 'A plan without statuses',
        text: '//- /northmere.plan.md\n---\ntype: action-plan\nas-at: 2026-06-01\n---\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 March 2026\n',
      },
    ],
    invalid: [
      {
        title: 'Red and late',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: rag
as-at: 2026-06-01
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 March 2026 | Red |
                                               ^^^^^^^^^^^^^
`,
      },
      {
        title: 'A season that is over',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: rag
as-at: 2026-06-01
---
## Actions

| Ref | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | Autumn 2025 | Red |
                                               ^^^^^^^^^^^
`,
      },
      {
        title: 'In progress, and late',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: progress
as-at: 2026-06-01
---
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 March 2026
         ^^^^^^^^^^^^^
  - Status: in progress
`,
      },
      {
        title: 'No status, in a plan that has them',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: rag
as-at: 2026-06-01
---
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 March 2026
         ^^^^^^^^^^^^^
- **A2** Train all managers
  - Owner: Head of Assessment
  - Due: 31 July 2026
  - Status: amber
`,
      },
    ],
  },
  reads: ['action'],
  *check({ items, document, frontMatter, today }) {
    // A report stays as it went to its meeting; only one that says of which day it is can be held against a day.
    if (document.type === 'committee-report' && !field(frontMatter, 'as-at')?.value) return;
    const actions = items('action');
    const tracked = actions.some(({ item }) => item.status !== null);
    if (!tracked || isOfThePast(actions, frontMatter, today)) return;
    for (const on of actions) {
      const { due, status, statusIsKnown } = on.item;
      if (!due?.to || due.to >= today || isRepeated(on.item) || isDoneByDue(on.item)) continue;
      if (!isOpen({ status, statusIsKnown, stage: stageOf(on.item, document) })) continue;
      // Of a term or a season nobody can say on which day it ended.
      const isVague = due.precision === 'season';
      yield { message: isVague ? 'passed' : 'pastDue', data: { due: isVague ? due.text : dayInWords(due.to) }, on, span: due.span };
    }
  },
});
