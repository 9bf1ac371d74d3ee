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
