import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { DeadlineKind } from '../language/calendar/deadlines.ts';
import type { DocumentType } from '../language/model/vocabulary.ts';
import type { Standing } from '../language/response/deadlines.ts';
import type { PageChange } from '../language/render/page.ts';

export type { PageBlock, PageChange, PageContainer, PageHead } from '../language/render/page.ts';

/** Our own messages, beside those of the Language Server Protocol. Types only, so that the client may share them. */

/** What a client may say of itself in `initializationOptions`. Everything may be left out. */
export interface InitializationOptions {
  /** Documents that brought the server down: they are opened without being read. */
  readonly unanalysed?: readonly string[];
  /** Names of commands that the client can run itself, such as `editor.action.triggerSuggest`. Others are never sent to it. */
  readonly commands?: readonly string[];
  /** Whether the client answers {@link readFileMethod} and its like, for files that the server cannot reach (a browser, a virtual workspace). */
  readonly readsFiles?: boolean;
  /** Whether the client listens to {@link responsesChangedMethod}. */
  readonly followsResponses?: boolean;
  /** Language of what is said, where it is not that of the editor (`locale`). */
  readonly language?: string | undefined;
  /** Address of the folder of the extension, with its pages and translations, where the client has its own way to it. */
  readonly home?: string;
}

/** Notification of the client: where the cursor is in a document, null when it has left it. */
export const cursorMethod = 'inspectionResponse/cursor';
export interface CursorParams {
  readonly uri: string;
  readonly position: Position | null;
}

/** Request of the client: house styles that a new document may have. */
export const houseStylesMethod = 'inspectionResponse/houseStyles';
export interface HouseStyleChoice {
  readonly name: string;
  readonly title: string;
  readonly status: 'seen' | 'starting-point';
  readonly types: readonly DocumentType[];
}

/** Request of the client: a new document. */
export const newDocumentMethod = 'inspectionResponse/newDocument';
export interface NewDocumentParams {
  readonly type: DocumentType;
  readonly houseStyle: string;
}
export interface NewDocument {
  /** In the editor's snippet syntax, with tab stops. */
  readonly snippet: string;
  /** What its file name should end with. */
  readonly suffix: string;
}

/** Request of the client: what an open document was taken for; null where it is not one of ours. */
export const documentStatusMethod = 'inspectionResponse/documentStatus';
export interface DocumentStatusParams {
  readonly uri: string;
}
export interface DocumentStatus {
  readonly type: DocumentType;
  readonly houseStyle: string;
  readonly houseStyleTitle: string;
  /** Version of the document that this is said of. */
  readonly version: number;
}

/** Request of the client: every setting that applies to an open document and where it is said; null where the document is not one of ours. */
export const explainConfigurationMethod = 'inspectionResponse/explainConfiguration';
export interface ExplainConfigurationParams {
  readonly uri: string;
}
export interface ExplainedConfiguration {
  readonly markdown: string;
  /** URI of the configuration file that applies, or null where there is none. */
  readonly configuration: string | null;
}

/** Request of the client: a house style of which an open document is the model, put into a configuration file; null where the document is not one of ours. */
export const houseStyleFromDocumentMethod = 'inspectionResponse/houseStyleFromDocument';
export interface HouseStyleFromDocumentParams {
  readonly uri: string;
  /** What the officer calls it: “Aldersham Council, scrutiny”. */
  readonly title: string;
  /** The file that it is to stand in, with its text as the editor has it; empty for a file that is not there yet. */
  readonly configuration: { readonly uri: string; readonly text: string };
}
export interface HouseStyleFromDocument {
  /** Null where it can be done. `no-name`: the title has no letter; `unreadable`: the file is not JSON; `exists`: it has a style of the name. */
  readonly problem: 'no-name' | 'unreadable' | 'exists' | null;
  /** What a document says behind `house-style:`. */
  readonly name: string;
  /** Title of the style that it extends. */
  readonly extends: string;
  /** Of the text that was sent. */
  readonly edits: readonly TextEdit[];
  /** Headings whose purpose was told by their place alone. */
  readonly guessed: readonly { readonly heading: string; readonly role: string }[];
  /** Headings that were left out, because nobody knows what they are for. */
  readonly unplaced: readonly string[];
}

/** Request of the client: an open document as it is printed, or what has changed in it; null where the document is not one of ours. */
export const previewMethod = 'inspectionResponse/preview';
export interface PreviewParams {
  readonly uri: string;
  /** What the preview shows now: the `revision` of the last answer that it took, or null for nothing. */
  readonly revision: number | null;
  /** Whether pictures from the web may be shown; not where left out. */
  readonly remotePictures?: boolean;
}
export interface Preview {
  /** Version of the document. */
  readonly version: number;
  readonly revision: number;
  /** Whether `change` makes the page from nothing, whatever is shown. */
  readonly isWhole: boolean;
  readonly change: PageChange;
}
/** Notification of the client: a preview was closed. */
export const previewClosedMethod = 'inspectionResponse/previewClosed';

/** Request of the client: how the response of an open document stands, as a page; null where the document is not one of ours. */
export const overviewMethod = 'inspectionResponse/overview';
export interface OverviewParams {
  readonly uri: string;
  /** What the client shows; null or left out for nothing. */
  readonly revision?: string | null;
}
export interface ShownOverview {
  readonly revision: string;
  /** Null where the client shows it already. */
  readonly page: {
    readonly language: string;
    /** Clean HTML, each part one element. Its links lead to files, at a name that {@link namedPlaceMethod} knows. */
    readonly parts: readonly string[];
    /** What its pictures need beside the style of the page. */
    readonly style: string;
  } | null;
}

/** Request of the client: where something stands that a preview, an overview or a trace names (`action-12`), in the document as it now is; null where it is no longer there. */
export const namedPlaceMethod = 'inspectionResponse/namedPlace';
export interface NamedPlaceParams {
  readonly uri: string;
  readonly name: string;
}
export interface NamedPlace {
  readonly uri: string;
  readonly position: Position;
}

/** Request of the client, with {@link OverviewParams}: the same as a page that needs nothing beside it, without links, for printing. */
export const overviewFileMethod = 'inspectionResponse/overviewFile';

/** Request of the client: where Tab (`by` 1) or Shift+Tab (-1) leads to from a place in a table; null outside of tables and before the first cell. */
export const cellBesideMethod = 'inspectionResponse/cellBeside';
export interface CellBesideParams {
  readonly uri: string;
  readonly position: Position;
  readonly by: 1 | -1;
}
export interface ShownCell {
  readonly version: number;
  /** The row that is begun for the cell. */
  readonly edit: TextEdit | null;
  /** The words of the cell, after the edit. */
  readonly range: Range;
}

/** Request of the client: the edits of a rewriting that the light bulb has too, with the document's version; null where there is nothing to do. */
export const rewriteMethod = 'inspectionResponse/rewrite';
export interface RewriteParams {
  readonly uri: string;
  readonly position: Position;
  readonly rewriting: 'sort-table' | 'align-table' | 'renumber';
  /** `document` for all tables or paragraphs; what to sort by. */
  readonly choice: 'document' | 'due' | 'owner' | 'label' | 'status';
}
export interface Rewritten {
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/** Request of the client: every response of the workspace, once all documents are known; none of them is read for it. */
export const responsesMethod = 'inspectionResponse/responses';
export interface ShownResponse {
  readonly title: string;
  /** How many documents it has. */
  readonly documents: number;
  /** Any document of it, to ask further about it: the same one as long as it is there. */
  readonly uri: string;
}
/** Notification of the server, only to a client that says `followsResponses`: responses may be others, or say something else, than when it last asked. */
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
  /** What {@link namedPlaceMethod} takes. */
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

/**
 * Request of the client: every date that is coming, in the response of a document, open or not, or in all responses of the workspace where none is named;
 * null where the document is not one of ours.
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

/** Request of the client: what changed in an open document since another text of it, as a section of a report; null where it is not one of ours. */
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

/** Request of the client: the one plan of the response that an open document belongs to, where the document has no actions of its own; else null. What changed is told of that plan. */
export const planOfMethod = 'inspectionResponse/planOf';
export interface PlanOfParams {
  readonly uri: string;
}
export interface PlanOf {
  readonly uri: string;
}

/** Request of the client: meetings before today that papers of the response of an open document name, the latest first; null where it is not one of ours. */
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

/** Request of the client: what puts the section on what changed into an open report; null where it is not one of ours, or the other document cannot be read. */
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

/** Requests of the server, only to a client that says `readsFiles`. */
export const readFileMethod = 'inspectionResponse/readFile';
export const listFolderMethod = 'inspectionResponse/listFolder';
export const fileExistsMethod = 'inspectionResponse/fileExists';
export interface FileParams {
  readonly uri: string;
}
/** Text of the file, or null where it cannot be read as text. */
export type ReadFileResult = string | null;
/** URIs of the files and folders of a folder, those of folders with a slash at the end; null where it cannot be read. */
export type ListFolderResult = readonly string[] | null;
/** Null where that cannot be known. */
export type FileExistsResult = boolean | null;

/** Command that the server runs: shows the page of a rule through `window/showDocument`. Its argument is the rule's name. */
export const rulePageCommand = 'inspectionResponse.openRulePage';

/** Command that the server runs: adds an action that addresses a label to the plan of a response. Its arguments are the URI of an open document of the response, and the label. */
export const addActionCommand = 'inspectionResponse.addAction';

/** Command that the server runs: selects what is to be written over after edits, through `window/showDocument`. Its arguments are the URI of the document and the range. */
export const showBlankCommand = 'inspectionResponse.showBlank';

/**
 * Command that a client may run itself, and then names in its `commands`: shows places, one by going there, several in a list. Its arguments
 * are the URI and position that it is asked from, and the locations.
 */
export const showPlacesCommand = 'inspectionResponse.showPlaces';

/** Command that a client may run itself, and then names in its `commands`: saves a file that was just written into, so that what is in it holds. Its argument is the URI. */
export const saveFileCommand = 'inspectionResponse.saveFile';

/** Kind of the code action that puts right everything safe. */
export const fixAllKind = 'source.fixAll.inspectionResponse';
