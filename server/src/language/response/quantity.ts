/** A number with its unit, as measures give it: "54% (January 2026)", "at least 12 days", "0 of 64". */
export interface Quantity {
  readonly value: number;
  /** `%`, `of 64`, `£`, `day`; empty for a plain number. Two numbers can be compared where it is the same. */
  readonly unit: string;
  /** Which side of the number is meant, where the words say so. */
  readonly bound: { readonly direction: Direction; /** Whether the number itself is not enough. */ readonly isStrict: boolean } | null;
}

export type Direction = 'up' | 'down';

const before: readonly (readonly [RegExp, Direction, boolean])[] = [
  [/^(?:at least|minimum(?: of)?|no (?:less|fewer) than|not less than|≥|>=)\s*/i, 'up', false],
  [/^(?:more than|over|above|greater than|>)\s*/i, 'up', true],
  [/^(?:at most|maximum(?: of)?|no more than|not more than|≤|<=)\s*/i, 'down', false],
  [/^(?:less than|fewer than|under|below|<)\s*/i, 'down', true],
];
const behind: readonly (readonly [RegExp, Direction])[] = [
  [/\s*(?:or (?:more|above|over|higher)|\+)$/i, 'up'],
  [/\s*or (?:less|fewer|below|under|lower)$/i, 'down'],
];

/** When the number was so: no part of it. */
const when = /\s*(?:\([^()]*\)|[,;]?\s(?:in|at|as at|on|by|since|from|for)\s[^()]*\b\d{4})$/i;
const plain = /^(£?)\s*([-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(%|per ?cent|(?:of|in|out of) \d+|(?:[a-z]+(?: [a-z]+){0,2}))?$/i;

/** Reads a text that is one number, with a unit, a bound and a date at most. Null for anything else, so that no number is guessed. */
export function readQuantity(text: string): Quantity | null {
  let rest = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '').replace(when, '');
  let bound: Quantity['bound'] = null;
  for (const [pattern, direction, isStrict] of before) {
    if (bound || !pattern.test(rest)) continue;
    bound = { direction, isStrict };
    rest = rest.replace(pattern, '');
  }
  for (const [pattern, direction] of behind) {
    if (!pattern.test(rest)) continue;
    if (bound) return null;
    bound = { direction, isStrict: false };
    rest = rest.replace(pattern, '');
  }
  const found = plain.exec(rest);
  if (!found) return null;
  const [, pound, digits, unit = ''] = found as unknown as [string, string, string, string | undefined];
  if (pound !== '' && unit !== '') return null;
  return { value: Number(digits.replaceAll(',', '').replace('−', '-')), unit: pound || unitOf(unit.toLowerCase()), bound };
}

function unitOf(said: string): string {
  if (/^(?:%|per ?cent)$/.test(said)) return '%';
  return /^(?:of|in|out of) \d/.test(said) ? `of ${/\d+$/.exec(said)![0]}` : said.replace(/s$/, '');
}
