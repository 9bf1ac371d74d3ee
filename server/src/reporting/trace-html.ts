import { counted } from '../language/text/english.ts';
import { escapeHtml, htmlPage, htmlTable } from './html-page.ts';
import {
  asAtOf,
  dueByOwner,
  dueInWords,
  filterInWords,
  lineOf,
  nameOfResponse,
  traceCells,
  traceColumns,
  type TraceReport,
} from './trace-report.ts';
import type { Trace } from '../language/response/trace.ts';

/** The matrix as a page of its own. */
export function traceAsHtml(report: TraceReport): string {
  const responses = report.traces.map((trace) => responseAsHtml(trace, report));
  const title = report.traces.length === 1 ? `Traceability: ${nameOfResponse(report.traces[0]!, report)}` : 'Traceability';
  return htmlPage(
    title,
    [`<h1>${escapeHtml(title)}</h1>`, ...(responses.length > 0 ? responses : ['<p>No response was found.</p>'])].join('\n'),
  );
}

const lines = (text: string): string => text.split('\n').map(escapeHtml).join('<br>');

function responseAsHtml(trace: Trace, report: TraceReport): string {
  const name = nameOfResponse(trace, report);
  const loose = trace.gaps.filter((gap) => !trace.rows.some(({ gaps }) => gaps.includes(gap)));
  const rows = trace.rows.map((row) =>
    traceCells(row, trace, report).map((cell, column) =>
      traceColumns[column] === 'Gaps' && cell !== '' ? `<span class="gap">${lines(cell)}</span>` : lines(cell),
    ),
  );
  const due = dueByOwner(trace).flatMap(({ owner, actions }) =>
    actions.map((action) => [
      escapeHtml(owner ?? 'no owner'),
      escapeHtml(lineOf(action)),
      escapeHtml(dueInWords(action)),
      escapeHtml(action.status ?? ''),
    ]),
  );
  const part = filterInWords(report.filter);
  const number = counted(trace.gaps.length, 'gap').replace(/^n/, 'N');
  // The title of the page names the only one.
  return `${report.traces.length > 1 ? `<h2>${escapeHtml(name)}</h2>\n` : ''}<p>${escapeHtml(`As at ${asAtOf(trace)}. ${part === null ? '' : `${part} `}${part === null ? number : trace.rows.length === 0 ? 'There are none' : `${number} among them`}.`)}</p>
${loose.length === 0 ? '' : `<ul>${loose.map(({ message }) => `<li class="gap">${escapeHtml(message)}</li>`).join('')}</ul>\n`}${htmlTable(`Findings, recommendations, actions and measures: ${name}`, traceColumns, rows)}
${due.length === 0 ? '' : htmlTable(`Overdue and due soon, by owner: ${name}`, ['Owner', 'Action', 'Due', 'Status'], due)}`;
}
