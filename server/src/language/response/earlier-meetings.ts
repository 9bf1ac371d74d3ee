import type { IsoDate } from '../host.ts';
import type { DocumentFacts } from './facts.ts';

/** A meeting that has been, as the papers of a response name it. */
export interface EarlierMeeting {
  readonly date: IsoDate;
  readonly body: string | null;
  /**
   * The last day on which a paper can have been changed that went to it: the day of issue of its report or agenda, where one is told, else
   * its own day.
   */
  readonly until: IsoDate;
}

/** Meetings before a day, the latest first: those in the headers of reports, agendas and minutes. Each once. Pure; never throws. */
export function earlierMeetings(documents: readonly DocumentFacts[], before: IsoDate): readonly EarlierMeeting[] {
  const found = new Map<string, EarlierMeeting>();
  for (const { type, meetings, published } of documents) {
    if (type !== 'committee-report' && type !== 'agenda' && type !== 'minutes') continue;
    for (const { date, body } of meetings) {
      if (date >= before) continue;
      const key = `${date} ${body?.trim().toLowerCase()}`;
      // Minutes are issued afterwards, and tell nothing of when the papers were.
      const issued = type !== 'minutes' && published !== null && published <= date ? published : date;
      const known = found.get(key);
      found.set(key, { date, body, until: known && known.until < issued ? known.until : issued });
    }
  }
  return [...found.values()].toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
