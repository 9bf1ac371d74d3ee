import type { IsoDate } from '../../host.ts';
import type { Place } from '../document.ts';
import type { DatePrecision, Item, ParagraphNumber } from '../items.ts';
import type { ActionField, MeasureField, Polarity, Role } from '../vocabulary.ts';

/**
 * What a block's meaning depends on besides its own text: all that the reading of a document carries from one block to the next.
 * Immutable and small. Two equal states make the same block mean the same, which is where the re-reading after an edit stops.
 */
export interface ReadingState {
  /** Sections that are open, outermost first. */
  readonly sections: readonly OpenSection[];
  readonly place: Place;
  readonly hasTitle: boolean;
  readonly introduction: Introduction | null;
  /** A recommendation was read from a list of this section, so that the paragraphs around it are only talk. */
  readonly recommendationsListed: boolean;
  readonly table: OpenTable | null;
  readonly switchedOff: readonly string[];
}

/** What a block says, and the state that the block after it is read in. */
export interface BlockReading {
  readonly items: readonly Item[];
  readonly after: ReadingState;
}

export interface OpenSection {
  readonly level: number;
  readonly heading: string;
  readonly role: Role | null;
}

/** What the items of a list are. */
export type Subject =
  | { readonly of: 'findings'; readonly polarity: Polarity }
  /** Whether an introduction has asked already; whom; and what to do where it says that for all ("to note the following:"). */
  | { readonly of: 'recommendations'; readonly asks: boolean; readonly body: string | null; readonly verb: string | null }
  | { readonly of: 'measures'; readonly by: DueIntroduced | null }
  /** Whether they are told as done already: "actions taken so far include:". */
  | { readonly of: 'actions'; readonly taken: boolean }
  | { readonly of: 'appendices' }
  /** Something that is none of these: in a section of actions, what is "focused on" is no action. */
  | { readonly of: 'other' };

/** A date that a list's introduction gives for all its items. */
export interface DueIntroduced {
  readonly text: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly precision: DatePrecision;
}

/** A paragraph that ends with a colon, and how far the list that it introduces has got. */
export interface Introduction {
  readonly subject: Subject;
  readonly number: NumberMark | null;
  /** Whether the paragraph is itself an item of a list. */
  readonly isListItem: boolean;
  /**
   * `next`: nothing has followed it yet. `list`: the list under way is the one introduced. `siblings`: so are the items after it in its own
   * list that have no number. `run`: so are the paragraphs numbered i., ii., … after it.
   */
  readonly reach: 'next' | 'list' | 'siblings' | 'run';
  /** Of a run: the number read last. */
  readonly last: NumberMark | null;
}

/** A hand-written number without its place. */
export type NumberMark = Pick<ParagraphNumber, 'style' | 'closing' | 'values'>;

export const markOf = ({ style, closing, values }: ParagraphNumber): NumberMark => ({ style, closing, values });

export interface OpenTable {
  readonly use: 'actions' | 'measures' | 'findings' | 'other';
  /** What each column holds, by canonical name; null for a column that is not known. */
  readonly columns: readonly (ActionField | MeasureField | 'finding' | 'recommendation' | null)[];
  /** Of a table of findings, where its header says it. */
  readonly polarity: Polarity | null;
}

const nowhere: Place = { roles: [], role: null, heading: null };

export const initialState: ReadingState = {
  sections: [],
  place: nowhere,
  hasTitle: false,
  introduction: null,
  recommendationsListed: false,
  table: null,
  switchedOff: [],
};

const keys = new WeakMap<ReadingState, string>();

/** Whether two states make whatever follows mean the same. */
export function sameState(a: ReadingState, b: ReadingState): boolean {
  return a === b || keyOf(a) === keyOf(b);
}

function keyOf(state: ReadingState): string {
  let key = keys.get(state);
  if (key === undefined) keys.set(state, (key = JSON.stringify(state)));
  return key;
}

/** The state behind a heading: the sections of its level and below are closed, its own is open. */
export function enterSection(state: ReadingState, section: OpenSection): ReadingState {
  const sections = [
    ...state.sections.filter(
      ({ level }, index) => level < section.level && state.sections.slice(0, index).every((outer) => outer.level < section.level),
    ),
    section,
  ];
  const roles = sections.flatMap(({ role }) => (role ? [role] : []));
  return {
    ...state,
    sections,
    place: { roles, role: roleOfPlace(roles), heading: section.heading },
    introduction: null,
    recommendationsListed: false,
    table: null,
  };
}

const findingsRoles: ReadonlySet<Role> = new Set<Role>(['strengths', 'areas-for-improvement', 'priority-actions']);

/**
 * The innermost role. A subject inside a part of findings ("Leadership and management" under "Areas for improvement") leaves them what they
 * are.
 */
const roleOfPlace = (roles: readonly Role[]): Role | null =>
  roles.at(-1) === 'key-issues' && roles.length > 1 && findingsRoles.has(roles.at(-2)!) ? roles.at(-2)! : (roles.at(-1) ?? null);

/** The role of the innermost section itself, which a sub-heading without a role does not have. */
export const ownRole = ({ sections }: ReadingState): Role | null => sections.at(-1)?.role ?? null;
