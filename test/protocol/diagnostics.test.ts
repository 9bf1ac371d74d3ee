import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { codesOf, poorCapabilities, published, sharedSession, startSession } from './client.ts';
import { letter, plan } from './documents.ts';

const uri = 'file:///northmere/visit.plan.md';

describe('diagnostics', () => {
  const shared = sharedSession();

  it('are pulled, with everything that a rich editor takes', async () => {
    const session = shared();
    await session.open(uri, plan);
    const items = await session.items(uri);
    const due = items.find(({ code }) => code === 'actions/missing-due');
    assert.ok(due, codesOf(items).join(' '));
    assert.equal(due.source, 'inspection-response');
    assert.equal(due.severity, 1);
    assert.match(due.codeDescription?.href ?? '', /^file:\/\/.*\/docs\/rules\/actions\/missing-due\.md$/);
    const line = session
      .text(uri)
      .split('\n')
      .findIndex((text) => text.startsWith('| A2'));
    assert.equal(due.range.start.line, line);
  });

  it('are "unchanged" for the id that the editor has, and new after an edit', async () => {
    const session = shared();
    await session.open(uri, plan);
    const first = await session.pull(uri);
    assert.equal(first.kind, 'full');
    assert.deepEqual(await session.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    const at = session.at(uri, '13 May 2026');
    await session.change(uri, { range: { start: at, end: { ...at, character: at.character + 2 } }, text: '12' });
    const second = await session.pull(uri, first.resultId);
    assert.equal(second.kind, 'full');
    assert.ok(second.kind === 'full' && !codesOf(second.items).includes('dates/weekday-mismatch'));
  });

  it('are there for the beginning of a long document before the rest is read, and the editor is told when it is', async () => {
    const long = `---\ntype: committee-report\ntitle: Progress\n---\n\n# Progress\n\nThe letter came on Wednesday, 15 May 2018.\n\n${'The Panel read the plan with care, and asked for more.\n\n'.repeat(2000)}The reply left on Monday, 16 May 2018.\n`;
    const session = shared();
    const address = 'file:///northmere/long.report.md';
    await session.open(address, long);
    const refreshed = session.refreshed();
    const mismatches = async () => (await session.items(address)).filter(({ code }) => code === 'dates/weekday-mismatch').length;
    assert.equal(await mismatches(), 1);
    await refreshed;
    assert.equal(await mismatches(), 2);
    await session.close(address);
  });

  it('are sent to an editor that cannot pull, for the newest version only', async () => {
    const session = await startSession({
      capabilities: { ...poorCapabilities, textDocument: { publishDiagnostics: { versionSupport: true } } },
    });
    await session.open(uri, plan);
    const first = await published(session, uri);
    assert.equal(first.version, 1);
    assert.ok(codesOf(first.diagnostics).includes('dates/weekday-mismatch'));
    const at = session.at(uri, '13 May 2026');
    for (const day of ['10', '11', '12'])
      await session.change(uri, { range: { start: at, end: { ...at, character: at.character + 2 } }, text: day });
    let last: PublishDiagnosticsParams;
    do last = await published(session, uri);
    while (last.version !== 4);
    assert.ok(!codesOf(last.diagnostics).includes('dates/weekday-mismatch'));
    await session.close(uri);
    assert.deepEqual(await published(session, uri), { uri, diagnostics: [] });
    await session.end();
  });

  it('follow edits with emoji, accents, carriage returns and deletions over several lines', async () => {
    for (const ending of ['\n', '\r\n', '\r']) {
      const session = shared();
      await session.open(uri, plan.replaceAll('\n', ending));
      const put = async (piece: string, text: string, length = 0) => {
        const start = session.at(uri, piece);
        await session.change(uri, { range: { start, end: { ...start, character: start.character + length } }, text });
      };
      await put('The board met', '👩‍👩‍👧 Zoë’s café – ');
      await put('Tuesday, 13', 'é́ ');
      await put('# Northmere', `${ending}`);
      const start = session.at(uri, '- **F2**');
      await session.change(
        uri,
        { range: { start, end: session.at(uri, '## Actions') }, text: ending },
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '' },
      );
      const items = await session.items(uri);
      const wrong = items.find(({ code }) => code === 'dates/weekday-mismatch');
      assert.ok(wrong, JSON.stringify(ending));
      const fresh = await startSession();
      await fresh.open(uri, session.text(uri));
      assert.deepEqual(await fresh.items(uri), items, `the same as for the text opened afresh (${JSON.stringify(ending)})`);
      await fresh.end();
    }
  });

  it('take the whole text as a change', async () => {
    const session = shared();
    await session.open(uri, plan);
    await session.change(uri, { text: plan.replace('Tuesday, 13 May', 'Wednesday, 13 May') });
    assert.ok(!codesOf(await session.items(uri)).includes('dates/weekday-mismatch'));
  });

  it('see a finding of the letter that no action addresses once the plan loses it, and say where it stands', async () => {
    const session = shared();
    const letterUri = 'file:///northmere/visit.letter.md';
    await session.open(letterUri, letter);
    await session.open(uri, plan.replace(/## Areas[^]*?## Actions/, '## Actions'));
    assert.ok(!codesOf(await session.items(uri)).includes('trace/unknown-label'));
    assert.ok(!codesOf(await session.items(letterUri)).includes('trace/finding-without-action'));
    const before = session.refreshes();
    const at = session.at(uri, '| F2 |');
    await session.change(uri, { range: { start: at, end: { ...at, character: at.character + 6 } }, text: '| F1 |' });
    await session.pull(uri);
    assert.ok(codesOf(await session.items(letterUri)).includes('trace/finding-without-action'));
    assert.ok(session.refreshes() >= before);
  });

  it('leave Markdown alone that is not ours, and read it where its name or its front matter says so', async () => {
    const session = shared();
    const readme = 'file:///northmere/README.md';
    await session.open(readme, '# Notes\n\nTuesday, 13 May 2026\n', 'markdown');
    assert.deepEqual(await session.items(readme), []);
    assert.equal(await session.request('textDocument/documentSymbol', { textDocument: { uri: readme } }), null);
    await session.change(readme, { text: `---\ntype: minutes\n---\n\n# Notes\n\nTuesday, 13 May 2026\n` });
    assert.ok(codesOf(await session.items(readme)).includes('dates/weekday-mismatch'));
    await session.change(readme, { text: '# Notes\n\nTuesday, 13 May 2026\n' });
    assert.deepEqual(await session.items(readme), []);
    const named = 'file:///northmere/notes.minutes.md';
    await session.open(named, '# Notes\n\nTuesday, 13 May 2026\n', 'markdown');
    assert.ok(codesOf(await session.items(named)).includes('dates/weekday-mismatch'));
  });

  it('open a document that brought the server down without reading it', async () => {
    const session = await startSession({ initializationOptions: { unanalysed: ['file:///C:/Plans/visit.plan.md'] } });
    const same = 'file:///c%3A/Plans/visit.plan.md';
    await session.open(same, plan);
    const items = await session.items(same);
    assert.deepEqual(
      items.map(({ code, severity }) => ({ code, severity })),
      [{ code: 'project/not-checked', severity: 3 }],
    );
    assert.equal(await session.request('textDocument/hover', { textDocument: { uri: same }, position: { line: 0, character: 0 } }), null);
    await session.open(uri, plan);
    assert.ok((await session.items(uri)).length > 1);
    await session.end();
  });

  it('take severities from the settings', async () => {
    let rules: Record<string, string> = { 'dates/weekday-mismatch': 'hint', 'actions/missing-due': 'off', nonsense: 'loud' };
    const session = await startSession({ answers: { 'workspace/configuration': () => [{ houseStyle: 'sefton', rules }] } });
    await session.open(uri, plan.replace('house-style: generic\n', ''));
    assert.equal((await session.request<{ houseStyle: string }>('inspectionResponse/documentStatus', { uri })).houseStyle, 'sefton');
    const items = await session.items(uri);
    assert.equal(items.find(({ code }) => code === 'dates/weekday-mismatch')?.severity, 4);
    assert.ok(!codesOf(items).includes('actions/missing-due'));
    rules = {};
    const refreshed = session.refreshed();
    await session.notify('workspace/didChangeConfiguration', { settings: null });
    await session.read('workspace/configuration');
    await refreshed;
    assert.ok(codesOf(await session.items(uri)).includes('actions/missing-due'));
    await session.end();
  });

  it('name what is wrong in a broken configuration file, keep checking, and forget it when it is put right or gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'Café & Co – Q1 '));
    const file = join(folder, '.inspection-response.json');
    const document = pathToFileURL(join(folder, 'visit.plan.md')).href;
    const session = shared();
    try {
      writeFileSync(file, '{ "rules": { "actions/missing-due": "hint" }');
      await session.open(document, plan);
      const items = await session.items(document);
      assert.ok(codesOf(items).includes('dates/weekday-mismatch'));
      const reported = await session.read<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
      assert.equal(reported.uri.endsWith('.inspection-response.json'), true);
      assert.deepEqual(codesOf(reported.diagnostics), ['project/bad-configuration']);
      writeFileSync(file, '{ "rules": { "actions/missing-due": "hint" } }');
      await session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file).href, type: 2 }] });
      assert.equal((await session.items(document)).find(({ code }) => code === 'actions/missing-due')?.severity, 4);
      assert.deepEqual(await session.read('textDocument/publishDiagnostics'), { uri: reported.uri, diagnostics: [] });
      writeFileSync(file, '{ "exclude": ["*.plan.md"] }');
      await session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file).href, type: 2 }] });
      assert.deepEqual(await session.items(document), []);
      unlinkSync(file);
      await session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file).href, type: 3 }] });
      assert.equal((await session.items(document)).find(({ code }) => code === 'actions/missing-due')?.severity, 1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('wait for the cursor to leave what is being typed', async () => {
    const session = shared();
    await session.open(uri, plan);
    const at = session.at(uri, 'The board met');
    await session.change(uri, { range: { start: at, end: at }, text: 'OFSTED ' });
    await session.notify('inspectionResponse/cursor', { uri, position: { ...at, character: at.character + 'OFSTED'.length } });
    assert.ok(!codesOf(await session.items(uri)).includes('inspectorate/official-name'));
    const refreshed = session.refreshed();
    await session.notify('inspectionResponse/cursor', { uri, position: null });
    await refreshed;
    assert.ok(codesOf(await session.items(uri)).includes('inspectorate/official-name'));
  });

  it('are worked out once for a burst of changes, and an overtaken request is given up or answered, never left', async () => {
    const session = shared();
    await session.open(uri, plan);
    await session.pull(uri);
    const end = session.at(uri, 'The board met');
    const pulls: Promise<unknown>[] = [];
    for (let i = 0; i < 30; i++) {
      void session.change(uri, { range: { start: end, end }, text: 'x' });
      pulls.push(session.pull(uri).catch((error: { code: number; data?: unknown }) => error));
    }
    const last = await session.items(uri);
    assert.ok(codesOf(last).includes('dates/weekday-mismatch'));
    for (const answer of await Promise.all(pulls)) {
      const { kind, code } = answer as { kind?: string; code?: number };
      assert.ok(kind === 'full' || kind === 'unchanged' || code === -32802, JSON.stringify(answer));
    }
  });
});
