import type { Calendar } from './calendar/calendar.ts';
import type { Configuration } from './configuration/configuration.ts';
import type { Cancellation, IsoDate } from './host.ts';
import type { DocumentModel } from './model/document.ts';
import type { DocumentView } from './model/view.ts';
import type { ResponseFacts } from './response/facts.ts';
import type { Report } from './rules/rule.ts';
import type { DocumentAddress } from './text/document-address.ts';
import type { TextEdit } from './text/span.ts';

/** One version of one document with all that is known around it: what every feature is given. Frozen. */
export interface Snapshot {
  readonly model: DocumentModel;
  readonly view: DocumentView;
  readonly configuration: Configuration;
  readonly calendar: Calendar;
  /** `as-at:` of the front matter, else the host's today. */
  readonly today: IsoDate;
  /** Null until every document of the response has been read. */
  readonly response: ResponseFacts | null;
}

/** The library, wired. One for each server, command line run or test. */
export interface LanguageService {
  /** Takes a document in, or replaces its whole text. */
  open(address: DocumentAddress, version: number, text: string): void;
  /** Edits in turn: each speaks of the text that the one before it left. */
  change(address: DocumentAddress, version: number, edits: readonly TextEdit[]): void;
  close(address: DocumentAddress): void;
  /** Where the officer's cursor is, as far as the editor tells; null for nowhere. */
  cursor(address: DocumentAddress, offset: number | null): void;
  /** Forgets what was read of files that changed outside the editor, configuration included. */
  filesChanged(addresses: readonly DocumentAddress[]): void;
  isOpen(address: DocumentAddress): boolean;
  /** The open document as it now is; with its response where `linked` is asked for. Null where it is not open. */
  snapshot(address: DocumentAddress, need: 'modelled' | 'linked', cancellation: Cancellation): Promise<Snapshot | null>;
  /** Everything to report of an open document, in order of place. */
  check(address: DocumentAddress, cancellation: Cancellation): Promise<readonly Report[]>;
  /** Called with the open documents whose reports may have changed though they were not edited. */
  onAffected(listener: (addresses: readonly DocumentAddress[]) => void): void;
}
