import assert from 'node:assert/strict';
import fc from 'fast-check';
import { joined } from '../../server/src/language/open-document.ts';
import type { Block, Syntax } from '../../server/src/language/syntax/syntax.ts';
import { applyEdits, span, type TextEdit } from '../../server/src/language/text/span.ts';

const blockOf = (text: string): Block => ({
  kind: 'flow',
  text,
  lineBreaks: text.split('\n').length - 1,
  nodes: [],
  container: null,
  opensContainer: false,
  leftUnread: null,
});
const syntaxOf = (text: string): Syntax => ({ blocks: text.split(/(?<=\n)/).map(blockOf), length: text.length });

describe('a burst of edits', () => {
  it('joined into fewer edits leaves the same text', () => {
    const textOfLines = fc.array(fc.stringMatching(/^[a-z ]{0,40}$/), { minLength: 1, maxLength: 60 }).map((lines) => lines.join('\n'));
    const steps = fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        removed: fc.nat(5),
        inserted: fc.stringMatching(/^[A-Z\n]{0,3}$/),
        far: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(textOfLines, steps, (text, changes) => {
        let current = text;
        let last = 0;
        const edits: TextEdit[] = changes.map(({ at, removed, inserted, far }) => {
          const start = far ? Math.floor(at * current.length) : Math.min(current.length, Math.max(0, last + Math.floor(at * 6) - 3));
          const edit = { span: span(start, Math.min(current.length, start + removed)), newText: inserted };
          current = applyEdits(current, [edit]);
          last = start + inserted.length;
          return edit;
        });
        const result = joined(edits, syntaxOf(text)).reduce((so, edit) => applyEdits(so, [edit]), text);
        assert.equal(result, current);
      }),
      { numRuns: 500 },
    );
  });

  it('typed in one place becomes one edit', () => {
    const typed = [...'Assessment'].map((letter, i): TextEdit => ({ span: span(5 + i, 5 + i), newText: letter }));
    assert.deepEqual(joined(typed, syntaxOf('Head of ')), [{ span: span(5, 5), newText: 'Assessment' }]);
  });
});
