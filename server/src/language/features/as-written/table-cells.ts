import type { Span } from '../../text/span.ts';

/** Where the pipes stand that part cells; an escaped one is text. */
export function pipesOf(text: string): readonly number[] {
  const pipes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '|') pipes.push(at);
  }
  return pipes;
}

/** The cells of a line of a table, each from pipe to pipe, white space included. A pipe at either end of the line is its edge. */
export function cellsOf(line: string): readonly Span[] {
  const pipes = pipesOf(line);
  const first = /^\s*\|/.test(line) ? 1 : 0;
  const closed =
    pipes.length > first - 1 && pipes.length > 0 && line.slice(pipes.at(-1)! + 1).trim() === '' && !(first === 1 && pipes.length === 1);
  const starts = [...(first === 1 ? [] : [0]), ...pipes.map((at) => at + 1)];
  const ends = [...pipes.slice(first), line.length];
  const cells = starts.map((start, i) => ({ start, end: ends[i]! }));
  return closed ? cells.slice(0, -1) : cells;
}

/** What is written in the cells of a line, without the white space around. */
export const cellTexts = (line: string): readonly string[] => cellsOf(line).map(({ start, end }) => trimmed(line.slice(start, end)));

/** Without the spaces and tabs at either end: what Markdown takes away. A non-breaking space is text. */
export const trimmed = (text: string): string => text.replace(/^[ \t]+|[ \t]+$/g, '');

/** A row as it is written where nothing is aligned; an empty cell has room for the cursor. */
export const rowOf = (cells: readonly string[]): string => `|${cells.map((cell) => (cell === '' ? '  ' : ` ${cell} `)).join('|')}|`;
