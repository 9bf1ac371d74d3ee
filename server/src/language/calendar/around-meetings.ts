import type { IsoDate } from '../host.ts';
import { dayInWords } from '../model/dates/date-words.ts';
import type { DocumentType } from '../model/vocabulary.ts';
import { withArticle } from '../text/english.ts';
import type { Calendar } from './calendar.ts';
import { certaintyOf, ownFigure, type Dated, type Deadline, type DeadlineKind, type Meeting, type SummedDeadline } from './deadline.ts';
import cycle from './meeting-cycle.json' with { type: 'json' };

interface CycleStep {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly what: string;
  readonly days: number;
  readonly count: 'working-days-before' | 'clear-days-before' | 'clear-working-days-before' | 'working-days-after';
  readonly from: string | null;
  readonly only: 'key-decision' | 'executive' | 'private' | null;
  readonly types: readonly DocumentType[];
  readonly source: string;
  readonly certainty: 'seen' | 'to confirm' | 'practice';
  readonly setting: string | null;
}
const steps = cycle.steps as readonly CycleStep[];

const daysOfStep = (id: string): number => steps.find((step) => step.id === id)!.days;
/**
 * Clear days of notice for the papers of a meeting (Local Government Act 1972, section 100B). Councils leave weekends and bank holidays
 * out.
 */
export const clearDaysForPapers = daysOfStep('papers');
/** Clear days of notice for a key decision (SI 2012/2089, regulation 9). */
export const clearDaysForKeyDecision = daysOfStep('key decision');

/** The meetings of the header; for a body without one, the next that the council's calendar names. */
export function meetingsToCome({ type, bodies, meetings }: Dated, calendar: Calendar, today: IsoDate | null): readonly Meeting[] {
  if (today === null || type !== 'committee-report' || calendar.meetings.length === 0) return meetings;
  const without = bodies.filter(({ name }, place) => place >= meetings.length && !meetings.some(({ body }) => body === name));
  return [
    ...meetings,
    ...without.flatMap(({ name, isExecutive }): Meeting[] => {
      const next = calendar.meetings
        .filter(({ body, date }) => date >= today && body.trim().toLowerCase() === name.trim().toLowerCase())
        .map(({ date }) => date)
        .toSorted()[0];
      return next === undefined ? [] : [{ date: next, body: name, index: null, isExecutive }];
    }),
  ];
}

export function meetingDeadlines(dated: Dated, meetings: readonly Meeting[], calendar: Calendar): SummedDeadline[] {
  const holds = {
    'key-decision': () => dated.isKeyDecision,
    executive: (meeting: Meeting) => meeting.isExecutive,
    private: (meeting: Meeting) => meeting.isExecutive && dated.isExempt,
  };
  return meetings.flatMap((meeting) => {
    const found = new Map<string, SummedDeadline>();
    for (const step of steps) {
      if (!step.types.includes(dated.type) || (step.only !== null && !holds[step.only](meeting))) continue;
      const days = step.setting === null ? step.days : ownFigure(step.setting, step.days, calendar);
      const before = step.from === null ? null : (found.get(step.from)?.deadline ?? decisionsPublished(dated, meeting));
      if (days === null || before === undefined) continue;
      found.set(step.id, workOutStep({ ...step, days }, meeting, before, dated, calendar));
    }
    return [...found.values()];
  });
}

/**
 * The day on which decisions were published, as their own record says it: call-in runs from then, in a council with no day by which they
 * must be, too. Before there is a record, nobody can tell.
 */
const decisionsPublished = ({ type, published }: Dated, { date }: Meeting): Pick<Deadline, 'date' | 'doneOn'> | undefined =>
  type === 'minutes' && published !== null && published >= date ? { date: published, doneOn: published } : undefined;

function workOutStep(
  step: CycleStep,
  { date: day, body, index }: Meeting,
  before: Pick<Deadline, 'date' | 'doneOn'> | null,
  { type, published }: Dated,
  calendar: Calendar,
): SummedDeadline {
  const meeting = `${body ? `the meeting of ${withArticle(body)}` : 'the meeting'} on ${dayInWords(day)}`;
  const from = before === null ? day : (before.doneOn ?? before.date);
  const { date, sum, leftOut } = countStep(step, from, calendar);
  const counted = `${step.days} ${daysOf[step.count]}`;
  const rule =
    before === null
      ? sumOfStep[step.count](counted)
      : `${counted} after ${dayInWords(from)}, the day ${before.doneOn === null ? 'by which the decisions are to be' : 'on which the decisions were'} published`;
  // Minutes and decision records are issued when the decisions are; a report or agenda when its papers are.
  const isIssue = step.id === 'papers' ? type !== 'minutes' : step.id === 'decisions' && type === 'minutes';
  return {
    sum,
    deadline: {
      id: `${step.id} ${index ?? day}`,
      kind: step.kind,
      what: step.what.replace('{meeting}', meeting),
      date,
      from,
      leftOut,
      rule: [rule, ...(step.setting === null ? [] : certaintyOf(step.certainty, step.setting, calendar))],
      source: step.source,
      doneOn: isIssue ? published : null,
    },
  };
}

const daysOf: Readonly<Record<CycleStep['count'], string>> = {
  'working-days-before': 'working days',
  'clear-days-before': 'clear days',
  'clear-working-days-before': 'clear working days',
  'working-days-after': 'working days',
};
const sumOfStep: Readonly<Record<CycleStep['count'], (days: string) => string>> = {
  'working-days-before': (days) => `${days} before the meeting, whose day is day 0`,
  'clear-days-before': (days) => `${days} before the decision`,
  'clear-working-days-before': (days) => `${days} before the meeting: neither the day of publication nor that of the meeting counts`,
  'working-days-after': (days) => `${days} after the meeting, whose day is day 0`,
};

function countStep(
  { count, days }: CycleStep,
  from: IsoDate,
  calendar: Calendar,
): Pick<Deadline, 'date' | 'leftOut'> & Pick<SummedDeadline, 'sum'> {
  if (count === 'clear-days-before') return { date: calendar.addDays(from, -(days + 1)), leftOut: [], sum: null };
  if (count === 'working-days-after') {
    const { date, leftOut } = calendar.addWorkingDays(from, days);
    return { date, leftOut, sum: { after: from, until: date } };
  }
  const isClear = count === 'clear-working-days-before';
  // The last of so many working days before a day is the one that so many less one lie clear behind.
  const date = calendar.latestPublication(from, isClear ? days : days - 1);
  const { leftOut } = calendar.clearWorkingDays(date, from);
  return {
    date,
    leftOut,
    sum: isClear
      ? { after: date, until: calendar.addDays(from, -1) }
      : { after: calendar.addDays(date, -1), until: calendar.addDays(from, -1) },
  };
}
