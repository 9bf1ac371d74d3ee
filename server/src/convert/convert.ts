import { CannotExport } from '../conversion/export/cannot-export.ts';
import { CannotImport } from '../conversion/import/cannot-import.ts';
import { formatOf, importFile } from '../conversion/import/import-file.ts';
import type { Imported } from '../conversion/import/import-paper.ts';
import { importText } from '../conversion/import/plain-text/plain-text.ts';
import type { HouseStyle } from '../language/house-styles/house-style.ts';
import { documentAddress } from '../language/text/document-address.ts';
import { messageOf } from '../language/text/errors.ts';
import type { ExportSurroundings } from './export.ts';
import type { ConvertAnswer, ConvertRequest } from './messages.ts';

/** What differs between Node.js and a browser. */
export interface Surroundings {
  /** House styles for a file of this computer; undefined for the built-in ones. */
  readonly houseStyles: (path: string | null) => Promise<ReadonlyMap<string, HouseStyle> | undefined>;
  readonly exporting: ExportSurroundings;
  /** The text of a plain text file, or why it cannot be read. */
  readonly decode: (bytes: Uint8Array) => { readonly text: string } | { readonly problem: string };
}

/** Answers one request. Never throws. */
export async function convert(
  request: ConvertRequest,
  { houseStyles, decode, exporting }: Surroundings,
  say: (answer: ConvertAnswer) => void,
): Promise<void> {
  try {
    if (request.kind === 'paste') {
      const { pastedMarkdown } = await import('../conversion/import/paste.ts');
      say({ kind: 'pasted', markdown: pastedMarkdown(request.html, request.place ?? undefined) });
      return;
    }
    if (request.kind === 'calendar') {
      const { deadlinesCalendar } = await import('../conversion/export/deadlines-calendar.ts');
      const text = deadlinesCalendar(
        request.name,
        request.deadlines.map(({ uri, ...deadline }) => ({ ...deadline, address: documentAddress(uri) })),
        request.today,
      );
      say({ kind: 'exported', bytes: new TextEncoder().encode(text) });
      return;
    }
    if (request.kind === 'export') {
      const { exportDocuments } = await import('./export.ts');
      say({ kind: 'exported', bytes: await exportDocuments(request, exporting) });
      return;
    }
    if (request.kind === 'tracker') {
      const { compareTracker } = await import('./tracker.ts');
      say({ kind: 'tracked', ...(await compareTracker(request, exporting)) });
      return;
    }
    const { bytes, fileName } = request;
    const styles = await houseStyles(request.path);
    const options = { fileName, ...(styles ? { houseStyles: styles } : {}) };
    const format = formatOf(bytes, fileName);
    let imported: Imported;
    if (format === null) {
      const decoded = decode(bytes);
      if ('problem' in decoded) throw new CannotImport(`The file cannot be read: ${decoded.problem}.`);
      imported = importText(decoded.text, options);
    } else imported = await importFile(bytes, format, options, (done) => say({ kind: 'progress', done }));
    say({ kind: 'imported', text: imported.text, type: imported.type, notes: imported.notes });
  } catch (error) {
    say({
      kind: 'cannot',
      message:
        error instanceof CannotImport || error instanceof CannotExport
          ? error.message
          : `Something went wrong in the program itself: ${messageOf(error)}`,
    });
  }
}
