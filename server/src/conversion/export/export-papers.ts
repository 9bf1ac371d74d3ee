import { bindPapers, type Surroundings } from './paper.ts';
import type { Snapshot } from '../../language/snapshot.ts';
import { CannotExport } from './cannot-export.ts';
import type { WordOptions } from './word/word.ts';
import type { ExportFormat } from './formats.ts';
import { modelOf } from './json.ts';

export { CannotExport } from './cannot-export.ts';

export { exportFormats, formatNames, textFormats, type ExportFormat } from './formats.ts';

export interface ExportOptions extends WordOptions {
  /** Prints a web page as a PDF; left out where no browser can be started. */
  readonly print?: (html: string) => Promise<Uint8Array>;
}

export interface Document {
  readonly name: string;
  readonly snapshot: Snapshot;
}

/**
 * Documents in a format; several become one bundle, the first one the paper and the others its appendices. What a format needs is loaded
 * when it is asked for. Throws {@link CannotExport} for what the officer can do something about.
 */
export async function exportPapers(
  documents: readonly Document[],
  format: ExportFormat,
  surroundings: Surroundings,
  options: ExportOptions = {},
): Promise<Uint8Array | string> {
  switch (format) {
    case 'docx':
      return (await import('./word/word.ts')).toWord(bindPapers(documents), surroundings, options);
    case 'pdf': {
      if (!options.print)
        throw new CannotExport(
          'A PDF is made by the Chrome, Edge or Chromium of your computer, which cannot be started from here. Export to Word or to a web page, and make the PDF from that.',
        );
      return options.print(await (await import('./html.ts')).toWebPage(bindPapers(documents), surroundings));
    }
    case 'html':
      return (await import('./html.ts')).toWebPage(bindPapers(documents), surroundings);
    case 'json': {
      const models = await Promise.all(
        documents.map(({ snapshot, name }) => modelOf(snapshot, name, surroundings.host, surroundings.nameOf)),
      );
      return `${JSON.stringify(models.length === 1 ? models[0] : models, null, 2)}\n`;
    }
    case 'xlsx':
      return (await import('./excel.ts')).toExcel(bindPapers(documents));
    case 'csv':
      return (await import('./csv.ts')).toCsv(bindPapers(documents));
    case 'ics':
      return (await import('./calendar.ts')).toCalendar(bindPapers(documents));
  }
}
