import type { IsoDate } from '../host.ts';
import { textOf, textsOf } from '../model/front-matter/front-matter.ts';
import { dayInWords } from '../model/dates/date-words.ts';
import { kindOfBody } from '../model/body-kind.ts';
import { readDate } from '../model/dates/due.ts';
import { isOpen, stageOf } from '../model/item-parts/read-status.ts';
import type { DocumentView } from '../model/view.ts';
import type { DocumentType, Polarity } from '../model/vocabulary.ts';
import { withArticle } from '../text/english.ts';
import type { Calendar, WorkedOut } from './calendar.ts';
import { inspectionOf, type Inspection, type InspectionKind, type LetterDate } from './inspection.ts';
import cycle from './meeting-cycle.json' with { type: 'json' };
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

/** What a deadline is about: the inspection, the papers of a meeting and its decisions, notice of a key decision or of a private meeting, the meeting itself, an action. */
const deadlineKinds = ['inspection', 'publication', 'key-decision', 'meeting', 'action'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** A date that law, practice or the document itself puts on the authority: what `inspection-response deadlines` prints. */
export interface Deadline {
  /** The same for the same thing in each version of the document, whatever its day: `action A3`. */
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly what: string;
  readonly date: IsoDate;
  /** The day that it counts from; null where it is stated rather than worked out. */
  readonly from: IsoDate | null;
  /** The sum in words, and what an officer must know of it: in parts, each of which can be translated ({@link ruleInWords}). */
  readonly rule: readonly string[];
  readonly source: string;
  /** Bank holidays on weekdays that do not count. */
  readonly leftOut: readonly { readonly date: IsoDate; readonly name: string }[];
  /** The day on which the document says that it was done; null where it does not say so. */
  readonly doneOn: IsoDate | null;
}

/** The sum of a deadline in one sentence; `word` puts each part into another language. */
export const ruleInWords = ({ rule }: Pick<Deadline, 'rule'>, word = (part: string): string => part): string => rule.map(word).join('; ');

/** The bank holidays that a sum leaves out, as a part of it: none, or one. */
export const notCounted = (leftOut: Deadline['leftOut']): readonly string[] =>
  leftOut.length === 0 ? [] : [`not counted: ${leftOut.map(({ name, date }) => `${name} (${dayInWords(date)})`).join(', ')}`];

/** A deadline, and the days whose working days are its sum: after the first, up to and with the last. Null where it is no such sum. */
export interface SummedDeadline {
  readonly deadline: Deadline;
  readonly sum: { readonly after: IsoDate; readonly until: IsoDate } | null;
}

/** A meeting that a document goes to. */
export interface Meeting {
  readonly date: IsoDate;
  readonly body: string | null;
  /** Its place among the dates of the header; null where the council's calendar of meetings names it. */
  readonly index: number | null;
  readonly isExecutive: boolean;
}

/** What of a document puts dates on an authority, besides its actions. */
export interface Dated {
  readonly type: DocumentType;
  /** The bodies that it goes to, each with whether it decides for the executive. */
  readonly bodies: readonly { readonly name: string; readonly isExecutive: boolean }[];
  readonly meetings: readonly Meeting[];
  /** Day of issue. */
  readonly published: IsoDate | null;
  readonly isKeyDecision: boolean;
  /** Whether it is exempt from publication. */
  readonly isExempt: boolean;
  readonly inspection: Inspection | null;
  /** Whether it names areas for priority action: `none` only where it lists findings and none of them is one. */
  readonly priorities: 'some' | 'none' | 'unknown';
}

/** A deadline of one document, and whether it is that of an action whose status says that nothing is left to do. */
export interface DeadlineOfDocument extends Deadline {
  readonly isFinished: boolean;
}

/** Every date that law or practice puts on a document, and those that its actions have, in order. Never throws. */
export function deadlinesOf(view: DocumentView, calendar: Calendar, today: IsoDate | null = null): DeadlineOfDocument[] {
  return [...deadlinesOfDated(datedBy(view), calendar, today).map((deadline) => ({ ...deadline, isFinished: false })), ...actionDeadlines(view)].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The same without actions, by what of a document it takes. Where a body has no date in the header, its next meeting from `today` on counts that the council's calendar names. */
export function deadlinesOfDated(dated: Dated, calendar: Calendar, today: IsoDate | null): readonly Deadline[] {
  const meetings = meetingsToCome(dated, calendar, today);
  const days = meetings.map(({ date, body, index }): Deadline => ({
    id: `meeting ${index ?? date}`, kind: 'meeting', what: body === null ? 'Meeting' : `Meeting of ${withArticle(body)}`, date, from: null, leftOut: [], doneOn: null,
    rule: [index === null ? 'as the council’s calendar of meetings has it' : 'as the document says'], source: index === null ? '“meetings” in .inspection-response.json' : ownSource,
  }));
  return [...[...inspectionDeadlines(dated, calendar), ...meetingDeadlines(dated, meetings, calendar)].map(({ deadline }) => deadline), ...days];
}

/** The dates that law or practice puts on a document, with their sums. Never throws. */
export function summedDeadlinesOf(view: DocumentView, calendar: Calendar): readonly SummedDeadline[] {
  const dated = datedBy(view);
  return [...inspectionDeadlines(dated, calendar), ...meetingDeadlines(dated, dated.meetings, calendar)];
}

/** The source of what a document says itself. */
export const ownSource = 'this document';

/** What of a document puts dates on an authority. */
export function datedBy(view: DocumentView): Dated {
  const { frontMatter, context: { type, houseStyle } } = view.model;
  const isExecutive = (body: string): boolean => kindOfBody(body, houseStyle) === 'executive';
  return {
    type,
    bodies: textsOf(frontMatter, 'body').map(({ text }) => ({ name: text, isExecutive: isExecutive(text) })),
    meetings: meetingsOf(view).map((meeting) => ({ ...meeting, isExecutive: meeting.body !== null && isExecutive(meeting.body) })),
    published: readDate(textOf(frontMatter, 'published') ?? ''),
    isKeyDecision: saysYes(textOf(frontMatter, 'key-decision')),
    isExempt: saysExempt(textsOf(frontMatter, 'exempt').map(({ text }) => text)),
    inspection: inspectionOf(view),
    priorities: prioritiesAmong(view.items('finding').map(({ item }) => item)),
  };
}

/** Whether findings name areas for priority action. */
export function prioritiesAmong(findings: readonly { readonly polarity: Polarity }[]): Dated['priorities'] {
  if (findings.some(({ polarity }) => polarity === 'priority')) return 'some';
  return findings.some(({ polarity }) => polarity === 'improvement') ? 'none' : 'unknown';
}

/** Whether the header gives a paragraph of Schedule 12A that the document is exempt under. */
export const saysExempt = (values: readonly string[]): boolean => values.some((value) => /^(?:y|yes|true)$|[1-7]/i.test(value.trim()));

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
  if (deadline.count === 'days-beginning-with') return { deadline, from, fromDate, date: calendar.periodBeginningWith(from, deadline.days), leftOut: [] };
  return { deadline, from, fromDate, ...calendar.addWorkingDays(from, deadline.days) };
}

/** The council's own figure; null where it has no such deadline. */
function ownFigure(name: string, usual: number, { figures }: Calendar): number | null {
  const own = figures.get(name);
  return own === undefined ? usual : own;
}

const dateNames: Readonly<Record<LetterDate, string>> = { received: 'the day of receipt', 'letter-dated': 'the date of the letter', published: 'the day of publication' };

function inspectionDeadlines({ inspection, priorities }: Dated, calendar: Calendar): SummedDeadline[] {
  if (!inspection) return [];
  const found = workOutAll(inspection, calendar).filter(({ deadline }) => !deadline.onlyWithPriorityActions || priorities !== 'none').map((workedOut): SummedDeadline => ({ deadline: {
    id: statutoryDeadlineId(workedOut.deadline.id),
    kind: 'inspection',
    what: workedOut.deadline.what,
    date: workedOut.date,
    from: workedOut.from,
    rule: [sumOf(workedOut), workedOut.deadline.condition, ...unknownYears(workedOut), ...certaintyOf(workedOut.deadline.certainty, workedOut.deadline.id, calendar)].filter((part) => part !== null),
    source: workedOut.deadline.source,
    leftOut: workedOut.leftOut,
    doneOn: null,
  }, sum: workedOut.deadline.count === 'working-days' ? { after: workedOut.from, until: workedOut.date } : null }));
  const stated = inspection.deadline;
  if (stated) found.push({ sum: null, deadline: { id: 'stated', kind: 'inspection', what: 'The date that the inspectorate states for the plan', date: stated, from: null, rule: ['stated by the inspectorate, so that it goes before any sum'], source: 'the letter or report', leftOut: [], doneOn: null } });
  return found;
}

/** What an officer must know of a figure that was not seen in its source, or that law leaves to the council. */
function certaintyOf(certainty: 'seen' | 'to confirm' | 'practice', setting: string, { figures }: Calendar): string[] {
  if (certainty === 'seen') return [];
  if (figures.has(setting)) return ['as your council has set it'];
  const why = certainty === 'practice' ? 'a usual figure' : 'the rule was not seen in its source';
  return [`to be confirmed: ${why}; set your council’s own as “${setting}” under “deadlines” in .inspection-response.json`];
}

/** "70 working days after 10 May 2021, the day of publication (no day of receipt is given); that day is day 0". */
export function sumOf({ deadline, from, fromDate }: WorkedOutDeadline): string {
  const day = `${dayInWords(from)}, ${dateNames[fromDate]}`;
  if (deadline.count === 'days-beginning-with') return `${deadline.days} days beginning with ${day}`;
  const missing = fromDate === 'received' || !deadline.from.includes('received') ? '' : ' (no day of receipt is given)';
  return `${deadline.days} working days after ${day}${missing}; that day is day 0`;
}

const unknownYears = ({ unknownYears: years }: WorkedOut): string[] => (years?.length ? [`bank holidays of ${years.join(' and ')} are not known`] : []);

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
/** Clear days of notice for the papers of a meeting (Local Government Act 1972, section 100B). Councils leave weekends and bank holidays out. */
export const clearDaysForPapers = daysOfStep('papers');
/** Clear days of notice for a key decision (SI 2012/2089, regulation 9). */
export const clearDaysForKeyDecision = daysOfStep('key decision');

/** The meetings that the front matter names, each with its body where both are said. */
export function meetingsOf(view: DocumentView): readonly { readonly date: IsoDate; readonly body: string | null; readonly index: number }[] {
  const { frontMatter } = view.model;
  const bodies = textsOf(frontMatter, 'body');
  return textsOf(frontMatter, 'meeting-date').flatMap(({ text }, index) => {
    const date = readDate(text);
    return date ? [{ date, body: bodies[index]?.text ?? null, index }] : [];
  });
}

/** Whether a value of the front matter says yes. */
export const saysYes = (text: string | null): boolean => text !== null && /^(?:y|yes|true)$/i.test(text.trim());

/** The meetings of the header; for a body without one, the next that the council's calendar names. */
function meetingsToCome({ type, bodies, meetings }: Dated, calendar: Calendar, today: IsoDate | null): readonly Meeting[] {
  if (today === null || type !== 'committee-report' || calendar.meetings.length === 0) return meetings;
  const without = bodies.filter(({ name }, place) => place >= meetings.length && !meetings.some(({ body }) => body === name));
  return [...meetings, ...without.flatMap(({ name, isExecutive }): Meeting[] => {
    const next = calendar.meetings.filter(({ body, date }) => date >= today && body.trim().toLowerCase() === name.trim().toLowerCase()).map(({ date }) => date).toSorted()[0];
    return next === undefined ? [] : [{ date: next, body: name, index: null, isExecutive }];
  })];
}

function meetingDeadlines(dated: Dated, meetings: readonly Meeting[], calendar: Calendar): SummedDeadline[] {
  const holds = { 'key-decision': () => dated.isKeyDecision, executive: (meeting: Meeting) => meeting.isExecutive, private: (meeting: Meeting) => meeting.isExecutive && dated.isExempt };
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
 * The day on which decisions were published, as their own record says it: call-in runs from then, in a council with no day by which they must be, too.
 * Before there is a record, nobody can tell.
 */
const decisionsPublished = ({ type, published }: Dated, { date }: Meeting): Pick<Deadline, 'date' | 'doneOn'> | undefined =>
  type === 'minutes' && published !== null && published >= date ? { date: published, doneOn: published } : undefined;

function workOutStep(step: CycleStep, { date: day, body, index }: Meeting, before: Pick<Deadline, 'date' | 'doneOn'> | null, { type, published }: Dated, calendar: Calendar): SummedDeadline {
  const meeting = `${body ? `the meeting of ${withArticle(body)}` : 'the meeting'} on ${dayInWords(day)}`;
  const from = before === null ? day : (before.doneOn ?? before.date);
  const { date, sum, leftOut } = countStep(step, from, calendar);
  const counted = `${step.days} ${daysOf[step.count]}`;
  const rule = before === null ? sumOfStep[step.count](counted) : `${counted} after ${dayInWords(from)}, the day ${before.doneOn === null ? 'by which the decisions are to be' : 'on which the decisions were'} published`;
  // Minutes and decision records are issued when the decisions are; a report or agenda when its papers are.
  const isIssue = step.id === 'papers' ? type !== 'minutes' : step.id === 'decisions' && type === 'minutes';
  return { sum, deadline: {
    id: `${step.id} ${index ?? day}`, kind: step.kind, what: step.what.replace('{meeting}', meeting), date, from, leftOut,
    rule: [rule, ...(step.setting === null ? [] : certaintyOf(step.certainty, step.setting, calendar))], source: step.source, doneOn: isIssue ? published : null,
  } };
}

const daysOf: Readonly<Record<CycleStep['count'], string>> = { 'working-days-before': 'working days', 'clear-days-before': 'clear days', 'clear-working-days-before': 'clear working days', 'working-days-after': 'working days' };
const sumOfStep: Readonly<Record<CycleStep['count'], (days: string) => string>> = {
  'working-days-before': (days) => `${days} before the meeting, whose day is day 0`,
  'clear-days-before': (days) => `${days} before the decision`,
  'clear-working-days-before': (days) => `${days} before the meeting: neither the day of publication nor that of the meeting counts`,
  'working-days-after': (days) => `${days} after the meeting, whose day is day 0`,
};

function countStep({ count, days }: CycleStep, from: IsoDate, calendar: Calendar): Pick<Deadline, 'date' | 'leftOut'> & Pick<SummedDeadline, 'sum'> {
  if (count === 'clear-days-before') return { date: calendar.addDays(from, -(days + 1)), leftOut: [], sum: null };
  if (count === 'working-days-after') {
    const { date, leftOut } = calendar.addWorkingDays(from, days);
    return { date, leftOut, sum: { after: from, until: date } };
  }
  const isClear = count === 'clear-working-days-before';
  // The last of so many working days before a day is the one that so many less one lie clear behind.
  const date = calendar.latestPublication(from, isClear ? days : days - 1);
  const { leftOut } = calendar.clearWorkingDays(date, from);
  return { date, leftOut, sum: isClear ? { after: date, until: calendar.addDays(from, -1) } : { after: calendar.addDays(date, -1), until: calendar.addDays(from, -1) } };
}

function actionDeadlines(view: DocumentView): DeadlineOfDocument[] {
  return view.items('action').flatMap(({ item }) => {
    if (!item.due?.to) return [];
    const text = item.text.length > 90 ? `${item.text.slice(0, item.text.lastIndexOf(' ', 90))} …` : item.text;
    return [{
      id: `action ${item.label?.text ?? item.text}`, kind: 'action' as const, what: [item.label?.text, text].filter(Boolean).join(' '), date: item.due.to, from: null,
      rule: [`due date as written: ${item.due.text}`, ...(item.status ? [`status: ${item.status}`] : [])], source: ownSource, leftOut: [], doneOn: null,
      isFinished: isOpen({ status: item.status, statusIsKnown: item.statusIsKnown, stage: stageOf(item, view.model.context) }) === false,
    }];
  });
}
