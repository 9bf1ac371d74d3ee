import type { IsoDate } from '../host.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import type { Span } from '../text/span.ts';
import type { DecisionOn } from './decided.ts';
import type { ActionFact, MeasureFact, RecommendationFact } from './facts.ts';
import type { Lateness } from './lateness.ts';
import type { SourcedFinding } from './sources.ts';

/** What hangs together in a response, each once; they name each other by their places in these lists. */
export interface Traced {
  readonly findings: readonly SourcedFinding[];
  readonly recommendations: readonly TracedRecommendation[];
  readonly actions: readonly TracedAction[];
  readonly measures: readonly TracedMeasure[];
}

/** Something in the document that says it. */
interface Placed {
  readonly address: DocumentAddress;
  readonly nameSpan: Span;
}

export interface TracedAction extends ActionFact, Placed {
  /** Places in {@link Traced.findings}, {@link Traced.recommendations} and {@link Traced.measures}. */
  readonly findings: readonly number[];
  readonly recommendations: readonly number[];
  readonly measures: readonly number[];
  readonly late: Lateness;
  /** Not finished, and due within the days that are soon (`lateness.ts`). */
  readonly isDueSoon: boolean;
}

export interface TracedRecommendation extends RecommendationFact, Placed {
  /** Places of the findings that it names. */
  readonly findings: readonly number[];
  readonly decision: DecisionOn['decision'];
  /** The day of its meeting. */
  readonly meeting: IsoDate | null;
}

export interface TracedMeasure extends Omit<MeasureFact, 'action'>, Placed {}
