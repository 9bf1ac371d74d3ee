import type { HouseStyle } from '../house-styles/house-style.ts';
import type { IsoDate } from '../host.ts';

export const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type Severity = (typeof severities)[number];
export type ReportedSeverity = Exclude<Severity, 'off'>;

/** What applies to a document: the nearest `.inspection-response.json` upward, over the built-in values. Immutable; a new object for every change. */
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
  /** Days that are not working days, beside the built-in bank holidays. */
  readonly extraHolidays: readonly { readonly date: IsoDate; readonly name: string }[];
  /** Paths to leave out, as globs. */
  readonly exclude: readonly string[];
}

export interface RuleSetting {
  readonly severity?: Severity;
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface Person {
  readonly initials: string | null;
  readonly name: string | null;
  readonly post: string | null;
}
