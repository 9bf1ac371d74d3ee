import type { Position, Range, TextEdit } from 'vscode-languageserver-types';

/**
 * Request of the client: where Tab (`by` 1) or Shift+Tab (-1) leads to from a place in a table; null outside of tables and before the first
 * cell.
 */
export const cellBesideMethod = 'inspectionResponse/cellBeside';
export interface CellBesideParams {
  readonly uri: string;
  readonly position: Position;
  readonly by: 1 | -1;
}
export interface ShownCell {
  readonly version: number;
  /** The row that is begun for the cell. */
  readonly edit: TextEdit | null;
  /** The words of the cell, after the edit. */
  readonly range: Range;
}

/**
 * Request of the client: the edits of a rewriting that the light bulb has too, with the document's version; null where there is nothing to
 * do.
 */
export const rewriteMethod = 'inspectionResponse/rewrite';
export interface RewriteParams {
  readonly uri: string;
  readonly position: Position;
  readonly rewriting: 'sort-table' | 'align-table' | 'renumber';
  /** `document` for all tables or paragraphs; what to sort by. */
  readonly choice: 'document' | 'due' | 'owner' | 'label' | 'status';
}
export interface Rewritten {
  readonly version: number;
  readonly edits: readonly TextEdit[];
}
