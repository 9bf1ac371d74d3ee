import { readXlsx, type CellValue } from 'hucre/xlsx';
import { CannotImport } from '../cannot-import.ts';
import { cleanWords } from '../paper/inline-markdown.ts';
import { refuseBomb } from '../office/zip.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Cells as text; a day as an ISO date. */
  readonly rows: readonly (readonly string[])[];
}

export interface ReadWorkbook {
  readonly title: string;
  readonly sheets: readonly WorkbookSheet[];
}

/** Most rows of a sheet that are read. */
const mostRows = 20_000;

/** Reads an Excel workbook (.xlsx). Throws {@link CannotImport} where it is none. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  refuseBomb(bytes);
  const workbook = await readXlsx(bytes, { maxRows: mostRows }).catch(() => {
    throw new CannotImport('The workbook is damaged or protected with a password. Open it in Excel, take the password off, save it under another name, and import that.');
  });
  return {
    title: workbook.properties?.title?.trim() ?? '',
    sheets: workbook.sheets.map(({ name, rows, hidden, veryHidden }) => ({ name, isHidden: hidden === true || veryHidden === true, rows: rows.map((row) => row.map(textOfCell)) })),
  };
}

function textOfCell(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return cleanWords(String(value)).replace(/\r/g, '').trim();
}
