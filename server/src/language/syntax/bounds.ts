/**
 * What is more than anybody writes, and would make a Markdown parser hang: past it, text is left as text and the officer is told.
 * Each bound is for a part of a document that is always read whole, so that reading a window comes to what reading everything does.
 */
export interface Bounds {
  /** Brackets that one paragraph, heading or cell may have: micromark looks back over all of them at each. */
  readonly brackets: number;
  /** Emphasis and strikethrough marks that one paragraph, heading or cell may have: likewise. */
  readonly emphasis: number;
  /** Characters that may be read in vain in one paragraph, heading or cell: past an opening that nothing closes, again and again. */
  readonly inVain: number;
  /** Characters of a line. */
  readonly line: number;
  /** Characters of a run of lines without a blank line, a bar, a list marker or a fence. */
  readonly prose: number;
  /** Quotes and lists in each other: what walks a tree calls itself as often. */
  readonly depth: number;
  /** Times that a web address may begin in one word. */
  readonly addresses: number;
  /** Punctuation marks in a row on a line with a web address: each is looked past for the end of the address. */
  readonly punctuation: number;
}

/** Chosen by measurement: the worst text within them takes some seconds a megabyte, and a keystroke in it well under one. */
export const usualBounds: Bounds = {
  brackets: 1000,
  emphasis: 500,
  inVain: 20_000,
  line: 20_000,
  prose: 50_000,
  depth: 100,
  addresses: 20,
  punctuation: 100,
};
