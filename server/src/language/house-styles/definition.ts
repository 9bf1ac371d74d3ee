import type { DocumentType, Role } from '../model/vocabulary.ts';
import type { Committee, FieldLayout, HouseStyle, Numbering, SectionLayout, Status } from './house-style.ts';

/**
 * A house style as it is written down, in a data file of a council or in an officer's `.inspection-response.json`: everything
 * may be left out but the name. What is left out comes from the style named in `extends`, or from `generic`.
 */
export interface HouseStyleDefinition extends Partial<Pick<HouseStyle, 'title' | 'status' | 'sources' | 'council' | 'glossary' | 'rules'>> {
  readonly $schema?: string;
  readonly name: string;
  /** `generic` where it is left out; null for a style that takes nothing over. */
  readonly extends?: string | null;
  /** Added to those of the style that is extended. */
  readonly committees?: readonly Committee[];
  readonly numbering?: Partial<Numbering>;
  /** The name of a well-known scale (`rag`, `brag`, `progress`), or a scale of the council's own. */
  readonly statusScale?: string | StatusScaleDefinition;
  /** Fields of every kind of document; a kind's own list comes after it. */
  readonly fields?: readonly FieldDefinition[];
  readonly types?: Readonly<Partial<Record<DocumentType, LayoutDefinition>>>;
}

export interface StatusScaleDefinition {
  readonly name?: string;
  readonly statuses: readonly StatusDefinition[];
}

export type StatusDefinition = Pick<Status, 'word'> & Partial<Status>;

export interface LayoutDefinition {
  /**
   * Whether the fields and sections listed here are the whole of the council's form, in its order. Those of the style that is
   * extended are then still recognised where somebody writes them, but no longer part of the form. Without it, the lists change
   * what is taken over: a field or section that is there already is changed where it stands, another one is added after the one
   * that precedes it in the list.
   */
  readonly wholeForm?: boolean;
  readonly fields?: readonly FieldDefinition[];
  readonly sections?: readonly SectionDefinition[];
  readonly wordLimit?: number | null;
  /** Null takes away the limit of the style that is extended. */
  readonly pageLimit?: number | null;
  readonly numbering?: Partial<Numbering>;
}

/** Found in the style that is extended by its key. */
export type FieldDefinition = Pick<FieldLayout, 'key'> &
  Partial<Omit<FieldLayout, 'fields'>> & {
    readonly fields?: readonly FieldDefinition[];
    /** Takes the field out. */
    readonly omit?: boolean;
  };

/** Found in the style that is extended by its role: the first of a role by the first, the second by the second. */
export type SectionDefinition = { readonly role: Role } & Partial<SectionLayout> & {
    /** Takes the section out, with those inside it. */
    readonly omit?: boolean;
  };
