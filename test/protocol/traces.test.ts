import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Compared, ProgressInserted } from '../../server/src/lsp/protocol/comparisons.ts';
import type { NamedPlace } from '../../server/src/lsp/protocol/named-places.ts';
import type { ShownResponse, ShownThing, ShownTrace } from '../../server/src/lsp/protocol/traces.ts';
import { sharedSession, startSession } from './client.ts';
import { letter, plan } from './documents.ts';

const planUri = 'file:///northmere/visit.plan.md';
const letterUri = 'file:///northmere/visit.letter.md';
const answered = plan
  .replace(
    '## Areas for improvement\n\n- **F1** The timeliness of assessments.\n- **F2** Oversight by managers of the work of social workers.\n\n',
    '',
  )
  .replace('| A2 | F2 |', '| A2 |  |');

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
    const placeOf = (thing: ShownThing | null | undefined) =>
      session.request<NamedPlace | null>('inspectionResponse/namedPlace', thing!.place);
    assert.deepEqual(await placeOf(first?.finding), { uri: letterUri, position: session.at(letterUri, 'F2') });
    const answer = trace!.rows.find(({ finding }) => finding?.label === 'F1');
    assert.deepEqual(await placeOf(answer?.action), { uri: planUri, position: session.at(planUri, 'A1') });
  });

  it('the same seen from each document, and nothing of one that is not there', async () => {
    const session = await opened();
    const seenFrom = (uri: string) => session.request<ShownTrace[]>('inspectionResponse/traces', { uri });
    assert.deepEqual(await seenFrom(planUri), await seenFrom(letterUri));
    assert.deepEqual(await seenFrom('file:///gone/away.plan.md'), []);
  });

  it('what is shown, as a file', async () => {
    const session = await opened();
    const file = (format: string, filter = {}) =>
      session.request<string>('inspectionResponse/traceFile', { uri: letterUri, format, filter });
    assert.equal((await file('csv')).trim().split('\r\n').length, 4);
    assert.equal((await file('csv', { owner: 'nobody at all' })).trim().split('\r\n').length, 1);
    assert.match(await file('html'), /^<!doctype html>/);
    assert.equal((JSON.parse(await file('json')) as { responses: unknown[] }).responses.length, 1);
    assert.equal(
      await session.request('inspectionResponse/traceFile', { uri: 'file:///no/such.plan.md', format: 'csv', filter: {} }),
      null,
    );
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
  const report =
    '---\ntype: committee-report\ntitle: Answer to the visit\nbody: Cabinet\nmeeting-date: 2020-03-10\npublished: 2020-03-02\n---\n\n# Answer to the visit\n\n## Summary\n\nText.\n\n## Implications\n\nText.\n';

  it('the reports that a comparison may go into, and the edit that puts it there, once', async () => {
    const session = await opened();
    await session.open(reportUri, report);
    const earlier = answered.replace(/^\| A2 .*\n/m, '');
    assert.deepEqual(
      await session.request('inspectionResponse/planOf', { uri: reportUri }),
      { uri: planUri },
      'what changed is told of the plan',
    );
    assert.equal(await session.request('inspectionResponse/planOf', { uri: planUri }), null);
    const { reports } = await session.request<Compared>('inspectionResponse/compare', { uri: planUri, earlier });
    assert.deepEqual(reports, [{ uri: reportUri, title: 'Answer to the visit' }]);
    const insert = () =>
      session.request<ProgressInserted>('inspectionResponse/insertProgress', { uri: reportUri, compared: planUri, earlier });
    const first = await insert();
    assert.deepEqual(
      [first.replaces, first.edits.length, first.edits[0]!.range.start],
      [null, 1, session.at(reportUri, '## Implications')],
    );
    assert.match(first.edits[0]!.newText, /^## Progress since [^]*### New actions\n\n- A2 [^]*\n\n$/);
    await session.open(reportUri, report.replace('## Implications', `${first.edits[0]!.newText}## Implications`));
    assert.match((await insert()).replaces ?? '', /^Progress since /);
    assert.equal(
      await session.request('inspectionResponse/insertProgress', { uri: reportUri, compared: 'file:///gone/away.plan.md', earlier }),
      null,
    );
  });

  it('the meetings that have been, with the day on which their papers were settled', async () => {
    const session = await opened();
    await session.open(reportUri, report);
    assert.deepEqual(await session.request('inspectionResponse/earlierMeetings', { uri: planUri }), [
      { dateInWords: '10 March 2020', body: 'Cabinet', until: '2020-03-02', untilInWords: '2 March 2020' },
    ]);
  });
});

describe('the responses of a workspace, for a client that follows them', function () {
  const changed = 'inspectionResponse/responsesChanged';
  const visit = (label: string): string =>
    `---\ntype: inspection-letter\ntitle: Visit ${label}\n---\n\n## Areas for improvement\n\n- **F1** Timeliness of visits\n`;
  const planFor = (path: string, action: string): string =>
    `---\ntype: action-plan\nresponds-to: ${path}\n---\n\n## Actions\n\n- **A1** ${action}\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n  - Addresses: F1\n`;

  it('are told of open documents and closed ones, each with its own labels, and again when what they say changes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'responses é & '));
    const write = (name: string, text: string): string => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
      return pathToFileURL(join(folder, name)).href;
    };
    const one = write('letters/one.letter.md', visit('one'));
    const onePlan = write('plans of one/one.plan.md', planFor('../letters/one.letter.md', 'Publish a standard'));
    const two = write('two/visit.letter.md', visit('two'));
    write('two/visit.plan.md', planFor('visit.letter.md', 'Call every family'));
    const session = await startSession({
      folders: [pathToFileURL(folder).href],
      initializationOptions: { followsResponses: true },
      environment: { XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, HOME: folder },
    });
    const actionsOf = async (uri: string): Promise<(string | undefined)[]> =>
      (await session.request<ShownTrace[]>('inspectionResponse/traces', { uri })).flatMap(({ rows }) =>
        rows.map(({ action }) => action?.text),
      );
    assert.deepEqual(await session.request<ShownResponse[]>('inspectionResponse/responses'), [
      { title: 'Visit one', documents: 2, uri: one },
      { title: 'Visit two', documents: 2, uri: two },
    ]);
    await session.read(changed);
    assert.deepEqual(await actionsOf(one), ['Publish a standard'], 'no document is open');
    assert.deepEqual(await actionsOf(two), ['Call every family']);

    write('plans of one/one.plan.md', planFor('../letters/one.letter.md', 'Publish another standard'));
    await session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: onePlan, type: 2 }] });
    await session.read(changed);
    assert.deepEqual(await actionsOf(one), ['Publish another standard']);

    await session.open(onePlan, planFor('../letters/one.letter.md', 'Publish another standard'));
    await session.pull(onePlan);
    await session.read(changed);
    const end = { line: 7, character: 0 };
    await session.change(onePlan, { range: { start: end, end }, text: '- **A2** Train all managers\n  - Addresses: F1\n' });
    await session.pull(onePlan);
    await session.read(changed);
    assert.deepEqual(
      (await actionsOf(one)).toSorted(),
      ['Publish another standard', 'Train all managers'],
      'what the editor has, though it is not saved',
    );

    rmSync(join(folder, 'two'), { recursive: true });
    await session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(join(folder, 'two')).href, type: 3 }] });
    await session.read(changed);
    assert.deepEqual(
      (await session.request<ShownResponse[]>('inspectionResponse/responses')).map(({ title }) => title),
      ['Visit one'],
    );
    await session.close(onePlan);
    await session.read(changed);
    assert.deepEqual(await actionsOf(one), ['Publish another standard']);
    for (const method of session.sent.filter((sent) => sent === 'window/logMessage')) await session.read(method);
    await session.end();
    rmSync(folder, { recursive: true, force: true });
  });
});
