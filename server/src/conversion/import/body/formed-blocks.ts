import { actionColumnOf, actionColumnsOf, measureFieldOf } from '../../../language/model/item-parts/fields.ts';
import type { ActionCard } from './action-card.ts';
import { actionHeading, isDay, isOwner, isStatus } from './action-columns.ts';
import { statedDates } from '../paper/dates.ts';
import type { BlockForm, TableRow } from '../paper/block-form.ts';
import { writtenColours } from './coloured-status.ts';
import { isOfAll, partedRow } from './parted-rows.ts';
import { isYear } from './plain-rows.ts';
import { partedColumns, partedColumnsNote, sharedNames } from './shared-columns.ts';
import { withoutShapeInField, withoutStatusShape } from './status-shape.ts';
import { namesPart } from './settle-headings.ts';
import { withSpanningHeads } from './spanning-heads.ts';
import { markdownHeading, markdownItem, markdownParagraph, markdownTable, type Piece } from './write-markdown.ts';

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
  pieces.push(
    markdownItem(marker, form.markdown.map(withoutShapeInField), indent, before?.kind === 'item' && isNext, [
      ...parents,
      { depth: form.depth, content: indent + marker.length + 1, marker },
    ]),
  );
}

/** An action with its fields, as the dialect writes one without a table. */
export function cardItems({ label, action, fields }: ActionCard, marker = '-', isTight = false): readonly Piece[] {
  const content = marker.length + 1;
  const outer = { depth: 0, content, marker };
  const text = /\d/.test(label) ? `${label}: ${action}` : action;
  return [
    markdownItem(marker, [text], 0, isTight, [outer]),
    ...fields.map((field) =>
      markdownItem('-', [`${field.label}: ${field.value}`.trim()], content, true, [outer, { depth: 1, content: content + 2, marker: '-' }]),
    ),
  ];
}

/** Whether two markers may stand in one list: both bullets, or the next number. */
const follows = (marker: string, before: string): boolean =>
  /^\d/.test(marker) ? marker.replace(/\d+/, (value) => String(Number(value) - 1)) === before : before === marker;

/** Rows of a heading that a page break repeated, told from the heading row. */
const isAgain = (row: TableRow, header: TableRow): boolean => row.cells.every(({ text }, column) => text === header.cells[column]!.text);

/** Whether a heading names columns that the model knows, and more than one of them. */
export const namesColumns = (row: TableRow): boolean => columnsNamed(row) >= 2;

const columnsNamed = ({ cells }: TableRow): number =>
  new Set(
    cells
      .flatMap(({ text }) => (text === '' ? [] : (sharedNames(text)?.map(({ field }) => field) ?? [columnOf(mendedName(text))])))
      .filter((column) => column !== null),
  ).size;

export interface ReadTable {
  readonly pieces: readonly Piece[];
  /** Heading rows that stood again on a further page. */
  readonly repeated: readonly string[];
  readonly notes: readonly string[];
  /** Its heading row, where it is a table of actions. */
  readonly actionColumns: readonly string[] | null;
  /** Whether it has no row but its heading. */
  readonly isOpen: boolean;
}

/** What a table without a heading row may get one from. */
export interface Around {
  /** The heading row of the council's form. */
  readonly form: readonly string[] | null;
  /** That of the last table of actions. */
  readonly before: readonly string[] | null;
  /** Whether that table had no row but its heading, so that what follows are its rows. */
  readonly beforeIsOpen: boolean;
  /** Whether the paper or the section is a list of actions. */
  readonly listsActions: boolean;
  /** Level of a heading below the section that the table stands in. */
  readonly level: number;
}

/** A table; what stands in rows above its heading row is text above it. */
export function tableOf(rows: readonly TableRow[], { form, before, beforeIsOpen, listsActions, level }: Around): ReadTable {
  const pieces: Piece[] = [];
  let start = 0;
  while (start < rows.length - 1 && isAcross(rows[start]!)) {
    const across = rows[start++]!.cells.find(({ text }) => text !== '')!;
    const said = across.markdown.replace(/^\*\*|\*\*$/g, '');
    pieces.push(
      namesPart.test(across.text) && across.text.length <= 160
        ? markdownHeading(level, said.replaceAll('<br>', ' '))
        : markdownParagraph([`**${said}**`]),
    );
  }
  const headed = headOf(rows.slice(start));
  if (headed.above !== '') pieces.push(markdownParagraph([headed.above]));
  const [first, ...more] = headed.rows;
  if (!first) return { pieces, repeated: [], notes: [], actionColumns: null, isOpen: false };
  const isNamed = first.isHeader || (more.length > 0 && namesColumns(first));
  const goesOn =
    !isNamed &&
    before !== null &&
    form === null &&
    (isMoreOf(before, [first, ...more]) || (beforeIsOpen && first.cells.length === before.length))
      ? before
      : null;
  const guessed = !isNamed && goesOn === null && listsActions ? actionHeading([first, ...more]) : null;
  const hasHeader = isNamed || (guessed === null && goesOn === null && more.length > 0 && looksLikeHeader(first, more));
  const heads = hasHeader ? [first, ...headed.heads] : [];
  const isRepeatedHead = (row: TableRow) => heads.some((head) => isAgain(row, head));
  const body = (hasHeader ? more : [first, ...more]).filter((row) => !isRepeatedHead(row));
  const repeated = hasHeader ? more.filter(isRepeatedHead).flatMap(({ cells }) => cells.map(({ text }) => text)) : [];
  const shared = hasHeader ? partedColumns(first, body, (name) => actionColumnOf(mendedName(name))) : null;
  const fieldsOf = (row: TableRow | null) =>
    actionColumnsOf(row ? row.cells.map(({ text }) => mendedName(text)) : (form ?? goesOn ?? guessed ?? []));
  const coloured = writtenColours(
    hasHeader ? (shared?.header ?? first) : null,
    shared?.rows ?? body,
    fieldsOf(hasHeader ? (shared?.header ?? first) : null),
  );
  const { header: head, rows: own } = coloured;
  const fields = fieldsOf(head);
  const parted = own.map((row) => partedRow(row, fields));
  const cells = own
    .flatMap((row, index) => parted[index]?.rows ?? [row])
    .map((row) => {
      const line = row.cells.map((cell, column) =>
        cell.isRepeated && !isOfAll(fields[column] ?? null)
          ? ''
          : fields[column] === 'status'
            ? withoutStatusShape(cell.markdown)
            : cell.markdown,
      );
      // A line across the table heads the rows below it.
      const filled = line.filter((cell) => cell !== '');
      return hasHeader && filled.length === 1 && (row.isHeader || reachesAcross(row)) && !filled[0]!.startsWith('**')
        ? line.map((cell) => (cell === '' ? '' : `**${cell}**`))
        : line;
    });
  const written = head
    ? head.cells.map(({ markdown }) => mendedName(markdown.replaceAll('**', '').replaceAll('<br>', ' ')))
    : (form ?? goesOn ?? guessed ?? Array<string>(first.cells.length).fill(''));
  const { header, rows: lines } = head ? withSpanningHeads({ header: written, rows: cells }, head.cells) : { header: written, rows: cells };
  // A column that is coloured and says nothing, in its heading neither.
  const kept = header.map((name, column) => name !== '' || lines.some((line) => line[column] !== ''));
  const shown = (line: readonly string[]) => line.filter((_, column) => kept[column]);
  const notes = [
    ...(goesOn
      ? [
          'A table without a heading row, with columns like those of the table of actions before it, was given the same heading row. Look whether it is right.',
        ]
      : []),
    ...(guessed
      ? [
          `A list of actions without a heading row was given one: ${guessed.map((name) => `“${name}”`).join(', ')}. Look whether it is right.`,
        ]
      : []),
    ...(shared ? [partedColumnsNote(shared.names)] : []),
    ...(parted.some((row) => row !== null)
      ? ['Rows that held several actions, each with an owner of its own, were parted: a row for each action. Look whether it is right.']
      : []),
    ...coloured.notes,
  ];
  return {
    pieces: [...pieces, markdownTable(shown(header), lines.map(shown))],
    repeated: [...repeated, ...(shared?.left ?? []), ...parted.flatMap((row) => row?.left ?? [])],
    notes,
    actionColumns: isActionTable(header) ? header : null,
    isOpen: hasHeader && body.length === 0,
  };
}

/** Whether a heading row is that of a table of actions: what is to be done, and who or when. */
export const isActionTable = (header: readonly string[]): boolean => {
  const fields = actionColumnsOf(header);
  return fields.includes('action') && (fields.includes('owner') || fields.includes('due'));
};

/**
 * Whether rows go on with a table of actions: as many columns, and what is to be done where the others have it, with a day, an owner or a
 * status beside it.
 */
function isMoreOf(header: readonly string[], rows: readonly TableRow[]): boolean {
  if (header.length < 3 || rows.some(({ cells }) => cells.length !== header.length)) return false;
  const fields = actionColumnsOf(header);
  const textsOf = (field: 'action' | 'owner' | 'due' | 'status'): readonly string[] => {
    const at = fields.indexOf(field);
    return at < 0 ? [] : rows.map(({ cells }) => cells[at]!.text).filter((text) => text !== '');
  };
  const most = (texts: readonly string[], is: (text: string) => boolean): boolean =>
    texts.length > 0 && texts.filter(is).length * 2 > texts.length;
  return (
    most(textsOf('action'), (text) => text.split(' ').length >= 3) &&
    [most(textsOf('owner'), isOwner), most(textsOf('due'), isDay), most(textsOf('status'), isStatus)].filter((is) => is).length >= 2
  );
}

/** Most rows that a heading has, one above the other. */
const mostHeads = 3;

/**
 * The rows of a table from its heading row on. Where the heading has several rows, the lowest that names columns counts, with the names
 * that reach down to it from above; what else stands above it (a name over several columns) is text. `heads` are the rows that went
 * into it, since a further page may show them again.
 */
function headOf(rows: readonly TableRow[]): {
  readonly rows: readonly TableRow[];
  readonly heads: readonly TableRow[];
  readonly above: string;
} {
  let at = rows.slice(0, mostHeads).findIndex(namesColumns);
  if (at < 0) return { rows, heads: [], above: '' };
  // "What we will do" over four columns is a name that a column may have too.
  while (
    at + 1 < mostHeads &&
    rows[at]!.cells.some(({ isJoined }) => isJoined) &&
    rows[at + 1] &&
    columnsNamed(rows[at + 1]!) > columnsNamed(rows[at]!)
  )
    at++;
  // A row that only tells apart what a name above it holds together: "Timescale" over "Start" and "End".
  const below = rows[at + 1];
  if (
    below &&
    below.cells.some(({ isRepeated }) => isRepeated) &&
    rows[at]!.cells.some(({ isJoined }) => isJoined) &&
    below.cells.every(({ text }) => text.length <= 40) &&
    rows.length > at + 2
  )
    at++;
  if (at === 0) return { rows, heads: [], above: '' };
  const heads = rows.slice(0, at + 1);
  const lowest = rows[at]!;
  const cells = lowest.cells.map((cell, column) =>
    cell.text === '' ? (heads.findLast((row) => row.cells[column]!.text !== '')?.cells[column] ?? cell) : { ...cell, isRepeated: false },
  );
  const named = new Set(cells.map(({ text }) => text));
  const above = heads
    .slice(0, -1)
    .flatMap((row) =>
      row.cells
        .filter(({ text }) => text !== '' && !named.has(text))
        .map(({ markdown }) => markdown.replaceAll('**', '').replaceAll('<br>', ' ')),
    );
  return { rows: [{ ...lowest, cells, isHeader: true }, ...rows.slice(at + 1)], heads, above: above.join('; ') };
}

/** The name of a column that was broken in the middle of a word, because its column is narrow: "Completio n date". */
function mendedName(name: string): string {
  if (name.length > 40 || isColumn(name)) return name;
  for (const { index } of name.matchAll(/(?<=\p{L}) (?=\p{Ll})/gu)) {
    const mended = name.slice(0, index) + name.slice(index + 1);
    if (isColumn(mended)) return mended;
  }
  return name;
}

const columnOf = (name: string): string | null => actionColumnOf(name) ?? measureFieldOf(name);
const isColumn = (name: string): boolean => columnOf(name) !== null;

/** Whether one cell reaches over all columns, so that it heads what stands below it. */
const reachesAcross = ({ cells }: TableRow): boolean => cells.length > 1 && cells.slice(1).every(({ isJoined }) => isJoined);

const isAcross = ({ cells }: TableRow): boolean =>
  cells.length > 2 && cells[0]!.text !== '' && cells.slice(1).every(({ text }) => text === '');

/** Short names over longer words or figures. */
function looksLikeHeader(first: TableRow, more: readonly TableRow[]): boolean {
  // A name may reach over several columns.
  const texts = first.cells.map(({ text }, column) =>
    text === '' ? (first.cells.slice(0, column + 1).findLast(({ isJoined }) => !isJoined)?.text ?? '') : text,
  );
  if (
    texts.slice(1).some((text) => text === '' || text.length > 60 || /[.;]$/.test(text)) ||
    texts[0]!.length > 60 ||
    texts.some((text) => text.endsWith(':') || statedDates(text).length > 0)
  )
    return false;
  // "Score: 2" over "Score: 3".
  const shapeOf = (text: string): string => text.replace(/\d+/g, '#');
  if (
    texts.some(
      (text, column) =>
        column > 0 && /\d/.test(text) && more.some(({ cells }) => shapeOf(cells[column]!.text) === shapeOf(text) && !isYear(text)),
    )
  )
    return false;
  if (texts.length === 2 && more.every(({ cells }) => cells[0]!.text.length < 40) && !/^\p{L}+$/u.test(texts[1]!)) return false;
  return more.some(({ cells }) => cells.some(({ text }, column) => /\d/.test(text) || text.length > texts[column]!.length * 2));
}
