import type { Position } from 'vscode-languageserver-types';

/**
 * Request of the client: where something stands that a preview, an overview or a trace names (`action-12`), or a link to a heading
 * (`next-steps`), in the document as it now is; null where it is no longer there.
 */
export const namedPlaceMethod = 'inspectionResponse/namedPlace';
export interface NamedPlaceParams {
  readonly uri: string;
  readonly name: string;
}
export interface NamedPlace {
  readonly uri: string;
  readonly position: Position;
}
