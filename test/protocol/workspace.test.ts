import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LogMessageParams, TextDocumentEdit, WorkspaceEdit, WorkspaceSymbol } from 'vscode-languageserver-protocol';
import type { ShownResponse } from '../../server/src/lsp/protocol/traces.ts';
import { richCapabilities, startSession, type Session, type SessionOptions } from './client.ts';

const letter = (label: string): string =>
  `---\ntype: inspection-letter\n---\n\n# Visit ${label}\n\n## Areas for improvement\n\n- **${label}** Timeliness of visits\n`;

describe('the workspace', function () {
  let folder: string;
  let cache: string;
  const write = (name: string, text: string | Buffer): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return pathToFileURL(path).href;
  };
  const start = (options: SessionOptions = {}): Promise<Session> =>
    startSession({
      folders: [pathToFileURL(folder).href],
      environment: { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, HOME: cache },
      ...options,
    });
  const names = async (session: Session, query: string): Promise<string[]> =>
    (await session.request<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name }) => name);
  /** Log lines that say what was not read. The server says at the end of each reading how many documents there are. */
  async function untilRead(session: Session): Promise<string[]> {
    const skipped: string[] = [];
    for (;;) {
      const { message } = await session.read<LogMessageParams>('window/logMessage');
      if (/documents of the workspace are known/.test(message)) return skipped;
      skipped.push(message);
    }
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'papers é & '));
    cache = mkdtempSync(join(tmpdir(), 'cache-'));
    write('one/visit.letter.md', letter('F1'));
    write('two/visit.letter.md', letter('F2'));
  });
  afterEach(() => {
    for (const each of [folder, cache]) rmSync(each, { recursive: true, force: true });
  });

  it('is searched for labels, headings, actions and titles, the open document as it is', async () => {
    const session = await start();
    await untilRead(session);
    const [found] = await session.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'f2' });
    assert.equal(found?.name, 'F2 Timeliness of visits');
    assert.ok(!('range' in found.location), 'the place is told when it is asked for');
    const resolved = await session.request<WorkspaceSymbol>('workspaceSymbol/resolve', found);
    assert.deepEqual(resolved.location, {
      uri: pathToFileURL(join(folder, 'two/visit.letter.md')).href,
      range: { start: { line: 8, character: 4 }, end: { line: 8, character: 6 } },
    });
    const uri = pathToFileURL(join(folder, 'one/visit.letter.md')).href;
    await session.open(uri, letter('F77'));
    assert.deepEqual(await names(session, 'F77'), ['F77 Timeliness of visits', 'Visit F77']);
    assert.deepEqual(await names(session, 'F1'), []);
    await session.end();
  });

  it('is told response by response to who asks while it is being read, in a request without parameters; and is read all the same', async () => {
    const session = await start();
    const told = (await session.request<ShownResponse[]>('inspectionResponse/responses')).map(({ uri }) => uri);
    assert.deepEqual(
      told.toSorted(),
      ['one', 'two'].map((name) => pathToFileURL(join(folder, name, 'visit.letter.md')).href),
    );
    assert.deepEqual(await untilRead(session), []);
    assert.deepEqual(await names(session, 'F2'), ['F2 Timeliness of visits', 'Visit F2']);
    await session.end();
  });

  it('answers with places where the client cannot ask for them, and offers it nothing else that it lacks', async () => {
    const session = await start({ capabilities: {} });
    assert.equal(session.initialized.capabilities.workspaceSymbolProvider, true);
    assert.deepEqual(session.initialized.capabilities.workspace, {});
    const [found] = await session.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'F1' });
    assert.ok(found && 'range' in found.location);
    await untilRead(session);
    assert.ok(!session.sent.includes('window/workDoneProgress/create'));
    await session.end();
  });

  it('follows files and folders that come, go and move', async () => {
    const session = await start();
    await untilRead(session);
    const added = write('three/visit.letter.md', letter('F3'));
    await session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: added, type: 1 }] });
    assert.deepEqual(await names(session, 'F3'), ['F3 Timeliness of visits', 'Visit F3']);
    await untilRead(session);
    renameSync(join(folder, 'three'), join(folder, 'four'));
    await session.notify('workspace/didRenameFiles', {
      files: [{ oldUri: pathToFileURL(join(folder, 'three')).href, newUri: pathToFileURL(join(folder, 'four')).href }],
    });
    const found = await session.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'F3' });
    assert.deepEqual([...new Set(found.map(({ location }) => location.uri))], [pathToFileURL(join(folder, 'four/visit.letter.md')).href]);
    await untilRead(session);
    rmSync(join(folder, 'four'), { recursive: true });
    await session.notify('workspace/didDeleteFiles', { files: [{ uri: pathToFileURL(join(folder, 'four')).href }] });
    assert.deepEqual(await names(session, 'F3'), []);
    await untilRead(session);
    const other = mkdtempSync(join(tmpdir(), 'more-'));
    writeFileSync(join(other, 'a.letter.md'), letter('F5'));
    await session.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: pathToFileURL(other).href, name: 'more' }], removed: [{ uri: pathToFileURL(folder).href, name: 'papers' }] },
    });
    assert.deepEqual(await names(session, 'visit'), ['Visit F5', 'F5 Timeliness of visits']);
    await untilRead(session);
    rmSync(other, { recursive: true });
    await session.end();
  });

  it('goes on naming a paper that gets another name, in open papers and in closed ones', async () => {
    const closed = write('one/visit.plan.md', '---\ntype: action-plan\nresponds-to: visit.letter.md\n---\n# Plan\n');
    const open = pathToFileURL(join(folder, 'one/visit.report.md')).href;
    const session = await start();
    await untilRead(session);
    await session.open(open, '---\ntype: committee-report\n---\n# Report\n\n[The letter](visit.letter.md)\n');
    const files = [
      { oldUri: pathToFileURL(join(folder, 'one/visit.letter.md')).href, newUri: pathToFileURL(join(folder, 'one/ofsted.letter.md')).href },
    ];
    const edit = await session.request<WorkspaceEdit>('workspace/willRenameFiles', { files });
    const said = (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument: { uri, version }, edits }) => [
      uri,
      version,
      edits.map((one) => 'newText' in one && [one.range.start.line, one.newText]),
    ]);
    assert.deepEqual(said, [
      [open, 1, [[5, 'ofsted.letter.md']]],
      [closed, null, [[2, 'ofsted.letter.md']]],
    ]);
    assert.equal(await session.request('workspace/willRenameFiles', { files: [{ oldUri: `${closed}.away`, newUri: closed }] }), null);
    await session.end();
  });

  it('leaves out what cannot be read, says so once, and has the rest', async function () {
    write('bad/binary.report.md', Buffer.from([0x23, 0x20, 0, 1, 2, 0xff, 0xfe, 0]));
    write('bad/large.report.md', 'x'.repeat(10_000_000));
    write('locked/away.letter.md', letter('F4'));
    write('bad/fake.report.md', '');
    rmSync(join(folder, 'bad/fake.report.md'));
    symlinkSync('nowhere.md', join(folder, 'bad/fake.report.md'));
    symlinkSync(folder, join(folder, 'one/loop'), 'dir');
    chmodSync(join(folder, 'locked'), 0);
    const mayReadAll = process.platform === 'win32' || process.getuid?.() === 0;
    const session = await start();
    const skipped = await untilRead(session);
    assert.deepEqual(
      skipped.map((line) => line.replace(/^.*[\\/]/, '')).sort(),
      [
        'binary.report.md was not read: it is not a text file.',
        'large.report.md was not read: it has 10.0 MB; the most that is read is 2 MB.',
        ...(mayReadAll ? [] : ['locked was not read: you have no permission to read it.']),
      ].sort(),
    );
    assert.deepEqual(await names(session, 'visit f1'), ['Visit F1']);
    await session.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(folder, 'bad/binary.report.md')).href, type: 2 }],
    });
    assert.deepEqual(await untilRead(session), [], 'the second time nothing is said');
    chmodSync(join(folder, 'locked'), 0o700);
    await session.end();
  });

  it('is known again at the next start from what was kept, for nobody else to read', async () => {
    const kept = (): string[] =>
      readdirSync(join(cache, 'inspection-response/facts')).map((name) => join(cache, 'inspection-response/facts', name));
    const first = await start();
    await untilRead(first);
    await first.end();
    const [file, ...others] = kept();
    assert.deepEqual(others, []);
    assert.match(readFileSync(file!, 'utf8'), /Timeliness of visits/);
    if (process.platform !== 'win32') assert.equal(statSync(file!).mode & 0o077, 0);
    writeFileSync(file!, 'nonsense');
    const second = await start();
    await untilRead(second);
    assert.deepEqual(await names(second, 'F1'), ['F1 Timeliness of visits', 'Visit F1']);
    await second.end();
    const third = await start({ answers: { 'workspace/configuration': () => [{ keepFacts: false }] } });
    await untilRead(third);
    assert.deepEqual(await names(third, 'F1'), ['F1 Timeliness of visits', 'Visit F1']);
    await third.end();
    assert.ok(!readdirSync(join(cache, 'inspection-response')).includes('facts'), 'what was kept is deleted');
  });

  it('is known again too where two windows have it open at once and both keep it', async () => {
    const windows = await Promise.all([start(), start()]);
    await Promise.all(windows.map(untilRead));
    await Promise.all(windows.map((window) => window.end()));
    assert.equal(readdirSync(join(cache, 'inspection-response/facts')).length, 1, 'nothing half written is left');
    const later = await start();
    await untilRead(later);
    assert.deepEqual(await names(later, 'timeliness'), ['F1 Timeliness of visits', 'F2 Timeliness of visits']);
    await later.end();
  });

  it('is read through the client where the server cannot reach it, links left alone', async () => {
    const files: Readonly<Record<string, string>> = {
      'vscode-vfs://github/papers/a/visit.letter.md': letter('F6'),
      'vscode-vfs://github/papers/.inspection-response.json': '{}',
    };
    const session = await start({
      folders: ['vscode-vfs://github/papers'],
      initializationOptions: { readsFiles: true },
      capabilities: { ...richCapabilities, workspace: { ...richCapabilities.workspace } },
      answers: {
        'inspectionResponse/readFile': ({ uri }: { uri: string }) => files[uri] ?? null,
        'inspectionResponse/listFolder': ({ uri }: { uri: string }) =>
          uri.endsWith('/papers/') ? [`${uri}a/`] : Object.keys(files).filter((file) => file.startsWith(uri)),
      },
    });
    assert.deepEqual(await names(session, 'F6'), ['F6 Timeliness of visits', 'Visit F6']);
    await untilRead(session);
    for (const method of session.sent.filter((sent) => sent.startsWith('inspectionResponse/'))) await session.read(method);
    await session.end();
  });
});
