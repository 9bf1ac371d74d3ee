import type { TableCell } from '../paper/block-form.ts';

/** The names of columns and the rows below them, in Markdown. */
export interface HeadedRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A number, letter or label alone, as it stands in a narrow column before the words that it counts. */
const mark = /^(?:\(?(?:[A-Za-z]{0,4}[ -]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[a-z]|[ivx]{1,5})[.)]*|[•–-])$/;
/** Longest name of a column in a second row of heads. */
const longestName = 40;

/**
 * A table whose heading has cells over several columns, with a name for every column: columns of which no row fills two are one; a column
 * of numbers joins the words beside it, or goes without a name where it is the first; any other has the name that stands over it. Where a
 * second row names the columns, the table stays.
 */
export function withSpanningHeads({ header, rows }: HeadedRows, cells: readonly TableCell[]): HeadedRows {
  let headed: HeadedRows = { header, rows };
  // From the right, so that the columns that are still to come keep their places.
  for (let end = cells.length - 1; end > 0; end--) {
    if (!isBlankJoined(cells[end], headed.header[end])) continue;
    let start = end;
    while (start > 0 && isBlankJoined(cells[start], headed.header[start])) start--;
    if (headed.header[start] !== '' && !isNamedBelow(headed.rows[0], start, end)) headed = withoutSpan(headed, start, end);
    end = start;
  }
  return headed;
}

const isBlankJoined = (cell: TableCell | undefined, name: string | undefined): boolean => cell?.isJoined === true && name === '';

/** Whether the first row names each of the columns, and has no name itself. */
const isNamedBelow = (row: readonly string[] | undefined, start: number, end: number): boolean =>
  row !== undefined && row[0] === '' && start > 0 && row.slice(start, end + 1).every((name) => name !== '' && name.length <= longestName);

function withoutSpan({ header, rows }: HeadedRows, start: number, end: number): HeadedRows {
  const name = header[start]!;
  const isMark = (text: string): boolean => mark.test(text.replace(/\\(?=[^\p{L}\p{N}\s])/gu, ''));
  const merged = (column: number, until: number, names: readonly string[]): HeadedRows => ({
    header: [...header.slice(0, column), ...names, ...header.slice(until + 1)],
    rows: rows.map((row) => [
      ...row.slice(0, column),
      row
        .slice(column, until + 1)
        .filter((text) => text !== '')
        .join(' '),
      ...row.slice(until + 1),
    ]),
  });
  if (rows.every((row) => row.slice(start, end + 1).filter((text) => text !== '').length <= 1)) return merged(start, end, [name]);
  const named = (from: number): readonly string[] => header.map((old, column) => (column >= from && column <= end ? name : old));
  // What reaches over the columns itself counts nothing.
  const counted = rows.filter((row) => row[start] !== '' && row.slice(start + 1, end + 1).some((text) => text !== ''));
  if (counted.length > 0 && counted.every((row) => isMark(row[start]!))) {
    if (start === 0) return { header: ['', ...named(1).slice(1)], rows };
    const joined = merged(start, start + 1, [name]);
    return { ...joined, header: joined.header.map((old, column) => (column >= start && column < end ? name : old)) };
  }
  return { header: named(start), rows };
}
