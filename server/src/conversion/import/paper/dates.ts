import type { IsoDate } from '../../../language/host.ts';
import { dayInWords, isoDay, monthNames } from '../../../language/model/dates/date-words.ts';

/** A day, or the first and last day of a visit, that the text states in full. */
export interface StatedDate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly from: IsoDate;
  /** Same as `from` for a single day. */
  readonly to: IsoDate;
}

/** The day of the week that a day is: “Monday”. */
export const weekdayOf = (date: IsoDate): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

const months = monthNames.map((name) => name.toLowerCase());
const monthPattern = months.map((month) => (month.length > 4 ? `${month}|${month.slice(0, 3)}` : month)).join('|');
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const inWords = new RegExp(
  `\\b(?:${day}(?:\\s+(${monthPattern})\\.?)?\\s*(?:and|to|&|-|–)\\s*)?${day}(?:\\s+of)?\\s+(${monthPattern})\\.?,?\\s+(\\d{4})\\b`,
  'gi',
);
const inFigures = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/g;

/** "between 7 March 2016 and 12 March 2016": two days of one visit. */
const between = new RegExp(
  `\\b(?:between|from)\\s+${day}\\s+(${monthPattern})\\.?,?\\s+(\\d{4})\\s+(?:and|to|until)\\s+${day}\\s+(${monthPattern})\\.?,?\\s+(\\d{4})\\b`,
  'gi',
);

/** Full dates, with day, month and a year of four figures; days that no calendar has are left out. */
export function statedDates(text: string): readonly StatedDate[] {
  const found: StatedDate[] = [];
  for (const match of text.matchAll(between)) {
    const [whole, firstDay, firstMonth, firstYear, lastDay, lastMonth, lastYear] = match;
    const from = iso(Number(firstYear), monthNumber(firstMonth!), Number(firstDay));
    const to = iso(Number(lastYear), monthNumber(lastMonth!), Number(lastDay));
    if (from !== null && to !== null && from <= to)
      found.push({ text: whole, start: match.index, end: match.index + whole.length, from, to });
  }
  for (const match of text.matchAll(inWords)) {
    if (found.some(({ start, end }) => match.index >= start && match.index < end)) continue;
    const [whole, firstDay, firstMonth, lastDay, lastMonth, year] = match;
    const to = iso(Number(year), monthNumber(lastMonth!), Number(lastDay));
    const from = firstDay === undefined ? to : iso(Number(year), monthNumber(firstMonth ?? lastMonth!), Number(firstDay));
    if (to !== null && from !== null && from <= to)
      found.push({ text: whole, start: match.index, end: match.index + whole.length, from, to });
  }
  for (const match of text.matchAll(inFigures)) {
    const [whole, dayText, month, year] = match;
    const date = iso(Number(year), Number(month), Number(dayText));
    if (date !== null) found.push({ text: whole, start: match.index, end: match.index + whole.length, from: date, to: date });
  }
  return found.sort((a, b) => a.start - b.start);
}

const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?';
const onlyDate = new RegExp(
  `^${weekday}(?:${day}(?:\\s+of)?\\s+(?:${monthPattern})\\.?,?\\s+\\d{4}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4})[.,;]?$`,
  'i',
);

/** The date that a line consists of, a day of the week before it allowed; null where there is anything else. */
export function dateAlone(line: string): StatedDate | null {
  const text = line.trim();
  return text.length < 60 && onlyDate.test(text) ? (statedDates(text)[0] ?? null) : null;
}

const monthNumber = (name: string): number => months.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;

/** A day of the years that papers speak of, in ISO form. */
const iso = (year: number, month: number, dayOfMonth: number): IsoDate | null =>
  year < 1900 || year > 2200 ? null : isoDay(year, month, dayOfMonth);

/** A day as a workbook holds it, as an officer writes it; any other value as it is. */
export const inOfficersWords = (value: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value) : value);
