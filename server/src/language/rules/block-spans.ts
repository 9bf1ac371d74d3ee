import type { Span } from '../text/span.ts';

/** Bullet, number, task box or label before the words of an item. */
const marker = /^\s*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?/;

/** The first line of words in a stretch of a block, without the bullet before it and the white space behind. */
export function firstWords(text: string, { start, end }: Span): Span {
  const source = text.slice(start, end);
  const from = marker.exec(source)![0].length;
  const length = source.slice(from).search(/[\r\n]/);
  const line = length < 0 ? source.slice(from) : source.slice(from, from + length);
  return { start: start + from, end: start + from + Math.max(line.trimEnd().length, Math.min(1, source.length - from)) };
}

/** Where the words of an item begin, behind its bullet. */
export const startOfWords = (text: string, { start, end }: Span): number => start + marker.exec(text.slice(start, end))![0].length;

/** An empty cell with the white space between its bars, since nothing at all cannot be marked. */
export function cellOf(text: string, { start, end }: Span): Span {
  if (text.slice(start, end).trim() !== '') return { start, end };
  let from = start;
  let to = end;
  while (from > 0 && /[ \t]/.test(text[from - 1]!)) from--;
  while (to < text.length && /[ \t]/.test(text[to]!)) to++;
  if (from < to) return { start: from, end: to };
  // Bars without a space between them: the bar before.
  return { start: Math.max(0, start - 1), end: Math.max(start, 1) };
}
