import type { PageChange } from '../../language/render/page.ts';

export type { PageBlock, PageChange, PageContainer, PageHead } from '../../language/render/page.ts';

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
