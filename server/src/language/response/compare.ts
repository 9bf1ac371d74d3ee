import type { IsoDate } from '../host.ts';
import type { ActionFact, DocumentFacts, DueFact, FindingFact, LabelName, MeasureFact, RecommendationFact } from './facts.ts';
import { isSameText, textKey } from './likeness.ts';
import { pairUp, type Pair } from './pair-up.ts';

const changeKinds = [
  'closed',
  'reopened',
  'slipped',
  'brought-forward',
  're-rated',
  're-owned',
  're-dated',
  're-addressed',
  're-measured',
  'reworded',
  're-labelled',
] as const;
/**
 * What became of an action. `slipped` and `brought-forward` speak of days that can be told; `re-dated` of a due date that came, went, or
 * names no day. `closed` and `reopened` go before `re-rated`.
 */
export type ChangeKind = (typeof changeKinds)[number];

/** One thing that an action says now and said before. Null where it was or is not said. */
export interface Change {
  readonly kind: ChangeKind;
  readonly from: string | null;
  readonly to: string | null;
}

export interface ComparedAction {
  readonly before: ActionFact;
  readonly now: ActionFact;
  /** Whether it is known to be the same action: it has the same label, or nearly the same words and nothing else comes near. */
  readonly isSure: boolean;
  readonly changes: readonly Change[];
  /** Days that the due date has moved, later ones counted up; null where no day can be told. */
  readonly daysMoved: number | null;
  /** The due date that it had first, as far as either version tells; null where it has not moved from it. */
  readonly firstDue: DueFact | null;
}

/** Things of one kind that were added, removed or reworded. */
export interface ComparedTexts<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly reworded: readonly { readonly before: T; readonly now: T; readonly isSure: boolean }[];
}

/** What changed between two versions of a document. The order in which things stand does not matter. */
export interface Comparison {
  readonly before: Version;
  readonly now: Version;
  readonly actions: {
    readonly added: readonly ActionFact[];
    readonly removed: readonly ActionFact[];
    /** All that are in both, changed or not, as they stand now. */ readonly kept: readonly ComparedAction[];
  };
  readonly findings: ComparedTexts<FindingFact>;
  readonly recommendations: ComparedTexts<RecommendationFact>;
  /** Measures that stand by themselves; those written in an action are compared with it. */
  readonly measures: ComparedTexts<MeasureFact> & {
    readonly moved: readonly { readonly before: MeasureFact; readonly now: MeasureFact }[];
  };
  readonly counts: Readonly<Record<ChangeKind | 'added' | 'removed' | 'unchanged', number>>;
  /** Statuses in the order of the scale, with how many actions had each before and have it now. `null` for actions without one. */
  readonly statuses: readonly { readonly status: string | null; readonly before: number; readonly now: number }[];
}

export interface Version {
  readonly title: string | null;
  /** The day that it speaks of: `as-at`, else its day of issue, else its meeting. */
  readonly day: IsoDate | null;
  readonly actions: number;
}

/** Compares two versions of a plan or a report, by label first and by likeness where labels changed. Pure; never throws. */
export function compareDocuments(before: DocumentFacts, now: DocumentFacts): Comparison {
  const actions = pairUp(before.actions, now.actions);
  const kept = actions.pairs.map(comparedAction);
  const changed = kept.filter(({ changes }) => changes.length > 0);
  const count = (kind: ChangeKind) => changed.filter(({ changes }) => changes.some((one) => one.kind === kind)).length;
  const standing = ({ measures }: DocumentFacts) => measures.filter(({ action }) => action === null);
  const measures = pairUp(standing(before), standing(now));
  return {
    before: versionOf(before),
    now: versionOf(now),
    actions: { added: actions.added, removed: actions.removed, kept },
    findings: comparedTexts(pairUp(before.findings, now.findings)),
    recommendations: comparedTexts(pairUp(before.recommendations, now.recommendations)),
    measures: { ...comparedTexts(measures), moved: measures.pairs.filter((pair) => valuesOf(pair.before) !== valuesOf(pair.now)) },
    counts: {
      ...(Object.fromEntries(changeKinds.map((kind) => [kind, count(kind)])) as Record<ChangeKind, number>),
      added: actions.added.length,
      removed: actions.removed.length,
      unchanged: kept.length - changed.length,
    },
    statuses: statusesOf(before, now),
  };
}

const versionOf = ({ title, asAt, published, meetings, actions }: DocumentFacts): Version => ({
  title,
  day: asAt ?? published ?? meetings[0]?.date ?? null,
  actions: actions.length,
});

function comparedTexts<T extends { readonly text: string }>({
  pairs,
  added,
  removed,
}: {
  readonly pairs: readonly Pair<T>[];
  readonly added: readonly T[];
  readonly removed: readonly T[];
}): ComparedTexts<T> {
  return { added, removed, reworded: pairs.filter(({ before, now }) => !isSameText(before.text, now.text)) };
}

const valuesOf = ({ baseline, target, actual, by }: MeasureFact): string =>
  [baseline, target, actual, by?.text ?? ''].map((value) => textKey(value ?? '')).join('|');

function comparedAction({ before, now, isSure }: Pair<ActionFact>): ComparedAction {
  const daysMoved = before.due?.to && now.due?.to ? (Date.parse(now.due.to) - Date.parse(before.due.to)) / 86_400_000 : null;
  const first = now.originalDue ?? before.originalDue ?? before.due;
  return {
    before,
    now,
    isSure,
    daysMoved,
    firstDue: first && now.due && first.to !== now.due.to ? first : null,
    changes: [...statusChange(before, now), ...dueChange(before.due, now.due, daysMoved), ...textChanges(before, now)].toSorted(
      (a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind),
    ),
  };
}

function* statusChange(before: ActionFact, now: ActionFact): Generator<Change> {
  if (textKey(before.status ?? '') === textKey(now.status ?? '')) return;
  const [was, is] = [before.stage === 'complete', now.stage === 'complete'];
  yield { kind: is && !was ? 'closed' : was && !is ? 'reopened' : 're-rated', from: before.status, to: now.status };
}

function* dueChange(before: DueFact | null, now: DueFact | null, daysMoved: number | null): Generator<Change> {
  const words = { from: before?.text ?? null, to: now?.text ?? null };
  if (daysMoved !== null) {
    if (daysMoved !== 0) yield { kind: daysMoved > 0 ? 'slipped' : 'brought-forward', ...words };
  } else if (textKey(words.from ?? '') !== textKey(words.to ?? '')) yield { kind: 're-dated', ...words };
}

function* textChanges(before: ActionFact, now: ActionFact): Generator<Change> {
  const differ = (kind: ChangeKind, from: string | null, to: string | null): Change[] =>
    textKey(from ?? '') === textKey(to ?? '') ? [] : [{ kind, from, to }];
  yield* differ('re-owned', before.owner, now.owner);
  yield* differ('re-measured', before.measure, now.measure);
  yield* differ('reworded', before.text, now.text);
  const keys = ({ addresses }: ActionFact) =>
    addresses
      .map(({ key }) => key)
      .toSorted()
      .join(' ');
  if (keys(before) !== keys(now)) yield { kind: 're-addressed', from: namesOf(before.addresses), to: namesOf(now.addresses) };
  if (before.label?.key !== now.label?.key) yield { kind: 're-labelled', from: before.label?.text ?? null, to: now.label?.text ?? null };
}

const namesOf = (labels: readonly LabelName[]): string | null => (labels.length === 0 ? null : labels.map(({ text }) => text).join(', '));

function statusesOf(before: DocumentFacts, now: DocumentFacts): Comparison['statuses'] {
  const count = ({ actions }: DocumentFacts, word: string | null) =>
    actions.filter(({ status }) => (status?.toLowerCase() ?? null) === word).length;
  const words = new Set<string | null>([
    ...now.scale,
    ...[...now.actions, ...before.actions].map(({ status }) => status?.toLowerCase() ?? null),
  ]);
  return [...words]
    .map((status) => ({ status, before: count(before, status), now: count(now, status) }))
    .filter((one) => one.before + one.now > 0)
    .toSorted((a, b) => Number(a.status === null) - Number(b.status === null));
}
