import { polarityNames } from '../language/model/vocabulary.ts';
import { counted, opening } from '../language/text/english.ts';
import type { Trace, TraceRow } from '../language/response/trace.ts';
import type { TracedAction } from '../language/response/traced.ts';
import {
  asAtOf,
  decisionInWords,
  dueByOwner,
  dueInWords,
  filterInWords,
  lineOf,
  measureInWords,
  nameOfResponse,
  type TraceReport,
} from './trace-report.ts';

/** Longest text of one thing on a line, in characters. */
const widest = 100;

/** The matrix for a person at a terminal: gaps first, then finding by finding, then who has what to do soon. */
export const traceAsText = (report: TraceReport): string => report.traces.map((trace) => responseAsText(trace, report)).join('\n');

function responseAsText(trace: Trace, report: TraceReport): string {
  const short = (one: Parameters<typeof lineOf>[0]) => opening(lineOf(one), widest);
  const out: string[] = [`${nameOfResponse(trace, report)}, as at ${asAtOf(trace)}`, ''];
  const gaps = trace.gaps.map(({ message, address, span }) => {
    const { file, line } = report.place(address, span.start);
    return `  ${file}:${line}  ${message}`;
  });
  const part = filterInWords(report.filter);
  const number = gaps.length === 0 ? 'No gaps' : counted(gaps.length, 'gap');
  out.push(...(part === null ? [number] : [part, trace.rows.length === 0 ? 'There are none' : `${number} among them`]), ...gaps, '');

  const rowsOf = (wanted: (row: TraceRow) => boolean) => trace.rows.filter(wanted);
  for (const place of new Set(trace.rows.flatMap(({ finding }) => finding ?? []))) {
    const finding = trace.findings[place]!;
    const rows = rowsOf((row) => row.finding === place);
    out.push(`${short(finding)} (${polarityNames[finding.polarity]})`);
    for (const about of new Set(rows.flatMap(({ recommendations }) => recommendations)))
      out.push(`  recommendation ${short(trace.recommendations[about]!)} (${decisionInWords(trace.recommendations[about]!)})`);
    for (const row of rows) out.push(...(row.action === null ? ['  no action'] : actionAsText(trace.actions[row.action]!, row, trace)));
    out.push('');
  }
  const section = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) out.push(title, ...lines, '');
  };
  section(
    'Actions that answer no finding',
    rowsOf(({ finding, action }) => finding === null && action !== null).flatMap((row) =>
      actionAsText(trace.actions[row.action!]!, row, trace),
    ),
  );
  const others = rowsOf(({ finding, action }) => finding === null && action === null);
  section(
    'Other recommendations',
    others.flatMap(({ recommendations }) =>
      recommendations.map((place) => `  ${short(trace.recommendations[place]!)} (${decisionInWords(trace.recommendations[place]!)})`),
    ),
  );
  section(
    'Measures that no action names',
    others.flatMap(({ measures }) => measures.map((place) => `  ${opening(measureInWords(trace.measures[place]!), widest)}`)),
  );
  section(
    'Overdue and due soon, by owner',
    dueByOwner(trace).flatMap(({ owner, actions }) => [
      `  ${owner ?? 'No owner'}`,
      ...actions.map((action) => `    ${dueInWords(action)}: ${short(action)}`),
    ]),
  );
  return `${out.join('\n').trimEnd()}\n`;
}

function actionAsText(action: TracedAction, { measures }: TraceRow, trace: Trace): readonly string[] {
  const about = [action.owner ?? 'no owner', action.due ? `due ${dueInWords(action)}` : 'no due date', action.status ?? 'no status'].join(
    '; ',
  );
  const measured =
    measures.length > 0 ? measures.map((place) => measureInWords(trace.measures[place]!)) : action.measure ? [action.measure] : [];
  return [`  ${opening(lineOf(action), widest)}`, `    ${about}`, ...measured.map((text) => `    measure: ${opening(text, widest)}`)];
}
