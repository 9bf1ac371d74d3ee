/** Small helpers of the readers of running text. */

/** What a sticky pattern finds exactly at an offset. */
export function eat(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

let lowered = { of: '', text: '' };

/**
 * Whether one of some words, given in small letters, stands anywhere in a text, in any case. It needs no getting ready, whereas a regular
 * expression of many words costs a millisecond or two when it first runs: look here before one that few texts need. The text in small
 * letters is kept, since several look at the same text in turn.
 */
export function holdsAny(text: string, words: readonly string[]): boolean {
  if (lowered.of !== text) lowered = { of: text, text: text.toLowerCase() };
  return words.some((word) => lowered.text.includes(word));
}

/** Whether a figure at an offset begins there: not the tail of a longer number, a sum of money, a reference or an address. */
export function isClean(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text[at - 1]!;
  if (/[A-Za-zÀ-ɏ\d£$€#%/\\_.@=+~]/u.test(before)) return false;
  return !(
    /[-–:,]/.test(before) &&
    at > 1 &&
    /[A-Za-zÀ-ɏ\d]/u.test(text[at - 2]!) &&
    !(before === ':' && /[A-Za-zÀ-ɏ]/u.test(text[at - 2]!))
  );
}

/** The word that ends just before an offset, with only white space between, or an empty text. Looks back no further than 30 characters. */
export function wordBefore(text: string, at: number): string {
  return /([A-Za-zÀ-ɏ\d]+)[:.]?\s*$/u.exec(text.slice(Math.max(0, at - 30), at))?.[1] ?? '';
}
