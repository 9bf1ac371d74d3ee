import { CannotImport } from './cannot-import.ts';
import { importPaper, type Imported, type ImportOptions } from './import-paper.ts';
import type { Paper } from './paper/paper.ts';

/** Formats that papers come in and that have a reader of their own; everything else is looked at as plain text. */
export type PaperFormat = 'word' | 'open-document' | 'flat-open-document' | 'html' | 'pdf' | 'excel';

/** Largest file that is read, in bytes. */
export const largestFile = 100_000_000;

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));
const endingOf = (fileName: string | undefined): string => /\.[^.\\/]+$/.exec(fileName ?? '')?.[0].toLowerCase() ?? '';

/**
 * The format of a file, by its first bytes rather than by its name; null for plain text. Throws {@link CannotImport} for what cannot
 * be read: old Word documents, Rich Text, files with a password.
 */
export function formatOf(bytes: Uint8Array, fileName?: string): PaperFormat | null {
  if (bytes.length > largestFile)
    throw new CannotImport('The file is larger than 100 MB. Take the pictures out, or split the paper, and import the parts.');
  const ending = endingOf(fileName);
  const start = latin(bytes, 0, 1024);
  if (start.includes('%PDF-')) return 'pdf';
  if (/<office:document[\s>]/.test(start)) {
    if (/office:mimetype="[^"]*opendocument\.(?!text)/.test(start)) throw otherOpenDocument();
    return 'flat-open-document';
  }
  if (start.startsWith('PK\u0003\u0004')) return zipFormat(bytes, ending);
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0'))
    throw new CannotImport(
      isLocked(bytes)
        ? 'The file is protected with a password. Open it, take the password off, save it under another name, and import that.'
        : oldFormat(ending),
    );
  if (start.startsWith('{\\rtf'))
    throw new CannotImport(
      'Rich Text (.rtf) cannot be imported. Open the paper in Word or LibreOffice, save it as a Word document (.docx), and import that.',
    );
  if (
    ending === '.html' ||
    ending === '.htm' ||
    ending === '.xhtml' ||
    /^\s*(?:\u00EF\u00BB\u00BF)?\s*(?:<!doctype html|<html[\s>])/i.test(start)
  )
    return 'html';
  const promised = (
    { '.docx': 'Word document', '.odt': 'OpenDocument text', '.pdf': 'PDF', '.xlsx': 'Excel workbook' } as Readonly<Record<string, string>>
  )[ending];
  if (promised)
    throw new CannotImport(
      `The file is called ${ending} but is no ${promised}: it is damaged, empty or something else. Open it in the program that made it, save it again, and import the new file.`,
    );
  if (ending === '.doc' || ending === '.xls' || ending === '.rtf') throw new CannotImport(oldFormat(ending));
  return null;
}

const otherOpenDocument = (): CannotImport =>
  new CannotImport(
    'Of the OpenDocument formats only texts (.odt) can be imported. Save a table as an Excel workbook (.xlsx), and import that.',
  );

/** A zip names its entries in plain letters; the first ones tell what it holds. */
function zipFormat(bytes: Uint8Array, ending: string): PaperFormat {
  const mimetype = latin(bytes, 30, 140);
  if (mimetype.startsWith('mimetype')) {
    if (mimetype.includes('opendocument.text')) return 'open-document';
    throw otherOpenDocument();
  }
  const names = latinAll(bytes);
  if (names.includes('word/')) return 'word';
  if (names.includes('xl/workbook')) return 'excel';
  if (names.includes('META-INF/manifest.xml') && ending === '.odt') return 'open-document';
  if (ending === '.docx') return 'word';
  if (ending === '.xlsx') return 'excel';
  throw new CannotImport('This is a zip file and no paper. Unpack it, and import the papers one by one.');
}

/** The directory at the end of a zip, where all names stand. */
const latinAll = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 200_000)));

const isLocked = (bytes: Uint8Array): boolean => {
  const name = [...'EncryptedPackage'].map((letter) => `${letter}\0`).join('');
  return new TextDecoder('latin1').decode(bytes).includes(name);
};

const oldFormat = (ending: string): string =>
  ending === '.xls'
    ? 'Old Excel workbooks (.xls) cannot be imported. Open it in Excel, save it as an Excel workbook (.xlsx), and import that.'
    : 'Old Word documents (.doc) cannot be imported. Open the paper in Word, save it as a Word document (.docx), and import that.';

/** Reads a file of a known format; the reader is loaded when first used. */
async function readPaper(bytes: Uint8Array, format: PaperFormat, progress?: (done: number) => void): Promise<Paper> {
  switch (format) {
    case 'word':
      return (await import('./office/word.ts')).readWord(bytes);
    case 'open-document':
      return (await import('./office/open-document.ts')).readOpenDocument(bytes);
    case 'flat-open-document':
      return (await import('./office/open-document.ts')).readFlatOpenDocument(bytes);
    case 'html': {
      const { decodeHtml, readHtml } = await import('./html/html.ts');
      return readHtml(decodeHtml(bytes));
    }
    case 'excel':
      return (await import('./excel/excel.ts')).readExcel(bytes);
    case 'pdf':
      return (await import('./pdf/pdf.ts')).readPdf(bytes, progress);
  }
}

const numbersByItself: ReadonlySet<PaperFormat> = new Set(['word', 'open-document', 'flat-open-document']);

/**
 * A file in one of the formats as a document of the dialect. `progress` is told how much is done, from 0 to 1. Throws {@link CannotImport}.
 */
export async function importFile(
  bytes: Uint8Array,
  format: PaperFormat,
  options: ImportOptions,
  progress?: (done: number) => void,
): Promise<Imported> {
  const paper = await readPaper(bytes, format, progress);
  // Only word processors make numbers that stand nowhere in the file; all others are the paper’s own words.
  return numbersByItself.has(format)
    ? (await import('./body/house-numbers.ts')).importInHouseNumbers(paper, options)
    : importPaper(paper, options);
}
