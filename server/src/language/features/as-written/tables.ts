import type { TableItem } from '../../model/items.ts';
import type { DocumentView } from '../../model/view.ts';
import { firstInContainer } from '../../syntax/containers.ts';

/** A top-level table: its header and the blocks of its rows. */
export interface Table {
  readonly header: TableItem;
  /** Index of the block that holds the header. */
  readonly first: number;
  /** Index behind the last row. */
  readonly end: number;
}

/** The table that a block is a row of, or null. Costs its rows. */
export function tableAt({ model }: Pick<DocumentView, 'model'>, index: number): Table | null {
  const { blocks } = model.syntax;
  const { kind, container } = blocks[index]!;
  if (kind !== 'table-row' || container === null) return null;
  const first = firstInContainer(blocks, index);
  let end = index + 1;
  while (end < blocks.length && blocks[end]!.container === container) end++;
  const header = model.blocks[first]?.items.find((item): item is TableItem => item.kind === 'table');
  return header ? { header, first, end } : null;
}

/** The column of a field, by index; -1 where the table has none. */
export const columnOf = ({ columns }: TableItem, field: string): number => columns.findIndex((column) => column.field === field);
