/** A half-open stretch of text, in UTF-16 code units. What it is relative to (document or block) is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One replacement of text. Several edits of one batch all speak of the text before the batch and never overlap. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** A place in a document: zero-based line and UTF-16 code unit in that line. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** The same stretch, `by` code units further on. */
export const shifted = (s: Span, by: number): Span => (by === 0 ? s : { start: s.start + by, end: s.end + by });

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether an offset stands in or at either edge of a span (a cursor at the end of a word is in the word). */
export const touches = (s: Span, offset: number): boolean => s.start <= offset && offset <= s.end;

/** The text with the edits made. Edits may come in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span: s, newText } of inOrder) {
    if (s.start < at) continue; // overlapping edits: the first one wins, the text is never garbled
    result += text.slice(at, s.start) + newText;
    at = s.end;
  }
  return result + text.slice(at);
}
