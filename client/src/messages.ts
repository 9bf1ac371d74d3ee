import type { Position } from 'vscode-languageclient';
import type { DocumentType } from '../../server/src/language/model/vocabulary.ts';

/** Notification `inspectionResponse/cursor`: where the cursor is in a document; null when it has left it. */
export interface CursorParams {
  readonly uri: string;
  readonly position: Position | null;
}

/** Request `inspectionResponse/houseStyles`: those that apply in a folder, the officer's own included. */
export interface HouseStyleChoice {
  readonly name: string;
  readonly title: string;
  readonly status: 'seen' | 'starting-point';
  readonly types: readonly DocumentType[];
}

/** Request `inspectionResponse/newDocument`: the skeleton of a new document, with tab stops. */
export interface NewDocumentParams {
  readonly type: DocumentType;
  readonly houseStyle: string;
}

/** Request `inspectionResponse/documentStatus`: what an open document was taken for. */
export interface DocumentStatus {
  readonly type: DocumentType;
  readonly houseStyle: string;
  readonly houseStyleTitle: string;
}
