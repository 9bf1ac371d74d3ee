import type { IsoDate } from '../host.ts';
import { dateOf, dayIn, numberOf, yearOf, type DayNumber } from './day.ts';
import bankHolidays from './bank-holidays.json' with { type: 'json' };
import type { Calendar, WorkedOut } from './calendar.ts';

type Holiday = { readonly date: IsoDate; readonly name: string };
const builtIn: ReadonlyMap<IsoDate, string> = new Map(bankHolidays.days.map(({ date, name }) => [date, name]));
const weekend: Readonly<Record<number, string>> = { 6: 'Saturday', 7: 'Sunday' };
/** More working days than any rule counts, so that a slip of the pen does not keep anybody waiting. */
const most = 10_000;
/** Days whose answer is kept. */
const mostKept = 5_000;

/**
 * The calendar of England and Wales, with the officer's own closing days. A working day is any day but Saturday, Sunday, Christmas Day,
 * Good Friday and a bank holiday (SI 2007/462, regulation 1(2)). Its methods throw a RangeError for a date that is none.
 */
export function createCalendar(
  extraHolidays: readonly Holiday[],
  { figures, meetings }: Pick<Calendar, 'figures' | 'meetings'> = { figures: new Map(), meetings: [] },
): Calendar {
  const holidays =
    extraHolidays.length === 0 ? builtIn : new Map([...builtIn, ...extraHolidays.map(({ date, name }) => [date, name] as const)]);

  const byNumber = new Map(Array.from(holidays, ([date, name]) => [numberOf(date), name] as const));

  const holiday = (day: DayNumber): string | null => byNumber.get(day) ?? fixedHoliday(day);
  const off = (day: DayNumber): string | null => weekend[weekdayOf(day)] ?? holiday(day);

  /** Walks from `start`, not counting it, until `stop` says so; `stop` gets every working day's number. */
  const walk = (
    start: DayNumber,
    step: 1 | -1,
    stop: (workingDays: number, day: DayNumber) => boolean,
  ): WorkedOut & { readonly days: number } => {
    const leftOut: Holiday[] = [];
    const unknownYears = new Set<number>();
    let day = start;
    let days = 0;
    while (!stop(days, day)) {
      day += step;
      if (stop(days, day)) break;
      if (!isListed(day)) unknownYears.add(yearOf(day));
      const name = off(day);
      if (name === null) days++;
      else if (weekdayOf(day) < 6) leftOut.push({ date: dateOf(day), name });
    }
    return {
      date: dateOf(day),
      leftOut: step === 1 ? leftOut : leftOut.reverse(),
      days,
      ...(unknownYears.size > 0 && { unknownYears: [...unknownYears] }),
    };
  };
  const workingDay = (date: IsoDate, step: 1 | -1): IsoDate => {
    let day = numberOf(date);
    do day += step;
    while (off(day) !== null);
    return dateOf(day);
  };

  const daysOff = new Map<IsoDate, string | null>();

  const calendar: Calendar = {
    dayOff: (date) => {
      let found = daysOff.get(date);
      if (found === undefined) {
        // Documents speak of few days, again and again; a hostile one of many must not fill the memory.
        if (daysOff.size >= mostKept) daysOff.clear();
        daysOff.set(date, (found = off(numberOf(date))));
      }
      return found;
    },
    addWorkingDays: (from, days) => {
      const { days: _, ...workedOut } = walk(numberOf(from), 1, (counted) => counted >= Math.min(days, most));
      return workedOut;
    },
    periodBeginningWith: (from, days) => calendar.addDays(from, days - 1),
    clearDays: (from, to) => Math.max(0, numberOf(to) - numberOf(from) - 1),
    clearWorkingDays: (from, to) => {
      const end = numberOf(to);
      const walked = walk(numberOf(from), 1, (counted, day) => day >= end || counted >= most);
      return { ...walked, date: to };
    },
    latestPublication: (meeting, clearWorkingDays) => {
      const firstClearDay = walk(numberOf(meeting), -1, (counted) => counted >= Math.min(clearWorkingDays, most)).date;
      return workingDay(firstClearDay, -1);
    },
    nextWorkingDay: (date) => workingDay(date, 1),
    previousWorkingDay: (date) => workingDay(date, -1),
    addDays: (date, days) => dateOf(numberOf(date) + Math.max(-most * 10, Math.min(days, most * 10))),
    dayOfWeek: (date) => weekdayOf(numberOf(date)),
    figures,
    meetings,
  };
  return calendar;
}

/** 1 Monday to 7 Sunday; the first of all numbers was a Thursday. */
const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;

const firstListed = numberOf(`${bankHolidays.from}-01-01`);
const lastListed = numberOf(`${bankHolidays.to}-12-31`);

/** Whether the built-in list covers the year of a day. */
const isListed = (day: DayNumber): boolean => day >= firstListed && day <= lastListed;

const fixedInYear = new Map<number, { readonly christmas: DayNumber; readonly goodFriday: DayNumber }>();

/** What is a holiday in every year, whether or not a list says so. */
function fixedHoliday(day: DayNumber): string | null {
  const year = yearOf(day);
  let fixed = fixedInYear.get(year);
  if (!fixed) fixedInYear.set(year, (fixed = { christmas: dayIn(year, 12, 25), goodFriday: goodFriday(year) }));
  if (day === fixed.christmas) return 'Christmas Day';
  return isListed(day) || day !== fixed.goodFriday ? null : 'Good Friday';
}

/** Two days before Easter Sunday, by the Gregorian reckoning of Meeus, Jones and Butcher. */
function goodFriday(year: number): DayNumber {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const epact =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * correction + 114;
  return dayIn(year, Math.floor(sum / 31), (sum % 31) + 1) - 2;
}
