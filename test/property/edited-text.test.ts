import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { editedText, type EditedText } from '../../server/src/lsp/documents/edited-text.ts';

const piece = fc.constantFrom('\n', '\r\n', '\r', '\n\n', 'a', 'Ofsted came.', '| F1 |', 'é', '😀', '', 'x\ny\r\nz', '\r\n\r');
const written = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
/** Long enough for lines that are not taken out, and short enough for edits to meet. */
const long = fc
  .tuple(fc.array(piece, { maxLength: 400 }), fc.boolean())
  .map(([pieces, windows]) => pieces.join(windows ? 'word\r\n' : 'word\n'));
const position = fc.record({ line: fc.oneof(fc.nat(12), fc.nat(400)), character: fc.nat(30) });
const typing = fc.record({ start: position, lines: fc.nat(3), character: fc.nat(30), newText: written, asks: fc.boolean() });

const inOrder = (a: Position, b: Position): { start: Position; end: Position } =>
  a.line < b.line || (a.line === b.line && a.character <= b.character) ? { start: a, end: b } : { start: b, end: a };

function isAs(typed: EditedText, plain: TextDocument, places: readonly Position[]): void {
  assert.equal(typed.length, plain.getText().length);
  for (const { line, character } of places) {
    assert.equal(typed.offsetAt({ line, character }), plain.offsetAt({ line, character }), `${line}:${character}`);
    assert.equal(typed.line(line), plain.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }));
  }
}

describe('a text that is typed in', () => {
  it('is what the library makes of the same changes, wherever and in whichever order they come', () => {
    fc.assert(
      fc.property(long, fc.array(typing, { minLength: 1, maxLength: 12 }), (content, changes) => {
        const typed = editedText('file:///a.report.md', 'inspection-response', 0, content);
        const plain = TextDocument.create('file:///a.report.md', 'inspection-response', 0, content);
        changes.forEach(({ start, lines, character, newText, asks }, at) => {
          const range = inOrder(start, { line: start.line + lines, character });
          const before = plain.getText();
          const edit = typed.change(range, newText, at + 1);
          // A copy, for the library's own reckoning of lines goes wrong past the last line.
          const fresh = TextDocument.create('file:///a.report.md', 'inspection-response', at, before);
          const span = { start: fresh.offsetAt(range.start), end: fresh.offsetAt(range.end) };
          assert.deepEqual(edit, { span, newText });
          TextDocument.update(plain, [{ text: before.slice(0, span.start) + newText + before.slice(span.end) }], at + 1);
          isAs(typed, plain, [
            range.start,
            range.end,
            { line: 0, character: 5 },
            { line: plain.lineCount, character: 0 },
            { line: Math.floor(plain.lineCount / 2), character: 3 },
          ]);
          if (asks) assert.equal(typed.whole().getText(), plain.getText());
        });
        assert.equal(typed.whole().getText(), plain.getText());
        assert.equal(typed.whole().version, changes.length);
        assert.equal(typed.whole().lineCount, plain.lineCount);
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});
