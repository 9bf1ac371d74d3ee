import assert from 'node:assert/strict';
import { readHtml } from '../../../server/src/conversion/import/html/html.ts';
import { pdfFile, textLines, type PdfText } from './pdf-file.ts';
import { bodyOfPaper, importWhole } from './words.ts';

const headingsOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.startsWith('#'));

describe('import: an agenda with the pages of its papers at the right', () => {
  const items = [
    'Apologies for absence',
    'Minutes of the previous meeting',
    'Public question time',
    'Response to the focused visit',
    'Work programme',
  ];
  const expected = items.map((item, index) => `## ${index + 1} ${item}`);

  it('of a PDF: each item is a heading, its pages stand under it', async () => {
    const rows = items.flatMap((text, index): PdfText[] => [
      { x: 60, y: 160 + index * 40, text: String(index + 1) },
      { x: 80, y: 160 + index * 40, text, bold: true },
    ]);
    const pages: PdfText[] = [
      ['5 - 12', 1],
      ['13 - 40', 3],
      ['41 - 44', 4],
    ].map(([text, row]) => ({ x: 500, y: 160 + Number(row) * 40, text: String(text) }));
    const texts = [
      ...textLines(60, 60, ['Agenda'], { size: 18, bold: true }),
      { x: 510, y: 130, text: 'Page', bold: true },
      ...rows,
      ...pages,
      ...textLines(80, 300, ['Report of the Director of Children’s Services.']),
      { x: 60, y: 360, text: '6' },
      { x: 80, y: 360, text: 'Forward plan of the panel', bold: true },
    ];
    const { text, removed } = await importWhole(pdfFile([{ texts }]), 'pdf', texts.map((one) => one.text).join(' '));
    assert.deepEqual(
      headingsOf(text).filter((line) => !line.endsWith('# Agenda')),
      [...expected, '## 6 Forward plan of the panel'],
    );
    assert.match(text, /## 4 Response to the focused visit\n\n13 - 40\n\nReport of the Director/);
    assert.ok(removed.includes('Page'));
  });

  it('of a PDF whose tags say nothing of the table: the same', async () => {
    const cells = [
      ['', '', 'Page'],
      ...items.map((item, index) => [`${index + 1}.`, item, ['', '5 - 12', '', '13 - 40', '41 - 44'][index]!]),
    ];
    const rows = cells.map((row, index) =>
      row
        .map((text, at): PdfText => ({ x: [60, 80, 500][at]!, y: 130 + index * 40, text, bold: at === 1, piece: 1 + index * 3 + at }))
        .filter(({ text }) => text !== ''),
    );
    const texts = [{ x: 60, y: 60, text: 'Agenda', size: 18, bold: true, piece: 0 }, ...rows.flat()];
    const tags = [
      { role: 'H1', inside: [0] },
      {
        role: 'NonStruct',
        inside: rows.map((row) => ({
          role: 'NonStruct',
          inside: row.map(({ piece }) => ({ role: 'NonStruct', inside: [piece as number] })),
        })),
      },
    ];
    const { text, removed } = await importWhole(pdfFile([{ texts, tags }]), 'pdf', texts.map((one) => one.text).join(' '));
    assert.deepEqual(
      headingsOf(text).filter((line) => !line.endsWith('# Agenda')),
      items.map((item, index) => `## ${index + 1}. ${item}`),
    );
    assert.ok(text.includes('## 4. Response to the focused visit\n\n13 - 40\n') && removed.includes('Page'), text);
  });

  const table = (first: string) =>
    `<h1>Agenda</h1><table><tr><td></td><td></td><td>Pages</td></tr>${items.map((item, index) => `<tr><td>${index === 0 ? first : index + 1}</td><td>${item}</td><td>${index === 3 ? '13 - 40' : ''}</td></tr>`).join('')}<tr><td></td><td>To agree what comes next.</td><td></td></tr></table>`;
  it('of a table: the same', () => {
    const body = bodyOfPaper(readHtml(table('1')), { type: 'agenda' });
    assert.deepEqual(
      headingsOf(body).filter((line) => !line.endsWith('# Agenda')),
      expected,
    );
    assert.ok(body.includes('## 4 Response to the focused visit\n\nPages 13 - 40\n') && body.includes('To agree what comes next.'), body);
  });
  it('of a table that does not count its rows: it stays', () =>
    assert.deepEqual(
      headingsOf(bodyOfPaper(readHtml(table('7')), { type: 'agenda' })).filter((line) => /\d/.test(line)),
      [],
    ));

  it('single pages are those of a list of contents', async () => {
    const texts = [
      ...textLines(60, 60, ['Improvement plan'], { size: 18, bold: true }),
      { x: 510, y: 130, text: 'Page' },
      ...['Foreword', 'Actions', 'Measures'].flatMap((text, index): PdfText[] => [
        { x: 60, y: 160 + index * 20, text },
        { x: 520, y: 160 + index * 20, text: String(index + 2) },
      ]),
    ];
    const { removed } = await importWhole(pdfFile([{ texts }]), 'pdf', texts.map((one) => one.text).join(' '));
    assert.ok(!removed.includes('Page'));
  });
});
