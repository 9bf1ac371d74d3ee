import type { IsoDate } from '../host.ts';
import { dayInWords } from '../model/dates/date-words.ts';
import type { DocumentType } from '../model/vocabulary.ts';
import type { Calendar } from './calendar.ts';
import type { Inspection } from './inspection.ts';

/**
 * What a deadline is about: the inspection, the papers of a meeting and its decisions, notice of a key decision or of a private meeting,
 * the meeting itself, an action.
 */
const deadlineKinds = ['inspection', 'publication', 'key-decision', 'meeting', 'action'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** A date that law, practice or the document itself puts on the authority: what `inspection-response deadlines` prints. */
export interface Deadline {
  /** The same for the same thing in each version of the document, whatever its day: `action A3`. */
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly what: string;
  readonly date: IsoDate;
  /** The day that it counts from; null where it is stated rather than worked out. */
  readonly from: IsoDate | null;
  /** The sum in words, and what an officer must know of it: in parts, each of which can be translated ({@link ruleInWords}). */
  readonly rule: readonly string[];
  readonly source: string;
  /** Bank holidays on weekdays that do not count. */
  readonly leftOut: readonly { readonly date: IsoDate; readonly name: string }[];
  /** The day on which the document says that it was done; null where it does not say so. */
  readonly doneOn: IsoDate | null;
}

/** The sum of a deadline in one sentence; `word` puts each part into another language. */
export const ruleInWords = ({ rule }: Pick<Deadline, 'rule'>, word = (part: string): string => part): string => rule.map(word).join('; ');

/** The bank holidays that a sum leaves out, as a part of it: none, or one. */
export const notCounted = (leftOut: Deadline['leftOut']): readonly string[] =>
  leftOut.length === 0 ? [] : [`not counted: ${leftOut.map(({ name, date }) => `${name} (${dayInWords(date)})`).join(', ')}`];

/** A deadline, and the days whose working days are its sum: after the first, up to and with the last. Null where it is no such sum. */
export interface SummedDeadline {
  readonly deadline: Deadline;
  readonly sum: { readonly after: IsoDate; readonly until: IsoDate } | null;
}

/** A meeting that a document goes to. */
export interface Meeting {
  readonly date: IsoDate;
  readonly body: string | null;
  /** Its place among the dates of the header; null where the council's calendar of meetings names it. */
  readonly index: number | null;
  readonly isExecutive: boolean;
}

/** What of a document puts dates on an authority, besides its actions. */
export interface Dated {
  readonly type: DocumentType;
  /** The bodies that it goes to, each with whether it decides for the executive. */
  readonly bodies: readonly { readonly name: string; readonly isExecutive: boolean }[];
  readonly meetings: readonly Meeting[];
  /** Day of issue. */
  readonly published: IsoDate | null;
  readonly isKeyDecision: boolean;
  /** Whether it is exempt from publication. */
  readonly isExempt: boolean;
  readonly inspection: Inspection | null;
  /** Whether it names areas for priority action: `none` only where it lists findings and none of them is one. */
  readonly priorities: 'some' | 'none' | 'unknown';
}

/** The source of what a document says itself. */
export const ownSource = 'this document';

/** The council's own figure; null where it has no such deadline. */
export function ownFigure(name: string, usual: number, { figures }: Calendar): number | null {
  const own = figures.get(name);
  return own === undefined ? usual : own;
}

/** What an officer must know of a figure that was not seen in its source, or that law leaves to the council. */
export function certaintyOf(certainty: 'seen' | 'to confirm' | 'practice', setting: string, { figures }: Calendar): string[] {
  if (certainty === 'seen') return [];
  if (figures.has(setting)) return ['as your council has set it'];
  const why = certainty === 'practice' ? 'a usual figure' : 'the rule was not seen in its source';
  return [`to be confirmed: ${why}; set your council’s own as “${setting}” under “deadlines” in .inspection-response.json`];
}
