import { isIndentedCode, sameContainer, sameKindOf } from './blocks.ts';
import { keepingOldBlocks, type Replacement } from './changes.ts';
import { labelsDefinedIn, type Definitions } from './definitions.ts';
import { endsBlank, firstLines, nextLine } from './lines.ts';
import type { DefinedOutside } from './markdown.ts';
import { readBlocks, type Before, type Reading } from './read.ts';
import type { Block, Container } from './syntax.ts';

/** Blocks that are to be read again. */
export interface Touched {
  /** First and last block whose text changed, or that are to be read again as they are. */
  readonly first: number;
  readonly last: number;
  /** The new text of those blocks. */
  readonly text: string;
  /** Start with the block before: where the text changed, it may be another block than it was, or have joined the one before it. */
  readonly backUp: boolean;
  /**
   * Start at the start of the document and read at least so many characters, whatever else: front matter came, went or changed its length.
   */
  readonly atLeast: number | null;
}

/**
 * Reads touched blocks again, in a window that begins where a text can be read on its own and ends where the old blocks are met again: at a
 * block (or item, or row) whose first lines, read after the window, come out at the same place and as the same thing as before. Where they
 * do not, the window grows, at least doubling, up to the end of the document.
 */
export function readAgain(row: readonly Block[], touched: Touched, definitions: Definitions, reading: Reading): Replacement {
  let from = touched.atLeast === null ? touched.first - (touched.backUp ? 1 : 0) : 0;
  while (from > 0 && !beforeOf(row, from)) from--;
  for (;;) {
    const replacement = readFrom(row, Math.max(0, from), touched, definitions, reading);
    if (replacement) return keepingOldBlocks(row, replacement);
    // the list or table does not go on: begin with what stands before it
    do from--;
    while (from > 0 && beforeOf(row, from) !== 'nothing');
  }
}

function readFrom(row: readonly Block[], from: number, touched: Touched, definitions: Definitions, reading: Reading): Replacement | null {
  const before = beforeOf(row, from)!;
  let body = textOf(row, from, touched.first) + touched.text;
  let to = touched.last + 1;
  let wanted = touched.atLeast ?? 0;
  for (;;) {
    while (to < row.length && !(body.length >= wanted && canEndBefore(row, to, body))) body += row[to++]!.text;
    const defined = definedOutside(definitions, row, from, to);
    const meeting = to < row.length ? row[to]! : null;
    const fresh = readBlocks(body + (meeting ? openingOf(meeting) : ''), body.length, before, defined, reading);
    if (!fresh) return null;
    if (!meeting) return { from, removed: row.slice(from), inserted: fresh };
    const meets = meetingPlace(fresh, body.length, meeting);
    if (meets >= 0) return joinOn(row, { from, removed: row.slice(from, to), inserted: fresh.slice(0, meets) }, fresh[meets]!.container);
    wanted = body.length + Math.max(256, body.length);
    body += row[to++]!.text;
  }
}

const textOf = (row: readonly Block[], from: number, to: number): string => {
  let text = '';
  for (let i = from; i < to; i++) text += row[i]!.text;
  return text;
};

/** How the text from a block on can be read on its own; null where it cannot. */
function beforeOf(row: readonly Block[], index: number): Before | null {
  if (index <= 0) return 'document-start';
  const block = row[index]!;
  const previous = row[index - 1]!;
  if (previous.kind === 'front-matter') return 'nothing';
  if (block.container && !block.opensContainer) return isCut(block) ? continuationOf(row, index, block.container) : null;
  if (!endsBlank(previous.text)) return null; // glued to the block before: a definition, a paragraph that something interrupts
  if (isIndentedCode(previous)) return null; // after indented code micromark still takes what follows for an interruption
  if (isIndentedCode(block) && previous.kind === 'list-item') return null; // its first line counts as lazy there
  return 'nothing';
}

/** Whether nothing that is left unread for its length can reach over the start of an item or row: see `shorten`. */
const isCut = ({ kind, text }: Block): boolean => kind === 'list-item' || text.slice(0, nextLine(text, 0)).includes('|');

function continuationOf(row: readonly Block[], index: number, container: Container): Before | null {
  if (container.type === 'list') return { container, header: '' };
  return { container, header: row[firstOf(row, index, container)]!.text };
}

/** Index of the first block of the list or table that a block belongs to. */
function firstOf(row: readonly Block[], index: number, container: Container): number {
  let low = 0;
  let high = index;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (row[middle]!.container === container) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether the window may end before a block: nothing at its end can reach into the block, nor the block's first lines change with it. */
function canEndBefore(row: readonly Block[], index: number, body: string): boolean {
  const block = row[index]!;
  if (block.container && !block.opensContainer) return isCut(block);
  const previous = row[index - 1]!;
  return endsBlank(previous.text) && endsBlank(body) && !isIndentedCode(block) && !isIndentedCode(previous);
}

/** As much of a block as tells what it is. */
function openingOf({ text, kind, opensContainer }: Block): string {
  if (kind === 'flow' || opensContainer) return firstLines(text, 3);
  return firstLines(text, kind === 'list-item' ? 2 : 1);
}

/** Index of the fresh block at which the old row is met again; -1 where it is not. */
function meetingPlace(fresh: readonly Block[], at: number, meeting: Block): number {
  let index = 0;
  for (let offset = 0; offset < at; index++) {
    if (index === fresh.length) return -1;
    offset += fresh[index]!.text.length;
    if (offset > at) return -1;
  }
  const found = fresh[index];
  if (!found || found.kind !== meeting.kind || found.opensContainer !== meeting.opensContainer) return -1;
  const [node, oldNode] = [found.nodes[0], meeting.nodes[0]];
  if (node?.type !== oldNode?.type || node?.position!.start.offset !== oldNode?.position!.start.offset) return -1;
  if (found.container && !found.opensContainer) {
    return index === fresh.length - 1 && sameKindOf(found.container, meeting.container!) ? index : -1;
  }
  return index > 0 && isIndentedCode(fresh[index - 1]!) ? -1 : index;
}

/**
 * Where the window ends inside a list or table, the rest of it belongs to the list or table that the fresh blocks say it does: the old
 * object where nothing else has it, or the fresh one, which the rest is then given.
 */
function joinOn(row: readonly Block[], replacement: Replacement, fresh: Container | null): Replacement {
  const { from, removed, inserted } = replacement;
  const end = from + removed.length;
  const old = row[end]!.container;
  if (!fresh || row[end]!.opensContainer || fresh === old || !old) return replacement;
  const oldIsUsedBefore = from > 0 && row[from - 1]!.container === old;
  const freshIsUsedBefore = from > 0 && row[from - 1]!.container === fresh;
  if (!oldIsUsedBefore && !freshIsUsedBefore && sameContainer(old, fresh)) {
    return { from, removed, inserted: inserted.map((block) => (block.container === fresh ? { ...block, container: old } : block)) };
  }
  let rest = end;
  while (rest < row.length && row[rest]!.container === old && !row[rest]!.opensContainer) rest++;
  const rejoined = row.slice(end, rest).map((block) => ({ ...block, container: fresh }));
  return { from, removed: row.slice(from, rest), inserted: [...inserted, ...rejoined] };
}

function definedOutside(definitions: Definitions, row: readonly Block[], from: number, to: number): DefinedOutside {
  const inside = new Map<string, number>();
  for (let i = from; i < to; i++) for (const label of labelsDefinedIn(row[i]!)) inside.set(label, (inside.get(label) ?? 0) + 1);
  return (label) => (definitions.get(label) ?? 0) > (inside.get(label) ?? 0);
}
