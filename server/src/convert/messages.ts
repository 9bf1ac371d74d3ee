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
    readonly kind: 'paste';
    /** What is on the clipboard, as HTML. */
    readonly html: string;
  };

export type ConvertAnswer =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'imported'; readonly text: string; readonly type: DocumentType; readonly notes: readonly string[] }
  /** Markdown; null where the clipboard holds nothing but plain text. */
  | { readonly kind: 'pasted'; readonly markdown: string | null }
  /** A sentence for the officer. */
  | { readonly kind: 'cannot'; readonly message: string };
