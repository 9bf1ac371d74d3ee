import type { TextBlock } from '../paper/blocks.ts';
import type { KnownNames } from './known-names.ts';

/** One label of a header with its values, in the order printed. */
export interface HeaderEntry {
  /** As printed, without the colon. */
  readonly label: string;
  /** One for each cell; lines of a cell that has several are parted by line feeds. */
  readonly values: readonly string[];
}

/**
 * A header form: rows of labels and values parted by tabs. A row may hold several pairs; a row that starts with an empty cell
 * carries on the columns above it; a line without a tab, or with nothing before its last tab, is the value of the label before it.
 * Null where the block is not a header form, that is, where fewer than half of its labels are known ones.
 */
export function readHeaderTable(block: TextBlock, names: KnownNames): readonly HeaderEntry[] | null {
  if (block.lines.length > mostRows || !block.lines.some((line) => line.includes('\t')) || widthOf(block) > mostColumns || isTable(block))
    return null;
  const entries: { label: string; values: string[] }[] = [];
  /** Entry that each column's values belong to, as the last row with labels has it. */
  let columns: (number | undefined)[] = [];
  let current: number | undefined;
  const known = (text: string) => names.key(text) !== null || names.section(text) !== null;
  for (const row of cellsOf(block)) {
    const cells = row.map((lines) => lines.join(' '));
    const filled = cells.filter((cell) => cell !== '').length;
    const first = cells[0]!;
    const isLabel = (cell: string, index: number) =>
      cell !== '' && (known(cell) || (/[:?]$/.test(cell) && cell.length <= 80) || (index === 0 && filled >= 2));
    if ((cells.length === 1 && !(first.endsWith(':') && known(first))) || (filled === 1 && !isLabel(first, 0) && first !== '')) {
      if (current === undefined) return null;
      entries[current]!.values.push(row[0]!.join('\n'));
      continue;
    }
    // "Name:" behind an empty cell begins a pair of its own.
    if (first === '' && !cells.some((cell) => /[^:]:$/.test(cell))) {
      cells.forEach((cell, index) => {
        if (cell === '') return;
        const owner = columns[index] ?? columns.slice(0, index).findLast((entry) => entry !== undefined);
        if (owner !== undefined) entries[owner]!.values.push(row[index]!.join('\n'));
        else if (current !== undefined) entries[current]!.values.push(row[index]!.join('\n'));
      });
      if (current === undefined && filled > 0) return null;
      continue;
    }
    const rowColumns: (number | undefined)[] = [];
    cells.forEach((cell, index) => {
      const previousWasLabel =
        index > 0 &&
        rowColumns[index - 1] !== undefined &&
        cells[index - 1] !== '' &&
        entries[rowColumns[index - 1]!]!.label === withoutColon(cells[index - 1]!) &&
        entries[rowColumns[index - 1]!]!.values.length === 0;
      // Behind “Title:” a name of a section is the title.
      const isValue =
        previousWasLabel &&
        (!known(cell) ||
          (!/[:?]$/.test(cell) &&
            (/[:?]$/.test(cells[index - 1]!) || (filled === 2 && names.key(cells[0]!) !== null && names.key(cell) === null))));
      if (isLabel(cell, index) && !isValue) {
        entries.push({ label: withoutColon(cell), values: [] });
        current = entries.length - 1;
      } else if (cell !== '' && current !== undefined) entries[current]!.values.push(row[index]!.join('\n'));
      rowColumns[index] = current;
    });
    columns = rowColumns;
  }
  const knownLabels = entries.filter(({ label }) => known(label)).length;
  return entries.length > 0 && knownLabels * 2 >= entries.length ? entries : null;
}

/** The cells of each row, each as its lines. */
const cellsOf = ({ form, lines }: TextBlock): readonly (readonly (readonly string[])[])[] =>
  form?.kind === 'table'
    ? form.rows.map(({ cells }) => cells.map((cell) => cell.lines ?? [cell.text]))
    : lines.map((line) => line.split('\t').map((cell) => [cell.trim()]));

/** A row of names over several rows that fill each of its columns, such as a forward plan's decisions. */
function isTable({ lines }: TextBlock): boolean {
  const rows = lines.map((line) => line.split('\t'));
  const width = rows[0]!.length;
  // "Item | Title | Pages" over numbered rows.
  const numbers = rows.slice(1).map(([first]) => first!.trim());
  if (
    width >= 2 &&
    rows.length >= 3 &&
    numbers.filter((text) => /^\d{1,3}[.)]?$/.test(text)).length >= 2 &&
    numbers.every((text) => /^(?:\d{1,3}[a-z]?[.)]?)?$/.test(text))
  )
    return true;
  return (
    width >= 4 &&
    rows.length >= 3 &&
    rows.every((row) => row.length === width && row.every((cell) => cell.trim() !== '')) &&
    !rows[0]!.some((cell) => /:\s*$/.test(cell))
  );
}

/** No header of a paper has more rows. */
const mostRows = 80;

/** Most columns of a table; what has more is no table, and one row of it would widen all the others. */
export const mostColumns = 40;

/** Cells of the widest row. */
export const widthOf = (block: TextBlock): number => block.lines.reduce((widest, line) => Math.max(widest, line.split('\t').length), 0);

const withoutColon = (label: string): string => label.replace(/\s*:$/, '');

/** Rows of a table that is no header: every row as long as the longest, a wrapped first cell joined to the row that it belongs to. */
export function readRows(block: TextBlock): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const line of block.lines) {
    const cells = line
      .replace(/\t+$/, '')
      .split('\t')
      .map((cell) => cell.trim());
    const before = rows.at(-1);
    // "… training for" with the next line "report authors": the rest of the cell above, since nothing else stands in that row.
    if (before && cells.length === 1 && before.length > 1 && /^\p{Ll}/u.test(cells[0]!) && !/[.:;?!]$/.test(before[0]!))
      before[0] = `${before[0]} ${cells[0]}`;
    else rows.push(cells);
  }
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}
