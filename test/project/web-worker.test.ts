import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ConvertAnswer } from '../../server/src/convert/messages.ts';
import { pdfFile, textLines } from '../library/import/pdf-file.ts';
import { h, li, p, titled, wordFile } from '../library/import/word-file.ts';

const bundle = (name: string): string => join(resolve(import.meta.dirname, '../..'), 'server/dist', name);

/** What the page gives back of the talk with the worker. */
interface Talk {
  readonly capabilities: Record<string, unknown>;
  readonly diagnostics: readonly { readonly code: string }[];
}

/** Does something in a page of a browser; skips where nothing was built. */
async function inPage<Answer>(test: Mocha.Context, script: string, expression: (source: string) => string): Promise<Answer> {
  test.timeout(120_000);
  if (!existsSync(bundle(script))) {
    console.log('      (skipped: needs a build)');
    test.skip();
  }
  // Imported only now: it needs what the tests fetch.
  const { launchBrowser } = await import('../vscode/host/browser.mjs');
  const browser = await launchBrowser(console.log);
  try {
    const page = await browser.newPage();
    return (await page.evaluate(
      `const __name = (value) => value; ${expression(JSON.stringify(readFileSync(bundle(script), 'utf8')))}`,
    )) as Answer;
  } finally {
    await browser.close();
  }
}

describe('the server in a browser', () => {
  it('answers as a web worker, without Node.js', async function () {
    const talk = await inPage<Talk>(this, 'server.browser.js', (source) => `(${String(talkWithWorker)})(${source})`);
    assert.ok(talk.capabilities.diagnosticProvider !== undefined);
    assert.ok(
      talk.diagnostics.some(({ code }) => code === 'inspectorate/official-name'),
      JSON.stringify(talk.diagnostics),
    );
  });
});

describe('the converter in a browser', () => {
  it('imports a Word document, a PDF and a web page, exports to Word, writes a calendar, and says what it cannot do, as a web worker without Node.js', async function () {
    const file = (kind: 'import', fileName: string, bytes: Uint8Array) => ({ kind, fileName, path: null, bytes: [...bytes] });
    const uri = 'vscode-vfs://council/one.report.md';
    const document =
      '---\ntype: committee-report\nhouse-style: generic\ntitle: A report\n---\n\n# A report\n\n## Summary\n\nInspectors came.\n';
    const requests = [
      file('import', 'plan.docx', wordFile({ body: titled('Improvement plan') + h(1, 'Actions') + li(1, 0, 'Recruit.') + p('More.') })),
      file(
        'import',
        'letter.pdf',
        pdfFile([
          {
            texts: [
              ...textLines(72, 72, ['Dear Mary']),
              ...textLines(72, 100, ['We came in May.']),
              ...textLines(72, 140, ['Yours sincerely']),
            ],
          },
        ]),
      ),
      file('import', 'page.html', new TextEncoder().encode('<main><h1>Action plan</h1><p>We act.</p></main>')),
      file('import', 'broken.docx', new TextEncoder().encode('x')),
      ...['docx', 'pdf'].map((format) => ({
        kind: 'export',
        documents: [{ uri, name: 'one.report.md' }],
        format,
        files: [[uri, document]],
        template: null,
        browser: null,
        today: '2026-01-31',
      })),
      {
        kind: 'calendar',
        name: 'Deadlines',
        today: '2026-01-31',
        deadlines: [
          {
            id: 'papers 0',
            uri,
            file: 'one.report.md',
            what: 'Publish the papers',
            date: '2026-05-12',
            rule: '5 clear working days before the meeting',
            source: null,
          },
        ],
      },
    ];
    const answers = await inPage<readonly (ConvertAnswer & { readonly start?: string; readonly text?: string })[]>(
      this,
      'convert.browser.js',
      (source) => `(${String(convertInWorker)})(${source}, ${JSON.stringify(requests)})`,
    );
    const texts = answers.map((answer) =>
      answer.kind === 'imported' ? answer.text : answer.kind === 'cannot' ? answer.message : (answer.start ?? answer.kind),
    );
    assert.match(texts[0]!, /^---\ntype: action-plan\n[^]*\n# Improvement plan\n/);
    assert.match(texts[1]!, /^---\ntype: inspection-letter\n[^]*\nWe came in May\.\n/);
    assert.match(texts[2]!, /^---\ntype: action-plan\n[^]*\nWe act\.\n/);
    assert.match(texts[3]!, /is no Word document/);
    assert.equal(texts[4], 'PK', 'a Word document is a zip');
    assert.equal(answers[5]!.kind, 'cannot', 'no program can be started from a page');
    assert.equal(answers[6]!.kind, 'exported', JSON.stringify(answers[6]));
    assert.match(
      answers[6]!.text!.replaceAll('\r\n ', ''),
      /^BEGIN:VCALENDAR\r\n[^]*DTSTART;VALUE=DATE:20260512\r\n[^]*SUMMARY:Publish the papers\r\n[^]*DESCRIPTION:5 clear working days before the meeting\\none\.report\.md\r\n/,
    );
  });
});

/** Runs in the page: gives each request to a worker of its own, and answers with the last word of each. Bytes travel as numbers. */
function convertInWorker(script: string, requests: readonly Record<string, unknown>[]): Promise<unknown> {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return Promise.all(
    requests.map(
      (request) =>
        new Promise((settle, reject) => {
          const worker = new Worker(address);
          worker.addEventListener('error', (event) => reject(new Error(event.message)));
          worker.addEventListener('message', ({ data }: MessageEvent<{ kind: string; bytes?: Uint8Array }>) => {
            if (data.kind === 'progress') return;
            worker.terminate();
            settle(
              data.bytes
                ? { kind: data.kind, start: String.fromCharCode(...data.bytes.slice(0, 2)), text: new TextDecoder().decode(data.bytes) }
                : data,
            );
          });
          const files = (request['files'] ?? []) as readonly (readonly [string, string])[];
          worker.postMessage({
            ...request,
            bytes: new Uint8Array((request['bytes'] ?? []) as number[]),
            files: new Map(files.map(([uri, text]) => [uri, new TextEncoder().encode(text)])),
          });
        }),
    ),
  );
}

/**
 * Runs in the page (where `__name`, which the tests' TypeScript loader writes into functions, has to be given): starts the worker, opens a
 * document, and asks what there is to say of it.
 */
function talkWithWorker(script: string): Promise<unknown> {
  return new Promise((resolveTalk, rejectTalk) => {
    const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    const uri = 'vscode-vfs://council/one.report.md';
    const text = '---\ntype: committee-report\n---\n\n# A report\n\n## Summary\n\nOFSTED came.\n';
    const send = (message: object): void => worker.postMessage({ jsonrpc: '2.0', ...message });
    let capabilities: unknown = null;
    worker.addEventListener('error', (event) => rejectTalk(new Error(event.message)));
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<{ id?: number; method?: string; result?: Record<string, unknown>; error?: { message: string } }>) => {
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
      },
    );
    send({
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {}, publishDiagnostics: {} } } },
    });
  });
}
