import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { usualBounds } from '../../server/src/language/syntax/bounds.ts';
import { createParser } from '../../server/src/language/syntax/parser.ts';
import { readPlain } from '../../server/src/language/syntax/plain-blocks.ts';
import type { Block, Syntax } from '../../server/src/language/syntax/syntax.ts';

const parser = createParser();
const remarkAlone = createParser(undefined, undefined, false);

function described({ blocks }: Syntax): unknown[] {
  const numbers = new Map<Block['container'], number>();
  return blocks.map(({ container, ...rest }) => {
    if (container && !numbers.has(container)) numbers.set(container, numbers.size);
    return { ...rest, container: container && { number: numbers.get(container), ...container } };
  });
}

/** Lines of papers, and what comes so near to them that only remark-parse can tell. */
const lines = [
  'The Panel is asked to note the report.',
  '**F3** Timeliness of visits',
  '**Summary:**',
  '*AB* to write to the schools',
  'Use of the word_bank, and a * b',
  '## 2. Actions',
  '#Not a heading',
  '# Report #',
  '- note the report, and',
  '- **A1** Recruit six social workers',
  '  - Owner: AB',
  '  - Due: 31 July 2026',
  '    - deeper',
  '   a second paragraph',
  '  of the same',
  '1. Progress',
  '2. The plan ([appendix](plan.md#part-2))',
  '   1. part',
  '10) ten',
  '* star',
  '+ plus',
  '-',
  '- [ ] to do',
  '1.',
  '| Ref | Action |',
  '| --- | :-: |',
  '|---|---|',
  '| A1 | Train **all** |',
  '| A2 | |',
  '| A3 |',
  '|||',
  'no bar',
  '> quoted',
  '> quoted',
  '> *AB* and **more** words',
  '> ends with a space ',
  '>',
  '> ',
  '>  deeper',
  '> - item',
  '> [see](a.md)',
  '> # head',
  '> > twice',
  '>no space',
  'see https://a.example',
  'a@b.example',
  '[see](https://a.example/x_y)',
  '[see][a]',
  '[a]: b',
  '![x](y)',
  '***',
  '---',
  '===',
  '`code`',
  'A & B',
  'A&B;',
  'a\\',
  'ends with a space ',
  'ends with two  ',
  '  ',
  '\t',
  '    code',
  '<!-- x -->',
  '_under_ and __double__',
  '**a**b',
  'a **b** c**',
  '(*a*)',
  '**a\nb** c',
  '1. 1. x',
  '- - x',
  '\u00a0',
  'É',
  '• dot',
];
const endings = ['\n', '\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\n\n\n', ''];

describe('plain text', () => {
  it('is read as remark-parse reads it, however it is put together', () => {
    const documents = fc.array(fc.tuple(fc.constantFrom(...lines), fc.constantFrom(...endings)), { maxLength: 14 });
    fc.assert(
      fc.property(documents, (parts) => {
        const text = parts.map((each) => each.join('')).join('');
        assert.deepEqual(described(parser.parse(text)), described(remarkAlone.parse(text)));
      }),
      { numRuns: Number(process.env['PLAIN_RUNS'] ?? 1500), seed: Number(process.env['PLAIN_SEED'] ?? 20260401) },
    );
  }).timeout(process.env['PLAIN_RUNS'] ? 0 : 60_000);

  it('is most of what is in the papers of the repository, which are read alike', () => {
    const root = join(import.meta.dirname, '../..');
    let all = 0;
    let plain = 0;
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^(?:examples|test[\\/](?:golden|fixtures))[\\/].*\.md$/.test(name),
    )) {
      for (const ending of ['\n', '\r\n']) {
        const text = readFileSync(join(root, file), 'utf8').replaceAll(/\r?\n/g, ending);
        const syntax = parser.parse(text);
        assert.deepEqual(described(syntax), described(remarkAlone.parse(text)), file);
        for (const { kind, text: said, container, opensContainer } of syntax.blocks) {
          if (kind === 'front-matter') continue;
          all += said.length;
          const before = container && !opensContainer ? { container, header: '' } : null;
          if (readPlain(said, 0, before, Infinity, usualBounds)?.end === said.length) plain += said.length;
        }
      }
    }
    assert.ok(plain / all > 0.85, `${Math.round((100 * plain) / all)}% of ${all} characters are plain`);
  }).timeout(60_000);
});
