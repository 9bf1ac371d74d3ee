import { lineEndingOf } from '../../rules/insertion.ts';
import type { Snapshot } from '../../snapshot.ts';
import { runsByContainer } from '../../syntax/containers.ts';
import { layoutOf } from '../../syntax/layout.ts';
import { createParser, type SlicedParser } from '../../syntax/parser.ts';
import type { Block, Syntax } from '../../syntax/syntax.ts';
import type { Span, TextEdit } from '../../text/span.ts';
import { formatList } from './list.ts';
import { readsTheSame } from './same-meaning.ts';
import { lineEdits, linesOf, textOfLines, type SourceLine } from '../as-written/source-lines.ts';
import { tidyLines, type BlankLinesBehind } from './spaces.ts';
import { formatTable } from './table.ts';

/** Blocks that are formatted together: a list, a table, or a block by itself. Indices of the first block and of the one behind the last. */
interface Unit {
  readonly from: number;
  readonly to: number;
}

/** A unit and the texts that its blocks are to have. */
interface Change extends Unit {
  readonly texts: readonly string[];
}

/** Most rounds: what could not be changed beside something untidy may be changed beside something tidy. */
const mostRounds = 4;

let parser: SlicedParser | undefined;

/**
 * The edits that make a document tidy: tables aligned, lists marked and indented alike, one blank line between blocks, no spaces at the
 * ends of lines. Nothing is changed that anybody reads: what Markdown would read otherwise afterwards is left as it is, and so is a block
 * that could not be read.
 *
 * @param range only what stands in it is formatted, whole lists and tables where it touches them; null for everything
 */
export function formatting({ view }: Snapshot, range: Span | null): readonly TextEdit[] {
  const { syntax, starts } = view.layout;
  const units = unitsOf(syntax.blocks).filter((unit) => range === null || isTouched(unit, syntax.blocks, starts, range));
  const ending = lineEndingOf(view);
  let current = syntax;
  for (let round = 0; round < mostRounds; round++) {
    const changes = units.flatMap((unit) => changeOf(unit, current.blocks, ending) ?? []);
    const next = accept(current, changes);
    if (next === current) break;
    current = next;
  }
  return syntax.blocks.flatMap((block, i) => lineEdits(block.text, current.blocks[i]!.text, starts[i]!));
}

function unitsOf(blocks: readonly Block[]): readonly Unit[] {
  let to = 0;
  return runsByContainer(blocks).map(({ length }) => ({ from: to, to: (to += length) }));
}

/** Whether a range has something of a unit in it, or a cursor stands in it; blank lines behind it do not count. */
function isTouched({ from, to }: Unit, blocks: readonly Block[], starts: Int32Array, range: Span): boolean {
  const start = starts[from]!;
  const end = starts[to - 1]! + blocks[to - 1]!.text.trimEnd().length;
  return start <= range.end && range.start <= end && (start < range.end || range.start === range.end);
}

function changeOf({ from, to }: Unit, blocks: readonly Block[], ending: SourceLine['ending']): Change | null {
  const own = blocks.slice(from, to);
  if (own.some(({ leftUnread }) => leftUnread !== null)) return null;
  const laidOut = layOut(own) ?? own.map(({ text }) => linesOf(text));
  const texts = own.map((block, i) =>
    block.kind === 'front-matter'
      ? tidyBehindHeader(block, blocks[from + 1], ending)
      : textOfLines(tidyLines(block, laidOut[i]!, blankLinesBehind(block, blocks[from + i + 1]), ending)),
  );
  return texts.every((text, i) => text === own[i]!.text) ? null : { from, to, texts };
}

const layOut = (blocks: readonly Block[]): readonly (readonly SourceLine[])[] | null => {
  switch (blocks[0]!.kind) {
    case 'table-row':
      return formatTable(blocks);
    case 'list-item':
      return formatList(blocks);
    default:
      return null;
  }
};

/** The header itself is YAML, and its writer's. */
function tidyBehindHeader({ text }: Block, next: Block | undefined, ending: SourceLine['ending']): string {
  const header = text.trimEnd();
  const first = /^[ \t]*(\r\n|\r|\n)?/.exec(text.slice(header.length))![1] ?? ending;
  return `${header}${first}${next ? first : ''}`;
}

function blankLinesBehind(block: Block, next: Block | undefined): BlankLinesBehind {
  if (!next) return 'none';
  const inOne = block.container !== null && block.container === next.container;
  return inOne || isGlued(block) || isGlued(next) ? 'at-most-one' : 'one';
}

/** A comment may speak of the very next line, and addresses of links stand in a row. */
const isGlued = ({ nodes }: Block): boolean => nodes.some(({ type }) => type === 'html' || type === 'definition') || nodes.length === 0;

/** The syntax with as many of the changes made as leave it reading the same. */
function accept(syntax: Syntax, changes: readonly Change[]): Syntax {
  const [first] = changes;
  if (!first) return syntax;
  parser ??= createParser();
  const reparsed = parser.reparse(syntax, editOf(syntax, changes));
  if (readsTheSame(syntax, reparsed)) return reparsed.syntax;
  if (changes.length === 1) return syntax;
  const middle = changes.length >> 1;
  return accept(accept(syntax, changes.slice(middle)), changes.slice(0, middle));
}

function editOf(syntax: Syntax, changes: readonly Change[]): TextEdit {
  const { starts } = layoutOf(syntax);
  const [from, to] = [changes[0]!.from, changes.at(-1)!.to];
  const texts = syntax.blocks.slice(from, to).map(({ text }) => text);
  for (const change of changes)
    change.texts.forEach((text, i) => {
      texts[change.from - from + i] = text;
    });
  return { span: { start: starts[from]!, end: starts[to]! }, newText: texts.join('') };
}
