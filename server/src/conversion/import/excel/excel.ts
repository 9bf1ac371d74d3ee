import { namesColumns } from '../body/formed-blocks.ts';
import type { TextBlock } from '../paper/blocks.ts';
import { inOfficersWords } from '../paper/dates.ts';
import { paragraphBlock, tableBlock, tableCell } from '../paper/make-blocks.ts';
import { plainLook, type TableCell, type TableRow } from '../paper/block-form.ts';
import { statusColour } from '../paper/status-colour.ts';
import type { Paper } from '../paper/paper.ts';
import { readWorkbook, type CellLook, type WorkbookSheet } from './workbook.ts';

/** Reads a workbook that is a plan of its own: each sheet that can be seen is a section with its table. */
export async function readExcel(bytes: Uint8Array): Promise<Paper> {
  const { title, sheets } = await readWorkbook(bytes, { withLooks: true });
  const seen = sheets.filter(({ isHidden, rows }) => !isHidden && rows.some((row) => row.some((cell) => cell !== '')));
  const hidden = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  return {
    blocks: seen
      .flatMap((sheet) => [...(seen.length > 1 ? [paragraphBlock([{ text: sheet.name }], { heading: 1 })] : []), ...blocksOfSheet(sheet)])
      .filter((block) => block !== null),
    furniture: [],
    properties: title === '' ? {} : { title },
    notes: hidden.length === 0 ? [] : [`Hidden sheets were left out: ${hidden.map((name) => `“${name}”`).join(', ')}.`],
  };
}

/** Lines above the table, such as its title, and the table. */
function blocksOfSheet({ rows, look }: WorkbookSheet): readonly (TextBlock | null)[] {
  const table = rows.map((row, index): TableRow => ({
    cells: row.map((text, column) => cellOf(text, look(index, column))),
    isHeader: false,
  }));
  const filled = table.map(({ cells }) => cells.filter(({ text }) => text !== '').length);
  const named = table.findIndex(namesColumns);
  const start =
    named >= 0
      ? named
      : Math.max(
          0,
          filled.findIndex((count) => count > 1),
        );
  const above = table.slice(0, start).map(({ cells }, index) =>
    paragraphBlock(
      [
        {
          text: cells
            .map(({ text }) => text)
            .filter((text) => text !== '')
            .join(' '),
        },
      ],
      { look: { ...plainLook, strong: index === 0 } },
    ),
  );
  return [...above, tableBlock(table.slice(start).map((row, index) => ({ ...row, isHeader: index === 0 })))];
}

/** A cell with what is struck through in it, and the colour that it is filled with, where that is one of a status. */
function cellOf(text: string, look: CellLook | null): TableCell {
  const cell = tableCell([{ runs: look?.runs ?? [{ text: inOfficersWords(text), ...(look?.struck ? { struck: true } : {}) }] }]);
  const colour = statusColour(look?.fill);
  return colour ? { ...cell, colour } : cell;
}
