import { beginsSentence, isNotOwn, placeAt, type Passage, type Place } from './passages.ts';

/** Phrases by their first word, the longer ones first. */
export interface PhraseIndex<T> {
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase<T>[]>;
}

interface Phrase<T> {
  readonly words: readonly string[];
  /** The phrase in the very letters that count, for one that has capitals (“LAC”). */
  readonly exact: string | null;
  readonly entry: T;
}

const wordPattern = /[A-Za-zÀ-ɏ\d]+(?:['’\u2060-]+[A-Za-zÀ-ɏ\d]+)*/gu;
const folded = (word: string): string => word.replaceAll('\u2060', '').replaceAll('’', "'").toLowerCase();
const splitWords = (phrase: string): readonly string[] => (phrase.match(wordPattern) ?? []).map(folded);

/**
 * Makes phrases ready to be found: words in any case (with the capitals of a phrase that has some), with any white space between them.
 * Phrases without a word are left out.
 */
export function indexPhrases<T>(phrases: Iterable<readonly [phrase: string, entry: T]>): PhraseIndex<T> {
  const byFirstWord = new Map<string, Phrase<T>[]>();
  for (const [phrase, entry] of phrases) {
    const words = splitWords(phrase);
    if (words.length === 0) continue;
    const one = { words, exact: /[A-ZÀ-Þ]/u.test(phrase) ? phrase : null, entry };
    const list = byFirstWord.get(words[0]!);
    if (list) list.push(one);
    else byFirstWord.set(words[0]!, [one]);
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { byFirstWord };
}

/**
 * Places where a phrase stands in the author's own words: whole words, the longest phrase, none inside another. A phrase with a capital
 * that no sentence begins with is a name, and left out. Time grows with the length of the passage, not with the number of phrases.
 */
export function* phrasesIn<T>(passage: Passage, { byFirstWord }: PhraseIndex<T>): Generator<Place & { readonly entry: T }> {
  const { text } = passage.words;
  const words = Array.from(text.matchAll(wordPattern), (match) => ({
    word: folded(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (let i = 0; i < words.length; i++) {
    const found = byFirstWord
      .get(words[i]!.word)
      ?.find((phrase) =>
        phrase.words.every(
          (word, n) => words[i + n]?.word === word && (n === 0 || isGap(text.slice(words[i + n - 1]!.end, words[i + n]!.start))),
        ),
      );
    if (!found) continue;
    const [start, end] = [words[i]!.start, words[i + found.words.length - 1]!.end];
    i += found.words.length - 1;
    if (
      isNotOwn(passage, { start, end }) ||
      (found.exact === null ? isName(passage, start, end) : text.slice(start, end).replace(/\s+/g, ' ') !== found.exact)
    )
      continue;
    yield { ...placeAt(passage, start, end), entry: found.entry };
  }
}

const isGap = (between: string): boolean => between.length < 40 && between.trim() === '';

/** Words with capitals are somebody's or something's name, but for the first of a sentence. */
function isName(passage: Passage, start: number, end: number): boolean {
  const text = passage.words.text.slice(start, end);
  if (!/[A-ZÀ-Þ]/u.test(text)) return false;
  return /[A-ZÀ-Þ]/u.test(text.slice(1)) || !beginsSentence(passage, start);
}
