import type { Polarity } from '../vocabulary.ts';
import { part, wordsFrom, type Words } from '../words/words.ts';

/** "Area for priority action:" and "Cause of concern 2 –", with the stars that make it bold, before the words of the finding. */
const name =
  /^\s*(?:\*\*|__)?(?:(?:ofsted|cqc|hmicfrs|inspection)\s)?(?:(?<improvement>area for improvement)|area for priority action|area of (?:significant |serious )?weakness|(?:accelerated )?cause of concern)(?:\s(?:no\.?\s?)?\d{1,2})?\s*(?:\*\*|__)?\s*(?::|\s[–—-]\s)\s*(?:\*\*|__)?\s*(?=[\p{L}“‘"'])/iu;
/** Shorter words are the subject of a part of the paper. */
const fewestWords = 5;

/**
 * The finding that a paragraph tells behind its name, "Area for improvement: leaders should …", and its polarity; null where it does not
 * begin so.
 */
export function readFindingName(words: Words): { readonly words: Words; readonly polarity: Polarity } | null {
  const found = name.exec(words.text);
  if (!found) return null;
  const rest = wordsFrom(words, found[0].length);
  return part(rest).text.split(' ').length < fewestWords
    ? null
    : { words: rest, polarity: found.groups?.['improvement'] === undefined ? 'priority' : 'improvement' };
}
