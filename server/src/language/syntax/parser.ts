import type { TextEdit } from '../text/span.ts';
import { replaced, withChange } from './changes.ts';
import { changeDefinitions, definitionsOf, labelsThatDiffer, mayReferTo, rememberDefinitions, type Definitions } from './definitions.ts';
import { closingLineEnd, frontMatterEnd, opensFrontMatter } from './front-matter.ts';
import { blockAt, layOutAfter, layoutOf, type Layout } from './layout.ts';
import { usualBounds } from './bounds.ts';
import { createMarkdown, definedNowhere } from './markdown.ts';
import { Meter, readBlocks, readInSlices, type Reading } from './read.ts';
import type { Block, BlockChange, Parser, Reparsed, Syntax } from './syntax.ts';
import { readAgain, type Touched } from './window.ts';

/** A parser that can also let others in while it reads a long document. */
export interface SlicedParser extends Parser {
  /**
   * As `parse`, a slice at a time: after each, what has been read so far, to show. Its blocks are final, but whether something is a link to
   * a definition that comes later is a guess until then.
   */
  parseSlices(text: string): Generator<Syntax, Syntax>;
}

/** Characters handed to remark-parse at a time: short is faster by the character, but each time costs something. Measured. */
const usualSliceLength = 2000;

/**
 * The Markdown parser: unified and remark-parse, a part at a time. Keeps nothing between calls.
 *
 * @param sliceLength and bounds: for tests that want many slices and all bounds met in a short text; `readsPlain` for those that compare plain
 * text, which is read without remark-parse, with what that makes of it.
 */
export function createParser(sliceLength = usualSliceLength, bounds = usualBounds, readsPlain = true): SlicedParser {
  const markdown = createMarkdown(bounds);
  const reading = (): Reading => ({ sliceLength, markdown, plain: readsPlain ? bounds : null, meter: new Meter() });
  return {
    parse: (text) => ({ blocks: readBlocks(text, text.length, 'document-start', definedNowhere, reading()) ?? [], length: text.length }),
    parseSlices: (text) => parseSlices(text, reading()),
    reparse: (previous, edit) => reparse(previous, edit, reading()),
  };
}

function* parseSlices(text: string, reading: Reading): Generator<Syntax, Syntax> {
  const slices = readInSlices(text, text.length, 'document-start', definedNowhere, reading);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return { blocks: value ?? [], length: text.length };
    const blocks = value.slice();
    yield { blocks, length: blocks.reduce((sum, block) => sum + block.text.length, 0) };
  }
}

function reparse(previous: Syntax, edit: TextEdit, reading: Reading): Reparsed {
  const before = definitionsOf(previous);
  const layout = layoutOf(previous);
  const touched = touchedBy(layout, edit);
  const replacement = readAgain(previous.blocks, touched, before, reading);
  const { from, removed, inserted } = replacement;
  const after = changeDefinitions(before, removed, inserted);
  let blocks = replaced(previous.blocks, replacement);
  let changes = withChange([], { from, removed: removed.length, inserted: inserted.length });
  const differing = labelsThatDiffer(before, after);
  if (differing.size > 0) ({ blocks, changes } = readReferencesAgain(blocks, changes, differing, after, reading));
  const length = lengthAfter(previous, edit);
  const syntax: Syntax = { blocks, length };
  rememberDefinitions(syntax, after);
  if (changes.length <= 1) layOutAfter(layout, syntax, changes[0] ?? { from: 0, removed: 0, inserted: 0 });
  return { syntax, changes, cost: reading.meter };
}

/** Reads again the blocks that may refer to labels that came to be defined or ceased to be. */
function readReferencesAgain(
  row: readonly Block[],
  changesSoFar: BlockChange[],
  labels: ReadonlySet<string>,
  definitions: Definitions,
  reading: Reading,
): { blocks: readonly Block[]; changes: BlockChange[] } {
  let blocks = row;
  let changes = changesSoFar;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (!mayReferTo(block, labels)) continue;
    const replacement = readAgain(blocks, { first: i, last: i, text: block.text, backUp: false, atLeast: null }, definitions, reading);
    const { from, removed, inserted } = replacement;
    if (removed.length === 0 && inserted.length === 0) continue;
    blocks = replaced(blocks, replacement);
    changes = withChange(changes, { from, removed: removed.length, inserted: inserted.length });
    i = Math.max(i, from + inserted.length - 1);
  }
  return { blocks, changes };
}

const clampedSpan = ({ length }: Syntax, { span }: TextEdit): { start: number; end: number } => {
  const start = Math.max(0, Math.min(span.start, length));
  return { start, end: Math.max(start, Math.min(span.end, length)) };
};

function lengthAfter(previous: Syntax, edit: TextEdit): number {
  const { start, end } = clampedSpan(previous, edit);
  return previous.length - (end - start) + edit.newText.length;
}

function touchedBy(layout: Layout, edit: TextEdit): Touched {
  const { blocks } = layout.syntax;
  const { start, end } = clampedSpan(layout.syntax, edit);
  const first = blockAt(layout, start);
  const last = blockAt(layout, end);
  const head = blocks[first]!.text.slice(0, start - layout.starts[first]!);
  const tail = blocks[last]!.text.slice(end - layout.starts[last]!);
  const text = head + edit.newText + tail;
  return { first, last, text, backUp: true, atLeast: frontMatterReach(layout, first, last, text) };
}

/**
 * How far a window must reach because front matter came, went, or changed its length; null where it did not. Looks at no more of the
 * document than it must: at lines that were touched, unless the document now begins with front matter that they do not close.
 */
function frontMatterReach({ syntax, starts }: Layout, first: number, last: number, text: string): number | null {
  const { blocks } = syntax;
  const had = blocks[0]!.kind === 'front-matter';
  if (first > 0) {
    if (had || !opensFrontMatter(blocks[0]!.text)) return null;
    const end = closingLineEnd(text, 0);
    return end < 0 ? null : starts[first]! + end;
  }
  if (!opensFrontMatter(text)) return had ? 0 : null;
  let end = frontMatterEnd(text);
  let base = text.length;
  for (let i = last + 1; end < 0 && i < blocks.length; i++) {
    const found = closingLineEnd(blocks[i]!.text, 0);
    if (found >= 0) end = base + found;
    base += blocks[i]!.text.length;
  }
  return end < 0 ? (had ? 0 : null) : end;
}
