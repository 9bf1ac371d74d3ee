/** Small pieces of English for messages and fixes. */

export { inWords, opening } from '../text/english.ts';

/**
 * The candidates nearest to what was written, nearest first; none where all are too far off to be meant. Case, spaces and
 * hyphens do not count.
 */
export function nearest(written: string, candidates: Iterable<string>, most = 3): readonly string[] {
  const from = fold(written);
  const allowed = from.length <= 3 ? 1 : from.length <= 6 ? 2 : 3;
  const near: { candidate: string; steps: number }[] = [];
  for (const candidate of candidates) {
    const to = fold(candidate);
    if (Math.abs(to.length - from.length) > allowed) continue;
    const steps = distance(from, to);
    if (steps <= allowed && steps < Math.max(from.length, to.length)) near.push({ candidate, steps });
  }
  return near
    .sort((a, b) => a.steps - b.steps || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

const fold = (text: string): string =>
  text
    .slice(0, 60)
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

/** Letters to put in, leave out, change or swap with their neighbour to get from one word to the other. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
