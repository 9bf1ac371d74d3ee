import type { DocumentType, Polarity } from '../model/vocabulary.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import type { Span } from '../text/span.ts';

/** What a document says that matters to others of its response: small, plain data, no trees. Spans are document offsets. */
export interface DocumentFacts {
  readonly address: DocumentAddress;
  readonly type: DocumentType;
  readonly title: string | null;
  readonly respondsTo: readonly DocumentAddress[];
  readonly labels: readonly LabelFact[];
  readonly references: readonly ReferenceFact[];
  /** Findings without a label, by text. */
  readonly unlabelledFindings: readonly { readonly text: string; readonly polarity: Polarity; readonly span: Span }[];
  /** Hash of all that is meant, without where it stands: equal hashes, and no other document needs a look. */
  readonly meaning: string;
}

export interface LabelFact {
  readonly key: string;
  readonly text: string;
  readonly defines: 'finding' | 'recommendation' | 'action' | 'measure' | 'other';
  readonly polarity: Polarity | null;
  /** What it labels. */
  readonly about: string;
  readonly span: Span;
}

export interface ReferenceFact {
  readonly key: string;
  readonly text: string;
  /** In the Addresses field of an action, whose label is `from`. */
  readonly addresses: boolean;
  readonly from: string | null;
  readonly span: Span;
}

/** All documents about one inspection. */
export interface ResponseFacts {
  /** Address of the document it is seen from, first. */
  readonly documents: readonly DocumentFacts[];
}
