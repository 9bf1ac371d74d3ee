import { filterTrace, traceResponse, type TraceFilter } from '../language/response/trace.ts';
import type { TraceReport } from '../reporting/trace-report.ts';
import { gatherResponses } from './gather-responses.ts';
import { parseDate, parseFormat } from './input.ts';
import { print, type ExitCode } from './output.ts';

const formats = ['text', 'json', 'csv', 'html'] as const;

export interface TraceOptions {
  readonly format: string;
  readonly owner?: string;
  readonly status?: string;
  readonly dueBefore?: string;
  readonly overdue?: boolean;
  readonly asAt?: string;
  readonly type?: string;
}

/** The traceability matrix of every response that a path leads to. Ends with 1 where what is shown has gaps. */
export async function printTrace(path: string, options: TraceOptions): Promise<ExitCode> {
  const format = parseFormat(options.format, formats);
  const asAt = options.asAt === undefined ? null : parseDate(options.asAt);
  const filter: TraceFilter = {
    ...(options.owner === undefined ? {} : { owner: options.owner }),
    ...(options.status === undefined ? {} : { status: options.status }),
    ...(options.dueBefore === undefined ? {} : { dueBefore: parseDate(options.dueBefore) }),
    ...(options.overdue ? { overdue: true } : {}),
  };
  const { responses, today, place } = await gatherResponses(path, options);
  const traces = responses.map((documents) => filterTrace(traceResponse(documents, today, asAt), filter));
  const code = traces.some(({ gaps }) => gaps.length > 0) ? 1 : 0;
  // Already now: a reader that has seen enough (`| head`) ends the program while it prints.
  process.exitCode = code;
  await print(await written(format, { traces, filter, place }));
  return code;
}

async function written(format: (typeof formats)[number], report: TraceReport): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../reporting/trace-json.ts')).traceAsJson(report);
    case 'csv':
      return (await import('../reporting/trace-csv.ts')).traceAsCsv(report);
    case 'html':
      return (await import('../reporting/trace-html.ts')).traceAsHtml(report);
    case 'text':
      return (await import('../reporting/trace-text.ts')).traceAsText(report);
  }
}
