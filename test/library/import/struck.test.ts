import assert from 'node:assert/strict';
import { writeXlsx, type Cell } from 'hucre/xlsx';
import { readHtml } from '../../../server/src/conversion/import/html/html.ts';
import { inlineText } from '../../../server/src/conversion/import/paper/inline-markdown.ts';
import { jsonOf } from '../model/harness.ts';
import { odP, odRow, odTable, openDocumentFile } from './open-document-file.ts';
import { pdfFile } from './pdf-file.ts';
import { cell, p, row, run, tbl, titled, wordFile } from './word-file.ts';
import { bodyOf, bodyOfPaper, frontMatter, importWhole } from './words.ts';

const struck = (text: string, look = '<w:strike/>') => run(text, look);
const heads = ['Ref', 'Action', 'Owner', 'By when'];
const plan = (...rows: readonly string[]) =>
  wordFile({ body: titled('Improvement plan') + tbl(row(...heads.map((name) => cell(p(name)))), ...rows.map((cells) => row(cells))) });
const words = 'Improvement plan Ref Action Owner By when';
const actions = (text: string) =>
  jsonOf(text, 'northmere.plan.md').actions.map(({ label, text: said, owner, due, originalDue }) => [label, said, owner, due, originalDue]);

describe('import of words that are struck through', () => {
  it('an old date beside a new one, and an old owner, in Word: by one line or two, by the style of the words or of the paragraph', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Old"><w:name w:val="Old"/><w:rPr><w:strike/></w:rPr></w:style><w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:dstrike/></w:rPr></w:style>';
    const cells = (due: string, more = '') =>
      row(
        cell(p('A1')),
        cell(p('Review all the plans')),
        cell(p(struck('Jane Bird', '<w:dstrike/>') + run(' Head of Assessment'))),
        cell(due + more),
      );
    const file = wordFile({
      styles,
      body:
        titled('Improvement plan') +
        tbl(
          row(...heads.map((name) => cell(p(name)))),
          cells(p(struck('30 April') + struck(' 2026', '<w:b/><w:strike/>') + run(' 31 July 2026'))),
          cells(p('30 April 2026', '<w:pStyle w:val="Old"/>'), p('31 July 2026')),
          cells(p(struck('30 April 2026 ', '<w:rStyle w:val="Gone"/>') + run('31 July 2026', '<w:strike w:val="0"/>'))),
        ),
    });
    const { text, notes } = await importWhole(
      file,
      'word',
      `${words} A1 Jane Bird Head of Assessment Review all the plans 30 April 2026 31 July 2026`,
    );
    assert.deepEqual(
      actions(text),
      Array.from({ length: 3 }, () => ['A1', 'Review all the plans', 'Head of Assessment', '2026-07-31', '2026-04-30']),
    );
    assert.ok(text.includes('~~Jane Bird~~ Head of Assessment | ~~30 April **2026**~~ 31 July 2026 |'));
    assert.ok(notes.some((note) => note.includes('counts as withdrawn')));
  });

  it('a row that is withdrawn', async () => {
    const { text } = await importWhole(
      plan(
        ['A1', 'Review all the plans', 'Head of Assessment', '30 April 2026'].map((said) => cell(p(struck(said)))).join(''),
        ['A2', 'Train every manager', 'Head of Assessment', '31 July 2026'].map((said) => cell(p(said))).join(''),
      ),
      'word',
      `${words} A1 Review all the plans Head of Assessment 30 April 2026 A2 Train every manager 31 July 2026`,
    );
    assert.ok(text.includes('| ~~A1~~ | ~~Review all the plans~~ | ~~Head of Assessment~~ | ~~30 April 2026~~ |'));
    assert.deepEqual(actions(text), [['A2', 'Train every manager', 'Head of Assessment', '2026-07-31', null]]);
  });

  it('OpenDocument: words and paragraphs', async () => {
    const automatic =
      '<style:style style:name="T8" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="P8" style:family="paragraph"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="double"/></style:style>';
    const due =
      '<table:table-cell>' + odP('<text:span text:style-name="T8">30 April 2026</text:span> 31 July 2026') + '</table:table-cell>';
    const text =
      odP('Improvement plan', 'Title') +
      odTable(odRow(...heads), odRow('A1', 'Review all the plans', 'Head of Assessment', due)) +
      odP('This is no longer so.', 'P8');
    const imported = await importWhole(openDocumentFile({ text, automatic }), 'open-document', text.replace(/<[^>]*>/g, ' '));
    assert.deepEqual(actions(imported.text), [['A1', 'Review all the plans', 'Head of Assessment', '2026-07-31', '2026-04-30']]);
    assert.match(imported.text, /^~~This is no longer so\.~~$/m);
  });

  it('web pages: by an element, a style, a class, around a row', () => {
    const page = (...rows: readonly string[]) =>
      bodyOfPaper(
        readHtml(
          `<style>.c3{color:#000;text-decoration:line-through}</style><h1>Improvement plan</h1><table><tr>${heads.map((name) => `<th>${name}</th>`).join('')}</tr>${rows.join('')}</table>`,
        ),
      );
    const due = (markup: string) =>
      `<tr><td>A1</td><td>Review all the plans</td><td>Head of Assessment</td><td>${markup} 31 July 2026</td></tr>`;
    for (const markup of [
      '<s>30 April 2026</s>',
      '<del><b>30 April</b> 2026</del>',
      '<strike>30 April 2026</strike>',
      '<span style="text-decoration: line-through">30 April 2026</span>',
      '<p class="c3">30 April 2026</p>',
    ]) {
      assert.deepEqual(
        actions(page(due(markup))),
        [['A1', 'Review all the plans', 'Head of Assessment', '2026-07-31', '2026-04-30']],
        markup,
      );
    }
    assert.deepEqual(
      actions(
        page(
          '<tr style="text-decoration-line:line-through"><td>A1</td><td>Review all the plans</td><td>Head of Assessment</td><td>30 April 2026</td></tr>',
        ),
      ),
      [],
    );
  });

  it('a PDF: words, and some words of those drawn in one go, by a line at half their height', async () => {
    const at = (y: number, ...cells: readonly string[]) =>
      cells.map((text, index) => ({ x: [60, 110, 260, 400][index]!, y, text, size: 10 }));
    const [struckLine, under] = [
      (from: number, to: number, y: number) => ({ from: [from, y - 2.9], to: [to, y - 2.9] }) as const,
      (from: number, to: number, y: number) => ({ from: [from, y + 1.2], to: [to, y + 1.2] }) as const,
    ];
    const box = [90, 115, 140, 165].map((y) => ({ from: [55, y], to: [540, y] }) as const);
    const sides = [55, 105, 255, 395, 540].map((x) => ({ from: [x, 90], to: [x, 165] }) as const);
    const texts = [
      { x: 60, y: 60, text: 'Improvement plan', size: 18 },
      ...at(105, ...heads),
      ...at(130, 'A1', 'Review all the plans', 'Head of Assessment', '30 April 2026 31 July 2026'),
      ...at(155, 'A2', 'Train every manager', 'Head of Assessment', '31 July 2026'),
    ];
    const page = (...more: readonly { readonly from: readonly [number, number]; readonly to: readonly [number, number] }[]) =>
      pdfFile([{ texts, rules: [...box, ...sides, ...more] }]);
    const plain = `${words} A1 Review all the plans Head of Assessment 30 April 2026 31 July 2026 A2 Train every manager`;
    const due = (text: string) =>
      text
        .split('\n')
        .filter((line) => line.startsWith('| A'))
        .map((line) => line.split(' | ').at(-1)!.replace(' |', ''));
    assert.deepEqual(due((await importWhole(page(struckLine(400, 459, 130)), 'pdf', plain)).text), [
      '~~30 April 2026~~ 31 July 2026',
      '31 July 2026',
    ]);
    assert.deepEqual(due((await importWhole(page(under(400, 460, 130), under(400, 450, 155)), 'pdf', plain)).text), [
      '30 April 2026 31 July 2026',
      '31 July 2026',
    ]);
    // A line that goes on is one of a table or a drawing.
    assert.doesNotMatch((await importWhole(page({ from: [300, 152], to: [560, 152] }), 'pdf', plain)).text, /~~/);
  });

  it('a workbook: a cell, some words of a cell; its colours are statuses', async () => {
    const font = { strikethrough: true };
    const fill = (rgb: string) =>
      ({ value: null, type: 'empty', style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } } }) as const;
    const struckCells = ['A1', 'Review all the plans', 'Head of Assessment', '30 April 2026'].map(
      (_, column) => [`1,${column}`, { style: { font } }] as const,
    );
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Plan',
          rows: [
            [...heads, 'RAG'],
            ['A1', 'Review all the plans', 'Head of Assessment', '30 April 2026', null],
            ['A2', 'Train every manager', 'Ben Tull', '30 April 2026 31 July 2026', null],
            ['A3', 'Write a standard', 'Ben Tull', '31 July 2026', null],
          ],
          cells: new Map<string, Partial<Cell>>([
            ...struckCells,
            [
              '2,3',
              {
                value: '30 April 2026 31 July 2026',
                type: 'richText',
                richText: [{ text: '30 April 2026', font }, { text: ' 31 July 2026' }],
              },
            ] as const,
            ['1,4', fill('D9D9D9')] as const,
            ['2,4', fill('FFC000')] as const,
            ['3,4', fill('00B050')] as const,
          ]),
        },
      ],
    });
    const { text } = await importWhole(
      bytes,
      'excel',
      `${words.replace('Improvement plan', '')} A1 Review all the plans Head of Assessment 30 April 2026 A2 Train every manager Ben Tull 30 April 2026 31 July 2026 A3 Write a standard`,
    );
    const { actions: read } = jsonOf(text, 'northmere.plan.md');
    assert.deepEqual(
      read.map(({ label, due, originalDue, status }) => [label, due, originalDue, status]),
      [
        ['A2', '2026-07-31', '2026-04-30', 'amber'],
        ['A3', '2026-07-31', null, 'green'],
      ],
    );
    assert.ok(text.includes('| ~~A1~~ | ~~Review all the plans~~ | ~~Head of Assessment~~ | ~~30 April 2026~~ |'));
  });

  it('the value of a header is the one that stands; the other is named', async () => {
    const head = (name: string, ...value: readonly string[]) => row(cell(p(name)), cell(p(value.join(''))));
    const { text, notes } = await importWhole(
      wordFile({
        body:
          titled('Progress report') +
          tbl(
            head('Report to', run('Scrutiny Panel')),
            head('Date of meeting', struck('4 March 2026'), run(' 11 March 2026')),
            head('Report of', run('Director of Children’s Services')),
          ) +
          p('Summary', '<w:pStyle w:val="Heading1"/>') +
          p('The plan is on track.'),
      }),
      'word',
      'Progress report Scrutiny Panel 4 March 2026 Director of Children’s Services Summary The plan is on track.',
    );
    assert.equal(frontMatter(text)['meeting-date'], '2026-03-11');
    assert.ok(notes.some((note) => note === 'Struck through, and left out: “4 March 2026”.'));
    assert.doesNotMatch(bodyOf(text), /4 March/);
  });

  it('marks that Markdown reads, whatever stands beside them', () => {
    const markdown = (...runs: Parameters<typeof inlineText>[0]) => inlineText(runs).markdown[0];
    assert.equal(markdown({ text: 'in ' }, { text: 'May ', struck: true }, { text: 'June' }), 'in ~~May~~ June');
    assert.equal(markdown({ text: 'May' }, { text: ' (draft)', struck: true }, { text: 'June' }), 'May ~~(draft)~~ June');
    assert.equal(markdown({ text: 'May' }, { text: '(draft)', struck: true }), 'May ~~(draft)~~');
    assert.equal(
      markdown({ text: 'See ' }, { text: 'the', struck: true, link: 'https://example.gov.uk/a' }, { text: ' plan', struck: true }),
      'See ~~[the](https://example.gov.uk/a) plan~~',
    );
  });

  it('waves in the text are none', () => {
    assert.equal(inlineText([{ text: '5~6 and 7~8, ~30 or ~~40' }]).markdown[0], '5\\~6 and 7\\~8, ~30 or \\~\\~40');
  });
});
