import { dayInWords } from '../language/model/dates/date-words.ts';
import { inWords } from '../language/text/english.ts';
import { polarityNames } from '../language/model/vocabulary.ts';
import type { Trace, TraceFilter, TraceRow } from '../language/response/trace.ts';
import type { TracedAction, TracedMeasure, TracedRecommendation } from '../language/response/traced.ts';
import type { DocumentAddress } from '../language/text/document-address.ts';

/** Where something stands, as people read it: the file's name and a line from 1. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
}

/** Traces with what is needed to tell people where things stand. */
export interface TraceReport {
  readonly traces: readonly Trace[];
  /** What of the traces was let through. */
  readonly filter: TraceFilter;
  place(address: DocumentAddress, offset: number): FilePlace;
}

/** A response in one line: its inspection, else its title, else its first document. */
export function nameOfResponse(trace: Trace, { place }: Pick<TraceReport, 'place'>): string {
  const [first] = trace.documents;
  return trace.title ?? (first ? place(first.address, 0).file : '');
}

/**
 * “Only actions whose owner has “Assessment” in the name and that are due before 31 July 2026.”, so that nobody takes a part for the whole;
 * null where nothing was left out.
 */
export function filterInWords({ owner, status, dueBefore, overdue }: TraceFilter): string | null {
  const parts = [
    ...(owner ? [`whose owner has “${owner}” in the name`] : []),
    ...(status ? [status.toLowerCase() === 'none' ? 'that have no status' : `whose status is “${status}”`] : []),
    ...(dueBefore ? [`that are due before ${dayInWords(dueBefore)}`] : []),
    ...(overdue ? ['whose date has passed'] : []),
  ];
  return parts.length === 0 ? null : `Only actions ${inWords(parts)}.`;
}

/** “as at 27 February 2026”, of the plan. */
export function asAtOf({ documents, actions }: Trace): string {
  const plan = documents.find(({ address }) => actions.some((action) => action.address === address)) ?? documents[0];
  return plan ? dayInWords(plan.asAt) : '';
}

/** A finding, action, measure or recommendation in a line: its label and its words. */
export const lineOf = ({ label, text }: { readonly label: { readonly text: string } | null; readonly text: string }): string =>
  label ? `${label.text} ${text}` : text;

/** “M1 Plans judged good; baseline 40%; target 80%; by 31 July 2026”. What the words of the measure say already is not said again. */
export function measureInWords({ label, text, baseline, target, actual, by }: TracedMeasure): string {
  const parts = Object.entries({ baseline, target, actual, by: by?.text ?? null }).flatMap(([name, value]) =>
    value === null || text.includes(value) ? [] : [`${name} ${value}`],
  );
  return [lineOf({ label, text }), ...parts].join('; ');
}

export const decisionInWords = ({ decision, meeting }: TracedRecommendation): string => {
  if (meeting === null) return decision === 'decided' ? 'decided' : 'no meeting is named';
  const day = dayInWords(meeting);
  return {
    decided: `decided on ${day}`,
    'not decided': `not decided on ${day}`,
    'to come': `to be decided on ${day}`,
    'no record': `meeting of ${day}, no record of a decision here`,
  }[decision];
};

/** “31 July 2026, overdue (first due 31 May 2026)”. */
export const dueInWords = ({ due, originalDue, late, isDueSoon }: TracedAction): string => {
  if (!due) return '';
  const first = originalDue && !due.text.includes(originalDue.text) ? ` (first due ${originalDue.text})` : '';
  return `${due.text}${late ? `, ${late}` : isDueSoon ? ', due soon' : ''}${first}`;
};

export const traceColumns = [
  'Finding',
  'Gaps',
  'What the inspectors found',
  'Kind',
  'Recommendations',
  'Action',
  'What will be done',
  'Owner',
  'Due',
  'Status',
  'Measures',
  'Stands in',
] as const;

/** One row of the matrix, as the cells of {@link traceColumns}; several things in a cell stand in lines. */
export function traceCells(row: TraceRow, trace: Trace, report: Pick<TraceReport, 'place'>): readonly string[] {
  const finding = row.finding === null ? null : trace.findings[row.finding]!;
  const action = row.action === null ? null : trace.actions[row.action]!;
  const recommendations = row.recommendations.map((place) => trace.recommendations[place]!);
  const measures = row.measures.map((place) => trace.measures[place]!);
  const where = [finding, action, ...(finding || action ? [] : [...recommendations, ...measures])].flatMap((one) => {
    if (!one) return [];
    const { file, line } = report.place(one.address, one.nameSpan.start);
    return [`${file}:${line}`];
  });
  return [
    finding?.label?.text ?? (finding ? 'no label' : 'none'),
    row.gaps.map(({ message }) => message).join('\n'),
    finding?.text ?? '',
    finding ? polarityNames[finding.polarity] : '',
    recommendations.map((one) => `${lineOf(one)} (${decisionInWords(one)})`).join('\n'),
    action?.label?.text ?? '',
    action?.text ?? '',
    action?.owner ?? '',
    action ? dueInWords(action) : '',
    action?.status ?? '',
    measures.length > 0 ? measures.map(measureInWords).join('\n') : (action?.measure ?? ''),
    where.join('\n'),
  ];
}

/**
 * The owners of actions that are late or due soon, each with these, the late ones first and by date. Actions without an owner come last.
 */
export function dueByOwner({
  actions,
  rows,
}: Trace): readonly { readonly owner: string | null; readonly actions: readonly TracedAction[] }[] {
  const shown = new Set(rows.map(({ action }) => action));
  const owners = new Map<string | null, TracedAction[]>();
  actions.forEach((action, place) => {
    if (shown.has(place) && (action.late || action.isDueSoon)) owners.set(action.owner, [...(owners.get(action.owner) ?? []), action]);
  });
  return [...owners]
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
    .map(([owner, own]) => ({ owner, actions: own.toSorted((a, b) => (a.due!.to! < b.due!.to! ? -1 : 1)) }));
}
