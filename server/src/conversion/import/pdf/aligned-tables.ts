import { statedDates } from '../paper/dates.ts';
import type { Line, Segment } from './page.ts';

/** A table without drawn lines: rows whose words start in the same columns. */
export interface AlignedTable {
  /** Lines of it, from one index to before another. */
  readonly start: number;
  readonly end: number;
  readonly rows: readonly (readonly (readonly { readonly segment: Segment; readonly line: Line }[])[])[];
}

const near = 6;

/** How far below a line the next one may stand to go on with it, in parts of its size. */
export const lineGap = 1.75;

/**
 * Runs of lines that stand in columns; `before` are those of a table that may go on here. A row begins with a line that has words in at
 * least two columns; lines below it that have words in one column only, and cannot be rows of their own, go on with it. Lines without
 * columns between rows end the table.
 */
export function alignedTables(lines: readonly Line[], before: readonly number[] = []): readonly AlignedTable[] {
  const tables: AlignedTable[] = [];
  const starts = [...before, ...columnStarts(lines)];
  let pitch: number | null = null;
  let at = 0;
  while (at < lines.length) {
    const first = lines[at]!;
    if (!isRow(first) || !first.segments.every(({ x }) => starts.some((start) => Math.abs(start - x) < near))) {
      at++;
      continue;
    }
    const rows: { segment: Segment; line: Line }[][][] = [];
    const columns = columnsFrom(lines, at);
    pitch = pitchOf(lines, at, columns, pitch);
    let end = at;
    while (end < lines.length && (end === at || fits(lines[end]!, lines[end - 1]!, columns, rows.at(-1)))) {
      const line = lines[end]!;
      if (rows.length === 0 || (isRow(line) && !goesOnWithRow(line, lines[end - 1]!, pitch) && !isBesideSame(line, lines[end - 1]!)))
        rows.push(columns.map(() => []));
      for (const segment of line.segments) rows.at(-1)![columnOf(segment, columns)]!.push({ segment, line });
      end++;
    }
    if (rows.length >= 2 || (rows.length === 1 && columns.length >= 3 && starts.length >= 3)) {
      const from = tables.at(-1)?.end ?? 0;
      const head = headOver(lines.slice(from, at), first, columns);
      tables.push({
        start: at - head.length,
        end,
        rows: head.length === 0 ? rows : [rowOf(head, (segment) => under(segment, columns), columns), ...rows],
      });
    }
    at = Math.max(end, at + 1);
  }
  return tables;
}

/** Most lines of a heading row. */
const mostOfHead = 3;

/** The bold lines right above rows that name their columns, each name in the middle of its column; none where they do not. */
function headOver(above: readonly Line[], first: Line, columns: readonly number[]): readonly Line[] {
  const head: Line[] = [];
  for (const line of above.toReversed()) {
    const below = head[0] ?? first;
    if (
      head.length === mostOfHead ||
      !line.strong ||
      line.page !== below.page ||
      below.y - line.y > line.size * (head.length === 0 ? 3.2 : 1.5) ||
      below.y <= line.y
    )
      break;
    if (line.segments.some((segment) => segment.right > (columns[under(segment, columns) + 1] ?? Number.POSITIVE_INFINITY))) break;
    head.unshift(line);
  }
  const named = new Set(head.flatMap(({ segments }) => segments.map((segment) => under(segment, columns))));
  const widest = Math.max(0, ...head.map(({ segments }) => segments.length));
  return !first.strong && columns.length >= 3 && named.size >= columns.length - 1 && widest >= 3 ? head : [];
}

/** The column that the middle of a name stands over. */
const under = ({ x, right }: Segment, columns: readonly number[]): number =>
  Math.max(
    0,
    columns.findLastIndex((column) => column <= (x + right) / 2),
  );

function rowOf(
  lines: readonly Line[],
  place: (segment: Segment) => number,
  columns: readonly number[],
): { segment: Segment; line: Line }[][] {
  const row: { segment: Segment; line: Line }[][] = columns.map(() => []);
  for (const line of lines) for (const segment of line.segments) row[place(segment)]!.push({ segment, line });
  return row;
}

/**
 * How far lines of one row stand from each other, where the rows of a table stand further apart than its lines; null where all lines are
 * alike, so that each is a row, or where the nearer ones do not go on with what is above them. `before` is that of the table above, for one
 * with a row only.
 */
function pitchOf(lines: readonly Line[], at: number, columns: readonly number[], before: number | null): number | null {
  const gaps: { readonly gap: number; readonly goesOn: boolean; readonly isFirst: boolean }[] = [];
  for (let index = at + 1; index < Math.min(lines.length, at + 60); index++) {
    const line = lines[index]!;
    const gap = line.y - lines[index - 1]!.y;
    if (gap <= 0 || gap > line.size * 3.2) break;
    if (isRow(line) && line.segments.every((segment) => columns.some((column) => Math.abs(column - segment.x) < near * 2)))
      gaps.push({
        gap,
        goesOn: line.segments.some(({ text }) => /^\p{Ll}/u.test(text)),
        isFirst: columnOf(line.segments[0]!, columns) === 0,
      });
  }
  const least = Math.min(...gaps.map(({ gap }) => gap));
  const close = gaps.filter(({ gap }) => gap < least * 1.12);
  const far = gaps.filter(({ gap }) => gap > least * 1.3);
  if (before !== null && gaps.length > 0 && gaps.every(({ gap, goesOn }) => goesOn && gap < before * 1.12)) return before;
  if (far.length === 0 || close.length === 0) return null;
  // Every line further down begins in the first column, and those that are near to the one above do not: they are the rest of a row.
  const isTold = far.every(({ isFirst }) => isFirst) && close.every(({ isFirst }) => !isFirst);
  return isTold || close.filter(({ goesOn }) => goesOn).length >= close.length * 0.7 ? least : null;
}

const isBesideSame = (line: Line, before: Line): boolean => line.row !== undefined && line.row === before.row;

const goesOnWithRow = (line: Line, before: Line, pitch: number | null): boolean => pitch !== null && line.y - before.y < pitch * 1.12;

const isRow = (line: Line): boolean =>
  line.segments.length > 1 && !/^(?!(?:no|nos|ref)\.$)(?:[•◼▪■□–-]|\(?[a-z0-9ivx]{1,4}[.)])$/i.test(line.segments[0]!.text);

/** Places where at least two lines of the page start a column. */
function columnStarts(lines: readonly Line[]): readonly number[] {
  const places: { x: number; count: number }[] = [];
  for (const line of lines) {
    if (!isRow(line)) continue;
    for (const { x } of line.segments) {
      const same = places.find((place) => Math.abs(place.x - x) < near);
      if (same) same.count++;
      else places.push({ x, count: 1 });
    }
  }
  return places
    .filter(({ count }) => count >= 2)
    .map(({ x }) => x)
    .sort((a, b) => a - b);
}

/** The columns of the rows from a line on, as long as they share their first two. */
function columnsFrom(lines: readonly Line[], at: number): readonly number[] {
  const columns: number[] = [];
  for (const line of lines.slice(at, at + 60)) {
    // Text across the columns ends the table; what follows has columns of its own.
    const second = columns.toSorted((a, b) => a - b)[1] ?? Infinity;
    if (line.segments.length === 1 && Math.abs(line.x - Math.min(...columns)) < near && line.right > second + near) break;
    if (!isRow(line)) continue;
    for (const { x } of line.segments) if (!columns.some((column) => Math.abs(column - x) < near * 2)) columns.push(x);
  }
  return columns.sort((a, b) => a - b);
}

const columnOf = ({ x }: Segment, columns: readonly number[]): number =>
  Math.max(
    0,
    columns.findLastIndex((column) => column <= x + near),
  );

/** Whether a line belongs to the table whose last row is given. */
function fits(
  line: Line,
  before: Line,
  columns: readonly number[],
  row: readonly (readonly { readonly segment: Segment; readonly line: Line }[])[] | undefined,
): boolean {
  const gap = line.y - before.y;
  if (isBesideSame(line, before))
    return line.segments.every((segment) => columns.some((column) => Math.abs(column - segment.x) < near * 2));
  if (isRow(line))
    return gap < line.size * 3.2 && line.segments.every((segment) => columns.some((column) => Math.abs(column - segment.x) < near * 2));
  if (gap > line.size * lineGap || line.segments.length !== 1) return false;
  const [segment] = line.segments as [Segment];
  const column = columnOf(segment, columns);
  if (Math.abs(columns[column]! - segment.x) > near * 2) return false;
  const limit = (columns[column + 1] ?? Number.POSITIVE_INFINITY) - line.size * 0.5;
  if (segment.right > limit) return false;
  if (column > 0) return true;
  // In the first column a line goes on only where the one above it was full.
  const above = row?.[0]?.at(-1)?.segment;
  const firstWord = (segment.text.split(' ')[0]!.length * (segment.right - segment.x)) / Math.max(1, segment.text.length);
  return (
    above !== undefined &&
    line.strong === before.strong &&
    above.right + firstWord + line.size * 0.3 > limit - line.size &&
    statedDates(segment.text).length === 0
  );
}
