import { part, wordsFrom, type Words } from '../words/words.ts';

/** "Recommendation 2" and what may part it from the words of the recommendation, with the stars that make it bold. */
const name =
  /^\s*(?:\*\*|__)?recommendation \d{1,2}(?:\s*(?:\*\*|__)?\s*[:.–—-]+\s*(?:\*\*|__)?\s*(?=[\p{L}“‘"'([*_]|$)|\s*(?:\*\*|__)?\s*$)/iu;

/** The words behind "Recommendation 2 – ", which are none where it stands alone; null where they do not begin so. */
export function readRecommendationName(words: Words): Words | null {
  const found = name.exec(words.text);
  if (!found) return null;
  const rest = wordsFrom(words, found[0].length);
  return part(rest).text === '' ? { ...rest, text: '' } : rest;
}

/** Whether a heading is "Recommendation 2" and nothing else. */
export const isRecommendationName = (heading: string): boolean => /^recommendation \d{1,2}[.:]?$/i.test(heading);
