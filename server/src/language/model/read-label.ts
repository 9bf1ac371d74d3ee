import type { Node, Parent } from 'mdast';
import { readLabel } from './inline/labels.ts';
import type { Label } from './items.ts';
import { endOf, wordsFrom, wordsOf, type Words } from './words.ts';

/** A label that a paragraph, item or heading defines, and the words behind it. */
export interface Labelled {
  readonly label: Label | null;
  readonly words: Words;
}

/**
 * The label in bold at the start (`**F3** Timeliness`, `**F3.**`, `**F3:**`), with or without a paragraph number before it. Bold that holds more than
 * a label (`**F3 Timeliness**`) defines nothing. `words` are those of the whole node, `from` the index where what follows the number begins.
 */
export function readLabelled(source: string, node: Node, words: Words, from = 0): Labelled {
  const rest = wordsFrom(words, from);
  const strong = 'children' in node ? (node as Parent).children.find(({ type }) => type === 'strong') : undefined;
  const start = strong?.position?.start.offset;
  const end = strong?.position?.end.offset;
  if (!strong || start === undefined || end === undefined || words.text.slice(from, Math.max(from, start - words.start)).trim() !== '') return { label: null, words: rest };
  const bold = wordsOf(source, (strong as Parent).children);
  const label = readLabel(bold.text, bold.start);
  if (!label || !/^[\s.:)–—-]*$/.test(bold.text.slice(label.span.end - bold.start))) return { label: null, words: rest };
  const behind = /^[\s\u2060.:)–—-]*/.exec(words.text.slice(end - words.start))![0].length;
  return { label, words: wordsFrom(words, Math.min(end - words.start + behind, endOf(words) - words.start)) };
}
