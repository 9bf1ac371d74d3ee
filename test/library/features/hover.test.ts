import assert from 'node:assert/strict';
import { hover } from '../../../server/src/language/features/reading-aids/hover.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import { snapshotOf, worldOf } from '../harness.ts';

/** Text and source of what is said at the cursor; null where nothing is. */
async function hoverAt(source: string): Promise<{ text: string; on: string } | null> {
  const world = worldOf(source);
  for (const { address, text } of world.fixture.files.slice(1)) world.service.open(address, 1, text);
  const snapshot = await snapshotOf(world);
  const found = hover(snapshot, world.fixture.cursor!.offset, rules);
  return found && { text: found.text, on: snapshot.view.slice(found.span) };
}

const minutes = (body: string): string => `---\ntype: minutes\nas-at: 2026-06-01\n---\n\n# Notes\n\n${body}\n`;

describe('hover', () => {
  for (const [what, text, says] of [
    ['a working day to come', 'Due on 3$01 July 2026.', /^\*\*Friday 31 July 2026\*\*\n\nA working day, in 60 days \(44 working days\)\.$/],
    ['a day gone by', 'On $022 May 2026 they met.', /^\*\*Friday 22 May 2026\*\*\n\nA working day, 10 days \(\d working days\) ago\.$/],
    ['today', 'On 1 Ju$0ne 2026.', /A working day, today\./],
    ['a bank holiday', 'On 31 August 20$026.', /^\*\*Monday 31 August 2026 \(.*bank holiday.*\)\*\*\n\nNot a working day/i],
    ['a Saturday', 'On 6 Ju$0ne 2026.', /^\*\*Saturday 6 June 2026 \(not a working day\)\*\*\n\nNot a working day/],
    ['a month', 'By Ju$0ly 2026.', /^From Wednesday 1 July 2026 to Friday 31 July 2026\.$/],
    [
      'an acronym that the document writes out',
      'The Local Area Partnership (LAP) met.\n\nThe L$0AP decided.',
      /^\*\*LAP\*\* Local Area Partnership\n\nWritten out on line 8\.$/,
    ],
    ['a link whose address stands elsewhere', 'See [the pl$0an][p].\n\n[p]: a.plan.md', /^Leads to `a\.plan\.md` \(line 10\)\.$/],
    ['an acronym of the field', 'The AD$0CS wrote.', /Association of Directors of Children's Services\n\nIts usual meaning/],
  ] as const) {
    it(`tells of ${what}`, async () => {
      const found = await hoverAt(minutes(text));
      assert.match(found?.text ?? '(nothing)', says);
    });
  }

  it('is silent about a day that is not in the calendar, and about plain words', async () => {
    assert.equal(await hoverAt(minutes('On 31 Ju$0ne 2026.')), null);
    assert.equal(await hoverAt(minutes('The bo$0ard met.')), null);
    assert.equal(await hoverAt('---\ntype: minutes\nas-at: 2026-06-3$01\n---\n'), null);
  });

  it('tells what a label labels, where, and what addresses it', async () => {
    const found = await hoverAt(`//- /northmere/visit.plan.md
---
type: action-plan
---

## Actions

| Ref | Addresses | Action | Owner | Due |
|---|---|---|---|---|
| A1 | F$07 | Train | HA | 31 July 2026 |
//- /northmere/visit.letter.md
---
type: inspection-letter
title: Letter
---

## Areas for improvement

- **F7** Planning for *care* leavers.
`);
    assert.equal(found?.on, 'F7');
    assert.match(
      found?.text ?? '',
      /^\*\*F7\*\* Area for improvement, visit\.letter\.md \(inspection letter\)\n\nPlanning for care leavers\.\n\nAddressed by A1\.$/,
    );
  });

  it('shows text of the document as text', async () => {
    const found = await hoverAt(
      '//- /x.plan.md\n---\ntype: action-plan\n---\n\n## Areas for improvement\n\n- **F7** See <b>this</b> `x` \\[y](command:evil) \\*z\\*.\n\n## Background\n\nOf F$07.\n',
    );
    assert.ok(found);
    assert.doesNotMatch(found.text.replace(/^\*\*F7\*\*/, '').replace(/\\./g, ''), /[<`[*]/);
  });

  it('tells what a section is for, in the words of the house style', async () => {
    const found = await hoverAt(
      '---\ntype: committee-report\nhouse-style: generic\n---\n\n# Report\n\n## 2. Reco$0mmendations\n\nThat the board notes it.\n',
    );
    assert.match(found?.text ?? '', /^\*\*Recommendations?\*\* \(.+, required\)\n\n\S/);
  });

  it('tells what a key is for and what a value means', async () => {
    assert.match((await hoverAt('---\ntype: minutes\nexe$0mpt: 3\n---\n'))?.text ?? '', /^\*\*exempt\*\*.*\n\n.*Schedule 12A/s);
    assert.match((await hoverAt('---\ntype: minutes\nexempt: 3$0\n---\n'))?.text ?? '', /financial or business affairs/);
    assert.match((await hoverAt('---\ntype: minutes\ninspection:\n  rec$0eived: 2026-05-20\n---\n'))?.text ?? '', /received/);
    assert.match((await hoverAt('---\ntype: minutes\ninspection:\n  received: 2026-05-2$00\n---\n'))?.text ?? '', /Wednesday 20 May 2026/);
  });

  it('shows the sum of a deadline: week by week where it is long, day by day where it is short', async () => {
    const visit = (published: string, rest: string) =>
      `---\ntype: committee-report\nbody: Panel\nmeeting-date: 2021-06-07\npublished: 2021-05-27\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  published: ${published}\n---\n# Report\n\n${rest}\n`;
    const draft = `**Send the draft action plan to Ofsted**: Tuesday 8 June 2021

20 working days after 10 May 2021, the day of publication \\(no day of receipt is given\\); that day is day 0`;
    const weeks = `Saturdays and Sundays are left out.

- Tuesday 11 May 2021 to Friday 14 May 2021: 4 counted, 4 in all
- Monday 17 May 2021 to Friday 21 May 2021: 5 counted, 9 in all
- Monday 24 May 2021 to Friday 28 May 2021: 5 counted, 14 in all
- Tuesday 1 June 2021 to Friday 4 June 2021: 4 counted, 18 in all; left out: Monday 31 May 2021 (Spring bank holiday)
- Monday 7 June 2021 to Tuesday 8 June 2021: 2 counted, 20 in all`;
    const tooLate = 'A draft action plan is to be sent to Ofsted by 17 Ju$0ne 2021.';
    for (const source of [
      visit('2021-05-1$00', ''),
      visit('2021-05-10', 'The draft was due on 8 J$0une 2021.'),
      visit('2021-05-10', tooLate),
    ]) {
      const text = (await hoverAt(source))?.text ?? '';
      assert.ok(text.includes(draft) && text.includes(weeks), text);
      assert.match(text, /\(.*Ofsted.*\)/);
    }
    const papers = (await hoverAt(visit('2021-05-10', '').replace('published: 2021-05-27', 'published: 2021-05-2$07')))?.text ?? '';
    assert.ok(
      papers.includes(`- Friday 28 May 2021: 1 counted, 1 in all
- Monday 31 May 2021 (Spring bank holiday): 0 counted, 1 in all
- Tuesday 1 June 2021: 1 counted, 2 in all
- Wednesday 2 June 2021: 1 counted, 3 in all
- Thursday 3 June 2021: 1 counted, 4 in all
- Friday 4 June 2021: 1 counted, 5 in all`),
      papers,
    );
    assert.match(papers, /Local Government Act 1972/);
    assert.doesNotMatch((await hoverAt(visit('2021-05-10', 'On 9 J$0une 2021 it rained.')))?.text ?? '', /working days after/);
  });

  it('tells what a rule says, in a comment that leaves it out', async () => {
    assert.match(
      (await hoverAt('# x\n\n<!-- inspection-response-disable dates/week$0day-mismatch: agreed -->\n'))?.text ?? '',
      /^\*\*dates\/weekday-mismatch\*\*\n\n\S/,
    );
    assert.match(
      (await hoverAt('# x\n\n<!-- inspection-response-disable dates/non$0sense: agreed -->\n'))?.text ?? '',
      /no rule of the name/,
    );
  });

  it('never throws, at any offset', async () => {
    for (const source of [
      minutes('| a | F1 |\n|---|---|\n| **F1** x (XY) | 1/2/26 |\n\n- **A1** x\n  - Due: soon'),
      '---\n: [\n---\n',
      '\uFEFF---\na: {b: c\n',
      '',
    ]) {
      const world = worldOf(source);
      const snapshot = await snapshotOf(world);
      for (let offset = 0; offset <= snapshot.view.text.length; offset++) {
        const found = hover(snapshot, offset, rules);
        if (found) assert.ok(found.span.start <= offset && offset <= found.span.end && found.text !== '');
      }
    }
  });
});
