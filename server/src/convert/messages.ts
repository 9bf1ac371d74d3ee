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
    readonly kind: 'calendar';
    readonly name: string;
    readonly deadlines: readonly { readonly id: string; readonly uri: string; readonly file: string; readonly what: string; readonly date: string; readonly rule: string; readonly source: string }[];
    /** Today, where the officer is: 2026-01-31. */
    readonly today: string;
  }
  | {
    readonly kind: 'paste';
    /** What is on the clipboard, as HTML. */
    readonly html: string;
  };

export type ConvertAnswer =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'imported'; readonly text: string; readonly type: DocumentType; readonly notes: readonly string[] }
  | { readonly kind: 'exported'; readonly bytes: Uint8Array }
  /** Markdown; null where the clipboard holds nothing but plain text. */
  | { readonly kind: 'pasted'; readonly markdown: string | null }
  /** A sentence for the officer. */
  | { readonly kind: 'cannot'; readonly message: string };
