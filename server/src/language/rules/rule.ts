import type { Calendar } from '../calendar/calendar.ts';
import type { Configuration, Severity } from '../configuration/configuration.ts';
import type { IsoDate } from '../host.ts';
import type { BlockModel, ModelContext } from '../model/document.ts';
import type { Placed, Reading } from '../model/compare-items.ts';
import type { FrontMatter } from '../model/front-matter/front-matter.ts';
import type { Item, ItemKind, ItemOf } from '../model/items.ts';
import type { DocumentView, Located } from '../model/view.ts';
import type { DocumentType, Role } from '../model/vocabulary.ts';
import type { ResponseFacts } from '../response/facts.ts';
import type { Snapshot } from '../snapshot.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import type { Span, TextEdit } from '../text/span.ts';
import type { Data } from '../words.ts';

export const families = [
  'structure',
  'recommendations',
  'actions',
  'trace',
  'measures',
  'dates',
  'inspectorate',
  'privacy',
  'language',
  'accessibility',
  'project',
] as const;
export type Family = (typeof families)[number];

/** `actions/missing-owner`: what settings, comments and links say. For good. */
export type RuleName = `${Family}/${string}`;

/**
 * A rule is one file that describes itself. Its page in docs/rules, its entry in the settings schema, the hover on a suppression
 * comment and its first tests are all made from this.
 */
export interface RuleDescription<Message extends string> {
  readonly name: RuleName;
  /** One sentence: what is wrong where it reports. */
  readonly summary: string;
  /** Why it matters, for the officer. Markdown. */
  readonly why: string;
  readonly sources: readonly Source[];
  /** Kinds of document it looks at; all where absent. */
  readonly types?: readonly DocumentType[];
  readonly severity: Severity;
  /** Other settings, each with its default. */
  readonly options?: Readonly<Record<string, OptionDescription>>;
  /** By id. `{name}` stands for a value of the problem's `data`. British English, to an officer: what is wrong, and what to do. */
  readonly messages: Readonly<Record<Message, string>>;
  /** Severity of a message where it differs from the rule's. */
  readonly severities?: Readonly<Partial<Record<Message, Severity>>>;
  /**
   * At least two of each. In an invalid one the text in question is followed, on the next line, by `^^^` under it (and nothing
   * else on that line); every problem that the rule finds must be marked so. `fixed`, where given, is the text after all its safe fixes.
   */
  readonly examples: { readonly valid: readonly Example[]; readonly invalid: readonly Example[] };
  readonly fixes?: Readonly<Record<string, Fix>>;
  /**
   * Whether a problem that touches the cursor waits until the cursor has left it: for things that are wrong only until they are finished.
   */
  readonly waitsForCursor?: boolean;
}

export interface Source {
  readonly title: string;
  readonly url?: string;
  /** Whether we read it, or it is to be confirmed; `practice` for what is custom rather than law. */
  readonly certainty: 'seen' | 'to confirm' | 'practice';
}

export interface OptionDescription {
  readonly description: string;
  readonly type: 'number' | 'string' | 'boolean' | 'strings';
  readonly default: number | string | boolean | readonly string[];
}

export interface Example {
  /** What it shows. */
  readonly title: string;
  /**
   * A document, or several, each after a line `//- /name.plan.md`. Front matter may be left out: the kind is then told by the
   * file name, a committee report where there is none, and the house style is `generic`.
   */
  readonly text: string;
  /** The first document after the rule's first fix of every problem. */
  readonly fixed?: string;
}

/** What a rule finds wrong. */
export interface Problem<Message extends string = string> {
  readonly message: Message;
  readonly data?: Data;
  /** The smallest text that is wrong, relative to the block. */
  readonly span: Span;
  readonly related?: readonly Related[];
  /** Ids of the rule's fixes that would help here, the best first; `data` is handed to them. */
  readonly fixes?: readonly string[];
}

/** A problem of a rule that reads the whole document: it says which item it hangs on, and moves with it. */
export interface LocatedProblem<Message extends string = string> extends Problem<Message> {
  /**
   * Null for the front matter, whose spans count from the start of the document; `first-line` for the first line that says something,
   * whatever the span: in a document that says nothing, nothing is reported there.
   */
  readonly on: Placed | 'first-line' | null;
}

export const isPlaced = (on: LocatedProblem['on']): on is Placed => typeof on === 'object' && on !== null;

/**
 * Another place that explains the problem, with a message filled in from `data`: an item of this document, with a span relative to its
 * block, or a place in another one, in document offsets.
 */
export type Related = { readonly message: string; readonly data?: Data; readonly span: Span } & (
  | { readonly on: Placed }
  | { readonly address: DocumentAddress }
);

/** The same, placed: in document offsets. */
export interface PlacedRelated {
  readonly address: DocumentAddress;
  readonly span: Span;
  readonly message: string;
}

/** What every rule may ask. */
export interface RuleContext {
  readonly address: DocumentAddress;
  readonly frontMatter: FrontMatter;
  /** Type, house style, status scale, people. */
  readonly document: ModelContext;
  readonly configuration: Configuration;
  readonly calendar: Calendar;
  /** `as-at:` of the front matter, else today. */
  readonly today: IsoDate;
  /** Value of one of the rule's own options: set, or the default. */
  option<T extends number | string | boolean | readonly string[]>(name: string): T;
}

/** Looks at one block at a time; run again only for blocks that changed. */
export interface BlockContext extends RuleContext {
  readonly block: BlockModel;
  /** The block behind it, for rules that say `readsNext`; null at the end of the document. */
  readonly next: BlockModel | null;
  items<K extends ItemKind>(kind: K): readonly ItemOf<K>[];
  /** Source of the block. */
  readonly text: string;
  readonly role: Role | null;
}

/** Looks at the document; run again only when an item of a kind that it reads came, went or changed its meaning. */
export interface DocumentContext extends RuleContext {
  /** Only the kinds that the rule declares in `reads` may be asked for. */
  items<K extends ItemKind>(kind: K): readonly Located<ItemOf<K>>[];
  /** Sections, for rules that read `heading`. Their `endLine` and `body` are of the version that the rule ran on. */
  readonly view: DocumentView;
}

/** Looks at the document together with the others of the response. Not run until all of them have been read. */
export interface ResponseContext extends DocumentContext {
  readonly response: ResponseFacts;
}

export interface BlockRule<M extends string = string> extends RuleDescription<M> {
  readonly looksAt: 'block';
  /** Kinds of item of which a block must have one for the rule to have anything to say; where absent it looks at every block. */
  readonly needs?: readonly ItemKind[];
  /** Whether it asks for `frontMatter`; a rule that does not say so may not, since it is not run again when the front matter changes. */
  readonly readsFrontMatter?: boolean;
  /** Whether it looks at the `next` block; not together with `readsFrontMatter`. */
  readonly readsNext?: boolean;
  check(context: BlockContext): Iterable<Problem<M>>;
}
export interface DocumentRule<M extends string = string> extends RuleDescription<M> {
  readonly looksAt: 'document';
  /**
   * Items that the answer depends on, as narrowly as can be: the rule runs over the whole document again whenever one of them
   * changes. The front matter always counts. `text` stands for everything and so makes every keystroke pay for the whole document.
   */
  readonly reads: readonly (Reading | 'text')[];
  check(context: DocumentContext): Iterable<LocatedProblem<M>>;
}
export interface ResponseRule<M extends string = string> extends RuleDescription<M> {
  readonly looksAt: 'response';
  readonly reads: readonly (Reading | 'text')[];
  check(context: ResponseContext): Iterable<LocatedProblem<M>>;
}

/** What items share: a short form, a mark of a run of words. */
export type Key = string | number;

/** Looks at items that share a key. */
export interface GroupContext<K extends ItemKind = ItemKind> extends RuleContext {
  readonly key: Key;
  /** Two or more, in the order of the document. */
  readonly items: readonly Placed<ItemOf<K>>[];
}

/**
 * Looks at items of one kind that share something. Run again only for keys of which an item came, went or is another: a keystroke costs
 * those that share with what was typed, however long the document. It may not ask for the front matter.
 */
export interface GroupRule<K extends ItemKind = ItemKind, M extends string = string> extends RuleDescription<M> {
  readonly looksAt: 'group';
  readonly reads: K;
  /** What an item shares with others; nothing where the rule does not speak of it. Depends on the item and its block alone. */
  keys(on: Placed<ItemOf<K>>): readonly Key[];
  /** Where more items than so many share a key, the rule is not run for it: it has nothing to say about what stands everywhere. */
  readonly most?: number;
  /** Of problems that overlap, as the same one found for several keys, the longest is reported. */
  check(context: GroupContext<K>): Iterable<LocatedProblem<M>>;
}
export type Rule = BlockRule | DocumentRule | ResponseRule | GroupRule;

/** Names a rule so that a misspelt message id does not compile. */
export const blockRule = <M extends string>(rule: Omit<BlockRule<M>, 'looksAt'>): Rule =>
  ({ ...rule, looksAt: 'block' }) as unknown as Rule;
export const documentRule = <M extends string>(rule: Omit<DocumentRule<M>, 'looksAt'>): Rule =>
  ({ ...rule, looksAt: 'document' }) as unknown as Rule;
export const responseRule = <M extends string>(rule: Omit<ResponseRule<M>, 'looksAt'>): Rule =>
  ({ ...rule, looksAt: 'response' }) as unknown as Rule;

export const groupRule = <K extends ItemKind, M extends string>(rule: Omit<GroupRule<K, M>, 'looksAt'>): Rule =>
  ({ ...rule, looksAt: 'group' }) as unknown as Rule;

/** A way of putting a problem right. */
export interface Fix {
  /** Said to the officer: "Insert the section {heading}". `{name}` stands for a value of the problem's `data`. */
  readonly title: string;
  /** Safe ones change no meaning and are made by "fix all" and on `--fix`; the others only when chosen. */
  readonly safe: boolean;
  /** Several choices of one fix (nearest labels, known people): each its own title and data. Where absent, the fix is one choice. */
  choices?(context: FixContext): readonly FixChoice[];
  /** Edits in document offsets, or null where it cannot be done after all. Never throws on a document that has moved on. */
  edits(context: FixContext): FixEdits | null;
}

export interface FixChoice {
  /** `{name}` stands for a value of the problem's `data` or of the choice's own. */
  readonly title: string;
  readonly data: Data;
}

/** Edits by document; `here` is the document of the problem. A snippet may carry tab stops in VS Code's snippet syntax. */
export interface FixEdits {
  readonly here: readonly TextEdit[];
  readonly elsewhere?: ReadonlyMap<DocumentAddress, readonly TextEdit[]>;
}

/** What a fix is given: the document as it now is, with all that is known around it. A fix speaks by its titles, and needs no words. */
export interface FixContext extends Omit<Snapshot, 'words'> {
  readonly problem: { readonly message: string; readonly span: Span; readonly data: Data };
}

/** What is reported: a problem at its place in the document, with its words. */
export interface Report {
  readonly rule: RuleName;
  readonly severity: Exclude<Severity, 'off'>;
  readonly messageId: string;
  readonly message: string;
  /** In document offsets. */
  readonly span: Span;
  readonly data: Data;
  readonly related: readonly PlacedRelated[];
  readonly fixes: readonly string[];
  readonly fixable: boolean;
}

/** Whether an item is of one of the kinds. */
export const isOneOf = <K extends ItemKind>(item: Item, kinds: readonly K[]): item is ItemOf<K> =>
  (kinds as readonly string[]).includes(item.kind);
