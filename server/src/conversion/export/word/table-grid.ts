import type { Element } from 'hast';

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

/** Where each cell stands when some reach over several columns or rows, as a browser places them; every place of the grid is filled once. */
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
      const empty = Array.from({ length: columns }, (_, column): PlacedCell => ({ cell: undefined, column, columnSpan: 1, rowSpan: 1 })).filter(({ column }) => !covered.has(column) && !carried[column]);
      const high = own.map((cell) => ({ ...cell, rowSpan: isKept.slice(index, index + cell.rowSpan).filter(Boolean).length }));
      return [{ isHeader, cells: [...high, ...empty].toSorted((a, b) => a.column - b.column) }];
    }),
  };
}

function spanOf({ properties }: Element, name: 'colSpan' | 'rowSpan'): number {
  const span = Number(properties[name] ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, 1000) : 1;
}
