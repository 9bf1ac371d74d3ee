import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { Diagnostic, InitializeResult } from 'vscode-languageserver-protocol';
import { builtServer, codesOf, richCapabilities } from './client.ts';
import { letter, plan } from './documents.ts';

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { readonly uri?: string };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** The server as a web worker has it: nothing of Node.js is there, only what every worker has. */
function startWorker(files: Readonly<Record<string, string>>) {
  const sent: string[] = [];
  const awaited = new Map<string, () => void>();
  const pending = new Map<number, { give: (result: unknown) => void; fail: (error: Error) => void }>();
  const scope: Record<string, unknown> & { onmessage?: (event: { data: unknown }) => void } = {
    console,
    performance,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    TextEncoder,
    TextDecoder,
    URL,
    addEventListener: () => undefined,
    postMessage: (message: Message) => receive(structuredClone(message)),
  };
  scope['self'] = scope;
  scope['globalThis'] = scope;
  const post = (message: object) => setImmediate(() => scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } }));
  const answers: Readonly<Record<string, (uri: string) => unknown>> = {
    'inspectionResponse/readFile': (uri) => files[uri] ?? null,
    'inspectionResponse/listFolder': () => Object.keys(files),
    'inspectionResponse/fileExists': (uri) => uri in files,
    'workspace/configuration': () => [null],
  };
  const receive = (message: Message): void => {
    if (message.method !== undefined) {
      sent.push(message.method);
      awaited.get(message.method)?.();
      if (message.id !== undefined) post({ id: message.id, result: answers[message.method]?.(message.params?.uri ?? '') ?? null });
      return;
    }
    const waiting = pending.get(message.id as number);
    if (message.error) waiting?.fail(new Error(message.error.message));
    else waiting?.give(message.result);
  };
  runInContext(readFileSync(join(resolve(builtServer(), '..'), 'server.browser.js'), 'utf8'), createContext(scope));
  let count = 0;
  return {
    sent,
    /** Resolves when the server next sends a message of this method. */
    received: (method: string) =>
      new Promise<void>((give) => {
        awaited.set(method, give);
      }),
    notify: (method: string, params: unknown) => post({ method, params }),
    request: <R>(method: string, params: unknown) =>
      new Promise<R>((give, fail) => {
        const id = ++count;
        pending.set(id, { give: give as (result: unknown) => void, fail });
        post({ id, method, params });
      }),
  };
}

describe('the server in a web worker', () => {
  it('checks documents without anything of Node.js, and reads the others through the editor', async () => {
    const folder = 'vscode-vfs://github/northmere/papers/';
    const worker = startWorker({ [`${folder}visit.letter.md`]: letter });
    const { capabilities } = await worker.request<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: richCapabilities,
      initializationOptions: { readsFiles: true, home: 'vscode-vfs://extension' },
    });
    assert.ok(capabilities.diagnosticProvider);
    worker.notify('initialized', {});
    const uri = `${folder}visit.plan.md`;
    worker.notify('textDocument/didOpen', {
      textDocument: {
        uri,
        languageId: 'inspection-response',
        version: 1,
        text: plan.replace(/## Areas[^]*?## Actions/, '## Actions').replace('| F2 |', '| F9 |'),
      },
    });
    const { items } = await worker.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
    assert.ok(codesOf(items).includes('dates/weekday-mismatch'));
    assert.equal(
      items.find(({ code }) => code === 'dates/weekday-mismatch')?.codeDescription?.href,
      'vscode-vfs://extension/docs/rules/dates/weekday-mismatch.md',
    );
    assert.deepEqual(
      items.filter(({ code }) => code === 'trace/unknown-label').map(({ range }) => range.start.character),
      [7],
    );
    assert.ok(worker.sent.includes('inspectionResponse/readFile') && worker.sent.includes('inspectionResponse/listFolder'));
    assert.ok((await worker.request<unknown[]>('inspectionResponse/houseStyles', null)).length > 0);
    assert.ok(!worker.sent.includes('window/logMessage'));
  });

  it('reads the words of the editor’s language through the editor, once it has been answered', async () => {
    const home = 'vscode-vfs://extension/';
    const worker = startWorker({
      [`${home}server/l10n/cy.json`]: readFileSync(resolve(import.meta.dirname, '../../server/l10n/cy.json'), 'utf8'),
    });
    await worker.request('initialize', {
      processId: null,
      rootUri: null,
      locale: 'cy',
      capabilities: richCapabilities,
      initializationOptions: { readsFiles: true, home },
    });
    assert.ok(!worker.sent.includes('inspectionResponse/readFile'));
    const uri = 'vscode-vfs://github/northmere/papers/visit.plan.md';
    worker.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'inspection-response', version: 1, text: plan } });
    worker.notify('initialized', {});
    await worker.received('workspace/diagnostic/refresh');
    const { items } = await worker.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
    assert.match(String(items.find(({ code }) => code === 'dates/weekday-mismatch')?.message), /^Dydd Mercher yw 13 Mai 2026/);
  });
});
