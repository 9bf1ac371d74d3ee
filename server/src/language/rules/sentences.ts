import { ParseEnglish } from 'parse-english';
import retextRepeatedWords from 'retext-repeated-words';
import { VFile } from 'vfile';
import type { Passage } from './passages.ts';
import type { Span } from '../text/span.ts';

type Tree = ReturnType<ParseEnglish['parse']>;

/** A sentence of a passage, in indices of its text. */
export interface Sentence extends Span {
  /** Numbers and words; what is joined by a hyphen is one. */
  readonly words: number;
}

let parser: ParseEnglish | undefined;

/** A text as retext reads it: sentences and words. Up to a millisecond for a long paragraph, so ask only where there is something to be found. */
const read = (text: string): Tree => (parser ??= new ParseEnglish()).parse(text);

/** The sentences of a passage, in order. Full stops of abbreviations and initials end none. */
export function sentencesOf(passage: Passage): readonly Sentence[] {
  const found: Sentence[] = [];
  for (const paragraph of read(passage.words.text).children) {
    if (paragraph.type !== 'ParagraphNode') continue;
    for (const sentence of paragraph.children) {
      const { position } = sentence;
      if (sentence.type !== 'SentenceNode' || !position) continue;
      found.push({ start: position.start.offset ?? 0, end: position.end.offset ?? 0, words: sentence.children.filter(({ type }) => type === 'WordNode').length });
    }
  }
  return found;
}

/** Words that stand twice in a row in one sentence, from the start of the first to the end of the second, in indices of the text. */
export function repeatedWords(text: string): readonly Span[] {
  const file = new VFile();
  retextRepeatedWords()(read(text), file);
  return file.messages.flatMap(({ place }) => (place && 'start' in place ? [{ start: place.start.offset ?? 0, end: place.end.offset ?? 0 }] : []));
}
