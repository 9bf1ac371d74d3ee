import { joined, type TextBlock } from '../paper/blocks.ts';
import { dateAlone } from '../paper/dates.ts';
import { namesColumns } from '../body/formed-blocks.ts';
import { readHeaderTable } from './header-table.ts';
import { isOrganisation } from '../body/headings.ts';
import { escapeWords } from '../paper/inline-markdown.ts';
import type { KnownNames } from './known-names.ts';
import { emptyCell, paragraphBlock, tableBlock } from '../paper/make-blocks.ts';
import { readCommittee } from './meeting-lines.ts';
import { isMinutesTable } from '../body/minutes-table.ts';
import type { TableCell, TableRow } from '../paper/block-form.ts';

/** Blocks at the head of a paper among which its form may stand. */
const head = 12;

/**
 * The form at the head of a paper as rows of labels and values alone. Forms are drawn as tables of which a first or last row reaches over
 * the whole width (“Report to the Scrutiny Committee”, “This report is open to the public”): those become paragraphs before and after it. A
 * cell that holds both label and value (“Date: 3 March 2026”) becomes two; one with several of them, a row for each, and so does a cell of
 * labels beside one of values. Any other table stays as it is.
 */
export function partHeaderRows(blocks: readonly TextBlock[], names: KnownNames): readonly TextBlock[] {
  let found = false;
  return blocks.flatMap((block, index) => {
    found ||= index > 0 && block.form?.kind === 'heading' && names.section(joined(block)) !== null;
    if (
      found ||
      index >= head ||
      block.form?.kind !== 'table' ||
      block.form.rows.some(namesColumns) ||
      (names.type === 'minutes' && isMinutesTable(block.form.rows))
    )
      return [block];
    const { rows } = block.form;
    const first = rows.findIndex((row) => !isAcross(row, names));
    const last = rows.findLastIndex((row) => !isAcross(row, names));
    if (first < 0) return rows.every(({ cells }) => cells.length === 1) ? rows.flatMap(asLines) : [block];
    const inner = rows
      .slice(first, last + 1)
      .flatMap((row) =>
        partedRow(row, names).map((part) => ({ ...part, cells: part.cells.flatMap((cell) => labelAndValue(cell, names)) })),
      );
    const isUnchanged = inner.length === rows.length && inner.every((row, at) => row.cells.length === rows[at]!.cells.length);
    const table = isUnchanged ? block : tableBlock(inner, block.afterPageBreak);
    if (!table || (readHeaderTable(table, names)?.length ?? 0) < 2) return [block];
    found = true;
    return [...rows.slice(0, first).flatMap(asParagraph), table, ...rows.slice(last + 1).flatMap(asParagraph)];
  });
}

/** Whether one cell is the whole row, and no label either. */
const isAcross = ({ cells }: TableRow, names: KnownNames): boolean =>
  cells[0]!.text !== '' &&
  cells.slice(1).every(({ text }) => text === '') &&
  (cells.length === 1 || cells[1]!.isJoined === true) &&
  labelAndValue(cells[0]!, names).length === 1 &&
  names.section(cells[0]!.text) === null;

/**
 * A row for each label, where one cell holds several labels: each with its value, or with the values line by line in the cell beside it.
 */
function partedRow(row: TableRow, names: KnownNames): readonly TableRow[] {
  const filled = row.cells.filter(({ text }) => text !== '');
  const made = (label: string, values: readonly string[]): TableRow => ({
    isHeader: false,
    cells: [lineCell([`${label}:`]), lineCell(values)],
  });
  const [labels, values] = filled.map(({ lines, text }) => lines ?? [text]);
  if (
    filled.length === 2 &&
    labels!.length > 1 &&
    labels!.length === values!.length &&
    labels!.every((label) => label.length <= 60) &&
    names.key(labels![0]!.replace(/\s*:$/, '')) !== null &&
    !values!.some((value) => value.endsWith(':') || names.key(value) !== null)
  ) {
    return labels!.map((label, at) => made(label.replace(/\s*:$/, ''), [values![at]!]));
  }
  const whose = filled.length === 2 && dateAlone(filled[1]!.text) !== null ? meetingIn(filled[0]!, names) : null;
  if (whose?.length === 1) return [made(whose[0]!.label, whose[0]!.values), made('Date of meeting', [filled[1]!.text])];
  const isLabelAlone = filled.some(({ text }) => text.endsWith(':') || names.key(text) !== null);
  const entries = filled.map((cell) => fieldsIn(cell, names) ?? (isLabelAlone ? null : meetingIn(cell, names)));
  return entries.length > 0 && entries.every((own) => own !== null)
    ? entries.flat().map((entry) => made(entry!.label, entry!.values))
    : [row];
}

/** The fields that a cell holds line by line, “Report of: …” and “Wards: …”; null where it begins with anything else. */
function fieldsIn(
  { text, lines = [text] }: TableCell,
  names: KnownNames,
): readonly { readonly label: string; readonly values: readonly string[] }[] | null {
  const fields: { readonly label: string; readonly values: string[] }[] = [];
  for (const line of lines) {
    const found = /^([^:]{2,60}):\s*(.*)$/s.exec(line);
    if (found && names.key(found[1]!) !== null) fields.push({ label: found[1]!, values: found[2] === '' ? [] : [found[2]!] });
    else if (fields.length === 0) return null;
    else fields.at(-1)!.values.push(line);
  }
  return fields.length === 0 ? null : fields;
}

/** “Cabinet” over “12 March 2026” in a cell without labels: whose meeting, and when. */
function meetingIn(
  { text, lines = [text] }: TableCell,
  names: KnownNames,
): readonly { readonly label: string; readonly values: readonly string[] }[] | null {
  const [first, ...more] = lines;
  const committee = first === undefined ? null : readCommittee(first, names);
  if (!committee || committee.date || isOrganisation(first!) || !more.every((line) => dateAlone(line) !== null)) return null;
  return [{ label: 'Report to', values: [committee.body] }, ...(more.length > 0 ? [{ label: 'Date of meeting', values: more }] : [])];
}

const lineCell = (lines: readonly string[]): TableCell => ({
  text: lines.join(' '),
  markdown: lines.map(escapeWords).join('<br>'),
  ...(lines.length > 1 ? { lines } : {}),
});

/** “Report of: Director of …” in one cell, where the label is a known one. */
function labelAndValue(cell: TableCell, names: KnownNames): readonly TableCell[] {
  const found = /^([^:?\n]{2,80}[:?])\s+(\S.*)$/s.exec(cell.text);
  if (!found || names.key(found[1]!.slice(0, -1)) === null || cell.markdown.includes('<br>')) return [cell];
  const value: TableCell = { text: found[2]!, markdown: cell.markdown.replaceAll('**', '').slice(found[1]!.length).trim() };
  return [{ ...emptyCell, text: found[1]!, markdown: found[1]! }, value];
}

/** A box with nothing but lines, such as whose meeting it is, when, and the title: each as a paragraph that stands out. */
const asLines = ({ cells: [cell] }: TableRow): readonly TextBlock[] =>
  (cell!.lines ?? [cell!.text]).flatMap((text) => paragraphBlock([{ text }], { look: { strong: true, size: 0, setOff: false } }) ?? []);

function asParagraph({ cells, isHeader }: TableRow): readonly TextBlock[] {
  const block = paragraphBlock([{ text: cells[0]!.text, strong: isHeader }], { look: { strong: isHeader, size: 0, setOff: false } });
  return block ? [block] : [];
}
