import type { IsoDate } from '../host.ts';
import type { OwnFigures } from './figures.ts';

/** Working days and bank holidays of England and Wales, and what a council has settled of its own. */
export interface Calendar {
  /** Why a day is not a working day ("Saturday", "Spring bank holiday"), or null where it is one. */
  dayOff(date: IsoDate): string | null;
  /** The `days`-th working day after `from`, the day of receipt being day 0, with the weekdays left out. */
  addWorkingDays(from: IsoDate, days: number): WorkedOut;
  /** The last day of a period of so many calendar days beginning with `from`. */
  periodBeginningWith(from: IsoDate, days: number): IsoDate;
  /** Days strictly between two dates: neither the day of notice nor the day of the meeting counts. */
  clearDays(from: IsoDate, to: IsoDate): number;
  clearWorkingDays(from: IsoDate, to: IsoDate): WorkedOut & { readonly days: number };
  /** The last day on which papers may be published so that so many clear working days lie before a meeting. */
  latestPublication(meeting: IsoDate, clearWorkingDays: number): IsoDate;
  nextWorkingDay(date: IsoDate): IsoDate;
  previousWorkingDay(date: IsoDate): IsoDate;
  addDays(date: IsoDate, days: number): IsoDate;
  /** 1 Monday to 7 Sunday. */
  dayOfWeek(date: IsoDate): number;
  /** The council's own figures for deadlines that law leaves to it. */
  readonly figures: OwnFigures;
  /** Meetings that the council has fixed. */
  readonly meetings: readonly { readonly date: IsoDate; readonly body: string }[];
}

export interface WorkedOut {
  readonly date: IsoDate;
  /** Bank holidays on weekdays that were left out on the way. */
  readonly leftOut: readonly { readonly date: IsoDate; readonly name: string }[];
  /** Years on the way whose bank holidays are not known: only weekends, Good Friday and Christmas Day were left out there. */
  readonly unknownYears?: readonly number[];
}
