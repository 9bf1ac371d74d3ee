import type { Deadline } from '../../language/calendar/deadlines.ts';
import type { IsoDate } from '../../language/host.ts';
import { fileNameOf, folderOf, type DocumentAddress } from '../../language/text/document-address.ts';
import { calendarFile } from './calendar.ts';

/** A deadline with the document that it is of. */
export type DeadlineToKeep = Pick<Deadline, 'id' | 'what' | 'date'> & {
  /** How it is worked out, in one line; what is left out of the sum with it. */
  readonly rule: string;
  /** The law; null for what the document itself says. */
  readonly source: string | null;
  readonly address: DocumentAddress;
  /** The document as the officer is to read it. */
  readonly file: string;
};

/**
 * Deadlines as an iCalendar file. They are told apart by the folder and the name of their document, so that colleagues on other computers get
 * the same entries, and a calendar that takes the file in again moves what has moved.
 */
export function deadlinesCalendar(name: string, deadlines: readonly DeadlineToKeep[], today: IsoDate): string {
  const seen = new Map<string, number>();
  /** Two actions in the same words are two entries. */
  const once = (key: string): string => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key} ${count}`;
  };
  const folder = (address: DocumentAddress): string => fileNameOf(folderOf(address).replace(/\/$/, '') as DocumentAddress);
  return calendarFile(name, today, deadlines.map(({ id, what, date, rule, source, address, file }) => ({
    day: date, summary: what, description: `${rule}\n${source ?? file}`, key: once(`${folder(address)}/${fileNameOf(address)} ${id}`),
  })));
}
