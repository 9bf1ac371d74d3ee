import type { MeasureItem, Part } from '../items.ts';
import { findDates } from '../dates/dates.ts';
import { readDue } from '../dates/due.ts';
import type { DueIntroduced } from '../context/reading-state.ts';
import { part, spanOf, type Words } from '../words/words.ts';
import type { Span } from '../../text/span.ts';
import type { Label } from '../items.ts';

const number = String.raw`[£$€]?\d[\d,]*(?:[./]\d+)?(?:\s?(?:%|per\s?cent(?:age points?)?)|\s(?:in|of|out of)\s\d+)?`;
const from = new RegExp(
  String.raw`\b(?:from|baseline(?:\s(?:of|is|was))?:?|currently|starting at)\s+(?:(?:about|around|a baseline of)\s+)?(${number})`,
  'i',
);
const to = new RegExp(
  String.raw`\b(?:to|target(?:\s(?:of|is))?:?|reach(?:es)?|at least|at most|no more than|fewer than|less than|more than|under|below|above|over)\s+(?:(?:at least|at most|no more than|fewer than|less than|more than|under|below|above|over|or below|or above)\s+)?(${number})`,
  'i',
);
/**
 * "(35% in May 2019)", "(currently 31%)", "(2023/24: 45%)", "(June 2024: 30%)", "(81%)": a figure in brackets behind a target, with the day
 * or year it is of.
 */
const bracketed = new RegExp(
  String.raw`\((?:(?:now|currently|baseline|was|it was|from)[:,]?\s+(${number})[^()]{0,60}|(?:(?:as\s)?(?:at|in|of)\s)?(?:\d{1,2}\s)?(?:[a-z]{3,9}\s|q[1-4]\s)?(?:20)?\d\d(?:[/–-]\d\d)?:\s?(${number})|(?:20)?\d\d[/–-]\d\d\s+(${number})|(\d[\d,]*(?:\.\d+)?\s?%)|(${number})(?:\s[a-z]+){0,3}?\s+(?:in|at|as at|on|for|at the end of)\s+[^()]{0,40}\d{2})\)`,
  'i',
);
const share = new RegExp(String.raw`(?<![A-Za-zÀ-ɏ\d.,/])(\d[\d,]*(?:[./]\d+)?\s?(?:%|per\s?cent))`, 'i');

/** A number that a measure begins with and that is no day of a date. */
const leading = new RegExp(String.raw`^\s*(${number})(?=\s)(?!\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))`, 'i');

/** "All 4 posts are filled", "No assessment takes longer": a target without a figure. */
const whole = /^\s*((?:all|every|each|both|no|none|nobody|zero)(?:\s\d[\d,]*)?)(?=\s)/i;

/** The last number of some words, and what it counts: "Average wait 28 days". */
const last = new RegExp(
  String.raw`(?<![A-Za-z\d.,/])(${number})(?:\s(?!jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]+){0,3}\s*$`,
  'i',
);

/**
 * Reads what a measure says: "agency posts from 31% (March 2026) to 15% by 31 July 2026", "80% of children seen within timescale".
 * What cannot be told is null. `by` is the date that the introduction of its list gives, where the words give none.
 */
export function readMeasure(
  words: Words,
  span: Span,
  label: Label | null,
  form: MeasureItem['form'],
  by: DueIntroduced | null,
): MeasureItem {
  const { text } = words;
  const start = from.exec(text);
  const behind = start ? null : bracketed.exec(text);
  const baseline = capture(words, start ?? behind);
  const rest = start && baseline ? baseline.span.end - words.start : 0;
  // The target may come first: "95% by 31 March 2027, from 80%", "60 managers trained, from 10".
  const first = text.slice(0, (start ?? behind)?.index);
  const target =
    capture(words, to.exec(behind ? first : text.slice(rest)), rest) ??
    capture(words, share.exec(first)) ??
    (start || behind
      ? (capture(words, whole.exec(first)) ??
        capture(words, leading.exec(first)) ??
        capture(words, to.exec(first)) ??
        capture(words, last.exec(behind ? first : withoutDate(first))))
      : null);
  return {
    kind: 'measure',
    form,
    span,
    label,
    text: part(words).text,
    baseline,
    target,
    actual: null,
    by: dueOf(words) ?? (by && { ...by, span }),
  };
}

/** "Longest wait 52 weeks by 31 March 2027 (": without the date and the bracket that opens, so that its figure stands last. */
const withoutDate = (words: string): string => words.replace(/[\s(,;–-]+$/, '').replace(/[\s,]+(?:by|before|until)\s[^()]{4,40}$/i, '');

function capture(words: Words, match: RegExpExecArray | null, offset = 0): Part | null {
  if (!match) return null;
  const figure = match.slice(1).find((group) => group !== undefined)!;
  const start = offset + match.index + match[0].lastIndexOf(figure);
  return part(words, start, start + figure.length);
}

/** The date that "by", "before" or "until" leads to; the date of a baseline in brackets is not it. */
function dueOf(words: Words): MeasureItem['by'] {
  const dates = findDates(words.text, words.start, false);
  const due = dates.findLast(({ span }) =>
    /\b(?:by|before|until|till|for)\s+(?:the\s+)?$/i.test(
      words.text.slice(Math.max(0, span.start - words.start - 14), span.start - words.start),
    ),
  );
  return due ? { span: due.span, text: due.text, from: due.from, to: due.to, precision: due.precision } : null;
}

/** A measure of a table row. */
export function measureOfRow(
  span: Span,
  label: Label | null,
  measure: Words,
  cells: { readonly [K in 'baseline' | 'target' | 'actual' | 'by']: Words | null },
): MeasureItem {
  const said = (words: Words | null): Part | null => (words && words.text.trim() !== '' ? part(words) : null);
  return {
    kind: 'measure',
    form: 'table',
    span,
    label,
    text: part(measure).text,
    baseline: said(cells.baseline),
    target: said(cells.target),
    actual: said(cells.actual),
    by: cells.by && readDue(cells.by.text, spanOf(cells.by).start),
  };
}
