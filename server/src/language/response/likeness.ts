import { placesBy } from './places-by.ts';

/** Words in small letters, with one spelling of the apostrophe; marks and numbers of footnotes are no words. */
const foldedWords = (text: string): readonly string[] =>
  Array.from(text.matchAll(/[A-Za-zÀ-ɏ\d]+(?:['’][A-Za-zÀ-ɏ]+)*/gu), ([word]) => word.toLowerCase().replace('’', "'"));

/** Words that say little about what a text is about. */
const small = new Set(
  'a an and are as at be been by for from has have he in is it its of on or our she so that the their they this to was we were which will with'.split(
    ' ',
  ),
);

/**
 * The words of a text that matter for telling it again, folded, each with how often it stands there. A text of small words alone keeps
 * them.
 */
function wordsThatMatter(text: string): ReadonlyMap<string, number> {
  const all = foldedWords(text).map((word) => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word));
  const telling = all.filter((word) => !small.has(word));
  const counts = new Map<string, number>();
  for (const word of telling.length > 0 ? telling : all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const size = (words: ReadonlyMap<string, number>): number => [...words.values()].reduce((sum, count) => sum + count, 0);

/** How much two texts have in common by their words, whatever their order: 0 nothing, 1 all. */
export const likeness = (a: string, b: string): number => likenessOfWords(wordsThatMatter(a), wordsThatMatter(b));

function likenessOfWords(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  const all = size(a) + size(b);
  return all === 0 ? 0 : (2 * common) / all;
}

/** Whether two texts say the same in the same words, whatever their case, marks and spaces. */
export const isSameText = (a: string, b: string): boolean => textKey(a) === textKey(b);

/** What is the same for two texts of the same words in the same order. */
export const textKey = (text: string): string => foldedWords(text).join(' ');

export interface LikePair {
  /** Places in the two lists. */
  readonly left: number;
  readonly right: number;
  readonly likeness: number;
  /** Whether nothing else comes near, and the two are much alike. */
  readonly isSure: boolean;
}

/** Least likeness at which two texts may be one that was reworded, and least at which that is sure. */
const leastAlike = 0.5;
const surelyAlike = 0.75;
/** How much less alike the next best must be. */
const clearLead = 0.15;

/**
 * Which texts of two lists belong together, each with at most one of the other list: the most alike first. Only texts that share a word are
 * compared, so that long lists cost little.
 */
export function pairByLikeness(left: readonly string[], right: readonly string[]): readonly LikePair[] {
  const rightWords = right.map(wordsThatMatter);
  const places = placesBy(rightWords, (words) => words.keys());
  // A word that nearly everything has tells nothing, and would bring everything together.
  const most = Math.max(20, right.length / 4);
  const near = left
    .flatMap((text, i) => {
      const words = wordsThatMatter(text);
      const candidates = new Set(
        [...words.keys()].flatMap((word) => {
          const found = places(word);
          return found.length <= most ? found : [];
        }),
      );
      return [...candidates]
        .map((j) => ({ left: i, right: j, likeness: likenessOfWords(words, rightWords[j]!) }))
        .filter((pair) => pair.likeness >= leastAlike);
    })
    .sort((a, b) => b.likeness - a.likeness || a.left - b.left || a.right - b.right);
  const taken = { left: new Set<number>(), right: new Set<number>() };
  const pairs: LikePair[] = [];
  for (const pair of near) {
    if (taken.left.has(pair.left) || taken.right.has(pair.right)) continue;
    taken.left.add(pair.left);
    taken.right.add(pair.right);
    const next = near.find((other) => other !== pair && (other.left === pair.left) !== (other.right === pair.right));
    pairs.push({ ...pair, isSure: pair.likeness >= surelyAlike && (!next || next.likeness <= pair.likeness - clearLead) });
  }
  return pairs;
}
