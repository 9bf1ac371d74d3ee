import type { IsoDate } from '../../host.ts';
import type { DateItem } from '../items.ts';

/** A date as it was read: a {@link DateItem} without its place, its text and whose words it stands in. */
export type DateReading = Pick<DateItem, 'from' | 'to' | 'precision' | 'style' | 'hasYear' | 'possible'>;

/** A reading with where it stands: offsets in the text given. */
export interface FoundDate extends DateReading {
  readonly start: number;
  readonly end: number;
  readonly weekday: number | null;
  readonly weekdayStart: number;
  readonly weekdayEnd: number;
}

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const weekdayStems = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Regular expression source of a month's name or its short form; a full stop after a short form belongs to it where a figure follows. */
export const monthSource = String.raw`(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?:\.(?=\s?['’]?\d))?)(?![A-Za-zÀ-ɏ\d])`;
export const weekdaySource = String.raw`(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\.?)(?![A-Za-zÀ-ɏ\d])`;

/** 1 to 12 of a month's name or short form, or 0 where it is none. */
export const monthNumber = (word: string): number =>
  monthNames.findIndex((name) => name.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase()) + 1;
/** 1 Monday to 7 Sunday, or 0. */
export const weekdayNumber = (word: string): number => weekdayStems.indexOf(word.slice(0, 3).toLowerCase()) + 1;

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** `2021-06-08` → "8 June 2021". */
export function dayInWords(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${monthNames[month - 1] ?? ''} ${year}`;
}

/** The day in ISO form, or null where there is no such day. */
export function isoDay(year: number, month: number, day: number): IsoDate | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export const firstOfMonth = (year: number, month: number): IsoDate => isoDay(year, month, 1)!;
export const lastOfMonth = (year: number, month: number): IsoDate => isoDay(year, month, daysInMonth(year, month))!;

/** The year that two figures stand for: 00 to 49 in this century, the others in the last. */
export const longYear = (figures: string): number =>
  figures.length > 2 ? Number(figures) : Number(figures) < 50 ? 2000 + Number(figures) : 1900 + Number(figures);

/** A stretch of time that was read, with nothing impossible in it. */
export const stretch = (
  from: IsoDate,
  to: IsoDate,
  precision: DateReading['precision'],
  style: DateReading['style'] = 'other',
): DateReading => ({ from, to, precision, style, hasYear: true, possible: true });
/** Something that names a date whose year is not said. */
export const withoutYear = (precision: DateReading['precision'], style: DateReading['style'] = 'other', possible = true): DateReading => ({
  from: null,
  to: null,
  precision,
  style,
  hasYear: false,
  possible,
});

/** First and last month of a season, as the weather has it; winter ends in the next year. */
export const seasons: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 2],
};

export function seasonOf(season: string, year: number): DateReading {
  const [first, last] = seasons[season.toLowerCase()]!;
  return stretch(firstOfMonth(year, first), lastOfMonth(last < first ? year + 1 : year, last), 'season');
}

/** Council's financial year, 1 April to 31 March. */
export const financialYear = (year: number): DateReading => stretch(`${year}-04-01`, `${year + 1}-03-31`, 'year');
/** School's year, 1 September to 31 August. */
export const academicYear = (year: number): DateReading => stretch(`${year}-09-01`, `${year + 1}-08-31`, 'year');

/** A quarter of a financial year: Q1 is April to June. */
export function financialQuarter(year: number, quarter: number): DateReading {
  const first = quarter === 4 ? 1 : quarter * 3 + 1;
  const of = quarter === 4 ? year + 1 : year;
  return stretch(firstOfMonth(of, first), lastOfMonth(of, first + 2), 'quarter');
}

/**
 * "Q2 2019": a quarter of the calendar year or of the financial year that begins in it, so from the first day of the one to the last of the
 * other.
 */
export function eitherQuarter(year: number, quarter: number): DateReading {
  return stretch(firstOfMonth(year, quarter * 3 - 2), financialQuarter(year, quarter).to!, 'quarter');
}
