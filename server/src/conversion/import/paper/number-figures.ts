import { toRoman } from './markers.ts';

/** A number in the figures that a word processor names: `decimal`, `lowerLetter`, `upperRoman` …; OpenDocument's `1`, `a`, `I` as well. */
export function figureOf(format: string, value: number): string {
  switch (format) {
    case 'lowerLetter':
    case 'a':
      return letterOf(value);
    case 'upperLetter':
    case 'A':
      return letterOf(value).toUpperCase();
    case 'lowerRoman':
    case 'i':
      return toRoman(value);
    case 'upperRoman':
    case 'I':
      return toRoman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'ordinal':
      return `${value}${['th', 'st', 'nd', 'rd'][value % 100 > 10 && value % 100 < 14 ? 0 : value % 10] ?? 'th'}`;
    default:
      return String(value);
  }
}

/** a … z, aa, bb …, as Word counts. */
const letterOf = (value: number): string =>
  value < 1 ? '' : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
