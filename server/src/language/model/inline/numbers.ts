import { numbersInWords } from '../../text/english.ts';
import type { ParagraphNumber } from '../items.ts';

const figures = /(\()?(\d{1,3}(?:\.\d{1,3}){0,3})(\)|\.(?!\d))?(?=\s)/y;
const letters = /(\()?([A-Za-z]|[ivxl]{2,7}|[IVX]{2,7})(\)|\.)(?=\s)/y;
/** A number before one of these counts or measures something. */
const units = /\s+(?:AM|PM|FTEs?|GB|MB|KB|Million|Billion|Per\s?cent|Percent|%)(?![A-Za-zÀ-ɏ\d])/uy;
const roman = /^x{0,3}(?:ix|iv|v?i{0,3})$/i;
const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/**
 * The number that somebody wrote by hand at the start of a paragraph: `12.`, `2.3`, `2.3.`, `(a)`, `a)`, `i.`, `iv)`, `(1)`; null where
 * the text only begins with a figure ("10 social workers", "3.5 per cent", "2019 was") or an initial ("I. Smith").
 * `bareWhole` also takes a whole number with no mark before a capital, as in the heading "2 Action required".
 * The number's span is `base` + index in `text`; `rest` is the index in `text` where what follows the number begins. Never throws.
 */
export function readParagraphNumber(
  text: string,
  base: number,
  bareWhole = false,
): { readonly number: ParagraphNumber; readonly rest: number } | null {
  const start = text.length - text.trimStart().length;
  figures.lastIndex = start;
  letters.lastIndex = start;
  const match = figures.exec(text) ?? letters.exec(text);
  if (!match) return null;
  const [all, open, written, mark] = match as unknown as [string, string | undefined, string, string | undefined];
  const closing = open ? (mark === ')' ? '()' : null) : mark === ')' ? ')' : mark === '.' ? '.' : '';
  if (closing === null) return null;
  const end = start + all.length;
  const rest = end + (text.slice(end).length - text.slice(end).trimStart().length);
  if (rest >= text.length) return null;
  const kind = /\d/.test(written) ? kindOfFigures(text, written, closing, end, rest, bareWhole) : kindOfLetters(written, closing);
  return kind && { number: { span: { start: base + start, end: base + end }, text: written, closing, ...kind }, rest };
}

type Kind = Pick<ParagraphNumber, 'style' | 'values'>;

function kindOfFigures(
  text: string,
  written: string,
  closing: ParagraphNumber['closing'],
  end: number,
  rest: number,
  bareWhole: boolean,
): Kind | null {
  const values = written.split('.').map(Number);
  if (values[0] === 0) return null;
  units.lastIndex = end;
  if (units.test(text)) return null;
  if (closing === '') {
    // "3.1 1,104 reviews were held", "3.2 £1.2m was spent": a paragraph may begin with a figure behind a number of several parts.
    const startsSentence =
      /^[A-ZÀ-Þ"'“‘(*_[]/u.test(text.slice(rest, rest + 2)) ||
      (values.length > 1 && /^(?:£\d|\d[\d,]*(?:\.\d+)?(?:%| (?:of )?[a-z]))/.test(text.slice(rest, rest + 24)));
    if (!startsSentence || (values.length === 1 && !bareWhole)) return null;
  }
  return { style: values.length === 1 ? 'number' : 'section.paragraph', values };
}

function kindOfLetters(written: string, closing: ParagraphNumber['closing']): Kind | null {
  const isCapital = written !== written.toLowerCase();
  // "I. Smith", "A. Jones"
  if (isCapital && closing === '.') return null;
  const small = written.toLowerCase();
  // v and x stand in lists i, ii, iii far more often than in lists that reach the 22nd letter.
  if (roman.test(small)) return { style: 'roman', values: [romanValue(small)] };
  return small.length === 1 ? { style: 'letter', values: [small.charCodeAt(0) - 96] } : null;
}

function romanValue(small: string): number {
  const values = Array.from(small, (letter) => romanValues[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

const words: readonly string[] = ['zero', ...numbersInWords];

/** The number that a word or figures stand for ("three", "Eight", "12"), from 0 to 999; null where they stand for none. */
export function readCount(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const value = words.indexOf(word.toLowerCase());
  return value < 0 ? null : value;
}
