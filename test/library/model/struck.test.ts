import assert from 'node:assert/strict';
import { itemsOf, jsonOf } from './harness.ts';

const head = '| Ref | Action | Owner | Due | Addresses | Status |\n| --- | --- | --- | --- | --- | --- |\n';
const plan = (...rows: readonly string[]) =>
  jsonOf(`---\ntype: action-plan\nstatus-scale: progress\n---\n## Actions\n\n${head}${rows.join('\n')}\n`, 'northmere.plan.md');
const dates = (...rows: readonly string[]) => plan(...rows).actions.map(({ due, dueText, originalDue }) => [due, dueText, originalDue]);
const row = (due: string) => `| A1 | Review all plans | Head of Assessment | ${due} | F1 | In progress |`;

describe('words that are struck through', () => {
  it('are withdrawn: no owner, date, status, label or short form', () => {
    assert.deepEqual(
      plan(
        '| A1 | Review ~~all~~ forty plans | ~~Jane Bird~~ Head of Assessment | 31 July 2026 | ~~F1~~ F2 | ~~Not started~~ In progress |',
      ).actions.map(({ text, owner, status, addresses }) => [text, owner, status, addresses]),
      [['Review forty plans', 'Head of Assessment', 'in progress', ['F2']]],
    );
    assert.deepEqual(
      itemsOf('The visit was on ~~3 May 2026~~ 4 May 2026 ~~with the MASH~~.\n', 'date').map(({ text }) => text),
      ['4 May 2026'],
    );
    assert.deepEqual(
      itemsOf('The visit was on 4 May 2026 ~~with the MASH~~.\n', 'acronym-use').map(({ short }) => short),
      [],
    );
  });

  it('leave the rest of a word whole', () => {
    assert.deepEqual(
      itemsOf('## Background\n\n1. The un~~un~~likely case\n', 'paragraph').map(({ text }) => text),
      ['The unlikely case'],
    );
  });

  it('say what an action was due on at first', () => {
    assert.deepEqual(dates(row('~~30 April 2026~~ 31 July 2026')), [['2026-07-31', '31 July 2026', '2026-04-30']]);
    assert.deepEqual(dates(row('~~31/03/26~~<br>~~30/04/26~~<br>31/07/26')), [['2026-07-31', '31/07/26', '2026-03-31']]);
    const item = (due: string) =>
      jsonOf(`## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: ${due}\n`, 'northmere.plan.md').actions.map(
        (action) => [action.due, action.originalDue],
      );
    assert.deepEqual(item('**~~30 April 2026~~** 31 July 2026'), [['2026-07-31', '2026-04-30']]);
    assert.deepEqual(item('31 July 2026 ~~30 April 2026~~'), [['2026-07-31', '2026-04-30']]);
  });

  it('are no due date where no other stands beside them', () => {
    assert.deepEqual(dates(row('~~30 April 2026~~')), [[null, null, '2026-04-30']]);
  });

  it('give way to a column for the original date', () => {
    const { actions } = jsonOf(
      '## Actions\n\n| Action | Owner | Original due | Due |\n| --- | --- | --- | --- |\n| Review all plans | Head of Assessment | 31 March 2026 | ~~30 April 2026~~ 31 July 2026 |\n',
      'northmere.plan.md',
    );
    assert.deepEqual(
      actions.map(({ due, originalDue }) => [due, originalDue]),
      [['2026-07-31', '2026-03-31']],
    );
  });
});

describe('an action that is struck through', () => {
  it('is withdrawn, and its label is still known', () => {
    const { actions, references } = plan(
      '| ~~A1~~ | ~~Review all plans~~ | ~~Head of Assessment~~ | ~~30 April 2026~~ | ~~F1~~ | ~~In progress~~ |',
      '| A2 | Train managers, as A1 was withdrawn | Head of Assessment | 31 July 2026 | F1 | In progress |',
    );
    assert.deepEqual(
      actions.map(({ label }) => label),
      ['A2'],
    );
    assert.equal(references.find(({ label }) => label === 'A1')?.resolvesTo, 'northmere.plan.md:9');
    assert.deepEqual(plan('| A1 | ~~Review all plans~~ | Head of Assessment | 30 April 2026 | F1 | In progress |').actions, []);
  });

  it('is told where its status says that it is closed', () => {
    const closed = [['A1', 'Review all plans', 'Head of Assessment', '2026-04-30', 'complete']];
    const told = (cells: string) => plan(cells).actions.map(({ label, text, owner, due, status }) => [label, text, owner, due, status]);
    assert.deepEqual(
      told('| ~~A1~~ | ~~Review all plans~~ | ~~Head of Assessment~~ | ~~30 April 2026~~ | ~~F1~~ | ~~Complete~~ |'),
      closed,
    );
    assert.deepEqual(told('| A1 | ~~Review all plans~~ | Head of Assessment | 30 April 2026 | F1 | ~~In progress~~ Complete |'), closed);
  });

  it('is withdrawn as an item with fields too', () => {
    const items = (text: string) =>
      jsonOf(
        `---\ntype: action-plan\nstatus-scale: progress\n---\n## Actions\n\n${text}\n- **A2** Train managers in place of A1\n  - Owner: Head of Assessment\n`,
        'northmere.plan.md',
      );
    const { actions, references } = items('- ~~**A1** Review all plans~~\n  - ~~Owner: Head of Assessment~~\n  - Due: 30 April 2026\n');
    assert.deepEqual(
      actions.map(({ label }) => label),
      ['A2'],
    );
    assert.equal(references.find(({ label }) => label === 'A1')?.resolvesTo, 'northmere.plan.md:7');
    assert.deepEqual(
      items('- **A1** ~~Review all plans~~\n  - Owner: Head of Assessment\n').actions.map(({ label }) => label),
      ['A2'],
    );
    assert.deepEqual(
      items('- **A1** ~~Review all plans~~\n  - Owner: Head of Assessment\n  - Status: complete\n').actions.map(
        ({ label, text, status }) => [label, text, status],
      ),
      [
        ['A1', 'Review all plans', 'complete'],
        ['A2', 'Train managers in place of A1', null],
      ],
    );
  });
});

describe('other things that are struck through', () => {
  it('are no findings, recommendations or measures, and their labels are known', () => {
    const letter = jsonOf(
      '## Areas for improvement\n\n- ~~**F1** Timeliness of assessments~~\n- **F2** Quality of plans\n',
      'northmere.letter.md',
    );
    assert.deepEqual(
      letter.findings.map(({ label }) => label),
      ['F2'],
    );
    assert.deepEqual(
      jsonOf('## Recommendations\n\nThe Panel is asked to:\n\n1. ~~approve the plan~~\n2. note the plan\n').recommendations.map(
        ({ verb }) => verb,
      ),
      ['note'],
    );
    assert.deepEqual(
      jsonOf(
        '## Measures\n\n| Measure | Baseline | Target |\n| --- | --- | --- |\n| ~~Visits on time~~ | ~~60%~~ | ~~80%~~ |\n| Plans on time | 50% | 90% |\n',
      ).measures.map(({ text }) => text),
      ['Plans on time'],
    );
  });

  it('keep their place among numbered paragraphs', () => {
    assert.deepEqual(
      jsonOf('## Background\n\n1\\. First.\n\n~~2\\. Second.~~\n\n3\\. Third.\n').paragraphs.map(({ number }) => number),
      ['1', '2', '3'],
    );
  });
});

describe('a column for a new date', () => {
  it('that says that there is none leaves the first one standing', () => {
    const due = (revised: string) =>
      jsonOf(
        `## Actions\n\n| Action | Owner | Original due date | Revised date |\n| --- | --- | --- | --- |\n| Review all plans | Head of Assessment | 30 April 2026 | ${revised} |\n`,
        'northmere.plan.md',
      ).actions.map((action) => [action.due, action.originalDue]);
    for (const revised of ['', 'n/a', 'N/A', '-', 'No change', 'unchanged', 'As original'])
      assert.deepEqual(due(revised), [['2026-04-30', '2026-04-30']], revised);
    assert.deepEqual(due('31 July 2026'), [['2026-07-31', '2026-04-30']]);
    assert.deepEqual(due('ongoing'), [[null, '2026-04-30']]);
  });
});

describe('a due date that says in words that it has moved', () => {
  const moved = (due: string) => dates(row(due)).map(([now, , first]) => [now, first])[0];

  it('is read as the date that holds now, and the one that held at first', () => {
    for (const due of [
      '30 April 2026, revised to 31 July 2026',
      'was 30/04/26 now 31/07/26',
      '31 July 2026 (originally 30 April 2026)',
      '31 July 2026 (moved from 30 April 2026: two posts were vacant)',
      'Original: 30 April 2026<br>Revised: 31 July 2026',
      '30 April 2026, revised to 31 May 2026, now 31 July 2026',
      '30 April 2026 31 July 2026 (revised)',
      '30.4.2026 → 31.7.2026',
    ]) {
      assert.deepEqual(moved(due), ['2026-07-31', '2026-04-30'], due);
    }
    assert.deepEqual(moved('31 July 2026, brought forward to 30 April 2026'), ['2026-04-30', '2026-07-31']);
  });

  it('keeps all its words as the due date as written', () => {
    assert.equal(plan(row('30 April 2026, revised to 31 July 2026')).actions[0]?.dueText, '30 April 2026, revised to 31 July 2026');
  });

  it('is a stretch of time where nothing says which date took the place of which', () => {
    for (const due of [
      '30 April 2026 to 31 July 2026',
      '30 April 2026 / 31 July 2026',
      '30 April 2026, then 31 July 2026',
      'Draft 30 April 2026, final 31 July 2026',
      'reviewed 30 April 2026 now 31 July 2026',
    ])
      assert.deepEqual(moved(due), ['2026-07-31', null], due);
  });
});
