import type { IsoDate } from '../host.ts';

/**
 * Days since 1 January 1970: a panel counts the days of years for hundreds of dates, and a number is counted up a hundred times sooner than
 * a date.
 */
export type DayNumber = number;

const dayLength = 86_400_000;

/** The number of a day; months count from 1. A day that there is not is counted on: 30 February is one in March. */
export const dayIn = (year: number, month: number, day: number): DayNumber => new Date(0).setUTCFullYear(year, month - 1, day) / dayLength;

/** The day of a number. Throws a RangeError beyond the days that JavaScript knows. */
export const dateOf = (day: DayNumber): IsoDate => new Date(day * dayLength).toISOString().split('T')[0]!;

export const yearOf = (day: DayNumber): number => new Date(day * dayLength).getUTCFullYear();

/** The number of a date (2026-01-31). Throws a RangeError for one that there is not. */
export function numberOf(date: IsoDate): DayNumber {
  const number = read(date);
  if (number === null) throw new RangeError(`There is no day “${date}”.`);
  return number;
}

/** Whether a text is a day that there is, written 2026-01-31. */
export const isDay = (text: string): boolean => /^\d{4}-/.test(text) && read(text) !== null;

function read(date: string): DayNumber | null {
  const [, year, month, day] = /^(\d{4}|[+-]\d{6})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const number = dayIn(Number(year), Number(month), Number(day));
  return Number.isNaN(number) || dateOf(number) !== date ? null : number;
}
