import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../host.ts';
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
export function createCalendar(extraHolidays: readonly Holiday[], { figures, meetings }: Pick<Calendar, 'figures' | 'meetings'> = { figures: new Map(), meetings: [] }): Calendar {
  const holidays = extraHolidays.length === 0 ? builtIn : new Map([...builtIn, ...extraHolidays.map(({ date, name }) => [date, name] as const)]);

  const holiday = (day: Temporal.PlainDate): string | null => {
    const listed = holidays.get(day.toString());
    if (listed !== undefined) return listed;
    if (day.month === 12 && day.day === 25) return 'Christmas Day';
    return isKnown(day.year) || !day.equals(goodFriday(day.year)) ? null : 'Good Friday';
  };
  const off = (day: Temporal.PlainDate): string | null => weekend[day.dayOfWeek] ?? holiday(day);

  /** Walks from `start`, not counting it, until `stop` says so; `stop` gets every working day's number. */
  const walk = (start: Temporal.PlainDate, step: 1 | -1, stop: (workingDays: number, day: Temporal.PlainDate) => boolean): WorkedOut & { readonly days: number } => {
    const leftOut: Holiday[] = [];
    const unknownYears = new Set<number>();
    let day = start;
    let days = 0;
    while (!stop(days, day)) {
      day = day.add({ days: step });
      if (stop(days, day)) break;
      if (!isKnown(day.year)) unknownYears.add(day.year);
      const name = off(day);
      if (name === null) days++;
      else if (day.dayOfWeek < 6) leftOut.push({ date: day.toString(), name });
    }
    return { date: day.toString(), leftOut: step === 1 ? leftOut : leftOut.reverse(), days, ...(unknownYears.size > 0 && { unknownYears: [...unknownYears] }) };
  };
  const workingDay = (date: IsoDate, step: 1 | -1): IsoDate => {
    let day = Temporal.PlainDate.from(date);
    do day = day.add({ days: step });
    while (off(day) !== null);
    return day.toString();
  };

  const daysOff = new Map<IsoDate, string | null>();

  const calendar: Calendar = {
    dayOff: (date) => {
      let found = daysOff.get(date);
      if (found === undefined) {
        // Documents speak of few days, again and again; a hostile one of many must not fill the memory.
        if (daysOff.size >= mostKept) daysOff.clear();
        daysOff.set(date, (found = off(Temporal.PlainDate.from(date))));
      }
      return found;
    },
    addWorkingDays: (from, days) => {
      const { days: _, ...workedOut } = walk(Temporal.PlainDate.from(from), 1, (counted) => counted >= Math.min(days, most));
      return workedOut;
    },
    periodBeginningWith: (from, days) => calendar.addDays(from, days - 1),
    clearDays: (from, to) => Math.max(0, Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days - 1),
    clearWorkingDays: (from, to) => {
      const end = Temporal.PlainDate.from(to);
      const walked = walk(Temporal.PlainDate.from(from), 1, (counted, day) => Temporal.PlainDate.compare(day, end) >= 0 || counted >= most);
      return { ...walked, date: to };
    },
    latestPublication: (meeting, clearWorkingDays) => {
      const firstClearDay = walk(Temporal.PlainDate.from(meeting), -1, (counted) => counted >= Math.min(clearWorkingDays, most)).date;
      return workingDay(firstClearDay, -1);
    },
    nextWorkingDay: (date) => workingDay(date, 1),
    previousWorkingDay: (date) => workingDay(date, -1),
    addDays: (date, days) => Temporal.PlainDate.from(date).add({ days: Math.max(-most * 10, Math.min(days, most * 10)) }).toString(),
    dayOfWeek: (date) => Temporal.PlainDate.from(date).dayOfWeek,
    figures,
    meetings,
  };
  return calendar;
}

/** Whether the built-in list covers a year. */
const isKnown = (year: number): boolean => year >= bankHolidays.from && year <= bankHolidays.to;

/** Two days before Easter Sunday, by the Gregorian reckoning of Meeus, Jones and Butcher. */
function goodFriday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * correction + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 }).subtract({ days: 2 });
}
