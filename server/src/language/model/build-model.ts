import type { Configuration } from '../configuration/configuration.ts';
import type { Block, BlockChange, Syntax } from '../syntax/syntax.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import type { BlockModel, DocumentModel } from './document.ts';
import { type FrontMatter, noFrontMatter } from './front-matter/front-matter.ts';
import { readContext, sameContext, type ReadingContext } from './context/model-context.ts';
import { readBlock, type Extent } from './blocks/read-block.ts';
import { readFrontMatter } from './front-matter/read-front-matter.ts';
import { isUnclosed, neverClosed } from './front-matter/unclosed.ts';
import { initialState, type ReadingState, sameState } from './context/reading-state.ts';

/** What a model cost, for tests that count instead of timing. */
export interface ModelCost {
  /** Blocks read since the library was loaded. */
  readonly blocks: number;
}

let blocksRead = 0;
export const modelCost = (): ModelCost => ({ blocks: blocksRead });

/** The state behind each block that was read: where the reading of a later version takes up again. */
const statesAfter = new WeakMap<BlockModel, ReadingState>();

/**
 * Understands a whole document; with the extent `shared`, only as far as other documents may ask, and not to be given to {@link
 * updateModel}. Never throws, whatever the text.
 */
export function buildModel(
  address: DocumentAddress,
  version: number,
  syntax: Syntax,
  configuration: Configuration,
  extent: Extent = 'everything',
): DocumentModel {
  const slices = buildModelInSlices(address, version, syntax, configuration, extent);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

/** As {@link buildModel}, stopping now and then so that others can be let in. */
export function* buildModelInSlices(
  address: DocumentAddress,
  version: number,
  syntax: Syntax,
  configuration: Configuration,
  extent: Extent = 'everything',
): Generator<undefined, DocumentModel> {
  const frontMatter = frontMatterOf(syntax);
  const context = readContext(address, frontMatter, configuration);
  const blocks: BlockModel[] = [];
  let state = initialState;
  for (const block of syntax.blocks) {
    const reading = extent === 'shared' ? readShared(block, state, context) : read(block, state, context, undefined);
    blocks.push(reading.model);
    ({ state } = reading);
    if (blocks.length % blocksOfASlice === 0) yield;
  }
  return { address, version, syntax, frontMatter, context, blocks };
}

/** So many blocks take about a millisecond. */
const blocksOfASlice = 10;

export interface ModelUpdate {
  readonly model: DocumentModel;
  /** The one stretch of blocks outside of which both models share every block. */
  readonly change: BlockChange;
}

/**
 * The model of a new version, equal in everything to {@link buildModel} of its syntax. Read again are the blocks that changed, and those
 * after them for as long as what stands before them means something else than it did; all others are the same objects as before. `changes`
 * are the parser's, in ascending order; `configuration` is the one that `previous` was built with.
 */
export function updateModel(
  previous: DocumentModel,
  version: number,
  syntax: Syntax,
  changes: readonly BlockChange[],
  configuration: Configuration,
): ModelUpdate {
  const sameHead = headOf(previous.syntax) === headOf(syntax) && unclosedHeadOf(previous.syntax) === unclosedHeadOf(syntax);
  const frontMatter = sameHead ? previous.frontMatter : frontMatterOf(syntax);
  const next = sameHead ? (previous.context as ReadingContext) : readContext(previous.address, frontMatter, configuration);
  if (!sameHead && !sameContext(previous.context, next)) {
    const model = buildModel(previous.address, version, syntax, configuration);
    return { model, change: { from: 0, removed: previous.blocks.length, inserted: model.blocks.length } };
  }
  const context = previous.context as ReadingContext;
  const { blocks, change } = readAgain(previous, syntax, changes, context);
  return { model: { address: previous.address, version, syntax, frontMatter, context, blocks }, change };
}

function readAgain(
  previous: DocumentModel,
  syntax: Syntax,
  changes: readonly BlockChange[],
  context: ReadingContext,
): { blocks: readonly BlockModel[]; change: BlockChange } {
  const blocks: BlockModel[] = [];
  const first = changes[0]?.from ?? 0;
  let old = 0; // index in the previous row of the block that stands next
  let last = first; // in the new row, behind the last block that was read again
  let oldLast = first;
  const keepUntil = (end: number) => {
    while (blocks.length < end) blocks.push(previous.blocks[old++]!);
  };
  const readNext = (replaced: BlockModel | undefined) => {
    blocks.push(read(syntax.blocks[blocks.length]!, stateBehind(blocks, blocks.length), context, replaced).model);
    last = blocks.length;
  };
  changes.forEach(({ from, removed, inserted }, index) => {
    keepUntil(from);
    old += removed;
    for (let i = 1; i <= inserted; i++) readNext(i === inserted && removed > 0 ? previous.blocks[old - 1] : undefined);
    last = blocks.length;
    // On through what did not change itself, until it stands behind the same state as before.
    const end = changes[index + 1]?.from ?? syntax.blocks.length;
    while (blocks.length < end && !sameState(stateBehind(blocks, blocks.length), stateBehind(previous.blocks, old)))
      readNext(previous.blocks[old++]);
    oldLast = old;
  });
  keepUntil(syntax.blocks.length);
  return { blocks, change: { from: first, removed: oldLast - first, inserted: last - first } };
}

/** The state behind so many blocks of a row. */
const stateBehind = (blocks: readonly BlockModel[], count: number): ReadingState =>
  count === 0 ? initialState : statesAfter.get(blocks[count - 1]!)!;

/** A block as read, and the state behind it. */
interface ReadBlock {
  readonly model: BlockModel;
  readonly state: ReadingState;
}

/** Reads one block as far as other documents may ask. The state behind it is not kept: nobody reads on from here. */
function readShared(block: Block, before: ReadingState, context: ReadingContext): ReadBlock {
  blocksRead++;
  const { items, after } = readBlock(block, before, context, 'shared');
  return { model: { block, items, place: after.place, switchedOff: before.switchedOff }, state: after };
}

/**
 * Reads one block. Where it leaves the same state behind as the block that it replaces, that very state is kept, and so is the place of
 * what follows.
 */
function read(block: Block, before: ReadingState, context: ReadingContext, replaced: BlockModel | undefined): ReadBlock {
  blocksRead++;
  const { items, after } = readBlock(block, before, context, 'everything');
  const kept = replaced && statesAfter.get(replaced);
  const state = kept && sameState(kept, after) ? kept : after;
  const model: BlockModel = { block, items, place: state.place, switchedOff: before.switchedOff };
  statesAfter.set(model, state);
  return { model, state };
}

const headOf = ({ blocks }: Syntax): Block | null => (blocks[0]?.kind === 'front-matter' ? blocks[0] : null);

function frontMatterOf(syntax: Syntax): FrontMatter {
  const head = headOf(syntax);
  return head ? readFrontMatter(head.text) : unclosedHeadOf(syntax) ? neverClosed(syntax.blocks[0]!.text) : noFrontMatter;
}

/** Lines of a header under a `---` that no other closes, which Markdown takes for a rule and a paragraph. */
const unclosedHeadOf = ({ blocks: [first, second] }: Syntax): Block | null =>
  first && second && isUnclosed(first.text, second.text) ? second : null;
