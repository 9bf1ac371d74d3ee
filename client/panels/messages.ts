import type { NamedPlaceParams } from '../../server/src/lsp/protocol/named-places.ts';
import type { ShownTrace, TraceFilterParams } from '../../server/src/lsp/protocol/traces.ts';

/** Words of the panel, in the language of the window. */
export type PanelWords = Readonly<
  Record<
    | 'finding'
    | 'gaps'
    | 'recommendations'
    | 'action'
    | 'owner'
    | 'due'
    | 'status'
    | 'measures'
    | 'addAction'
    | 'noAction'
    | 'nothing'
    | 'noneShown'
    | 'byOwner'
    | 'noOwner'
    | 'matrix'
    | 'anyStatus'
    | 'noStatus'
    | 'asAt'
    | 'shown'
    | 'shownOne',
    string
  >
>;

/** What the window says to the panel. */
export type ToPanel =
  | { readonly type: 'trace'; readonly trace: ShownTrace; readonly words: PanelWords }
  /** In place of a trace. */
  | { readonly type: 'nothing'; readonly words: string };

/** What the panel says to the window. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'go'; readonly place: NamedPlaceParams }
  | { readonly type: 'add'; readonly label: string }
  | { readonly type: 'export'; readonly format: 'csv' | 'html' | 'json'; readonly filter: TraceFilterParams };

/** What a panel remembers over a reload of the window. */
export interface PanelState {
  readonly uri: string;
  readonly filter: TraceFilterParams;
}
