import type { IsoDate } from '../host.ts';
import type { Calendar } from './calendar.ts';

/** A step of a sum of working days: one day, or what of a week is counted. */
export interface Step {
  /** First and last day that is counted; the days of the whole step where none is. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly counted: number;
  /** Counted up to and with this step. */
  readonly inAll: number;
  /** Weekdays in it that are not counted, with why. Saturdays and Sundays are never told. */
  readonly leftOut: readonly { readonly date: IsoDate; readonly name: string }[];
}

/** More days than this are told by the week. */
const mostDays = 10;
/** More weeks than this nobody reads. */
const mostWeeks = 40;

/**
 * The sum of working days after one day, up to and with another: day by day where it is short, else week by week. Empty where it is too
 * long to read.
 */
export function stepsBetween(after: IsoDate, until: IsoDate, calendar: Calendar): readonly Step[] {
  if (calendar.clearDays(after, until) > mostWeeks * 7) return [];
  const steps: Step[] = [];
  let inAll = 0;
  const byDay = calendar.clearWorkingDays(after, calendar.addDays(until, 1)).days <= mostDays;
  let week: IsoDate[] = [];
  const close = (): void => {
    const working = week.filter((date) => calendar.dayOff(date) === null);
    const leftOut = week.flatMap((date) =>
      calendar.dayOfWeek(date) <= 5 && calendar.dayOff(date) !== null ? [{ date, name: calendar.dayOff(date)! }] : [],
    );
    inAll += working.length;
    if (working.length + leftOut.length > 0)
      steps.push({
        from: working[0] ?? leftOut[0]!.date,
        to: working.at(-1) ?? leftOut.at(-1)!.date,
        counted: working.length,
        inAll,
        leftOut,
      });
    week = [];
  };
  for (let date = calendar.addDays(after, 1); date <= until; date = calendar.addDays(date, 1)) {
    week.push(date);
    if (byDay || calendar.dayOfWeek(date) === 7) close();
  }
  close();
  return steps;
}
