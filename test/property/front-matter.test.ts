import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readFrontMatter } from '../../server/src/language/model/front-matter/read-front-matter.ts';
import { readPlainFrontMatter } from '../../server/src/language/model/front-matter/plain-front-matter.ts';

/** Lines of front matter, and what comes so near to them that only the YAML parser can tell. */
const lines = [
  'type: action-plan',
  'title: Visit, and what was found',
  'title: Visit: what was found',
  'title: a#b',
  'title: a #b',
  'title: "quoted"',
  'title:',
  'title: ',
  'title:x',
  'title : x',
  'ward: A:B',
  'ends: with a colon:',
  'note: [a, b]',
  'note: a [b] {c}, d',
  'note: - a',
  'note: (a) b',
  'note: £3m',
  'meeting-date: 2026-03-06',
  'meeting-date: 6 March 2026',
  'number: 7',
  'number: 007',
  'number: 1.10',
  'number: 0x1F',
  'number: 1e3',
  'number: 01632 960001',
  'number: -3',
  'key-decision: yes',
  'key-decision: true',
  'exempt: null',
  'exempt: ~',
  'null: x',
  'true: x',
  'body:',
  '  - Cabinet',
  '  - Overview and Scrutiny',
  '  - name: value',
  '  - 7',
  '   - deeper',
  '- at the margin',
  '  -',
  '  - ',
  '-',
  'inspection:',
  '  inspectorate: Ofsted',
  '  number: 7',
  '  visited: 2019-01-08/2019-01-09',
  '  judgements:',
  '  judgements: { overall: good }',
  '    deeper: x',
  ' less: x',
  '  - a: b',
  'people:',
  '  AB: A. Person, Head of Service',
  '',
  '  ',
  '# a comment',
  '  # a comment',
  'goes on',
  '  goes on',
  '--- x',
  '...',
  '*a',
  '&a b',
  '!x y',
  '? x',
  '@x',
  'x: @y',
  'x: %y',
  'x: `y`',
  "x: 'y'",
  'x: | ',
  'x: >',
  'x: y  ',
  'x: é',
  'É: y',
  'x: É',
  'x: “y”',
  '\tx: y',
  'x:\ty',
  'x: y\tz',
  'x: y\u00a0z',
  'x: 😀',
  'x: y 😀',
  'a b c: d',
  'a-: b',
  'a_b: c',
  'x: a: b',
  'x: http://a.example/b',
  'x: .inf',
  'x: .5',
  'x: 5.',
  'x: 12:30',
  'x: +44',
  'x: Nan',
  'x: nan',
];
const endings = ['\n', '\n', '\n', '\n', '\r\n', '\n\n', '\r'];

const documentOf = (yaml: string, ending = '\n'): string => `---${ending}${yaml}---${ending}\nText\n`;

describe('plain front matter', () => {
  it('is read as the YAML parser reads it, however it is put together', () => {
    let plain = 0;
    const headers = fc.array(fc.tuple(fc.constantFrom(...lines), fc.constantFrom(...endings)), { maxLength: 7 });
    fc.assert(
      fc.property(headers, (parts) => {
        const yaml = parts.map((each) => each.join('')).join('');
        if (readPlainFrontMatter(yaml, 0)) plain++;
        assert.deepEqual(readFrontMatter(documentOf(yaml)), readFrontMatter(documentOf(yaml), false));
      }),
      { numRuns: Number(process.env['PLAIN_RUNS'] ?? 2000), seed: Number(process.env['PLAIN_SEED'] ?? 20260401) },
    );
    assert.ok(plain > 20, `${plain} headers are plain`);
  }).timeout(process.env['PLAIN_RUNS'] ? 0 : 60_000);

  it('is what two lines in turn are read as, whichever they are', () => {
    for (const first of lines) {
      for (const second of lines) {
        for (const yaml of [`${first}\n${second}\n`, `z:\n${first}\n${second}\n`])
          assert.deepEqual(readFrontMatter(documentOf(yaml)), readFrontMatter(documentOf(yaml), false), yaml);
      }
    }
  }).timeout(60_000);

  it('is most of the front matter in the papers of the repository, which is read alike', () => {
    const root = join(import.meta.dirname, '../..');
    let all = 0;
    let plain = 0;
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^(?:examples|test[\\/](?:golden|fixtures))[\\/].*\.md$/.test(name),
    )) {
      const text = readFileSync(join(root, file), 'utf8');
      const read = readFrontMatter(text);
      if (!read.yamlSpan) continue;
      assert.deepEqual(read, readFrontMatter(text, false), file);
      all++;
      if (readPlainFrontMatter(text.slice(read.yamlSpan.start, read.yamlSpan.end), read.yamlSpan.start)) plain++;
    }
    assert.ok(plain / all > 0.5, `${plain} of ${all} headers are plain`);
  });
});
