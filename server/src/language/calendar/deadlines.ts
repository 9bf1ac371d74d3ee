import type { IsoDate } from '../host.ts';
import { textOf, textsOf } from '../model/front-matter.ts';
import { monthNames } from '../model/inline/date-words.ts';
import { readDate } from '../model/inline/due.ts';
import type { DocumentView } from '../model/view.ts';
import type { Calendar, WorkedOut } from './calendar.ts';
import { inspectionOf, type Inspection, type InspectionKind, type LetterDate } from './inspection.ts';
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

/** A statutory deadline of one document, with its sum. */
export interface WorkedOutDeadline extends WorkedOut {
  readonly deadline: StatutoryDeadline;
  /** The day that it counts from, and which of the letter's dates that is. */
  readonly from: IsoDate;
  readonly fromDate: LetterDate;
}

/** A date that law, practice or the document itself puts on the authority: what `inspection-response deadlines` prints. */
export interface Deadline {
  /** The same for the same thing in each version of the document, whatever its day: `action A3`. */
  readonly id: string;
  readonly what: string;
  readonly date: IsoDate;
  /** The day that it counts from; null where it is stated rather than worked out. */
  readonly from: IsoDate | null;
  /** The sum in words. */
  readonly rule: string;
  readonly source: string;
  /** Bank holidays on weekdays that do not count. */
  readonly leftOut: readonly { readonly date: IsoDate; readonly name: string }[];
}

/** A deadline, and the days whose working days are its sum: after the first, up to and with the last. Null where it is no such sum. */
export interface SummedDeadline {
  readonly deadline: Deadline;
  readonly sum: { readonly after: IsoDate; readonly until: IsoDate } | null;
}

/** Every date that law or practice puts on a document, and those that its actions have, in order. Never throws. */
export function deadlinesOf(view: DocumentView, calendar: Calendar): Deadline[] {
  return [...summedDeadlinesOf(view, calendar).map(({ deadline }) => deadline), ...actionDeadlines(view)].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The dates that law or practice puts on a document, with their sums. Never throws. */
export const summedDeadlinesOf = (view: DocumentView, calendar: Calendar): readonly SummedDeadline[] => [...inspectionDeadlines(view, calendar), ...meetingDeadlines(view, calendar)];

/** Deadlines of law after the inspection that the document is about. Empty where it names none, or none of the letter's dates. */
export function statutoryDeadlinesOf(view: DocumentView, calendar: Calendar): readonly WorkedOutDeadline[] {
  const inspection = inspectionOf(view);
  if (!inspection) return [];
  const priorities = prioritiesOf(view);
  return workOutAll(inspection, calendar).filter(({ deadline }) => !deadline.onlyWithPriorityActions || priorities !== 'none');
}

/** Deadlines of law after an inspection, those that hold on a condition too. */
export const workOutAll = (inspection: Inspection, calendar: Calendar): readonly WorkedOutDeadline[] =>
  statutoryDeadlines.flatMap((deadline) => workOut(deadline, inspection, calendar) ?? []);

function workOut(deadline: StatutoryDeadline, { kind, dates }: Inspection, calendar: Calendar): WorkedOutDeadline | null {
  if (deadline.kind !== kind) return null;
  const fromDate = deadline.from.find((name) => dates[name] !== undefined);
  if (!fromDate) return null;
  const from = dates[fromDate]!;
  if (from < deadline.validFrom || (deadline.validTo !== null && from > deadline.validTo)) return null;
  if (deadline.count === 'days-beginning-with') return { deadline, from, fromDate, date: calendar.periodBeginningWith(from, deadline.days), leftOut: [] };
  return { deadline, from, fromDate, ...calendar.addWorkingDays(from, deadline.days) };
}

/** Whether the document names areas for priority action: `none` only where it lists findings and none of them is one. */
function prioritiesOf(view: DocumentView): 'some' | 'none' | 'unknown' {
  const findings = view.items('finding');
  if (findings.some(({ item }) => item.polarity === 'priority')) return 'some';
  return findings.some(({ item }) => item.polarity === 'improvement') ? 'none' : 'unknown';
}

const dateNames: Readonly<Record<LetterDate, string>> = { received: 'the day of receipt', 'letter-dated': 'the date of the letter', published: 'the day of publication' };

function inspectionDeadlines(view: DocumentView, calendar: Calendar): SummedDeadline[] {
  const found = statutoryDeadlinesOf(view, calendar).map((workedOut): SummedDeadline => ({ deadline: {
    id: `statutory ${workedOut.deadline.id}`,
    what: workedOut.deadline.what,
    date: workedOut.date,
    from: workedOut.from,
    rule: [sumOf(workedOut), workedOut.deadline.condition, ...unknownYears(workedOut), ...(workedOut.deadline.certainty === 'seen' ? [] : ['to be confirmed: the rule was not seen in its source'])].filter((part) => part !== null).join('; '),
    source: workedOut.deadline.source,
    leftOut: workedOut.leftOut,
  }, sum: workedOut.deadline.count === 'working-days' ? { after: workedOut.from, until: workedOut.date } : null }));
  const stated = inspectionOf(view)?.deadline;
  if (stated) found.push({ sum: null, deadline: { id: 'stated', what: 'The date that the inspectorate states for the plan', date: stated, from: null, rule: 'stated by the inspectorate, so that it goes before any sum', source: 'the letter or report', leftOut: [] } });
  return found;
}

/** "70 working days after 10 May 2021, the day of publication (no day of receipt is given); that day is day 0". */
export function sumOf({ deadline, from, fromDate }: WorkedOutDeadline): string {
  const day = `${inWords(from)}, ${dateNames[fromDate]}`;
  if (deadline.count === 'days-beginning-with') return `${deadline.days} days beginning with ${day}`;
  const missing = fromDate === 'received' || !deadline.from.includes('received') ? '' : ' (no day of receipt is given)';
  return `${deadline.days} working days after ${day}${missing}; that day is day 0`;
}

const unknownYears = ({ unknownYears: years }: WorkedOut): string[] => (years?.length ? [`bank holidays of ${years.join(' and ')} are not known`] : []);

/** `2021-08-17` → `17 August 2021`. */
export function inWords(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${monthNames[month - 1]} ${year}`;
}

/** Clear days of notice for the papers of a meeting (Local Government Act 1972, section 100B). Councils leave weekends and bank holidays out. */
export const clearDaysForPapers = 5;
/** Clear days of notice for a key decision (SI 2012/2089, regulation 9). */
export const clearDaysForKeyDecision = 28;

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

function meetingDeadlines(view: DocumentView, calendar: Calendar): SummedDeadline[] {
  const { frontMatter, context: { type } } = view.model;
  if (type !== 'committee-report' && type !== 'agenda') return [];
  const isKeyDecision = saysYes(textOf(frontMatter, 'key-decision'));
  return meetingsOf(view).flatMap(({ date, body, index }) => {
    const meeting = body ? `the meeting of ${body}` : 'the meeting';
    const publication = calendar.latestPublication(date, clearDaysForPapers);
    const found: SummedDeadline[] = [{ sum: { after: publication, until: calendar.addDays(date, -1) }, deadline: {
      id: `papers ${index}`,
      what: `Publish the papers for ${meeting} on ${inWords(date)}`,
      date: publication,
      from: date,
      rule: `${clearDaysForPapers} clear working days before the meeting: neither the day of publication nor that of the meeting counts`,
      source: 'Local Government Act 1972, sections 100A(6) and 100B',
      leftOut: calendar.clearWorkingDays(publication, date).leftOut,
    } }];
    if (isKeyDecision) {
      found.push({ sum: null, deadline: {
        id: `key decision ${index}`,
        what: `Publish the notice of the key decision for ${meeting} on ${inWords(date)}`,
        date: calendar.addDays(date, -(clearDaysForKeyDecision + 1)),
        from: date,
        rule: `${clearDaysForKeyDecision} clear days before the decision`,
        source: 'SI 2012/2089, regulation 9',
        leftOut: [],
      } });
    }
    return found;
  });
}

function actionDeadlines(view: DocumentView): Deadline[] {
  return view.items('action').flatMap(({ item }) => {
    if (!item.due?.to) return [];
    const text = item.text.length > 90 ? `${item.text.slice(0, item.text.lastIndexOf(' ', 90))} …` : item.text;
    return [{ id: `action ${item.label?.text ?? item.text}`, what: [item.label?.text, text].filter(Boolean).join(' '), date: item.due.to, from: null, rule: `due date as written: ${item.due.text}`, source: 'this document', leftOut: [] }];
  });
}
