import type { Deadline } from '../../language/calendar/deadline.ts';
import type { IsoDate } from '../../language/host.ts';
import type { DocumentAddress } from '../../language/text/document-address.ts';
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

/** Deadlines as an iCalendar file. */
export const deadlinesCalendar = (name: string, deadlines: readonly DeadlineToKeep[], today: IsoDate): string =>
  calendarFile(
    name,
    today,
    deadlines.map(({ id, what, date, rule, source, address, file }) => ({
      day: date,
      summary: what,
      description: `${rule}\n${source ?? file}`,
      address,
      id,
    })),
  );
