import type { IsoDate } from '../../host.ts';
import { dayInWords, monthNames } from '../../model/dates/date-words.ts';
import { actionAt, writeField } from '../action-places.ts';
import type { Fix, FixChoice, FixContext } from '../rule.ts';

/** First month of a season or quarter that is named without a day, with its last month's number. */
const lastMonths: readonly (readonly [RegExp, number])[] = [
  [/spring/i, 5],
  [/summer/i, 8],
  [/autumn/i, 11],
  [/winter/i, 2],
  [/\bq1\b|first quarter/i, 6],
  [/\bq2\b|second quarter/i, 9],
  [/\bq3\b|third quarter/i, 12],
  [/\bq4\b|fourth quarter/i, 3],
];

/**
 * Days to choose from instead of a vague date: the end of the month that it names, in this year and the next; where it names none,
 * the end of the next month, of the third and of the sixth. Each is a working day.
 */
export function dayChoices({ calendar, today }: FixContext, vague: string): readonly FixChoice[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const named =
    monthNames.findIndex((name) => new RegExp(`\\b${name.slice(0, 3)}`, 'i').test(vague)) + 1 ||
    (lastMonths.find(([word]) => word.test(vague))?.[1] ?? 0);
  const written = /\b(20\d\d)\b/.exec(vague);
  const months: (readonly [number, number])[] = [];
  if (named > 0) {
    const first = written ? Number(written[1]) : named >= month ? year : year + 1;
    months.push([first, named], [first + 1, named]);
  } else for (const ahead of [1, 3, 6]) months.push([year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1]);
  return months.map(([y, m]) => {
    const next: IsoDate = m === 12 ? `${y + 1}-01-01` : `${y}-${String(m + 1).padStart(2, '0')}-01`;
    const date = dayInWords(calendar.previousWorkingDay(next));
    return { title: 'Due: {date}', data: { date } };
  });
}

/** Edits of a fix that writes the day that was chosen into the action, in place of what stands there. */
export const writeDay: Fix['edits'] = ({ view, problem: { span, data } }) => {
  const on = actionAt(view, span);
  const date = data['date'];
  const edit = on && date !== undefined ? writeField(view, on, 'due', 'Due', String(date)) : null;
  return edit && { here: [edit] };
};
