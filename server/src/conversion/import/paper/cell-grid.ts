import { emptyCell, joinedCell } from './make-blocks.ts';
import type { TableCell } from './block-form.ts';

/** A cell that may reach over several columns and rows. */
export interface SpanningCell {
  readonly cell: TableCell;
  readonly columns: number;
  readonly rows: number;
}

/** A table has no more columns than a sheet of paper can show; a file that asks for more is broken. */
const mostSpanned = 100;

/** Rows with one cell for each column: a cell that reaches down is repeated, one that reaches to the right is followed by empty ones. */
export function toGrid(rows: readonly (readonly SpanningCell[])[]): readonly (readonly TableCell[])[] {
  /** By column: the cell that reaches down into the next rows, and for how many. */
  const reaching = new Map<number, { readonly cell: TableCell; left: number }>();
  return rows.map((row) => {
    const line: TableCell[] = [];
    const fill = () => {
      for (let above = reaching.get(line.length); above && above.left > 0; above = reaching.get(line.length)) {
        above.left--;
        line.push({ ...above.cell, isRepeated: true });
      }
    };
    for (const { cell, columns, rows: down } of row) {
      fill();
      for (let index = 0; index < Math.min(Math.max(1, columns), mostSpanned); index++) {
        const content = index === 0 ? cell : joinedCell;
        if (down > 1) reaching.set(line.length, { cell: content, left: down - 1 });
        line.push(content);
      }
    }
    fill();
    return line;
  });
}

/**
 * The same for a format that has something in every place of the table, null where another cell reaches: each cell stands where the file
 * has it, whatever its spans say.
 */
export function placedGrid(rows: readonly (readonly (SpanningCell | null)[])[]): readonly (readonly TableCell[])[] {
  const reaching = new Map<number, { readonly cell: TableCell; left: number }>();
  return rows.map((row) => {
    let joinedUntil = 0;
    return row.map((one, column) => {
      const above = reaching.get(column);
      if (one) {
        joinedUntil = column + one.columns;
        for (let at = column; at < Math.min(joinedUntil, column + mostSpanned); at++)
          reaching.set(at, { cell: at === column ? one.cell : joinedCell, left: one.rows - 1 });
        return one.cell;
      }
      if (column < joinedUntil) return joinedCell;
      if (!above || above.left <= 0) return emptyCell;
      above.left--;
      return { ...above.cell, isRepeated: true };
    });
  });
}
