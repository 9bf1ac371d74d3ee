import { joined, type TextBlock } from './blocks.ts';
import type { KnownNames } from './known-names.ts';

/** Blocks at the head of a paper among which its header is looked for. */
const headBlocks = 20;

/**
 * A header that is typed line by line ("Report of: Director of Children's Services") as the one block that a table would be. Only labels
 * that are known count, and two of them right under each other.
 */
export function joinFieldLines(blocks: readonly TextBlock[], names: KnownNames): readonly TextBlock[] {
  const start = blocks.findIndex((block, index) => index < headBlocks && fieldOf(block, names) !== null);
  if (start < 0) return blocks;
  const lines: string[] = [];
  for (const block of blocks.slice(start)) {
    const field = fieldOf(block, names);
    if (field === null) break;
    lines.push(field);
  }
  return lines.length < 2 ? blocks : [...blocks.slice(0, start), { lines, line: -1, afterPageBreak: false }, ...blocks.slice(start + lines.length)];
}

/** Label and value, parted by a tab; null for anything else. */
function fieldOf(block: TextBlock, names: KnownNames): string | null {
  if (block.form?.kind !== 'paragraph' || block.lines.length > 1) return null;
  const found = /^([^:]{2,60}):\s*(\S.*)$/.exec(joined(block));
  return found && names.key(found[1]!) !== null ? `${found[1]!}:\t${found[2]!}` : null;
}
