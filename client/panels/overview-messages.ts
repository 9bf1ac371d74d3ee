import type { ShownOverview } from '../../server/src/lsp/protocol/overview.ts';

/** What the window says to the page of an overview. */
export type ToOverview =
  | { readonly type: 'overview'; readonly uri: string; readonly page: NonNullable<ShownOverview['page']> }
  /** In place of an overview. */
  | { readonly type: 'nothing'; readonly words: string };

/** What the page says to the window. */
export type FromOverview =
  | { readonly type: 'ready' }
  /** A link, as it is written. */
  | { readonly type: 'open'; readonly href: string };

/** What the page remembers over a reload of the window. */
export interface OverviewState {
  readonly uri: string;
  /** What was unfolded and folded by the officer, by identifier. */
  readonly unfolded: Readonly<Record<string, boolean>>;
}
