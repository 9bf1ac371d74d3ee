import type { Snapshot } from '../../snapshot.ts';
import type { Span, TextEdit } from '../../text/span.ts';

/** A rewriting that nothing is wrong without. Nothing is offered that would change nothing. */
export interface Refactoring {
  readonly id: string;
  /** What could be done at a range: words for the light bulb, and what the edits need to know. Cheap. */
  offers(snapshot: Snapshot, range: Span): readonly Offer[];
  /** The edits of a choice, in the document that it was offered in; empty where there is nothing to do. */
  edits(snapshot: Snapshot, range: Span, choice: string): readonly TextEdit[];
}

/** One choice of a rewriting, as the light bulb offers it. */
export interface Offer {
  readonly title: string;
  readonly choice: string;
}
