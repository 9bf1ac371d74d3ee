import type { Rewritten } from './rewriting.ts';

/**
 * Request of the client: what changed in an open document since another text of it, as a section of a report; null where it is not one of
 * ours.
 */
export const compareMethod = 'inspectionResponse/compare';
export interface CompareParams {
  readonly uri: string;
  /** The earlier version. */
  readonly earlier: string;
}
export interface Compared {
  readonly markdown: string;
  /** Whether anything is another than before. */
  readonly hasChanged: boolean;
  /** The reports of its response that the section may go into, the one to the latest meeting first. */
  readonly reports: readonly { readonly uri: string; readonly title: string }[];
}

/**
 * Request of the client: the one plan of the response that an open document belongs to, where the document has no actions of its own; else
 * null. What changed is told of that plan.
 */
export const planOfMethod = 'inspectionResponse/planOf';
export interface PlanOfParams {
  readonly uri: string;
}
export interface PlanOf {
  readonly uri: string;
}

/**
 * Request of the client: meetings before today that papers of the response of an open document name, the latest first; null where it is not
 * one of ours.
 */
export const earlierMeetingsMethod = 'inspectionResponse/earlierMeetings';
export interface EarlierMeetingsParams {
  readonly uri: string;
}
export interface ShownMeeting {
  /** “10 March 2026”. */
  readonly dateInWords: string;
  readonly body: string | null;
  /** Last day on which a paper can have been changed that went to it, `2026-03-02`, and in words. */
  readonly until: string;
  readonly untilInWords: string;
}

/**
 * Request of the client: what puts the section on what changed into an open report; null where it is not one of ours, or the other document
 * cannot be read.
 */
export const insertProgressMethod = 'inspectionResponse/insertProgress';
export interface InsertProgressParams {
  /** The report. */
  readonly uri: string;
  /** The document that was compared, and its earlier version. */
  readonly compared: string;
  readonly earlier: string;
}
export interface ProgressInserted extends Rewritten {
  /** Heading of the earlier section that gives way; null where there is none. */
  readonly replaces: string | null;
  /** Whether something that somebody wrote into that section stays, behind the new one. */
  readonly keeps: boolean;
}

/** Request of the client: the next progress report after an open one; null where that is not one of ours. */
export const nextReportMethod = 'inspectionResponse/nextReport';
export interface NextReportParams {
  readonly uri: string;
  /** Text of the plan as it was at the last report, to tell what changed; null for the statuses alone. */
  readonly earlierPlan: string | null;
}
export interface NextReportMade {
  /** `none`, `several`: how many plans are in the response, where it is not one. */
  readonly problem: 'not-a-report' | 'none' | 'several' | null;
  readonly text: string;
  /** URI of the plan. */
  readonly plan: string;
}
