import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { builtServer, codesOf, sharedSession, startSession, type Session } from './client.ts';
import { letter, plan } from './documents.ts';

const uri = 'file:///northmere/visit.plan.md';

/** The server answers, rightly, after whatever was done to it. */
async function stillAnswers(session: Session): Promise<void> {
  const probe = 'file:///northmere/probe.plan.md';
  await session.open(probe, plan);
  assert.ok(codesOf(await session.items(probe)).includes('dates/weekday-mismatch'));
  await session.close(probe);
}

const requests = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/codeAction',
  'textDocument/diagnostic',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/prepareRename',
  'textDocument/rename',
  'textDocument/documentLink',
  'textDocument/codeLens',
  'textDocument/inlayHint',
  'textDocument/selectionRange',
  'textDocument/prepareCallHierarchy',
  'textDocument/semanticTokens/full',
  'textDocument/semanticTokens/range',
];

describe('bad messages', () => {
  const shared = sharedSession();

  it('with parameters of another form are answered empty, with one line in the log', async () => {
    const session = shared();
    await session.open(uri, plan);
    for (const method of requests) {
      for (const params of [{}, { textDocument: null }, { textDocument: [] }]) {
        const answer = await session.request<{ items?: unknown[] } | unknown[] | null>(method, params);
        assert.ok(
          answer === null || (Array.isArray(answer) ? answer : (answer.items ?? [])).length === 0,
          `${method} ${JSON.stringify(answer)}`,
        );
        if (params.textDocument) continue; // a document without an address is none that is open
        const { message, type } = await session.read<{ message: string; type: number }>('window/logMessage');
        assert.equal(type, 1);
        assert.ok(message.startsWith(`${method} failed: `) && !message.includes('\n'), message);
      }
    }
    assert.equal(await session.request('textDocument/hover', { textDocument: { uri } }), null);
    await session.read('window/logMessage');
    assert.equal(await session.request('textDocument/hover', { textDocument: { uri: 7 }, position: { line: 0, character: 0 } }), null);
    for (const method of ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'workspace/didChangeWatchedFiles']) {
      await session.notify(method, { nonsense: true });
      await session.read('window/logMessage');
    }
    await session.notify('inspectionResponse/cursor', { nonsense: true });
    await stillAnswers(session);
  });

  it('of unknown methods are refused, and unknown notifications passed over', async () => {
    const session = shared();
    await assert.rejects(session.request('textDocument/nonsense', {}), { code: -32601 });
    await session.notify('textDocument/nonsense', {});
    await session.notify('$/nonsense', {});
    await stillAnswers(session);
  });

  it('about documents that are not open are answered empty', async () => {
    const session = shared();
    const at = { line: 3, character: 3 };
    for (const method of requests) {
      const answer = await session.request<{ items?: unknown[] } | unknown[] | null>(method, {
        textDocument: { uri: 'file:///closed.plan.md' },
        position: at,
        range: { start: at, end: at },
        context: { diagnostics: [] },
      });
      assert.ok(answer === null || (Array.isArray(answer) ? answer : (answer.items ?? [])).length === 0, method);
    }
    await session.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///closed.plan.md', version: 9 },
      contentChanges: [{ text: 'x' }],
    });
    await session.notify('textDocument/didClose', { textDocument: { uri: 'file:///closed.plan.md' } });
    await stillAnswers(session);
  });

  it('with positions outside the document do no harm', async () => {
    const session = shared();
    await session.open(uri, plan);
    for (const position of [
      { line: 99999, character: 99999 },
      { line: 0, character: 99999 },
      { line: 99999, character: 0 },
    ]) {
      for (const method of ['textDocument/hover', 'textDocument/completion'])
        await session.request(method, { textDocument: { uri }, position });
    }
    await session.actions(uri, { start: { line: 99999, character: 0 }, end: { line: 0, character: 0 } });
    await stillAnswers(session);
  });
});

describe('odd addresses', () => {
  const shared = sharedSession();

  it('are documents like any other', async () => {
    const session = shared();
    for (const odd of [
      'untitled:Untitled-1',
      'vscode-vfs://github/northmere/papers/visit.plan.md',
      'git:/northmere/visit.plan.md?%7B%22ref%22%3A%22~%22%7D',
      'file://server/share/Caf%C3%A9%20%26%20Co/visit.plan.md',
      'file:///x/100%.plan.md',
      '',
      'nonsense',
    ]) {
      await session.open(odd, plan);
      assert.ok(codesOf(await session.items(odd)).includes('dates/weekday-mismatch'), odd);
      await session.request('textDocument/documentSymbol', { textDocument: { uri: odd } });
      await session.close(odd);
    }
    await stillAnswers(session);
  });

  it('that are two spellings of one file are one document', async () => {
    const session = shared();
    await session.open('file:///c%3A/Plans/visit%20one.plan.md', plan);
    for (const spelling of [
      'file:///C:/Plans/visit%20one.plan.md',
      'file:///c:/Plans/visit one.plan.md',
      'FILE:///C%3a/Plans/visit%20one.plan.md',
    ]) {
      assert.ok(codesOf(await session.items(spelling)).includes('dates/weekday-mismatch'), spelling);
    }
    const line = plan.split('\n').findIndex((text) => text.includes('Tuesday'));
    await session.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///C:/Plans/visit%20one.plan.md', version: 2 },
      contentChanges: [{ range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, text: '' }],
    });
    assert.ok(!codesOf(await session.items('file:///c%3A/Plans/visit%20one.plan.md')).includes('dates/weekday-mismatch'));
  });

  it('of a paper that is saved for the first time are one: it is opened as a file before what it was until then is closed', async () => {
    const session = shared();
    const [unsaved, file] = ['untitled:/northmere/next.plan.md', 'file:///northmere/next.plan.md'];
    await session.open(unsaved, plan.replace('type: action-plan', 'type: action-plan\nresponds-to: visit.letter.md'));
    const links = await session.request<readonly { readonly target?: string }[]>('textDocument/documentLink', {
      textDocument: { uri: unsaved },
    });
    assert.deepEqual(
      links.map(({ target }) => target),
      ['file:///northmere/visit.letter.md'],
    );
    await session.open(file, plan);
    await session.notify('textDocument/didClose', { textDocument: { uri: unsaved } });
    assert.ok(codesOf(await session.items(file)).includes('dates/weekday-mismatch'));
    await session.close(file);
  });

  it('are read through the editor where the server cannot reach them itself', async () => {
    const files: Record<string, string> = { 'vscode-vfs://github/northmere/visit.letter.md': letter };
    const session = await startSession({
      initializationOptions: { readsFiles: true },
      answers: {
        'inspectionResponse/readFile': ({ uri: asked }: { uri: string }) => files[asked] ?? null,
        'inspectionResponse/listFolder': () => Object.keys(files),
        'inspectionResponse/fileExists': ({ uri: asked }: { uri: string }) => asked in files,
      },
    });
    const virtual = 'vscode-vfs://github/northmere/visit.plan.md';
    await session.open(virtual, plan.replace(/## Areas[^]*?## Actions/, '## Actions').replace('| F2 |', '| F9 |'));
    const unknown = (await session.items(virtual)).filter(({ code }) => code === 'trace/unknown-label');
    assert.equal(unknown.length, 1);
    assert.match(String(unknown[0]!.message), /F9/);
    while (session.sent.some((method) => method.startsWith('inspectionResponse/'))) {
      const index = session.sent.findIndex((method) => method.startsWith('inspectionResponse/'));
      await session.read((session.sent as string[]).splice(index, 1)[0]!);
    }
    await session.end();
  });
});

describe('bad documents', () => {
  const shared = sharedSession();

  const documents: Readonly<Record<string, string>> = {
    empty: '',
    'of one line of a million characters': `# Report\n\n${'The board was told of the visit. '.repeat(31_250)}`,
    'with binary content': `\u0000\u0001\u0002\uFFFD${String.fromCharCode(...Array.from({ length: 2000 }, (_, i) => i % 256))}`,
    'with broken front matter': '---\ntype: [action-plan\n  title: "x\n: :\n---\n\n# Plan\n\nTuesday, 13 May 2026\n',
    'with front matter that never ends': '---\ntype: action-plan\ntitle: x\n\n# Plan\n',
    'with a half-typed table': '# Plan\n\n## Actions\n\n| Ref | Action | Owner\n|---|---\n| A1 | Do | \n| \n|',
    'with mixed line endings and a byte-order mark': '\uFEFF---\r\ntype: minutes\r---\n\n# Notes\r\n\rTuesday, 13 May 2026',
    'with lone surrogates': '# Notes \uD800 \uDC00\n\n**F\uD83D** text\n',
    'with conflict markers': '# Notes\n\n<<<<<<< ours\nTuesday\n=======\nWednesday\n>>>>>>> theirs\n',
    'with brackets without end': `# Notes\n\n${'['.repeat(20_000)}\n\n${'[a]('.repeat(10_000)}\n\n${']'.repeat(20_000)}\n`,
    'with hostile HTML': `<script>alert(1)</script>\n<!-- <!-- <![CDATA[ ${'<'.repeat(5000)}\n`,
  };
  for (const [what, text] of Object.entries(documents)) {
    it(`${what} are answered like any other`, async () => {
      const session = shared();
      await session.open(uri, text);
      const items = await session.items(uri);
      assert.ok(Array.isArray(items));
      const position = { line: 2, character: 5 };
      await session.request('textDocument/hover', { textDocument: { uri }, position });
      await session.request('textDocument/completion', { textDocument: { uri }, position });
      await session.request('textDocument/documentSymbol', { textDocument: { uri } });
      await session.request('textDocument/foldingRange', { textDocument: { uri } });
      await session.actions(uri, { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } });
      await session.change(uri, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'x' });
      await session.items(uri);
      await stillAnswers(session);
    }).timeout(30_000);
  }

  it('that are deleted under us stay answered, and what referred to them is told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'response-'));
    const session = shared();
    try {
      const file = join(folder, 'visit.letter.md');
      const here = pathToFileURL(join(folder, 'visit.plan.md')).href;
      writeFileSync(file, letter);
      await session.open(here, plan.replace(/## Areas[^]*?## Actions/, '## Actions'));
      assert.ok(!codesOf(await session.items(here)).includes('trace/unknown-label'));
      unlinkSync(file);
      await session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file).href, type: 3 }] });
      await session.items(here);
      await stillAnswers(session);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('cancellation', () => {
  it('is an answer, and the next request is served', async () => {
    const session = await startSession();
    const long = plan + '\n\nThe board was told of the visit of 6 March 2019, and of what F1 and F2 mean.'.repeat(8000);
    await session.open(uri, long);
    const id = 4711;
    const answered = new Promise<{ id?: unknown; error?: { code: number } }>((done) => {
      session.process.stdout!.on('data', (data: Buffer) => {
        const found = /\{"jsonrpc":"2\.0","id":4711.*?\}(?=Content-Length|$)/s.exec(data.toString());
        if (found) done(JSON.parse(found[0]) as { id?: unknown; error?: { code: number } });
      });
    });
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      session.process.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send({ id, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
    send({ method: '$/cancelRequest', params: { id } });
    assert.equal((await answered).error?.code, -32800);
    assert.ok((await session.items(uri)).length > 0);
    await session.end();
  }).timeout(30_000);
});

describe('the beginning', () => {
  it('is the request that says who the editor is, once: before it nothing is answered', async () => {
    const child = spawn(process.execPath, [builtServer(), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.listen();
    const codeOf = (method: string, params: object): Promise<unknown> =>
      connection.sendRequest(method, params).then(
        () => 'answered',
        (error: { code: number }) => error.code,
      );
    const who = { processId: process.pid, rootUri: null, capabilities: {} };
    const where = { textDocument: { uri }, position: { line: 0, character: 0 } };
    try {
      assert.equal(await codeOf('textDocument/hover', where), -32002, 'ServerNotInitialized');
      assert.equal(await codeOf('initialize', who), 'answered');
      assert.equal(await codeOf('initialize', who), -32600, 'InvalidRequest');
      assert.equal(await codeOf('northmere/none', {}), -32601, 'MethodNotFound');
      assert.equal(await codeOf('textDocument/hover', where), 'answered');
    } finally {
      connection.dispose();
      child.kill();
    }
  });
});

describe('the end', () => {
  it('comes when the editor says so, with 0 after a shutdown and 1 without', async () => {
    const session = await startSession();
    await session.end();
    const abrupt = await startSession();
    const code = new Promise((done) => {
      abrupt.process.once('exit', done);
    });
    await abrupt.notify('exit');
    assert.equal(await code, 1);
    abrupt.connection.dispose();
  });

  it('has begun with a shutdown: what is asked after it is refused, and nothing of it is answered late', async () => {
    const session = await startSession();
    await session.open(uri, plan);
    const codeOf = (method: string, params?: object): Promise<unknown> =>
      session.connection.sendRequest(method, params).then(
        () => 'answered',
        (error: { code: number }) => error.code,
      );
    const where = { textDocument: { uri }, position: { line: 0, character: 0 } };
    const code = new Promise((done) => {
      session.process.once('exit', done);
    });
    assert.deepEqual(
      await Promise.all([
        codeOf('textDocument/hover', where),
        codeOf('shutdown'),
        codeOf('textDocument/hover', where),
        codeOf('textDocument/diagnostic', { textDocument: { uri } }),
        codeOf('shutdown'),
        codeOf('northmere/none', {}),
      ]),
      ['answered', 'answered', -32600, -32600, -32600, -32600],
    );
    await session.notify('textDocument/didClose', { textDocument: { uri } });
    await session.notify('exit');
    assert.equal(await code, 0);
    session.connection.dispose();
  });

  it('comes when the editor is gone: its pipe closes', async () => {
    const session = await startSession();
    await session.open(uri, plan);
    const code = new Promise((done) => {
      session.process.once('exit', done);
    });
    session.process.stdin!.end();
    assert.equal(await code, 1);
    session.connection.dispose();
  });

  it('comes when the editor is gone: its channel of node closes', async () => {
    const child = spawn(process.execPath, [builtServer(), '--node-ipc'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const initialized = new Promise<{ result: { capabilities: object } }>((done) => {
      child.once('message', (message) => done(message as never));
    });
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    assert.ok((await initialized).result.capabilities);
    const code = new Promise((done) => {
      child.once('exit', done);
    });
    child.disconnect();
    assert.equal(await code, 1);
  });

  it('does not begin at all without being told how to speak', async () => {
    const child = spawn(process.execPath, [builtServer()], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString();
    });
    assert.equal(
      await new Promise((done) => {
        child.once('exit', done);
      }),
      2,
    );
    assert.match(said, /--stdio/);
  });
});

describe('the command line', () => {
  it('starts the same server with lsp --stdio', async function () {
    const cli = join(resolve(builtServer(), '..'), 'cli.js');
    assert.ok(existsSync(cli));
    const session = await startSession({ command: [process.execPath, cli, 'lsp', '--stdio'] });
    await stillAnswers(session);
    await session.end();
  });
});
