import type { Text } from 'mdast';
import { isLineEnding } from './lines.ts';

/**
 * For each UTF-16 code unit of a text node's value, its offset in the source, and one more for the end; never falls. The source is followed
 * from the start of the node, past what Markdown leaves out of the value (escapes, the rest of a character reference, indentation and quote
 * marks after a line ending).
 */
export function offsetsOfText({ value, position }: Text, source: string): readonly number[] {
  if (!position) return Array.from({ length: value.length + 1 }, () => 0);
  const end = position.end.offset!;
  let at = position.start.offset!;
  const places: number[] = [];
  for (let i = 0; i < value.length; i++) {
    const reference = source[at] === '&' && !source.startsWith(value.slice(i, i + 3), at) ? referenceEnd(source, at, end) : -1;
    if (reference > 0) {
      places.push(at);
      if (isHighSurrogate(value.charCodeAt(i)) && i + 1 < value.length) {
        places.push(at);
        i++;
      }
      at = reference;
      continue;
    }
    const found = find(value.charCodeAt(i), source, at, end);
    if (found >= 0) at = found;
    places.push(Math.min(at, end));
    at++;
  }
  places.push(Math.min(at, end));
  return places;
}

/** The next place of a character, past what a value leaves out; -1 where it is not met (a NUL, which Markdown reads as U+FFFD). */
function find(code: number, source: string, from: number, end: number): number {
  if (source.charCodeAt(from) === code) return from;
  for (let at = from; at < end; at++) {
    const there = source.charCodeAt(at);
    if (there === code) return at;
    if (!isSkipped(there)) return -1;
  }
  return -1;
}

/** Whether a character of the source may be left out of a value: white space, line endings, quote marks, backslashes, bars' escapes. */
const isSkipped = (code: number): boolean => code === 32 || code === 9 || code === 62 || code === 92 || isLineEnding(code);

/** Where a character reference such as `&amp;` ends; -1 where there is none. */
function referenceEnd(source: string, at: number, end: number): number {
  const match = /^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,30});/.exec(source.slice(at, Math.min(at + 40, end)));
  return match ? at + match[0].length : -1;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
