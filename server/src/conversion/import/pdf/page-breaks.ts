/** What a page break parted: the columns and rows of a table, the lines of a paragraph. */
import { emptyCell } from '../paper/make-blocks.ts';
import { markerOf } from '../paper/markers.ts';
import type { TableCell, TableRow } from '../paper/block-form.ts';
import type { Line } from './page.ts';
import type { RuledTable } from './ruled-tables.ts';
import type { Flow, Usual } from './text-blocks.ts';

/** How far apart the beginnings of a column on two pages may be, and how far inside the edge of its cells its words begin, in points. */
const [sameColumn, furthestInside] = [6, 14];

/** Whether two columns begin at the same place, on whatever page. */
export function isSameColumn(
  one: { readonly place: number; readonly isDrawn: boolean },
  other: { readonly place: number; readonly isDrawn: boolean },
): boolean {
  if (one.isDrawn === other.isDrawn) return Math.abs(one.place - other.place) < sameColumn;
  const inside = one.isDrawn ? other.place - one.place : one.place - other.place;
  return inside > -2 && inside < furthestInside;
}

/** Gaps that tell how near lines of a paragraph stand to each other. */
const fewestGaps = 3;

/** How near two lines of a cell stand to each other, in parts of their size: as those of one paragraph do. Null where no cell has two. */
export function leastLeading(cells: readonly (readonly Line[])[]): number | null {
  const gaps = cells.flatMap((lines) =>
    lines.slice(1).flatMap((line, index) => {
      const before = lines[index]!;
      const gap = (line.y - before.y) / line.size;
      return line.page === before.page && Math.abs(line.size - before.size) < 0.6 && gap > 0.9 && gap < 2.4 ? [gap] : [];
    }),
  );
  // One or two gaps may be those between paragraphs.
  return gaps.length < fewestGaps ? null : Math.min(...gaps);
}

/** The right edge of a cell, with those that are joined to it. */
export function rightEdge(row: RuledTable['rows'][number], index: number, columns: readonly number[]): number {
  let last = index;
  while (row[last + 1]?.joinsLeft) last++;
  return columns[last + 1]! - 4;
}

/** A cell that a page break parted. A bullet, a sentence and a second short name begin a line; everything else goes on. */
function merge(above: TableCell, below: TableCell): TableCell {
  if (below.text === '' || above.text === '') return below.text === '' ? above : below;
  const last = above.markdown.slice(above.markdown.lastIndexOf('<br>') + 1).replace(/^br>/, '');
  const begins =
    below.text.startsWith('• ') ||
    (/^\p{Lu}/u.test(below.text) &&
      (/[.:;?!]$/.test(last) ||
        (last.length <= 40 && below.text.length <= 40 && !/(?:[,&]|\b(?:of|the|and|for|to|in|with|a))$/i.test(last))));
  return { text: `${above.text} ${below.text}`, markdown: `${above.markdown}${begins ? '<br>' : ' '}${below.markdown}` };
}

/** A row that a page break parted. */
export const mergeRows = (above: TableRow, below: TableRow): TableRow => ({
  ...above,
  cells: above.cells.map((cell, index) => merge(cell, below.cells[index] ?? emptyCell)),
});

/** How many rows at the top of a page are the heading of the table that goes on there. */
export function headsAgain(rows: readonly TableRow[], before: readonly TableRow[]): number {
  let same = 0;
  while (
    same < Math.min(3, rows.length, before.length) &&
    rows[same]!.cells.every(({ text }, column) => text === before[same]!.cells[column]?.text)
  )
    same++;
  return same;
}

/**
 * Whether a row at the top of a page is the rest of the one that the page before ended with: some of its cells are empty, and a sentence
 * goes on.
 */
export function isRestOf(row: TableRow, above: TableRow): boolean {
  const filled = row.cells
    .map((cell, column) => ({ text: cell.text, above: above.cells[column]?.text ?? '' }))
    .filter(({ text }) => text !== '');
  const isNumbered = row.cells[0]!.text === '' && /^[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*[a-z]?[.)]?$/.test(above.cells[0]?.text ?? '');
  // Only what the row above has no words for yet: all of a tall cell is on this page.
  if (isNumbered && filled.length > 0 && filled.every((cell) => cell.above === '')) return true;
  if (filled.length === row.cells.length || filled.some((cell) => cell.above === '')) return false;
  const goesOn = (cell: { readonly text: string; readonly above: string }) =>
    (/^[\p{Ll}(]/u.test(cell.text) && !/[.:?!]$/.test(cell.above)) ||
    (/^(?:19|20)\d\d$/.test(cell.text) && /\d \p{Lu}\p{L}{2,8}$/u.test(cell.above));
  // Every row has a number of its own, and this one says one thing more than the one above.
  if (isNumbered && filled.length === 1) return true;
  if (!filled.some(goesOn))
    return row.cells[0]!.text === '' && filled.length === 1 && filled[0]!.text.split(' ').length > 2 && !/[.:;?!]$/.test(filled[0]!.above);
  return (
    row.cells[0]!.text === '' ||
    goesOn({ text: row.cells[0]!.text, above: above.cells[0]?.text ?? '' }) ||
    filled.every((cell) => goesOn(cell) || /[.:;?!]$/.test(cell.above))
  );
}

/** A sentence that a page break, or the end of a column, split: no stop before it, and what follows goes on in its look and place. */
export function joins(before: Flow, after: Flow, usual: Usual, isNextColumn: boolean): boolean {
  const last = before.lines.at(-1)!;
  const first = after.lines[0]!;
  if (before.told && after.told) return !isNextColumn && goesOnTold(before, after, usual);
  if (after.bullet || last.strong !== first.strong || Math.abs(last.size - first.size) > 0.6 || /[.:;?!]["”’)]?$/.test(last.text))
    return false;
  const isUnder = Math.abs(first.x - before.textX) < last.size * 0.8;
  if (
    isNextColumn
      ? before.bullet || last.limit === undefined
      : before.bullet
        ? !isUnder
        : Math.abs(first.x - last.x) > last.size * 2 && Math.abs(first.x - before.textX) > last.size * 2
  )
    return false;
  if (/^[\p{Ll}(]/u.test(first.text)) return true;
  const isFull = last.right > Math.max(last.limit ?? usual.right, ...before.lines.map(({ right }) => right)) - last.size * 8;
  return isFull && !last.strong && last.text.split(' ').length > 5 && markerOf(first.text) === null;
}

/** The same where tags tell the paragraphs. A heading and what has a mark of its own go on with nothing. */
function goesOnTold(before: Flow, after: Flow, usual: Usual): boolean {
  const last = before.lines.at(-1)!;
  const first = after.lines[0]!;
  if (after.told?.kind === 'text' && after.told.isRest) return before.told?.kind === 'item';
  if (
    before.told?.kind === 'heading' ||
    after.told?.kind === 'heading' ||
    after.bullet ||
    last.strong !== first.strong ||
    Math.abs(last.size - first.size) > 0.6 ||
    /[.:;?!]["”’)]?$/.test(last.text)
  )
    return false;
  if (/^[\p{Ll}(]/u.test(first.text)) return true;
  return last.right > usual.right - last.size * 8 && !last.strong && last.text.split(' ').length > 5 && markerOf(first.text) === null;
}
