import type { IsoDate } from '../host.ts';
import type { Stage } from '../model/item-parts/read-status.ts';
import type { DocumentType, Polarity, Role } from '../model/vocabulary.ts';
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
  readonly findings: readonly FindingFact[];
  readonly recommendations: readonly RecommendationFact[];
  readonly actions: readonly ActionFact[];
  readonly measures: readonly MeasureFact[];
  /** What minutes say was decided, paragraph by paragraph. */
  readonly decisions: readonly DecisionFact[];
  /** How many actions have each status of the document's own scale, by the scale's word in small letters; empty where actions have none. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Words of the document's own status scale, in small letters. */
  readonly scale: readonly string[];
  /** Bodies that the document goes to, as written (`body:`). */
  readonly bodies: readonly string[];
  /** The meetings that it goes to, each with its body where both are said. */
  readonly meetings: readonly { readonly date: IsoDate; readonly body: string | null }[];
  /** What the header says that brings notices and further dates with it. */
  readonly formalities: {
    readonly isKeyDecision: boolean;
    readonly isExempt: boolean;
    /** Those of the bodies that decide for the executive, as the house style or their name tells. */
    readonly executiveBodies: readonly string[];
  };
  /** The day of issue (`published:`). */
  readonly published: IsoDate | null;
  /** The day that the document speaks of (`as-at:`). */
  readonly asAt: IsoDate | null;
  /** What the header says of the inspection, as written: `received` → `2021-05-10`. */
  readonly inspection: Readonly<Record<string, string>>;
  /** Files that the document points to in its header and its list of appendices, as written there; no web addresses. */
  readonly paths: readonly string[];
  /** Where its links go, as written, as far as they go to files and headings. No part of the meaning. */
  readonly links: readonly string[];
  /** Its headings, in order. No part of the meaning. */
  readonly headings: readonly HeadingFact[];
  /** Hash of all that is meant, without where it stands: equal hashes, and no other document needs a look. */
  readonly meaning: string;
}

/** What is asked of every document of a workspace at once: which response it belongs to, and whether it still means the same. */
export type DocumentSummary = Pick<DocumentFacts, 'address' | 'type' | 'title' | 'respondsTo' | 'meaning'>;

export const summaryOf = ({ address, type, title, respondsTo, meaning }: DocumentFacts): DocumentSummary => ({
  address,
  type,
  title,
  respondsTo,
  meaning,
});

export interface HeadingFact {
  /** Without number and marks. */
  readonly text: string;
  readonly role: Role | null;
  readonly isTitle: boolean;
  readonly span: Span;
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

/** A label as it is used: two are the same when their `key` is. */
export interface LabelName {
  readonly key: string;
  readonly text: string;
}

/** Something that a document says, with or without a label. */
interface Said {
  readonly label: LabelName | null;
  /** Plain text, white space folded. */
  readonly text: string;
  /** All of it. */
  readonly span: Span;
  /** Its label, else its words: where a person is taken who asks for it. */
  readonly nameSpan: Span;
}

export interface FindingFact extends Said {
  readonly polarity: Polarity;
}

export interface RecommendationFact extends Said {
  /** The body asked, as written. */
  readonly body: string | null;
  /** First verb of what is asked, in its plain form. */
  readonly verb: string | null;
  /** Keys of the labels that it names. */
  readonly mentions: readonly string[];
}

export interface ActionFact extends Said {
  /** As written; null where there is none or the cell is empty. So are the other fields. */
  readonly owner: string | null;
  readonly due: DueFact | null;
  readonly originalDue: DueFact | null;
  /** The scale's own word, or as written where the scale does not know it. */
  readonly status: string | null;
  readonly statusIsKnown: boolean;
  /** What the document's scale makes of the status; null where there is none, or the scale does not know it. */
  readonly stage: Stage | null;
  /** What it says it answers, as written, and the labels in that. */
  readonly source: string | null;
  readonly addresses: readonly LabelName[];
  readonly measure: string | null;
  readonly hasEvidence: boolean;
  readonly hasProgress: boolean;
}

/** A date as a deadline. */
export interface DueFact {
  readonly text: string;
  /** First and last day that it can mean; null where no day can be told. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

export interface MeasureFact extends Said {
  readonly baseline: string | null;
  readonly target: string | null;
  readonly actual: string | null;
  readonly by: DueFact | null;
  /** Place in the document's list of actions of the action that it is written in; null where it stands for itself. */
  readonly action: number | null;
  /** Keys of the labels that it names. */
  readonly mentions: readonly string[];
}

export interface DecisionFact {
  readonly text: string;
  /** Keys of the labels that it names. */
  readonly mentions: readonly string[];
  readonly span: Span;
}

/** All documents about one inspection. */
export interface ResponseFacts {
  /** Address of the document it is seen from, first. */
  readonly documents: readonly DocumentFacts[];
  /** Whether the files are there that the document points to ({@link DocumentFacts.paths}); null where that cannot be known. */
  readonly files: ReadonlyMap<string, boolean | null>;
}
