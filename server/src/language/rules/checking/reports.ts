import type { ReportedSeverity } from '../../configuration/configuration.ts';
import type { BlockModel, DocumentModel } from '../../model/document.ts';
import { layoutOf, startOf } from '../../syntax/layout.ts';
import { shifted } from '../../text/span.ts';
import type { Words } from '../../words.ts';
import { firstLine } from '../document-head.ts';
import {
  isPlaced,
  type GroupRule,
  type LocatedProblem,
  type PlacedRelated,
  type Problem,
  type Related,
  type Report,
  type Rule,
} from '../rule.ts';
import { problemsOf } from './check-groups.ts';
import { withoutStyleOfPersonalData, withoutStyleOfYearless } from './discretion.ts';
import { faultMessage } from './faults.ts';
import type { Circumstances, FoundSoFar, Found } from './found-so-far.ts';
import { messageOf } from './messages.ts';
import { severityOf } from './severity.ts';

/**
 * Problems are reported at most this often for one rule in one document: the officer has understood, and a window with thousands helps
 * nobody.
 */
const mostReportsOfOneRule = 250;

/** What was found, at its place in the document and in words, in order of place. */
export function reportsOf(
  model: DocumentModel,
  soFar: FoundSoFar,
  active: readonly Rule[],
  circumstances: Circumstances,
): readonly Report[] {
  const documentProblems = active.flatMap((rule) =>
    rule.looksAt === 'group' ? groupProblems(rule, soFar) : (soFar.documents.get(rule) ?? []),
  );
  const bases = basesOf(model, soFar, documentProblems);
  const blockProblems = Object.values(soFar.blocks).flatMap(({ found }) =>
    [...found].flatMap(([block, problems]) => problems.map((one) => ({ ...one, base: bases.get(block) }))),
  );
  const placed = [...blockProblems, ...documentProblems.flatMap((one) => placeInDocument(one, bases, model) ?? [])];
  const inOrder = placed
    .flatMap(({ rule, problem, base }) =>
      base === undefined ? [] : [{ rule, problem, base, start: base + problem.span.start, end: base + problem.span.end }],
    )
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

function placeInDocument(
  { rule, problem }: Found<LocatedProblem>,
  bases: ReadonlyMap<BlockModel, number>,
  model: DocumentModel,
): (Found & { readonly base: number | undefined }) | null {
  const { on } = problem;
  if (on !== 'first-line') return { rule, problem, base: on ? bases.get(on.model) : 0 };
  const line = firstLine(model);
  return line && { rule, problem: { ...problem, span: line }, base: 0 };
}

function groupProblems(rule: GroupRule, { groups }: FoundSoFar): readonly Found<LocatedProblem>[] {
  const known = groups.get(rule);
  return known ? problemsOf(known).map((problem) => ({ rule, problem })) : [];
}

/** Where the blocks stand that something was found in. */
function basesOf(
  model: DocumentModel,
  soFar: FoundSoFar,
  documentProblems: readonly Found<LocatedProblem>[],
): ReadonlyMap<BlockModel, number> {
  const wanted = new Set<BlockModel>(Object.values(soFar.blocks).flatMap(({ found }) => [...found.keys()]));
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
  rule: Rule,
  problem: Problem,
  base: number,
  bases: ReadonlyMap<BlockModel, number>,
  model: DocumentModel,
  { configuration, words }: Circumstances,
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
      ? words.say(
          'The check {rule} could not be made here because of a fault in Inspection Response. The other checks were made. The log has the details.',
          { rule: rule.name },
        )
      : words.say(messageOf(rule, problem.message), data),
    span: shifted(problem.span, base),
    data,
    related: (problem.related ?? []).flatMap((related) => placeRelated(related, bases, model, words)),
    fixes,
    fixable: fixes.length > 0,
  };
}

function placeRelated(
  related: Related,
  bases: ReadonlyMap<BlockModel, number>,
  model: DocumentModel,
  words: Words,
): readonly PlacedRelated[] {
  const message = words.say(related.message, related.data);
  if ('address' in related) return [{ address: related.address, span: related.span, message }];
  const base = bases.get(related.on.model);
  return base === undefined ? [] : [{ address: model.address, span: shifted(related.span, base), message }];
}
