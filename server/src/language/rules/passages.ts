import type { BlockModel } from '../model/document.ts';
import { isNotOwn, ownPassages, type Passage } from '../model/words/own-words.ts';
import type { Span } from '../text/span.ts';

export { isNotOwn, type Passage } from '../model/words/own-words.ts';

/** A place in a passage where something was found. */
export interface Place {
  readonly index: number;
  /** As written. */
  readonly text: string;
  /** Relative to the block. */
  readonly span: Span;
}

const known = new WeakMap<BlockModel, readonly Passage[]>();

/** What the author of a document says in a block in words of his own. Worked out once for each block. */
export function passagesOf(model: BlockModel): readonly Passage[] {
  let passages = known.get(model);
  if (!passages) known.set(model, (passages = ownPassages(model.block, model.items, model.place.role)));
  return passages;
}

/** Places in the author's own words where a pattern matches. The pattern is global. */
export function* matchesInPassage(passage: Passage, pattern: RegExp): Generator<Place & { readonly match: RegExpExecArray }> {
  const { text } = passage.words;
  for (const match of text.matchAll(pattern)) {
    const place = placeAt(passage, match.index, match.index + match[0].length);
    if (!isNotOwn(passage, { start: match.index, end: match.index + match[0].length })) yield { ...place, match: match as RegExpExecArray };
  }
}

export const placeAt = ({ words }: Passage, from: number, to: number): Place => ({
  index: from,
  text: words.text.slice(from, to),
  span: { start: words.start + from, end: words.start + to },
});

/** Whether a sentence, or what is written like one, begins at an index. */
export function beginsSentence({ words }: Passage, index: number): boolean {
  const before = words.text.slice(Math.max(0, index - 24), index).replace(/[\s\u2060]+$/, '');
  return before === '' || /[.!?:)•]$/.test(before);
}

/** A replacement with a capital where what it replaces has one at the start of a sentence. */
export const withCapitalOf = (written: string, replacement: string): string =>
  /^[A-ZÀ-Þ][a-zß-ɏ]/u.test(written) ? replacement[0]!.toUpperCase() + replacement.slice(1) : replacement;
