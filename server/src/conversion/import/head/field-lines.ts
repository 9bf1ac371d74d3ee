import { fromLine, type TextBlock } from '../paper/blocks.ts';
import { readHeaderTable } from './header-table.ts';
import type { KnownNames } from './known-names.ts';
import { namesColumns } from '../body/formed-blocks.ts';
import { escapeWords } from '../paper/inline-markdown.ts';
import { tableBlock } from '../paper/make-blocks.ts';
import type { TableRow } from '../paper/block-form.ts';

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
    for (let fields = fieldsOf(blocks[end]!, names); fields !== null; fields = fieldsOrBetween(blocks, end, lines.length, names)) {
      lines.push(...fields);
      end++;
    }
    const joint = lines.length === 0 ? null : withTableBehind(lines, blocks.slice(end), names);
    if (joint) return [...blocks.slice(0, start), ...joint];
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
  const part = (from: number, to: number): TextBlock => ({
    ...block,
    lines: lines.slice(from, to),
    form: { ...form, markdown: form.markdown.slice(from, to) },
  });
  const fields = lines.slice(0, length < 0 ? lines.length : length).map((_, at) => part(at, at + 1));
  return length < 0 ? fields : [...fields, part(length, lines.length)];
}

/**
 * Blocks behind the first part of a header among which its second part is looked for, as where the author stands over the title and the
 * rest under it.
 */
const titleBlocks = 3;

/**
 * The blocks behind the first lines of a header, where it goes on as a table under the title: the whole as one table, in front of the
 * title. Null where it does not.
 */
function withTableBehind(lines: readonly string[], blocks: readonly TextBlock[], names: KnownNames): readonly TextBlock[] | null {
  const at = blocks.slice(0, titleBlocks).findIndex(({ form }) => form?.kind === 'table');
  const block = blocks[at];
  if (block?.form?.kind !== 'table' || (readHeaderTable(block, names)?.length ?? 0) < 2 || block.form.rows.some(namesColumns)) return null;
  const typed = lines.map((line): TableRow => ({
    isHeader: false,
    cells: line.split('\t').map((text) => ({ text, markdown: escapeWords(text) })),
  }));
  const table = tableBlock([...typed, ...block.form.rows], false);
  return table && [table, ...blocks.slice(0, at), ...blocks.slice(at + 1)];
}

/** The lines of a header that goes on behind the title, and the blocks without them. */
function moreBehindTitle(
  blocks: readonly TextBlock[],
  end: number,
  names: KnownNames,
): { readonly fields: readonly string[]; readonly rest: readonly TextBlock[] } {
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

/** The fields of the next block; where its label is known by nobody, those too, if the header goes on behind it with one that is. */
function fieldsOrBetween(blocks: readonly TextBlock[], at: number, before: number, names: KnownNames): readonly string[] | null {
  const block = blocks[at];
  const fields = block ? fieldsOf(block, names) : null;
  if (fields || !block || before < 2 || block.form?.kind !== 'paragraph' || block.lines.length > 1) return fields;
  const found = anyField.exec(block.lines[0]!.trim());
  const goesOn = blocks.slice(at + 1, at + 1 + mostBetween).some((next) => fieldsOf(next, names) !== null);
  return found && goesOn && names.section(found[1]!) === null ? [`${found[1]!}:\t${found[2]!}`] : null;
}

/** A line with a label of which nobody knows what it stands for. */
const anyField = /^(\p{Lu}[^:\t.]{2,50}?)\s*:\s*(\S[^\t]{0,100})$/u;
/** Most blocks of a header in a row whose labels are not known. */
const mostBetween = 2;

/** Labels and values, parted by tabs, of a block that is nothing else; null for anything else. */
function fieldsOf(block: TextBlock, names: KnownNames): readonly string[] | null {
  if (block.form ? block.form.kind !== 'paragraph' || block.lines.length > 1 : block.lines.length > mostLines) return null;
  const fields = block.lines
    .flatMap((line) => besideEachOther(line.trim()))
    .map((line, index) => fieldOf(line, names) ?? (index > 0 && block.lines.length === 1 ? anyFieldOf(line) : null));
  return fields.every((field) => field !== null) ? fields : null;
}

/** "Author: Ada Marlow Role: Director", whose parts a tab kept apart, as the two fields that it holds. */
const besideEachOther = (line: string): readonly string[] => {
  const [first, ...more] = line.split(/\s+(?=(?:Role|Post|Position|Job title):\s*\S)/);
  return more.length > 0 && first!.includes(':') ? [first!, ...more] : [line];
};

function anyFieldOf(line: string): string | null {
  const found = anyField.exec(line);
  return found && `${found[1]!}:\t${found[2]!}`;
}

function fieldOf(line: string, names: KnownNames): string | null {
  const found = /^([^:\t]{1,59}?[^:\t\s])(?:\s*:\s*|\s+[–—-]\s+)(\S[^\t]*)$/.exec(line);
  return found && names.key(found[1]!) !== null ? `${found[1]!}:\t${found[2]!}` : null;
}
