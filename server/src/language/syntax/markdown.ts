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
import { byteOrderMarkLength } from './front-matter.ts';
import { walk } from './walk.ts';

type MicromarkExtension = ReturnType<typeof gfmTable>;
type TextConstructs = NonNullable<MicromarkExtension['text']>;
type Construct = Extract<NonNullable<TextConstructs[string]>, { tokenize: unknown }>;

/** Whether a link label is defined outside the text that is being parsed. Labels as micromark normalises them. */
export type DefinedOutside = (label: string) => boolean;

export const definedNowhere: DefinedOutside = () => false;

/**
 * Parses a stretch of Markdown with unified and remark-parse. Positions are relative to the stretch: line 1, offset 0.
 *
 * `atStart` says that the stretch opens the document: a byte-order mark there is not part of the Markdown (micromark drops it and
 * does not count it; here it is counted); anywhere else it is a character like others.
 */
export function parseMarkdown(text: string, definedOutside: DefinedOutside, atStart: boolean): RootContent[] {
  const mark = byteOrderMarkLength(text);
  const children = processorFor(text)(mark && !atStart ? text[0] + text : text, definedOutside);
  if (mark && atStart) for (const child of children) countByteOrderMark(child);
  return children;
}

function countByteOrderMark(node: Nodes): void {
  walk(node, ({ position }) => {
    for (const point of position ? [position.start, position.end] : []) {
      point.offset! += 1;
      if (point.line === 1) point.column += 1;
    }
  });
}

type Processor = (text: string, definedOutside: DefinedOutside) => RootContent[];

/**
 * The extensions cost more than CommonMark itself, so that each is used only where the text has a character without which it does
 * nothing: the result is the same as with all of them.
 */
function processorFor(text: string): Processor {
  const table = text.includes('|') || text.includes(':-') || text.includes('-:');
  const strikethrough = text.includes('~');
  const email = text.includes('@');
  const address = /www\.|https?:\/\//i.test(text);
  const key = (table ? 1 : 0) + (strikethrough ? 2 : 0) + (email ? 4 : 0) + (address ? 8 : 0);
  return (processors[key] ??= createProcessor({ table, strikethrough, email, address }));
}

const processors: (Processor | undefined)[] = [];

function createProcessor(uses: { table: boolean; strikethrough: boolean; email: boolean; address: boolean }): Processor {
  let outside = definedNowhere; // parsing is synchronous: one at a time
  const extensions: MicromarkExtension[] = [
    gfmTaskListItem(),
    ...(uses.table ? [gfmTable()] : []),
    ...(uses.strikethrough ? [gfmStrikethrough()] : []),
    ...(uses.email || uses.address ? [autolinkLiterals(uses)] : []),
    definitionsOutside(() => outside),
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
  return (text, definedOutside) => {
    outside = definedOutside;
    return processor.parse(text).children;
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
 * Lets a parse of a part know the link definitions of the rest. micromark keeps the labels defined so far in `parser.defined` and
 * only ever asks that list whether it `includes` one and `push`es to it; this construct never matches anything, and is there because it
 * is tried before everything else and can reach the list.
 */
function definitionsOutside(outside: () => DefinedOutside): MicromarkExtension {
  const reach: Construct = {
    tokenize(_effects, _ok, nok) {
      const parser = this.parser as unknown as { defined: unknown };
      if (Array.isArray(parser.defined)) parser.defined = withOutside(outside(), parser.defined as string[]);
      return nok;
    },
  };
  return { document: { null: reach } };
}

function withOutside(outside: DefinedOutside, soFar: readonly string[]): Pick<string[], 'includes' | 'push'> {
  const own = new Set(soFar);
  return {
    includes: (label) => own.has(label) || outside(label),
    push: (...labels) => labels.reduce((all, label) => all.add(label), own).size,
  };
}
