import type { LabelName } from './facts.ts';
import { likeness, pairByLikeness } from './likeness.ts';
import { placesBy } from './places-by.ts';

/** Something with words, and perhaps a label. */
interface Labelled {
  readonly label: LabelName | null;
  readonly text: string;
}

export interface Pair<T> {
  readonly before: T;
  readonly now: T;
  /** Whether they are known to be the same: by their label, or nearly the same words with nothing else near. */
  readonly isSure: boolean;
}

export interface PairedUp<T> {
  /** In the order in which they stand now. */
  readonly pairs: readonly Pair<T>[];
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/** Likeness below which two things of one label may be two things: labels were given anew. */
const unlike = 0.3;

/**
 * Which things of two versions are the same: those with the same label, then those with like words. Where a label has come to stand before
 * other words altogether, and the old words stand elsewhere, the words go before the label.
 */
export function pairUp<T extends Labelled>(before: readonly T[], now: readonly T[]): PairedUp<T> {
  const partner = new Map<number, { readonly place: number; readonly isSure: boolean }>();
  const taken = new Set<number>();
  const pair = (old: number, place: number, isSure: boolean) => {
    taken.add(old);
    partner.set(place, { place: old, isSure });
  };
  const doubtful: (readonly [number, number])[] = [];
  const labelled = placesBy(before, ({ label }) => (label ? [label.key] : []));
  now.forEach(({ label, text }, place) => {
    const old = label ? labelled(label.key).find((one) => !taken.has(one)) : undefined;
    if (old === undefined) return;
    if (likeness(before[old]!.text, text) < unlike) doubtful.push([old, place]);
    else pair(old, place, true);
  });
  const left = (all: readonly T[], isTaken: (place: number) => boolean) => all.flatMap((_, place) => (isTaken(place) ? [] : [place]));
  const olds = left(before, (place) => taken.has(place));
  const news = left(now, (place) => partner.has(place));
  for (const like of pairByLikeness(
    olds.map((place) => before[place]!.text),
    news.map((place) => now[place]!.text),
  ))
    pair(olds[like.left]!, news[like.right]!, like.isSure);
  // What is left of the same label, with other words: reworded, as far as can be told.
  for (const [old, place] of doubtful) if (!taken.has(old) && !partner.has(place)) pair(old, place, false);
  return {
    pairs: now.flatMap((thing, place) => {
      const found = partner.get(place);
      return found ? [{ before: before[found.place]!, now: thing, isSure: found.isSure }] : [];
    }),
    added: now.filter((_, place) => !partner.has(place)),
    removed: before.filter((_, place) => !taken.has(place)),
  };
}
