import type { TextEdit } from 'vscode-languageserver-types';

/**
 * Request of the client: every setting that applies to an open document and where it is said; null where the document is not one of ours.
 */
export const explainConfigurationMethod = 'inspectionResponse/explainConfiguration';
export interface ExplainConfigurationParams {
  readonly uri: string;
}
export interface ExplainedConfiguration {
  readonly markdown: string;
  /** URI of the configuration file that applies, or null where there is none. */
  readonly configuration: string | null;
}

/**
 * Request of the client: a house style of which an open document is the model, put into a configuration file; null where the document is
 * not one of ours.
 */
export const houseStyleFromDocumentMethod = 'inspectionResponse/houseStyleFromDocument';
export interface HouseStyleFromDocumentParams {
  readonly uri: string;
  /** What the officer calls it: “Aldersham Council, scrutiny”. */
  readonly title: string;
  /** The file that it is to stand in, with its text as the editor has it; empty for a file that is not there yet. */
  readonly configuration: { readonly uri: string; readonly text: string };
}
export interface HouseStyleFromDocument {
  /**
   * Null where it can be done. `no-name`: the title has no letter; `unreadable`: the file is not JSON; `exists`: it has a style of the
   * name.
   */
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
