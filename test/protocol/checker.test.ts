import assert from 'node:assert/strict';
import type { CancellationToken } from 'vscode-languageserver-protocol';
import { Cancelled, neverCancelled, type Cancellation } from '../../server/src/language/host.ts';
import { createLanguageService, type LanguageService } from '../../server/src/language/service.ts';
import { documentAddress } from '../../server/src/language/text/document-address.ts';
import { readClient } from '../../server/src/lsp/connection/client.ts';
import { createChecker, type Checker } from '../../server/src/lsp/diagnostics/checker.ts';
import { editedText } from '../../server/src/lsp/documents/edited-text.ts';
import { newestSnapshot } from '../../server/src/lsp/documents/newest-snapshot.ts';
import type { Surroundings } from '../../server/src/lsp/documents/surroundings.ts';
import { wholeTextEdit, type OpenText, type OpenTexts } from '../../server/src/lsp/documents/text-sync.ts';
import { columnsOf } from '../../server/src/lsp/to-protocol/positions.ts';
import { applyEdits } from '../../server/src/language/text/span.ts';
import { memoryHost } from '../library/harness.ts';
import { richCapabilities } from './client.ts';
import { plan } from './documents.ts';

interface Counted {
  readonly surroundings: Surroundings;
  readonly checker: Checker;
  readonly service: LanguageService;
  readonly text: OpenText;
  readonly checks: () => number;
  readonly logged: readonly string[];
  type(character: string): void;
}

/** A checker over a real service that counts its checks, with one document open. */
function counted(): Counted {
  const host = memoryHost([]);
  const real = createLanguageService(host);
  let checks = 0;
  const service: LanguageService = {
    ...real,
    check: (address, cancellation: Cancellation, options) => {
      checks++;
      return real.check(address, cancellation, options);
    },
  };
  const address = documentAddress('file:///northmere/visit.plan.md');
  const text: OpenText = { uri: address, spelling: address, text: editedText(address, 'inspection-response', 1, plan), use: 'read' };
  const texts: OpenTexts = {
    get: () => text,
    all: () => [text],
    spelling: () => address,
    onChanged: () => undefined,
    onClosed: () => undefined,
    onSaved: () => undefined,
    reopen: () => undefined,
  };
  service.open(address, 1, plan);
  const client = readClient({ processId: null, rootUri: null, capabilities: richCapabilities }, () => null);
  const surroundings: Surroundings = { service, host, client, texts, others: { find: async () => new Map(), forget: () => undefined } };
  const checker = createChecker(surroundings);
  return {
    surroundings,
    checker,
    service,
    text,
    checks: () => checks,
    logged: host.logged,
    type(character) {
      const version = text.text.version + 1;
      const end = { line: plan.length, character: 0 };
      service.change(address, version, [text.text.change({ start: end, end }, character, version)]);
    },
  };
}

const patient = neverCancelled as CancellationToken;

describe('checking an open document', () => {
  it('is done once for thirty characters typed before anybody asks', async () => {
    const { checker, text, checks, type } = counted();
    for (let i = 0; i < 30; i++) type('x');
    const { version, items } = await checker.diagnostics(text, patient);
    assert.equal(version, 31);
    assert.ok(items.length > 0);
    assert.equal(checks(), 1);
  });

  it('is shared by all who ask for one version', async () => {
    const { checker, text, checks } = counted();
    const answers = await Promise.all(Array.from({ length: 10 }, () => checker.diagnostics(text, patient)));
    assert.equal(checks(), 1);
    assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
  });

  it('begins anew for a version that overtakes it, and everybody gets the newest', async () => {
    const { checker, text, type } = counted();
    const first = checker.diagnostics(text, patient);
    type('x');
    const second = checker.diagnostics(text, patient);
    assert.deepEqual(
      (await Promise.all([first, second])).map(({ version }) => version),
      [2, 2],
    );
  });

  it('is given up for one who no longer asks, and goes on for the others', async () => {
    const { checker, text } = counted();
    const gone = { isCancellationRequested: false };
    const first = checker.diagnostics(text, gone as CancellationToken);
    const second = checker.diagnostics(text, patient);
    gone.isCancellationRequested = true;
    await assert.rejects(first, Cancelled);
    assert.ok((await second).items.length > 0);
  });

  it('reads the document again where the library holds another text than the editor sent', async () => {
    const { surroundings, service, text, logged } = counted();
    service.change(text.uri, 1, [{ span: { start: 0, end: 10 }, newText: '' }]);
    const { model } = await newestSnapshot(surroundings, text, 'modelled', patient);
    assert.equal(model.syntax.length, text.text.length);
    assert.equal(logged.filter((line) => line.includes('read again')).length, 1);
  });
});

describe('texts and columns', () => {
  it('finds the one stretch in which two texts differ', () => {
    const samples = ['', 'a', 'aa', 'aba', 'abba', 'a\r\nb', '👩‍👩‍👧', 'The board met.', 'The board has met.', 'xThe board met.x'];
    for (const before of samples) {
      for (const after of samples) {
        const edits = wholeTextEdit(before, after);
        assert.equal(applyEdits(before, edits), after);
        assert.equal(edits.length, before === after ? 0 : 1);
      }
    }
  });

  it('counts columns in UTF-8 there and back, in lines of any length', () => {
    for (const text of ['', 'plain', 'café – £3', '👩‍👩‍👧 x 𝄞', `${'é'.repeat(700)}x${'👧'.repeat(300)}`, 'lone \uD800 half']) {
      const columns = columnsOf(text);
      for (let at = 0; at <= text.length; at++) {
        if (at > 0 && /[\uD800-\uDBFF]/.test(text[at - 1]!) && /[\uDC00-\uDFFF]/.test(text[at] ?? '')) continue; // inside a pair is nowhere
        assert.equal(columns.toUtf8(at), Buffer.byteLength(text.slice(0, at)), `${text.slice(0, 20)} at ${at}`);
        assert.equal(columns.toUtf16(columns.toUtf8(at)), at, `${text.slice(0, 20)} at ${at}`);
      }
      assert.equal(columns.toUtf16(99_999), text.length);
    }
  });
});
