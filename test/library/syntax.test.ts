import assert from 'node:assert/strict';
import type { Nodes, Text } from 'mdast';
import { blockAt, layoutOf, offsetAt, positionAt } from '../../server/src/language/syntax/layout.ts';
import { createParser } from '../../server/src/language/syntax/parser.ts';
import { plainText } from '../../server/src/language/syntax/plain-text.ts';
import type { Syntax } from '../../server/src/language/syntax/syntax.ts';
import { offsetsOfText } from '../../server/src/language/syntax/text-offsets.ts';
import { treeOf } from '../../server/src/language/syntax/tree.ts';
import { applyEdits } from '../../server/src/language/text/span.ts';
import { referenceTree } from '../property/reference.ts';

const parser = createParser();

const kinds = ({ blocks }: Syntax): string[] => blocks.map(({ kind, opensContainer }) => (opensContainer ? `${kind}, first` : kind));
const texts = ({ blocks }: Syntax): string[] => blocks.map(({ text }) => text);

describe('the blocks of a document', function () {
  it('are its top-level nodes, items and rows', () => {
    const syntax = parser.parse(
      '---\ncouncil: Northmere\n---\n\n# Report\n\n1. One\n2. Two\n\n   More.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nEnd.',
    );
    assert.deepEqual(kinds(syntax), ['front-matter', 'flow', 'list-item, first', 'list-item', 'table-row, first', 'table-row', 'flow']);
    assert.deepEqual(texts(syntax), [
      '---\ncouncil: Northmere\n---\n\n',
      '# Report\n\n',
      '1. One\n',
      '2. Two\n\n   More.\n\n',
      '| a | b |\n|---|---|\n',
      '| 1 | 2 |\n\n',
      'End.',
    ]);
    assert.equal(syntax.blocks[2]!.container, syntax.blocks[3]!.container);
    assert.deepEqual(syntax.blocks[4]!.container, { type: 'table', align: [null, null] });
  });

  it('have positions of their own', () => {
    const { blocks } = parser.parse('One.\n\n  - two\n  - three\n');
    assert.deepEqual(blocks[2]!.nodes[0]!.position!.start, { line: 1, column: 3, offset: 2 });
  });

  it('are one, without nodes, where there is nothing but white space', () => {
    for (const text of ['', ' ', '\n\n', '\t\r\n']) {
      const { blocks, length } = parser.parse(text);
      assert.deepEqual(
        blocks.map(({ text: said, nodes }) => [said, nodes]),
        [[text, []]],
      );
      assert.equal(length, text.length);
    }
  });

  it('keep a byte-order mark in the text and out of the Markdown', () => {
    const syntax = parser.parse('\ufeff# Report\n\nText.\n');
    assert.deepEqual(texts(syntax), ['\ufeff# Report\n\n', 'Text.\n']);
    assert.equal(syntax.blocks[0]!.nodes[0]!.type, 'heading');
    assert.equal(syntax.blocks[0]!.nodes[0]!.position!.start.offset, 1);
    assert.equal(kinds(parser.parse('\ufeff---\na: b\n---\n'))[0], 'front-matter');
  });

  it('have front matter only where it opens the document and is closed', () => {
    assert.deepEqual(kinds(parser.parse('---\na: b\n...\nText.\n')), ['front-matter', 'flow']);
    assert.ok(!kinds(parser.parse('---\na: b\n\nText.\n')).includes('front-matter'));
    assert.ok(!kinds(parser.parse('\n---\na: b\n---\n')).includes('front-matter'));
    assert.ok(!kinds(parser.parse('----\na: b\n---\n')).includes('front-matter'));
  });

  it('are shown slice by slice while a long document is read', () => {
    const text = 'A paragraph about [the plan][plan].\n\n'.repeat(600) + '[plan]: https://northmere.example/plan\n';
    const seen: Syntax[] = [];
    const slices = parser.parseSlices(text);
    let step = slices.next();
    for (; !step.done; step = slices.next()) seen.push(step.value);
    assert.ok(seen.length >= 3);
    assert.deepEqual(step.value, parser.parse(text));
    for (const soFar of seen) {
      assert.equal(texts(soFar).join(''), text.slice(0, soFar.length));
      assert.deepEqual(texts(soFar), texts(step.value).slice(0, soFar.blocks.length));
    }
    assert.deepEqual(treeOf(step.value), referenceTree(text));
  });
});

describe('positions in a document', () => {
  const syntax = parser.parse('One\r\ntwo\n\n- a\n- b\r\rEnd');
  const layout = layoutOf(syntax);

  it('go from offset to line and character and back, whatever the line endings', () => {
    const lines = ['One\r\n', 'two\n', '\n', '- a\n', '- b\r', '\r', 'End'];
    let offset = 0;
    lines.forEach((said, line) => {
      for (let character = 0; character <= said.trimEnd().length; character++) {
        assert.deepEqual(positionAt(layout, offset + character), { line, character });
        assert.equal(offsetAt(layout, { line, character }), offset + character);
      }
      offset += said.length;
    });
  });

  it('are held inside the document', () => {
    assert.deepEqual(positionAt(layout, 999), { line: 6, character: 3 });
    assert.equal(offsetAt(layout, { line: 99, character: 0 }), syntax.length);
    assert.equal(blockAt(layout, 999), syntax.blocks.length - 1);
  });
});

/** The texts in a node, in order. */
const textsIn = (node: Nodes): readonly Text[] =>
  node.type === 'text' ? [node] : 'children' in node ? node.children.flatMap(textsIn) : [];

/** The first node of a text. */
const nodeOf = (text: string): Nodes => parser.parse(text).blocks[0]!.nodes[0] as Nodes;

describe('plain text', () => {
  it('has no marks, and white space once', () => {
    assert.equal(
      plainText(nodeOf('A **bold**\n  word, `code` and [a\nlink](u) <!-- note --> &amp; \\*more\\*.')),
      'A bold word, code and a link & *more*.',
    );
    assert.equal(plainText(nodeOf('- One\n\n  two<br>three ![chart](c.png)')), 'One two three chart');
  });

  it('knows where each character stands in the source', () => {
    for (const [text, word] of [
      ['Some **bold** word', 'word'],
      ['> quoted\n> over  lines', 'lines'],
      ['R&amp;D and \\*stars\\* before `code`', 'before'],
      ['| a \\| b | target |\n|---|---|', 'target'],
      ['[link text](https://northmere.example) after', 'after'],
      ['\0 and &#128512; smile', 'smile'],
      ['two  \nlines\\\nbroken', 'broken'],
    ] as const) {
      const held = textsIn(nodeOf(text)).find(({ value }) => value.includes(word))!;
      const offsets = offsetsOfText(held, text);
      assert.equal(offsets.length, held.value.length + 1);
      const at = held.value.indexOf(word);
      assert.equal(offsets[at], text.indexOf(word));
      assert.equal(offsets[at + word.length - 1]! + 1, text.indexOf(word) + word.length);
      assert.ok(offsets.every((offset, i) => i === 0 || offset >= offsets[i - 1]!));
    }
  });
});

/** Edits that a parser of parts gets wrong, each for a reason of its own. */
const awkward: Record<string, [text: string, start: number, end: number, newText: string]> = {
  'a paragraph becomes a heading from below': ['One\n\ntwo\n\nthree', 8, 8, '==='],
  'a blank line goes, and a paragraph joins a list': ['- a\n\nlazy\n\nend\n', 4, 5, ''],
  'a list splits in two': ['1. a\n2. b\n3. c\n4. d\n', 10, 10, '\n# Heading\n\n'],
  'two lists become one': ['- a\n\n# Heading\n\n- b\n- c\n\nend\n', 5, 16, ''],
  'a list starts at another number': ['3. a\n4. b\n5. c\n6. d\n\nend\n', 0, 1, '7'],
  'a table loses its delimiter row': ['| a |\n|---|\n| 1 |\n| 2 |\n\nend\n', 6, 12, ''],
  'a table is cut by a blank line': ['| a |\n|---|\n| 1 |\n| 2 |\n\nend\n', 18, 18, '\n'],
  'a table gets another alignment': ['| a |\n|---|\n| 1 |\n| 2 |\n\nend\n', 9, 10, ':'],
  'a table of nothing but a header': ['a | b\n- | -\nc | d', 12, 17, ''],
  'a fence swallows what follows': ['One.\n\ntwo\n\n- a\n\n```\nthree\n```\n', 6, 6, '```\n'],
  'a comment opens': ['One.\n\ntwo -->\n\nthree\n', 0, 0, '<!-- '],
  'a definition acts on what comes before it': ['See [a].\n\n- and [a]\n\nend\n', 25, 25, '\n[a]: https://northmere.example\n'],
  'a definition goes': ['See [a].\n\nSee [b].\n\n[a]: x\n', 20, 27, ''],
  'a second definition of the same label goes': ['See [a].\n\n[a]: x\n\n[a]: y\n', 10, 18, ''],
  'a label over two lines is defined': ['> see [foo\n> bar]\n\nend\n', 22, 22, '\n[foo bar]: x\n'],
  'front matter is closed': ['---\na: b\n\nText.\n\n- c\n', 9, 9, '---'],
  'front matter is opened above a rule': ['a: b\n\nText.\n\n---\n\nMore.\n', 0, 0, '---\n'],
  'front matter loses its end, and a rule becomes it': ['---\na: b\n---\n\nText.\n\n---\n\nMore.\n', 9, 13, ''],
  'front matter is no longer at the start': ['---\na: b\n---\n\nText.\n', 0, 0, '\n'],
  'a byte-order mark comes': ['# One\n\ntwo\n', 0, 0, '\ufeff'],
  'a second byte-order mark comes': ['\ufeff', 0, 0, '\ufeff'],
  'a byte-order mark stands inside': ['One\n\n\ufeff# two\n\nthree\n', 12, 12, 'x'],
  'indented code before a numbered paragraph': ['    code\n\n2. a\n\nend\n', 16, 16, 'x'],
  'indented code after a list': ['- a\n\n    b\n\nend\n\n    code\n\nx\n', 0, 2, ''],
  'what opens behind the edit seems a definition and is a table': ['See [b].\n\n> a\n>\n> [b]: /\n> :-\n', 0, 0, 'x'],
  'a heading after definitions': ['[a]: b\n[c]: d\ntext\n\nend [a]\n', 19, 19, '===\n'],
  'a space stands between bold words and the end of their line': ['One.\n\ntwo\n', 6, 6, '**Owner:** \nHead of Service\n\n'],
  'half of a line ending goes': ['One\r\n\r\ntwo\r\n', 4, 5, ''],
  'everything goes': ['# One\n\n- two\n', 0, 13, ''],
  'everything comes': ['', 0, 0, '---\na: b\n---\n# One\n\n- two\n'],
};

describe('an edit comes to what reading everything again does', () => {
  for (const [name, [text, start, end, newText]] of Object.entries(awkward)) {
    it(name, () => {
      const edit = { span: { start, end }, newText };
      const after = applyEdits(text, [edit]);
      const { syntax } = parser.reparse(parser.parse(text), edit);
      assert.deepEqual(syntax, parser.parse(after));
      assert.deepEqual(treeOf(syntax), referenceTree(after));
    });
  }

  it('in a document read slice by slice, where a slice ends before what seems a definition and is a table', () => {
    const parser = createParser(60);
    const text = `See [b]. ${'One two three. '.repeat(3)}\n\n${'Four five six. '.repeat(3)}\n\n[b]: /\n:-\n`;
    const edit = { span: { start: 0, end: 0 }, newText: 'x' };
    assert.deepEqual(treeOf(parser.parse(text)), referenceTree(text));
    assert.deepEqual(treeOf(parser.reparse(parser.parse(text), edit).syntax), referenceTree(`x${text}`));
  });

  it('takes offsets outside the document for its ends', () => {
    const { syntax } = parser.reparse(parser.parse('One.\n'), { span: { start: -5, end: 900 }, newText: 'Two.\n' });
    assert.deepEqual(texts(syntax), ['Two.\n']);
  });
});
