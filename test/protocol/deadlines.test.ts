import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DeadlinePlace, ShownDeadlines } from '../../server/src/lsp/protocol/deadlines.ts';
import { sharedSession } from './client.ts';

const planUri = 'file:///deadlines/visit.plan.md';
const reportUri = 'file:///deadlines/visit.report.md';
const inspection = 'inspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2026-02-19\n';
const plan = `---\ntype: action-plan\ntitle: The plan\n${inspection}---\n\n## Actions\n\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Quality | 31 March 2026 | amber |\n| A2 | Train managers | Head of Audit | 31 March 2026 | complete |\n`;
const report = '---\ntype: committee-report\nbody: Cabinet\nmeeting-date: 2026-05-20\n---\n\n# Report\n';

describe('deadlines for a client', () => {
  const shared = sharedSession();
  const opened = async () => {
    const session = shared();
    await session.open(planUri, plan);
    await session.open(reportUri, report);
    return session;
  };

  it('of the response of a document, as they stand on a day, each with its sum', async () => {
    const session = await opened();
    const shown = await session.request<ShownDeadlines>('inspectionResponse/deadlines', { uri: reportUri, asAt: '2026-05-11' });
    assert.deepEqual([shown.asAtInWords, shown.title], ['11 May 2026', 'The plan']);
    assert.deepEqual(
      shown.deadlines.map(({ id, standing, file }) => `${id}: ${standing}, ${file}`),
      [
        'statutory focused-visit-draft: passed, visit.plan.md',
        'action A1: overdue, visit.plan.md',
        'action A2: done, visit.plan.md',
        'report 0: soon, visit.report.md',
        'papers 0: soon, visit.report.md',
        'meeting 0: soon, visit.report.md',
        'decisions 0: soon, visit.report.md',
        'call-in 0: soon, visit.report.md',
        'statutory focused-visit-plan: soon, visit.plan.md',
      ],
    );
    const { dateInWords, away, rule, leftOut, source } = shown.deadlines.at(-1)!;
    assert.deepEqual([dateInWords, away], ['Wednesday 3 June 2026', 'in 23 days (16 working days)']);
    assert.match(rule, /^70 working days after 19 February 2026, the day of receipt/);
    assert.deepEqual(leftOut, [
      'Good Friday (3 April 2026)',
      'Easter Monday (6 April 2026)',
      'Early May bank holiday (4 May 2026)',
      'Spring bank holiday (25 May 2026)',
    ]);
    assert.match(source!, /policy since August 2018/);
  });

  it('of an inspection that only the text of a paper tells of, open or not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ir-deadlines-'));
    const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
    const letter =
      '---\ntype: inspection-letter\n---\n\n# Letter\n\nOfsted made a focused visit. The letter was received on 19 February 2026.\n\n## Areas for priority action\n\n- **P1** Visits\n';
    writeFileSync(join(folder, 'visit.letter.md'), letter);
    const session = shared();
    await session.open(uri('visit.report.md'), report);
    const inspections = async () =>
      (await session.request<ShownDeadlines>('inspectionResponse/deadlines', { uri: uri('visit.report.md'), asAt: '2026-03-01' })).deadlines
        .filter(({ kind }) => kind === 'inspection')
        .map(({ id, date }) => `${date} ${id}`);
    const closed = await inspections();
    await session.open(uri('visit.letter.md'), letter);
    assert.deepEqual(await inspections(), closed);
    assert.deepEqual(closed, ['2026-03-19 statutory focused-visit-draft', '2026-06-03 statutory focused-visit-plan']);
    rmSync(folder, { recursive: true, force: true });
  });

  it('of every response where no document is named, and of none of ours null', async () => {
    const session = await opened();
    const every = await session.request<ShownDeadlines>('inspectionResponse/deadlines', { uri: null, asAt: null });
    assert.ok(every.deadlines.some(({ response }) => response === 'The plan'));
    assert.equal(await session.request('inspectionResponse/deadlines', { uri: 'file:///no/such.plan.md', asAt: null }), null);
  });

  it('lead to the action, the meeting or the inspection, as the documents now are', async () => {
    const session = await opened();
    const placeOf = (uri: string, id: string) => session.request<DeadlinePlace | null>('inspectionResponse/deadlinePlace', { uri, id });
    assert.deepEqual(await placeOf(planUri, 'action A1'), { uri: planUri, position: session.at(planUri, 'A1') });
    assert.deepEqual(await placeOf(planUri, 'statutory focused-visit-plan'), {
      uri: planUri,
      position: session.at(planUri, 'inspection:'),
    });
    assert.deepEqual(await placeOf(reportUri, 'second private notice 0'), {
      uri: reportUri,
      position: session.at(reportUri, '2026-05-20'),
    });
    assert.deepEqual(await placeOf(reportUri, 'meeting 2026-05-20'), { uri: reportUri, position: session.at(reportUri, 'body:') });
    assert.deepEqual(await placeOf(planUri, 'action that is gone'), { uri: planUri, position: { line: 0, character: 0 } });
    assert.equal(await placeOf('file:///gone/away.plan.md', 'action A1'), null);
  });
});
