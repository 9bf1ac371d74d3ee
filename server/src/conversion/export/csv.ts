import { writeCsv } from 'hucre/csv';
import { textOfValue, trackerHeadings } from '../tracker.ts';
import { listsOf, timingOf, trackedActions } from './excel.ts';
import { titleOf, type Paper } from './paper.ts';

/** Papers' actions as a table for any spreadsheet: dates as 2026-07-31, and no cell that a spreadsheet would take for a formula. */
export function toCsv(papers: readonly Paper[]): string {
  const { rows, columns } = trackedActions(papers);
  const lists = listsOf(papers, rows);
  const several = new Set(rows.map(({ paper }) => paper)).size > 1;
  const headings = [...(several ? ['Plan'] : []), ...columns.map((field) => trackerHeadings[field]), 'Overdue?'];
  const lines = rows.map(({ values, paper }) => [
    ...(several ? [titleOf(paper)] : []),
    ...columns.map((field) => textOfValue(values[field])),
    timingOf(values, lists, paper.snapshot.today),
  ]);
  return writeCsv([headings, ...lines], { bom: true, escapeFormulae: true, lineSeparator: '\r\n' });
}
