import type { DocumentView } from '../../model/view.ts';
import { blockAt, lineStarts, startOf } from '../../syntax/layout.ts';
import type { Block } from '../../syntax/syntax.ts';
import type { Span } from '../../text/span.ts';

/** One line of a document, without its line ending. */
export interface Line {
  readonly text: string;
  /** Of the text, in document offsets. */
  readonly span: Span;
  readonly block: Block;
  /** Index of the block that holds it. */
  readonly index: number;
  /** Offset of the block in the document. */
  readonly base: number;
  /** Index of the line in its block. */
  readonly inBlock: number;
}

/** The line that an offset stands in; null only in a document without blocks. Costs the length of the line, not of the document. */
export function lineAt({ layout }: DocumentView, offset: number): Line | null {
  const index = blockAt(layout, offset);
  const block = layout.syntax.blocks[index];
  if (!block) return null;
  const base = startOf(layout, index);
  const starts = lineStarts(block);
  let inBlock = starts.findLastIndex((start) => start <= offset - base);
  if (inBlock < 0) inBlock = 0;
  return lineOf(block, index, base, inBlock);
}

/** The line before, in the same block or the block before it; null on the first line. */
export function lineBefore(view: DocumentView, line: Line): Line | null {
  if (line.inBlock > 0) return lineOf(line.block, line.index, line.base, line.inBlock - 1);
  const block = view.layout.syntax.blocks[line.index - 1];
  if (!block) return null;
  const base = startOf(view.layout, line.index - 1);
  const starts = lineStarts(block);
  // A block ends with a line ending, behind which the line table sees one more, empty line: that is the next block's first.
  const last = starts.length - (starts.length > 1 && starts.at(-1) === block.text.length ? 2 : 1);
  return lineOf(block, line.index - 1, base, last);
}

/** The line after, in the same block or the block behind it; null on the last line. */
export function lineAfter(view: DocumentView, line: Line): Line | null {
  const starts = lineStarts(line.block);
  const next = line.inBlock + 1;
  if (next < starts.length && starts[next]! < line.block.text.length) return lineOf(line.block, line.index, line.base, next);
  const block = view.layout.syntax.blocks[line.index + 1];
  return block ? lineOf(block, line.index + 1, startOf(view.layout, line.index + 1), 0) : null;
}

function lineOf(block: Block, index: number, base: number, inBlock: number): Line {
  const starts = lineStarts(block);
  const start = starts[inBlock]!;
  let end = starts[inBlock + 1] ?? block.text.length;
  while (end > start && isLineEnding(block.text.charCodeAt(end - 1))) end--;
  return { text: block.text.slice(start, end), span: { start: base + start, end: base + end }, block, index, base, inBlock };
}

const isLineEnding = (code: number): boolean => code === 10 || code === 13;
