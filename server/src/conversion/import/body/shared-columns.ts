import { actionFieldOf } from '../../../language/model/item-parts/fields.ts';
import type { ActionField } from '../../../language/model/vocabulary.ts';
import { wordsOf } from '../../words.ts';
import { plainOfMarkdown } from '../paper/inline-markdown.ts';
import { emptyCell, joinedCell } from '../paper/make-blocks.ts';
import type { TableCell, TableRow } from '../paper/block-form.ts';
import { isOwner } from './action-columns.ts';
import { bare, isDue, isWho, readBoth, readSaid, type Said } from './owner-and-due.ts';
import { withoutDue } from './minute-actions.ts';

/** What a column is named for, where its name holds several things: “Action and owner”, “Lead / deadline”. */
interface SharedName {
  readonly field: 'action' | 'owner' | 'due';
  readonly name: string;
}

/** The names that stand together over one column, each of which is a column of its own elsewhere. Null for the name of one thing. */
export function sharedNames(name: string): readonly SharedName[] | null {
  const inside = /^(.+?)\s*[([](.+)[)\]]\s*$/.exec(name);
  const words = inside
    ? [inside[1]!, inside[2]!.replace(/^(?:and|incl(?:uding|\.)?|with)\s+|\s+in (?:brackets|bold|italics)$/gi, '')]
    : [name];
  // “Action/lead” has the name of an owner, but for its stroke.
  if (!inside && actionFieldOf(name) !== null && !/[/,&+–]/.test(name)) return null;
  const names = words
    .flatMap((part) =>
      actionFieldOf(part) !== null && !/[/,&+–]/.test(part) ? [part] : part.split(/\s*[/,;&+]\s*|\s+(?:and|with)\s+|\s+[–—-]\s+/i),
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const shared = names.flatMap((part): readonly SharedName[] => {
    const field = /^dates?$/i.test(part) ? 'due' : actionFieldOf(part);
    return field === 'action' || field === 'owner' || field === 'due'
      ? [{ field, name: /^dates?$/i.test(part) ? 'Due date' : part[0]!.toUpperCase() + part.slice(1) }]
      : [];
  });
  return shared.length >= 2 && shared.length === names.length && new Set(shared.map(({ field }) => field)).size === shared.length
    ? shared
    : null;
}

/** What an officer is told of columns that were parted. */
export const partedColumnsNote = (names: readonly string[]): string =>
  `${names.map((name) => `“${name}”`).join(' and ')}: a column that held several things was parted into a column for each, and a cell that does not show where one ends was left whole. Look whether it is right.`;

export interface PartedColumns {
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  /** The names of the columns that were parted, as printed. */
  readonly names: readonly string[];
  /** Words that the columns say without them. */
  readonly left: readonly string[];
}

/**
 * How a cell says who acts: on a line of its own, in brackets, behind a dash. A time, a post and what has a label are sure wherever they
 * stand.
 */
type Place = 'line' | 'brackets' | 'dash' | 'sure';

interface PartedCell {
  readonly values: Partial<Record<SharedName['field'], string>>;
  /** Null where nobody is said. */
  readonly place: Place | null;
  readonly left: readonly string[];
}

/** How many of the cells of a column must be parted with certainty, for any of them to be. */
const enough = 2 / 3;

/**
 * A table with a column that its heading gives several things to (“Action (lead officer)”), as one with a column for each. Only where
 * nearly every cell shows in the same way where one ends and the other begins; a cell that does not stays whole.
 */
export function partedColumns(
  header: TableRow,
  rows: readonly TableRow[],
  named: (name: string) => ActionField | null,
): PartedColumns | null {
  let parted: PartedColumns = { header, rows, names: [], left: [] };
  for (let column = header.cells.length - 1; column >= 0; column--) {
    const names = sharedNames(header.cells[column]!.text);
    if (!names || header.cells.some(({ text }, other) => other !== column && names.some(({ field }) => field === named(text)))) continue;
    parted = withColumnParted(parted, column, names) ?? parted;
  }
  return parted.names.length === 0 ? null : parted;
}

/** The same for rows of plain words, the first of which is the heading. */
export function partedTextColumns(
  [first = [], ...more]: readonly (readonly string[])[],
  named: (name: string) => ActionField | null,
): (Pick<PartedColumns, 'names' | 'left'> & { readonly rows: readonly (readonly string[])[] }) | null {
  const rowOf = (cells: readonly string[]): TableRow => ({
    cells: first.map((_, column) => ({ text: cells[column] ?? '', markdown: cells[column] ?? '' })),
    isHeader: false,
  });
  const parted = partedColumns(rowOf(first), more.map(rowOf), named);
  return (
    parted && {
      names: parted.names,
      left: parted.left,
      rows: [parted.header, ...parted.rows].map(({ cells }) => cells.map(({ markdown }) => markdown)),
    }
  );
}

function withColumnParted(
  { header, rows, names: before, left }: PartedColumns,
  column: number,
  names: readonly SharedName[],
): PartedColumns | null {
  const heads = (row: TableRow): boolean => row.cells.length > 1 && row.cells.every((cell, other) => other === column || cell.text === '');
  const cells = rows.map((row) => (heads(row) ? null : partedCell(row.cells[column]!, names)));
  const filled = rows.filter((row) => !heads(row) && row.cells[column]!.text !== '').length;
  const usual = usualPlace(cells.flatMap((cell) => cell?.place ?? []));
  const told = cells.filter((cell) => cell !== null).filter((cell) => isAgreed(cell, usual));
  const certain = cells.map((cell) => (cell !== null && told.includes(cell) ? cell : null));
  if (told.length === 0 || told.length < filled * enough) return null;
  const used = names.filter(
    ({ field }) => field === names[0]!.field || field === 'action' || told.some((cell) => cell.values[field] !== undefined),
  );
  if (used.length < 2) return null;
  const base = used.some(({ field }) => field === 'action') ? 'action' : used[0]!.field;
  const put = (row: TableRow, own: readonly TableCell[]): TableRow => ({
    ...row,
    cells: [...row.cells.slice(0, column), ...own, ...row.cells.slice(column + 1)],
  });
  const partsOf = (cell: TableCell, read: PartedCell | null): readonly TableCell[] => {
    if (cell.isJoined) return used.map(() => joinedCell);
    if (!read) return used.map(({ field }) => (field === base ? cell : emptyCell));
    return used.map(({ field }) => ({
      ...cellOf(read.values[field] ?? ''),
      ...(cell.isRepeated ? { isRepeated: true } : {}),
      ...(field === base && cell.colour ? { colour: cell.colour } : {}),
    }));
  };
  const written = wordsOf(used.map(({ name }) => name).join(' '));
  const unwritten = (header.cells[column]!.text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !written.includes(word.toLowerCase()));
  return {
    header: put(
      header,
      used.map(({ name }) => ({ text: name, markdown: name })),
    ),
    rows: rows.map((row, index) =>
      heads(row) && row.cells[column]!.text !== ''
        ? put(
            row,
            used.map((_, at) => (at === 0 ? row.cells[column]! : joinedCell)),
          )
        : put(row, partsOf(row.cells[column]!, certain[index]!)),
    ),
    names: [header.cells[column]!.text, ...before],
    left: [...left, ...unwritten, ...certain.flatMap((cell) => cell?.left ?? [])],
  };
}

/** The place where most cells say who acts. */
function usualPlace(places: readonly Place[]): Place | null {
  const count = (place: Place): number => places.filter((one) => one === place).length;
  return (['line', 'brackets', 'dash'] as const).filter((place) => count(place) > 0).toSorted((a, b) => count(b) - count(a))[0] ?? null;
}

const isAgreed = ({ place }: PartedCell, usual: Place | null): boolean => place === null || place === 'sure' || place === usual;

const cellOf = (markdown: string): TableCell => {
  const lines = markdown.split('<br>').map(plainOfMarkdown);
  return { text: lines.join(' '), markdown, ...(lines.length > 1 ? { lines } : {}) };
};

const bulleted = /^(?:•|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})*)[.)])\s/;

/** A cell as what it holds; null where that cannot be told. */
function partedCell(cell: TableCell, names: readonly SharedName[]): PartedCell | null {
  if (cell.text === '' || cell.isJoined) return null;
  const lines = cell.markdown
    .split('<br>')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (!names.some(({ field }) => field === 'action')) return ownerAndDue(lines);
  const first = names.findIndex(({ field }) => field === 'action');
  const fieldsOf = (some: readonly SharedName[]) => new Set<ActionField>(some.map(({ field }) => field));
  const read = (some: readonly string[]): PartedCell => peeled(some, fieldsOf(names.slice(0, first)), fieldsOf(names.slice(first + 1)));
  const says = ({ values }: PartedCell): string => Object.keys(values).toSorted().join();
  const each = lines.length > 1 && lines.every((line) => bulleted.test(line)) ? lines.map((line) => read([line])) : [];
  if (each.length > 0 && says(each[0]!) !== 'action' && each.every((line) => says(line) === says(each[0]!))) return joinedLines(each);
  const whole = read(lines);
  // What stands in a line about one of several actions in a list may be about that one alone.
  const isOfLastOnly = lines.length > 1 && bulleted.test(lines.at(-1)!);
  return isOfLastOnly || whole.values.action === '' || says(whole) === 'action' ? null : whole;
}

const joinedLines = (read: readonly PartedCell[]): PartedCell => ({
  values: Object.fromEntries(
    (Object.keys(read[0]!.values) as SharedName['field'][]).map((field) => [
      field,
      read.map(({ values }) => values[field] ?? '').join('<br>'),
    ]),
  ),
  place: read.find(({ place }) => place !== 'sure')?.place ?? read[0]!.place,
  left: read.flatMap(({ left }) => left),
});

/** Lines without what stands before the action (`before`) and behind it (`behind`) of who and when. */
function peeled(lines: readonly string[], before: ReadonlySet<ActionField>, behind: ReadonlySet<ActionField>): PartedCell {
  const values: Partial<Record<SharedName['field'], string>> = {};
  let place: Place | null = null;
  const left: string[] = [];
  let rest = lines;
  const takes = (
    wanted: ReadonlySet<ActionField>,
    look: (lines: readonly string[], open: ReadonlySet<ActionField>) => Peel | null,
  ): void => {
    for (let turn = 0; turn < wanted.size; turn++) {
      const open = new Set([...wanted].filter((field) => values[field as SharedName['field']] === undefined));
      const found = open.size > 0 ? look(rest, open) : null;
      if (!found) return;
      for (const field of ['owner', 'due'] as const) if (found.said[field] !== undefined) values[field] = found.said[field];
      if (found.said.owner !== undefined) place = found.said.isLabelled || isOwner(found.said.owner) ? 'sure' : found.place;
      left.push(...found.said.left);
      rest = found.rest;
    }
  };
  takes(behind, lastSaid);
  takes(before, firstSaid);
  return { values: { ...values, action: rest.join('<br>') }, place, left };
}

interface Peel {
  readonly said: Said;
  readonly place: Place;
  readonly rest: readonly string[];
}

/** Letters of a short form whose words stand right before it: “multi-agency safeguarding hub (MASH)” names nobody. */
function isShortForm(short: string, before: string): boolean {
  const letters = short.toLowerCase();
  const words = wordsOf(before);
  return (
    /^[\p{Lu}a-z]{2,6}$/u.test(short) &&
    words
      .slice(-letters.length - 2)
      .map((word) => word[0])
      .join('')
      .includes(letters)
  );
}

/** Who or when at the end of the lines. */
function lastSaid(lines: readonly string[], wanted: ReadonlySet<ActionField>): Peel | null {
  const last = lines.at(-1) ?? '';
  const alone = lines.length > 1 ? readSaid(last, wanted) : null;
  if (alone) return { said: alone, place: 'line', rest: lines.slice(0, -1) };
  const within = (text: string): readonly string[] => [...lines.slice(0, -1), text];
  const brackets = /^(.*[^\s\]])\s*(?:\*\*)?\s*[([]((?!\s)[^()[\]]{2,120})[)\]](?:\*\*)?([.;]?)$/s.exec(last);
  const inBrackets = brackets && !isShortForm(brackets[2]!.trim(), brackets[1]!) ? readSaid(brackets[2]!, wanted) : null;
  if (brackets && inBrackets)
    return {
      said: inBrackets,
      place: 'brackets',
      rest: within(balanced(`${brackets[1]!}${/[.;]$/.test(brackets[1]!) ? '' : brackets[3]!}`)),
    };
  for (const { index, 0: dash } of [...last.matchAll(/\s+[–—-]\s+|[.;,]\s+(?=(?:\*\*)?\p{Lu}[^.;:]{1,40}(?::|\s–))/gu)].reverse()) {
    const [before, words] = [last.slice(0, index + (/^[.]/.test(dash) ? 1 : 0)), last.slice(index + dash.length)];
    const said = readSaid(words.replace(/[.;]$/, ''), wanted);
    if (!said || (!said.isLabelled && !/[–—-]/.test(dash)) || before.trim() === '') continue;
    return { said, place: 'dash', rest: within(balanced(before)) };
  }
  const linked = wanted.has('due') ? withoutDue(last) : null;
  if (linked && linked.text !== '' && linked.left.length > 0)
    return { said: { due: linked.due, left: linked.left }, place: 'dash', rest: within(linked.text) };
  return null;
}

/** Who or when at the start of the lines. */
function firstSaid(lines: readonly string[], wanted: ReadonlySet<ActionField>): Peel | null {
  const first = lines[0] ?? '';
  const alone = lines.length > 1 ? readSaid(first.replace(/[:–—-]\s*(\*\*)?$/, '$1'), wanted) : null;
  if (alone) return { said: alone, place: 'line', rest: lines.slice(1) };
  const found = /^(.{2,80}?)(?:\s*:(?:\*\*)?\s+|\s+[–—-]\s+)(\S.*)$/s.exec(first);
  const said = found ? readSaid(found[1]!, wanted) : null;
  return found && said ? { said, place: 'dash', rest: [balanced(found[2]!), ...lines.slice(1)] } : null;
}

/** Markdown without the stars that lost their other half. */
const balanced = (text: string): string =>
  (text.match(/\*\*/g)?.length ?? 0) % 2 === 0 ? text.trim() : text.replace(/\*\*(?=[^*]*$)/, '').trim();

/** A cell of who and when, line by line. What is no time beside one is who. */
function ownerAndDue(lines: readonly string[]): PartedCell | null {
  const mayBeWho = (words: string): boolean => words.split(' ').length <= 12 && !/[.;]$/.test(words);
  const read = lines.map((line): Said | null => {
    const text = bare(line);
    if (isDue(text)) return { due: text, left: [] };
    return readSaid(text, new Set(['owner', 'due'])) ?? readBoth(text, mayBeWho) ?? (isWho(text) ? { owner: text, left: [] } : null);
  });
  if (!read.every((said) => said !== null)) return null;
  const values: Partial<Record<SharedName['field'], string>> = {};
  for (const field of ['owner', 'due'] as const) {
    const own = read.flatMap((said) => said[field] ?? []);
    if (own.length > 0) values[field] = own.join('<br>');
  }
  return { values, place: 'sure', left: read.flatMap(({ left }) => left) };
}
