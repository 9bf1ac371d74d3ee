import type { BlockForm } from './block-form.ts';

/**
 * Lines that stand together: in a plain text with blank lines around them, elsewhere one paragraph or one table. Cells of a row are parted
 * by tabs.
 */
export interface TextBlock {
  readonly lines: readonly string[];
  /** Zero-based line of the cleaned text where it starts; -1 for one that was made. */
  readonly line: number;
  /** Whether a page ended before it. */
  readonly afterPageBreak: boolean;
  /** Whether it stands in a box: a frame or callout, which is no title where something else may be. */
  readonly isBoxed?: boolean;
  /** What the format says of it; absent in a plain text. */
  readonly form?: BlockForm;
  /** What stands beside it in a narrow column of actions: who acts, or what is to be done. */
  readonly beside?: readonly string[];
}

/** Blocks from an index on as those of a box. What is set as a title is the title wherever it stands. */
export function markBoxed(blocks: TextBlock[], from: number): void {
  for (let at = from; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (!(block.form?.kind === 'heading' && block.form.isTitle)) blocks[at] = { ...block, isBoxed: true };
  }
}

/** The block as one line of text, tabs as spaces. */
export const joined = (block: TextBlock): string =>
  block.lines
    .map((line) => line.trim())
    .join(' ')
    .replaceAll('\t', ' ')
    .replace(/ {2,}/g, ' ');

/** Whether the block holds rows of a table: cells parted by tabs. */
export const hasRows = (block: TextBlock): boolean => block.lines.some((line) => line.trim().includes('\t'));

/** The block from one of its lines on, or null where nothing is left. */
export const fromLine = (block: TextBlock, index: number): TextBlock | null =>
  index >= block.lines.length
    ? null
    : { ...block, lines: block.lines.slice(index), line: block.line + index, afterPageBreak: index === 0 && block.afterPageBreak };
