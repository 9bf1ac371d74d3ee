import type { IsoDate } from '../host.ts';
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
  /** How many actions have each status of the document's own scale, by the scale's word in small letters; empty where actions have none. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Words of the document's own status scale, in small letters. */
  readonly scale: readonly string[];
  /** The day that the document speaks of (`as-at:`). */
  readonly asAt: IsoDate | null;
  /** What the header says of the inspection, as written: `received` → `2021-05-10`. */
  readonly inspection: Readonly<Record<string, string>>;
  /** Files that the document points to in its header and its list of appendices, as written there; no web addresses. */
  readonly paths: readonly string[];
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
  /** Whether the files are there that the document points to ({@link DocumentFacts.paths}); null where that cannot be known. */
  readonly files: ReadonlyMap<string, boolean | null>;
}
