import type { PhrasingContent } from 'mdast';
import type { Point, Position } from 'unist';
import type { Bounds } from './bounds.ts';
import { readPlainWords, type Stretch } from './plain-words.ts';

/** A line, without its ending. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** 1 for the first of the block. */
  readonly number: number;
  /** Where what is no space begins; `end` in a blank line. */
  readonly content: number;
}

/** The block that is being read, and the line behind what has been read of it. */
export interface Reading {
  readonly text: string;
  readonly start: number;
  readonly bounds: Bounds;
  line: Line;
}

export function lineAt(text: string, start: number, number: number): Line {
  const feed = text.indexOf('\n', start);
  const next = feed < 0 ? text.length : feed + 1;
  let end = feed < 0 ? text.length : feed;
  if (feed > start && text.charCodeAt(feed - 1) === 13) end--;
  let content = start;
  while (content < end && isSpace(text.charCodeAt(content))) content++;
  return { start, end, next, number, content };
}

export const isBlank = ({ content, end }: Line): boolean => content === end;
export const isSpace = (code: number): boolean => code === 32 || code === 9;

export function advance(reading: Reading): void {
  const { next, number } = reading.line;
  reading.line = lineAt(reading.text, next, number + 1);
}

/** Whether the text is at its end: behind its last line, an empty one is met again and again. */
export const isAtEnd = ({ text, line }: Reading): boolean => line.start >= text.length;

/** Start of the first line at or after `from`, which starts a line, that is not blank. */
export function afterBlankLines(text: string, from: number): number {
  for (let at = from; at < text.length;) {
    const line = lineAt(text, at, 1);
    if (!isBlank(line)) return at;
    at = line.next;
  }
  return text.length;
}

export const stretchOf = ({ start: lineStart, number }: Line, start: number, end: number): Stretch => ({
  start,
  end,
  lineStart,
  line: number,
});

export const point = ({ start }: Reading, line: Line, offset: number): Point => ({
  line: line.number,
  column: offset - line.start + 1,
  offset: offset - start,
});

/** From one place to another, with the places of the nodes inside where they are the same: a document has tens of thousands of places. */
export function position(
  reading: Reading,
  first: Line,
  from: number,
  last: Line,
  to: number,
  inside: readonly PhrasingContent[],
): Position {
  const outermost = { start: inside[0]?.position?.start, end: inside.at(-1)?.position?.end };
  const start = outermost.start?.offset === from - reading.start ? outermost.start : point(reading, first, from);
  const end = outermost.end?.offset === to - reading.start ? outermost.end : point(reading, last, to);
  return { start, end };
}

export const wordsOf = ({ text, start }: Reading, stretches: readonly Stretch[]): PhrasingContent[] | null =>
  readPlainWords(text, stretches, ({ line, lineStart }, offset) => ({ line, column: offset - lineStart + 1, offset: offset - start }));
