import { fromLine, type TextBlock } from '../paper/blocks.ts';
import type { KnownNames } from './known-names.ts';

/** Blocks at the head of a paper among which its header is looked for. */
const headBlocks = 20;
/** Most lines of one block of a header. */
const mostLines = 30;

/**
 * A header that is typed line by line ("Report of: Director of Children's Services") as the one block that a table would be. Only labels
 * that are known count, and two of them right under each other.
 */
export function joinFieldLines(read: readonly TextBlock[], names: KnownNames): readonly TextBlock[] {
  const blocks = read.flatMap((block, index) => (index < headBlocks ? withFieldsApart(block, names) : [block]));
  for (let start = 0; start < Math.min(headBlocks, blocks.length); start++) {
    const lines: string[] = [];
    let end = start;
    for (let fields = fieldsOf(blocks[end]!, names); fields !== null; fields = blocks[end] ? fieldsOf(blocks[end]!, names) : null) {
      lines.push(...fields);
      end++;
    }
    if (lines.length < 2) continue;
    const { fields, rest } = moreBehindTitle(blocks, end, names);
    return [...blocks.slice(0, start), { lines: [...lines, ...fields], line: -1, afterPageBreak: false }, ...rest];
  }
  return blocks;
}

/** The lines of a header at the start of a paragraph, which a PDF may have as one, each as a paragraph of its own. */
function withFieldsApart(block: TextBlock, names: KnownNames): readonly TextBlock[] {
  const { form, lines } = block;
  const length = lines.findIndex((line) => fieldOf(line.trim(), names) === null);
  if (form?.kind !== 'paragraph' || (length < 0 ? lines.length : length) < 2) return [block];
  const part = (from: number, to: number): TextBlock => ({ ...block, lines: lines.slice(from, to), form: { ...form, markdown: form.markdown.slice(from, to) } });
  const fields = lines.slice(0, length < 0 ? lines.length : length).map((_, at) => part(at, at + 1));
  return length < 0 ? fields : [...fields, part(length, lines.length)];
}

/** Blocks behind the first part of a header among which its second part is looked for, as where the author stands over the title and the rest under it. */
const titleBlocks = 3;

/** The lines of a header that goes on behind the title, and the blocks without them. */
function moreBehindTitle(blocks: readonly TextBlock[], end: number, names: KnownNames): { readonly fields: readonly string[]; readonly rest: readonly TextBlock[] } {
  const rest = blocks.slice(end);
  for (const [at, block] of rest.slice(0, titleBlocks).entries()) {
    if (block.form || block.lines.length > mostLines) continue;
    const all = block.lines.map((line) => fieldOf(line.trim(), names));
    const length = all.findIndex((field) => field === null);
    const fields = (length < 0 ? all : all.slice(0, length)).filter((field) => field !== null);
    if (fields.length < 2) continue;
    const left = fromLine(block, fields.length);
    return { fields, rest: [...rest.slice(0, at), ...(left ? [left] : []), ...rest.slice(at + 1)] };
  }
  return { fields: [], rest };
}

/** Labels and values, parted by tabs, of a block that is nothing else; null for anything else. */
function fieldsOf(block: TextBlock, names: KnownNames): readonly string[] | null {
  if (block.form ? block.form.kind !== 'paragraph' || block.lines.length > 1 : block.lines.length > mostLines) return null;
  const fields = block.lines.map((line) => fieldOf(line.trim(), names));
  return fields.every((field) => field !== null) ? fields : null;
}

function fieldOf(line: string, names: KnownNames): string | null {
  const found = /^([^:\t]{1,59}?[^:\t\s])(?:\s*:\s*|\s+[–—-]\s+)(\S[^\t]*)$/.exec(line);
  return found && names.key(found[1]!) !== null ? `${found[1]!}:\t${found[2]!}` : null;
}
