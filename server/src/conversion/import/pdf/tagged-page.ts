import { isBulletMark, markerOf } from '../paper/markers.ts';
import { statusColour, type StatusColour } from '../paper/status-colour.ts';
import { colourAt } from './coloured-cells.ts';
import { isBulletOf, linesOf, type Fill, type Glyphs, type Line, type Page } from './page.ts';
import type { RuledCell, RuledTable } from './ruled-tables.ts';
import { lettersOf, taggedParts, type TaggedPart } from './tags.ts';
import { startsWithBullet } from './text-blocks.ts';

/** What stands on a page whose tags are believed, in the order of reading. */
export type Told =
  | { readonly kind: 'heading'; readonly level: number; readonly lines: readonly Line[] }
  | {
      readonly kind: 'text';
      readonly lines: readonly Line[];
      readonly quoted: boolean;
      /** Whether it is the rest of the item that the page before ended with. */ readonly isRest?: boolean;
    }
  | {
      readonly kind: 'item';
      readonly depth: number;
      /** As printed; null for a bullet; undefined where only the words can tell. */ readonly marker: string | null | undefined;
      readonly lines: readonly Line[];
    }
  | {
      readonly kind: 'table';
      readonly rows: readonly ToldRow[];
      readonly columns: readonly number[];
      /** Where each column ends. */ readonly rights: readonly number[];
    }
  | {
      readonly kind: 'ruled';
      readonly table: RuledTable;
      /** Of the cells whose paragraphs the tags tell. */ readonly paragraphs: ReadonlyMap<RuledCell, ToldCell['paragraphs']>;
    }
  /** What no tag holds: read by how it stands on the page. */
  | { readonly kind: 'loose'; readonly lines: readonly Line[] }
  | { readonly kind: 'note'; readonly lines: readonly Line[] };

export interface ToldRow {
  readonly isHeader: boolean;
  readonly cells: readonly ToldCell[];
}

export interface ToldCell {
  readonly paragraphs: readonly { readonly lines: readonly Line[]; readonly marker: string | null }[];
  /** Whether the cell on its left reaches over it. */
  readonly isJoined: boolean;
  /** What a cell without words is filled with. */
  readonly colour?: StatusColour;
}

/** How much of the letters of a page tags must hold to be believed. */
const enough = 0.9;
/** More lines than these to a paragraph, on a page with many, are no paragraphs. */
const mostLines = 14;
const manyLines = 20;

const count = (glyphs: Iterable<Glyphs>): number => {
  let letters = 0;
  for (const { text } of glyphs) letters += text.trim().length;
  return letters;
};

/**
 * What the tags of a page say, or null where it has none or they are not to be believed: where they hold too little of it, one holds a
 * whole page, or each line is a paragraph. `left` are the letters that are no part of the paper; `notes` those of footnotes.
 */
export function toldPage(
  page: Page,
  tables: readonly RuledTable[],
  left: ReadonlySet<Glyphs>,
  notes: ReadonlySet<Glyphs>,
): readonly Told[] | null {
  if (!page.tag) return null;
  const pieces = new Map<string, Glyphs[]>();
  const own: Glyphs[] = [];
  for (const one of page.glyphs) {
    if (left.has(one)) continue;
    if (!one.isArtifact) own.push(one);
    if (one.content === undefined || one.isArtifact) continue;
    const piece = pieces.get(one.content);
    if (piece) piece.push(one);
    else pieces.set(one.content, [one]);
  }
  const parts = taggedParts(page.tag, pieces);
  const held = new Set(parts.flatMap(lettersOf));
  if (held.size === 0 || count(held) < count(own) * enough || !areParagraphs(parts, page)) return null;
  const loose = page.glyphs.filter((one) => !held.has(one) && !left.has(one));
  return withLoose(withTables(parts, tables, notes, page), loose, page);
}

/**
 * Whether texts are whole paragraphs: few of them break off in the middle of a sentence that the next one goes on with, and none is a page.
 */
function areParagraphs(parts: readonly TaggedPart[], page: Page): boolean {
  const texts = parts
    .filter((part) => part.kind === 'text' || part.kind === 'item')
    .map((part) => ({ isItem: part.kind === 'item', lines: linesInOrder(part.glyphs, page.number) }));
  const lines = texts.reduce((sum, text) => sum + text.lines.length, 0);
  if (lines > manyLines && lines > texts.length * mostLines) return false;
  const broken = texts.filter(({ lines: own }, index) => {
    const [last, next] = [own.at(-1)?.text ?? '', texts[index + 1]?.lines[0]?.text ?? ''];
    return (
      texts[index + 1]?.isItem === false &&
      last.split(' ').length > 5 &&
      !/[.:;?!,)”’"]$/.test(last) &&
      /^\p{Ll}/u.test(next) &&
      !/^(?:https?:|www\.|\S+@)/.test(next)
    );
  });
  return broken.length <= texts.length * 0.15;
}

/** Letters as lines in the order in which they are drawn: a column or page that begins anew at the top is read after the one before it. */
function linesInOrder(glyphs: readonly Glyphs[], page: number): readonly Line[] {
  const columns: Glyphs[][] = [];
  let lowest = Number.NEGATIVE_INFINITY;
  for (const one of glyphs) {
    if (columns.length === 0 || one.y < lowest - one.size * 2.4) {
      columns.push([]);
      lowest = Number.NEGATIVE_INFINITY;
    }
    columns.at(-1)!.push(one);
    lowest = Math.max(lowest, one.y);
  }
  return columns.flatMap((column) => linesOf(column, page));
}

const markOf = (mark: readonly Glyphs[]): string | null => {
  const text = mark
    .map((one) => one.text)
    .join('')
    .replace(/\s+/g, '')
    .trim();
  return text === '' || isBulletMark(text) ? null : text;
};

function withTables(parts: readonly TaggedPart[], tables: readonly RuledTable[], notes: ReadonlySet<Glyphs>, page: Page): readonly Told[] {
  const drawn = tables.filter((table) => table.rows.filter((row) => row.filter((cell) => cell.glyphs.length > 0).length > 1).length > 1);
  const matched = new Map<TaggedPart, RuledTable>();
  for (const part of parts) {
    const table = part.kind === 'table' ? tables.find((one) => isSame(part, one)) : undefined;
    if (table) matched.set(part, table);
  }
  // A table that is drawn, and that no tag calls one.
  const untold = drawn.filter(
    (table) =>
      ![...matched.values()].includes(table) &&
      !parts.some((part) => part.kind === 'table' && part.glyphs.some((one) => table.glyphs.has(one))),
  );
  const told: Told[] = [];
  const shown = new Set<RuledTable>();
  // Where items have bullets or numbers, one without goes on with the item before it: but not those of a list inside an item that has none
  // at all.
  const items = parts.filter((part) => part.kind === 'item');
  const marked = new Set(items.filter(hasMark).map(({ list }) => list));
  const goesOn = (part: TaggedItem): boolean => marked.size > 0 && !hasMark(part) && (part.depth === 0 || marked.has(part.list));
  const add = (part: TaggedPart): void => {
    const around =
      part.kind === 'table'
        ? undefined
        : untold.find((table) => part.glyphs.length > 0 && part.glyphs.every((one) => table.glyphs.has(one)));
    if (around) {
      if (!shown.has(around)) told.push({ kind: 'ruled', table: around, paragraphs: new Map() });
      shown.add(around);
      return;
    }
    const lines = part.kind === 'table' ? [] : linesInOrder(part.glyphs, page.number);
    if (part.kind !== 'table' && part.glyphs.every((one) => notes.has(one))) told.push({ kind: 'note', lines });
    else if (part.kind === 'heading') told.push({ kind: 'heading', level: part.level, lines });
    else if (part.kind === 'note') told.push({ kind: 'note', lines: linesInOrder(part.glyphs, page.number) });
    else if (part.kind === 'item' && part === parts[0] && part.mark !== null && !showsMark(part, page))
      told.push(
        othersShow(part, items, page)
          ? { kind: 'text', lines, quoted: false, isRest: true }
          : { kind: 'item', depth: part.depth, marker: undefined, lines },
      );
    else if (part.kind === 'item' && goesOn(part)) told.push({ kind: 'text', lines, quoted: false });
    else if (part.kind === 'item')
      told.push({ kind: 'item', depth: part.depth, marker: part.mark === null ? undefined : markOf(part.mark), lines });
    else if (part.kind === 'text') told.push(part.isBare ? { kind: 'loose', lines } : { kind: 'text', lines, quoted: part.quoted });
    else {
      const table = matched.get(part);
      if (table) told.push({ kind: 'ruled', table, paragraphs: paragraphsByCell(part, table, page.number) });
      else if (laysOut(part) && !(part === parts[0] && mayBeRest(part, page)))
        for (const { cells } of part.rows) for (const cell of cells) cell.forEach(add);
      else told.push(tableOf(part, page));
    }
  };
  parts.forEach(add);
  return told;
}

/**
 * Whether the bullet or number that the tags tell of an item can be seen. The first item of a page has none where it began on the page
 * before.
 */
function showsMark({ mark, glyphs }: TaggedItem, page: Page): boolean {
  const first = linesInOrder(glyphs, page.number)[0]?.segments[0]?.glyphs[0];
  return (
    (mark !== null && mark.length > 0) ||
    (first !== undefined && (startsWithBullet(first.text) || page.dots.some((dot) => isBulletOf(dot, first))))
  );
}

/** Whether there are other items with such a mark, and all of theirs can be seen. Where not, only the words can tell. */
function othersShow(item: TaggedItem, items: readonly TaggedItem[], page: Page): boolean {
  const others = items.filter((other) => other !== item && other.mark !== null);
  return others.length > 0 && others.every((other) => showsMark(other, page));
}

type TaggedItem = Extract<TaggedPart, { kind: 'item' }>;

const hasMark = (part: TaggedItem): boolean => {
  const text = part.glyphs
    .map((one) => one.text)
    .join(' ')
    .trim();
  return part.mark !== null || startsWithBullet(text) || markerOf(text) !== null;
};

type TaggedTable = Extract<TaggedPart, { kind: 'table' }>;

/**
 * Whether a drawn table is the one that the tags tell: the same letters in as many rows. A heading that a page repeats is in the drawing
 * alone.
 */
function isSame({ glyphs, rows }: TaggedTable, table: RuledTable): boolean {
  const shared = count(glyphs.filter((one) => table.glyphs.has(one)));
  const filled = rows.filter(({ cells }) => cells.some((parts) => parts.length > 0)).length;
  const drawn = table.rows.filter((row) => row.some((cell) => cell.glyphs.some(({ isArtifact }) => !isArtifact))).length;
  return (
    shared >= count(glyphs) * enough &&
    shared >= count([...table.glyphs].filter(({ isArtifact }) => !isArtifact)) * enough &&
    filled === drawn
  );
}

/** What the tags tell of the cells of a drawn table: of each all of whose letters they hold. */
function paragraphsByCell({ rows }: TaggedTable, table: RuledTable, page: number): ReadonlyMap<RuledCell, ToldCell['paragraphs']> {
  const cellOf = new Map(table.rows.flatMap((row) => row.flatMap((cell) => cell.glyphs.map((one) => [one, cell] as const))));
  const parts = new Map<RuledCell, TaggedPart[]>();
  for (const part of rows.flatMap(({ cells }) => cells.flat())) {
    const cell = cellOf.get(lettersOf(part)[0]!);
    if (cell) parts.set(cell, [...(parts.get(cell) ?? []), part]);
  }
  return new Map(
    [...parts].flatMap(([cell, own]) => {
      const letters = new Set(own.flatMap(lettersOf));
      return letters.size === cell.glyphs.length && cell.glyphs.every((one) => letters.has(one)) ? [[cell, paragraphsOf(own, page)]] : [];
    }),
  );
}

/** A table that only puts things beside each other, as a letterhead does: it has one row, or never more than one cell in a row. */
const laysOut = ({ rows, rowCount }: TaggedTable): boolean =>
  !rows.some(({ isHeader }) => isHeader) &&
  (rowCount === 1 || rows.every(({ cells }) => cells.filter((parts) => parts.length > 0).length <= 1));

/** Whether a table of which only one cell stands at the top of a page may be the end of one that began on the page before. */
const mayBeRest = ({ rows, rowCount }: TaggedTable, { number }: Page): boolean =>
  number > 1 && rows.length === 1 && rowCount > 1 && rows[0]!.cells.length > 1;

function tableOf({ rows }: TaggedTable, { number: page, fills }: Page): Told {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const whole = rows.filter(({ cells }) => cells.length === width);
  const columns = Array.from({ length: width }, (_, column) => extent(whole.flatMap(({ cells }) => cells[column]!)));
  return {
    kind: 'table',
    columns: columns.map(({ from }) => from),
    rights: columns.map(({ to }) => to),
    rows: rows.map(({ isHeader, cells }) => {
      const line: ToldCell[] = columns.map(() => ({ paragraphs: [], isJoined: cells.length === 1 }));
      let next = 0;
      cells.forEach((parts, index) => {
        const place = cells.length === width ? next : Math.max(next, nearest(extent(parts), columns));
        // Each cell behind it needs a column of its own.
        const column = Math.min(place, width - (cells.length - index));
        line[column] = { paragraphs: paragraphsOf(parts, page), isJoined: false };
        next = column + 1;
      });
      return { isHeader, cells: coloured(line, columns, fills) };
    }),
  };
}

/**
 * The cells of a row, those without words with the colour that they are filled with on the first line of the row: in the middle of their
 * column, or between those beside it.
 */
function coloured(cells: readonly ToldCell[], columns: readonly Extent[], fills: readonly Fill[]): readonly ToldCell[] {
  const lines = cells.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
  if (fills.length === 0 || lines.length === 0) return cells;
  const y = Math.min(...lines.map((line) => line.y - line.size * 0.3));
  return cells.map((cell, column) => {
    if (cell.isJoined || cell.paragraphs.length > 0) return cell;
    const { from, to } = columns[column]!;
    const [after, before] = [
      columns.slice(0, column).findLast((other) => Number.isFinite(other.to))?.to ?? 0,
      columns.slice(column + 1).find((other) => Number.isFinite(other.from))?.from ?? Infinity,
    ];
    const between = fills
      .filter(({ left, right, top, bottom }) => left > after - 1 && right < before + 1 && top <= y && y <= bottom)
      .at(-1);
    const colour = Number.isFinite(from) ? colourAt(fills, (from + to) / 2, y) : between ? statusColour(between.colour) : null;
    return colour ? { ...cell, colour } : cell;
  });
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** From where to where letters reach across the page; from Infinity where there are none. */
const extent = (parts: readonly TaggedPart[]): Extent => {
  const letters = parts.flatMap(lettersOf);
  return { from: Math.min(...letters.map(({ x }) => x)), to: Math.max(...letters.map(({ x, width }) => x + width)) };
};

/** How near to where its column begins a cell begins that reaches over other columns too, in points. */
const sameStart = 3;

/**
 * The column that a cell begins with; else the one that most of it stands over or under, or that is nearest to it. A name may stand in the
 * middle of its column, what is under it at the left.
 */
function nearest(cell: Extent, columns: readonly Extent[]): number {
  const begins = columns.findIndex(({ from }) => Math.abs(from - cell.from) < sameStart);
  if (begins >= 0) return begins;
  const shared = columns.map(({ from, to }) => Math.min(to, cell.to) - Math.max(from, cell.from));
  const most = Math.max(...shared);
  return Number.isFinite(most) ? shared.indexOf(most) : 0;
}

/** The paragraphs of a cell; a table inside it row by row. */
const paragraphsOf = (parts: readonly TaggedPart[], page: number): ToldCell['paragraphs'] =>
  parts.flatMap((part) => {
    if (part.kind === 'table') return part.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsOf(cell, page)));
    const lines = linesInOrder(part.glyphs, page);
    return lines.length === 0 ? [] : [{ lines, marker: part.kind === 'item' && part.mark !== null ? (markOf(part.mark) ?? '•') : null }];
  });

const topOf = (told: Told): number => {
  if (told.kind === 'ruled') return told.table.top;
  const lines =
    told.kind === 'table'
      ? told.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines)))
      : told.lines;
  return Math.min(...lines.map(({ y }) => y));
};

/** A line with the letters that stand between its own: a sign that no tag holds, as a browser prints what is only to be seen. */
function withSignsBetween(line: Line, loose: Set<Glyphs>): Line {
  const between = [...loose].filter(
    (one) => !one.isArtifact && Math.abs(one.y - line.y) < line.size * 0.32 && one.x > line.x && one.x + one.width < line.right,
  );
  const [whole, ...others] = between.length === 0 ? [] : linesOf([...line.segments.flatMap(({ glyphs }) => glyphs), ...between], line.page);
  if (!whole || others.length > 0) return line;
  for (const one of between) loose.delete(one);
  return whole;
}

/** What no tag holds: within a line, or each run of lines before the first part that stands below it. */
function withLoose(parts: readonly Told[], untold: readonly Glyphs[], page: Page): readonly Told[] {
  const inTables = new Set(parts.flatMap((one) => (one.kind === 'ruled' ? [...one.table.glyphs] : [])));
  const loose = new Set(untold.filter((one) => !inTables.has(one)));
  const all: Told[] = parts.map((one) =>
    one.kind === 'text' || one.kind === 'item' || one.kind === 'heading'
      ? { ...one, lines: one.lines.map((line) => withSignsBetween(line, loose)) }
      : one,
  );
  for (const line of linesOf([...loose], page.number)) {
    const at = all.findIndex((one) => topOf(one) > line.y);
    const place = at < 0 ? all.length : at;
    const before = all[place - 1];
    if (before?.kind === 'loose' && before.lines.every(({ y }) => y < line.y))
      all[place - 1] = { kind: 'loose', lines: [...before.lines, line] };
    else all.splice(place, 0, { kind: 'loose', lines: [line] });
  }
  return all;
}
