import type { Nodes, RootContent } from 'mdast';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Bounds } from './bounds.ts';
import { byteOrderMarkLength } from './front-matter.ts';
import { limits } from './limits.ts';
import { inShortened, putBack, shorten, type Unread } from './unread.ts';
import { walk } from './walk.ts';

type MicromarkExtension = ReturnType<typeof gfmTable>;
type TextConstructs = NonNullable<MicromarkExtension['text']>;
type Construct = Extract<NonNullable<TextConstructs[string]>, { tokenize: unknown }>;

/** Whether a link label is defined outside the text that is being parsed. Labels as micromark normalises them. */
export type DefinedOutside = (label: string) => boolean;

export const definedNowhere: DefinedOutside = () => false;

export interface Parsed {
  readonly nodes: readonly RootContent[];
  readonly unread: readonly Unread[];
}

/**
 * Parses a stretch of Markdown. Positions are relative to the stretch: line 1, offset 0.
 *
 * What stands from offset `end` on is only the opening of what comes behind: it tells what ends there, but what it seems to define may turn
 * out to be something else (`[a]: b` over `:-` is a table), so that it defines nothing.
 *
 * `atStart` says that the stretch opens the document: a byte-order mark there is not part of the Markdown, though it is counted; anywhere
 * else it is a character like others.
 */
export type ParseMarkdown = (text: string, definedOutside: DefinedOutside, end: number, atStart: boolean) => Parsed;

/** unified and remark-parse, with the extensions of the dialect and with bounds. */
export function createMarkdown(bounds: Bounds): ParseMarkdown {
  const processorFor = processorsWith(bounds);
  return (text, definedOutside, end, atStart) => {
    const mark = atStart ? byteOrderMarkLength(text) : 0;
    const shortened = shorten(mark ? text.slice(mark) : text, bounds);
    // micromark drops a byte-order mark that opens what it is given, and does not count it: it is given one more to drop
    const extra = byteOrderMarkLength(shortened.text) ? shortened.text[0]! : '';
    const { nodes, gaveUpAt } = processorFor(shortened.text)(
      extra + shortened.text,
      definedOutside,
      inShortened(shortened.cuts, end - mark),
    );
    const unread = putBack(nodes, gaveUpAt, shortened.cuts);
    if (mark === 0) return { nodes, unread };
    for (const node of nodes) countByteOrderMark(node);
    return { nodes, unread: unread.map(({ offset, reason }) => ({ offset: offset + mark, reason })) };
  };
}

function countByteOrderMark(node: Nodes): void {
  walk(node, ({ position }) => {
    for (const point of position ? [position.start, position.end] : []) {
      point.offset! += 1;
      if (point.line === 1) point.column += 1;
    }
  });
}

type Processor = (
  text: string,
  definedOutside: DefinedOutside,
  end: number,
) => { readonly nodes: RootContent[]; readonly gaveUpAt: readonly number[] };

/**
 * The extensions cost more than CommonMark itself, so that each is used only where the text has a character without which it does
 * nothing: the result is the same as with all of them.
 */
function processorsWith(bounds: Bounds): (text: string) => Processor {
  const processors: (Processor | undefined)[] = [];
  return (text) => {
    const table = text.includes('|') || text.includes(':-') || text.includes('-:');
    const strikethrough = text.includes('~');
    const email = text.includes('@');
    const address = /www\.|https?:\/\//i.test(text);
    const key = (table ? 1 : 0) + (strikethrough ? 2 : 0) + (email ? 4 : 0) + (address ? 8 : 0);
    return (processors[key] ??= createProcessor({ table, strikethrough, email, address }, bounds));
  };
}

function createProcessor(uses: { table: boolean; strikethrough: boolean; email: boolean; address: boolean }, bounds: Bounds): Processor {
  // parsing is synchronous: one at a time
  let outside = definedNowhere;
  let end = 0;
  let gaveUpAt: number[] = [];
  const extensions: MicromarkExtension[] = [
    gfmTaskListItem(),
    ...(uses.table ? [gfmTable()] : []),
    ...(uses.strikethrough ? [gfmStrikethrough()] : []),
    ...(uses.email || uses.address ? [autolinkLiterals(uses)] : []),
    limits(bounds, (offset) => gaveUpAt.push(offset)),
    definitionsOutside(
      () => outside,
      (offset) => offset < end,
    ),
  ];
  const processor = unified()
    .use(remarkParse)
    .data('micromarkExtensions', extensions)
    .data('fromMarkdownExtensions', [
      gfmTaskListItemFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      // Its transform finds the addresses in brackets that the tokenizer leaves, but makes nodes without positions: left out.
      { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] },
    ])
    .freeze();
  return (text, definedOutside, ownEnd) => {
    outside = definedOutside;
    end = ownEnd;
    gaveUpAt = [];
    return { nodes: processor.parse(text).children, gaveUpAt };
  };
}

/** The literal autolinks that a text can have: the one for e-mail addresses is tried at every letter and digit. */
function autolinkLiterals(uses: { email: boolean; address: boolean }): MicromarkExtension {
  const wanted = ({ name }: Construct): boolean => (name === 'emailAutolink' ? uses.email : uses.address);
  const text: TextConstructs = {};
  for (const [code, constructs] of Object.entries(gfmAutolinkLiteral().text ?? {})) {
    const kept = [constructs ?? []].flat().filter(wanted);
    if (kept.length > 0) text[code] = kept;
  }
  return { text };
}

/**
 * Lets a parse of a part know the link definitions of the rest, and not those of the opening behind it. micromark keeps the labels defined
 * so far in `parser.defined` and only ever asks that list whether it `includes` one and `push`es to it. Neither construct ever matches
 * anything: the one is there because it is tried before everything else and can reach the list, the other because it is tried where a
 * definition may begin.
 */
function definitionsOutside(outside: () => DefinedOutside, counts: (offset: number) => boolean): MicromarkExtension {
  let isCounted = true;
  const reach: Construct = {
    tokenize(_effects, _ok, nok) {
      const parser = this.parser as unknown as { defined: unknown };
      if (Array.isArray(parser.defined)) parser.defined = withOutside(outside(), parser.defined as string[], () => isCounted);
      return nok;
    },
  };
  const watch: Construct = {
    tokenize(_effects, _ok, nok) {
      isCounted = counts(this.now().offset);
      return nok;
    },
  };
  return { document: { null: reach }, contentInitial: { 91: watch } };
}

function withOutside(outside: DefinedOutside, soFar: readonly string[], isCounted: () => boolean): Pick<string[], 'includes' | 'push'> {
  const own = new Set(soFar);
  return {
    includes: (label) => own.has(label) || outside(label),
    push: (...labels) => (isCounted() ? labels.reduce((all, label) => all.add(label), own) : own).size,
  };
}
