import { wordsAlone } from '../../words.ts';
import { joined, type TextBlock } from '../paper/blocks.ts';
import { paragraphBlock } from '../paper/make-blocks.ts';

const head = /^(?:table of )?contents(?: pages?(?: (?:no|number)\.?)?)?:?$/i;
/** An entry: words, dots or white space, the number of a page. */
const entry = /^(\S.*?)(?:[\s.…·_]*[\t.…·_ ])(?:page\s?)?(\d{1,3}|[ivxl]{1,6})(?:\s?[-–]\s?\d{1,3})?$/i;
/** The heads of the columns of a list that is laid out as a table. */
const columnHeads = /^(?:(?:section|chapter|part|item|title|contents)s?\s+)?pages?(?: (?:no|number)s?\.?)?$/i;
/** Entries that make a list of contents, and not a heading that happens to be called so. */
const fewest = 2;
/** Entries that make one without the word “Contents” over them, and blocks at the head of a paper among which it is looked for. */
const fewestUnnamed = 3;
const headBlocks = 40;
/** Most lines between two entries that have no number: the name of a part of the paper. */
const mostUnnumbered = 2;

export interface WithoutContents {
  readonly blocks: readonly TextBlock[];
  /** What was left out, line by line. */
  readonly lines: readonly string[];
}

/**
 * The list of contents of a paper whose format does not mark it: taken out, because its numbers are those of other pages. An entry whose
 * words stand nowhere else in the paper stays, without its number.
 */
export function withoutContents(blocks: readonly TextBlock[]): WithoutContents {
  const start = blocks.findIndex((block) => head.test(joined(block)) || head.test(block.lines[0]!.trim()));
  if (start < 0) return withoutUnnamed(blocks);
  const headOnly = head.test(joined(blocks[start]!));
  // The list itself was left out as belonging to the page.
  if (headOnly && blocks[start]!.form?.kind === 'heading' && blocks[start + 1]?.form?.kind === 'heading')
    return { blocks: [...blocks.slice(0, start), ...blocks.slice(start + 1)], lines: [joined(blocks[start]!)] };
  const linked = headOnly ? namedBelow(blocks, start + 1) : 0;
  if (linked >= fewest)
    return leftOut(
      blocks,
      start,
      start + 1 + linked,
      blocks.slice(start + 1, start + 1 + linked).map((block) => ({ words: [joined(block)], line: joined(block) })),
      joined(blocks[start]!),
    );
  const name = blocks[start]!.lines[0]!.trim();
  const list = headOnly
    ? entriesFrom(blocks.slice(start + 1))
    : entriesFrom([{ ...blocks[start]!, lines: blocks[start]!.lines.slice(1) }, ...blocks.slice(start + 1)]);
  return list.entries.length < fewest
    ? { blocks, lines: [] }
    : leftOut(blocks, start, start + list.blocks + (headOnly ? 1 : 0), list.entries, headOnly ? joined(blocks[start]!) : name);
}

/** A list without a name over it: every entry but a few stands later in the paper as a line of its own. */
function withoutUnnamed(blocks: readonly TextBlock[]): WithoutContents {
  for (let start = 0; start < Math.min(headBlocks, blocks.length); start++) {
    if (!entry.test(joined(blocks[start]!)) && !entry.test(blocks[start]!.lines[0]!.trim())) continue;
    const { entries, blocks: length } = entriesFrom(blocks.slice(start));
    if (entries.length < fewestUnnamed) continue;
    const alone = new Set(blocks.slice(start + length).map((block) => plain(joined(block))));
    if (entries.filter(({ words }) => alone.has(plain(words.join(' ')))).length * 5 >= entries.length * 4)
      return leftOut(blocks, start, start + length, entries, null);
  }
  return { blocks, lines: [] };
}

interface Entry {
  /** Without the number of the page; several where a line without a number stands before it. */
  readonly words: readonly string[];
  /** As printed. */
  readonly line: string;
}

/** The entries at the start of some blocks, and how many blocks they take: the numbers of their pages go up. */
function entriesFrom(blocks: readonly TextBlock[]): { readonly entries: readonly Entry[]; readonly blocks: number } {
  const entries: Entry[] = [];
  let taken = 0;
  let page = 0;
  let waiting: string[] = [];
  for (const [at, block] of blocks.entries()) {
    const own: Entry[] = [];
    const named = new Set(entries.map(({ words }) => plain(words.join(' '))));
    let isList = block.lines.length > 0;
    for (const line of block.lines.map((text) => text.trim())) {
      const found = entry.exec(line);
      const number = found ? Number(found[2]!) : Number.NaN;
      if (found && (Number.isNaN(number) || number >= page)) {
        if (!Number.isNaN(number)) page = number;
        own.push({ words: [...waiting, found[1]!.replace(/\t/g, ' ').trim()], line: [...waiting, line.replaceAll('\t', ' ')].join(' ') });
        waiting = [];
      } else if (found || named.has(plain(line)) || line.length > 150 || waiting.length >= mostUnnumbered) isList = false;
      // A long entry goes over two lines, of which the last has the number.
      else waiting.push(line.replaceAll('\t', ' '));
      if (!isList) break;
    }
    if (!isList) break;
    entries.push(...own);
    if (waiting.length === 0) taken = at + 1;
    else if (own.length > 0) break;
  }
  return { entries, blocks: taken };
}

/** The paper without the list, but with those of its entries whose words stand nowhere else, under the name of the list. */
function leftOut(
  blocks: readonly TextBlock[],
  start: number,
  end: number,
  entries: readonly Entry[],
  name: string | null,
): WithoutContents {
  const around = [...blocks.slice(0, start), ...blocks.slice(end)];
  const text = around.map((block) => plain(joined(block))).join(' ');
  const stands = (words: string): boolean => columnHeads.test(words) || plain(words) === '' || text.includes(plain(words));
  const only = entries.filter(({ words }) => !stands(words.join(' '))).flatMap(({ words }) => words.filter((one) => !stands(one)));
  const isFormed = blocks.some(({ form }) => form !== undefined);
  const kept = only.flatMap((words) =>
    isFormed
      ? (paragraphBlock([{ text: words }], { list: { depth: 0, marker: null } }) ?? [])
      : { lines: [`- ${words}`], line: -1, afterPageBreak: false },
  );
  const named =
    kept.length > 0 && name !== null ? [head.test(joined(blocks[start]!)) ? blocks[start]! : { ...blocks[start]!, lines: [name] }] : [];
  return {
    blocks: [...blocks.slice(0, start), ...named, ...kept, ...blocks.slice(end)],
    lines: [...(name === null ? [] : [name]), ...entries.map(({ line }) => line)],
  };
}

/** Words alone, without a number before them, for telling whether they stand elsewhere. */
const plain = (words: string): string => wordsAlone(words.replace(/^(?:\d+(?:\.\d+)*[.)]?|[a-z][.)])\s+/i, ''));

/** How many of the blocks right under the word “Contents” are headings of the paper: the list of links at the head of a web page. */
function namedBelow(blocks: readonly TextBlock[], from: number): number {
  const headings = new Set(
    blocks
      .slice(from)
      .filter(({ form }) => form?.kind === 'heading')
      .map((block) => plain(joined(block))),
  );
  const isNamed = (block: TextBlock): boolean => headings.has(plain(joined(block)));
  const after = blocks.slice(from).findIndex(({ form }) => form?.kind !== 'item');
  const items = after < 0 ? [] : blocks.slice(from, from + after);
  if (items.length > 0) return items.filter(isNamed).length * 5 >= items.length * 4 ? items.length : 0;
  // An entry with a number ("2. Conclusion") looks like an item among the others.
  const next = blocks
    .slice(from)
    .findIndex((block) => (block.form?.kind !== 'paragraph' && block.form?.kind !== 'item') || !isNamed(block));
  return Math.max(0, next);
}
