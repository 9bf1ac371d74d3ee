import type { Span, TextEdit } from '../../text/span.ts';

/** A line with the ending that it has in the document; none at the very end of one. */
export interface SourceLine {
  readonly text: string;
  readonly ending: '' | '\n' | '\r\n' | '\r';
}

/** The lines of a text. What follows the last line ending is a line only where it is not empty. */
export function linesOf(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ text: text.slice(start, match.index), ending: match[0] as SourceLine['ending'] });
    start = match.index + match[0].length;
  }
  if (start < text.length) lines.push({ text: text.slice(start), ending: '' });
  return lines;
}

export const textOfLines = (lines: readonly SourceLine[]): string => lines.map(({ text, ending }) => text + ending).join('');

/**
 * Edits that make one text of another, line by line where they have as many lines, and no longer than need be. `base` is where the old one
 * begins.
 */
export function lineEdits(before: string, after: string, base: number): readonly TextEdit[] {
  if (before === after) return [];
  const [old, fresh] = [linesOf(before), linesOf(after)];
  if (old.length !== fresh.length) return [trimmedEdit(before, after, base)];
  let at = base;
  return old.flatMap((line, i) => {
    const [from, to] = [line.text + line.ending, fresh[i]!.text + fresh[i]!.ending];
    const start = at;
    at += from.length;
    return from === to ? [] : [trimmedEdit(from, to, start)];
  });
}

function trimmedEdit(before: string, after: string, base: number): TextEdit {
  const most = Math.min(before.length, after.length);
  let front = 0;
  while (front < most && before[front] === after[front]) front++;
  let back = 0;
  while (back < most - front && before.at(-1 - back) === after.at(-1 - back)) back++;
  // Neither half of a pair of surrogates, nor of a line ending, is cut off from the other.
  if (front > 0 && isFirstHalf(before, front - 1)) front--;
  if (back > 0 && isFirstHalf(before, before.length - back - 1)) back--;
  const span: Span = { start: base + front, end: base + before.length - back };
  return { span, newText: after.slice(front, after.length - back) };
}

const isFirstHalf = (text: string, at: number): boolean => /[\uD800-\uDBFF\r]/.test(text[at] ?? '');
