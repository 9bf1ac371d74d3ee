import { csvOf } from './csv.ts';
import { nameOfResponse, traceCells, traceColumns, type TraceReport } from './trace-report.ts';

/** The matrix as one table for spreadsheets, the response in its first column. */
export const traceAsCsv = (report: TraceReport): string =>
  csvOf([
    ['Response', ...traceColumns],
    ...report.traces.flatMap((trace) => trace.rows.map((row) => [nameOfResponse(trace, report), ...traceCells(row, trace, report)])),
  ]);
