import type { Calendar } from './calendar/calendar.ts';
import type { Configuration } from './configuration/configuration.ts';
import type { IsoDate } from './host.ts';
import type { DocumentModel } from './model/document.ts';
import type { DocumentView } from './model/view.ts';
import type { ResponseFacts } from './response/facts.ts';
import type { Words } from './words.ts';

/** One version of one document with all that is known around it: what every feature is given. Frozen. */
export interface Snapshot {
  readonly model: DocumentModel;
  readonly view: DocumentView;
  readonly configuration: Configuration;
  readonly calendar: Calendar;
  /** `as-at:` of the front matter, else the host's today. */
  readonly today: IsoDate;
  readonly words: Words;
  /** Null until every document of the response has been read. */
  readonly response: ResponseFacts | null;
}
