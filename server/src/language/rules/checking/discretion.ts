import type { DocumentModel } from '../../model/document.ts';
import { viewOf } from '../../model/view.ts';
import type { Report } from '../rule.ts';

/**
 * Reports of which none repeats what identifies a person: other rules quote the text that they speak of. What is blotted out keeps its
 * length.
 */
export function discreet(model: DocumentModel, reports: readonly Report[]): readonly Report[] {
  const personal = reports.filter(({ rule }) => rule === 'privacy/personal-data');
  if (personal.length === 0) return reports;
  const view = viewOf(model);
  const secrets = [...new Set(personal.map(({ span }) => view.slice(span)))].filter((words) => words !== '');
  const of = (words: string): string =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, (found) => '•'.repeat(found.length)), words);
  return reports.map((report) => {
    const message = of(report.message);
    return message === report.message && report.related.length === 0
      ? report
      : { ...report, message, related: report.related.map((one) => ({ ...one, message: of(one.message) })) };
  });
}

/**
 * A date without its year is said to lack it, and not beside that to be in the wrong form: whoever adds the year writes the whole of it
 * anew.
 */
export function withoutStyleOfYearless(reports: readonly Report[]): readonly Report[] {
  const yearless = reports.filter(({ rule }) => rule === 'dates/no-year');
  if (yearless.length === 0) return reports;
  const starts = new Set(yearless.map(({ span }) => span.start));
  return reports.filter(({ rule, messageId, span }) => rule !== 'dates/date-style' || messageId === 'column' || !starts.has(span.start));
}

/**
 * Reports without those about words that identify a person and have to go: how a date of birth is written matters to nobody, and to say it
 * better would repeat it.
 */
export function withoutStyleOfPersonalData(reports: readonly Report[]): readonly Report[] {
  const personal = reports.filter(({ rule }) => rule === 'privacy/personal-data');
  if (personal.length === 0) return reports;
  return reports.filter(
    ({ rule, span }) => rule.startsWith('privacy/') || !personal.some((one) => one.span.start < span.end && span.start < one.span.end),
  );
}
