import type { DocumentType } from '../../language/model/vocabulary.ts';

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
