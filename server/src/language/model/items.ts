import type { IsoDate } from '../host.ts';
import type { Span } from '../text/span.ts';
import type { ActionField, Polarity, Role } from './vocabulary.ts';

/**
 * What a document says, item by item. Every item is found in one block; its spans are relative to that block, so an item of an
 * untouched block is the same object wherever the block moved to.
 */
export type Item =
  | HeadingItem
  | ParagraphItem
  | RecommendationItem
  | FindingItem
  | ActionItem
  | MeasureItem
  | DateItem
  | AcronymDefinitionItem
  | AcronymUseItem
  | AppendixListedItem
  | AppendixMentionItem
  | LabelDefinitionItem
  | LabelReferenceItem
  | ParagraphReferenceItem
  | LinkItem
  | LinkDefinitionItem
  | LinkReferenceItem
  | ImageItem
  | PercentageItem
  | CountItem
  | SuppressionItem
  | TableItem
  | StatusTotalItem
  | ContentItem
  | NumberItem
  | StatementItem
  | PaperMentionItem
  | EvidenceItem
  | JudgementItem
  | LengthItem
  | DeadlineMentionItem
  | DeadlinePeriodItem
  | SpellingItem;

export type ItemKind = Item['kind'];
export type ItemOf<K extends ItemKind> = Extract<Item, { kind: K }>;

interface Base {
  readonly span: Span;
}

/** A piece of text that stands somewhere in the item's block. */
export interface Part extends Base {
  /** Plain text, without Markdown's marks, white space folded. */
  readonly text: string;
}

/** `F3`, `AFI 3`, `A1.4`. Two labels are the same when their `key` is. */
export interface Label extends Base {
  /** As written. */
  readonly text: string;
  /** Capitals and number without space or hyphen: `AFI3`. */
  readonly key: string;
  readonly prefix: string;
  readonly number: string;
}

/** A Markdown heading, a bold line standing alone or a `Name: value` line that names a known section. */
export interface HeadingItem extends Base {
  readonly kind: 'heading';
  readonly form: 'heading' | 'bold-line' | 'field-line';
  readonly level: number;
  /** Without number and marks. */
  readonly text: string;
  readonly textSpan: Span;
  /** Number written by hand before the text, `2.1`. */
  readonly number: ParagraphNumber | null;
  readonly role: Role | null;
  /** Where no role was found: the known heading that this one nearly is. */
  readonly nearly: { readonly heading: string; readonly role: Role } | null;
  /** Whether this is the document's title rather than a section. */
  readonly isTitle: boolean;
  /** For a field line: what stands after the colon. */
  readonly value: Part | null;
}

/** A number written by hand at the start of a paragraph or heading. */
export interface ParagraphNumber extends Base {
  /** As written, without the closing mark: `2.3`, `a`, `iv`. */
  readonly text: string;
  readonly style: 'number' | 'section.paragraph' | 'letter' | 'roman';
  /** `1.`, `1)`, `(1)` or bare. */
  readonly closing: '.' | ')' | '()' | '';
  /** Values of the parts: `2.3` → [2, 3]; `c` → [3]; `iv` → [4]. */
  readonly values: readonly number[];
}

export interface ParagraphItem extends Base {
  readonly kind: 'paragraph';
  readonly number: ParagraphNumber | null;
  /** Plain text, white space folded. */
  readonly text: string;
  /** How deep in lists it stands; 0 outside them or in the outermost numbered one. */
  readonly depth: number;
  /** Inside a block quote: somebody else's words. */
  readonly quoted: boolean;
}

export interface RecommendationItem extends Base {
  readonly kind: 'recommendation';
  /** An item of a list, or a paragraph of a section that may have a list besides. */
  readonly form: 'item' | 'paragraph';
  readonly label: Label | null;
  /** The body asked, as written ("The Overview and Scrutiny Committee"), or null. */
  readonly body: string | null;
  /** First verb of what is asked, lower case, in its plain form; null where nothing is asked. */
  readonly verb: string | null;
  readonly verbSpan: Span | null;
  /** Every act asked for: `note`, `determine`. */
  readonly acts: readonly string[];
  readonly text: string;
}

export interface FindingItem extends Base {
  readonly kind: 'finding';
  readonly label: Label | null;
  readonly polarity: Polarity;
  readonly text: string;
  readonly textSpan: Span;
}

export interface ActionItem extends Base {
  readonly kind: 'action';
  readonly form: 'table' | 'item' | 'list';
  /** Whether the words above its list tell what is in it as done already. */
  readonly taken: boolean;
  /** Whether a cell of its row says that what was asked for will not be done ("Not agreed"), as the answer to a recommendation may. */
  readonly refused: boolean;
  readonly label: Label | null;
  readonly text: string;
  readonly textSpan: Span;
  /** By canonical name. In a table every column of the header has an entry, an empty cell being a part with empty text. */
  readonly fields: Readonly<Partial<Record<ActionField, Part>>>;
  readonly due: Due | null;
  readonly originalDue: Due | null;
  readonly start: Due | null;
  /** Labels in the Addresses field. */
  readonly addresses: readonly Label[];
  /** The status as the scale's own word, or as written where the scale does not know it; null where there is none. */
  readonly status: string | null;
  readonly statusIsKnown: boolean;
}

/** A date as a deadline. */
export interface Due extends Base {
  readonly text: string;
  /** First day that it can mean, or null where no day can be told. */
  readonly from: IsoDate | null;
  /** Last day that it can mean: 31 July 2019 for "July 2019". */
  readonly to: IsoDate | null;
  readonly precision: DatePrecision;
}

export type DatePrecision = 'day' | 'period' | 'month' | 'quarter' | 'season' | 'year' | 'none';

export interface MeasureItem extends Base {
  readonly kind: 'measure';
  /** A row of a table of measures, a `Measure:` field or a Measure cell of an action, or an item of a list of targets. */
  readonly form: 'table' | 'field' | 'list';
  readonly label: Label | null;
  readonly text: string;
  readonly baseline: Part | null;
  readonly target: Part | null;
  readonly actual: Part | null;
  /** Where the date is that of the paragraph which introduces the list, its span is the measure's. */
  readonly by: Due | null;
}

/** A date in prose, in a cell or in a field. Dates in the front matter are the front matter's. */
export interface DateItem extends Base {
  readonly kind: 'date';
  readonly text: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly precision: DatePrecision;
  /** Day of the week written before it, 1 Monday to 7 Sunday. */
  readonly weekday: number | null;
  readonly weekdaySpan: Span | null;
  /** How it is written; `plain` is 6 March 2019. */
  readonly style: 'plain' | 'ordinal' | 'leading-zero' | 'all-figures' | 'iso' | 'short-year' | 'month-first' | 'other';
  readonly hasYear: boolean;
  /** Whether such a day is in the calendar (31 June is not; neither is a period that ends before it starts). */
  readonly possible: boolean;
  /** Whether its paragraph says nothing else, but perhaps "Date:": the date line of a letter. */
  readonly alone: boolean;
  readonly quoted: boolean;
}

export interface AcronymDefinitionItem extends Base {
  readonly kind: 'acronym-definition';
  readonly short: string;
  readonly long: string;
  readonly shortSpan: Span;
}

export interface AcronymUseItem extends Base {
  readonly kind: 'acronym-use';
  readonly short: string;
  /** First letter of the next word, as a capital; null where no word follows. */
  readonly next: string | null;
  readonly quoted: boolean;
}

/** An entry of the list of appendices. */
export interface AppendixListedItem extends Base {
  readonly kind: 'appendix-listed';
  readonly number: string;
  readonly title: string;
  readonly link: string | null;
}

export interface AppendixMentionItem extends Base {
  readonly kind: 'appendix-mention';
  readonly number: string;
}

export interface LabelDefinitionItem extends Base {
  readonly kind: 'label-definition';
  readonly label: Label;
  readonly defines: 'finding' | 'recommendation' | 'action' | 'measure' | 'other';
  /** What it labels, plain text. */
  readonly text: string;
}

/** A bare label that may refer to a definition somewhere in the response. */
export interface LabelReferenceItem extends Base {
  readonly kind: 'label-reference';
  readonly label: Label;
  /** Whether it stands in the Addresses field of an action. */
  readonly addresses: boolean;
}

/** "paragraph 5", "section 2.1". */
export interface ParagraphReferenceItem extends Base {
  readonly kind: 'paragraph-reference';
  readonly number: string;
}

export interface LinkItem extends Base {
  readonly kind: 'link';
  readonly url: string;
  readonly text: string;
  /** A bare address is its own text. */
  readonly bare: boolean;
  readonly quoted: boolean;
}

/** `[letter]: visit.letter.md`: where links that name it go. */
export interface LinkDefinitionItem extends Base {
  readonly kind: 'link-definition';
  readonly url: string;
  /** What links call it by, as Markdown compares it. */
  readonly identifier: string;
  /** The name as written, between its brackets. */
  readonly nameSpan: Span;
}

/** A link, or picture, whose address stands elsewhere: `[text][name]`, `[name][]`, `[name]`. */
export interface LinkReferenceItem extends Base {
  readonly kind: 'link-reference';
  readonly identifier: string;
  readonly form: 'full' | 'collapsed' | 'shortcut';
  /** The name as written; of a collapsed one the place between its last brackets. */
  readonly nameSpan: Span;
}

export interface ImageItem extends Base {
  readonly kind: 'image';
  readonly url: string;
  readonly alternative: string;
}

/** A number said to be a percentage, well formed or not. */
export interface PercentageItem extends Base {
  readonly kind: 'percentage';
  readonly text: string;
  /** Null where it is malformed. */
  readonly value: number | null;
  readonly malformed: 'two-numbers' | 'said-twice' | 'spaced' | null;
}

/** "three areas for improvement:", and how many items the list after it has. */
export interface CountItem extends Base {
  readonly kind: 'count';
  readonly stated: number;
  /** Lower case, without the words between: `areas for improvement` of "eight specific areas for improvement". */
  readonly counted: string;
  /** Whether its paragraph ends with a colon, so that a list or sections of what is counted should follow. */
  readonly introduces: boolean;
}

/** `<!-- inspection-response-disable-next-line family/rule: reason -->` and its like. */
export interface SuppressionItem extends Base {
  readonly kind: 'suppression';
  readonly form: 'next-line' | 'disable' | 'enable' | 'file';
  readonly rules: readonly Part[];
  readonly reason: string | null;
}

/** The header row of a table. */
export interface TableItem extends Base {
  readonly kind: 'table';
  readonly use: 'actions' | 'measures' | 'findings' | 'other';
  readonly columns: readonly { readonly text: string; readonly span: Span; readonly field: string | null }[];
}

/** "12 green, three amber" in a report. */
export interface StatusTotalItem extends Base {
  readonly kind: 'status-total';
  readonly status: string;
  readonly stated: number;
  /** The number as it is written, at the start of the item: `12`, `Three`. */
  readonly written: string;
  readonly quoted: boolean;
  /** Its paragraph speaks of another time, or of some of the actions only. */
  readonly partial: boolean;
}

/**
 * That a block says something, whatever it says: for rules about what is empty, or how long a list is. It stays equal while the words
 * change, so such rules are not run again for every letter.
 */
export interface ContentItem extends Base {
  readonly kind: 'content';
  readonly opensContainer: boolean;
  /** Lengths of the lists inside the block, in order. */
  readonly lists: readonly number[];
}

/** The number of a paragraph by itself, equal while the words of the paragraph change. */
export interface NumberItem extends Base {
  readonly kind: 'number';
  readonly number: ParagraphNumber;
  /** Whether nothing stands behind it: the number of the table or list below, or a stray figure. */
  readonly bare: boolean;
  readonly depth: number;
  readonly quoted: boolean;
}

/** Words that settle a question of procedure, or show that a letter begins, wherever they stand. */
export interface StatementItem extends Base {
  readonly kind: 'statement';
  readonly about:
    | 'lateness'
    | 'key-decision-exception'
    | 'decision-notice'
    | 'later-decision'
    | 'salutation'
    | 'public-interest'
    | 'confidential-as-exempt'
    | NoneStatement;
}

/**
 * A paragraph that says nothing but that there is nothing: in a bare word ("N/A"), or in a sentence ("There are no legal implications.").
 */
export type NoneStatement = 'none' | 'none-in-a-sentence';

/** A paper that the text names in capitals, such as "Service Improvement Plan". */
export interface PaperMentionItem extends Base {
  readonly kind: 'paper-mention';
  readonly name: string;
}

/**
 * Something in the text that has implications of a kind: a statutory notice has legal ones, a group that the law protects has those for
 * equality.
 */
export interface EvidenceItem extends Base {
  readonly kind: 'evidence';
  readonly of: 'legal' | 'financial' | 'equality' | 'staffing' | 'consultation';
  readonly text: string;
}

/** A grade that a text says somebody was given, with the judgement that it is about, where the sentence names one and no other. */
export interface JudgementItem extends Base {
  readonly kind: 'judgement';
  /** As written, in small letters; null where the sentence names none or several. */
  readonly name: string | null;
  readonly nameSpan: Span | null;
  /** In small letters. */
  readonly grade: string;
  readonly gradeSpan: Span;
  /** What is graded, where it is a visit: `focused visit`. */
  readonly visit: string | null;
  /** The sentence speaks, in some word, of an earlier time, of a year, or of somebody other than a council. */
  readonly elsewhere: boolean;
  readonly quoted: boolean;
}

/** How many words a block has, equal while letters change. Nothing is counted in quotations. */
export interface LengthItem extends Base {
  readonly kind: 'length';
  readonly words: number;
}

/** A word that has several right spellings, in one of them, in what the author wrote himself: a document should keep to one. */
export interface SpellingItem extends Base {
  readonly kind: 'spelling';
  /** The first form of the word, which names it: `care leaver`. */
  readonly word: string;
  /** The form that it has here, without what is added to it: `care-leaver`. */
  readonly form: string;
  /** As it stands there: `care-leavers`. */
  readonly text: string;
}

/**
 * A period in days after an inspection's letter or report, "70 working days from receipt of the letter", in the author's own words about a
 * plan, statement or report.
 */
export interface DeadlinePeriodItem extends Base {
  readonly kind: 'deadline-period';
  readonly days: number;
  /** Whether its sentence gives some day, or the text soon behind it says which day that is. */
  readonly saysDay: boolean;
}

/** A date that its sentence makes the deadline of something that follows an inspection. */
export interface DeadlineMentionItem extends Base {
  readonly kind: 'deadline-mention';
  readonly day: IsoDate;
  readonly due: 'plan' | 'draft plan' | 'report';
  readonly quoted: boolean;
}
