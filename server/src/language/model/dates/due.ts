import type { IsoDate } from '../../host.ts';
import type { Due } from '../items.ts';
import {
  financialYear,
  firstOfMonth,
  lastOfMonth,
  longYear,
  monthNumber,
  monthSource,
  seasonOf,
  seasons,
  stretch,
  withoutYear,
  type DateReading,
} from './date-words.ts';
import { scanDates } from './dates.ts';

/**
 * What a due date says: the text of a cell or a field. Null where it is blank; precision `none` where it names no time ("Ongoing",
 * "TBC"); no `from` and `to` where no year is said. Several dates make one stretch from the first to the last day that can be meant.
 * The span is that of the trimmed text, `base` + index. Never throws.
 */
export function readDue(text: string, base: number): Due | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const start = base + text.indexOf(trimmed);
  const { from, to, precision } = readWhole(trimmed) ?? readSeveral(trimmed);
  return { span: { start, end: start + trimmed.length }, text: trimmed.replaceAll(/\s+/g, ' '), from, to, precision };
}

/** The day that a text is, in any form with a year ("8 May 2018", "2018-05-08"); null where it is more, less, or no day in the calendar. */
export function readDate(text: string): IsoDate | null {
  const period = readPeriod(text);
  return period && period.from === period.to ? period.from : null;
}

/** The day or the days that a text is: "2019-01-08/2019-01-09", "8 and 9 January 2019". Null where it is anything else. */
export function readPeriod(text: string): { readonly from: IsoDate; readonly to: IsoDate } | null {
  const trimmed = text.trim();
  const [date, ...others] = scanDates(trimmed);
  if (
    !date ||
    others.length > 0 ||
    date.start > 0 ||
    date.end < trimmed.length ||
    (date.precision !== 'day' && date.precision !== 'period') ||
    date.from === null ||
    date.to === null
  )
    return null;
  return { from: date.from, to: date.to };
}

function readSeveral(text: string): DateReading {
  const dates = scanDates(text);
  const [first] = dates;
  if (!first) return { ...withoutYear('none'), possible: true };
  if (dates.length === 1) return first;
  const said = dates.filter(({ from }) => from !== null);
  if (said.length === 0) return first;
  if (said.length === 1) return said[0]!;
  return stretch(
    said.map(({ from }) => from!).toSorted()[0]!,
    said
      .map(({ to }) => to!)
      .toSorted()
      .at(-1)!,
    'period',
  );
}

const wholeMonth = new RegExp(
  String.raw`^(?:(?:by|from|in|during|until|since|for|from:|start(?:ing|ed)?|begin(?:ning|s)?)\s)?(?:the\s)?(?:(?:end|start|beginning|middle)(?:\sof)?\s|(?:early|mid|late)[\s-])?(${monthSource})(?:[\s-]{1,2}['’]?(\d{2}))?$`,
  'i',
);

/** "Feb–Jun 26", "Sept 25 to Mar 26": short years of spreadsheets on months with a range between them. */
const monthRange = new RegExp(
  String.raw`^(${monthSource})(?:[\s-]['’]?(\d{2}))?\s?(?:[–—/-]|to|until)\s?(${monthSource})[\s-]['’]?(\d{2})$`,
  'i',
);

/** Forms that mean a time only where they are all that a cell says. */
function readWhole(text: string): DateReading | null {
  const year = /^(?:by\s|in\s|during\s)?(20\d{2})$/i.exec(text)?.[1];
  if (year) return stretch(`${year}-01-01`, `${year}-12-31`, 'year');
  // None of the others has a year in full, which most cells have.
  if (/\d{4}/.test(text)) return null;
  const month = wholeMonth.exec(text);
  if (month) {
    if (month[2] === undefined) return withoutYear('month');
    // "Dec-16" is how spreadsheets write December 2016.
    const inFull = longYear(month[2]);
    if (Number(month[2]) >= 10)
      return stretch(firstOfMonth(inFull, monthNumber(month[1]!)), lastOfMonth(inFull, monthNumber(month[1]!)), 'month', 'short-year');
    return null;
  }
  const season = /^(?:by\s)?(?:the\s)?(?:end\sof\s)?(spring|summer|autumn|winter)(?:\sterm)?\s['’]?(\d{2})$/i.exec(text);
  if (season) return seasonOf(season[1]!, longYear(season[2]!));
  const range = monthRange.exec(text);
  if (range) {
    const [first, last, toYear] = [monthNumber(range[1]!), monthNumber(range[3]!), longYear(range[4]!)];
    const from = firstOfMonth(range[2] === undefined ? (first > last ? toYear - 1 : toYear) : longYear(range[2]), first);
    const to = lastOfMonth(toYear, last);
    return from <= to ? stretch(from, to, 'period', 'short-year') : null;
  }
  if (
    /^(?:the\s)?(?:(?:end of|early|late|mid)[\s-])?(?:the\s)?(\w+)(?:\sterm)?$/i.test(text) &&
    Object.keys(seasons).some((season) => new RegExp(String.raw`\b${season}\b`, 'i').test(text))
  )
    return withoutYear('season');
  if (/^(?:end of\s)?(?:Q[1-4]|quarter [1-4])$/i.test(text)) return withoutYear('quarter');
  const years = /^(\d{2})\/(\d{2})$/.exec(text);
  if (years && (Number(years[1]) + 1) % 100 === Number(years[2]) && Number(years[1]) >= 13) return financialYear(2000 + Number(years[1]));
  return null;
}
