// A language client of its own, small enough to cost nothing beside what is measured.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Starts a server over its standard streams. `answer` replies to the server's own requests. */
export function startServer({ command, args, cwd, env }, answer = () => null) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  let buffer = Buffer.alloc(0);
  /**
   * What has come since, and how much more an unfinished message needs: to join it each time would cost more than the server takes for a
   * long answer.
   */
  let pieces = [];
  let missing = 0;
  let nextId = 1;
  let errors = '';
  const pending = new Map();
  const listeners = new Set();
  child.stderr.on('data', (data) => {
    errors = (errors + data).slice(-4000);
  });
  child.on('exit', (code) => {
    for (const { reject } of pending.values()) reject(new Error(`the server ended with ${code}: ${errors}`));
  });
  child.on('error', (error) => {
    for (const { reject } of pending.values()) reject(error);
  });
  child.stdin.on('error', () => undefined);

  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  const receive = async (message) => {
    if (message.method && message.id !== undefined)
      send({ id: message.id, result: (await answer(message.method, message.params)) ?? null });
    else if (message.method) for (const listener of [...listeners]) listener(message.method, message.params);
    else {
      const waiting = pending.get(message.id);
      pending.delete(message.id);
      if (message.error) waiting?.reject(new Error(message.error.message));
      else waiting?.resolve(message.result);
    }
  };
  child.stdout.on('data', (data) => {
    pieces.push(data);
    missing -= data.length;
    if (missing > 0) return;
    buffer = Buffer.concat([buffer, ...pieces]);
    pieces = [];
    missing = 0;
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(buffer.toString('ascii', 0, end))[1]);
      missing = end + 4 + length - buffer.length;
      if (missing > 0) return;
      const body = buffer.toString('utf8', end + 4, end + 4 + length);
      buffer = buffer.subarray(end + 4 + length);
      void receive(JSON.parse(body));
    }
  });
  return {
    notify: (method, params) => send({ method, params }),
    request(method, params) {
      const id = nextId++;
      const answer = new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
      });
      send({ id, method, params });
      return Object.assign(answer, { cancel: () => send({ method: '$/cancelRequest', params: { id } }) });
    },
    /** Resolves with the parameters of the next notification that fits. */
    next: (fits) =>
      new Promise((resolve) => {
        const listener = (method, params) => {
          if (!fits(method, params)) return;
          listeners.delete(listener);
          resolve(params);
        };
        listeners.add(listener);
      }),
    /** Peak memory so far in MB; null where the system does not tell. */
    peakMemory() {
      try {
        return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024);
      } catch {
        return null;
      }
    },
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', resolve);
        child.kill('SIGKILL');
      }),
  };
}

const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: { configuration: true, didChangeConfiguration: {}, diagnostics: { refreshSupport: true }, workspaceFolders: true },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
    codeAction: {},
  },
};

/**
 * A session on one document: open, type, burst. Each answers with milliseconds. `onStart` is given the server before it has answered
 * anything.
 */
export async function session(peer, uri, languageId, text, onStart = () => {}) {
  const started = performance.now();
  const server = startServer(peer, peer.answer);
  onStart(server);
  const { capabilities: offered } = await server.request('initialize', {
    processId: process.pid,
    rootUri: peer.rootUri ?? null,
    workspaceFolders: peer.rootUri ? [{ uri: peer.rootUri, name: 'bench' }] : null,
    capabilities,
    initializationOptions: peer.options,
  });
  server.notify('initialized', {});
  if (peer.settings) server.notify('workspace/didChangeConfiguration', { settings: peer.settings });
  const pulls = Boolean(offered.diagnosticProvider);
  const incremental = (typeof offered.textDocumentSync === 'number' ? offered.textDocumentSync : offered.textDocumentSync?.change) === 2;
  let version = 1;
  let current = text;
  const diagnostics = () =>
    pulls
      ? server.request('textDocument/diagnostic', { textDocument: { uri } })
      : server.next(
          (method, params) =>
            method === 'textDocument/publishDiagnostics' &&
            params.uri === uri &&
            (params.version === undefined || params.version === null || params.version === version),
        );
  const opened = (() => {
    const first = pulls ? null : diagnostics();
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
    return first ?? diagnostics();
  })();
  await opened;
  const ready = performance.now() - started;
  const lineOffset = (line) => {
    let at = 0;
    for (let i = 0; i < line; i++) at = current.indexOf('\n', at) + 1;
    return at;
  };
  let typingOffset = null;
  const change = (place, typed) => {
    version++;
    typingOffset ??= lineOffset(place.line) + place.character;
    if (!incremental) current = current.slice(0, typingOffset) + typed + current.slice(typingOffset);
    typingOffset += typed.length;
    server.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: incremental ? [{ range: { start: place, end: place }, text: typed }] : [{ text: current }],
    });
    place.character += typed.length;
  };
  return {
    ready,
    server,
    pulls,
    async type(place, typed) {
      const start = performance.now();
      const answer = pulls
        ? null
        : server.next(
            (method, params) =>
              method === 'textDocument/publishDiagnostics' &&
              params.uri === uri &&
              (params.version === undefined || params.version === null || params.version === version),
          );
      change(place, typed);
      await (answer ?? diagnostics());
      return performance.now() - start;
    },
    /**
     * A character, and the page that a preview shows after it. `revision` is what it shows before; answers with milliseconds and the next
     * revision.
     */
    async preview(place, typed, revision) {
      const start = performance.now();
      change(place, typed);
      const shown = await server.request('inspectionResponse/preview', { uri, revision });
      return { time: performance.now() - start, revision: shown.revision };
    },
    /**
     * A character, and what an overview of the response shows after it. `revision` is what it shows before; answers with milliseconds and
     * the next revision.
     */
    async overview(place, typed, revision) {
      const start = performance.now();
      change(place, typed);
      const shown = await server.request('inspectionResponse/overview', { uri, revision });
      if (!shown?.page && shown?.revision !== revision) throw new Error('There is no overview.');
      return { time: performance.now() - start, revision: shown.revision };
    },
    /** Typing faster than answers come. As editors do, a question about a version that is past is taken back. */
    async burst(place, count) {
      let asked = null;
      for (let i = 1; i < count; i++) {
        asked?.cancel();
        change(place, 'x');
        if (!pulls) continue;
        asked = diagnostics();
        asked.catch(() => undefined);
      }
      asked?.cancel();
      return this.type(place, 'x');
    },
  };
}
