import type { Calendar } from '../calendar/calendar.ts';
import { ownSource, type Dated, type Deadline, type Meeting } from '../calendar/deadline.ts';
import { deadlinesOfDated, prioritiesAmong } from '../calendar/deadlines.ts';
import { readInspection } from '../calendar/inspection.ts';
import type { IsoDate } from '../host.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import { isOpen } from '../model/item-parts/read-status.ts';
import type { DocumentFacts } from './facts.ts';
import { soon } from './lateness.ts';
import { actionsWithLateness } from './trace.ts';

/**
 * Where a deadline stands on a day. `overdue`: an action whose date has passed and that is still to be done. `passed`: the date has passed,
 * and nothing says whether it was done. `soon`: within {@link soon} days.
 */
export const standings = ['overdue', 'soon', 'later', 'passed', 'done'] as const;
export type Standing = (typeof standings)[number];

/** A deadline of a response, with the document that it is of. */
export interface ResponseDeadline extends Deadline {
  readonly address: DocumentAddress;
  readonly standing: Standing;
  /** Of an action; null for others, and where the plan names none. */
  readonly owner: string | null;
  readonly status: string | null;
  /** Of an action whose date was moved: the date that it had first, as written. */
  readonly firstDue: string | null;
}

/** A document of a response: its facts, what of it puts dates on the authority, and the calendar that holds for it. */
export interface DatedDocument {
  readonly facts: DocumentFacts;
  readonly dated: Dated;
  readonly calendar: Calendar;
}

/** What of a document puts dates on an authority, from its facts alone: an inspection counts where the header names it. */
export function datedByFacts({ type, bodies, meetings, formalities, published, inspection, findings }: DocumentFacts): Dated {
  const isExecutive = (body: string): boolean => formalities.executiveBodies.includes(body);
  return {
    type,
    published,
    bodies: bodies.map((name) => ({ name, isExecutive: isExecutive(name) })),
    meetings: meetings.map(({ date, body }, index) => ({ date, body, index, isExecutive: body !== null && isExecutive(body) })),
    isKeyDecision: formalities.isKeyDecision,
    isExempt: formalities.isExempt,
    inspection: readInspection((key) => inspection[key] ?? null),
    priorities: prioritiesAmong(findings),
  };
}

/**
 * Every deadline of a response as it stands on a day, each once though several papers bring it with them, by date. The letter's findings
 * tell for all its papers whether there are areas for priority action. Pure; never throws.
 */
export function deadlinesOfResponse(documents: readonly DatedDocument[], asAt: IsoDate): readonly ResponseDeadline[] {
  const priorities = prioritiesAmong(documents.flatMap(({ facts }) => facts.findings));
  const held = meetingsWithMinutes(documents);
  const once = new Map<string, ResponseDeadline>();
  // What a letter says of its inspection goes before what others repeat, and minutes before the paper that went to the meeting.
  const inOrder = documents.toSorted((a, b) => rank(a) - rank(b));
  for (const {
    facts: { address },
    dated,
    calendar,
  } of inOrder) {
    for (const deadline of deadlinesOfDated(dated.priorities === 'unknown' ? { ...dated, priorities } : dated, calendar, asAt)) {
      const key = deadline.kind === 'inspection' ? `${deadline.id} ${deadline.date}` : deadline.what;
      const known = once.get(key);
      const standing = isOver(deadline, held, asAt) ? 'done' : standingOf(deadline, asAt);
      if (!known || (known.doneOn === null && deadline.doneOn !== null))
        once.set(key, { ...deadline, address: known?.address ?? address, standing, owner: null, status: null, firstDue: null });
    }
  }
  const actions = actionsWithLateness(
    documents.map(({ facts }) => facts),
    asAt,
  );
  return [...once.values(), ...actions.flatMap((one) => ofAction(one, asAt) ?? [])].toSorted((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
}

const order: readonly string[] = ['inspection-letter', 'minutes', 'committee-report', 'agenda', 'action-plan'];
const rank = ({ facts: { type } }: DatedDocument): number => order.indexOf(type);

function standingOf({ date, doneOn }: Deadline, asAt: IsoDate): Standing {
  if (doneOn !== null && doneOn <= asAt) return 'done';
  return date < asAt ? 'passed' : isSoon(date, asAt) ? 'soon' : 'later';
}

type Held = Pick<Meeting, 'date' | 'body'>;

const meetingsWithMinutes = (documents: readonly DatedDocument[]): readonly Held[] =>
  documents.flatMap(({ facts: { type }, dated: { meetings } }) => (type === 'minutes' ? meetings : []));

/**
 * Whether it is the meeting itself, or was to be done before it, and the meeting has its minutes: it was held, and whatever it waited for
 * has come or is past asking.
 */
function isOver({ kind, date, from, what }: Deadline, held: readonly Held[], asAt: IsoDate): boolean {
  const day = kind === 'inspection' ? null : (from ?? date);
  return (
    day !== null &&
    date <= day &&
    held.some((one) => one.date === day && one.date <= asAt && (one.body === null || what.includes(one.body)))
  );
}

const isSoon = (date: IsoDate, asAt: IsoDate): boolean => (Date.parse(date) - Date.parse(asAt)) / 86_400_000 <= soon;

function ofAction({ action, address, late }: ReturnType<typeof actionsWithLateness>[number], asAt: IsoDate): ResponseDeadline | null {
  const { label, text, due, originalDue, owner, status } = action;
  if (!due?.to) return null;
  const isDone = isOpen(action) === false;
  const standing = isDone ? 'done' : late === 'overdue' ? 'overdue' : late !== null ? 'passed' : isSoon(due.to, asAt) ? 'soon' : 'later';
  return {
    id: `action ${label?.text ?? text}`,
    kind: 'action',
    what: label ? `${label.text} ${text}` : text,
    date: due.to,
    from: null,
    rule: [`due date as written: ${due.text}`],
    source: ownSource,
    leftOut: [],
    doneOn: null,
    address,
    standing,
    owner,
    status,
    firstDue: originalDue && originalDue.to !== due.to ? originalDue.text : null,
  };
}
