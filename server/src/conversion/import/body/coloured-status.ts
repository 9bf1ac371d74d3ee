import type { ActionField } from '../../../language/model/vocabulary.ts';
import { isStatus } from './action-columns.ts';
import { emptyCell } from '../paper/make-blocks.ts';
import { isColouredSign, type StatusColour } from '../paper/status-colour.ts';
import type { TableCell, TableRow } from '../paper/block-form.ts';

type Field = ActionField | null;

export interface ColouredTable {
  /** Null where the table has no heading row. */
  readonly header: TableRow | null;
  readonly rows: readonly TableRow[];
  readonly notes: readonly string[];
}

const asWord =
  'A status that was shown only by the colour of its cell was written as a word (yellow and orange as amber). Look whether it is right.';
const besideWords =
  'A colour behind the words of a cell, which shows how the action stands, was written as a word (yellow and orange as amber). Look whether it is right.';
/** The name of a column that was added, as plans call it. */
const addedName = 'RAG';

/** Whether a heading promises a colour: “RAG”, “Progress (BRAG)”. */
const namesColour = (name: string): boolean => /\bb?rag\b/i.test(name);
const namesStanding = (name: string): boolean => namesColour(name) || /\b(?:status|progress|rating)\b/i.test(name);

/** A word of status that words begin with already. */
const startsWithStatus = (text: string): boolean =>
  /^\W*(?:b?rag\W+)?(?:red|amber|green|blue|purple|yellow|on track|off track|complete|completed|delayed|overdue|at risk|behind|ahead|closed|open|not started|in progress)\b/i.test(
    text,
  ) || isStatus(text);

/**
 * What colours of cells say of how actions stand, in words: in a column for the status its colour where it says nothing, and before other
 * words where its name promises a colour; beside a column of progress whose cells are coloured, a column of their own. A row in one colour
 * is only set off.
 */
export function writtenColours(header: TableRow | null, rows: readonly TableRow[], fields: readonly Field[]): ColouredTable {
  if (!rows.some(({ cells }) => cells.some(({ colour }) => colour))) return { header, rows, notes: [] };
  const plain = withoutDecoration(header, rows);
  const names = header?.cells.map(({ text }) => text) ?? [];
  const notes = new Set<string>();
  const statuses = plain.map((row): TableRow => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      if (
        !cell.colour ||
        cell.isJoined ||
        (fields[column] !== 'status' && !(fields[column] === null && namesStanding(names[column] ?? '')))
      )
        return cell;
      if (isBlank(cell)) notes.add(asWord);
      if (isBlank(cell)) return { ...cell, text: cell.colour, markdown: cell.colour };
      if (!namesColour(names[column] ?? '') || startsWithStatus(cell.text) || cell.text.split(' ').length < 2) return cell;
      notes.add(besideWords);
      return { ...cell, text: `${cell.colour} – ${cell.text}`, markdown: `${cell.colour} – ${cell.markdown}` };
    }),
  }));
  const progress =
    fields.includes('status') || !header
      ? -1
      : fields.findIndex((field, column) => field === 'progress' && showsStanding(plain, column, names[column]!));
  if (progress < 0) return { header, rows: statuses, notes: [...notes] };
  const isStatusOnly = /^\W*progress\W*(?:b?rag\W*)?$/i.test(names[progress]!) && plain.every(({ cells }) => isBlank(cells[progress]!));
  notes.add(isStatusOnly ? asWord : besideWords);
  if (isStatusOnly)
    return {
      header: renamed(header!, progress),
      rows: statuses.map((row) => ({ ...row, cells: row.cells.map((cell, column) => (column === progress ? asStatus(cell) : cell)) })),
      notes: [...notes],
    };
  const put = (row: TableRow, cell: TableCell): TableRow => ({
    ...row,
    cells: [...row.cells.slice(0, progress + 1), cell, ...row.cells.slice(progress + 1)],
  });
  return {
    header: put(header!, { text: addedName, markdown: addedName }),
    rows: statuses.map((row) =>
      put(
        row,
        row.cells[progress]!.isJoined ? { ...emptyCell, isJoined: true } : asStatus({ ...row.cells[progress]!, text: '', markdown: '' }),
      ),
    ),
    notes: [...notes],
  };
}

/** Whether a cell shows nothing but its colour. */
const isBlank = ({ text }: TableCell): boolean => text === '' || isColouredSign(text);

const asStatus = (cell: TableCell): TableCell => ({
  ...emptyCell,
  ...(cell.isRepeated ? { isRepeated: true } : {}),
  ...(cell.colour ? { text: cell.colour, markdown: cell.colour, colour: cell.colour } : {}),
});

/** A name that the model knows for a status: “Progress” as “Progress RAG”. */
const renamed = (header: TableRow, column: number): TableRow => ({
  ...header,
  cells: header.cells.map((cell, at) =>
    at === column ? { ...cell, text: `Progress ${addedName}`, markdown: `Progress ${addedName}` } : cell,
  ),
});

/**
 * Whether the colours of a column tell how actions stand: most of its cells have one, and they differ or the name of the column promises
 * them.
 */
function showsStanding(rows: readonly TableRow[], column: number, name: string): boolean {
  const actions = rows.filter(({ cells }) => cells.filter(({ text }) => text !== '').length > 1);
  const colours = actions.flatMap(({ cells }) => cells[column]!.colour ?? []);
  return colours.length > 0 && colours.length * 2 >= actions.length && (namesColour(name) || new Set(colours).size > 1);
}

/**
 * Rows without the colours that only set something off: those of a row that has one colour throughout, and those of a column in the colour
 * of its heading.
 */
function withoutDecoration(header: TableRow | null, rows: readonly TableRow[]): readonly TableRow[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const isColumn = Array.from({ length: width }, (_, column) => {
    const head = header?.cells[column]?.colour;
    return head !== undefined && rows.every(({ cells }) => cells[column]?.colour === head);
  });
  return rows.map((row) => {
    const own = row.cells.filter(({ isJoined }) => !isJoined);
    const isRow = own.length > 1 && own.every(({ colour }) => colour === own[0]!.colour);
    return { ...row, cells: row.cells.map((cell, column) => (cell.colour && (isRow || isColumn[column]) ? withoutColour(cell) : cell)) };
  });
}

function withoutColour({ colour: _, ...cell }: TableCell & { readonly colour?: StatusColour }): TableCell {
  return cell;
}
