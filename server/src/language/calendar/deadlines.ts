import type { IsoDate } from '../host.ts';
import { textOf, textsOf } from '../model/front-matter/front-matter.ts';
import { kindOfBody } from '../model/body-kind.ts';
import { readDate } from '../model/dates/due.ts';
import { isOpen, stageOf } from '../model/item-parts/read-status.ts';
import type { DocumentView } from '../model/view.ts';
import type { Polarity } from '../model/vocabulary.ts';
import { withArticle } from '../text/english.ts';
import { inspectionDeadlines } from './after-inspection.ts';
import { meetingDeadlines, meetingsToCome } from './around-meetings.ts';
import type { Calendar } from './calendar.ts';
import { ownSource, type Dated, type Deadline, type SummedDeadline } from './deadline.ts';
import { inspectionOf } from './inspection.ts';

/** A deadline of one document, and whether it is that of an action whose status says that nothing is left to do. */
export interface DeadlineOfDocument extends Deadline {
  readonly isFinished: boolean;
}

/** Every date that law or practice puts on a document, and those that its actions have, in order. Never throws. */
export function deadlinesOf(view: DocumentView, calendar: Calendar, today: IsoDate | null = null): DeadlineOfDocument[] {
  return [
    ...deadlinesOfDated(datedBy(view), calendar, today).map((deadline) => ({ ...deadline, isFinished: false })),
    ...actionDeadlines(view),
  ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/**
 * The same without actions, by what of a document it takes. Where a body has no date in the header, its next meeting from `today` on counts
 * that the council's calendar names.
 */
export function deadlinesOfDated(dated: Dated, calendar: Calendar, today: IsoDate | null): readonly Deadline[] {
  const meetings = meetingsToCome(dated, calendar, today);
  const days = meetings.map(({ date, body, index }): Deadline => ({
    id: `meeting ${index ?? date}`,
    kind: 'meeting',
    what: body === null ? 'Meeting' : `Meeting of ${withArticle(body)}`,
    date,
    from: null,
    leftOut: [],
    doneOn: null,
    rule: [index === null ? 'as the council’s calendar of meetings has it' : 'as the document says'],
    source: index === null ? '“meetings” in .inspection-response.json' : ownSource,
  }));
  return [
    ...[...inspectionDeadlines(dated, calendar), ...meetingDeadlines(dated, meetings, calendar)].map(({ deadline }) => deadline),
    ...days,
  ];
}

/** The dates that law or practice puts on a document, with their sums. Never throws. */
export function summedDeadlinesOf(view: DocumentView, calendar: Calendar): readonly SummedDeadline[] {
  const dated = datedBy(view);
  return [...inspectionDeadlines(dated, calendar), ...meetingDeadlines(dated, dated.meetings, calendar)];
}

/** What of a document puts dates on an authority. */
export function datedBy(view: DocumentView): Dated {
  const {
    frontMatter,
    context: { type, houseStyle },
  } = view.model;
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

/** The meetings that the front matter names, each with its body where both are said. */
export function meetingsOf(
  view: DocumentView,
): readonly { readonly date: IsoDate; readonly body: string | null; readonly index: number }[] {
  const { frontMatter } = view.model;
  const bodies = textsOf(frontMatter, 'body');
  return textsOf(frontMatter, 'meeting-date').flatMap(({ text }, index) => {
    const date = readDate(text);
    return date ? [{ date, body: bodies[index]?.text ?? null, index }] : [];
  });
}

/** Whether a value of the front matter says yes. */
export const saysYes = (text: string | null): boolean => text !== null && /^(?:y|yes|true)$/i.test(text.trim());

function actionDeadlines(view: DocumentView): DeadlineOfDocument[] {
  return view.items('action').flatMap(({ item }) => {
    if (!item.due?.to) return [];
    const text = item.text.length > 90 ? `${item.text.slice(0, item.text.lastIndexOf(' ', 90))} …` : item.text;
    return [
      {
        id: `action ${item.label?.text ?? item.text}`,
        kind: 'action' as const,
        what: [item.label?.text, text].filter(Boolean).join(' '),
        date: item.due.to,
        from: null,
        rule: [`due date as written: ${item.due.text}`, ...(item.status ? [`status: ${item.status}`] : [])],
        source: ownSource,
        leftOut: [],
        doneOn: null,
        isFinished: isOpen({ status: item.status, statusIsKnown: item.statusIsKnown, stage: stageOf(item, view.model.context) }) === false,
      },
    ];
  });
}
