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
  /** The same, with a name or a title (“Director of Children, Families and Communities”) counting about as one. */
  readonly load: number;
}

let parser: ParseEnglish | undefined;

/**
 * Longest text that retext is given, in UTF-16 code units: a thousand words in one paragraph. Its time grows with the square of a text
 * that is made of abbreviations.
 */
const longestText = 6000;

/**
 * A text as retext reads it: sentences and words. Up to a millisecond for a long paragraph, so ask only where there is something to be
 * found.
 */
const read = (text: string): Tree => (parser ??= new ParseEnglish()).parse(text.length > longestText ? '' : text);

/** The sentences of a passage, in order; none of one that is too long to be read. Full stops of abbreviations and initials end none. */
export function sentencesOf(passage: Passage): readonly Sentence[] {
  const found: Sentence[] = [];
  for (const paragraph of read(passage.words.text).children) {
    if (paragraph.type !== 'ParagraphNode') continue;
    for (const sentence of paragraph.children) {
      const { position } = sentence;
      if (sentence.type !== 'SentenceNode' || !position) continue;
      const span = { start: position.start.offset ?? 0, end: position.end.offset ?? 0 };
      const words = sentence.children.flatMap(({ type, position: at }) =>
        type === 'WordNode' && at ? [passage.words.text.slice(at.start.offset, at.end.offset)] : [],
      );
      found.push({ ...span, words: words.length, load: words.length - words.filter((word, i) => goesOnAName(words, word, i)).length });
    }
  }
  return found;
}

const hasCapital = (word: string | undefined): boolean => word !== undefined && /^[A-ZÀ-Þ]/.test(word);
const small = new Set(['of', 'for', 'and', 'the', 'in', 'to']);

/** Whether a word goes on a name that the words before it began. */
function goesOnAName(words: readonly string[], word: string, i: number): boolean {
  if (hasCapital(word)) return hasCapital(words[i - 1]) || (small.has(words[i - 1] ?? '') && hasCapital(words[i - 2]));
  return small.has(word) && hasCapital(words[i - 1]) && hasCapital(words[i + 1]);
}

/** Words that stand twice in a row in one sentence, from the start of the first to the end of the second, in indices of the text. */
export function repeatedWords(text: string): readonly Span[] {
  const file = new VFile();
  retextRepeatedWords()(read(text), file);
  return file.messages.flatMap(({ place }) =>
    place && 'start' in place ? [{ start: place.start.offset ?? 0, end: place.end.offset ?? 0 }] : [],
  );
}
