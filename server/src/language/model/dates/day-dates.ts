import {
  isoDay,
  longYear,
  monthNumber,
  monthSource,
  stretch,
  weekdayNumber,
  weekdaySource,
  withoutYear,
  type DateReading,
  type FoundDate,
} from './date-words.ts';
import { eat, wordBefore } from '../words/scanning.ts';

/** A day as written, before its month. */
interface Day {
  readonly value: number;
  readonly ordinal: boolean;
  readonly leadingZero: boolean;
  readonly weekday: number | null;
  readonly weekdayStart: number;
  readonly weekdayEnd: number;
  readonly start: number;
  /** What joins it to the day before it. */
  readonly join: string;
}

/** Days with their month and perhaps their year. */
interface DayMonth {
  readonly days: readonly Day[];
  readonly month: number;
  readonly year: number | null;
  readonly shortYear: boolean;
  readonly start: number;
  readonly end: number;
}

const weekdayPattern = new RegExp(String.raw`(${weekdaySource}),?\s{1,3}(?:the\s)?`, 'iy');
const dayPattern = /(?:the\s)?(\d{1,2})(st|nd|rd|th)?(?![A-Za-zÀ-ɏ\d%])/iy;
const joinPattern = /(?:,\s{0,2}(and|&)\s{1,2}|(,)\s{0,2}|\s{1,2}(and|&)\s{1,2}|\s{1,2}(to|until|till)\s{1,2}|(&)|\s?([–—-])\s?|(\/))/uy;
const monthPattern = new RegExp(String.raw`(?:,?\s{0,3}|\s{1,2}of\s{1,2}|[-/](?=[A-Za-zÀ-ɏ]))(${monthSource})`, 'iy');
const yearPattern = /(?:,?\s{1,3}|-)((?:19|20|21)\d{2})(?!\d|\/\d|[–-]\d{2}(?!\d|\s?[A-Za-zÀ-ɏ]))/uy;
const apostropheYear = /\s?['’](\d{2})(?![\d%])/uy;
/**
 * Two figures are a year only where the sentence, the bracket or the cell ends with them: "on 15 January 19 children" says nothing of 2019.
 */
const bareShortYear = /(?:\s|-)(\d{2})(?=\s*(?:$|[.,;:!?)\]|](?!\d)))/uy;
const ambiguousFigure = /\s\d{2}(?![\d.:,/]|\s?[ap]m)/uy;
const rangePattern = /\s{1,2}(to|until|till|and)\s{1,2}|(\s?)([–—-])\s?/uy;

/** Words whose number is not a day: "Table 3 March 2019". */
const numberedWords = new Set(
  `appendix appendices table tables figure figures item items section sections paragraph paragraphs para paras page pages chapter annex part parts number no visit week weeks phase
version stage covid aged age ages year years group room form rule regulation article schedule clause grade band tier step priority action recommendation finding objective standard level class unit question ward`.split(
    /\s+/,
  ),
);
const addressWords =
  /\s(?:Street|Road|Close|Avenue|Lane|Drive|Way|Court|House|Place|Crescent|Gardens|Terrace|Grove|Square|Row|Hill|Walk|Mews|Park)(?![A-Za-zÀ-ɏ])/uy;
const verbAfterMay = /\s(?:be|not|have|need|also|apply|wish|require|include|want|only|then|still|well|lead|result)(?![A-Za-zÀ-ɏ])/uy;
const prepositions = new Set([
  'on',
  'by',
  'from',
  'to',
  'until',
  'till',
  'before',
  'after',
  'since',
  'of',
  'dated',
  'the',
  'and',
  'between',
  'for',
  'at',
]);
/** A date that was moved may well be moved backwards: "from 3 June to 7 May" is then no period. */
const movedPattern =
  /\b(?:moved?|mov|chang|brought|bring|reschedul|defer|postpon|amend|revis|correct|alter|slip|exten|put back|re-?arrang|delay|shift|updat|switch|rather|instead)/i;

/**
 * Dates that begin with a day of the month or of the week: 6 March 2019, Wednesday, 16 May 2018, 8 and 9 January 2019,
 * 1 to 5 July 2022, 3 May to 7 June 2021, 5 September. Empty where there is none at `at`.
 */
export function readDayMonth(text: string, at: number): readonly FoundDate[] {
  const first = readDaysOfMonth(text, at);
  if (!first) return [];
  const second = readSecond(text, first);
  if (second) {
    const range = readRange(text, first, second.to, second.strict);
    if (range) return [range];
  }
  return readAlone(text, first);
}

function readDaysOfMonth(text: string, at: number): DayMonth | null {
  const days: Day[] = [];
  let join = '';
  for (let next = at; days.length < 10;) {
    const weekday = /[a-z]/i.test(text[next] ?? '') ? eat(weekdayPattern, text, next) : null;
    const dayStart = next + (weekday?.[0].length ?? 0);
    const day = eat(dayPattern, text, dayStart);
    if (!day) return null;
    const value = Number(day[1]);
    if (value < 1 || value > 31) return null;
    days.push({
      value,
      join,
      start: next,
      ordinal: day[2] !== undefined,
      leadingZero: day[1]!.startsWith('0'),
      weekday: weekday ? weekdayNumber(weekday[1]!) : null,
      weekdayStart: next,
      weekdayEnd: next + (weekday?.[1]!.replace(/\.$/, '').length ?? 0),
    });
    const after = dayStart + day[0].length;
    const month = eat(monthPattern, text, after);
    if (month) return withYear(text, days, month[1]!, after + month[0].length, at);
    const joined = eat(joinPattern, text, after);
    if (!joined) return null;
    join = (joined[1] ?? joined[2] ?? joined[3] ?? joined[4] ?? joined[5] ?? joined[6] ?? joined[7])!;
    next = after + joined[0].length;
  }
  return null;
}

function withYear(text: string, days: readonly Day[], monthWord: string, end: number, start: number): DayMonth | null {
  // "4, 6 March 2019" is more likely a number and a date than two days; "8/9 March" is two days.
  if (days.at(-1)!.join === ',') return null;
  const day = days[0]!;
  if (!day.weekday && !day.ordinal && numberedWords.has(wordBefore(text, start).toLowerCase())) return null;
  const month = monthNumber(monthWord);
  const year = eat(yearPattern, text, end);
  if (year) return { days, month, year: Number(year[1]), shortYear: false, start, end: end + year[0].length };
  const short = eat(apostropheYear, text, end) ?? (/^[A-ZÀ-Þ]/u.test(monthWord) ? eat(bareShortYear, text, end) : null);
  if (short) return { days, month, year: longYear(short[1]!), shortYear: true, start, end: end + short[0].length };
  if (
    !/^[A-ZÀ-Þ]/u.test(monthWord) ||
    eat(addressWords, text, end) ||
    eat(ambiguousFigure, text, end) ||
    /^(?:,?\s?\d{4}|\/\d)/.test(text.slice(end, end + 7))
  )
    return null;
  if (month === 5 && !day.ordinal && eat(verbAfterMay, text, end) && !prepositions.has(wordBefore(text, start).toLowerCase())) return null;
  return { days, month, year: null, shortYear: false, start, end };
}

/** The second half of "3 May to 7 June 2021", and whether the words leave no doubt that a period is meant. */
function readSecond(text: string, first: DayMonth): { readonly to: DayMonth; readonly strict: boolean } | null {
  const joined = eat(rangePattern, text, first.end);
  if (!joined) return null;
  const before = wordBefore(text, first.start).toLowerCase();
  if (joined[1] === 'and' && before !== 'between') return null;
  const to = readDaysOfMonth(text, first.end + joined[0].length);
  if (!to || to.days.length > 1) return null;
  const strict =
    (before === 'from' || before === 'between' || (joined[3] !== undefined && joined[2] === '')) && !isMoved(text, first.start);
  return { to, strict };
}

function isMoved(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 100), at);
  return movedPattern.test(before.slice(Math.max(...['.', '!', '?', ';'].map((mark) => before.lastIndexOf(mark))) + 1));
}

function readRange(text: string, first: DayMonth, second: DayMonth, strict: boolean): FoundDate | null {
  const start = first.days[0]!;
  const end = second.days[0]!;
  const style = styleOf([...first.days, end], first.shortYear || second.shortYear);
  const shape = found(first, second.end, style);
  if (first.year === null && second.year === null) {
    if (!existsInSomeYear(first.month, start.value) || !existsInSomeYear(second.month, end.value)) return null;
    return { ...shape, ...withoutYear('period', style) };
  }
  // The year is said once: a period from December to January crosses the new year.
  const fromYear = first.year ?? (first.month > second.month ? second.year! - 1 : second.year!);
  const toYear = second.year ?? (first.month > second.month ? first.year! + 1 : first.year!);
  const from = isoDay(fromYear, first.month, start.value);
  const to = isoDay(toYear, second.month, end.value);
  // A day that does not exist is said of that day alone.
  if (from === null || to === null) return null;
  if (from <= to) return isMoved(text, first.start) ? null : { ...shape, ...stretch(from, to, 'period', style) };
  return strict ? { ...shape, from: null, to: null, precision: 'period', style, hasYear: true, possible: false } : null;
}

function readAlone(text: string, date: DayMonth): readonly FoundDate[] {
  const { days, month, year } = date;
  const style = styleOf(days, date.shortYear);
  const shape = found(date, date.end, style);
  const impossible: DateReading = {
    from: null,
    to: null,
    precision: days.length > 1 ? 'period' : 'day',
    style,
    hasYear: year !== null,
    possible: false,
  };
  if (days.some(({ value }) => (year === null ? !existsInSomeYear(month, value) : isoDay(year, month, value) === null)))
    return [{ ...shape, ...impossible }];
  const values = days.map(({ value }) => value);
  const isRange = days.length === 2 && ['to', 'until', 'till', '-', '–', '—'].includes(days[1]!.join);
  if (isRange && values[0]! > values[1]! && !isMoved(text, date.start)) return [{ ...shape, ...impossible }];
  if (year === null) return [{ ...shape, ...withoutYear(days.length > 1 ? 'period' : 'day', style) }];
  const day = (value: number) => isoDay(year, month, value)!;
  return [{ ...shape, ...stretch(day(Math.min(...values)), day(Math.max(...values)), days.length > 1 ? 'period' : 'day', style) }];
}

/** Whether some year has the day: 29 February does exist, 30 February does not. */
const existsInSomeYear = (month: number, day: number): boolean => isoDay(2020, month, day) !== null;

function found(date: DayMonth, end: number, style: DateReading['style']): FoundDate {
  const { weekday, weekdayStart, weekdayEnd } = date.days[0]!;
  return {
    start: date.start,
    end,
    weekday,
    weekdayStart,
    weekdayEnd,
    from: null,
    to: null,
    precision: 'day',
    style,
    hasYear: false,
    possible: true,
  };
}

function styleOf(days: readonly Day[], shortYear: boolean): DateReading['style'] {
  if (days.some(({ ordinal }) => ordinal)) return 'ordinal';
  if (days.some(({ leadingZero }) => leadingZero)) return 'leading-zero';
  return shortYear ? 'short-year' : 'plain';
}
