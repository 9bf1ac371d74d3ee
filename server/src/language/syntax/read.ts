import { blankBlock, isIndentedCode, toBlocks, type Continuation } from './blocks.ts';
import { labelsDefinedIn, labelsSeeminglyDefined, mayReferTo } from './definitions.ts';
import { frontMatterEnd } from './front-matter.ts';
import { endsBlank, isBlankText, nextLine } from './lines.ts';
import type { Bounds } from './bounds.ts';
import type { DefinedOutside, ParseMarkdown } from './markdown.ts';
import { readPlain } from './plain-blocks.ts';
import { nextBoundary } from './slices.ts';
import type { Block, ParseCost } from './syntax.ts';

/**
 * What stands before a text that is to be read: the start of the document, an earlier part of the same list or table, or nothing that
 * matters.
 */
export type Before = 'document-start' | 'nothing' | Continuation;

/** How texts are read, the same for a whole document and for a window of it. */
export interface Reading {
  /** Characters that are handed to the Markdown parser at a time, about: it is slower by the character on long texts. */
  readonly sliceLength: number;
  readonly markdown: ParseMarkdown;
  /** Bounds that plain text is read within, without remark-parse; null where it is to read everything. */
  readonly plain: Bounds | null;
  readonly meter: Meter;
}

/** Counts what is handed to the Markdown parser. */
export class Meter implements ParseCost {
  characters = 0;
  parses = 0;

  count(text: string): void {
    this.characters += text.length;
    this.parses += 1;
  }
}

/**
 * The blocks of a text, or null where the list or table before it does not go on in it.
 *
 * @param own where the opening of what stands behind it begins: only to tell what ends there, see {@link ParseMarkdown}.
 */
export function readBlocks(
  text: string,
  own: number,
  before: Before,
  definedOutside: DefinedOutside,
  reading: Reading,
): readonly Block[] | null {
  const slices = readInSlices(text, own, before, definedOutside, reading);
  let step = slices.next();
  while (!step.done) step = slices.next();
  return step.value;
}

/**
 * As {@link readBlocks}, with what has been read after each slice: the same array each time, longer. Whether something in it
 * is a link to a definition that comes later is, until all is read, a guess.
 */
export function* readInSlices(
  text: string,
  own: number,
  before: Before,
  definedOutside: DefinedOutside,
  reading: Reading,
): Generator<readonly Block[], readonly Block[] | null> {
  const front = before === 'document-start' ? readFrontMatter(text) : null;
  if (!front) return yield* readBody(text, 0, own, before, definedOutside, reading, []);
  if (front.text.length === text.length) return [front];
  // From an index on, and not a piece of the text: looking at the characters of a piece takes several times as long.
  return yield* readBody(text, front.text.length, own, 'nothing', definedOutside, reading, [front]);
}

/** A part of a text that is handed to the parser in one go. */
interface Read {
  readonly from: number;
  readonly before: Before;
  /** What was read: the slice, with the opening of what follows it. */
  readonly text: string;
  /** Where in it that opening begins. */
  readonly own: number;
}

/** The same, with its blocks. */
interface Slice extends Read {
  readonly blocks: readonly Block[];
}

function* readBody(
  text: string,
  start: number,
  own: number,
  before: Before,
  definedOutside: DefinedOutside,
  reading: Reading,
  front: readonly Block[],
): Generator<readonly Block[], readonly Block[] | null> {
  const slices: Slice[] = [];
  const labels = new Set<string>();
  const guessed = text.length - start > reading.sliceLength ? labelsSeeminglyDefined(text.slice(start, own)) : new Set<string>();
  const known: DefinedOutside = (label) => labels.has(label) || guessed.has(label) || definedOutside(label);
  const soFar: Block[] = [...front];
  let at = start;
  let next = before;
  let wanted = reading.sliceLength;
  let mayBePlain = true;
  for (;;) {
    const plain: FoundSlice | null = mayBePlain ? readPlainSlice(text, at, next, own, reading) : null;
    const slice: FoundSlice | null = plain ?? readSlice(text, at, next, own, wanted, known, reading);
    if (!slice) {
      // the list or table does not go on after all: read it again together with the slice before
      const previous = slices.pop();
      if (!previous) return null;
      soFar.length -= previous.blocks.length;
      ({ from: at, before: next } = previous);
      wanted = 2 * Math.max(wanted, previous.text.length);
      mayBePlain = false;
      continue;
    }
    slices.push(slice);
    for (const label of labelsDefinedBy(slice)) labels.add(label);
    for (const block of slice.blocks) soFar.push(block);
    if (slice.end === text.length) break;
    yield soFar;
    at = slice.end;
    next = slice.after;
    // Where something is not plain, little is read at first: what follows may be. Where nothing is, as much as is best.
    wanted = !reading.plain ? reading.sliceLength : plain ? shortest : Math.min(2 * Math.max(wanted, shortest), reading.sliceLength);
    mayBePlain = true;
  }
  // What was read in vain may have defined what nothing does now.
  const definedHere = new Set(labels.size > 0 ? slices.flatMap(labelsDefinedBy) : []);
  const defined: DefinedOutside = (label) => definedHere.has(label) || definedOutside(label);
  const misjudged = new Set([...labels].filter((label) => !guessed.has(label)));
  for (const label of guessed) if (!defined(label)) misjudged.add(label);
  return readReferencesAgain(slices, soFar, front.length, misjudged, defined, reading);
}

/** Characters that remark-parse is handed where it is to read as little as it can. */
const shortest = 100;

type FoundSlice = Slice & { readonly end: number; readonly after: Before };

/** A slice of plain text; null where there is none. */
function readPlainSlice(
  text: string,
  from: number,
  before: Before,
  own: number,
  { plain, sliceLength, meter }: Reading,
): FoundSlice | null {
  const found = plain && readPlain(text, from, typeof before === 'string' ? null : before, sliceLength, plain);
  if (!found) return null;
  const read = text.slice(from, found.end);
  meter.count(read);
  return { from, before, text: read, own: own - from, ...found };
}

/** Reads one slice; it grows until its end can be cut off. Null where the list or table before it does not go on. */
function readSlice(
  text: string,
  from: number,
  before: Before,
  own: number,
  wanted: number,
  defined: DefinedOutside,
  reading: Reading,
): FoundSlice | null {
  for (let length = wanted; ; length *= 2) {
    const end = nextBoundary(text, from + length);
    // as much of what follows as tells that something new begins with it
    const opening = text.slice(end, Math.min(nextLine(text, end), end + 80));
    const read: Read = { from, before, text: text.slice(from, end) + opening, own: Math.min(end, own) - from };
    const blocks = parseBlocks(read, defined, reading);
    if (!blocks) return null;
    if (end === text.length) return { ...read, blocks, end, after: 'nothing' };
    const kept = blocksBefore(blocks, end - from);
    if (kept < 0) continue;
    const after = whatFollows(blocks, kept, before);
    if (after) return { ...read, blocks: blocks.slice(0, kept), end, after };
  }
}

function parseBlocks({ text, before, own }: Read, defined: DefinedOutside, { markdown, meter }: Reading): Block[] | null {
  const continuation = typeof before === 'string' ? null : before;
  const header = continuation?.header ?? '';
  const source = header + text;
  meter.count(source);
  return toBlocks(source, markdown(source, defined, header.length + own, before === 'document-start'), continuation);
}

/** The labels that a slice defines, without those that the opening behind it seems to. */
function labelsDefinedBy({ blocks, own }: Slice): readonly string[] {
  let offset = 0;
  return blocks.flatMap((block) => {
    const isOwn = offset < own;
    offset += block.text.length;
    return isOwn ? labelsDefinedIn(block) : [];
  });
}

/** How many blocks make up the first `length` characters; -1 where no block ends there. */
function blocksBefore(blocks: readonly Block[], length: number): number {
  let offset = 0;
  let index = 0;
  while (offset < length && index < blocks.length) offset += blocks[index++]!.text.length;
  return offset === length && index < blocks.length ? index : -1;
}

/** How the text from a block on can be read on its own; null where it cannot. */
function whatFollows(blocks: readonly Block[], index: number, before: Before): Before | null {
  const { container, opensContainer, kind, nodes } = blocks[index]!;
  if (nodes[0]?.position!.start.offset !== 0) return null;
  if (!container || opensContainer) {
    const previous = blocks[index - 1]!;
    return endsBlank(previous.text) && !isIndentedCode(previous) ? 'nothing' : null;
  }
  if (index !== blocks.length - 1) return null;
  if (kind === 'list-item') return { container, header: '' };
  const header = blocks.findLast((block) => block.opensContainer)?.text;
  return { container, header: header ?? (before as Continuation).header };
}

/** Reads again the slices that may refer to a label that was misjudged: defined only later, or not at all. */
function readReferencesAgain(
  slices: readonly Slice[],
  blocks: readonly Block[],
  offset: number,
  misjudged: ReadonlySet<string>,
  defined: DefinedOutside,
  reading: Reading,
): readonly Block[] {
  const later = new Set(misjudged);
  const result = blocks.slice();
  let index = offset;
  for (const slice of slices) {
    for (const label of labelsDefinedBy(slice)) later.delete(label);
    if (later.size === 0) break;
    if (slice.blocks.some((block) => mayReferTo(block, later))) {
      const again = parseBlocks(slice, defined, reading);
      // only words become links or cease to be: the blocks are the same, and so are the lists and tables that they belong to
      slice.blocks.forEach((block, i) => {
        const { nodes, leftUnread } = again?.[i] ?? block;
        result[index + i] = { ...block, nodes, leftUnread };
      });
    }
    index += slice.blocks.length;
  }
  return result;
}

/** Front matter with the blank lines after it, or null where there is none. */
function readFrontMatter(text: string): Block | null {
  const end = frontMatterEnd(text);
  return end < 0 ? null : { ...blankBlock(text.slice(0, afterBlankLines(text, end))), kind: 'front-matter' };
}

function afterBlankLines(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const next = nextLine(text, at);
    if (!isBlankText(text.slice(at, next))) return at;
    at = next;
  }
  return at;
}
