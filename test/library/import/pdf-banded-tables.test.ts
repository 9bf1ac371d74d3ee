import assert from 'node:assert/strict';
import { pdfFile, textLines, type PdfFill, type PdfPage, type PdfRule, type PdfText } from './pdf-file.ts';
import { bodyOf, importWhole } from './words.ts';

const bodyFrom = async (...pages: PdfPage[]): Promise<string> =>
  bodyOf((await importWhole(pdfFile(pages), 'pdf', pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' '))).text);

const [left, right] = [60, 540];
const line = (y: number): PdfRule => ({ from: [left, y], to: [right, y] });
const xs = [64, 100, 300, 430];
/** Cells whose lines stand in the middle of their row. */
const row = (top: number, bottom: number, cells: readonly (readonly string[])[], bold = false): PdfText[] =>
  cells.flatMap((lines, column) => textLines(xs[column]!, (top + bottom) / 2 - (lines.length - 1) * 7.2 + 4, lines, { size: 10, bold }));

const heading = row(100, 120, [['Ref'], ['Action'], ['Owner'], ['By when']], true);
const first = row(120, 170, [
  ['1'],
  ['Agree a rota for strategy meetings with', 'the police and with community health', 'services'],
  ['Head of Safeguarding and', 'Quality Assurance'],
  ['30 April 2026'],
]);
const second = row(170, 200, [['2'], ['Fill the vacant posts of the assessment', 'service'], ['Head of Assessment'], ['31 May 2026']]);
const table = `| Ref | Action | Owner | By when |
| --- | --- | --- | --- |
| 1 | Agree a rota for strategy meetings with the police and with community health services | Head of Safeguarding and Quality Assurance | 30 April 2026 |
| 2 | Fill the vacant posts of the assessment service | Head of Assessment | 31 May 2026 |
`;

describe('import of PDFs: tables whose columns are not drawn', function () {
  it('rows that lines part', async () => {
    assert.equal(await bodyFrom({ texts: [...heading, ...first, ...second], rules: [100, 120, 170, 200].map(line) }), table);
  });

  it('the first and the last row without a line beyond them; a paragraph above', async () => {
    const above = textLines(left, 60, ['The plan was agreed by the board, and each of its actions has an owner who reports on it.']);
    assert.equal(
      await bodyFrom({ texts: [...above, ...heading, ...first, ...second], rules: [80, 120, 170].map(line) }),
      `The plan was agreed by the board, and each of its actions has an owner who reports on it.\n\n${table}`,
    );
  });

  const bars: readonly (readonly [number, number, readonly [number, number, number]])[] = [
    [100, 120, [0.1, 0.2, 0.4]],
    [170, 200, [0.9, 0.9, 0.95]],
  ];
  it('every other row filled, one of its cells not', async () => {
    const cells = [left, 96, 296, 426, right];
    const fills = bars.flatMap(([top, bottom, colour], bar) =>
      cells
        .slice(1)
        .map((end, index): PdfFill => ({ from: [cells[index]!, top], to: [end, bottom], colour }))
        .filter((_, index) => bar === 0 || index !== 2),
    );
    assert.equal(await bodyFrom({ texts: [...heading, ...first, ...second], fills }), table);
  });

  it('boxes that are seen of a page filled as a whole', async () => {
    const fills = bars.map(([top, bottom, colour]): PdfFill => ({ from: [left, top], to: [right, bottom], colour, isWindow: true }));
    assert.equal(await bodyFrom({ texts: [...heading, ...first, ...second], fills }), table);
  });

  it('a name over some of the rows', async () => {
    const named = [
      ...heading,
      ...first,
      ...textLines(64, 184, ['Priority 2: a stable workforce with time for each child and each family'], { size: 10, bold: true }),
      ...row(200, 230, [['2'], ['Fill the vacant posts'], ['Head of Assessment'], ['31 May 2026']]),
    ];
    const body = await bodyFrom({ texts: named, rules: [100, 120, 170, 200, 230].map(line) });
    assert.match(
      body,
      /\| 1 \| Agree a rota for strategy meetings with the police and with community health services \| Head of Safeguarding and Quality Assurance \| 30 April 2026 \|/,
    );
    assert.match(body, /Priority 2: a stable workforce with time for each child and each family/);
    assert.match(body, /\| 2 \| Fill the vacant posts \| Head of Assessment \| 31 May 2026 \|/);
  });

  it('paragraphs between lines are none', async () => {
    const paragraphs = [
      [
        'Managers know which families have waited too long, and they have a plan',
        'that says how each of them will be seen by the end of April.',
      ],
      ['Social workers see children alone, and write down what they say in words', 'that the children themselves would know again.'],
      ['Visits are recorded within two days in most teams, and leaders know in', 'which they are not.'],
    ];
    const texts = paragraphs.flatMap((lines, index) => textLines(64, 120 + index * 50, lines));
    assert.equal(
      await bodyFrom({ texts, rules: [100, 150, 200, 250].map(line) }),
      `${paragraphs.map((lines) => lines.join(' ')).join('\n\n')}\n`,
    );
  });

  it('a name over every two rows', async () => {
    const names = [
      ['Priority 1: help in time', 120],
      ['Priority 2: a stable workforce', 200],
      ['Priority 3: homes', 280],
    ] as const;
    const rules = [120, 140, 170, 200, 220, 250, 280, 300, 330, 360].map(line);
    const texts = [
      ...heading,
      ...names.flatMap(([text, y]) => textLines(64, y + 14, [text], { size: 10, bold: true })),
      ...[140, 170, 220, 250, 300, 330].flatMap((y, index) =>
        row(y, y + 30, [[`1.${index + 1}`], [`Bring plan ${index + 1} up to date`], ['Head of Service'], [`${index + 1} May 2026`]]),
      ),
    ];
    const body = await bodyFrom({ texts, rules });
    for (let index = 1; index <= 6; index++)
      assert.ok(body.includes(`| 1.${index} | Bring plan ${index} up to date | Head of Service | ${index} May 2026 |`), body);
  });
});
