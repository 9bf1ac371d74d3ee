import assert from 'node:assert/strict';
import fc from 'fast-check';
import { progressSection } from '../../../server/src/language/new-document/progress-section.ts';
import { compareDocuments, type Comparison } from '../../../server/src/language/response/compare.ts';
import type { DocumentFacts } from '../../../server/src/language/response/facts.ts';
import { factsOf } from '../../../server/src/language/response/facts-of.ts';
import { findingsOf, snapshotOf, worldOf } from '../harness.ts';

const columns = '| Ref | Addresses | Action | Owner | Due | Original due | Status |\n| --- | --- | --- | --- | --- | --- | --- |\n';
const plan = (asAt: string, rows: readonly string[]): string =>
  `//- /n/ofsted.plan.md\n---\ntype: action-plan\nstatus-scale: rag\nas-at: ${asAt}\n---\n## Actions\n\n${columns}${rows.join('\n')}\n`;
const factsIn = async (source: string): Promise<DocumentFacts> => factsOf((await snapshotOf(worldOf(source))).model);
const compare = async (before: readonly string[], now: readonly string[]): Promise<Comparison> =>
  compareDocuments(await factsIn(plan('2026-03-01', before)), await factsIn(plan('2026-06-01', now)));

/** `A1 slipped 31 May 2026 → 30 June 2026`, a line for each change. */
const told = ({ actions }: Comparison): readonly string[] => [
  ...actions.kept.flatMap(({ now, changes, isSure }) =>
    changes.map(({ kind, from, to }) => `${now.label?.text}${isSure ? '' : '?'} ${kind} ${from ?? 'none'} → ${to ?? 'none'}`),
  ),
  ...actions.added.map(({ label }) => `${label?.text} added`),
  ...actions.removed.map(({ label }) => `${label?.text} removed`),
];

const first = '| A1 | F1 | Review all plans every month | Head of Quality | 31 May 2026 | | amber |';
const second = '| A2 | F2 | Train managers in supervision | Head of Assessment | 31 July 2026 | | not started |';
const third = '| A3 | F2 | Visit each child within a week | Head of Safeguarding | 30 June 2026 | | green |';

describe('comparing two versions of a plan', () => {
  it('what has not changed is no change, whatever its order, spaces and marks', async () => {
    const comparison = await compare(
      [first, second, third],
      [third, second.replace('managers in', 'managers  in'), first.replace('month', '**month**.')],
    );
    assert.deepEqual(told(comparison), []);
    assert.equal(comparison.counts.unchanged, 3);
  });

  it('tells what was closed, reopened, rated anew, moved, given to somebody else, or addresses something else', async () => {
    const was = (change: [string, string]) => first.replace(...change);
    const cases: readonly (readonly [string, string, string])[] = [
      [first, was(['amber', 'complete']), 'A1 closed amber → complete'],
      [was(['amber', 'complete']), first, 'A1 reopened complete → amber'],
      [first, was(['amber', 'red']), 'A1 re-rated amber → red'],
      [first, was(['31 May', '30 June']), 'A1 slipped 31 May 2026 → 30 June 2026'],
      [first, was(['31 May', '1 May']), 'A1 brought-forward 31 May 2026 → 1 May 2026'],
      [first, was(['31 May 2026', 'TBC']), 'A1 re-dated 31 May 2026 → TBC'],
      [first, was(['Head of Quality', 'Head of Audit']), 'A1 re-owned Head of Quality → Head of Audit'],
      [first, was(['| F1 |', '| F1, F3 |']), 'A1 re-addressed F1 → F1, F3'],
      [first, was(['every month', 'every week']), 'A1 reworded Review all plans every month → Review all plans every week'],
    ];
    for (const [before, now, expected] of cases) assert.deepEqual(told(await compare([before], [now])), [expected]);
  });

  it('“31/05/2026” and “31 May 2026” are one day', async () => {
    assert.deepEqual(told(await compare([first], [first.replace('31 May 2026', '31/05/2026')])), []);
  });

  it('keeps the due date that an action had first', async () => {
    const [moved] = (
      await compare([first.replace('2026 | |', '2026 | 31 March 2026 |')], [first.replace('31 May 2026 | |', '30 June 2026 | |')])
    ).actions.kept;
    assert.deepEqual([moved!.daysMoved, moved!.firstDue?.to], [30, '2026-03-31']);
    assert.equal((await compare([first], [first])).actions.kept[0]!.firstDue, null);
  });

  it('finds an action under another label, and says where it is not sure', async () => {
    assert.deepEqual(told(await compare([first, second], [second.replace('A2', 'B7'), first])), ['B7 re-labelled A2 → B7']);
    assert.deepEqual(
      told(
        await compare(
          [second],
          [second.replace('A2', 'B7').replace('managers in supervision', 'new managers in the supervision of social workers')],
        ),
      ),
      ['B7? reworded Train managers in supervision → Train new managers in the supervision of social workers', 'B7? re-labelled A2 → B7'],
    );
  });

  it('labels given anew: the words go before the label', async () => {
    assert.deepEqual(told(await compare([first, second], [second.replace('A2', 'A1'), first.replace('A1', 'A2')])), [
      'A1 re-labelled A2 → A1',
      'A2 re-labelled A1 → A2',
    ]);
    assert.deepEqual(told(await compare([first], [first.replace('Review all plans every month', 'Close the old office')])), [
      'A1? reworded Review all plans every month → Close the old office',
    ]);
  });

  it('counts the statuses of both versions in the order of the scale, and those without', async () => {
    const { statuses } = await compare([first, second], [first.replace('amber', 'red'), second, third.replace('green', '')]);
    assert.deepEqual(
      statuses.map(({ status, before, now }) => [status, before, now]),
      [
        ['red', 0, 1],
        ['amber', 1, 0],
        ['not started', 1, 1],
        [null, 0, 1],
      ],
    );
  });

  it('compares findings, recommendations and measures too', async () => {
    const report = (findings: string, recommendations: string, actual: string) =>
      factsIn(
        `//- /n/x.report.md\n## Areas for improvement\n\n${findings}\n\n## Recommendations\n\n${recommendations}\n\n## Measures\n\n| Ref | Measure | Baseline | Target | Actual | By |\n| --- | --- | --- | --- | --- | --- |\n| M1 | Plans judged good | 40% | 80% | ${actual} | 31 July 2026 |\n`,
      );
    const { findings, recommendations, measures } = compareDocuments(
      await report('- **F1** Plans\n- **F2** Visits', '- **R1** That Cabinet notes the plan.', '45%'),
      await report('- **F1** Plans', '- **R1** That Cabinet approves the plan.\n- **R2** That Cabinet asks for a report.', '60%'),
    );
    assert.deepEqual([findings.added.length, findings.removed.map(({ text }) => text), findings.reworded.length], [0, ['Visits'], 0]);
    assert.deepEqual(
      [recommendations.added.map(({ label }) => label?.text), recommendations.reworded.map(({ now }) => now.label?.text)],
      [['R2'], ['R1']],
    );
    assert.deepEqual(
      measures.moved.map(({ before, now }) => [before.actual, now.actual]),
      [['45%', '60%']],
    );
  });

  it('a version against itself, in any order, has no change; what is added one way is removed the other', async function () {
    const row = fc.record({
      label: fc.constantFrom('A1', 'A2', 'A3', 'A4', 'B1'),
      text: fc.constantFrom('Review plans', 'Train managers', 'Visit children', 'Write a guide', 'Close an office'),
      owner: fc.constantFrom('Head of Quality', 'Head of Audit'),
    });
    const rows = fc.uniqueArray(row, { maxLength: 5, selector: ({ label }) => label });
    const written = (list: readonly { label: string; text: string; owner: string }[]) =>
      list.map(({ label, text, owner }) => `| ${label} | F1 | ${text} | ${owner} | 31 May 2026 | | amber |`);
    await fc.assert(
      fc.asyncProperty(rows, rows, async (one, other) => {
        assert.deepEqual(
          told(await compare(written(one), written(one.toReversed()))).filter((line) => !line.includes('re-labelled')),
          [],
        );
        const [there, back] = [await compare(written(one), written(other)), await compare(written(other), written(one))];
        assert.equal(there.actions.kept.length + there.actions.added.length, other.length);
        assert.equal(there.actions.kept.length + there.actions.removed.length, one.length);
        assert.deepEqual(
          [there.actions.added.length, there.actions.removed.length],
          [back.actions.removed.length, back.actions.added.length],
        );
      }),
      { numRuns: 15 },
    );
  });
});

describe('the section of a report that says what changed', () => {
  it('reads well, and no check has anything against it', async () => {
    const now = [
      first.replace('amber', 'complete'),
      second.replace('31 July 2026 | |', '30 September 2026 | 31 July 2026 |').replace('not started', 'amber'),
      '| A4 | F3 | Write a guide to \\<assessments> | Principal Social Worker | 30 June 2026 | | not started |',
    ];
    const section = progressSection(await compare([first, second, third], now));
    assert.equal(
      section,
      `## Progress since 1 March 2026

There are 3 actions, as many as on 1 March 2026. Since then 1 was completed, 1 is due later, 1 has another status, 1 was added and 1 was taken out.

| Status | 1 March 2026 | 1 June 2026 |
| --- | ---: | ---: |
| Amber | 1 | 1 |
| Green | 1 | 0 |
| Complete | 0 | 1 |
| Not started | 1 | 1 |
| All actions | 3 | 3 |

### Completed

- A1 Review all plans every month (Head of Quality)

### Due later than before

- A2 Train managers in supervision: due 30 September 2026 instead of 31 July 2026

### Another status

- A2 Train managers in supervision: amber; it was not started

### New actions

- A4 Write a guide to \\<assessments\\> (Principal Social Worker), due 30 June 2026

### Actions taken out

- Visit each child within a week (Head of Safeguarding)
`,
    );
    const report = `//- /n/x.report.md\n---\ntype: committee-report\n---\n${section}${plan('2026-06-01', now)}`;
    assert.deepEqual(
      (await findingsOf(report)).filter(
        (line) => line.startsWith('/n/x.report.md') && !/structure\/missing|recommendations|project/.test(line),
      ),
      [],
    );
  });

  it('asks to check what is not sure, as something still to be filled in', async () => {
    const section = progressSection(
      await compare(
        [second],
        [second.replace('A2', 'B7').replace('managers in supervision', 'new managers in the supervision of social workers')],
      ),
    );
    assert.match(
      section,
      /^- \[Check: is B7 Train new managers in the supervision of social workers the action that was worded “Train managers in supervision”\?\]$/m,
    );
    const reports = await findingsOf(`//- /n/x.report.md\n---\ntype: committee-report\n---\n${section}`, 'structure/placeholder');
    assert.equal(reports.length, 1);
  });

  it('says so where nothing changed', async () => {
    assert.match(
      progressSection(await compare([first], [first])),
      /There is 1 action, as many as on 1 March 2026\. None of them has changed\./,
    );
  });
});
