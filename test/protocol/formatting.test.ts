import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { sharedSession, wholeLine } from './client.ts';

const uri = 'file:///northmere/visit.plan.md';
const options = { tabSize: 2, insertSpaces: true };
const plan = '## Actions\n\n|Ref|Action|Owner|Due|\n|-|-|-|-|\n|A1|Recruit|HA|May 2026|\n\n*   Untidy\n';

describe('formatting', () => {
  const shared = sharedSession();

  it('makes a document tidy with edits of the lines that need it', async () => {
    const session = shared();
    await session.open(uri, plan);
    const edits = await session.request<TextEdit[]>('textDocument/formatting', { textDocument: { uri }, options });
    assert.equal(edits.length, 4);
    await session.apply({ changes: { [uri]: edits } });
    assert.equal(
      session.text(uri),
      '## Actions\n\n| Ref | Action  | Owner | Due      |\n| --- | ------- | ----- | -------- |\n| A1  | Recruit | HA    | May 2026 |\n\n- Untidy\n',
    );
    assert.deepEqual(await session.request('textDocument/formatting', { textDocument: { uri }, options }), []);
  });

  it('keeps to a range', async () => {
    const session = shared();
    await session.open(uri, plan);
    const edits = await session.request<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument: { uri },
      range: wholeLine(6),
      options,
    });
    await session.apply({ changes: { [uri]: edits } });
    assert.equal(session.text(uri), plan.replace('*   ', '- '));
  });

  it('begins a row after Enter, and does nothing after any other key', async () => {
    const session = shared();
    await session.open(uri, plan);
    const position = { line: 5, character: 0 };
    const edits = (ch: string) =>
      session.request<TextEdit[]>('textDocument/onTypeFormatting', { textDocument: { uri }, position, ch, options });
    assert.deepEqual(await edits('|'), []);
    assert.deepEqual(await edits('\n'), [{ range: { start: position, end: position }, newText: '| A2 |  |  |  |' }]);
  });

  it('has nothing for a document that is not open', async () => {
    assert.deepEqual(await shared().request('textDocument/formatting', { textDocument: { uri: 'file:///nowhere.plan.md' }, options }), []);
  });
});
