import { nameOfResponse, type TraceReport } from './trace-report.ts';
import type { DocumentAddress } from '../language/text/document-address.ts';
import type { DueFact } from '../language/response/facts.ts';
import type { Trace, TraceRow } from '../language/response/trace.ts';

/** The matrix for scripts (docs/trace.md). Keys, `null` for what is absent, ISO dates and lines from 1 are a promise. */
export const traceAsJson = (report: TraceReport): string =>
  `${JSON.stringify({ responses: report.traces.map((trace) => responseAsJson(trace, report)) }, null, 2)}\n`;

function responseAsJson(trace: Trace, report: TraceReport) {
  const at = ({ address, nameSpan }: { address: DocumentAddress; nameSpan: { start: number } }) => report.place(address, nameSpan.start);
  return {
    title: nameOfResponse(trace, report),
    inspection: trace.inspection,
    documents: trace.documents.map(({ address, type, title, asAt }) => ({ file: report.place(address, 0).file, type, title, asAt })),
    gaps: trace.gaps.map(({ kind, message, address, span }) => ({ kind, message, ...report.place(address, span.start) })),
    rows: trace.rows.map((row) => rowAsJson(row, trace, at)),
  };
}

type At = (one: { readonly address: DocumentAddress; readonly nameSpan: { readonly start: number } }) => {
  readonly file: string;
  readonly line: number;
};

const dateOf = (due: DueFact | null): string | null => due?.to ?? null;

function rowAsJson({ finding, recommendations, action, measures, gaps }: TraceRow, trace: Trace, at: At) {
  const found = finding === null ? null : trace.findings[finding]!;
  const done = action === null ? null : trace.actions[action]!;
  return {
    gaps: gaps.map(({ kind }) => kind),
    finding: found && { label: found.label?.text ?? null, text: found.text, polarity: found.polarity, ...at(found) },
    recommendations: recommendations.map((place) => {
      const one = trace.recommendations[place]!;
      return {
        label: one.label?.text ?? null,
        text: one.text,
        body: one.body,
        verb: one.verb,
        decision: one.decision,
        meeting: one.meeting,
        ...at(one),
      };
    }),
    action: done && {
      label: done.label?.text ?? null,
      text: done.text,
      owner: done.owner,
      due: dateOf(done.due),
      dueText: done.due?.text ?? null,
      originalDue: dateOf(done.originalDue),
      status: done.status,
      late: done.late,
      dueSoon: done.isDueSoon,
      addresses: done.addresses.map(({ text }) => text),
      measure: done.measure,
      ...at(done),
    },
    measures: measures.map((place) => {
      const one = trace.measures[place]!;
      return {
        label: one.label?.text ?? null,
        text: one.text,
        baseline: one.baseline,
        target: one.target,
        actual: one.actual,
        by: one.by?.to ?? one.by?.text ?? null,
        ...at(one),
      };
    }),
  };
}
