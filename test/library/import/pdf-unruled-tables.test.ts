import assert from 'node:assert/strict';
import { pdfFile, textLines, type PdfText } from './pdf-file.ts';
import { bodyOf, importWhole } from './words.ts';

const bodyFrom = async (texts: readonly PdfText[]): Promise<string> =>
  bodyOf((await importWhole(pdfFile([{ texts }]), 'pdf', texts.map(({ text }) => text).join(' '))).text);

/** Rows without lines around them: from one to the next further than from line to line, with little space between the columns. */
const rows = (xs: readonly number[], y: number, cells: readonly (readonly (readonly string[])[])[]): PdfText[] => {
  let at = y;
  return cells.flatMap((row) => {
    const top = at;
    at += Math.max(...row.map(({ length }) => length)) * 14.4 + 6;
    return row.flatMap((lines, column) => textLines(xs[column]!, top, lines, { size: 10 }));
  });
};
const xs = [60, 86, 226, 304, 380];
const plan = [
  [['1.1'], ['Review the threshold of each', 'service with partners'], ['Head of Help'], ['31 March 2026'], ['Green']],
  [['1.2'], ['Appoint two team managers', 'to the assessment service'], ['Service', 'Manager'], ['28 April 2026'], ['Amber']],
  [['1.3'], ['Train workers in the use of', 'the tool'], ['Principal'], ['30 April 2026'], ['Red']],
  [['2.1'], ['Set up a panel that reads', 'each decision'], ['Assistant', 'Director'], ['15 May 2026'], ['Green']],
];
const table = `| Ref | Action | Owner | By when | RAG |
| --- | --- | --- | --- | --- |
| 1.1 | Review the threshold of each service with partners | Head of Help | 31 March 2026 | Green |
| 1.2 | Appoint two team managers to the assessment service | Service Manager | 28 April 2026 | Amber |
| 1.3 | Train workers in the use of the tool | Principal | 30 April 2026 | Red |
| 2.1 | Set up a panel that reads each decision | Assistant Director | 15 May 2026 | Green |
`;

describe('import of PDFs: tables without any lines', () => {
  it('columns with little space between them, names of columns at their left', async () => {
    assert.equal(
      await bodyFrom([
        ...xs.map((x, index) => ({ x, y: 100, text: ['Ref', 'Action', 'Owner', 'By when', 'RAG'][index]!, size: 10, bold: true })),
        ...rows(xs, 122, plan),
      ]),
      table,
    );
  });

  it('names in the middle of their columns', async () => {
    const middles = [
      ['Ref', 60],
      ['Action', 130],
      ['Owner', 240],
      ['By when', 314],
      ['RAG', 382],
    ] as const;
    assert.equal(
      await bodyFrom([...middles.map(([text, x]) => ({ x, y: 100, text, size: 10, bold: true })), ...rows(xs, 122, plan)]),
      table,
    );
  });

  it('a bold sentence over a table names no columns', async () => {
    const body = await bodyFrom([
      ...textLines(60, 100, ['What we will do until the end of the year'], { size: 10, bold: true }),
      ...rows(xs, 122, plan),
    ]);
    assert.match(body, /What we will do until the end of the year(?:\*\*)?\n\n\|/);
  });
});
