import type { NamedPlaceParams } from './named-places.ts';

/** Request of the client: every response of the workspace, once all documents are known; none of them is read for it. */
export const responsesMethod = 'inspectionResponse/responses';
export interface ShownResponse {
  readonly title: string;
  /** How many documents it has. */
  readonly documents: number;
  /** Any document of it, to ask further about it: the same one as long as it is there. */
  readonly uri: string;
}
/**
 * Notification of the server, only to a client that says `followsResponses`: responses may be others, or say something else, than when it
 * last asked.
 */
export const responsesChangedMethod = 'inspectionResponse/responsesChanged';

/** Request of the client: what answers what in the response of a document, open or not; empty where it is none of ours. */
export const tracesMethod = 'inspectionResponse/traces';
export interface TracesParams {
  readonly uri: string;
}

/** A response with its matrix, in words; the rows with a gap first. */
export interface ShownTrace {
  readonly title: string;
  /** “27 February 2026”. */
  readonly asAt: string;
  readonly rows: readonly ShownRow[];
  /** Gaps of the response as a whole. */
  readonly gaps: readonly string[];
  /** Any document of the response, to ask further about it. */
  readonly uri: string;
}
/** Something that is shown, and where it stands; null where its document cannot be read. */
export interface ShownThing {
  readonly label: string | null;
  readonly text: string;
  /** What `namedPlaceMethod` takes. */
  readonly place: NamedPlaceParams;
}
export interface ShownRow {
  /** Each in words. */
  readonly gaps: readonly string[];
  readonly finding: (ShownThing & { readonly kind: string }) | null;
  readonly recommendations: readonly (ShownThing & { readonly decision: string })[];
  readonly action: ShownAction | null;
  readonly measures: readonly ShownThing[];
  /** Whether a click can add an action for the finding. */
  readonly canAddAction: boolean;
}
export interface ShownAction extends ShownThing {
  readonly owner: string | null;
  readonly status: string | null;
  /** In words, with what is late and what was first due. */
  readonly due: string | null;
  /** Last day that it can mean, `2026-01-31`. */
  readonly day: string | null;
  readonly late: 'overdue' | 'date passed' | null;
  readonly isDueSoon: boolean;
}

/** Request of the client: what is shown of a trace as a file; null where the document is not one of ours. */
export const traceFileMethod = 'inspectionResponse/traceFile';
export interface TraceFileParams {
  readonly uri: string;
  readonly format: 'csv' | 'html' | 'json';
  readonly filter: TraceFilterParams;
}
export interface TraceFilterParams {
  readonly owner?: string;
  readonly status?: string;
  readonly dueBefore?: string;
  readonly overdue?: boolean;
}
