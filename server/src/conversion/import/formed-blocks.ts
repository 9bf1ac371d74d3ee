import { actionColumnOf, measureFieldOf } from '../../language/model/fields.ts';
import { actionHeading } from './action-columns.ts';
import { statedDates } from './dates.ts';
import type { BlockForm, TableRow } from './paper.ts';
import { markdownItem, markdownParagraph, markdownTable, type Piece } from './write-markdown.ts';

type Item = Extract<BlockForm, { kind: 'item' }>;

/** A list item under the items before it. A number that Markdown has no list for starts a paragraph. */
export function addItem(form: Item, pieces: Piece[]): void {
  const before = pieces.at(-1);
  const open = before?.kind === 'item' ? (before.open ?? []) : [];
  const isList = form.marker === null || /^\d{1,9}[.)]$/.test(form.marker);
  if (!isList) {
    pieces.push(markdownParagraph(form.markdown.map((line, index) => (index === 0 ? `${form.marker!} ${line}` : line))));
    return;
  }
  const parents = open.filter(({ depth }) => depth < form.depth);
  const indent = parents.at(-1)?.content ?? 0;
  const marker = form.marker ?? '-';
  const same = open.find(({ depth }) => depth === form.depth);
  const isNext = same === undefined || follows(marker, same.marker);
  pieces.push(markdownItem(marker, form.markdown, indent, before?.kind === 'item' && isNext, [...parents, { depth: form.depth, content: indent + marker.length + 1, marker }]));
}

/** Whether two markers may stand in one list: both bullets, or the next number. */
const follows = (marker: string, before: string): boolean => (/^\d/.test(marker) ? marker.replace(/\d+/, (value) => String(Number(value) - 1)) === before : before === marker);

/** Rows of a heading that a page break repeated, told from the heading row. */
const isAgain = (row: TableRow, header: TableRow): boolean => row.cells.every(({ text }, column) => text === header.cells[column]!.text);

/** Whether a heading names columns that the model knows. */
export const namesColumns = ({ cells }: TableRow): boolean => cells.filter(({ text }) => text !== '' && (actionColumnOf(text) !== null || measureFieldOf(text) !== null)).length >= 2;

export interface ReadTable {
  readonly pieces: readonly Piece[];
  /** Heading rows that stood again on a further page. */
  readonly repeated: readonly string[];
  readonly notes: readonly string[];
}

/** A table; a row across all columns above its heading row is a paragraph above it. `formHeader` gives the heading row of the council's form, `listsActions` says whether the paper or the section is a list of actions. */
export function tableOf(rows: readonly TableRow[], formHeader: readonly string[] | null, listsActions: boolean): ReadTable {
  const pieces: Piece[] = [];
  let start = 0;
  while (start < rows.length - 1 && isAcross(rows[start]!)) pieces.push(markdownParagraph([`**${rows[start++]!.cells.find(({ text }) => text !== '')!.markdown.replace(/^\*\*|\*\*$/g, '')}**`]));
  const [first, ...more] = rows.slice(start);
  if (!first) return { pieces, repeated: [], notes: [] };
  const isNamed = first.isHeader || (more.length > 0 && namesColumns(first));
  const guessed = !isNamed && listsActions ? actionHeading([first, ...more]) : null;
  const hasHeader = isNamed || (guessed === null && more.length > 0 && looksLikeHeader(first, more));
  const body = (hasHeader ? more : [first, ...more]).filter((row) => !hasHeader || !isAgain(row, first));
  const repeated = hasHeader ? more.filter((row) => isAgain(row, first)).flatMap(({ cells }) => cells.map(({ text }) => text)) : [];
  const fields = hasHeader ? first.cells.map(({ text }) => actionColumnOf(text)) : [];
  const cells = body.map((row) => {
    const line = row.cells.map((cell, column) => (cell.isRepeated && !isSaidAgain(fields[column] ?? null) ? '' : cell.markdown));
    // A line across the table heads the rows below it.
    const filled = line.filter((cell) => cell !== '');
    return hasHeader && filled.length === 1 && row.isHeader && !filled[0]!.startsWith('**') ? line.map((cell) => (cell === '' ? '' : `**${cell}**`)) : line;
  });
  const header = hasHeader ? first.cells.map(({ markdown }) => markdown.replaceAll('**', '').replaceAll('<br>', ' ')) : (formHeader ?? guessed ?? Array<string>(first.cells.length).fill(''));
  const notes = guessed ? [`A list of actions without a heading row was given one: ${guessed.map((name) => `“${name}”`).join(', ')}. Look whether it is right.`] : [];
  return { pieces: [...pieces, markdownTable(header, cells)], repeated, notes };
}

/** What a joined cell says of each of its rows: who, when and how far. */
const isSaidAgain = (field: ReturnType<typeof actionColumnOf>): boolean => field === 'owner' || field === 'due' || field === 'status' || field === 'addresses';

const isAcross = ({ cells }: TableRow): boolean => cells.length > 2 && cells[0]!.text !== '' && cells.slice(1).every(({ text }) => text === '');

/** Short names over longer words or figures. */
function looksLikeHeader(first: TableRow, more: readonly TableRow[]): boolean {
  const texts = first.cells.map(({ text }) => text);
  if (texts.slice(1).some((text) => text === '' || text.length > 60 || /[.;]$/.test(text)) || texts[0]!.length > 60 || texts.some((text) => text.endsWith(':') || statedDates(text).length > 0)) return false;
  if (texts.length === 2 && more.every(({ cells }) => cells[0]!.text.length < 40) && !/^\p{L}+$/u.test(texts[1]!)) return false;
  return more.some(({ cells }) => cells.some(({ text }, column) => /\d/.test(text) || text.length > texts[column]!.length * 2));
}
