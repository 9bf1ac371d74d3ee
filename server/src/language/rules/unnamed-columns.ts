import type { TableItem } from '../model/items.ts';

/**
 * Whether a table has a column, other than the first, without a name at its head: one heading over several columns, as tables that come
 * from Word have it. What such a column holds nobody can tell, so that no column is said to be missing.
 */
export const hasUnnamedColumn = ({ columns }: TableItem): boolean => columns.slice(1).some(({ text }) => text.trim() === '');
