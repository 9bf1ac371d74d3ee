import type { ExportFormat } from '../conversion/export/formats.ts';
import type { DocumentType } from '../language/model/vocabulary.ts';

/** What the window and the converter say to each other. Types only, so that the client may share them. */

export type ConvertRequest =
  | {
      readonly kind: 'import';
      readonly bytes: Uint8Array;
      readonly fileName: string;
      /** Where the file lies on this computer, for the house styles of its folder; null where it lies elsewhere. */
      readonly path: string | null;
    }
  | {
      readonly kind: 'export';
      /** What is to be exported, the paper first and its appendices after it, as the editor has them. */
      readonly documents: readonly { readonly uri: string; readonly name: string }[];
      readonly format: ExportFormat;
      /** Files as the editor has them, and those that the converter cannot reach itself, by URI. */
      readonly files: ReadonlyMap<string, Uint8Array>;
      /** The council's own Word document or template. */
      readonly template: Uint8Array | null;
      /** Whether a browser may be started, for a PDF, and which where one is named. */
      readonly browser: { readonly program: string | null } | null;
      /** Today, where the officer is: 2026-01-31. */
      readonly today: string;
    }
  | {
      readonly kind: 'tracker';
      /** The workbook that owners filled in. */
      readonly bytes: Uint8Array;
      readonly fileName: string;
      /** The plan that it goes back into, as the editor has it. */
      readonly plan: { readonly uri: string; readonly text: string };
      /** Keys of what was chosen of the changes; null before anybody has chosen, for all but the conflicts. */
      readonly chosen: readonly string[] | null;
      /** Today, where the officer is: 2026-01-31. */
      readonly today: string;
    }
  | {
      readonly kind: 'calendar';
      readonly name: string;
      readonly deadlines: readonly {
        readonly id: string;
        readonly uri: string;
        readonly file: string;
        readonly what: string;
        readonly date: string;
        readonly rule: string;
        readonly source: string | null;
      }[];
      /** Today, where the officer is: 2026-01-31. */
      readonly today: string;
    }
  | {
      readonly kind: 'paste';
      /** What is on the clipboard, as HTML. */
      readonly html: string;
      /** Where it goes; null for a line of its own. */
      readonly place: { readonly before: string; readonly after: string; readonly above: string } | null;
    };

export type ConvertAnswer =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'imported'; readonly text: string; readonly type: DocumentType; readonly notes: readonly string[] }
  | ({ readonly kind: 'tracked' } & TrackerComparison)
  | { readonly kind: 'exported'; readonly bytes: Uint8Array }
  /** Markdown; null where the clipboard holds nothing but plain text. */
  | { readonly kind: 'pasted'; readonly markdown: string | null }
  /** A sentence for the officer. */
  | { readonly kind: 'cannot'; readonly message: string };

/** What a filled-in tracker has for its plan. */
export interface TrackerComparison {
  readonly changes: readonly ShownChange[];
  /** Changed in the tracker and in the plan. */
  readonly conflicts: readonly (ShownChange & { readonly plan: string })[];
  readonly added: readonly { readonly key: string; readonly action: string }[];
  readonly notes: readonly string[];
  /** What makes the chosen changes: offsets in the plan's text. */
  readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[];
  /** The plan with them. */
  readonly text: string;
}

export interface ShownChange {
  readonly key: string;
  readonly action: string;
  /** The heading of the column. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}
