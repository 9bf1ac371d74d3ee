import { joinedCell } from './make-blocks.ts';
import type { TableCell } from './paper.ts';

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
