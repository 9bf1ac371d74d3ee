import type { DocumentType, Role } from '../model/vocabulary.ts';

/**
 * A council's way of writing its papers, as data. Completion, hover, snippets, new documents, missing-section fixes, numbering,
 * preview and export all read it. The same shape, in JSON, is what an officer writes in `.inspection-response.json`.
 */
export interface HouseStyle {
  /** Kebab-case; the value of `house-style:` in the front matter. */
  readonly name: string;
  /** The style that this one takes over from what it does not say itself; null for one that stands alone. */
  readonly extends: string | null;
  /** As a person would say it: "Sefton Council". */
  readonly title: string;
  /** Whether a published document with this layout was seen, or the style is a starting point to confirm. */
  readonly status: 'seen' | 'starting-point';
  /** Where the layout was seen. */
  readonly sources: readonly string[];
  readonly council: string | null;
  readonly committees: readonly Committee[];
  readonly numbering: Numbering;
  /** Status words of the council's plans, in order, each with its meaning. */
  readonly statusScale: StatusScale;
  readonly types: Readonly<Partial<Record<DocumentType, DocumentLayout>>>;
  /** Acronyms that this council's readers know: short → long. */
  readonly glossary: Readonly<Record<string, string>>;
  /** Severity of rules where the council's practice differs: `family/rule` → severity. */
  readonly rules: Readonly<Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>>;
}

export interface Committee {
  readonly name: string;
  /** What the body can do decides which verbs suit it: scrutiny does not approve executive matters. */
  readonly kind: 'scrutiny' | 'executive' | 'council' | 'board' | 'other';
}

export interface Numbering {
  /** `a)` is lettered anew under each item, with i. inside, as in the minutes of some councils. */
  readonly paragraphs: 'continuous' | 'section.paragraph' | 'a)' | 'none';
  readonly recommendations: '(1)' | '1)' | '1.' | 'a)' | '(a)' | '(i)' | 'i.' | '-' | 'section.paragraph';
}

export interface StatusScale {
  readonly name: string;
  readonly statuses: readonly Status[];
}

export interface Status {
  readonly word: string;
  readonly meaning: string;
  /** Other ways of writing it that are read as this word: emoji, `G`, `on track`. */
  readonly aliases: readonly string[];
  /** What the rules make of it. */
  readonly stage: 'not-started' | 'off-track' | 'at-risk' | 'on-track' | 'complete' | 'other';
}

export interface DocumentLayout {
  readonly fields: readonly FieldLayout[];
  readonly sections: readonly SectionLayout[];
  /** Longest length that the council asks for, in words; null where it asks for none. */
  readonly wordLimit: number | null;
  /** Most sides of A4 that the council asks for, if it counts in sides. */
  readonly pageLimit?: number;
  /** Where papers of this kind are numbered differently from the council's others. */
  readonly numbering?: Numbering;
}

/** A line of the header. */
export interface FieldLayout {
  /** Key in the front matter. */
  readonly key: string;
  /** As the council prints it: "Report of". */
  readonly label: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly guidance: string;
  /** For values from a closed list. Capitals do not matter, and a reason may follow: `Yes, because …`. */
  readonly values?: readonly string[];
  /** Usual values, for completion; others are right too. */
  readonly suggestions?: readonly string[];
  /** What a new document starts with, as plain text (not yet quoted for YAML); text in `[square brackets]` must be replaced. */
  readonly template?: string;
  /** Keys of a field that holds a map: `name`, `phone` and `email` of `contact`. */
  readonly fields?: readonly FieldLayout[];
  /** A key that is known and may be used, but that the council's form does not have: not offered first and not in a new document. */
  readonly recognisedOnly?: boolean;
}

export interface SectionLayout {
  readonly role: Role;
  /**
   * As the council prints it. A heading or alias that ends in `…` stands for every heading that begins with the words before it: `Feedback
   * from …`.
   */
  readonly heading: string;
  /** Other headings that mean this section. Unique within a layout: no name stands for two roles. */
  readonly aliases: readonly string[];
  readonly required: boolean;
  /** 2 for a section, 3 for a section inside the one before it. */
  readonly level: 2 | 3;
  /** Markdown that a new section starts with. Text in `[square brackets]` is a placeholder that must be replaced. */
  readonly template: string;
  /** For the officer, on hover and in completion; never printed. */
  readonly guidance: string;
  /** Most words that the council asks for, if it does. */
  readonly wordLimit?: number;
  /** Fewest words that the council asks for, if it does. */
  readonly fewestWords?: number;
  /** Whether the section may stand more than once. */
  readonly repeats?: boolean;
  /**
   * Known by its heading, so that it gets its role and its guidance, but not part of the council's form: not in a new document,
   * without a place in the order, and never missing.
   */
  readonly recognisedOnly?: boolean;
}

/** The sections that the council's form has, in its order. */
export const formSections = (layout: DocumentLayout): readonly SectionLayout[] =>
  layout.sections.filter((section) => !section.recognisedOnly);

/** The fields that the council's header has, in its order. */
export const formFields = (layout: DocumentLayout): readonly FieldLayout[] => layout.fields.filter((field) => !field.recognisedOnly);

/** Of a kind of document that a house style says nothing of. */
export const noLayout: DocumentLayout = { fields: [], sections: [], wordLimit: null };
