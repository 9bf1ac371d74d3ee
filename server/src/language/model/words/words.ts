import type { Node, Parent } from 'mdast';
import type { Span } from '../../text/span.ts';
import type { Part } from '../items.ts';

/**
 * The words of a paragraph, heading or cell as they stand in the source of their block: Markdown's marks are blanked out and nothing
 * is moved, so that what is found at an index of `text` stands at `start` plus that index in the block. Line ends are kept.
 */
export interface Words {
  /** Offset in the block. */
  readonly start: number;
  /** Spaces for what is not a word, {@link joiner} where a mark stands between two characters of one word. */
  readonly text: string;
  /** What is struck through around there (`~~30 April~~`), in order, each as words of its own: see {@link struckIn}. */
  readonly struck?: readonly Words[];
}

/** Stands for a mark inside a word (`un**like**ly`), so that the word is not torn in two. */
const joiner = '\u2060';

export const endOf = ({ start, text }: Words): number => start + text.length;
export const spanOf = (words: Words): Span => ({ start: words.start, end: endOf(words) });

/**
 * The words of nodes that stand next to each other. What is struck through is withdrawn, and none of them unless it is asked for. Works
 * down the tree with a list of its own: hostile text nests deeper than a stack.
 */
export function wordsOf(source: string, nodes: readonly Node[], withStruck = false): Words {
  const first = nodes[0]?.position?.start.offset;
  const last = nodes.at(-1)?.position?.end.offset;
  if (first === undefined || last === undefined) return { start: 0, text: '' };
  let text = '';
  let at = first;
  let struck: Words[] | null = null;
  const waiting: Node[] = nodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) continue;
    if (node.type === 'text' || node.type === 'inlineCode') {
      if (start < at) continue;
      text += blank(source, at, start) + withoutMargins(source.slice(start, end), node.type === 'inlineCode');
      at = end;
    } else if (node.type === 'break') {
      if (start < at) continue;
      text += `${blank(source, at, start)}${source.slice(start, end).replace(/[^\r\n]/g, ' ')}`;
      at = end;
    } else if (node.type === 'delete' && !withStruck) {
      const words = wordsOf(source, (node as Parent).children, true);
      if (part(words).text !== '') (struck ??= []).push(words);
    } else if ('children' in node && !isBareLink(node)) {
      const { children } = node as Parent;
      for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]!);
    }
  }
  const all = text + blank(source, at, last);
  return struck === null ? { start: first, text: all } : { start: first, text: all, struck };
}

/** What is struck through among some words, which may be a stretch of those that it was read with. */
export const struckIn = (words: Words): readonly Words[] =>
  words.struck?.filter(({ start }) => words.start <= start && start <= endOf(words)) ?? [];

/** Whether all that some words say is struck through. */
export const isStruck = (words: Words): boolean =>
  words.struck !== undefined && firstVisible(words) === words.text.length && struckIn(words).length > 0;

/** A link to the web or to a mailbox whose text is its own address: it says nothing in words. A file's name does. */
export function isBareLink(node: Node): boolean {
  if (node.type !== 'link') return false;
  const { url, children } = node as unknown as { url: string; children: readonly Node[] };
  const only = children.length === 1 ? (children[0] as { type: string; value?: string }) : undefined;
  if (only?.type !== 'text' || only.value === undefined) return false;
  if (!/^(?:https?:|mailto:|ftp:)/i.test(url)) return false;
  const withoutScheme = (address: string): string => address.replace(/^(?:mailto:|[a-z]+:\/\/)/i, '').replace(/\/$/, '');
  return withoutScheme(only.value) === withoutScheme(url);
}

function blank(source: string, start: number, end: number): string {
  if (start >= end) return '';
  const marks = source.slice(start, end);
  // A line break in a cell parts words, though nothing stands beside it.
  const joined = isWordAt(source, start - 1) && isWordAt(source, end) && !/<br\b/i.test(marks);
  return marks.replace(/[^\r\n]/g, joined ? joiner : ' ');
}

const isWordAt = (source: string, at: number): boolean => at >= 0 && at < source.length && !/[\s*_~[\]()|>]/.test(source[at]!);

/** A line that continues a paragraph may start with the margins of what it stands in: spaces, and `>` of a quotation. */
function withoutMargins(text: string, isCode: boolean): string {
  const words = /[\r\n]/.test(text) ? text.replace(/(?<=[\r\n])[ \t>]+/g, (margin) => ' '.repeat(margin.length)) : text;
  return isCode ? words.replace(/`/g, joiner) : words;
}

/** Plain text: escapes read, white space folded to single spaces, nothing at either end. */
export function plain(text: string): string {
  let result = text;
  if (result.includes(joiner)) result = result.replaceAll(joiner, '');
  if (result.includes('\\')) result = result.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  if (result.includes('&'))
    result = result.replace(/&(amp|lt|gt|quot|nbsp|ndash|mdash|rsquo|lsquo|#39|pound);/g, (_, name: string) => entities[name]!);
  return unfolded.test(result) ? result.replace(unfoldedEverywhere, ' ').trim() : result.trim();
}

/** White space that is more than single spaces. */
const unfolded = /\s\s|[^\S ]/;
const unfoldedEverywhere = /\s\s+|[^\S ]/g;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  '#39': "'",
  pound: '£',
};

/** A stretch of words, from and to indices of their text, without white space at its ends. */
export function part(words: Words, from = 0, to = words.text.length): Part {
  let start = from;
  let end = to;
  while (start < end && isSpace(words.text, start)) start++;
  while (end > start && isSpace(words.text, end - 1)) end--;
  return { text: plain(words.text.slice(start, end)), span: { start: words.start + start, end: words.start + end } };
}

/** The words from an index on. */
export const wordsFrom = (words: Words, index: number): Words => wordsBetween(words, index);

/** The words from one index to another. */
export const wordsBetween = ({ start, text, struck }: Words, from: number, to?: number): Words =>
  struck === undefined ? { start: start + from, text: text.slice(from, to) } : { start: start + from, text: text.slice(from, to), struck };

const isSpace = (text: string, at: number): boolean => text[at] === joiner || /\s/.test(text[at]!);

/** Index of the first character that is not white space, or the length. */
export function firstVisible({ text }: Words): number {
  let at = 0;
  while (at < text.length && isSpace(text, at)) at++;
  return at;
}
