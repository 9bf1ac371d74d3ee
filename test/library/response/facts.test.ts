import assert from 'node:assert/strict';
import { factsOf } from '../../../server/src/language/response/facts-of.ts';
import type { DocumentFacts } from '../../../server/src/language/response/facts.ts';
import { snapshotOf, worldOf } from '../harness.ts';

const read = async (source: string): Promise<{ facts: DocumentFacts; text: string }> => {
  const world = worldOf(source);
  return { facts: factsOf((await snapshotOf(world)).model), text: world.fixture.files[0]!.text };
};

const plan = `//- /northmere.plan.md
---
type: action-plan
status-scale: rag
---
## Areas for improvement

- **F1** The quality of plans
- The timeliness of visits

## Actions

- **A1** Review all plans
  - Owner: Head of Assessment
  - Due: end of July 2026
  - Original due: 31 May 2026
  - Addresses: F1, AFI 3
  - Measure: plans judged good, from 40% (March 2026) to 80% by 31 July 2026
  - Evidence: audit report
  - Status: amber (slipped)

| Ref | Addresses | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- | --- |
| A2 | F1 | Train all managers | | TBC | nearly there |

## Measures

| Ref | Measure | Baseline | Target | By |
| --- | --- | --- | --- | --- |
| M1 | Plans judged good after A2 | 40% | 80% | 31 July 2026 |
`;

describe('facts of a document', () => {
  it('has actions with dates worked out, the scale’s word for the status and what it means', async () => {
    const { facts } = await read(plan);
    const [first, second] = facts.actions;
    assert.deepEqual(
      { ...first, span: null, nameSpan: null },
      {
        label: { key: 'A1', text: 'A1' },
        text: 'Review all plans',
        owner: 'Head of Assessment',
        due: { text: 'end of July 2026', from: '2026-07-31', to: '2026-07-31' },
        originalDue: { text: '31 May 2026', from: '2026-05-31', to: '2026-05-31' },
        status: 'amber',
        statusIsKnown: true,
        stage: 'at-risk',
        source: 'F1, AFI 3',
        addresses: [
          { key: 'F1', text: 'F1' },
          { key: 'AFI3', text: 'AFI 3' },
        ],
        measure: 'plans judged good, from 40% (March 2026) to 80% by 31 July 2026',
        hasEvidence: true,
        hasProgress: false,
        span: null,
        nameSpan: null,
      },
    );
    assert.deepEqual(
      [second?.owner, second?.due, second?.status, second?.statusIsKnown, second?.stage],
      [null, { text: 'TBC', from: null, to: null }, 'nearly there', false, null],
    );
  });

  it('says where each thing stands, and its name', async () => {
    const { facts, text } = await read(plan);
    const names = [...facts.findings, ...facts.actions, ...facts.measures].map(({ nameSpan }) => text.slice(nameSpan.start, nameSpan.end));
    assert.deepEqual(names, [
      'F1',
      'The timeliness of visits',
      'A1',
      'A2',
      'plans judged good, from 40% (March 2026) to 80% by 31 July 2026',
      'M1',
    ]);
    for (const { span, nameSpan } of [...facts.findings, ...facts.actions])
      assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end);
  });

  it('ties a measure to the action that it is written in, and to the labels that it names', async () => {
    const { facts } = await read(plan);
    assert.deepEqual(
      facts.measures.map(({ action, mentions }) => ({ action, mentions })),
      [
        { action: 0, mentions: [] },
        { action: null, mentions: ['A2'] },
      ],
    );
  });

  it('has what a report asks for, where it goes and when', async () => {
    const { facts } = await read(`//- /northmere.report.md
---
type: committee-report
body: [Cabinet, Council]
meeting-date: [2026-07-01, soon]
published: 2026-06-22
---
## Recommendations

- **R1** That Cabinet approves the plan, which answers F1.
`);
    assert.deepEqual(
      [facts.bodies, facts.meetings, facts.published],
      [['Cabinet', 'Council'], [{ date: '2026-07-01', body: 'Cabinet' }], '2026-06-22'],
    );
    assert.deepEqual(
      facts.recommendations.map(({ label, body, verb, mentions }) => [label?.key, body, verb, mentions]),
      [['R1', 'Cabinet', 'approve', ['F1']]],
    );
  });

  it('has what minutes decided', async () => {
    const { facts } = await read(
      '//- /july.minutes.md\n# Minutes\n\n## Plan\n\nThe Director spoke of F1.\n\n## Resolved\n\n1. That R1 be agreed.\n',
    );
    assert.deepEqual(
      facts.decisions.map(({ text, mentions }) => [text, mentions]),
      [['That R1 be agreed.', ['R1']]],
    );
  });

  it('means the same wherever it stands, and something else when an owner changes', async () => {
    const { facts } = await read(plan);
    assert.equal((await read(plan.replace('## Areas', 'A paragraph more.\n\n## Areas'))).facts.meaning, facts.meaning);
    assert.notEqual((await read(plan.replace('Head of', 'Director of'))).facts.meaning, facts.meaning);
  });

  it('is plain data', async () => {
    const { facts } = await read(plan);
    assert.deepEqual(JSON.parse(JSON.stringify(facts)), facts);
  });
});
