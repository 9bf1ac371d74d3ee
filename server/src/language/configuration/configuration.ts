import type { HouseStyle } from '../house-styles/house-style.ts';
import type { IsoDate } from '../host.ts';

export const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type Severity = (typeof severities)[number];
export type ReportedSeverity = Exclude<Severity, 'off'>;

/**
 * What applies to a document: the nearest `.inspection-response.json` upward, over the built-in values. Immutable; a new object for every
 * change.
 */
export interface Configuration {
  /** All house styles by name: built in, and the officer's own. */
  readonly houseStyles: ReadonlyMap<string, HouseStyle>;
  /** Used where a document names none. */
  readonly defaultHouseStyle: string;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Initials or short name → person. */
  readonly people: ReadonlyMap<string, Person>;
  /** Short → long, beside those the product knows. */
  readonly acronyms: ReadonlyMap<string, string>;
  /**
   * Words that the council does not use → what it writes instead; an empty text leaves a word alone that the product knows. Small letters.
   */
  readonly words: ReadonlyMap<string, string>;
  /** Days that are not working days, beside the built-in bank holidays. */
  readonly extraHolidays: readonly { readonly date: IsoDate; readonly name: string }[];
  /** The council's own figures for deadlines that law leaves to it, by name, in days; null where it has no such deadline. */
  readonly deadlines: ReadonlyMap<string, number | null>;
  /** Meetings that the council has fixed. */
  readonly meetings: readonly { readonly date: IsoDate; readonly body: string }[];
  /** Paths to leave out, as globs. */
  readonly exclude: readonly string[];
}

export interface RuleSetting {
  readonly severity?: Severity;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What an officer set in the editor. It holds where the configuration file, which colleagues share, says nothing. */
export interface EditorSettings {
  /** House style of documents that name none; null where it is not set. */
  readonly houseStyle: string | null;
  readonly rules: ReadonlyMap<string, RuleSetting>;
}

export const noEditorSettings: EditorSettings = { houseStyle: null, rules: new Map() };

export interface Person {
  readonly initials: string | null;
  readonly name: string | null;
  readonly post: string | null;
}
