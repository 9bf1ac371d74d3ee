import assert from 'node:assert/strict';
import { overviewOf, type Overview } from '../../../server/src/language/response/overview.ts';
import { readQuantity } from '../../../server/src/language/response/quantity.ts';
import { snapshotOf, worldOf } from '../harness.ts';

const overview = async (source: string, today = '2026-06-15'): Promise<Overview> =>
  overviewOf((await snapshotOf(worldOf(source))).response!.documents, today);

const plan = (rows: string, measures = ''): string => `//- /n/visit.plan.md
---
type: action-plan
status-scale: rag
---
## Actions

| Ref | Addresses | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- | --- |
${rows}

${measures === '' ? '' : `## Measures\n\n| Ref | Measure | Baseline | Target | Actual | By |\n|---|---|---|---|---|---|\n${measures}\n`}`;
const letter = `//- /n/visit.letter.md
## Areas for priority action

- **P1** Supervision of social workers

## Areas for improvement

- **F1** The quality of plans
- **F2** The timeliness of visits

## Strengths

- **S1** Managers know their teams
`;
const nameOf =
  ({ trace }: Overview) =>
  (place: number): string =>
    trace.actions[place]!.label!.text;

describe('the overview of a response', () => {
  it('counts statuses in the order of the scale, then words that it does not know, then none', async () => {
    const { progress } = await overview(
      plan(
        '| A1 | | Review | Head | 1 July 2026 | |\n| A2 | | Review | Head | 1 July 2026 | purple |\n| A3 | | Review | Head | 1 July 2026 | Complete |\n| A4 | | Review | Head | 1 July 2026 | red |\n| A5 | | Review | Head | 1 July 2026 | green |\n| A6 | | Review | Head | 1 July 2026 | R |',
      ),
    );
    assert.deepEqual(
      progress.map(({ status, isKnown, stage, actions }) => `${status} ${isKnown} ${stage} ${actions.length}`),
      ['red true off-track 2', 'green true on-track 1', 'complete true complete 1', 'purple false null 1', 'null false null 1'],
    );
  });

  it('sorts actions by where they stand in time, and by month', async () => {
    const found = await overview(
      plan(
        '| A1 | | Late | Head | 1 May 2026 | amber |\n| A2 | | Perhaps late | Head | 2 May 2026 | green |\n| A3 | | Soon | Head | 30 June 2026 | green |\n| A4 | | Later | Head | 30 September 2026 | green |\n| A5 | | Done | Head | 3 March 2026 | complete |\n| A6 | | Whenever | Head | ongoing | amber |\n| A7 | | No year | Head | 4 May | amber |\n| A8 | | Nothing | Head | | amber |',
      ),
    );
    const { timeline } = found;
    assert.deepEqual(timeline.timings, ['overdue', 'date passed', 'due soon', 'to come', 'complete', 'no date', 'no date', 'no date']);
    assert.deepEqual(
      timeline.months.map(({ month, actions }) => `${month} ${actions.map(nameOf(found)).join(' ')}`),
      ['2026-03 A5', '2026-05 A1 A2', '2026-06 A3', '2026-09 A4'],
    );
    assert.deepEqual(timeline.undated.map(nameOf(found)), ['A6', 'A7', 'A8']);
  });

  it('has a place for now among the months, and none where nothing has a day', async () => {
    assert.deepEqual(
      (await overview(plan('| A1 | | Later | Head | 1 September 2026 | green |'))).timeline.months.map(({ month }) => month),
      ['2026-06', '2026-09'],
    );
    assert.deepEqual((await overview(plan('| A1 | | Later | Head | ongoing | green |'))).timeline.months, []);
  });

  it('is told as at the day that the plan speaks of', async () => {
    const found = await overview(
      plan('| A1 | | Late | Head | 1 May 2026 | amber |').replace('status-scale', 'as-at: 2026-04-01\nstatus-scale'),
    );
    assert.deepEqual([found.asAt, found.timeline.timings], ['2026-04-01', ['due soon']]);
  });

  it('says which findings are answered, and which only by complete actions; a strength asks for nothing', async () => {
    const { coverage } = await overview(
      letter + plan('| A1 | P1 | Review | Head | 1 July 2026 | green |\n| A2 | F1 | Write | Head | 1 May 2026 | complete |'),
    );
    assert.deepEqual(
      coverage.map(({ polarity, findings }) => `${polarity}: ${findings.map(({ covered }) => covered).join(', ')}`),
      ['priority: answered', 'improvement: answered by complete actions, not answered', 'strength: asks for nothing'],
    );
  });

  it('claims nothing about findings where no plan is there, or it has no labels', async () => {
    const told = async (source: string): Promise<readonly string[]> =>
      (await overview(source)).coverage.flatMap(({ findings }) => findings.map(({ covered }) => covered));
    const untold = ['cannot be told', 'cannot be told', 'cannot be told', 'asks for nothing'];
    assert.deepEqual(await told(letter), untold);
    assert.deepEqual(await told(letter + plan('| A1 | | Review | Head | 1 July 2026 | green |')), untold);
  });

  it('reads figures of measures where they can be compared, and their direction', async () => {
    const { measures, trace } = await overview(
      plan(
        '| A1 | | Review | Head | 1 July 2026 | green |',
        [
          '| M1 | Plans judged good | 40% (May 2026) | 80% | 60% | 1 July 2026 |',
          '| M2 | Days to the first visit | 12 days | at most 5 days | 13 days | 1 July 2026 |',
          '| M3 | Posts filled by agencies | 31% | 15% | 12.5% | 1 July 2026 |',
          '| M4 | Children waiting | 0 | 0 | 4 | 1 July 2026 |',
          '| M5 | Budget spent | 90% | 120% | 110% | 1 July 2026 |',
          '| M6 | Managers trained | 0 of 64 | 64 of 64 | TBC | 1 July 2026 |',
          '| M7 | What children say | mixed | better | better | 1 July 2026 |',
          '| M8 | Calls answered | 40% | 30 calls | 20 calls | 1 July 2026 |',
          '| M9 | Calls answered | 40% | 8/5% | 20% | 1 July 2026 |',
          '| M10 | Calls in time | | at least 90% | 80% | 1 July 2026 |',
        ].join('\n'),
      ),
    );
    const told = measures.map(
      ({ measure, figures }) =>
        `${trace.measures[measure]!.label!.text} ${figures ? `${figures.baseline} ${figures.actual} ${figures.target} ${figures.unit} ${figures.direction} ${figures.reached}` : '-'}`,
    );
    assert.deepEqual(told, [
      'M1 40 60 80 % up nearer',
      'M2 12 13 5 day down no nearer',
      'M3 31 12.5 15 % down met',
      'M4 0 4 0  null null',
      'M5 90 110 120 % up nearer',
      'M6 0 null 64 of 64 up null',
      'M7 -',
      'M8 -',
      'M9 -',
      'M10 null 80 90 % up not met',
    ]);
  });

  it('has nothing to say of a letter alone, and does not mind 500 actions', async () => {
    const none = await overview('//- /n/visit.letter.md\n## Strengths\n\nAll is well.\n');
    assert.deepEqual([none.progress, none.timeline.months, none.measures], [[], [], []]);
    const many = await overview(
      plan(
        Array.from(
          { length: 500 },
          (_, i) => `| A${i + 1} | | Review number ${i} | Head | ${(i % 28) + 1} ${['May', 'July'][i % 2]} 2026 | amber |`,
        ).join('\n'),
      ),
    );
    assert.deepEqual(
      [many.progress.map(({ actions }) => actions.length), many.timeline.months.map(({ actions }) => actions.length)],
      [[500], [250, 0, 250]],
    );
  });
});

describe('a quantity', () => {
  const read = (text: string): string => {
    const found = readQuantity(text);
    return found
      ? `${found.value} ${found.unit} ${found.bound ? `${found.bound.direction}${found.bound.isStrict ? '!' : ''}` : '-'}`
      : 'none';
  };
  for (const [text, wanted] of [
    ['54% (January 2026)', '54 % -'],
    ['54 per cent', '54 % -'],
    ['1,250', '1250  -'],
    ['£12,000', '12000 £ -'],
    ['at least 90%', '90 % up'],
    ['more than 90%', '90 % up!'],
    ['5 days or fewer', '5 day down'],
    ['<5', '5  down!'],
    ['12 of 40', '12 of 40 -'],
    ['54% in March 2026', '54 % -'],
    ['-3', '-3  -'],
    ['0.', '0  -'],
    ['8/5%', 'none'],
    ['12,5%', 'none'],
    ['about half', 'none'],
    ['from 4 to 5', 'none'],
    ['up to 10%', 'none'],
    ['10–15%', 'none'],
    ['31 July 2026', 'none'],
    ['2026/27', 'none'],
    ['', 'none'],
    ['£3m', 'none'],
  ] as const)
    it(`“${text}” is ${wanted}`, () => assert.equal(read(text), wanted));
});
