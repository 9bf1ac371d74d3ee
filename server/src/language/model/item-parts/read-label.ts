import type { Node, Parent } from 'mdast';
import { readLabel } from '../inline/labels.ts';
import type { Label } from '../items.ts';
import { endOf, isStruck, wordsFrom, wordsOf, type Words } from '../words/words.ts';

/** A label that a paragraph, item or heading defines, and the words behind it. */
export interface Labelled {
  readonly label: Label | null;
  readonly words: Words;
}

/**
 * The label in bold at the start (`**F3** Timeliness`, `**F3.**`, `**F3:**`), with or without a paragraph number before it. The bold may go
 * on behind a stop or before a capital (`**F3: Timeliness**`). `words` are those of the whole node, `index` the place in them where what
 * follows the number begins.
 */
export function readLabelled(source: string, node: Node, words: Words, index = 0): Labelled {
  const rest = wordsFrom(words, index);
  const strong =
    'children' in node
      ? (node as Parent).children.find(({ type, position }) => type === 'strong' && (position?.end.offset ?? 0) > words.start + index)
      : undefined;
  const start = strong?.position?.start.offset;
  if (!strong || start === undefined || words.text.slice(index, Math.max(index, start - words.start)).trim() !== '')
    return { label: null, words: rest };
  const bold = wordsOf(source, (strong as Parent).children);
  const label = readLabel(bold.text, bold.start);
  if (!label || !/^(?:[\s.:)–—-]*$|[.:)–—-]|\s[–—-]?\s?[A-ZÀ-Þ])/u.test(bold.text.slice(label.span.end - bold.start)))
    return { label: null, words: rest };
  const from = label.span.end - words.start;
  // What is struck through behind the label is blank, and still belongs to what follows it.
  const struck = words.struck?.find(({ start }) => start >= label.span.end);
  const behind = /^[\s\u2060.:)–—-]*/.exec(words.text.slice(from, struck && struck.start - words.start))![0].length;
  return { label, words: wordsFrom(words, Math.min(from + behind, endOf(words) - words.start)) };
}

/**
 * The same of a paragraph that is struck through from end to end, with or without its label (`~~**A3** Recruit two managers~~`); null for
 * any other. `live` is what is read of it as it stands.
 */
export function readStruck(source: string, node: Node, live: Labelled): Labelled | null {
  const first = isStruck(live.words) && 'children' in node ? (node as Parent).children.find(({ type }) => type === 'delete') : undefined;
  if (!first) return null;
  const struck = wordsOf(source, (node as Parent).children, true);
  const { label, words } = readLabelled(source, first, struck);
  return live.label ? { label: live.label, words: wordsFrom(struck, live.words.start - struck.start) } : { label, words };
}
