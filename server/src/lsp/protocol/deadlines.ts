import type { Position } from 'vscode-languageserver-types';
import type { DeadlineKind } from '../../language/calendar/deadline.ts';
import type { Standing } from '../../language/response/deadlines.ts';

/**
 * Request of the client: every date that is coming, in the response of a document, open or not, or in all responses of the workspace where
 * none is named; null where the document is not one of ours.
 */
export const deadlinesMethod = 'inspectionResponse/deadlines';
export interface DeadlinesParams {
  readonly uri: string | null;
  /** The day on which they are looked at, `2026-01-31`; today where it is null. */
  readonly asAt: string | null;
}
export interface ShownDeadlines {
  readonly asAt: string;
  /** “27 February 2026”. */
  readonly asAtInWords: string;
  /** Of the response; null where there are several, or none. */
  readonly title: string | null;
  /** By date. */
  readonly deadlines: readonly ShownDeadline[];
}
export interface ShownDeadline {
  /** With `uri`, what {@link deadlinePlaceMethod} takes. */
  readonly id: string;
  readonly uri: string;
  readonly file: string;
  /** Title of its response. */
  readonly response: string;
  readonly kind: DeadlineKind;
  readonly what: string;
  readonly date: string;
  /** “Wednesday 3 June 2026”, with why it is no working day where it is not. */
  readonly dateInWords: string;
  /** “in 12 days (8 working days)”. */
  readonly away: string;
  readonly standing: Standing;
  readonly owner: string | null;
  readonly status: string | null;
  /** Date that an action had first, where it was moved. */
  readonly firstDue: string | null;
  /** The sum in words. */
  readonly rule: string;
  /** The law or practice; null where the document itself says the day. */
  readonly source: string | null;
  /** Bank holidays that do not count, in words. */
  readonly leftOut: readonly string[];
  /** The day on which the document says that it was done, in words. */
  readonly doneOn: string | null;
}

/** Request of the client: where a document says what brings a deadline with it; null where it cannot be read any more. */
export const deadlinePlaceMethod = 'inspectionResponse/deadlinePlace';
export interface DeadlinePlaceParams {
  readonly uri: string;
  readonly id: string;
}
export interface DeadlinePlace {
  readonly uri: string;
  readonly position: Position;
}
