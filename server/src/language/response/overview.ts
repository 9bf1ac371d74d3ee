import type { IsoDate } from '../host.ts';
import { isOpen, type Stage } from '../model/item-parts/read-status.ts';
import { polarities, type Polarity } from '../model/vocabulary.ts';
import type { DocumentFacts } from './facts.ts';
import { placesBy } from './places-by.ts';
import { readQuantity, type Direction } from './quantity.ts';
import { traceResponse, type Trace } from './trace.ts';
import type { TracedAction, TracedMeasure } from './traced.ts';

/** How a response stands, at a glance. Numbers that tell which ones are meant are places in the lists of the trace. */
export interface Overview {
  readonly trace: Trace;
  /** The day as at which it is told: that of the plan, where it speaks of one. */
  readonly asAt: IsoDate;
  /**
   * By status in the order of the scale, then words that no scale knows, then actions without any. Statuses that no action has are left
   * out.
   */
  readonly progress: readonly StatusCount[];
  readonly timeline: Timeline;
  /** Those whose figure is known first, otherwise as in the documents. */
  readonly measures: readonly MeasureReading[];
  /** By polarity, the gravest first. */
  readonly coverage: readonly { readonly polarity: Polarity; readonly findings: readonly CoveredFinding[] }[];
}

export interface StatusCount {
  /** Null for actions that have none. */
  readonly status: string | null;
  readonly isKnown: boolean;
  readonly stage: Stage | null;
  readonly actions: readonly number[];
}

/**
 * Where an action stands in time, in the order in which it matters. `date passed`: its date is gone, and its status does not tell whether
 * it is done.
 */
export const timings = ['overdue', 'date passed', 'due soon', 'to come', 'complete', 'given up', 'no date'] as const;
export type Timing = (typeof timings)[number];

export interface Timeline {
  /** By place of the action. */
  readonly timings: readonly Timing[];
  /** `YYYY-MM`, in order: months in which something is due, and that of the day as at which it is told. Empty where no action has a day. */
  readonly months: readonly { readonly month: string; readonly actions: readonly number[] }[];
  /** Actions of which no day can be told, by any status. */
  readonly undated: readonly number[];
}

/** A measure with its figures as numbers; null where they cannot be told or compared, and the words must do. */
export interface MeasureReading {
  readonly measure: number;
  readonly figures: Figures | null;
}

export interface Figures {
  readonly unit: string;
  readonly baseline: number | null;
  readonly actual: number | null;
  readonly target: number;
  /** Whether it is to rise or to fall; null where that cannot be told. */
  readonly direction: Direction | null;
  /**
   * What the actual figure says; null where there is none, or the direction is not known. `not met`: without a baseline, nothing tells
   * whether it came nearer.
   */
  readonly reached: 'met' | 'nearer' | 'no nearer' | 'not met' | null;
}

export interface CoveredFinding {
  readonly finding: number;
  readonly actions: readonly number[];
  /**
   * `answered by complete actions`: by no others. `asks for nothing`: a strength. `cannot be told`: no plan is here, or it is written
   * without labels.
   */
  readonly covered: Covered;
}

export const coverings = ['not answered', 'cannot be told', 'answered', 'answered by complete actions', 'asks for nothing'] as const;
export type Covered = (typeof coverings)[number];

/** How a response stands. Pure; never throws. */
export function overviewOf(documents: readonly DocumentFacts[], today: IsoDate): Overview {
  const trace = traceResponse(documents, today);
  const asAt = dayToldOf(trace, today);
  return {
    trace,
    asAt,
    progress: progressOf(trace.actions, documents),
    timeline: timelineOf(trace.actions, asAt),
    measures: measuresOf(trace.measures),
    coverage: coverageOf(trace),
  };
}

/** The latest day of the documents that the actions stand in. */
function dayToldOf({ actions, documents }: Trace, today: IsoDate): IsoDate {
  const withActions = new Set(actions.map(({ address }) => address));
  return (
    documents
      .filter(({ address }) => withActions.has(address))
      .map(({ asAt }) => asAt)
      .toSorted()
      .at(-1) ?? today
  );
}

function progressOf(actions: readonly TracedAction[], documents: readonly DocumentFacts[]): readonly StatusCount[] {
  const order = [...new Set(documents.flatMap((document) => (document.actions.length > 0 ? document.scale : [])))];
  const counts = new Map<string | null, { status: string | null; isKnown: boolean; stage: Stage | null; actions: number[] }>();
  actions.forEach(({ status, statusIsKnown: isKnown, stage }, place) => {
    const key = status === null ? null : `${isKnown} ${stage} ${status.toLowerCase()}`;
    const known = counts.get(key);
    if (known) known.actions.push(place);
    else counts.set(key, { status, isKnown, stage, actions: [place] });
  });
  const rank = ({ status, isKnown }: StatusCount): number =>
    status === null ? order.length + 1 : isKnown ? order.indexOf(status.toLowerCase()) : order.length;
  return [...counts.values()].toSorted((a, b) => rank(a) - rank(b));
}

function timelineOf(actions: readonly TracedAction[], asAt: IsoDate): Timeline {
  const inMonth = new Map<string, number[]>();
  const undated: number[] = [];
  actions.forEach(({ due }, place) => {
    if (!due?.to) return undated.push(place);
    const month = due.to.slice(0, 7);
    return inMonth.get(month)?.push(place) ?? inMonth.set(month, [place]);
  });
  const now = asAt.slice(0, 7);
  if (inMonth.size > 0 && !inMonth.has(now)) inMonth.set(now, []);
  const months = [...inMonth]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, due]) => ({ month, actions: due.toSorted((a, b) => (actions[a]!.due!.to! < actions[b]!.due!.to! ? -1 : 1)) }));
  return { timings: actions.map(timingOf), months, undated };
}

function timingOf(action: TracedAction): Timing {
  if (action.stage === 'complete') return 'complete';
  if (isOpen(action) === false) return 'given up';
  if (action.late) return action.late;
  if (action.isDueSoon) return 'due soon';
  return action.due?.to ? 'to come' : 'no date';
}

function measuresOf(measures: readonly TracedMeasure[]): readonly MeasureReading[] {
  const read = measures.map((one, measure): MeasureReading => ({ measure, figures: figuresOf(one) }));
  const rank = ({ measure, figures }: MeasureReading): number => (measures[measure]!.actual !== null ? 0 : figures ? 1 : 2);
  return read.toSorted((a, b) => rank(a) - rank(b));
}

/** What stands where a figure is still to come. */
const stillToCome =
  /^(?:[-–—.…?]*|n\/a|tb[acd]|to be (?:confirmed|agreed|set|established)|not (?:yet )?(?:known|available|applicable|measured)|none(?: yet)?)$/i;

function figuresOf({ baseline, actual, target }: TracedMeasure): Figures | null {
  const said = [baseline, actual, target].map((text) => (text === null || stillToCome.test(text.trim()) ? null : text));
  const [start, now, aim] = said.map((text) => text && readQuantity(text)) as [
    ReturnType<typeof readQuantity>,
    ReturnType<typeof readQuantity>,
    ReturnType<typeof readQuantity>,
  ];
  if (!aim || (!start && !now)) return null;
  // A figure that is there and cannot be read, or is of another kind, would be missing from the picture without a word.
  if ([start, now].some((one, place) => said[place] !== null && one?.unit !== aim.unit)) return null;
  const direction = aim.bound?.direction ?? (start && start.value !== aim.value ? (aim.value > start.value ? 'up' : 'down') : null);
  return {
    unit: aim.unit,
    baseline: start?.value ?? null,
    actual: now?.value ?? null,
    target: aim.value,
    direction,
    reached: reachedOf(start?.value ?? null, now?.value ?? null, aim.value, direction, aim.bound?.isStrict ?? false),
  };
}

function reachedOf(
  baseline: number | null,
  actual: number | null,
  target: number,
  direction: Direction | null,
  isStrict: boolean,
): Figures['reached'] {
  if (actual === null || direction === null) return null;
  const sign = direction === 'up' ? 1 : -1;
  if (sign * (actual - target) > 0 || (actual === target && !isStrict)) return 'met';
  return baseline === null ? 'not met' : sign * (actual - baseline) > 0 ? 'nearer' : 'no nearer';
}

function coverageOf({ findings, actions, gaps }: Trace): Overview['coverage'] {
  const answering = placesBy(actions, (one) => one.findings);
  const without = new Set(gaps.flatMap(({ kind, subject }) => (kind === 'finding-without-action' && subject ? [subject.place] : [])));
  const covered = (finding: number, answers: readonly number[]): Covered => {
    if (answers.length > 0)
      return answers.every((place) => actions[place]!.stage === 'complete') ? 'answered by complete actions' : 'answered';
    if (without.has(finding)) return 'not answered';
    return findings[finding]!.polarity === 'strength' ? 'asks for nothing' : 'cannot be told';
  };
  return polarities.flatMap((polarity) => {
    const own = findings.flatMap((one, finding) =>
      one.polarity === polarity ? [{ finding, actions: answering(finding), covered: covered(finding, answering(finding)) }] : [],
    );
    return own.length > 0 ? [{ polarity, findings: own }] : [];
  });
}
