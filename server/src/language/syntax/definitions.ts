import type { Nodes } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Block, Syntax } from './syntax.ts';
import { walk } from './walk.ts';

/** How often each link label is defined in a document, labels as micromark normalises them. */
export type Definitions = ReadonlyMap<string, number>;

const definitionsOfSyntax = new WeakMap<Syntax, Definitions>();

export function definitionsOf(syntax: Syntax): Definitions {
  let definitions = definitionsOfSyntax.get(syntax);
  if (!definitions) definitionsOfSyntax.set(syntax, (definitions = changeDefinitions(new Map(), [], syntax.blocks)));
  return definitions;
}

/** Says what {@link definitionsOf} would work out, where it is known already. */
export function rememberDefinitions(syntax: Syntax, definitions: Definitions): void {
  definitionsOfSyntax.set(syntax, definitions);
}

/** The counts after some blocks gave way to others. The same object where nothing about them changed. */
export function changeDefinitions(before: Definitions, removed: readonly Block[], added: readonly Block[]): Definitions {
  const gone = removed.flatMap(labelsDefinedIn);
  const come = added.flatMap(labelsDefinedIn);
  if (gone.length === 0 && come.length === 0) return before;
  const after = new Map(before);
  for (const label of come) after.set(label, (after.get(label) ?? 0) + 1);
  for (const label of gone) {
    const left = (after.get(label) ?? 0) - 1;
    if (left > 0) after.set(label, left);
    else after.delete(label);
  }
  return after;
}

/** The labels that are defined in one of two and not in the other. */
export function labelsThatDiffer(before: Definitions, after: Definitions): ReadonlySet<string> {
  const differ = new Set<string>();
  if (before === after) return differ;
  for (const label of before.keys()) if (!after.has(label)) differ.add(label);
  for (const label of after.keys()) if (!before.has(label)) differ.add(label);
  return differ;
}

/**
 * The labels that a text seems to define, by its lines alone: a guess that saves reading twice what refers to definitions that come later.
 * Some may stand in code, and those in quotes or lists are missed.
 */
export function labelsSeeminglyDefined(text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  for (let end = text.indexOf(']:'); end >= 0; end = text.indexOf(']:', end + 1)) {
    const label = /(?:^|[\r\n]) {0,3}\[([^[\]\r\n]*)$/.exec(text.slice(Math.max(0, end - 1010), end));
    if (label) labels.add(definitionKey(label[1]!));
  }
  return labels;
}

/** The name of a definition as micromark reads it: in any case, however it is spaced; it takes a NUL for U+FFFD. */
export const definitionKey = (label: string): string => normalizeIdentifier(label.replaceAll('\0', '\uFFFD'));

const labelsOfBlock = new WeakMap<Block, readonly string[]>();

export function labelsDefinedIn(block: Block): readonly string[] {
  if (!block.text.includes(']:')) return [];
  let labels = labelsOfBlock.get(block);
  if (!labels) {
    const found: string[] = [];
    for (const node of block.nodes) {
      walk(node as Nodes, (each) => {
        // mdast has the label lower-cased, micromark upper-cased
        if (each.type === 'definition') found.push(each.identifier.toUpperCase());
      });
    }
    labelsOfBlock.set(block, (labels = found));
  }
  return labels;
}

/** What a block says between square brackets; `any` where a label runs over a line, so that what it says is not known. */
interface Mentions {
  readonly labels: ReadonlySet<string>;
  readonly any: boolean;
}

const mentionsOfBlock = new WeakMap<Block, Mentions>();

/** Whether a block may refer to one of some labels: sure when it says no. */
export function mayReferTo(block: Block, labels: ReadonlySet<string>): boolean {
  if (!block.text.includes('[')) return false;
  let mentions = mentionsOfBlock.get(block);
  if (!mentions) mentionsOfBlock.set(block, (mentions = findMentions(block.text)));
  if (mentions.any) return true;
  for (const label of labels) if (mentions.labels.has(label)) return true;
  return false;
}

function findMentions(text: string): Mentions {
  const labels = new Set<string>();
  let any = false;
  let open = -1;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '\\') i++;
    else if (character === '[') open = i + 1;
    else if (character === ']' && open >= 0) {
      const label = text.slice(open, i);
      if (/[\r\n]/.test(label)) any = true;
      labels.add(definitionKey(label));
      open = -1;
    }
  }
  return { labels, any };
}
