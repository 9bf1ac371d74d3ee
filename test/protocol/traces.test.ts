import assert from 'node:assert/strict';
import type { Compared, ProgressInserted, ShownTrace } from '../../server/src/lsp/protocol.ts';
import { sharedSession } from './client.ts';
import { letter, plan } from './documents.ts';

const planUri = 'file:///northmere/visit.plan.md';
const letterUri = 'file:///northmere/visit.letter.md';
const answered = plan.replace('## Areas for improvement\n\n- **F1** The timeliness of assessments.\n- **F2** Oversight by managers of the work of social workers.\n\n', '').replace('| A2 | F2 |', '| A2 |  |');

describe('traces and comparisons for a client', () => {
  const shared = sharedSession();
  const opened = async () => {
    const session = shared();
    await session.open(planUri, answered);
    await session.open(letterUri, letter);
    return session;
  };

  it('what answers what in the response of a document, with the place of each thing, gaps first', async () => {
    const session = await opened();
    const [trace] = await session.request<ShownTrace[]>('inspectionResponse/traces', { uri: letterUri });
    const [first] = trace!.rows;
    assert.deepEqual([first?.finding?.label, first?.action, first?.canAddAction], ['F2', null, true]);
    assert.deepEqual(first?.finding?.place, { uri: letterUri, position: session.at(letterUri, 'F2') });
    const answer = trace!.rows.find(({ finding }) => finding?.label === 'F1');
    assert.deepEqual(answer?.action?.place, { uri: planUri, position: session.at(planUri, 'A1') });
  });

  it('the responses that documents of a workspace make up', async () => {
    const session = await opened();
    const traces = await session.request<ShownTrace[]>('inspectionResponse/traces', { uris: [planUri, letterUri, 'file:///gone/away.plan.md'] });
    assert.equal(traces.length, 1);
    assert.equal(traces[0]?.rows[0]?.finding?.label, 'F2');
  });

  it('what is shown, as a file', async () => {
    const session = await opened();
    const file = (format: string, filter = {}) => session.request<string>('inspectionResponse/traceFile', { uri: letterUri, format, filter });
    assert.equal((await file('csv')).trim().split('\r\n').length, 4);
    assert.equal((await file('csv', { owner: 'nobody at all' })).trim().split('\r\n').length, 1);
    assert.match(await file('html'), /^<!doctype html>/);
    assert.equal((JSON.parse(await file('json')) as { responses: unknown[] }).responses.length, 1);
    assert.equal(await session.request('inspectionResponse/traceFile', { uri: 'file:///no/such.plan.md', format: 'csv', filter: {} }), null);
  });

  it('what changed since another text of a document', async () => {
    const session = await opened();
    const compare = (earlier: string) => session.request<Compared>('inspectionResponse/compare', { uri: planUri, earlier });
    assert.equal((await compare(answered)).hasChanged, false);
    const { markdown, hasChanged } = await compare(answered.replace(/^\| A2 .*\n/m, ''));
    assert.equal(hasChanged, true);
    assert.match(markdown, /### New actions\n\n- A2 /);
  });

  const reportUri = 'file:///northmere/visit.report.md';
  const report = '---\ntype: committee-report\ntitle: Answer to the visit\nbody: Cabinet\nmeeting-date: 2020-03-10\npublished: 2020-03-02\n---\n\n# Answer to the visit\n\n## Summary\n\nText.\n\n## Implications\n\nText.\n';

  it('the reports that a comparison may go into, and the edit that puts it there, once', async () => {
    const session = await opened();
    await session.open(reportUri, report);
    const earlier = answered.replace(/^\| A2 .*\n/m, '');
    const { reports } = await session.request<Compared>('inspectionResponse/compare', { uri: planUri, earlier });
    assert.deepEqual(reports, [{ uri: reportUri, title: 'Answer to the visit' }]);
    const insert = () => session.request<ProgressInserted>('inspectionResponse/insertProgress', { uri: reportUri, compared: planUri, earlier });
    const first = await insert();
    assert.deepEqual([first.replaces, first.edits.length, first.edits[0]!.range.start], [null, 1, session.at(reportUri, '## Implications')]);
    assert.match(first.edits[0]!.newText, /^## Progress since [^]*### New actions\n\n- A2 [^]*\n\n$/);
    await session.open(reportUri, report.replace('## Implications', `${first.edits[0]!.newText}## Implications`));
    assert.match((await insert()).replaces ?? '', /^Progress since /);
    assert.equal(await session.request('inspectionResponse/insertProgress', { uri: reportUri, compared: 'file:///gone/away.plan.md', earlier }), null);
  });

  it('the meetings that have been, with the day on which their papers were settled', async () => {
    const session = await opened();
    await session.open(reportUri, report);
    assert.deepEqual(await session.request('inspectionResponse/earlierMeetings', { uri: planUri }), [{ dateInWords: '10 March 2020', body: 'Cabinet', until: '2020-03-02', untilInWords: '2 March 2020' }]);
  });
});
