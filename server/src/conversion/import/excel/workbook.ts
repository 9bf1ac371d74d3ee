import { readXlsx, type Cell, type CellValue } from 'hucre/xlsx';
import { CannotImport } from '../cannot-import.ts';
import { cleanWords, type Run } from '../paper/inline-markdown.ts';
import { refuseBomb } from '../office/zip.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Cells as text; a day as an ISO date. */
  readonly rows: readonly (readonly string[])[];
  /** How a cell looks, where it was asked for and the cell has a look of its own. */
  look(row: number, column: number): CellLook | null;
}

/** What the look of a cell says. */
export interface CellLook {
  /** Whether all that it holds is struck through. */
  readonly struck: boolean;
  /** Its words by their looks, where they have several. */
  readonly runs: readonly Run[] | null;
  /** Six digits; undefined where it is not filled. */
  readonly fill: string | undefined;
}

export interface ReadWorkbook {
  readonly title: string;
  readonly sheets: readonly WorkbookSheet[];
}

/** Most rows of a sheet that are read. */
const mostRows = 20_000;

/** Reads an Excel workbook (.xlsx). Throws {@link CannotImport} where it is none. */
export async function readWorkbook(bytes: Uint8Array, { withLooks = false }: { readonly withLooks?: boolean } = {}): Promise<ReadWorkbook> {
  refuseBomb(bytes);
  const workbook = await readXlsx(bytes, { maxRows: mostRows, readStyles: withLooks }).catch(() => {
    throw new CannotImport(
      'The workbook is damaged or protected with a password. Open it in Excel, take the password off, save it under another name, and import that.',
    );
  });
  return {
    title: workbook.properties?.title?.trim() ?? '',
    sheets: workbook.sheets.map(({ name, rows, cells, hidden, veryHidden }) => ({
      name,
      isHidden: hidden === true || veryHidden === true,
      rows: rows.map((row) => row.map(textOfCell)),
      look: (row, column) => lookOf(cells?.get(`${row},${column}`)),
    })),
  };
}

function lookOf(cell: Cell | undefined): CellLook | null {
  if (!cell) return null;
  const struck = cell.style?.font?.strikethrough === true;
  const { fill } = cell.style ?? {};
  const solid = fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.rgb : undefined;
  // Words with a look of their own do not have that of their cell.
  const runs =
    cell.richText?.map(({ text, font }): Run => ({ text, ...((font ? font.strikethrough === true : struck) ? { struck: true } : {}) })) ??
    null;
  // Some programs write the share of a colour that is seen before it.
  return { struck, runs, fill: solid?.slice(-6) };
}

function textOfCell(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return cleanWords(String(value)).replace(/\r/g, '').trim();
}
