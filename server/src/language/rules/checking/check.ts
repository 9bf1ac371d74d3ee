import type { Configuration } from '../../configuration/configuration.ts';
import { Cancelled, slices, type Cancellation, type Host } from '../../host.ts';
import type { BlockModel, DocumentModel } from '../../model/document.ts';
import type { ItemKind, ItemOf } from '../../model/items.ts';
import { viewOf } from '../../model/view.ts';
import { isRole } from '../../model/vocabulary.ts';
import type { ResponseFacts } from '../../response/facts.ts';
import type { BlockContext, BlockRule, DocumentRule, GroupRule, LocatedProblem, Report, ResponseRule, Rule, RuleContext } from '../rule.ts';
import { checkGroups, noGroups, type Groups } from './check-groups.ts';
import { faultMessage, faultProblem } from './faults.ts';
import {
  forgetWhatNoLongerHolds,
  groupOf,
  type FoundInBlocks,
  type BlockGroup,
  type Circumstances,
  type FoundSoFar,
  type Found,
} from './found-so-far.ts';
import { reportsOf } from './reports.ts';
import { severityOf } from './severity.ts';
import { applySuppressions } from './suppressions.ts';

/** How often rules ran, for tests that count instead of timing. */
export interface CheckCost {
  blockRuns: number;
  documentRuns: number;
  /** Runs for one key each. */
  groupRuns: number;
}

export const noCost = (): CheckCost => ({ blockRuns: 0, documentRuns: 0, groupRuns: 0 });

/**
 * Everything to report of one version of a document, in order of place. Runs only the rules whose answer is not known; lets waiting
 * events in between; what was found stays found when it is cancelled. A rule that throws becomes one report.
 */
export async function check(
  rules: readonly Rule[],
  model: DocumentModel,
  soFar: FoundSoFar,
  circumstances: Circumstances,
  response: ResponseFacts | null,
  host: Host,
  cancellation: Cancellation,
  cost: CheckCost = noCost(),
): Promise<readonly Report[]> {
  forgetWhatNoLongerHolds(soFar, model, circumstances, response);
  const active = rules.filter((rule) => isActive(rule, model, circumstances.configuration));
  const checkpoint = slices(host, cancellation);
  const contexts = contextsFor(model, circumstances);

  for (const [group, results] of Object.entries(soFar.blocks) as [BlockGroup, FoundInBlocks][]) {
    const inGroup = active.filter((rule): rule is BlockRule => rule.looksAt === 'block' && groupOf(rule) === group);
    await checkBlocks(inGroup, results, model, group === 'next', contexts, checkpoint, host, cost);
  }
  for (const rule of active) {
    if (rule.looksAt === 'group') await checkGroup(rule, soFar.groups, model, contexts, checkpoint, host, cost);
    if (rule.looksAt === 'block' || rule.looksAt === 'group' || soFar.documents.has(rule)) continue;
    if (rule.looksAt === 'response' && !response) continue;
    soFar.documents.set(rule, checkDocument(rule, model, contexts, response, host, cost));
    const waiting = checkpoint();
    if (waiting) await waiting;
  }
  const reports = reportsOf(model, soFar, active, circumstances);
  soFar.hasSuppressions ??= viewOf(model).items('suppression').length > 0;
  if (!soFar.hasSuppressions) return reports;
  return applySuppressions(model, reports, rules, active, circumstances.configuration, response !== null, circumstances.words);
}

/** Looks at the blocks that nobody has looked at. Where it is cancelled, the rest goes on waiting. */
async function checkBlocks(
  rules: readonly BlockRule[],
  results: FoundInBlocks,
  model: DocumentModel,
  looksAtNext: boolean,
  contexts: ContextFor,
  checkpoint: () => Promise<void> | undefined,
  host: Host,
  cost: CheckCost,
): Promise<void> {
  const waiting = (results.waiting ??= new Set(model.blocks));
  if (waiting.size === 0) return;
  const nextOf = looksAtNext ? nextBlocks(model, waiting) : null;
  for (const block of waiting) {
    const part = blockPart(block, nextOf?.get(block) ?? null);
    const kinds = new Set(block.items.map(({ kind }) => kind));
    const found = rules.flatMap((rule) =>
      !rule.needs || rule.needs.some((kind) => kinds.has(kind)) ? checkBlock(rule, part, contexts, host, cost) : [],
    );
    if (found.length > 0) results.found.set(block, found);
    waiting.delete(block);
    const pause = checkpoint();
    if (pause) await pause;
  }
}

function nextBlocks({ blocks }: DocumentModel, wanted: ReadonlySet<BlockModel>): ReadonlyMap<BlockModel, BlockModel> {
  const next = new Map<BlockModel, BlockModel>();
  for (let i = 0; i + 1 < blocks.length; i++) if (wanted.has(blocks[i]!)) next.set(blocks[i]!, blocks[i + 1]!);
  return next;
}

function isActive(rule: Rule, model: DocumentModel, configuration: Configuration): boolean {
  if (rule.types && !rule.types.includes(model.context.type)) return false;
  return severityOf(rule, null, configuration, model.context.houseStyle.rules) !== 'off';
}

/** The context of a rule, made once for each run over a document; the part about the block is filled in for each block. */
type ContextFor = (rule: Rule) => RuleContext;
type FilledInBlockContext = { -readonly [K in keyof BlockContext]: BlockContext[K] };

function contextsFor(model: DocumentModel, circumstances: Circumstances): ContextFor {
  const made = new Map<Rule, RuleContext>();
  return (rule) => {
    let context = made.get(rule);
    if (!context) made.set(rule, (context = ruleContext(rule, model, circumstances)));
    return context;
  };
}

function ruleContext(rule: Rule, model: DocumentModel, { configuration, calendar, today }: Circumstances): RuleContext {
  const mayReadFrontMatter = rule.looksAt === 'block' ? rule.readsFrontMatter === true : rule.looksAt !== 'group';
  return {
    address: model.address,
    get frontMatter() {
      if (!mayReadFrontMatter)
        throw new Error(
          `${rule.name} reads the front matter, which a rule about groups may not and one about blocks has to say (readsFrontMatter)`,
        );
      return model.frontMatter;
    },
    document: model.context,
    configuration,
    calendar,
    today,
    option: <T extends number | string | boolean | readonly string[]>(name: string) => optionOf(rule, name, configuration) as T,
  };
}

/** The officer's value where it has the right form, else the default; throws only where a rule asks for an option that it does not have. */
function optionOf(rule: Rule, name: string, configuration: Configuration): unknown {
  const option = rule.options?.[name];
  if (!option) throw new Error(`${rule.name} has no option ${name}`);
  const set = configuration.rules.get(rule.name)?.options?.[name];
  const fits = option.type === 'strings' ? Array.isArray(set) && set.every((one) => typeof one === 'string') : typeof set === option.type;
  return fits ? set : option.default;
}

/** What the contexts of all rules have in common that look at one block. */
type BlockPart = Pick<BlockContext, 'block' | 'next' | 'text' | 'role' | 'items'>;

const blockPart = (block: BlockModel, next: BlockModel | null): BlockPart => ({
  block,
  next,
  text: block.block.text,
  role: block.place.role,
  items: <K extends ItemKind>(kind: K) => block.items.filter((item): item is ItemOf<K> => item.kind === kind),
});

function checkBlock(
  rule: BlockRule,
  { block, next, text, role, items }: BlockPart,
  contexts: ContextFor,
  host: Host,
  cost: CheckCost,
): readonly Found[] {
  cost.blockRuns++;
  try {
    const context = contexts(rule) as FilledInBlockContext;
    context.block = block;
    context.next = next;
    context.text = text;
    context.role = role;
    context.items = items;
    return Array.from(rule.check(context), (problem) => ({ rule, problem }));
  } catch (error) {
    return [{ rule, problem: faultProblem(rule, error, host) }];
  }
}

function checkDocument(
  rule: DocumentRule | ResponseRule,
  model: DocumentModel,
  contexts: ContextFor,
  response: ResponseFacts | null,
  host: Host,
  cost: CheckCost,
): readonly Found<LocatedProblem>[] {
  cost.documentRuns++;
  try {
    const view = viewOf(model);
    const context = Object.create(contexts(rule), {
      view: { value: view },
      response: { value: response },
      items: {
        value: <K extends ItemKind>(kind: K) => {
          const readings = rule.reads.filter(
            (reading) => reading === 'text' || reading === kind || (typeof reading === 'object' && reading.kind === kind),
          );
          if (readings.length === 0) throw new Error(`${rule.name} reads ${kind} without saying so (reads)`);
          if (readings.some((reading) => typeof reading === 'string')) return view.items(kind);
          return view
            .items(kind)
            .filter(({ model: { place } }) =>
              readings.some((reading) => typeof reading === 'object' && place.roles.some((role) => isRole(role, reading.in))),
            );
        },
      },
    }) as Parameters<ResponseRule['check']>[0];
    return Array.from(rule.check(context), (problem) => ({ rule, problem }));
  } catch (error) {
    return [{ rule, problem: { ...faultProblem(rule, error, host), on: null } }];
  }
}

async function checkGroup(
  rule: GroupRule,
  known: Map<GroupRule, Groups>,
  model: DocumentModel,
  contexts: ContextFor,
  checkpoint: () => Promise<void> | undefined,
  host: Host,
  cost: CheckCost,
): Promise<void> {
  let groups = known.get(rule);
  if (!groups) known.set(rule, (groups = noGroups()));
  try {
    await checkGroups(rule, groups, model, contexts(rule), checkpoint, () => cost.groupRuns++);
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    known.set(rule, { ...noGroups(), found: new Map([[faultMessage, [{ ...faultProblem(rule, error, host), on: null }]]]) });
  }
}
