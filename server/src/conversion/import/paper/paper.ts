import type { TextBlock } from './blocks.ts';

/** What a reader made of a file: the same for every format, whether it says much of its text (Word) or nothing (plain text). */
export interface Paper {
  /** Paragraphs, headings, list items and tables in reading order. */
  readonly blocks: readonly TextBlock[];
  /** The blocks with the furniture among them, where that may tell what the paper is; else the blocks. */
  readonly everything?: readonly TextBlock[];
  /** What stands at the head or foot of every page, or around the paper on a web page, each thing once. */
  readonly furniture: readonly string[];
  /** Of those, what stands at the head of its pages and may be its title. */
  readonly pageHeads?: readonly string[];
  readonly properties: PaperProperties;
  /** What the officer should know of the reading: tracked changes, comments, pictures. */
  readonly notes: readonly string[];
}

/** What the file's own properties say. */
export interface PaperProperties {
  readonly title?: string;
}

/** A stretch of text with one look. A line feed inside it is a line break. */
export interface Run {
  readonly text: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  /** Address that the words link to. */
  readonly link?: string;
}

/** What a format says of a block. A plain text says nothing. */
export type BlockForm =
  | { readonly kind: 'heading'; readonly level: number; readonly isTitle: boolean; readonly markdown: readonly string[]; /** The number that the word processor made, which the text begins with. */ readonly marker?: string | null }
  | { readonly kind: 'paragraph'; readonly look: Look; readonly markdown: readonly string[]; readonly quoted?: boolean }
  | { readonly kind: 'item'; readonly depth: number; readonly marker: string | null; readonly look: Look; readonly markdown: readonly string[] }
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

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Whether the format marks it as a heading row, or all its words are bold. */
  readonly isHeader: boolean;
}

export interface TableCell {
  /** As plain text, in one line. */
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

/** Colours that plans show a status by. */
export type StatusColour = 'Red' | 'Amber' | 'Green' | 'Blue' | 'Purple';

export const plainLook: Look = { strong: false, size: 0, setOff: false };
