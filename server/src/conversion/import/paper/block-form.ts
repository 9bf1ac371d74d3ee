import type { StatusColour } from './status-colour.ts';

/** What a format says of a block. A plain text says nothing. */
export type BlockForm =
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly isTitle: boolean;
      readonly markdown: readonly string[];
      /** The number that the word processor made, which the text begins with. */ readonly marker?: string | null;
    }
  | { readonly kind: 'paragraph'; readonly look: Look; readonly markdown: readonly string[]; readonly quoted?: boolean }
  | {
      readonly kind: 'item';
      readonly depth: number;
      readonly marker: string | null;
      readonly look: Look;
      readonly markdown: readonly string[];
    }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] };

/** How a paragraph looks, as far as it may tell a heading. */
export interface Look {
  /** Whether all of it is bold. */
  readonly strong: boolean;
  /** In points; 0 where the format does not say. */
  readonly size: number;
  /** Whether all of it is underlined, or in another way set off. */
  readonly setOff: boolean;
}

/** The look of text that is not set off in any way. */
export const plainLook: Look = { strong: false, size: 0, setOff: false };

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Whether the format marks it as a heading row, or all its words are bold. */
  readonly isHeader: boolean;
}

export interface TableCell {
  /** As plain text, in one line; without what is struck through, unless all of it is. */
  readonly text: string;
  readonly markdown: string;
  /** Its paragraphs and lines as plain text, where it has several. */
  readonly lines?: readonly string[];
  /** The cell of a row above that this one is joined to: its words stand here again. */
  readonly isRepeated?: boolean;
  /** Whether it is joined to the cell on its left, whose words stand there only. */
  readonly isJoined?: boolean;
  /** The word for the colour that the cell is filled with, where that is one that a status is shown by. */
  readonly colour?: StatusColour;
}
