import type { Element, ElementContent } from 'hast';
import { textOf } from './inline.ts';

/** A row as it is written: its cells in order. */
export interface Row {
  readonly isHeader: boolean;
  readonly cells: readonly Element[];
}

/** A cell on the grid of its table; without an element where the row has none for that place. */
export interface PlacedCell {
  readonly cell: Element | undefined;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface PlacedRow {
  readonly isHeader: boolean;
  readonly cells: readonly PlacedCell[];
}

/** Word's own limit. */
const mostColumns = 63;

/**
 * Where each cell stands when some reach over several columns or rows, as a browser places them; every place of the grid is filled once.
 */
export function placeCells(rows: readonly Row[]): { readonly columns: number; readonly rows: readonly PlacedRow[] } {
  /** For each column, how many rows to come are taken by a cell above. */
  let taken: number[] = [];
  let columns = 0;
  const placed: { isHeader: boolean; own: (PlacedCell & { cell: Element })[]; carried: readonly boolean[] }[] = [];
  rows.forEach(({ isHeader, cells }, index) => {
    const carried = taken.map((left) => left > 0);
    const next = taken.map((left) => Math.max(0, left - 1));
    const own: (PlacedCell & { cell: Element })[] = [];
    let column = 0;
    for (const cell of cells) {
      while (carried[column]) column++;
      if (column >= mostColumns) break;
      const wanted = Math.min(spanOf(cell, 'colSpan'), mostColumns - column);
      let columnSpan = 1;
      while (columnSpan < wanted && !carried[column + columnSpan]) columnSpan++;
      const rowSpan = Math.min(spanOf(cell, 'rowSpan'), rows.length - index);
      own.push({ cell, column, columnSpan, rowSpan });
      for (let at = column; at < column + columnSpan; at++) next[at] = rowSpan - 1;
      column += columnSpan;
    }
    columns = Math.max(columns, column, carried.length);
    taken = Array.from({ length: next.length }, (_, at) => next[at] ?? 0);
    placed.push({ isHeader, own, carried });
  });
  // A row without a cell of its own is no row for Word; what reaches over it is one row less high.
  const isKept = placed.map(({ own }) => own.length > 0);
  return {
    columns,
    rows: placed.flatMap(({ isHeader, own, carried }, index) => {
      if (!isKept[index]) return [];
      const covered = new Set(own.flatMap(({ column, columnSpan }) => Array.from({ length: columnSpan }, (_, at) => column + at)));
      const empty = Array.from({ length: columns }, (_, column): PlacedCell => ({
        cell: undefined,
        column,
        columnSpan: 1,
        rowSpan: 1,
      })).filter(({ column }) => !covered.has(column) && !carried[column]);
      const high = own.map((cell) => ({ ...cell, rowSpan: isKept.slice(index, index + cell.rowSpan).filter(Boolean).length }));
      return [{ isHeader, cells: [...high, ...empty].toSorted((a, b) => a.column - b.column) }];
    }),
  };
}

function spanOf({ properties }: Element, name: 'colSpan' | 'rowSpan'): number {
  const span = Number(properties[name] ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, 1000) : 1;
}

/** The cells of a row. */
export const cellsIn = ({ children }: Element): Element[] =>
  children.filter((child): child is Element => child.type === 'element' && (child.tagName === 'td' || child.tagName === 'th'));

/** The rows of a table in HTML, with what each of its parts says of them. */
export function rowsIn(table: Element): Row[] {
  return table.children.flatMap((part): Row[] => {
    if (part.type !== 'element') return [];
    if (part.tagName === 'tr') return [{ isHeader: false, cells: cellsIn(part) }];
    return part.children.flatMap((row) =>
      row.type === 'element' && row.tagName === 'tr' ? [{ isHeader: part.tagName === 'thead' || isHead(row), cells: cellsIn(row) }] : [],
    );
  });
}

/** A row of nothing but headings, where a table has no part of its own for them. */
const isHead = (row: Element): boolean =>
  row.children.some(isHeading) && row.children.every((cell) => cell.type !== 'element' || isHeading(cell));
const isHeading = (cell: ElementContent): boolean => cell.type === 'element' && cell.tagName === 'th';

/** Columns by how much stands in them: none so narrow that its longest word breaks, as long as there is room. */
export function columnWidths(rows: readonly PlacedRow[], columns: number, width: number): number[] {
  // What reaches over several columns asks for no width of one of them.
  const texts = Array.from({ length: columns }, (_, index) =>
    rows.flatMap(({ cells }) =>
      cells.filter(({ column, columnSpan }) => column === index && columnSpan === 1).map(({ cell }) => (cell ? textOf(cell.children) : '')),
    ),
  );
  const perCharacter = 115;
  const least = texts.map((column) =>
    Math.min(2400, 200 + perCharacter * Math.max(2, ...column.flatMap((text) => text.split(/[\s/–-]+/).map((word) => word.length)))),
  );
  const wanted = texts.map((column) =>
    Math.sqrt(Math.max(4, column.reduce((sum, text) => sum + Math.min(text.length, 400), 0) / Math.max(1, column.length))),
  );
  const room = Math.max(0, width - least.reduce((sum, value) => sum + value, 0));
  const share = wanted.reduce((sum, value) => sum + value, 0);
  const widths = least.map((value, index) => value + (room * wanted[index]!) / share);
  const scale = width / widths.reduce((sum, value) => sum + value, 0);
  return widths.map((value) => Math.floor(value * scale));
}
