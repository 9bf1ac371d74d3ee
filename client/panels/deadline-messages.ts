import type { ShownDeadline, ShownDeadlines } from '../../server/src/lsp/protocol/deadlines.ts';

/** Words of the panel, in the language of the window. */
export type DeadlineWords = Readonly<
  Record<
    | 'date'
    | 'what'
    | 'owner'
    | 'status'
    | 'sum'
    | 'noOwner'
    | 'notOfAnAction'
    | 'anyKind'
    | 'none'
    | 'noneShown'
    | 'counted'
    | 'shortened'
    | 'leftOut'
    | 'firstDue'
    | 'wasDone'
    | 'everyResponse'
    | `standing.${ShownDeadline['standing']}`
    | `kind.${ShownDeadline['kind']}`,
    string
  >
>;

/** What of the deadlines to show. Everything that is asked for must hold. */
export interface DeadlineFilter {
  /** Part of the owner's name, in any case. */
  readonly owner?: string;
  readonly kind?: ShownDeadline['kind'];
  /** Whether what is done is shown too. */
  readonly done?: boolean;
}

/** Which deadlines the window is asked for. */
export interface DeadlineScope {
  readonly everyResponse: boolean;
  /** The day on which they are looked at; null for today. */
  readonly asAt: string | null;
}

/** What the window says to the panel. */
export type ToDeadlines =
  | {
      readonly type: 'deadlines';
      /** The document whose response it is; null where none was open. */ readonly uri: string | null;
      readonly scope: DeadlineScope;
      readonly shown: ShownDeadlines;
      readonly words: DeadlineWords;
    }
  /** In place of them. */
  | { readonly type: 'nothing'; readonly words: string };

/** What the panel says to the window. A deadline is meant by its place in what was sent last. */
export type FromDeadlines =
  | { readonly type: 'ready' }
  | { readonly type: 'ask'; readonly scope: DeadlineScope }
  | { readonly type: 'go'; readonly place: number }
  | { readonly type: 'save'; readonly places: readonly number[] };

/** What a panel remembers over a reload of the window. */
export interface DeadlinesState {
  readonly uri: string | null;
  readonly scope: DeadlineScope;
  readonly filter: DeadlineFilter;
  readonly byOwner: boolean;
}
