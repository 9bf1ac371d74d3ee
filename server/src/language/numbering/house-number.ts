import type { Numbering } from '../house-styles/house-style.ts';

/** `1` → `a`, `27` → `aa`. */
export function letterOf(value: number): string {
  let text = '';
  for (let left = value; left > 0; left = Math.floor((left - 1) / 26)) text = String.fromCharCode(97 + ((left - 1) % 26)) + text;
  return text;
}

const romanParts: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** `4` → `iv`. */
export function romanOf(value: number): string {
  let left = value;
  let text = '';
  for (const [worth, letters] of romanParts) for (; left >= worth; left -= worth) text += letters;
  return text;
}

type Mark = Numbering['paragraphs'] | Numbering['recommendations'];

/**
 * The number of something that counts for itself, as a house style prints it: `(1)`, `a)`; null where the style counts in another way, or
 * not at all.
 */
export function printNumber(mark: Mark, value: number): string | null {
  switch (mark) {
    case '(1)':
      return `(${value})`;
    case '1)':
      return `${value})`;
    case '1.':
    case 'continuous':
      return `${value}.`;
    case 'a)':
      return `${letterOf(value)})`;
    case '(a)':
      return `(${letterOf(value)})`;
    case '(i)':
      return `(${romanOf(value)})`;
    case 'i.':
      return `${romanOf(value)}.`;
    default:
      return null;
  }
}
