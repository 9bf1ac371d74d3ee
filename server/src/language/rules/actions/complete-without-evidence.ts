import { placeOfMissing, stageOf } from '../action-places.ts';
import { documentRule } from '../rule.ts';

export default documentRule<'missing'>({
  name: 'actions/complete-without-evidence',
  summary: 'An action is called complete and nothing shows it.',
  why: `Inspectors ask how the council knows. An action that is closed with its evidence, progress and impact empty has to be opened again when they do. A plan that has no
place for evidence or progress is left alone, since it keeps them elsewhere.`,
  sources: [
    {
      title: 'Bristol, governance tracker: green means done and evidenced',
      url: 'https://democracy.bristol.gov.uk/mgAi.aspx?ID=13023',
      certainty: 'seen',
    },
  ],
  types: ['action-plan'],
  severity: 'warning',
  messages: { missing: 'This is complete, and nothing here shows it. Say what was done and when, or where the evidence is.' },
  examples: {
    valid: [
      {
        title: 'With its evidence; another is still open',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: brag
---
## Actions

| Ref | Action | Owner | Due | Status | Evidence |
| --- | --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 March 2026 | Blue | Audit of 2 April 2026 |
| A2 | Train all managers | Head of Assessment | 31 July 2026 | Amber |  |
`,
      },
      {
        title: 'A plan that keeps its evidence elsewhere',
        text: '//- /northmere.plan.md\n---\ntype: action-plan\nstatus-scale: progress\n---\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 March 2026\n  - Status: complete\n',
      },
      {
        title: 'The status itself says where',
        text: '//- /northmere.plan.md\n---\ntype: action-plan\nstatus-scale: progress\n---\n## Actions\n\n| Ref | Action | Owner | Due | Status | Evidence |\n| --- | --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 March 2026 | Complete – audit of 2 April 2026 |  |\n| A2 | Train all managers | Head of Assessment | 31 March 2026 | Complete | Register of 3 March 2026 |\n',
      },
    ],
    invalid: [
      {
        title: 'An empty cell',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: brag
---
## Actions

| Ref | Action | Owner | Due | Status | Evidence |
| --- | --- | --- | --- | --- | --- |
| A1 | Review all plans | Head of Assessment | 31 March 2026 | Blue | Audit of 2 April 2026 |
| A2 | Train all managers | Head of Assessment | 31 March 2026 | Blue |  |
                                                                       ^^
`,
      },
      {
        title: 'As an item, in a plan whose other actions say what was done',
        text: `//- /northmere.plan.md
---
type: action-plan
status-scale: progress
---
## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: 31 March 2026
  - Progress: 2 April 2026: sixty plans reviewed
  - Status: complete
- **A2** Train all managers
  - Owner: Head of Assessment
  - Due: 31 March 2026
  - Status: complete
            ^^^^^^^^
`,
      },
    ],
  },
  waitsForCursor: true,
  reads: ['action'],
  *check({ items, document }) {
    const actions = items('action');
    const shows = (field: (typeof places)[number]) => actions.some(({ item }) => item.fields[field] !== undefined);
    // Asked of all only where the plan has a place for it.
    const used = places.filter(shows);
    if (used.length === 0) return;
    for (const on of actions) {
      const { fields } = on.item;
      if (stageOf(on.item, document) !== 'complete' || !fields.status || places.some((field) => (fields[field]?.text ?? '') !== ''))
        continue;
      if (saysMore(fields.status.text)) continue;
      const column = on.item.form === 'table' ? used.find((field) => fields[field]) : undefined;
      if (on.item.form === 'table' && !column) continue;
      yield { message: 'missing', on, span: (column && placeOfMissing(on, column)) ?? fields.status.span };
    }
  },
});

/** Fields in which a plan shows what was done. */
const places = ['evidence', 'progress', 'impact', 'assurance', 'milestones'] as const;

/** "Complete – minutes of 3 June": more than the word of the scale. */
const saysMore = (status: string): boolean => status.trim().split(/\s+/).length > 3;
