import { actionColumnOf } from '../../../language/model/item-parts/fields.ts';
import type { TextBlock } from '../paper/blocks.ts';
import { isActionTable } from './formed-blocks.ts';
import { actionItem, asAction, isListed, readActions, readActor, type ReadActions } from './minute-actions.ts';
import type { TableRow } from '../paper/block-form.ts';
import { markdownHeading, markdownItem, markdownParagraph, type Piece } from './write-markdown.ts';

const itemColumn =
  /^(?:agenda )?items?$|^(?:item|agenda item|minute|discussion|minutes|notes|summary|summary of discussion|discussion points?|key points?|discussion and decisions?|topic|subject|items? (?:and|\/) discussion)s?$/i;
const numberColumn = /^(?:|no|no\.|number|item|item no\.?|item number|ref|minute no\.?|#)$/i;
const actionColumn =
  /^(?:actions?|actions? (?:agreed|required|points?|arising)|decisions?(?: ?\/ ?| and )actions?|actions? ?\/ ?decisions?)$/i;
const actorColumn =
  /^(?:actions? (?:by|for|owner|lead)|by whom|who|owner|lead|responsible|initials)(?:(?: ?[/&,] ?| and )(?:by when|when|date|due|due date|deadline|timescale))?$/i;
/** What says that the column beside the names of items holds what was said of them. */
const saidColumn =
  /^(?:discussions?|notes|minutes|summary|summary of discussion|discussion points?|key points?|discussion and decisions?)$/i;
const number = /^\(?\d{1,3}(?:[./]\d{1,3})*[.)]*$/;

/** Which column of a table of minutes holds what; -1 for what none does. */
interface Columns {
  readonly number: number;
  /** The name of the item, where what was said stands in a column of its own. */
  readonly title: number;
  readonly item: number;
  readonly action: number;
  readonly owner: number;
  readonly due: number;
  /** The names of the columns of actions. */
  readonly names: readonly string[];
  readonly isHeaded: boolean;
}

export interface ReadMinutes {
  readonly pieces: readonly Piece[];
  /** Words that are not in the pieces: the names of the columns, and what the fields of an action say without them. */
  readonly removed: readonly string[];
}

/**
 * Minutes that are laid out as a table, a row for each item of the meeting: its number, what was said, what is to be done or who does it.
 * Each item becomes a section, and what is to be done an action with its fields; where the paper lists the same action elsewhere
 * (`listed`), a paragraph that begins with the name of its column. Null for any other table, also for one of short actions with who and
 * when: that is a list of actions.
 */
export function minutesItems(rows: readonly TableRow[], level: number, listed: readonly string[] = []): ReadMinutes | null {
  const columns = columnsOf(rows);
  if (!columns) return null;
  const more = columns.isHeaded ? rows.slice(1) : rows;
  const left: string[] = columns.isHeaded ? rows[0]!.cells.map(({ text }) => text).filter((text) => text !== '') : [];
  const cell = (row: TableRow, column: number): string => row.cells[column]?.markdown ?? '';
  const items = more.map((row, at) => ({
    isHead: row.isHeader || (columns.number >= 0 && isOver(row.cells[columns.number]!.text, more[at + 1]?.cells[columns.number]!.text)),
    number: row.cells[columns.number]?.text ?? '',
    parts: [...(columns.title >= 0 ? [cell(row, columns.title).replaceAll('<br>', ' ')] : []), ...cell(row, columns.item).split('<br>')],
    action: linesOf(cell(row, columns.action)),
    who: [...linesOf(cell(row, columns.owner)), ...linesOf(cell(row, columns.due))],
  }));
  if (columns.number >= 0 && items.filter((one) => number.test(one.number)).length * 3 < items.length * 2) return null;
  const pieces = items.flatMap((one): readonly Piece[] => {
    const [title = '', ...texts] = one.parts;
    const heads =
      columns.title >= 0 && title !== ''
        ? true
        : one.isHead
          ? texts.length === 0 && isShort(title)
          : isTitle(title, texts) && (number.test(one.number) || /^\*\*[^*]+\*\*$/.test(title));
    const said = [
      ...(heads
        ? [markdownHeading(level, `${one.number} ${title.replace(/^\*\*(.+)\*\*$/, '$1')}`.trim())]
        : [markdownParagraph([`${one.number} ${title}`.trim()])].filter(({ text }) => text !== '')),
      ...texts
        .filter((text) => text !== '')
        .map((text, index) =>
          text.startsWith('• ')
            ? markdownItem('-', [text.slice(2)], 0, index > 0 && texts[index - 1]!.startsWith('• '), [
                { depth: 0, content: 2, marker: '-' },
              ])
            : markdownParagraph([text]),
        ),
    ];
    const done = actionsOf(one.action, one.who, said, listed, columns.names[0] ?? 'Action');
    left.push(...done.left);
    return done.pieces;
  });
  return { pieces, removed: left };
}

/** Whether a table is such minutes. */
export const isMinutesTable = (rows: readonly TableRow[]): boolean => columnsOf(rows) !== null;

/** Whether its heading says so: what was said in one column, what is to be done in another. */
export const isHeadedMinutesTable = (rows: readonly TableRow[]): boolean => columnsOf(rows)?.isHeaded ?? false;

const linesOf = (markdown: string): readonly string[] => markdown.split('<br>').filter((line) => line !== '');

/** Actions with who does each: one line of the column beside them for each, or one for all of them. */
function withActors(read: ReadActions | null, who: readonly string[]): ReadActions | null {
  if (!read || who.length === 0) return read ?? readActions(who);
  const actors = who.map(readActor);
  const known = actors.filter((actor) => actor !== null);
  if (known.length < who.length || (known.length !== read.actions.length && known.filter(({ owner }) => owner !== null).length > 1))
    return null;
  const isEach = known.length === read.actions.length;
  const all = { owner: known.find(({ owner }) => owner !== null)?.owner ?? null, due: known.find(({ due }) => due !== null)?.due ?? null };
  return {
    actions: read.actions.map((action, at) => ({
      ...action,
      owner: action.owner ?? (isEach ? known[at]! : all).owner,
      due: action.due ?? (isEach ? known[at]! : all).due,
    })),
    left: [...read.left, ...known.flatMap(({ left }) => left)],
  };
}

/**
 * What was said about an item, and what is to be done: where a column says only who acts, the last paragraph of what was said is what they
 * do.
 */
function actionsOf(
  action: readonly string[],
  who: readonly string[],
  said: readonly Piece[],
  listed: readonly string[],
  name: string,
): { readonly pieces: readonly Piece[]; readonly left: readonly string[] } {
  const read = withActors(readActions(action), who);
  const asText = [...action, ...who].map((text, index) => markdownParagraph([index === 0 ? `**${name}:** ${text}` : text]));
  if (!read || read.actions.some(({ text }) => text !== '' && isListed(text, listed))) return { pieces: [...said, ...asText], left: [] };
  const [first, ...more] = read.actions;
  if (first!.text !== '') return { pieces: [...said, ...read.actions.flatMap((one) => actionItem(one))], left: read.left };
  const last = said.at(-1);
  if (!last || (last.kind !== 'paragraph' && last.kind !== 'item')) return { pieces: [...said, ...asText], left: [] };
  return { pieces: [...said.slice(0, -1), ...asAction(last, first!), ...more.flatMap((one) => actionItem(one))], left: read.left };
}

/** What is to be done in the lists of actions of a paper, as at the end of minutes. */
export const listedActions = (blocks: readonly TextBlock[]): readonly string[] =>
  blocks.flatMap(({ form }) => {
    if (form?.kind !== 'table' || columnsOf(form.rows)) return [];
    const at = form.rows.slice(0, 3).findIndex(({ cells }) => isActionTable(cells.map(({ text }) => text)));
    const column = at < 0 ? -1 : form.rows[at]!.cells.findIndex(({ text }) => actionColumnOf(text) === 'action');
    return at < 0 ? [] : form.rows.slice(at + 1).map(({ cells }) => cells[column]!.text);
  });

/** Words in a cell that make text of it, and not the name of an action. */
const longText = 15;

function columnsOf(rows: readonly TableRow[]): Columns | null {
  const [first, ...more] = rows;
  if (!first || rows.length < 2) return null;
  const names = first.cells.map(({ text }) => text.trim());
  if (names.length < 2 || names.length > 5) return null;
  const textsAt = (column: number, among: readonly TableRow[]): readonly string[] =>
    among.map(({ cells }) => cells[column]!.text).filter((text) => text !== '');
  const isActors = (column: number, among: readonly TableRow[]): boolean => {
    const lines = among.flatMap(({ cells }) => cells[column]!.lines ?? [cells[column]!.text]).filter((line) => line !== '');
    return lines.length > 0 && lines.every((line) => readActor(line) !== null);
  };
  const isLong = (column: number, among: readonly TableRow[]): boolean => {
    const texts = textsAt(column, among);
    return (
      texts.some((text) => text.split(' ').length >= longText) &&
      texts.reduce((sum, text) => sum + text.split(' ').length, 0) >= texts.length * longText * 0.5
    );
  };
  const action = names.findIndex((name, column) => actionColumn.test(name) && !isActors(column, more));
  const owner = names.findIndex((name, column) => column !== action && (actorColumn.test(name) || actionColumn.test(name)));
  const due = names.findIndex((name) => actionColumnOf(name) === 'due');
  if (action >= 0 || owner >= 0) {
    if (names.some((name) => actionColumnOf(name) === 'status')) return null;
    const item = names.findIndex(
      (name, column) =>
        ![action, owner, due].includes(column) &&
        (itemColumn.test(name) || name === '') &&
        (names.length <= 3 || isLong(column, more) || itemColumn.test(name)) &&
        !textsAt(column, more).every((text) => number.test(text)),
    );
    const beside = names.findIndex(
      (name, column) =>
        ![action, owner, due, item].includes(column) && itemColumn.test(name) && !textsAt(column, more).every((text) => number.test(text)),
    );
    const isSaid = beside >= 0 && saidColumn.test(names[beside]!) && !saidColumn.test(names[item]!);
    const [title, said] = beside < 0 ? [-1, item] : isSaid || isLong(beside, more) ? [item, beside] : [beside, item];
    const counted = names.findIndex((name, column) => ![action, owner, due, item, beside].includes(column) && numberColumn.test(name));
    const isWhole = [action, owner, due, item, beside, counted].filter((column) => column >= 0).length === names.length;
    // Short items with who and when are a list of actions.
    if (item < 0 || !isWhole || (!isSaid && (owner >= 0 || due >= 0 || counted < 0) && !isLong(said, more))) return null;
    return {
      number: counted,
      title,
      item: said,
      action,
      owner,
      due,
      names: [action, owner].filter((column) => column >= 0).map((column) => names[column]!),
      isHeaded: true,
    };
  }
  // No heading at all: what was said, and initials beside a part of it.
  const last = names.length - 1;
  if (last > 2 || !isActors(last, rows) || !isLong(last - 1, rows) || (last === 2 && !textsAt(0, rows).every((text) => number.test(text))))
    return null;
  return { number: last === 2 ? 0 : -1, title: -1, item: last - 1, action: -1, owner: last, due: -1, names: [], isHeaded: false };
}

/** Whether "2" stands over "2.1". */
const isOver = (text: string, next: string | undefined): boolean =>
  /^\d{1,3}\.?$/.test(text) && (next ?? '').startsWith(`${text.replace('.', '')}.`) && /^\d+\.\d/.test(next!);

const isShort = (title: string): boolean => title !== '' && title.length <= 120 && !/[.;]$/.test(title);

/** A short line over what was said. */
const isTitle = (title: string, texts: readonly string[]): boolean =>
  title !== '' && title.length <= 120 && (/^\*\*[^*]+\*\*$/.test(title) || (texts.length > 0 && !/[.;]$/.test(title)));
