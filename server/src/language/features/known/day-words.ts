import type { Calendar } from '../../calendar/calendar.ts';
import type { IsoDate } from '../../host.ts';
import { dayInWords, weekdayNames } from '../../model/dates/date-words.ts';
import { counted } from '../../text/english.ts';

export const weekdayOf = (date: IsoDate, calendar: Calendar): string => weekdayNames[calendar.dayOfWeek(date) - 1] ?? '';

/** "Tuesday 8 June 2021", with why it is no working day where it is not. */
export function describeDay(date: IsoDate, calendar: Calendar): string {
  const weekday = weekdayOf(date, calendar);
  const off = calendar.dayOff(date);
  return `${weekday} ${dayInWords(date)}${off && off !== weekday ? ` (${off})` : off ? ' (not a working day)' : ''}`;
}

/** Working days after the first of two days, up to and with the second. */
export const workingDaysAfter = (first: IsoDate, last: IsoDate, calendar: Calendar): number =>
  calendar.clearWorkingDays(first, last).days + (calendar.dayOff(last) === null ? 1 : 0);

/** How far a day is away: "in 12 days (8 working days)", "today", "3 days (1 working day) ago". */
export function distance(date: IsoDate, today: IsoDate, calendar: Calendar): string {
  if (date === today) return 'today';
  const [first, last] = date < today ? [date, today] : [today, date];
  const days = calendar.clearDays(first, last) + 1;
  const inDays = counted(days, 'day');
  const working = days > longestStretch ? '' : ` (${counted(workingDaysAfter(first, last, calendar), 'working day')})`;
  return date < today ? `${inDays}${working} ago` : `in ${inDays}${working}`;
}

/** Longest stretch, in days, for which working days are counted; beyond it the number says nothing to anybody. */
export const longestStretch = 730;
