import type { Calendar } from '../../calendar/calendar.ts';
import type { Configuration } from '../../configuration/configuration.ts';
import type { IsoDate } from '../../host.ts';
import type { ItemChange, Placed } from '../../model/compare-items.ts';
import type { BlockModel, DocumentModel } from '../../model/document.ts';
import type { ResponseFacts } from '../../response/facts.ts';
import type { BlockChange } from '../../syntax/syntax.ts';
import { shifted, type Span } from '../../text/span.ts';
import type { Words } from '../../words.ts';
import { isPlaced, type BlockRule, type DocumentRule, type GroupRule, type LocatedProblem, type Problem, type Rule } from '../rule.ts';
import { carryGroupsOver, type Groups } from './check-groups.ts';

/** Outside circumstances of a check. Rules are run again for everything when one of these is another object or value. */
export interface Circumstances {
  readonly configuration: Configuration;
  readonly calendar: Calendar;
  readonly today: IsoDate;
  /** Language of the reports; the rules themselves know nothing of it. */
  readonly words: Words;
}

/** What has been found in a document so far; carried from version to version by {@link carryOver}. */
export interface FoundSoFar {
  circumstances: Circumstances | null;
  context: DocumentModel['context'] | null;
  frontMatter: DocumentModel['frontMatter'] | null;
  /** Of block rules, in the groups that are run again at different times. */
  readonly blocks: Readonly<Record<BlockGroup, FoundInBlocks>>;
  /** Problems of document and response rules, for those whose answer still holds. */
  readonly documents: Map<Rule, readonly Found<LocatedProblem>[]>;
  /** Of rules about items that share something: what is known of each. */
  readonly groups: Map<GroupRule, Groups>;
  /** Response that the response rules' answers hold for. */
  response: ResponseFacts | null;
  /** Whether the document has comments that silence rules; null where that has to be looked up. */
  hasSuppressions: boolean | null;
}

/** Block rules that look at nothing else, at the front matter, or at the next block. */
export type BlockGroup = 'alone' | 'frontMatter' | 'next';

/** The group that a block rule is in. */
export const groupOf = (rule: BlockRule): BlockGroup => (rule.readsFrontMatter ? 'frontMatter' : rule.readsNext ? 'next' : 'alone');

/** What one group of block rules has found. */
export interface FoundInBlocks {
  /** Blocks that the rules have not looked at; null for all. */
  waiting: Set<BlockModel> | null;
  /** Only blocks in which something was found: most have nothing. */
  readonly found: Map<BlockModel, readonly Found[]>;
}

/** A problem, and the rule that found it. */
export interface Found<P extends Problem = Problem> {
  readonly rule: Rule;
  readonly problem: P;
}

const nothingFound = (): FoundInBlocks => ({ waiting: null, found: new Map() });

/** Of a document that nothing has looked at yet. */
export const nothingFoundYet = (): FoundSoFar => ({
  circumstances: null,
  context: null,
  frontMatter: null,
  blocks: { alone: nothingFound(), frontMatter: nothingFound(), next: nothingFound() },
  documents: new Map(),
  groups: new Map(),
  response: null,
  hasSuppressions: null,
});

/**
 * Takes over, after an edit, what was found before it: untouched blocks keep what was found in them, and document rules that read
 * nothing which changed keep their answer, moved to where its items now stand. `change` says which blocks gave way to which.
 */
export function carryOver(soFar: FoundSoFar, previous: DocumentModel, next: DocumentModel, change: BlockChange, items: ItemChange): void {
  const { from, removed, inserted } = change;
  for (const [group, { waiting, found }] of Object.entries(soFar.blocks) as [BlockGroup, FoundInBlocks][]) {
    for (let i = from; i < from + removed; i++) {
      waiting?.delete(previous.blocks[i]!);
      found.delete(previous.blocks[i]!);
    }
    // The block before the change has another next block than it had.
    const first = group === 'next' ? Math.max(0, from - 1) : from;
    for (let i = first; i < from + inserted; i++) {
      waiting?.add(next.blocks[i]!);
      found.delete(next.blocks[i]!);
    }
  }
  for (const groups of soFar.groups.values()) carryGroupsOver(groups, previous, next, change);
  if (items.concerns('suppression')) soFar.hasSuppressions = null;
  for (const [rule, found] of soFar.documents) {
    const { reads } = rule as DocumentRule;
    if (reads.some((reading) => reading === 'text' || items.concerns(reading))) soFar.documents.delete(rule);
    else if (found.length > 0)
      soFar.documents.set(
        rule,
        found.map((one) => move(one, items.moved)),
      );
  }
}

function move({ rule, problem }: Found<LocatedProblem>, moved: ItemChange['moved']): Found<LocatedProblem> {
  const related = problem.related?.map((one) => ('on' in one ? { ...one, ...moveSpan(one.on, one.span, moved) } : one));
  const place = isPlaced(problem.on) ? moveSpan(problem.on, problem.span, moved) : {};
  return { rule, problem: { ...problem, ...place, ...(related && { related }) } };
}

function moveSpan(on: Placed, at: Span, moved: ItemChange['moved']): { on: Placed; span: Span } {
  const to = moved.get(on.item);
  if (!to) return { on, span: at };
  return { on: to, span: shifted(at, to.item.span.start - on.item.span.start) };
}

/** Forgets, before a check, what was found in other circumstances than those that now hold. */
export function forgetWhatNoLongerHolds(
  soFar: FoundSoFar,
  model: DocumentModel,
  circumstances: Circumstances,
  response: ResponseFacts | null,
): void {
  const before = soFar.circumstances;
  const same =
    before &&
    before.configuration === circumstances.configuration &&
    before.calendar === circumstances.calendar &&
    before.today === circumstances.today;
  const everything = !same || soFar.context !== model.context;
  if (everything) {
    forget(soFar.blocks.alone);
    forget(soFar.blocks.next);
    soFar.groups.clear();
  }
  if (everything || soFar.frontMatter !== model.frontMatter) {
    forget(soFar.blocks.frontMatter);
    soFar.documents.clear();
  }
  if (soFar.response !== response) {
    for (const rule of soFar.documents.keys()) if (rule.looksAt === 'response') soFar.documents.delete(rule);
  }
  Object.assign(soFar, { circumstances, context: model.context, frontMatter: model.frontMatter, response });
}

function forget(results: FoundInBlocks): void {
  results.waiting = null;
  results.found.clear();
}
