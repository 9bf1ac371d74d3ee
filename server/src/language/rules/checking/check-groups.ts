import type { Placed } from '../../model/compare-items.ts';
import type { BlockModel, DocumentModel } from '../../model/document.ts';
import type { BlockChange } from '../../syntax/syntax.ts';
import { isPlaced, type GroupContext, type GroupRule, type Key, type LocatedProblem, type RuleContext } from '../rule.ts';

/** What a rule about items that share something knows of a document; carried from version to version by {@link carryGroupsOver}. */
export interface Groups {
  /** Blocks whose items have not been entered; null for all. */
  waiting: Set<BlockModel> | null;
  /** Only blocks with items that may share something. */
  readonly entered: Map<BlockModel, readonly Entry[]>;
  /** Nearly every key has one item only, which then stands there by itself. */
  readonly byKey: Map<Key, Entry | Set<Entry>>;
  /** Keys that the rule has to be run for. */
  readonly touched: Set<Key>;
  /** Only keys for which something was found. */
  readonly found: Map<Key, readonly LocatedProblem[]>;
}

interface Entry {
  readonly on: Placed;
  readonly keys: readonly Key[];
}

export const noGroups = (): Groups => ({ waiting: null, entered: new Map(), byKey: new Map(), touched: new Set(), found: new Map() });

/** Takes over, after an edit, what is known. Runs nothing. */
export function carryGroupsOver(
  groups: Groups,
  previous: DocumentModel,
  next: DocumentModel,
  { from, removed, inserted }: BlockChange,
): void {
  for (let i = from; i < from + removed; i++) leave(groups, previous.blocks[i]!);
  for (let i = from; i < from + inserted; i++) groups.waiting?.add(next.blocks[i]!);
}

function leave({ waiting, entered, byKey, touched, found }: Groups, block: BlockModel): void {
  waiting?.delete(block);
  for (const entry of entered.get(block) ?? []) {
    for (const key of entry.keys) {
      const group = byKey.get(key);
      if (group instanceof Set) group.delete(entry);
      if (group === entry || (group as Set<Entry>).size === 0) byKey.delete(key);
      else touched.add(key);
      found.delete(key);
    }
  }
  entered.delete(block);
}

function enter({ entered, byKey, touched, found }: Groups, block: BlockModel, rule: GroupRule): void {
  const entries: Entry[] = [];
  for (const item of block.items) {
    if (item.kind !== rule.reads) continue;
    const on = { item, model: block };
    const keys = [...new Set(rule.keys(on))];
    if (keys.length > 0) entries.push({ on, keys });
  }
  if (entries.length === 0) return;
  entered.set(block, entries);
  for (const entry of entries) {
    for (const key of entry.keys) {
      const group = byKey.get(key);
      if (group instanceof Set) group.add(entry);
      else byKey.set(key, group ? new Set([group, entry]) : entry);
      if (group) touched.add(key);
      found.delete(key);
    }
  }
}

/**
 * Runs a rule for the keys whose items are not what they were. Where it is cancelled, the rest goes on waiting. `ran` is told of each run.
 */
export async function checkGroups(
  rule: GroupRule,
  groups: Groups,
  model: DocumentModel,
  context: RuleContext,
  checkpoint: () => Promise<void> | undefined,
  ran: () => void,
): Promise<void> {
  if (!groups.waiting) groups.found.clear(); // of a run that failed
  const waiting = (groups.waiting ??= new Set(model.blocks));
  for (const block of waiting) {
    enter(groups, block, rule);
    waiting.delete(block);
    const pause = checkpoint();
    if (pause) await pause;
  }
  if (groups.touched.size === 0) return;
  const shared = new Map(
    [...groups.touched].flatMap((key): [Key, readonly Placed[]][] => {
      const group = groups.byKey.get(key);
      return group instanceof Set && group.size > 1 && group.size <= (rule.most ?? Infinity)
        ? [[key, Array.from(group, ({ on }) => on)]]
        : [];
    }),
  );
  const order = orderOf(model, shared.values());
  for (const key of groups.touched) {
    const items = shared.get(key);
    if (items) {
      ran();
      const problems = Array.from(rule.check(contextOf(context, key, inOrder(items, order))));
      if (problems.length > 0) groups.found.set(key, problems);
    }
    groups.touched.delete(key);
    const pause = checkpoint();
    if (pause) await pause;
  }
}

const contextOf = (context: RuleContext, key: Key, items: readonly Placed[]): GroupContext =>
  Object.create(context, { key: { value: key }, items: { value: items } }) as GroupContext;

/** Indices of the blocks that items stand in. */
function orderOf({ blocks }: DocumentModel, groups: Iterable<readonly Placed[]>): ReadonlyMap<BlockModel, number> {
  const wanted = new Set<BlockModel>();
  for (const items of groups) for (const { model } of items) wanted.add(model);
  const order = new Map<BlockModel, number>();
  if (wanted.size === 0) return order;
  blocks.forEach((block, index) => {
    if (wanted.has(block)) order.set(block, index);
  });
  return order;
}

const inOrder = (items: readonly Placed[], order: ReadonlyMap<BlockModel, number>): readonly Placed[] =>
  items.toSorted(
    (a, b) => order.get(a.model)! - order.get(b.model)! || a.item.span.start - b.item.span.start || a.item.span.end - b.item.span.end,
  );

/** What was found, each place once: of problems that overlap, the longest, and of those as long the one with the least key. */
export function problemsOf({ found }: Groups): readonly LocatedProblem[] {
  const byBlock = new Map<unknown, KeyedProblem[]>();
  for (const [key, problems] of found) {
    for (const problem of problems) {
      const block = isPlaced(problem.on) ? problem.on.model : problem.on;
      const others = byBlock.get(block);
      if (others) others.push({ key, problem });
      else byBlock.set(block, [{ key, problem }]);
    }
  }
  return [...byBlock.values()].flatMap(longest);
}

interface KeyedProblem {
  readonly key: Key;
  readonly problem: LocatedProblem;
}

function longest(keyed: readonly KeyedProblem[]): readonly LocatedProblem[] {
  const kept: LocatedProblem[] = [];
  const length = ({ span }: LocatedProblem): number => span.end - span.start;
  const byStart = keyed.toSorted(
    (a, b) => a.problem.span.start - b.problem.span.start || length(b.problem) - length(a.problem) || (a.key < b.key ? -1 : 1),
  );
  for (const { problem } of byStart) {
    const last = kept.at(-1);
    if (!last || last.span.end <= problem.span.start) kept.push(problem);
    else if (length(problem) > length(last)) kept[kept.length - 1] = problem;
  }
  return kept;
}
