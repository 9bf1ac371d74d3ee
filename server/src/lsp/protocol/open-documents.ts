import type { Position } from 'vscode-languageserver-types';
import type { DocumentType } from '../../language/model/vocabulary.ts';

/** Notification of the client: where the cursor is in a document, null when it has left it. */
export const cursorMethod = 'inspectionResponse/cursor';
export interface CursorParams {
  readonly uri: string;
  readonly position: Position | null;
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
