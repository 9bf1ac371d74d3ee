import type { Snapshot } from '../../snapshot.ts';
import { lineStarts } from '../../syntax/layout.ts';
import type { Block } from '../../syntax/syntax.ts';

/** Lines that can be folded away under the first of them. Zero-based; the end line is the last one hidden. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'comment' | 'region' | null;
}

/** Front matter, sections, tables, lists, items with fields, quotations, code and comments of more than one line. */
export function foldingRanges({ view }: Snapshot): readonly FoldingRange[] {
  const { layout } = view;
  const { blocks } = layout.syntax;
  const ranges: FoldingRange[] = view.sections.map(({ line, endLine }) => ({ startLine: line, endLine, kind: null }));
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    const first = layout.lines[index]! + leadingBlankLines(block);
    if (block.container && block.opensContainer) {
      let last = index;
      while (blocks[last + 1]?.container === block.container) last++;
      ranges.push({ startLine: first, endLine: lastLineOf(layout.lines[last]!, blocks[last]!), kind: null });
    }
    const kind = kindOf(block);
    if (kind !== undefined) ranges.push({ startLine: first, endLine: lastLineOf(layout.lines[index]!, block), kind });
  }
  return ranges.filter(({ startLine, endLine }) => endLine > startLine);
}

function kindOf(block: Block): FoldingRange['kind'] | undefined {
  if (block.kind === 'front-matter') return 'region';
  if (block.kind === 'list-item') return null;
  const type = block.nodes[0]?.type;
  if (type === 'html') return block.text.trimStart().startsWith('<!--') ? 'comment' : null;
  return type === 'blockquote' || type === 'code' ? null : undefined;
}

function leadingBlankLines(block: Block): number {
  const starts = lineStarts(block);
  let line = 0;
  while (line + 1 < starts.length && block.text.slice(starts[line], starts[line + 1]).trim() === '') line++;
  return line;
}

/** The last line of a block that is not blank. */
function lastLineOf(firstLine: number, block: Block): number {
  const starts = lineStarts(block);
  let line = starts.length - 1;
  while (line > 0 && block.text.slice(starts[line], starts[line + 1]).trim() === '') line--;
  return firstLine + line;
}
