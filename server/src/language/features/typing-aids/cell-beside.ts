import { lineEndingOf } from '../../rules/insertion.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Span, TextEdit } from '../../text/span.ts';
import { lineAfter, lineAt, lineBefore, type Line } from '../as-written/lines.ts';
import { newRow } from './on-type-formatting.ts';
import { cellsOf } from '../as-written/table-cells.ts';
import { tableAt } from '../as-written/tables.ts';

/** Where Tab leads to in a table. */
export interface CellBeside {
  /** The row that is begun for it; null where the cell is there already. */
  readonly edit: TextEdit | null;
  /** The words of the cell, or the place for them in an empty one; in the document as it is after the edit. */
  readonly place: Span;
}

/**
 * The next cell of a table or the one before, as Tab and Shift+Tab go in Word: at the end of a row to the next row, past the line of
 * hyphens, and behind the last cell into a new row with the next label. Null outside of tables, and before the first cell.
 */
export function cellBeside(snapshot: Snapshot, offset: number, by: 1 | -1): CellBeside | null {
  const { view } = snapshot;
  const line = lineAt(view, offset);
  if (!line || !isRow(line)) return null;
  const cells = cellsOf(line.text);
  const here = cells.findIndex(({ end }) => offset - line.span.start <= end);
  const inRow = cells[(here < 0 ? cells.length - 1 : here) + by];
  if (inRow) return { edit: null, place: placeIn(line.text, inRow, line.span.start) };
  const row = rowBeside(snapshot, line, by);
  const cell = row && cellsOf(row.text).at(by < 0 ? -1 : 0);
  if (cell) return { edit: null, place: placeIn(row.text, cell, row.span.start) };
  return by > 0 ? inNewRow(snapshot, line) : null;
}

/** The blank lines behind a table belong to its last block. */
const isRow = ({ text, block }: Line): boolean => block.kind === 'table-row' && text.trim() !== '';

/** The line of hyphens under a header: nobody writes in it. */
const isRuler = ({ text, inBlock }: Line): boolean => inBlock > 0 && /^[\s|:-]+$/.test(text);

function rowBeside({ view }: Snapshot, line: Line, by: 1 | -1): Line | null {
  const beside = by < 0 ? lineBefore : lineAfter;
  let row = beside(view, line);
  while (row && isRow(row) && isRuler(row)) row = beside(view, row);
  return row && isRow(row) && row.block.container === line.block.container ? row : null;
}

function inNewRow(snapshot: Snapshot, line: Line): CellBeside | null {
  const table = tableAt(snapshot.view, line.index);
  if (!table) return null;
  const text = newRow(snapshot, table, line);
  const ending = lineEndingOf(snapshot.view);
  const cells = cellsOf(text);
  const empty = cells.find(({ start, end }) => text.slice(start, end).trim() === '') ?? cells[0]!;
  return {
    edit: { span: { start: line.span.end, end: line.span.end }, newText: ending + text },
    place: placeIn(text, empty, line.span.end + ending.length),
  };
}

/** The words of a cell of a line that begins at `base`. */
function placeIn(text: string, cell: Span, base: number): Span {
  const words = text.slice(cell.start, cell.end);
  if (words.trim() !== '') return { start: base + cell.start + words.search(/\S/), end: base + cell.start + words.trimEnd().length };
  // One space behind the pipe, where there is one.
  const at = base + Math.min(cell.start + 1, cell.end);
  return { start: at, end: at };
}
