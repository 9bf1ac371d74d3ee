import type { ParagraphNumber } from '../../model/items.ts';
import { romanOf } from '../../numbering/house-number.ts';

/** What of a paragraph's number tells how the numbers beside it are written. */
export type NumberStyle = Pick<ParagraphNumber, 'text' | 'style' | 'closing' | 'values'>;

/** The number that follows another: `13.` after `12.`, `2.4` after `2.3`, `(b)` after `(a)`, `ii` after `i`. */
export function following(number: NumberStyle): NumberStyle {
  return withLast(number, number.values.at(-1)! + 1);
}

/** A number written as another is, with another last part. */
export function withLast(number: NumberStyle, last: number): NumberStyle {
  const values = [...number.values.slice(0, -1), last];
  return { ...number, values, text: written(number, values) };
}

function written({ style, text }: NumberStyle, values: readonly number[]): string {
  const small = style === 'letter' ? letterOf(values[0]!) : style === 'roman' ? romanOf(values[0]!) : values.join('.');
  return text === text.toLowerCase() ? small : small.toUpperCase();
}

/** a to z, then aa, bb. */
const letterOf = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);

/** A number with its marks: `(a)`, `12.`, `2.3`. */
export const marked = ({ text, closing }: Pick<NumberStyle, 'text' | 'closing'>): string =>
  closing === '()' ? `(${text})` : text + closing;

/** A number as the one before it makes it: `i.` behind `h.` is the ninth letter, not the first roman number. */
export function readAfter(number: NumberStyle, before: NumberStyle | null): NumberStyle {
  if (
    number.style === 'roman' &&
    number.text.length === 1 &&
    before?.style === 'letter' &&
    before.values[0] === number.text.toLowerCase().charCodeAt(0) - 97
  ) {
    return { ...number, style: 'letter', values: [before.values[0] + 1] };
  }
  return number;
}
