import type { Position, Span } from '../text/span.ts';
import { isLineEnding, lastAtMost, lineStartsIn } from './lines.ts';
import type { Block, BlockChange, Syntax } from './syntax.ts';

/**
 * Where the blocks of one version stand. Worked out by a pass of additions over the blocks, touching no character; after an edit, from the
 * layout before it, touching no block that the edit left alone.
 */
export interface Layout {
  readonly syntax: Syntax;
  /** Offset of each block; one entry more than blocks, the last being the length of the document. */
  readonly starts: Int32Array;
  /** Zero-based line of each block; one entry more than blocks. */
  readonly lines: Int32Array;
}

const layouts = new WeakMap<Syntax, Layout>();

export function layoutOf(syntax: Syntax): Layout {
  let layout = layouts.get(syntax);
  if (!layout) layouts.set(syntax, (layout = measure(syntax)));
  return layout;
}

function measure(syntax: Syntax): Layout {
  const { blocks } = syntax;
  const starts = new Int32Array(blocks.length + 1);
  const lines = new Int32Array(blocks.length + 1);
  for (let i = 0; i < blocks.length; i++) {
    starts[i + 1] = starts[i]! + blocks[i]!.text.length;
    lines[i + 1] = lines[i]! + blocks[i]!.lineBreaks;
  }
  return { syntax, starts, lines };
}

/** Works out the layout of a syntax from that of the one before it, in which `removed` blocks from `from` gave way to `inserted` others. */
export function layOutAfter(previous: Layout, syntax: Syntax, { from, removed, inserted }: BlockChange): void {
  const size = syntax.blocks.length + 1;
  const starts = new Int32Array(size);
  const lines = new Int32Array(size);
  starts.set(previous.starts.subarray(0, from + 1));
  lines.set(previous.lines.subarray(0, from + 1));
  const end = from + inserted;
  for (let i = from; i < end; i++) {
    starts[i + 1] = starts[i]! + syntax.blocks[i]!.text.length;
    lines[i + 1] = lines[i]! + syntax.blocks[i]!.lineBreaks;
  }
  const further = starts[end]! - previous.starts[from + removed]!;
  const lower = lines[end]! - previous.lines[from + removed]!;
  for (let i = end + 1, old = from + removed + 1; i < size; i++, old++) {
    starts[i] = previous.starts[old]! + further;
    lines[i] = previous.lines[old]! + lower;
  }
  layouts.set(syntax, { syntax, starts, lines });
}

/** Index of the block that holds an offset; an offset past the end belongs to the last block, one before the start to the first. */
export function blockAt({ starts }: Layout, offset: number): number {
  return lastAtMost(starts, offset, starts.length - 2);
}

/** Index of the block that holds a zero-based line. */
export function blockAtLine({ lines }: Layout, line: number): number {
  return lastAtMost(lines, line, lines.length - 2);
}

/** Offset in the document of the start of a block. */
export const startOf = ({ starts }: Layout, block: number): number => starts[Math.min(block, starts.length - 1)] ?? 0;

/** Position of an offset; clamped to the document, never throws. */
export function positionAt(layout: Layout, offset: number): Position {
  const index = blockAt(layout, offset);
  const block = layout.syntax.blocks[index];
  if (!block) return { line: 0, character: 0 };
  return positionInBlock(layout, index, offset - layout.starts[index]!);
}

/** Position of an offset that is relative to a block. */
function positionInBlock(layout: Layout, index: number, offset: number): Position {
  const block = layout.syntax.blocks[index]!;
  const within = Math.max(0, Math.min(offset, block.text.length));
  const breaks = lineStarts(block);
  const line = lastAtMost(breaks, within);
  return { line: layout.lines[index]! + line, character: within - breaks[line]! };
}

/** Offset of a position; a character past the end of its line is the end of the line, a line past the end is the end of the document. */
export function offsetAt(layout: Layout, position: Position): number {
  const { blocks, length } = layout.syntax;
  if (position.line < 0 || blocks.length === 0) return 0;
  if (position.line > layout.lines[blocks.length]!) return length;
  const index = blockAtLine(layout, position.line);
  const block = blocks[index]!;
  const starts = lineStarts(block);
  const line = Math.min(position.line - layout.lines[index]!, starts.length - 1);
  const start = starts[line]!;
  let end = starts[line + 1] ?? block.text.length;
  while (end > start && isLineEnding(block.text.charCodeAt(end - 1))) end--;
  return layout.starts[index]! + Math.min(start + Math.max(0, position.character), end);
}

/** Text between two offsets of the document. */
export function textBetween(layout: Layout, { start, end }: Span): string {
  const { blocks } = layout.syntax;
  let text = '';
  for (let i = blockAt(layout, start); i < blocks.length && layout.starts[i]! < end; i++) {
    const base = layout.starts[i]!;
    text += blocks[i]!.text.slice(Math.max(0, start - base), Math.max(0, end - base));
  }
  return text;
}

const lineTables = new WeakMap<Block, readonly number[]>();

/** Offsets, relative to the block, at which its lines start. */
export function lineStarts(block: Block): readonly number[] {
  let table = lineTables.get(block);
  if (!table) lineTables.set(block, (table = lineStartsIn(block.text)));
  return table;
}
