import { namesColumns } from '../body/formed-blocks.ts';
import type { TextBlock } from '../paper/blocks.ts';
import { inOfficersWords } from '../paper/dates.ts';
import { paragraphBlock, tableBlock, tableCell } from '../paper/make-blocks.ts';
import { plainLook, type TableRow } from '../paper/block-form.ts';
import type { Paper } from '../paper/paper.ts';
import { readWorkbook } from './workbook.ts';

/** Reads a workbook that is a plan of its own: each sheet that can be seen is a section with its table. */
export async function readExcel(bytes: Uint8Array): Promise<Paper> {
  const { title, sheets } = await readWorkbook(bytes);
  const seen = sheets.filter(({ isHidden, rows }) => !isHidden && rows.some((row) => row.some((cell) => cell !== '')));
  const hidden = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  return {
    blocks: seen.flatMap(({ name, rows }) => [...(seen.length > 1 ? [paragraphBlock([{ text: name }], { heading: 1 })] : []), ...blocksOfSheet(rows)]).filter((block) => block !== null),
    furniture: [],
    properties: title === '' ? {} : { title },
    notes: hidden.length === 0 ? [] : [`Hidden sheets were left out: ${hidden.map((name) => `“${name}”`).join(', ')}.`],
  };
}

/** Lines above the table, such as its title, and the table. */
function blocksOfSheet(rows: readonly (readonly string[])[]): readonly (TextBlock | null)[] {
  const table = rows.map((row): TableRow => ({ cells: row.map((text) => tableCell([{ runs: [{ text: inOfficersWords(text) }] }])), isHeader: false }));
  const filled = table.map(({ cells }) => cells.filter(({ text }) => text !== '').length);
  const named = table.findIndex(namesColumns);
  const start = named >= 0 ? named : Math.max(0, filled.findIndex((count) => count > 1));
  const above = table.slice(0, start).map(({ cells }, index) => paragraphBlock([{ text: cells.map(({ text }) => text).filter((text) => text !== '').join(' ') }], { look: { ...plainLook, strong: index === 0 } }));
  return [...above, tableBlock(table.slice(start).map((row, index) => ({ ...row, isHeader: index === 0 })))];
}

