import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openXlsx, saveXlsx } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { importFile } from '../../../server/src/conversion/import/import-file.ts';
import { trackerBack, trackerKey, type TrackerBack } from '../../../server/src/conversion/import/tracker/tracker-back.ts';
import { neverCancelled } from '../../../server/src/language/host.ts';
import { modelToJson } from '../../../server/src/language/model/to-json.ts';
import { exported } from '../export/harness.ts';
import { worldOf } from '../harness.ts';
import { bodyOf } from './words.ts';

const plan = `---
type: action-plan
title: The plan
status-scale: rag
---

# The plan

## Actions

| Ref | Action | Owner | Due | Status |
|---|---|---|---|---|
| A1 | Train staff | AB | 30 April 2026 | red |
| A2 | Recruit | Head of Care | July 2026 | green |
|  | Write \\| call | AB | 2 May 2026 | amber |

- **A10** Meet the police
  - Owner: AB
  - Due: 1 May 2026
`;

/** What an owner types: action, heading, value. */
type Typed = readonly (readonly [action: string, heading: string, value: string | Date])[];

/** The plan's tracker, filled in by owners. */
async function tracker(
  typed: Typed,
  sorted = false,
  more: readonly Readonly<Record<string, string>>[] = [],
  source = plan,
): Promise<Uint8Array> {
  const workbook = await openXlsx((await exported(source, 'xlsx')) as Uint8Array);
  const sheet = workbook.sheets.find(({ name }) => name === 'Actions')!;
  const [head, ...rows] = sheet.rows as [string[], ...(string | Date | null)[][]];
  for (const [action, heading, value] of typed) rows.find((row) => row.includes(action))![head.indexOf(heading)] = value;
  for (const row of more) sheet.rows.push(head.map((heading) => row[heading] ?? null));
  if (sorted) sheet.rows.splice(1, rows.length, ...rows.toReversed());
  return saveXlsx(workbook);
}

async function back(bytes: Uint8Array, now = plan, chosen: readonly string[] | null = null): Promise<TrackerBack> {
  const { fixture, service } = worldOf(now);
  const { address, text } = fixture.files[0]!;
  service.open(address, 1, text);
  const { view } = (await service.snapshot(address, 'linked', neverCancelled))!;
  return trackerBack(bytes, view, modelToJson(view, 'plan').title, chosen && new Set(chosen));
}

const inShort = ({ changes }: TrackerBack): string[] =>
  changes.map(({ action, field, before, after }) => `${action} ${field}: ${before} → ${after}`);

describe('a tracker that comes back', () => {
  it('as it was exported, has no changes', async () => {
    const { changes, conflicts, notes, text } = await back(await tracker([]));
    assert.deepEqual([changes, conflicts, notes, text], [[], [], [], plan]);
  });

  it('changes only the cells that owners changed, in the order of labels, however they sorted the rows', async () => {
    const read = await back(
      await tracker(
        [
          ['Meet the police', 'Owner', 'Mary Fell'],
          ['Recruit', 'Due', new Date('2026-08-31T00:00:00Z')],
          ['Train staff', 'Status', 'amber'],
          ['Write | call', 'Owner', 'CD'],
        ],
        true,
      ),
    );
    assert.deepEqual(inShort(read), [
      '“Write | call” owner: AB → CD',
      'A1 status: red → amber',
      'A2 due: July 2026 → 2026-08-31',
      'A10 owner: AB → Mary Fell',
    ]);
    assert.equal(
      read.text,
      plan
        .replace('30 April 2026 | red', '30 April 2026 | amber')
        .replace('July 2026', '31 August 2026')
        .replace('call | AB', 'call | CD')
        .replace('Owner: AB', 'Owner: Mary Fell'),
    );
  });

  it('writes a field that the plan did not have: a line under an item, a column of a table', async () => {
    const read = await back(
      await tracker([
        ['Train staff', 'Progress', 'Half of them |\nso far'],
        ['Meet the police', 'Progress', 'Met once'],
      ]),
    );
    assert.match(
      read.text,
      /\| Ref \| Action \| Owner \| Due \| Status \| Progress \|\n\|---\|---\|---\|---\|---\| --- \|\n\| A1 \|.*\| red \| Half of them \\\|<br>so far \|\n\| A2 \|.*\| green \|  \|\n/,
    );
    assert.match(read.text, /- Due: 1 May 2026\n {2}- Progress: Met once\n/);
    assert.ok(read.notes.some((note) => note.includes('no column “Progress”')));
  });

  it('leaves the plan as it is where both changed, and says so', async () => {
    const now = plan.replace('July 2026', 'September 2026').replace('| red |', '| amber |');
    const read = await back(
      await tracker([
        ['Recruit', 'Due', new Date('2026-08-31T00:00:00Z')],
        ['Train staff', 'Status', 'amber'],
      ]),
      now,
    );
    assert.deepEqual(read.conflicts, [{ action: 'A2', field: 'due', before: 'July 2026', after: '2026-08-31', plan: 'September 2026' }]);
    assert.deepEqual([read.changes, read.text], [[], now]);
  });

  it('takes what was chosen of the changes, conflicts and new rows, and nothing else', async () => {
    const now = plan.replace('July 2026', 'September 2026');
    const bytes = await tracker(
      [
        ['Recruit', 'Due', new Date('2026-08-31T00:00:00Z')],
        ['Train staff', 'Status', 'amber'],
        ['Train staff', 'Owner', 'CD'],
      ],
      false,
      [{ Ref: 'A11', Action: 'Check | ten cases', Owner: 'EF', Due: '2026-09-30' }],
    );
    const offered = await back(bytes, now);
    assert.deepEqual(
      [offered.added, offered.conflicts.map(({ action }) => action), offered.text.includes('A11')],
      [['A11'], ['A2'], false],
    );
    const read = await back(bytes, now, [trackerKey('A2', 'due'), trackerKey('A1', 'status'), trackerKey('A11', null)]);
    assert.equal(
      read.text,
      `${now.replace('| red |', '| amber |').replace('September 2026', '31 August 2026').trimEnd()}\n- **A11** Check | ten cases\n  - Owner: EF\n  - Due: 30 September 2026\n`,
    );
    assert.deepEqual(inShort(read), inShort(offered));
  });

  it('a new row goes into the table of the plan; what the table has no column for is said', async () => {
    const table = plan.slice(0, plan.indexOf('\n- **A10**'));
    const bytes = await tracker(
      [['Train staff', 'Progress', 'Half of them']],
      false,
      [
        { Ref: 'A3', Action: 'Check | ten cases', Owner: 'EF', Status: 'red' },
        { Action: 'Write it up', Progress: 'Begun' },
      ],
      table,
    );
    const read = await back(bytes, table, [trackerKey('A3', null), trackerKey('“Write it up”', null)]);
    assert.equal(read.text, `${table.trimEnd()}\n| A3 | Check \\| ten cases | EF |  | red |\n|  | Write it up |  |  |  |\n`);
    assert.ok(
      read.notes.some((note) => note.includes('no column “Progress” for the new row “Write it up”')),
      read.notes.join('\n'),
    );
    const all = await back(bytes, table, [trackerKey('A1', 'progress'), trackerKey('A3', null)]);
    assert.match(
      all.text,
      /\| Status \| Progress \|\n[^]*\| red \| Half of them \|\n[^]*\n\| A3 \| Check \\\| ten cases \| EF \| {2}\| red \|\n$/,
    );
  });

  it('a row that is no action of the plan is named', async () => {
    const { notes, changes } = await back(await tracker([]), plan.replace('| A2 | Recruit | Head of Care | July 2026 | green |\n', ''));
    assert.deepEqual(changes, []);
    assert.ok(
      notes.some((note) => note.includes('A2') && note.includes('no action of the plan')),
      notes.join('\n'),
    );
  });

  describe('as owners leave one', () => {
    /** The tracker with its sheet changed by hand. */
    const changed = async (
      change: (rows: (string | number | Date | null)[][], head: readonly string[]) => void,
      name = 'Actions',
    ): Promise<Uint8Array> => {
      const workbook = await openXlsx((await exported(plan, 'xlsx')) as Uint8Array);
      const sheet = workbook.sheets.find((one) => one.name === 'Actions')!;
      change(sheet.rows as never, [...(sheet.rows[0] as string[])]);
      sheet.name = name;
      return saveXlsx(workbook);
    };
    const rowOf = (rows: (string | number | Date | null)[][], action: string) => rows.find((row) => row.includes(action))!;

    it('under a heading of their own, in a sheet of another name, with a column of theirs, which is said', async () => {
      const read = await back(
        await changed((rows, head) => {
          rows[0]!.push('Comments');
          rowOf(rows, 'Recruit').push('Ask HR');
          rowOf(rows, 'Recruit')[head.indexOf('Owner')] = 'Mary Fell';
          rows.unshift(['Tracker for the board, May'], []);
        }, 'May 2026'),
      );
      assert.deepEqual(
        [inShort(read), read.notes],
        [['A2 owner: Head of Care → Mary Fell'], ['The plan has no place for what stands in the column “Comments”; it was left out.']],
      );
    });

    it('a day typed in another order, or as a number, and a status in another word say what they mean', async () => {
      const read = await back(
        await changed((rows, head) => {
          const [due, status] = [head.indexOf('Due'), head.indexOf('Status')];
          rowOf(rows, 'Train staff')[due] = '30/04/26';
          rowOf(rows, 'Train staff')[status] = 'R';
          rowOf(rows, 'Write | call')[due] = 46_144;
          rowOf(rows, 'Meet the police')[due] = 'Friday 29-May-2026';
          rowOf(rows, 'Recruit')[status] = 'Amber';
        }),
      );
      assert.deepEqual(inShort(read), ['A2 status: green → amber', 'A10 due: 2026-05-01 → 2026-05-29']);
      assert.match(read.text, /Due: 29 May 2026/);
    });

    it('a row that was copied: what one of them changed counts, what both changed is said; a row that went stays in the plan', async () => {
      const read = await back(
        await changed((rows, head) => {
          const copy = [...rowOf(rows, 'Train staff')];
          copy[head.indexOf('Owner')] = 'CD';
          copy[head.indexOf('Status')] = 'amber';
          rowOf(rows, 'Train staff')[head.indexOf('Status')] = 'green';
          rows.push(copy);
          rows.splice(
            rows.findIndex((row) => row.includes('Recruit')),
            1,
          );
        }),
      );
      assert.deepEqual(inShort(read), ['A1 owner: AB → CD']);
      assert.deepEqual(read.notes, [
        'A2 has no row in the tracker any more. It stays in the plan as it is.',
        'A1 stands in 2 rows that say different things (“green”, “amber”); the plan stays as it is there.',
      ]);
    });

    it('an action without a label whose words were changed too, in its old place or sorted away', async () => {
      const retype = (rows: (string | number | Date | null)[][], head: readonly string[]) => {
        const row = rowOf(rows, 'Write | call');
        row[head.indexOf('Action')] = 'Write and call';
      };
      assert.deepEqual(inShort(await back(await changed(retype))), ['“Write and call” action: Write | call → Write and call']);
      const sorted = await back(
        await changed((rows, head) => {
          retype(rows, head);
          rows.splice(1, rows.length, ...rows.slice(1).toReversed());
        }),
      );
      assert.deepEqual([sorted.changes, sorted.added], [[], ['“Write and call”']], 'nobody can tell which action it was');
    });

    it('two actions of the plan with one label are told by their words', async () => {
      const twice = plan.replace('| A2 |', '| A1 |');
      const workbook = await tracker([['Recruit', 'Owner', 'Mary Fell']], true, [], twice);
      assert.match((await back(workbook, twice)).text, /\| A1 \| Recruit \| Mary Fell \|/);
    });
  });

  it('another workbook: what differs is a change, empty cells are none', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Sheet1',
          rows: [
            ['Improvement plan'],
            ['No', 'Action', 'Lead', 'By when', 'RAG'],
            ['A1', 'Train staff', 'Mary Fell', null, 'Red'],
            ['A2', 'Recruit', 'Head of Care', 'July 2026', 'amber'],
          ],
        },
      ],
    });
    const read = await back(bytes);
    assert.deepEqual(inShort(read), ['A1 owner: AB → Mary Fell', 'A2 status: green → amber']);
    assert.ok(read.notes[0]!.includes('does not hold what was exported'));
  });

  it('a workbook without a table of actions, or that is none, is told', async () => {
    await assert.rejects(
      back(
        await writeXlsx({
          sheets: [
            {
              name: 'Sheet1',
              rows: [
                ['x', 'y'],
                [1, 2],
              ],
            },
          ],
        }),
      ),
      /no table of actions/,
    );
    await assert.rejects(back((await tracker([])).subarray(0, 500)), /damaged/);
  });
});

describe('a workbook as a plan of its own', () => {
  it('each sheet that can be seen is a section with its table; days are written in words', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Plan',
          rows: [
            ['Improvement plan 2026'],
            [],
            ['Ref', 'Action', 'Lead', 'By when'],
            ['A1', 'Train *all* staff', 'Mary Fell', new Date('2026-07-31T00:00:00Z')],
            ['A2', 'Recruit', 'Head of Care', 'Autumn'],
          ],
        },
        { name: 'Notes', hidden: true, rows: [['not shown']] },
      ],
    });
    const { text, type, notes } = await importFile(bytes, 'excel', {});
    assert.equal(type, 'action-plan');
    assert.equal(
      bodyOf(text),
      '# Improvement plan 2026\n\n| Ref | Action | Lead | By when |\n| --- | --- | --- | --- |\n| A1 | Train \\*all\\* staff | Mary Fell | 31 July 2026 |\n| A2 | Recruit | Head of Care | Autumn |\n',
    );
    assert.ok(notes.some((note) => note.includes('“Notes”')));
  });
  it('a tracker keeps its actions', async () => {
    const { text } = await importFile(await tracker([]), 'excel', {});
    assert.match(text, /\| A1 \| Train staff \| AB \| 30 April 2026 \|  \| red \|/);
  });
  it('a tracker with the findings that it answers is a plan, and its columns are no header of a report', async () => {
    const plan = readFileSync(new URL('../../../examples/northmere/northmere-focused-visit.plan.md', import.meta.url), 'utf8');
    const letter = readFileSync(new URL('../../../examples/northmere/northmere-focused-visit.letter.md', import.meta.url), 'utf8');
    const bytes = (await exported(
      `//- /northmere-focused-visit.plan.md\n${plan}\n//- /northmere-focused-visit.letter.md\n${letter}`,
      'xlsx',
    )) as Uint8Array;
    assert.ok((await importFile(bytes, 'excel', {})).notes.includes('Taken for an action plan, because of a table of actions.'));
  });
});
