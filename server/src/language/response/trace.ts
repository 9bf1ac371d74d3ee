import type { IsoDate } from '../host.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import { decisionsOn } from './decided.ts';
import type { ActionFact, DocumentFacts } from './facts.ts';
import { gapsOf, type Gap } from './gaps.ts';
import { latenessOf, soon } from './lateness.ts';
import { textKey } from './likeness.ts';
import { placesBy } from './places-by.ts';
import { sourcesOf } from './sources.ts';
import { titleOfResponse } from './title.ts';
import type { Traced, TracedAction, TracedMeasure, TracedRecommendation } from './traced.ts';

/**
 * One line of the matrix: a finding, what is recommended about it, one action that answers it, and how that is measured. Places in the
 * lists of the trace.
 */
export interface TraceRow {
  readonly finding: number | null;
  readonly recommendations: readonly number[];
  readonly action: number | null;
  readonly measures: readonly number[];
  readonly gaps: readonly Gap[];
}

/** How the findings, recommendations, actions and measures of one response hang together. */
export interface Trace extends Traced {
  readonly title: string | null;
  /** What the header of the letter, or of another document, says of the inspection. */
  readonly inspection: Readonly<Record<string, string>>;
  readonly documents: readonly {
    readonly address: DocumentAddress;
    readonly type: DocumentFacts['type'];
    readonly title: string | null;
    /** The day as at which its dates are judged. */ readonly asAt: IsoDate;
  }[];
  readonly gaps: readonly Gap[];
  /** Everything there is, rows with a gap first. A strength that nothing is done about has none. */
  readonly rows: readonly TraceRow[];
}

/** Traces a response. A document is judged as at the day that it speaks of, else today; `asAt` goes before both. Pure; never throws. */
export function traceResponse(documents: readonly DocumentFacts[], today: IsoDate, asAt: IsoDate | null = null): Trace {
  const dayOf = (document: DocumentFacts): IsoDate => asAt ?? document.asAt ?? today;
  const sources = sourcesOf(documents);
  const measures = measuresOf(documents);
  const measuresOfAction = measuresByAction(measures);
  const recommendations = documents
    .filter(({ type }) => type === 'committee-report')
    .flatMap((report) => {
      const decisions = decisionsOn(report, documents, asAt ?? today);
      return report.recommendations.map((one, place): TracedRecommendation => ({
        ...one,
        address: report.address,
        findings: one.mentions.flatMap((key) => sources.meant(report.address, key)),
        decision: decisions[place]!.decision,
        meeting: decisions[place]!.meeting,
      }));
    });
  const labelled = placesBy(recommendations, ({ label }) => (label ? [label.key] : []));
  const actions = actionsOf(documents).map((on): TracedAction => {
    const { action, plan } = on;
    const late = latenessOf(action, plan, dayOf(plan));
    return {
      ...action,
      address: plan.address,
      late,
      isDueSoon: late === null && isComing(action, dayOf(plan)),
      findings: [...new Set(action.addresses.flatMap(({ key }) => sources.meant(plan.address, key)))],
      recommendations: action.addresses.flatMap(({ key }) => labelled(key)),
      measures: measuresOfAction(on),
    };
  });
  const letter = documents.find(({ type }) => type === 'inspection-letter');
  const found = { documents, findings: sources.findings, recommendations, actions, measures };
  const gaps = gapsOf(found);
  return {
    ...found,
    title: titleOfResponse(documents),
    inspection: [letter, ...documents].find((one) => one && Object.keys(one.inspection).length > 0)?.inspection ?? {},
    documents: documents.map((document) => ({
      address: document.address,
      type: document.type,
      title: document.title,
      asAt: dayOf(document),
    })),
    gaps,
    rows: rowsOf(found, gaps),
  };
}

function isComing({ due, stage }: ActionFact, asAt: IsoDate): boolean {
  if (!due?.to || due.to < asAt || stage === 'complete') return false;
  return (Date.parse(due.to) - Date.parse(asAt)) / 86_400_000 <= soon;
}

/**
 * The actions of a response, each once, with the document that each is taken from and whether it is late on a day: what a trace has of
 * them, without what they answer.
 */
export const actionsWithLateness = (
  documents: readonly DocumentFacts[],
  asAt: IsoDate,
): readonly (Pick<TracedAction, 'address' | 'late'> & { readonly action: ActionFact })[] =>
  actionsOf(documents).map(({ action, plan }) => ({ action, address: plan.address, late: latenessOf(action, plan, asAt) }));

interface PlacedAction {
  readonly action: ActionFact;
  readonly plan: DocumentFacts;
  /** In the document's list. */
  readonly place: number;
}

/** The actions of plans, and those of reports that no plan has. */
function actionsOf(documents: readonly DocumentFacts[]): readonly PlacedAction[] {
  const inType = (wanted: DocumentFacts['type']) =>
    documents
      .filter(({ type }) => type === wanted)
      .flatMap((plan) => plan.actions.map((action, place): PlacedAction => ({ action, plan, place })));
  const planned = inType('action-plan');
  const keys = new Set(planned.flatMap(({ action }) => action.label?.key ?? []));
  const texts = new Set(planned.map(({ action }) => textKey(action.text)));
  return [
    ...planned,
    ...inType('committee-report').filter(({ action: { label, text } }) => !(label && keys.has(label.key)) && !texts.has(textKey(text))),
  ];
}

interface MeasureInPlan extends TracedMeasure {
  /** Place of the action that it is written in, in the list of its document. */
  readonly action: number | null;
}

/** The measures of a response. One in a table that is an action's own, told again, is kept: it has what the action does not. */
const measuresOf = (documents: readonly DocumentFacts[]): readonly MeasureInPlan[] =>
  documents.flatMap((document) =>
    document.type === 'action-plan' || document.type === 'committee-report'
      ? document.measures.map((measure) => ({ ...measure, address: document.address }))
      : [],
  );

/** Finds the measures of an action: those written in it, those that name it, and those of its document that it names or says again. */
function measuresByAction(measures: readonly MeasureInPlan[]): (on: PlacedAction) => readonly number[] {
  const written = placesBy(measures, ({ action, address }) => (action === null ? [] : [`${action} ${address}`]));
  const naming = placesBy(measures, ({ action, mentions }) => (action === null ? mentions : []));
  const others = placesBy(measures, ({ action, address }) => (action === null ? [address] : []));
  const names = measures.map(({ label }) => label && new RegExp(String.raw`\b${label.text.replace(/[^\w\s.-]/g, '')}\b`));
  const texts = measures.map(({ text, action }) => (action === null ? textKey(text) : ''));
  return ({ action: { label, measure }, plan: { address }, place }) => {
    const said = measure === null ? '' : `${textKey(measure)} `;
    const again =
      measure === null
        ? []
        : others(address).filter((one) => names[one]?.test(measure) || (texts[one]!.length > 20 && said.startsWith(`${texts[one]} `)));
    return [...new Set([...written(`${place} ${address}`), ...(label ? naming(label.key) : []), ...again])];
  };
}

function rowsOf({ findings, recommendations, actions, measures }: Traced, gaps: readonly Gap[]): readonly TraceRow[] {
  const rows: TraceRow[] = [];
  const shown = { recommendations: new Set<number>(), measures: new Set<number>() };
  const gapsAt = placesBy(gaps, ({ subject }) => (subject ? [`${subject.of} ${subject.place}`] : []));
  const add = (finding: number | null, action: number | null, about: readonly number[], measured: readonly number[]) => {
    for (const place of about) shown.recommendations.add(place);
    for (const place of measured) shown.measures.add(place);
    const own = [`finding ${finding}`, `action ${action}`, ...about.map((place) => `recommendation ${place}`)].flatMap((subject) =>
      gapsAt(subject),
    );
    rows.push({ finding, recommendations: about, action, measures: measured, gaps: own.map((place) => gaps[place]!) });
  };
  const naming = placesBy(recommendations, (one) => one.findings);
  const answering = placesBy(actions, (one) => one.findings);
  findings.forEach(({ polarity }, finding) => {
    const about = naming(finding);
    const answers = answering(finding);
    for (const place of answers)
      add(finding, place, [...new Set([...about, ...actions[place]!.recommendations])], actions[place]!.measures);
    if (answers.length === 0 && (polarity !== 'strength' || about.length > 0)) add(finding, null, about, []);
  });
  actions.forEach((action, place) => {
    if (action.findings.length === 0) add(null, place, action.recommendations, action.measures);
  });
  recommendations.forEach((_, place) => {
    if (!shown.recommendations.has(place)) add(null, null, [place], []);
  });
  measures.forEach((_, place) => {
    if (!shown.measures.has(place)) add(null, null, [], [place]);
  });
  return rows.toSorted((a, b) => Number(b.gaps.length > 0) - Number(a.gaps.length > 0));
}

/** What of a trace to show. Everything that is asked for must hold. */
export interface TraceFilter {
  /** Part of the owner's name, in any case. */
  readonly owner?: string;
  /** A status, in any case; `none` for actions without one. */
  readonly status?: string;
  /** Due before this day, which does not count. */
  readonly dueBefore?: IsoDate;
  /** The due date has passed, and nothing says that the action is finished. */
  readonly overdue?: boolean;
}

/** The rows of the actions that a filter lets through, with their gaps. Without a filter, all. */
export function filterTrace(trace: Trace, filter: TraceFilter): Trace {
  const { owner, status, dueBefore, overdue } = filter;
  if (!owner && !status && !dueBefore && !overdue) return trace;
  const fits = ({ owner: own, status: said, due, late }: TracedAction): boolean =>
    (!owner || (own ?? '').toLowerCase().includes(owner.toLowerCase())) &&
    (!status || (status.toLowerCase() === 'none' ? said === null : said?.toLowerCase() === status.toLowerCase())) &&
    (!dueBefore || (due !== null && due.to !== null && due.to < dueBefore)) &&
    (!overdue || late !== null);
  const rows = trace.rows.filter(({ action }) => action !== null && fits(trace.actions[action]!));
  const shown = new Set(rows.flatMap(({ gaps }) => gaps));
  return { ...trace, rows, gaps: trace.gaps.filter((gap) => shown.has(gap)) };
}
