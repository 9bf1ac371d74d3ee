import assert from 'node:assert/strict';
import { readXlsx } from 'hucre/xlsx';
import { trackerSheets } from '../../../server/src/conversion/tracker.ts';
import { exported } from './harness.ts';
import { checkPackage, xmlElements } from './office-package.ts';

const plan = `---
type: action-plan
title: The plan
as-at: 2026-06-01
status-scale: rag
people:
  AB: Ann Bell, Head of Assessment
---

## Actions

| Ref | Addresses | Action | Owner | Due | Status |
|---|---|---|---|---|---|
| A1 | F1 | Train staff | AB | 30 April 2026 | 🔴 |
| A2 | F1 | =HYPERLINK("http://x.example") | Head of Care | July 2026 | green |
| A3 | F2 | +44 call | Head of Care | 30 April 2026 | complete |
| A4 |  | Write | AB | 20 June 2026 | amber: waiting for the police |

## Areas for improvement

- **F1** Late plans
- **F2** Thin plans
- **F3** No plans
`;

describe('the tracker', () => {
  const workbook = async (source = plan) => {
    const bytes = (await exported(source, 'xlsx')) as Uint8Array;
    return {
      parts: checkPackage(bytes),
      sheets: new Map((await readXlsx(bytes)).sheets.map((sheet) => [sheet.name, sheet])),
      styled: new Map((await readXlsx(bytes, { readStyles: true })).sheets.map((sheet) => [sheet.name, sheet])),
    };
  };

  it('has a row for each action, days as days, a status as its word unless it says more', async () => {
    const { rows } = (await workbook()).sheets.get(trackerSheets.actions)!;
    assert.deepEqual(rows[0], ['Ref', 'Addresses', 'Action', 'Owner', 'Due', 'Progress', 'Status', 'Overdue?']);
    assert.deepEqual(
      rows.slice(1).map((row) => row.map((cell) => (cell instanceof Date ? `day ${cell.toISOString().slice(0, 10)}` : cell))),
      [
        ['A1', 'F1', 'Train staff', 'AB', 'day 2026-04-30', null, 'red', 'Overdue'],
        ['A2', 'F1', '=HYPERLINK("http://x.example")', 'Head of Care', 'July 2026', null, 'green', ''],
        ['A3', 'F2', '+44 call', 'Head of Care', 'day 2026-04-30', null, 'complete', ''],
        ['A4', null, 'Write', 'AB', 'day 2026-06-20', null, 'amber: waiting for the police', 'Due soon'],
      ],
    );
  });

  it('has formulas for what is overdue and nowhere else, whatever the text begins with', async () => {
    const { parts } = await workbook();
    const formulas = Object.entries(parts).flatMap(([path, part]) =>
      path.startsWith('xl/worksheets/') ? Array.from(part.matchAll(/<c r="([A-Z]+)\d+"[^>]*><f>/g), ([, column]) => column) : [],
    );
    assert.deepEqual([...new Set(formulas)], ['H']);
    assert.match(parts['xl/worksheets/sheet1.xml']!, /<f>IF\(NOT\(ISNUMBER\(E2\)\),"",[^<]*TODAY\(\)[^<]*"Overdue"/);
  });

  it('offers statuses and owners, and keeps its heads, labels and formulas from being typed over', async () => {
    const { parts, sheets } = await workbook();
    const elements = xmlElements(parts['xl/worksheets/sheet1.xml']!, 'sheet1');
    const named = (name: string) => elements.filter((element) => element.name === name).map(({ attributes }) => attributes);
    assert.deepEqual(
      named('dataValidation').map((one) => [one['type'], one['sqref']]),
      [
        ['list', 'G2:G5'],
        ['list', 'D2:D5'],
        ['date', 'E2:E5'],
      ],
    );
    assert.deepEqual(
      sheets
        .get(trackerSheets.lists)!
        .rows.map(([status, owner]) => [status, owner])
        .slice(0, 4),
      [
        ['Statuses', 'Owners'],
        ['red', 'AB'],
        ['amber', 'Head of Care'],
        ['green', null],
      ],
    );
    assert.equal(named('sheetProtection')[0]!['sheet'], '1');
    assert.equal(named('sheetProtection')[0]!['password'], undefined);
    const locked = xmlElements(parts['xl/styles.xml']!, 'styles')
      .filter(({ name, inside }) => name === 'protection' && inside.includes('cellXfs'))
      .map(({ attributes }) => attributes['locked']);
    const styleOf = (cell: string) => Number(named('c').find((one) => one['r'] === cell)!['s']);
    // The first style of a workbook has no protection of its own, and is locked.
    const isLocked = (cell: string) => locked[styleOf(cell) - 1] === '1';
    assert.deepEqual(['A1', 'A2', 'B2', 'C2', 'D2', 'E2', 'F2', 'G2', 'H2'].map(isLocked), [
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    assert.equal(named('pane')[0]!['ySplit'], '1');
    assert.equal(named('autoFilter')[0]!['ref'], 'A1:H5');
    assert.match(parts['xl/workbook.xml']!, /<sheet name="Lists"[^>]*state="veryHidden"/);
  });

  it('remembers what was exported', async () => {
    const { rows } = (await workbook()).sheets.get(trackerSheets.exported)!;
    assert.deepEqual(rows.map((row) => row.map((cell) => cell ?? '')).slice(0, 3), [
      ['Inspection Response tracker', '1', 'example.report.md', '', '', '', ''].slice(0, rows[0]!.length),
      ['ref', 'addresses', 'action', 'owner', 'due', 'progress', 'status'],
      ['A1', 'F1', 'Train staff', 'AB', '2026-04-30', '', 'red'],
    ]);
  });

  it('lists the findings of the response with the actions that answer them', async () => {
    assert.deepEqual(
      (await workbook()).sheets
        .get(trackerSheets.findings)!
        .rows.map(([ref, , text, actions]) => [ref, text, actions])
        .slice(1),
      [
        ['F1', 'Late plans', 'A1, A2'],
        ['F2', 'Thin plans', 'A3'],
        ['F3', 'No plans', 'None yet'],
      ],
    );
  });

  it('has the addresses of the web that evidence often is', async () => {
    const source =
      '---\ntype: action-plan\n---\n\n| Ref | Action | Owner | Evidence |\n|---|---|---|---|\n| A1 | Train | Head | https://council.example/a |\n\n## Actions\n\n- **A2** Write\n  - Owner: Head\n  - Evidence: see https://council.example/b\n';
    assert.deepEqual(
      (await workbook(source)).sheets.get(trackerSheets.actions)!.rows.map((row) => row[4]),
      ['Evidence', 'https://council.example/a', 'see https://council.example/b'],
    );
  });

  it('names the plan where there are several', async () => {
    const two =
      '//- /a.plan.md\n---\ntitle: First\n---\n\n## Actions\n\n- **A1** One\n//- /b.plan.md\n---\ntitle: Second\n---\n\n## Actions\n\n- **B1** Two\n';
    assert.deepEqual(
      (await workbook(two)).sheets.get(trackerSheets.actions)!.rows.map((row) => row.slice(0, 2)),
      [
        ['Plan', 'Ref'],
        ['First', 'A1'],
        ['Second', 'B1'],
      ],
    );
  });

  it('says where there is nothing to track', () =>
    assert.rejects(
      exported('## Summary\n\nText.\n', 'xlsx'),
      /There are no actions in “example.report.md”, so that there is nothing to keep track of\. Export the action plan\./,
    ));

  it('is a table for any spreadsheet too, which takes no cell for a formula', async () => {
    assert.equal(
      await exported(plan, 'csv'),
      [
        '\ufeffRef,Addresses,Action,Owner,Due,Progress,Status,Overdue?',
        'A1,F1,Train staff,AB,2026-04-30,,red,Overdue',
        'A2,F1,"\'=HYPERLINK(""http://x.example"")",Head of Care,July 2026,,green,',
        "A3,F2,'+44 call,Head of Care,2026-04-30,,complete,",
        'A4,,Write,AB,2026-06-20,,amber: waiting for the police,Due soon',
      ].join('\r\n'),
    );
  });
});

describe('the calendar', () => {
  const events = async (source: string): Promise<string[]> => {
    const text = ((await exported(source, 'ics')) as string).replace(/\r\n[ \t]/g, '');
    assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) < 2000));
    return Array.from(text.matchAll(/DTSTART;VALUE=DATE:(\d+)[^]*?SUMMARY:([^\r]*)/g), ([, day, summary]) => `${day} ${summary}`);
  };

  it('has what is still to be done on its last day, and nothing that is finished', async () => {
    assert.deepEqual(await events(plan), ['20260430 Due: A1 Train staff', '20260620 Due: A4 Write', '20260731 Due: A2 =HYPERLINK("")']);
  });

  it('has the meeting, the day of publication and the deadlines of law, with their sums', async () => {
    const report =
      '---\ntype: committee-report\nbody: Cabinet\nmeeting-date: 2026-03-10\ninspection:\n  inspectorate: Ofsted\n  framework: ILACS\n  event: inspection\n  received: 2026-02-19\n---\n\nText.\n';
    assert.deepEqual(
      (await events(report)).map((event) => event.slice(0, 41)),
      [
        '20260227 Hand in the final report for the',
        '20260302 Publish the papers for the meeti',
        '20260310 Meeting: Cabinet',
        '20260312 Publish the decisions of the mee',
        '20260319 Last day for calling in the deci',
        '20260402 Publish the inspection report',
        '20260603 Publish the written statement of',
      ],
    );
  });

  it('knows its events again the next time', async () => {
    const ids = async (source: string) => Array.from(((await exported(source, 'ics')) as string).matchAll(/UID:(\S+)/g), ([, id]) => id);
    assert.deepEqual(await ids(plan), await ids(plan.replace('30 April 2026 | 🔴', '1 May 2026 | 🔴')));
    assert.equal(new Set(await ids(plan)).size, 3);
  });

  it('says where there is no date', () =>
    assert.rejects(exported('## Summary\n\nText.\n', 'ics'), /There is no date to come in “example\.report\.md”/));
});
