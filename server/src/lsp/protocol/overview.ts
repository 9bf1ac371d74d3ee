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
    /** Clean HTML, each part one element. Its links lead to files, at a name that `namedPlaceMethod` knows (`named-places.ts`). */
    readonly parts: readonly string[];
    /** What its pictures need beside the style of the page. */
    readonly style: string;
  } | null;
}

/** Request of the client, with {@link OverviewParams}: the same as a page that needs nothing beside it, without links, for printing. */
export const overviewFileMethod = 'inspectionResponse/overviewFile';
