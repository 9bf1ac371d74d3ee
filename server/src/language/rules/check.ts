import type { Calendar } from '../calendar/calendar.ts';
import type { Configuration, ReportedSeverity } from '../configuration/configuration.ts';
import { Cancelled, slices, type Cancellation, type Host, type IsoDate } from '../host.ts';
import type { BlockModel, DocumentModel } from '../model/document.ts';
import type { ItemChange, Placed } from '../model/compare-items.ts';
import type { ItemKind, ItemOf } from '../model/items.ts';
import { isRole } from '../model/vocabulary.ts';
import { viewOf } from '../model/view.ts';
import type { ResponseFacts } from '../response/facts.ts';
import { layoutOf, startOf } from '../syntax/layout.ts';
import type { BlockChange } from '../syntax/syntax.ts';
import { shifted, span, type Span } from '../text/span.ts';
import type { Words } from '../words.ts';
import { carryGroupsOver, checkGroups, noGroups, problemsOf, type Groups } from './check-groups.ts';
import { firstLine } from './document-head.ts';
import { messageOf } from './messages.ts';
import {
  isPlaced, type BlockContext, type BlockRule, type DocumentRule, type GroupRule, type LocatedProblem, type PlacedRelated, type Problem, type Related, type Report, type ResponseRule, type Rule,
  type RuleContext,
} from './rule.ts';
import { severityOf } from './severity.ts';
import { withoutStyleOfPersonalData, withoutStyleOfYearless } from './discretion.ts';
import { applySuppressions } from './suppressions.ts';

/** Outside circumstances of a check. Rules are run again for everything when one of these is another object or value. */
export interface Circumstances {
  readonly configuration: Configuration;
  readonly calendar: Calendar;
  readonly today: IsoDate;
  /** Language of the reports; the rules themselves know nothing of it. */
  readonly words: Words;
}

/** What has been found in a document so far; carried from version to version by {@link carryOver}. */
export interface Findings {
  circumstances: Circumstances | null;
  context: DocumentModel['context'] | null;
  frontMatter: DocumentModel['frontMatter'] | null;
  /** Of block rules, in the groups that are run again at different times. */
  readonly blocks: Readonly<Record<BlockGroup, BlockFindings>>;
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
type BlockGroup = 'alone' | 'frontMatter' | 'next';

const groupOf = (rule: BlockRule): BlockGroup => (rule.readsFrontMatter ? 'frontMatter' : rule.readsNext ? 'next' : 'alone');

interface BlockFindings {
  /** Blocks that the rules have not looked at; null for all. */
  waiting: Set<BlockModel> | null;
  /** Only blocks in which something was found: most have nothing. */
  readonly found: Map<BlockModel, readonly Found[]>;
}

interface Found<P extends Problem = Problem> {
  readonly rule: Rule;
  readonly problem: P;
}

/** How often rules ran, for tests that count instead of timing. */
export interface CheckCost {
  blockRuns: number;
  documentRuns: number;
  /** Runs for one key each. */
  groupRuns: number;
}

export const noCost = (): CheckCost => ({ blockRuns: 0, documentRuns: 0, groupRuns: 0 });

const nothingFound = (): BlockFindings => ({ waiting: null, found: new Map() });

export const noFindings = (): Findings => ({
  circumstances: null, context: null, frontMatter: null, blocks: { alone: nothingFound(), frontMatter: nothingFound(), next: nothingFound() },
  documents: new Map(), groups: new Map(), response: null, hasSuppressions: null,
});

/** Problems are reported at most this often for one rule in one document: the officer has understood, and a window with thousands helps nobody. */
const mostReportsOfOneRule = 250;

/**
 * Takes over, after an edit, what was found before it: untouched blocks keep what was found in them, and document rules that read
 * nothing which changed keep their answer, moved to where its items now stand. `change` says which blocks gave way to which.
 */
export function carryOver(findings: Findings, previous: DocumentModel, next: DocumentModel, change: BlockChange, items: ItemChange): void {
  const { from, removed, inserted } = change;
  for (const [group, { waiting, found }] of Object.entries(findings.blocks) as [BlockGroup, BlockFindings][]) {
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
  for (const groups of findings.groups.values()) carryGroupsOver(groups, previous, next, change);
  if (items.concerns('suppression')) findings.hasSuppressions = null;
  for (const [rule, found] of findings.documents) {
    const { reads } = rule as DocumentRule;
    if (reads.some((reading) => reading === 'text' || items.concerns(reading))) findings.documents.delete(rule);
    else if (found.length > 0) findings.documents.set(rule, found.map((one) => move(one, items.moved)));
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

/**
 * Everything to report of one version of a document, in order of place. Runs only the rules whose answer is not known; lets waiting
 * events in between; what was found stays found when it is cancelled. A rule that throws becomes one report.
 */
export async function check(
  rules: readonly Rule[], model: DocumentModel, findings: Findings, circumstances: Circumstances, response: ResponseFacts | null,
  host: Host, cancellation: Cancellation, cost: CheckCost = noCost(),
): Promise<readonly Report[]> {
  forgetWhatNoLongerHolds(findings, model, circumstances, response);
  const active = rules.filter((rule) => isActive(rule, model, circumstances.configuration));
  const checkpoint = slices(host, cancellation);
  const contexts = contextsFor(model, circumstances);

  for (const [group, results] of Object.entries(findings.blocks) as [BlockGroup, BlockFindings][]) {
    const inGroup = active.filter((rule): rule is BlockRule => rule.looksAt === 'block' && groupOf(rule) === group);
    await checkBlocks(inGroup, results, model, group === 'next', contexts, checkpoint, host, cost);
  }
  for (const rule of active) {
    if (rule.looksAt === 'group') await checkGroup(rule, findings.groups, model, contexts, checkpoint, host, cost);
    if (rule.looksAt === 'block' || rule.looksAt === 'group' || findings.documents.has(rule)) continue;
    if (rule.looksAt === 'response' && !response) continue;
    findings.documents.set(rule, checkDocument(rule, model, contexts, response, host, cost));
    const waiting = checkpoint();
    if (waiting) await waiting;
  }
  const reports = place(model, findings, active, circumstances);
  findings.hasSuppressions ??= viewOf(model).items('suppression').length > 0;
  if (!findings.hasSuppressions) return reports;
  return applySuppressions(model, reports, rules, active, circumstances.configuration, response !== null, circumstances.words);
}

function forgetWhatNoLongerHolds(findings: Findings, model: DocumentModel, circumstances: Circumstances, response: ResponseFacts | null): void {
  const before = findings.circumstances;
  const same = before && before.configuration === circumstances.configuration && before.calendar === circumstances.calendar && before.today === circumstances.today;
  const everything = !same || findings.context !== model.context;
  if (everything) {
    forget(findings.blocks.alone);
    forget(findings.blocks.next);
    findings.groups.clear();
  }
  if (everything || findings.frontMatter !== model.frontMatter) {
    forget(findings.blocks.frontMatter);
    findings.documents.clear();
  }
  if (findings.response !== response) {
    for (const rule of findings.documents.keys()) if (rule.looksAt === 'response') findings.documents.delete(rule);
  }
  Object.assign(findings, { circumstances, context: model.context, frontMatter: model.frontMatter, response });
}

function forget(results: BlockFindings): void {
  results.waiting = null;
  results.found.clear();
}

/** Looks at the blocks that nobody has looked at. Where it is cancelled, the rest goes on waiting. */
async function checkBlocks(
  rules: readonly BlockRule[], results: BlockFindings, model: DocumentModel, looksAtNext: boolean, contexts: ContextFor,
  checkpoint: () => Promise<void> | undefined, host: Host, cost: CheckCost,
): Promise<void> {
  const waiting = (results.waiting ??= new Set(model.blocks));
  if (waiting.size === 0) return;
  const nextOf = looksAtNext ? nextBlocks(model, waiting) : null;
  for (const block of waiting) {
    const part = blockPart(block, nextOf?.get(block) ?? null);
    const kinds = new Set(block.items.map(({ kind }) => kind));
    const found = rules.flatMap((rule) => (!rule.needs || rule.needs.some((kind) => kinds.has(kind)) ? checkBlock(rule, part, contexts, host, cost) : []));
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
      if (!mayReadFrontMatter) throw new Error(`${rule.name} reads the front matter, which a rule about groups may not and one about blocks has to say (readsFrontMatter)`);
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
  block, next, text: block.block.text, role: block.place.role,
  items: <K extends ItemKind>(kind: K) => block.items.filter((item): item is ItemOf<K> => item.kind === kind),
});

function checkBlock(rule: BlockRule, { block, next, text, role, items }: BlockPart, contexts: ContextFor, host: Host, cost: CheckCost): readonly Found[] {
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
  rule: DocumentRule | ResponseRule, model: DocumentModel, contexts: ContextFor, response: ResponseFacts | null, host: Host, cost: CheckCost,
): readonly Found<LocatedProblem>[] {
  cost.documentRuns++;
  try {
    const view = viewOf(model);
    const context = Object.create(contexts(rule), {
      view: { value: view },
      response: { value: response },
      items: {
        value: <K extends ItemKind>(kind: K) => {
          const readings = rule.reads.filter((reading) => reading === 'text' || reading === kind || (typeof reading === 'object' && reading.kind === kind));
          if (readings.length === 0) throw new Error(`${rule.name} reads ${kind} without saying so (reads)`);
          if (readings.some((reading) => typeof reading === 'string')) return view.items(kind);
          return view.items(kind).filter(({ model: { place } }) => readings.some((reading) => typeof reading === 'object' && place.roles.some((role) => isRole(role, reading.in))));
        },
      },
    }) as Parameters<ResponseRule['check']>[0];
    return Array.from(rule.check(context), (problem) => ({ rule, problem }));
  } catch (error) {
    return [{ rule, problem: { ...faultProblem(rule, error, host), on: null } }];
  }
}

async function checkGroup(
  rule: GroupRule, known: Map<GroupRule, Groups>, model: DocumentModel, contexts: ContextFor, checkpoint: () => Promise<void> | undefined, host: Host, cost: CheckCost,
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

const faultMessage = '(fault)';

function faultProblem(rule: Rule, error: unknown, host: Host): Problem {
  host.log('error', `The check ${rule.name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return { message: faultMessage, span: span(0, 0) };
}

/** Problems at their place in the document, in order. */
function place(model: DocumentModel, findings: Findings, active: readonly Rule[], circumstances: Circumstances): readonly Report[] {
  const documentProblems = active.flatMap((rule) => (rule.looksAt === 'group' ? groupProblems(rule, findings) : (findings.documents.get(rule) ?? [])));
  const bases = basesOf(model, findings, documentProblems);
  const blockProblems = Object.values(findings.blocks).flatMap(({ found }) => [...found].flatMap(([block, problems]) => problems.map((one) => ({ ...one, base: bases.get(block) }))));
  const placed = [...blockProblems, ...documentProblems.flatMap((one) => placeInDocument(one, bases, model) ?? [])];
  const inOrder = placed.flatMap(({ rule, problem, base }) => (base === undefined ? [] : [{ rule, problem, base, start: base + problem.span.start, end: base + problem.span.end }]))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.rule.name < b.rule.name ? -1 : a.rule.name > b.rule.name ? 1 : 0));
  const counts = new Map<Rule, number>();
  const reports = inOrder.flatMap(({ rule, problem, base }) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    if (problem.message === faultMessage ? count > 1 : count > mostReportsOfOneRule) return [];
    return reportOf(rule, problem, base, bases, model, circumstances) ?? [];
  });
  return withoutStyleOfYearless(withoutStyleOfPersonalData(reports));
}

function placeInDocument({ rule, problem }: Found<LocatedProblem>, bases: ReadonlyMap<BlockModel, number>, model: DocumentModel): (Found & { readonly base: number | undefined }) | null {
  const { on } = problem;
  if (on !== 'first-line') return { rule, problem, base: on ? bases.get(on.model) : 0 };
  const line = firstLine(model);
  return line && { rule, problem: { ...problem, span: line }, base: 0 };
}

function groupProblems(rule: GroupRule, { groups }: Findings): readonly Found<LocatedProblem>[] {
  const known = groups.get(rule);
  return known ? problemsOf(known).map((problem) => ({ rule, problem })) : [];
}

/** Where the blocks stand that something was found in. */
function basesOf(model: DocumentModel, findings: Findings, documentProblems: readonly Found<LocatedProblem>[]): ReadonlyMap<BlockModel, number> {
  const wanted = new Set<BlockModel>(Object.values(findings.blocks).flatMap(({ found }) => [...found.keys()]));
  for (const { problem } of documentProblems) {
    if (isPlaced(problem.on)) wanted.add(problem.on.model);
    for (const related of problem.related ?? []) if ('on' in related) wanted.add(related.on.model);
  }
  const bases = new Map<BlockModel, number>();
  if (wanted.size === 0) return bases;
  const layout = layoutOf(model.syntax);
  model.blocks.forEach((block, index) => {
    if (wanted.has(block)) bases.set(block, startOf(layout, index));
  });
  return bases;
}

function reportOf(
  rule: Rule, problem: Problem, base: number, bases: ReadonlyMap<BlockModel, number>, model: DocumentModel, { configuration, words }: Circumstances,
): Report | null {
  const fault = problem.message === faultMessage;
  const severity = fault ? 'information' : severityOf(rule, problem.message, configuration, model.context.houseStyle.rules);
  if (severity === 'off') return null;
  const data = problem.data ?? {};
  const fixes = (problem.fixes ?? []).filter((id) => rule.fixes?.[id]);
  return {
    rule: rule.name,
    severity: severity as ReportedSeverity,
    messageId: problem.message,
    message: fault
      ? words.say('The check {rule} could not be made here because of a fault in Inspection Response. The other checks were made. The log has the details.', { rule: rule.name })
      : words.say(messageOf(rule, problem.message), data),
    span: shifted(problem.span, base),
    data,
    related: (problem.related ?? []).flatMap((related) => placeRelated(related, bases, model, words)),
    fixes,
    fixable: fixes.length > 0,
  };
}

function placeRelated(related: Related, bases: ReadonlyMap<BlockModel, number>, model: DocumentModel, words: Words): readonly PlacedRelated[] {
  const message = words.say(related.message, related.data);
  if ('address' in related) return [{ address: related.address, span: related.span, message }];
  const base = bases.get(related.on.model);
  return base === undefined ? [] : [{ address: model.address, span: shifted(related.span, base), message }];
}
