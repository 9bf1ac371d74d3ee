import type { IsoDate } from '../host.ts';
import { dayInWords } from '../model/dates/date-words.ts';
import type { Calendar, WorkedOut } from './calendar.ts';
import { certaintyOf, ownFigure, type Dated, type SummedDeadline } from './deadline.ts';
import type { Inspection, InspectionKind, LetterDate } from './inspection.ts';
import data from './statutory-deadlines.json' with { type: 'json' };

/** A rule that puts a date on an authority after an inspection. */
export interface StatutoryDeadline {
  readonly id: string;
  readonly kind: InspectionKind;
  readonly what: string;
  /** What is due, for finding it again in the text. */
  readonly document: 'report' | 'plan' | 'draft plan' | 'comments';
  readonly duty: 'duty' | 'request';
  readonly days: number;
  readonly count: 'working-days' | 'days-beginning-with';
  readonly from: readonly LetterDate[];
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  /** Whether it holds only where the inspectors named areas for priority action. */
  readonly onlyWithPriorityActions: boolean;
  readonly condition: string | null;
  readonly source: string;
  readonly url: string;
  readonly certainty: 'seen' | 'to confirm';
}

export const statutoryDeadlines = data.deadlines as readonly StatutoryDeadline[];

/** The id that a statutory deadline has among all deadlines of a document. */
export const statutoryDeadlineId = (id: string): string => `statutory ${id}`;

/** A statutory deadline of one document, with its sum. */
export interface WorkedOutDeadline extends WorkedOut {
  readonly deadline: StatutoryDeadline;
  /** The day that it counts from, and which of the letter's dates that is. */
  readonly from: IsoDate;
  readonly fromDate: LetterDate;
}

/** Deadlines of law after an inspection, those that hold on a condition too. */
export const workOutAll = (inspection: Inspection, calendar: Calendar): readonly WorkedOutDeadline[] =>
  statutoryDeadlines.flatMap((deadline) => workOut(deadline, inspection, calendar) ?? []);

function workOut(known: StatutoryDeadline, { kind, dates }: Inspection, calendar: Calendar): WorkedOutDeadline | null {
  if (known.kind !== kind) return null;
  const fromDate = known.from.find((name) => dates[name] !== undefined);
  if (!fromDate) return null;
  const from = dates[fromDate]!;
  const days = ownFigure(known.id, known.days, calendar);
  if (days === null) return null;
  const deadline = { ...known, days };
  if (from < known.validFrom || (known.validTo !== null && from > known.validTo)) return null;
  if (deadline.count === 'days-beginning-with')
    return { deadline, from, fromDate, date: calendar.periodBeginningWith(from, deadline.days), leftOut: [] };
  return { deadline, from, fromDate, ...calendar.addWorkingDays(from, deadline.days) };
}

const dateNames: Readonly<Record<LetterDate, string>> = {
  received: 'the day of receipt',
  'letter-dated': 'the date of the letter',
  published: 'the day of publication',
};

export function inspectionDeadlines({ inspection, priorities }: Dated, calendar: Calendar): SummedDeadline[] {
  if (!inspection) return [];
  const found = workOutAll(inspection, calendar)
    .filter(({ deadline }) => !deadline.onlyWithPriorityActions || priorities !== 'none')
    .map((workedOut): SummedDeadline => ({
      deadline: {
        id: statutoryDeadlineId(workedOut.deadline.id),
        kind: 'inspection',
        what: workedOut.deadline.what,
        date: workedOut.date,
        from: workedOut.from,
        rule: [
          sumOf(workedOut),
          workedOut.deadline.condition,
          ...unknownYears(workedOut),
          ...certaintyOf(workedOut.deadline.certainty, workedOut.deadline.id, calendar),
        ].filter((part) => part !== null),
        source: workedOut.deadline.source,
        leftOut: workedOut.leftOut,
        doneOn: null,
      },
      sum: workedOut.deadline.count === 'working-days' ? { after: workedOut.from, until: workedOut.date } : null,
    }));
  const stated = inspection.deadline;
  if (stated)
    found.push({
      sum: null,
      deadline: {
        id: 'stated',
        kind: 'inspection',
        what: 'The date that the inspectorate states for the plan',
        date: stated,
        from: null,
        rule: ['stated by the inspectorate, so that it goes before any sum'],
        source: 'the letter or report',
        leftOut: [],
        doneOn: null,
      },
    });
  return found;
}

/** "70 working days after 10 May 2021, the day of publication (no day of receipt is given); that day is day 0". */
export function sumOf({ deadline, from, fromDate }: WorkedOutDeadline): string {
  const day = `${dayInWords(from)}, ${dateNames[fromDate]}`;
  if (deadline.count === 'days-beginning-with') return `${deadline.days} days beginning with ${day}`;
  const missing = fromDate === 'received' || !deadline.from.includes('received') ? '' : ' (no day of receipt is given)';
  return `${deadline.days} working days after ${day}${missing}; that day is day 0`;
}

const unknownYears = ({ unknownYears: years }: WorkedOut): string[] =>
  years?.length ? [`bank holidays of ${years.join(' and ')} are not known`] : [];
