import type { Person } from '../configuration/configuration.ts';
import type { DocumentLayout, HouseStyle, StatusScale } from '../house-styles/house-style.ts';
import type { Block, Syntax } from '../syntax/syntax.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import type { FrontMatter } from './front-matter/front-matter.ts';
import type { Item } from './items.ts';
import type { DocumentType, Role } from './vocabulary.ts';

/** One version of a document, understood. Immutable: an edit makes a new one that shares what did not change. */
export interface DocumentModel {
  readonly address: DocumentAddress;
  readonly version: number;
  readonly syntax: Syntax;
  readonly frontMatter: FrontMatter;
  readonly context: ModelContext;
  /** One for each block of the syntax, in order. */
  readonly blocks: readonly BlockModel[];
}

/** What the reading of every block depends on. The same object as long as nothing in it changed its meaning. */
export interface ModelContext {
  readonly type: DocumentType;
  /** Whether the front matter or the file name says the type, or it was assumed. */
  readonly typeIsStated: boolean;
  readonly houseStyle: HouseStyle;
  /** Fields and sections of the house style for this type. */
  readonly layout: DocumentLayout;
  readonly statusScale: StatusScale;
  /** Initials → person, from the front matter over the configuration. */
  readonly people: ReadonlyMap<string, Person>;
  /** The title of the front matter, as headings are compared, where a section may be called so as well; else null. */
  readonly titleNamedAsSection: string | null;
}

/** What one block says, given what stands before it. */
export interface BlockModel {
  readonly block: Block;
  readonly items: readonly Item[];
  /** Innermost section that it stands in. */
  readonly place: Place;
  /** Rules switched off here by a comment above, `*` for all of them. */
  readonly switchedOff: readonly string[];
}

/** Where in the document's structure a block stands. The same object for the blocks of one section. */
export interface Place {
  /** Roles of the sections around, outermost first; a section without a known role does not count. */
  readonly roles: readonly Role[];
  /** Innermost known role, or null. */
  readonly role: Role | null;
  /** Heading of the innermost section, or null before the first. */
  readonly heading: string | null;
}
