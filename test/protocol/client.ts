import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';

const root = resolve(import.meta.dirname, '../..');
const built = join(root, 'server/dist/server.cjs');

/** The server as it is shipped, built first where it is missing or older than its source. */
export function builtServer(): string {
  const given = process.env['INSPECTION_RESPONSE_SERVER'];
  if (given) return given;
  if (!existsSync(built) || statSync(built).mtimeMs < newest(join(root, 'server/src'))) {
    const run = spawnSync(process.execPath, [join(root, 'esbuild.config.mjs')], { cwd: root, encoding: 'utf8' });
    assert.equal(run.status, 0, run.stderr);
  }
  return built;
}

const newest = (folder: string): number =>
  Math.max(...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => statSync(join(folder, file)).mtimeMs));

/** An editor that can do everything that the server knows of. */
export const richCapabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    applyEdit: true,
    executeCommand: {},
    symbol: { resolveSupport: { properties: ['location.range'] } },
    workspaceFolders: true,
    fileOperations: { willRename: true, didRename: true, didDelete: true },
  },
  window: { showDocument: { support: true } },
  textDocument: {
    synchronization: { didSave: true },
    diagnostic: {},
    publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source', 'source.fixAll'] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: {
      hierarchicalDocumentSymbolSupport: true,
      symbolKind: { valueSet: Array.from({ length: 26 }, (_, i) => (i + 1) as 1) },
    },
    foldingRange: { lineFoldingOnly: true },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    documentLink: { tooltipSupport: true },
    selectionRange: {},
    callHierarchy: {},
    codeLens: {},
    inlayHint: {},
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      formats: ['relative'],
      tokenTypes: ['namespace', 'variable', 'enumMember', 'number', 'parameter'],
      tokenModifiers: ['definition'],
    },
  },
};

/** An editor that says of nothing that it can do it, but that it shows diagnostics which are sent to it. */
export const poorCapabilities: ClientCapabilities = { textDocument: { publishDiagnostics: {} } };

export interface Session {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** Every method that the server has sent, in order, read or not. */
  readonly sent: readonly string[];
  /** How often the server asked for diagnostics to be asked for again. */
  readonly refreshes: () => number;
  /** Resolves when the server next asks for that. */
  refreshed(): Promise<void>;
  request<R = unknown>(method: string, params?: unknown): Promise<R>;
  notify(method: string, params?: unknown): Promise<void>;
  /** The next message of a method that has not been read yet; waits for it. */
  read<P = unknown>(method: string): Promise<P>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Makes the edits in the client's own copy and tells the server of them. */
  change(uri: string, ...changes: readonly { readonly range?: Range; readonly text: string }[]): Promise<void>;
  close(uri: string): Promise<void>;
  text(uri: string): string;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  items(uri: string): Promise<Diagnostic[]>;
  /** Position of the `nth` occurrence of a piece of text, counted in UTF-16. */
  at(uri: string, piece: string, nth?: number): Position;
  /** Applies a workspace edit to the client's copies and sends the changes. */
  apply(edit: WorkspaceEdit): Promise<void>;
  actions(uri: string, range: Range, only?: readonly string[]): Promise<CodeAction[]>;
  /** Closes every document, and checks that nothing was left unread: between tests that share a session. */
  settle(): Promise<void>;
  /** Ends the session as an editor does, and checks that nothing was left unread. */
  end(): Promise<void>;
}

export interface SessionOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Language of the editor. */
  readonly locale?: string;
  /** Answers to requests of the server. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
  readonly command?: readonly string[];
  /** Addresses of the folders that are open. */
  readonly folders?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts the server and shakes hands with it. */
export async function startSession({
  capabilities = richCapabilities,
  initializationOptions,
  locale,
  answers = {},
  command,
  folders,
  environment,
}: SessionOptions = {}): Promise<Session> {
  const [program, ...args] = command ?? [process.execPath, builtServer(), '--stdio'];
  const child = spawn(program!, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const sent: string[] = [];
  const unread: { method: string; params: unknown }[] = [];
  const waiting: { method: string; give: (params: unknown) => void }[] = [];
  let refreshes = 0;
  let whenRefreshed: (() => void)[] = [];
  const receive = (method: string, params: unknown): void => {
    sent.push(method);
    const reader = waiting.findIndex((one) => one.method === method);
    if (reader >= 0) waiting.splice(reader, 1)[0]!.give(params);
    else unread.push({ method, params });
  };
  connection.onNotification((method, params) => receive(method, params));
  connection.onRequest((method, params) => {
    if (method === 'workspace/diagnostic/refresh') {
      refreshes++;
      sent.push(method);
      for (const tell of whenRefreshed) tell();
      whenRefreshed = [];
      return null;
    }
    receive(method, params);
    const answer = (answers as Record<string, (params: unknown) => unknown>)[method];
    return answer ? answer(params) : method === 'workspace/configuration' ? [null] : null;
  });
  connection.listen();

  const texts = new Map<string, TextDocument>();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    initializationOptions,
    ...(locale && { locale }),
    ...(folders && { workspaceFolders: folders.map((uri) => ({ uri, name: uri })) }),
  } satisfies InitializeParams);
  await connection.sendNotification('initialized', {});

  const session: Session = {
    process: child,
    connection,
    initialized,
    sent,
    refreshes: () => refreshes,
    refreshed: () =>
      new Promise((done) => {
        whenRefreshed.push(done);
      }),
    request: <R>(method: string, params?: unknown) =>
      params === undefined ? connection.sendRequest<R>(method) : connection.sendRequest<R>(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    read: <P>(method: string) => {
      const index = unread.findIndex((one) => one.method === method);
      if (index >= 0) return Promise.resolve(unread.splice(index, 1)[0]!.params as P);
      return new Promise<P>((give) => {
        waiting.push({ method, give: give as (params: unknown) => void });
      });
    },
    async open(uri, text, languageId = 'inspection-response') {
      texts.set(uri, TextDocument.create(uri, languageId, 1, text));
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    },
    async change(uri, ...contentChanges) {
      const text = texts.get(uri)!;
      const version = text.version + 1;
      TextDocument.update(text, contentChanges.map((change) => ({ ...change })) as never, version);
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    async close(uri) {
      texts.delete(uri);
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
    text: (uri) => texts.get(uri)!.getText(),
    pull: (uri, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri },
        ...(previousResultId !== undefined && { previousResultId }),
      }),
    async items(uri) {
      const report = await session.pull(uri);
      assert.equal(report.kind, 'full');
      return report.kind === 'full' ? report.items : [];
    },
    at(uri, piece, nth = 0) {
      const text = texts.get(uri)!;
      let offset = text.getText().indexOf(piece);
      for (let i = 0; i < nth; i++) offset = text.getText().indexOf(piece, offset + 1);
      assert.ok(offset >= 0, `“${piece}” stands in the text`);
      return text.positionAt(offset);
    },
    async apply(edit) {
      const byUri = new Map<string, TextEdit[]>(Object.entries(edit.changes ?? {}));
      for (const change of edit.documentChanges ?? []) {
        assert.ok('textDocument' in change);
        if (change.textDocument.version !== null)
          assert.equal(change.textDocument.version, texts.get(change.textDocument.uri)?.version, 'the edit is meant for this version');
        byUri.set(change.textDocument.uri, change.edits as TextEdit[]);
      }
      for (const [uri, edits] of byUri) {
        const text = texts.get(uri);
        if (!text) continue;
        await session.change(uri, { text: TextDocument.applyEdits(text, edits) });
      }
    },
    actions: (uri, range, only) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only && { only }) },
      }),
    async settle() {
      for (const uri of [...texts.keys()]) await session.close(uri);
      await connection.sendRequest('inspectionResponse/houseStyles');
      assert.deepEqual(unread, [], 'every message of the server was read');
    },
    async end() {
      const ended = new Promise<number | null>((done) => {
        child.once('exit', (code) => done(code));
      });
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      assert.equal(await ended, 0, errors);
      connection.dispose();
      // That the documents of the folders are known is logged when it is so: a session may end before or after.
      const expected = unread.filter(
        ({ params }) => !/documents of the workspace are known/.test((params as { message?: string } | null)?.message ?? ''),
      );
      assert.deepEqual(expected, [], 'every message of the server was read');
      assert.equal(errors, '', 'nothing was written to standard error');
    },
  };
  if (capabilities.workspace?.configuration) await session.read('workspace/configuration');
  for (const registration of [capabilities.workspace?.didChangeConfiguration, capabilities.workspace?.didChangeWatchedFiles]) {
    if (registration?.dynamicRegistration) await session.read('client/registerCapability');
  }
  return session;
}

/** One session for all tests of a suite. */
export function sharedSession(options?: SessionOptions): () => Session {
  let session: Session;
  before(async () => {
    session = await startSession(options);
  });
  afterEach(() => session.settle());
  after(() => session.end());
  return () => session;
}

export const codesOf = (items: readonly Diagnostic[]): string[] => items.map(({ code }) => String(code));

export const wholeLine = (line: number): Range => ({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });

/** The diagnostics that the server sends next for a document. */
export async function published(session: Session, uri: string): Promise<PublishDiagnosticsParams> {
  for (;;) {
    const found = await session.read<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    if (found.uri === uri) return found;
  }
}
