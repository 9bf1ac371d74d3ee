import type { SectionLayout } from '../../../language/house-styles/house-style.ts';
import { sectionKey } from '../../../language/house-styles/index.ts';
import { actionColumnOf, actionFieldOf, measureFieldOf } from '../../../language/model/item-parts/fields.ts';
import { readHeaderTable, readRows, type HeaderEntry } from '../head/header-table.ts';
import type { KnownNames } from '../head/known-names.ts';
import type { TextBlock } from '../paper/blocks.ts';
import { partedTextColumns } from './shared-columns.ts';
import { paragraph, table, type Piece } from './write-markdown.ts';

/** A block without the tabs at the ends of its lines. */
export const trimmedRows = (block: TextBlock): TextBlock => ({ ...block, lines: block.lines.map((line) => line.replace(/\t+$/, '')) });

/**
 * Rows of labels become lines "Label: value"; other rows a table. Gives the columns that were parted, and the words that those say without
 * them.
 */
export function addRows(
  block: TextBlock,
  names: KnownNames,
  section: SectionLayout | null,
  pieces: Piece[],
): { readonly names: readonly string[]; readonly left: readonly string[] } {
  const parted = { names: [] as string[], left: [] as string[] };
  const trimmed = trimmedRows(block);
  const entries = readHeaderTable(trimmed, names);
  const isFields = entries && trimmed.lines.every((line) => /:\s*(?:\t|$)/.test(line.split('\t')[0]! + (line.includes('\t') ? '\t' : '')));
  if (entries && isFields) {
    for (const entry of entries) pieces.push(fieldLine(entry));
    return parted;
  }
  // Rows may stand between lines of text: a sentence above a table, a note below it.
  let rows: string[] = [];
  const close = () => {
    if (rows.length === 0) return;
    const read = readRows({ ...block, lines: rows });
    const header = looksLikeHeader(read) ? null : formHeader(section, read);
    // "Key decision?" and "Wards affected:" with what is said of them: lines of a form.
    if (
      !header &&
      read.every(([label, value, ...more]) => /[:?]$/.test(label!) && value !== undefined && value !== '' && more.length === 0)
    )
      pieces.push(...read.map((cells) => paragraph([cells.join(' ')])));
    else if (header || !looksLikeHeader(read)) pieces.push(table(header ? [header, ...read] : read, header !== null));
    else {
      const columns = partedTextColumns(read, actionColumnOf);
      parted.names.push(...(columns?.names ?? []));
      parted.left.push(...(columns?.left ?? []));
      pieces.push(table(columns?.rows ?? read, true));
    }
    rows = [];
  };
  for (const line of block.lines) {
    const continues = rows.length > 0 && /^\p{Ll}/u.test(line.trim());
    if (line.includes('\t') || continues) rows.push(line);
    else {
      close();
      pieces.push(paragraph([line]));
    }
  }
  close();
  return parted;
}

/** A row of a form as a line. */
export const fieldLine = ({ label, values }: HeaderEntry): Piece =>
  paragraph([
    `${label}${label.endsWith('?') ? '' : ':'} ${values
      .flatMap((value) => value.split('\n'))
      .filter((value) => value !== '')
      .join(', ')}`,
  ]);

/** "2025/26", "2026". */
export const isYear = (cell: string): boolean => /^(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?$/.test(cell);

/** A first row of short labels over rows that are longer or hold figures. */
function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...more] = rows;
  // The columns of a plan are known by their names, whatever stands beside them.
  if (first && more.length > 0 && first.filter((cell) => actionFieldOf(cell) !== null || measureFieldOf(cell) !== null).length >= 2)
    return true;
  if (
    !first ||
    more.length === 0 ||
    first.some((cell) => cell === '' || cell.length > 40 || /[.:;]$/.test(cell) || (/^\d/.test(cell) && !isYear(cell)))
  )
    return false;
  if (first.length === 2 && first[1]!.length <= 2) return false;
  return more.some((row) => row.some((cell, column) => /\d/.test(cell) || cell.length > first[column]!.length * 2));
}

/** The header row that the house style's form has over rows that are its own, which the page printed without one. */
export function formHeader(section: SectionLayout | null, rows: readonly (readonly string[])[]): readonly string[] | null {
  const lines = (section?.template ?? '').split('\n').filter((line) => line.startsWith('|'));
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const [first, , ...more] = lines;
  if (first === undefined || cells(first).length !== rows[0]!.length) return null;
  const own = new Set(more.map((line) => sectionKey(cells(line)[0] ?? '')));
  return rows.filter(([label]) => own.has(sectionKey(label!))).length * 2 > rows.length ? cells(first) : null;
}
