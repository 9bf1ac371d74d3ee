import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { notCounted, ownSource, ruleInWords } from '../../language/calendar/deadline.ts';
import { deadlinesOf, meetingsOf } from '../../language/calendar/deadlines.ts';
import type { IsoDate } from '../../language/host.ts';
import { isOpen, stageOf } from '../../language/model/item-parts/read-status.ts';
import { fileNameOf, folderOf, type DocumentAddress } from '../../language/text/document-address.ts';
import { CannotExport } from './cannot-export.ts';
import { titleOf, type Paper } from './paper.ts';

/** One whole day of a calendar. */
export interface CalendarEntry {
  readonly day: IsoDate;
  readonly summary: string;
  readonly description: string;
  /** The document that it is of. */
  readonly address: DocumentAddress;
  /** What of the document it is (the id of a deadline), for the calendar to know it again when it comes a second time. */
  readonly id: string;
}

/**
 * Due dates of the actions still to be done, meetings, and the deadlines of law, as whole days of a calendar. Throws {@link CannotExport}
 * where there are none.
 */
export function toCalendar(papers: readonly Paper[]): string {
  const [first] = papers as readonly [Paper, ...Paper[]];
  const entries = new Map(papers.flatMap(entriesOf).map((entry) => [`${entry.day} ${entry.summary}`, entry]));
  if (entries.size === 0)
    throw new CannotExport(
      `There is no date to come in ${papers.map(({ name }) => `“${name}”`).join(' or ')}: no action with a day, no meeting and no inspection to count from.`,
    );
  return calendarFile(titleOf(first), first.snapshot.today, [...entries.values()]);
}

/**
 * Whole days as an iCalendar file (RFC 5545), in order. Entries are told apart by the folder and the name of their document, so that
 * colleagues on other computers get the same ones, and a calendar that takes the file in again moves what has moved.
 */
export function calendarFile(name: string, today: IsoDate, entries: readonly CalendarEntry[]): string {
  const seen = new Map<string, number>();
  /** Two actions under one label are two entries. */
  const once = (key: string): string => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key} ${count}`;
  };
  // The library escapes every text but this one.
  const calendar = ical({
    name: name.replace(/\s+/g, ' ').replace(/[\\;,]/g, '\\$&'),
    prodId: '//Inspection Response//Inspection Response//EN',
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { day, summary, description, address, id } of entries.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    calendar.createEvent({
      id: `${hash(once(`${folderNameOf(address)}/${fileNameOf(address)} ${id}`))}@inspection-response`,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      summary,
      description,
      stamp: new Date(`${today}T00:00:00Z`),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}

const folderNameOf = (address: DocumentAddress): string => fileNameOf(folderOf(address).replace(/\/$/, '') as DocumentAddress);

function entriesOf({ snapshot, rendering, name }: Paper): CalendarEntry[] {
  const { view, calendar, model } = snapshot;
  const { address } = model;
  const source = rendering.title || name;
  const actions = view.items('action').flatMap(({ item }): CalendarEntry[] => {
    const day = item.due?.to;
    if (!day || isOpen({ status: item.status, statusIsKnown: item.statusIsKnown, stage: stageOf(item, model.context) }) === false)
      return [];
    const label = item.label?.text;
    const details = [
      item.fields.owner && `Owner: ${item.fields.owner.text}`,
      item.status && `Status: ${item.status}`,
      item.due?.precision === 'day' ? null : `Written as: ${item.due?.text}`,
      source,
    ];
    return [
      {
        day,
        summary: `Due: ${label === undefined ? '' : `${label} `}${item.text}`,
        description: details.filter((part) => part).join('\n'),
        address,
        id: `action ${label ?? item.text}`,
      },
    ];
  });
  const meetings = meetingsOf(view).map(({ date, body, index }): CalendarEntry => ({
    day: date,
    summary: body === null ? 'Meeting' : `Meeting: ${body}`,
    description: source,
    address,
    id: `meeting ${index}`,
  }));
  // The dates of the actions are among them too, finished ones included.
  const deadlines = deadlinesOf(view, calendar).flatMap(({ id, what, date, rule, leftOut, source: law }): CalendarEntry[] =>
    law === ownSource
      ? []
      : [
          {
            day: date,
            summary: what,
            description: `${ruleInWords({ rule: [...rule, ...notCounted(leftOut)] })}\n${law}\n${source}`,
            address,
            id,
          },
        ],
  );
  return [...meetings, ...deadlines, ...actions];
}

/** The same for the same text, everywhere (FNV-1a, twice). */
function hash(text: string): string {
  const once = (start: number): string => {
    let value = start;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
    return value.toString(16).padStart(8, '0');
  };
  return once(0x811c9dc5) + once(0x1b873593);
}
