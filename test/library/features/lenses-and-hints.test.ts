import assert from 'node:assert/strict';
import { codeLenses, lensWords, planFor, type LensFamily } from '../../../server/src/language/features/reading-aids/code-lens.ts';
import { inlayHints } from '../../../server/src/language/features/reading-aids/inlay-hint.ts';
import { snapshotOf, worldOf } from '../harness.ts';

const letter = `//- /northmere/visit.letter.md
## Areas for improvement

- **F1** The timeliness of visits.
- **F2** Oversight by managers.
- **F3** The recording of decisions.

## Strengths

- **S1** Early help.
`;
const plan = `//- /northmere/visit.plan.md
---
type: action-plan
status-scale: rag
as-at: 2026-06-01
---

## Actions

### At once

- **A1** Visit every child
  - Addresses: F1
  - Owner: Head of Assessment
  - Due: 31 March 2026
  - Status: red
- **A2** Train every manager
  - Addresses: F2, F1
  - Owner: Head of Assessment
  - Due: 31 July 2026
  - Status: complete

### Later

| Ref | Addresses | Action | Owner | Due | Status |
|---|---|---|---|---|---|
| A3 | F1 | Write | Head of Quality | 31 July 2026 | amber |
| A4 |  | Read | Head of Quality | 31 July 2026 |  |
`;

/** `31 findings: 2 actions, 1 overdue → A1, A2` for each lens: line, family, words and what a click leads to. */
async function lensesIn(source: string, wanted: (family: LensFamily) => boolean = () => true, today = '2026-06-01'): Promise<string[]> {
  const world = worldOf(source, today);
  const snapshot = await snapshotOf(world);
  return codeLenses(snapshot, wanted).map(({ family, span }) => {
    const words = lensWords(snapshot, family, span.start);
    assert.ok(words, `${family} at ${span.start} has words`);
    const text = (address: string) => world.fixture.files.find((file) => file.address === address)!.text;
    const click =
      words.click === null
        ? ''
        : words.click.kind === 'add-action'
          ? ` → add for ${words.click.label}`
          : ` → ${words.click.places.map(({ address, span: place }) => text(address).slice(place.start, place.end)).join(', ')}`;
    return `${snapshot.view.position(span.start).line + 1} ${words.title}${click}`;
  });
}

describe('code lenses', () => {
  it('say above a finding what is done about it, and lead there', async () => {
    assert.deepEqual(await lensesIn(letter + plan), [
      '3 3 actions, 1 overdue, 1 complete → A1, A2, A3',
      '4 1 action, complete → A2',
      '5 No action yet: add one → add for F3',
    ]);
  });

  it('say nothing above findings that nobody has answered yet, and where it cannot be told what is answered', async () => {
    assert.deepEqual(await lensesIn(letter), []);
    assert.deepEqual(await lensesIn(letter + plan.replaceAll(/F[12]/g, '')), []);
  });

  it('say above an action which findings it answers, but not between the rows of a table', async () => {
    assert.deepEqual(await lensesIn(plan + letter, (family) => family === 'actions'), [
      '11 answers F1: The timeliness of visits. → F1',
      '16 answers F2, F1 → F2, F1',
    ]);
  });

  it('count statuses above the sections of a plan that hold actions, each action once', async () => {
    assert.deepEqual(await lensesIn(plan, (family) => family === 'progress'), [
      '7 4 actions: 1 red, 1 amber, 1 complete, 1 without a status; 1 overdue → A1',
      '9 2 actions: 1 red, 1 complete; 1 overdue → A1',
      '22 2 actions: 1 amber, 1 without a status',
    ]);
    const one = plan.replace('### At once\n\n', '').replace(/### Later[^]*/, '');
    assert.deepEqual(await lensesIn(one, (family) => family === 'progress'), ['7 2 actions: 1 red, 1 complete; 1 overdue → A1']);
  });

  it('say by when the papers of a meeting to come must be out', async () => {
    const report = (header: string) => `---\ntype: committee-report\n${header}\n---\n\n# Report\n`;
    assert.deepEqual(await lensesIn(report('meeting-date: 2026-07-06')), [
      '3 5 clear working days before the meeting: publish by Friday 26 June 2026',
    ]);
    assert.deepEqual(await lensesIn(report('body: [Panel, Cabinet]\nmeeting-date: [2026-05-06, 2026-07-06]')), [
      '4 5 clear working days before the meeting of Cabinet: publish by Friday 26 June 2026',
    ]);
    assert.deepEqual(await lensesIn(report('published: 2026-06-25\nmeeting-date: 2026-07-06')), [
      '4 6 clear working days between publication and the meeting',
    ]);
    assert.deepEqual(await lensesIn(report('published: 2026-07-01\nmeeting-date: 2026-07-06')), [
      '4 5 clear working days before the meeting: publish by Friday 26 June 2026',
    ]);
    assert.deepEqual(await lensesIn(report('meeting-date: 2026-05-06')), [], 'a meeting that is over');
    assert.deepEqual(await lensesIn(report('meeting-date: soon')), []);
    assert.deepEqual(await lensesIn(report('meeting-date: 2026-07-06').replace('committee-report', 'minutes')), []);
  });

  it('can be switched off, one family at a time', async () => {
    assert.deepEqual(await lensesIn(plan + letter, () => false), []);
  });

  it('have no words any more where what they stood above is gone', async () => {
    const snapshot = await snapshotOf(worldOf(letter + plan));
    for (const family of ['findings', 'actions', 'meeting', 'progress'] as const) assert.equal(lensWords(snapshot, family, 1), null);
  });

  it('know the plan that a new action goes into: the one that answers most', async () => {
    const other = '//- /northmere/draft.plan.md\n## Actions\n\n- **B1** Think\n  - Addresses: F2\n';
    const snapshot = await snapshotOf(worldOf(letter + other + plan));
    assert.match(planFor(snapshot) ?? '', /visit\.plan\.md$/);
    assert.equal(planFor(await snapshotOf(worldOf(letter))), null);
  });
});

describe('inlay hints', () => {
  const hintsIn = async (source: string): Promise<string[]> => {
    const snapshot = await snapshotOf(worldOf(source));
    const { text } = snapshot.view;
    return inlayHints(snapshot, { start: 0, end: text.length }, () => true).map(
      ({ offset, text: said, tooltip }) => `${text.slice(text.lastIndexOf(' ', offset - 7) + 1, offset)}|${said}|${tooltip}`,
    );
  };
  const row = (owner: string, due: string, status: string, scale = 'rag') => `//- /x.plan.md
---
type: action-plan
status-scale: ${scale}
as-at: 2026-06-01
people:
  HA: { name: Hanna Aldous, post: Head of Assessment }
  RT: { name: Rob Tarrant, post: Head of Quality }
  XY: { name: Xenia Young }
---

## Actions

| Ref | Action | Owner | Due | Status |
|---|---|---|---|---|
| A1 | Visit HA by 3 June 2026 | ${owner} | ${due} | ${status} |
`;
  for (const [what, owner, due, status, says] of [
    ['a day to come', '', '31 July 2026', 'amber', ['July 2026|44 working days left|Friday 31 July 2026']],
    ['the month’s last day', '', 'June 2026', 'amber', ['June 2026|21 working days left|Tuesday 30 June 2026']],
    ['one day', '', '2 June 2026', 'red', ['June 2026|1 working day left|Tuesday 2 June 2026']],
    ['today', '', '1 June 2026', 'red', ['June 2026|due today|Monday 1 June 2026']],
    ['a day gone by', '', '22 May 2026', 'red', ['May 2026|overdue by 5 working days|Friday 22 May 2026']],
    ['a weekend gone by', '', '30 May 2026', 'red', ['May 2026|overdue by 1 working day|Saturday 30 May 2026 (not a working day)']],
    ['a day gone by, in a plan without statuses', '', '22 May 2026', '', ['May 2026|5 working days ago|Friday 22 May 2026']],
    ['a day gone by of what is called on track', '', '22 May 2026', 'green', []],
    ['what is complete', '', '31 July 2026', 'complete', []],
    ['a day many years away', '', '31 July 2036', 'amber', []],
    ['no day', '', 'soon', 'amber', []],
    ['initials', 'HA', '', '', ['HA|Head of Assessment|Hanna Aldous']],
    ['two people', 'HA and RT', '', '', ['and RT|Head of Assessment, Head of Quality|Hanna Aldous, Rob Tarrant']],
    ['initials of somebody without a post, and of nobody', 'XY', '', '', []],
    ['a post', 'Head of Assessment', '', '', []],
  ] as const) {
    it(`tell of ${what}`, async () => {
      const found = await hintsIn(row(owner, due, status));
      assert.deepEqual(
        found.map((hint) => hint.replace(/^.*\| (?=HA)/, '')),
        says,
      );
    });
  }

  it('are those of the lines asked for, and of the kinds wanted', async () => {
    const source = row('HA', '31 July 2026', 'amber');
    const snapshot = await snapshotOf(worldOf(source));
    const at = snapshot.view.text.indexOf('## Actions');
    assert.deepEqual(
      inlayHints(snapshot, { start: at, end: at + 3 }, () => true),
      [],
    );
    assert.deepEqual(
      inlayHints(snapshot, { start: 0, end: 10_000 }, (kind) => kind === 'owner-post').map(({ text }) => text),
      ['Head of Assessment'],
    );
  });
});
