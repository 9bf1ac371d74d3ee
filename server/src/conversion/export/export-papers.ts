import { bindPapers, type Surroundings } from './paper.ts';
import type { Snapshot } from '../../language/snapshot.ts';
import type { PdfOptions } from './pdf.ts';
import type { WordOptions } from './word/word.ts';
import { modelOf } from './json.ts';

export { CannotExport } from './cannot-export.ts';

export const exportFormats = ['docx', 'pdf', 'html', 'xlsx', 'csv', 'ics', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What each format is called when speaking to an officer. */
export const formatNames: Readonly<Record<ExportFormat, string>> = {
  docx: 'Word document', pdf: 'PDF', html: 'Web page', xlsx: 'Excel tracker of the actions', csv: 'Table of the actions (CSV)', ics: 'Calendar of due dates', json: 'What it means, as JSON',
};

/** Formats that are text, and can be printed on a screen. */
export const textFormats: ReadonlySet<ExportFormat> = new Set<ExportFormat>(['html', 'csv', 'ics', 'json']);

export type ExportOptions = WordOptions & PdfOptions;

export interface Document {
  readonly name: string;
  readonly snapshot: Snapshot;
}

/**
 * Documents in a format; several become one bundle, the first one the paper and the others its appendices. What a format needs is loaded when it is
 * asked for. Throws {@link CannotExport} for what the officer can do something about.
 */
export async function exportPapers(documents: readonly Document[], format: ExportFormat, surroundings: Surroundings, options: ExportOptions = {}): Promise<Uint8Array | string> {
  switch (format) {
    case 'docx': return (await import('./word/word.ts')).toWord(bindPapers(documents), surroundings, options);
    case 'pdf': return (await import('./pdf.ts')).toPdf(bindPapers(documents), surroundings, options);
    case 'html': return (await import('./html.ts')).toWebPage(bindPapers(documents), surroundings);
    case 'json': {
      const models = await Promise.all(documents.map(({ snapshot, name }) => modelOf(snapshot, name, surroundings.host, surroundings.nameOf)));
      return `${JSON.stringify(models.length === 1 ? models[0] : models, null, 2)}\n`;
    }
    case 'xlsx': return (await import('./excel.ts')).toExcel(bindPapers(documents));
    case 'csv': return (await import('./csv.ts')).toCsv(bindPapers(documents));
    case 'ics': return (await import('./calendar.ts')).toCalendar(bindPapers(documents));
  }
}
