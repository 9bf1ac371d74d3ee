import type { Span, TextEdit } from '../../text/span.ts';

/**
 * Words that stand where the officer has to write: in square brackets; the reason for leaving a check out; what comes behind the name of a
 * new field of the header.
 */
const blank = /\[[^\][\n]+\](?![(:\]])|(?<=-(?:next-line|file) \S+: )[^\n]+?(?= -->)|(?<=^[\w-]+: )(?=\r?$)/m;

/** A place in what an edit writes. */
export interface Blank {
  readonly edit: TextEdit;
  /** In its `newText`. */
  readonly span: Span;
}

/**
 * Where the officer writes next after edits of one document: the first blank in what they put in, if the first of them puts one in; else
 * null.
 */
export function blankIn(edits: readonly TextEdit[]): Blank | null {
  const edit = edits.toSorted((a, b) => a.span.start - b.span.start)[0];
  const found = edit && blank.exec(edit.newText);
  return found ? { edit: edit!, span: { start: found.index, end: found.index + found[0].length } } : null;
}
