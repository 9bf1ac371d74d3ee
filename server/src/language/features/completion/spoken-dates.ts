import type { IsoDate } from '../../host.ts';
import { lastOfMonth, monthNumber, monthSource, weekdayNumber, weekdaySource } from '../../model/dates/date-words.ts';
import type { Snapshot } from '../../snapshot.ts';

const endOfMonth = new RegExp(String.raw`^(?:by )?(?:the )?end of (?:(${monthSource})(?: (\d{4}))?|(the|this) month|next month)$`, 'i');
const weekday = new RegExp(String.raw`^(?:by )?next (${weekdaySource})$`, 'i');

/**
 * The day that somebody means who writes "end of July" or "next Friday" today; null for anything else. Without a year, the month is the
 * next of its name.
 */
export function spokenDay(text: string, { today, calendar }: Pick<Snapshot, 'today' | 'calendar'>): IsoDate | null {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const end = endOfMonth.exec(text);
  if (end) {
    if (end[1] === undefined)
      return end[3] !== undefined ? lastOfMonth(year, month) : month === 12 ? lastOfMonth(year + 1, 1) : lastOfMonth(year, month + 1);
    const asked = monthNumber(end[1]);
    return lastOfMonth(end[2] === undefined ? year + Number(asked < month) : Number(end[2]), asked);
  }
  const day = weekday.exec(text);
  if (!day) return null;
  return calendar.addDays(today, ((weekdayNumber(day[1]!) - calendar.dayOfWeek(today) + 6) % 7) + 1);
}
