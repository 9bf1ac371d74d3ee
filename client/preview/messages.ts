import type { PageChange } from '../../server/src/lsp/protocol/preview.ts';

/** What the window says to its preview. */
export type ToPreview =
  /**
   * A newer page, or what has changed in it. `folder` is where relative addresses of pictures count from; null where they cannot be shown.
   */
  | { readonly type: 'page'; readonly uri: string; readonly isWhole: boolean; readonly change: PageChange; readonly folder: string | null }
  /** Scroll so that a line of the source is at the top. */
  | { readonly type: 'reveal'; readonly line: number }
  /** Say which line of the source is being read ({@link FromPreview} `source`). */
  | { readonly type: 'where' }
  /** In place of a page: the document is closed or is not one of ours. */
  | { readonly type: 'nothing'; readonly words: string };

/** What a preview says to its window. Lines of the source count from 0. */
export type FromPreview =
  | { readonly type: 'ready' }
  /** The officer scrolled: this line, or a part of it, is at the top. */
  | { readonly type: 'scrolled'; readonly line: number }
  /** The officer wants to see a line in the editor. */
  | { readonly type: 'source'; readonly line: number }
  /** A link that leads out of the page, as it is written. */
  | { readonly type: 'open'; readonly href: string };

/** What a preview remembers over a reload of the window. */
export interface PreviewState {
  readonly uri: string;
  readonly line: number;
}
