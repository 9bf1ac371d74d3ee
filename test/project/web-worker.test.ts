import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const bundle = join(resolve(import.meta.dirname, '../..'), 'server/dist/server.browser.js');

/** What the page gives back of the talk with the worker. */
interface Talk {
  readonly capabilities: Record<string, unknown>;
  readonly diagnostics: readonly { readonly code: string }[];
}

describe('the server in a browser', () => {
  it('answers as a web worker, without Node.js', async function () {
    this.timeout(120_000);
    if (!existsSync(bundle)) {
      console.log('      (skipped: needs a build)');
      this.skip();
    }
    // Imported only now: it needs what the tests fetch.
    const { launchBrowser } = await import('../vscode/host/browser.mjs');
    const browser = await launchBrowser(console.log);
    try {
      const page = await browser.newPage();
      const talk = (await page.evaluate(`const __name = (value) => value; (${String(talkWithWorker)})(${JSON.stringify(readFileSync(bundle, 'utf8'))})`)) as Talk;
      assert.ok(talk.capabilities.diagnosticProvider !== undefined);
      assert.ok(talk.diagnostics.some(({ code }) => code === 'inspectorate/official-name'), JSON.stringify(talk.diagnostics));
    } finally {
      await browser.close();
    }
  });
});

/** Runs in the page (where `__name`, which the tests' TypeScript loader writes into functions, has to be given): starts the worker, opens a document, and asks what there is to say of it. */
function talkWithWorker(script: string): Promise<unknown> {
  return new Promise((resolveTalk, rejectTalk) => {
    const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    const uri = 'vscode-vfs://council/one.report.md';
    const text = '---\ntype: committee-report\n---\n\n# A report\n\n## Summary\n\nOFSTED came.\n';
    const send = (message: object): void => worker.postMessage({ jsonrpc: '2.0', ...message });
    let capabilities: unknown = null;
    worker.addEventListener('error', (event) => rejectTalk(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<{ id?: number; method?: string; result?: Record<string, unknown>; error?: { message: string } }>) => {
      if (data.method !== undefined && data.id !== undefined) return send({ id: data.id, result: null });
      if (data.error !== undefined) return rejectTalk(new Error(data.error.message));
      if (data.id === 1) {
        capabilities = data.result?.capabilities;
        send({ method: 'initialized', params: {} });
        send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'inspection-response', version: 1, text } } });
        send({ id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
      }
      if (data.id === 2) resolveTalk({ capabilities, diagnostics: data.result?.items });
      return undefined;
    });
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {}, publishDiagnostics: {} } } } });
  });
}
