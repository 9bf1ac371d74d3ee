import type { StatusColour } from '../paper/status-colour.ts';
import { isSign } from './colour-signs.ts';

/** Words of a page that stand together, as the file draws them. Points, from the top left corner of the page as it is shown. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  /** Of the line that the letters stand on. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly strong: boolean;
  readonly emphasis: boolean;
  /** The mark of the piece of the page that they stand in, by which tags speak of them. */
  readonly content?: string;
  /** Whether the file says that they belong to the page and not to the paper. */
  readonly isArtifact?: boolean;
  /** Address that they lead to. */
  readonly link?: string;
  /** Struck through by a drawn line. */
  readonly struck?: boolean;
  /** The colour of status that they stand on. */
  readonly colour?: StatusColour;
}

/** A drawn line, level or upright; `from` is left of or above `to`. */
export interface Rule {
  readonly isLevel: boolean;
  /** y of a level one, x of an upright one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A part of a page; points from its top left corner. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A box that is filled with a colour. */
export interface Fill extends Box {
  /** `#ff0000`. */
  readonly colour: string;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What a tagged PDF says of its structure: an element, with what stands in it; text stands for the mark of a piece of the page. */
export interface Tag {
  /** Standard name of the element: `H2`, `P`, `LI`, `TD`. */
  readonly role: string;
  /** Words for a picture, for those who cannot see it. */
  readonly alt?: string;
  readonly children: readonly (Tag | string)[];
}

export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyphs[];
  readonly rules: readonly Rule[];
  readonly fills: readonly Fill[];
  readonly hasPictures: boolean;
  /** Large letters that are written aslant across the page ("DRAFT"), which are no part of what is written on it. */
  readonly watermark: string;
  /** The middles of small round or square shapes, which may be the bullets of a list. */
  readonly dots: readonly Dot[];
  /** Its structure, where the file has tags. */
  readonly tag?: Tag | null;
}

/** A run of a line with no wide gap in it. */
export interface Segment {
  readonly x: number;
  readonly right: number;
  readonly glyphs: readonly Glyphs[];
  readonly text: string;
}

export interface Line {
  readonly page: number;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly strong: boolean;
  readonly segments: readonly Segment[];
  readonly text: string;
  /** Where its column ends, if the page has several or a box stands beside it. */
  readonly limit?: number;
  /** The top of the coloured cell that it stands beside: lines beside one cell are one row. */
  readonly row?: number;
  /** What stands beside it in a narrow column at the margin, line by line. */
  readonly beside?: readonly string[];
}

/** How far before its words a bullet stands, in parts of their size. */
const bulletGap = 3.2;

/** Whether a drawn dot stands before letters as a bullet does: near them, and at half the height of small letters. */
export const isBulletOf = (dot: Dot, one: Glyphs): boolean => isLevelWith(dot, one) && isRightBefore(dot, one);

const isLevelWith = (dot: Dot, one: Glyphs): boolean =>
  dot.width < one.size * 0.7 && Math.abs(one.y - one.size * 0.28 - dot.y) < one.size * 0.22;
const isRightBefore = (dot: Dot, one: Glyphs): boolean =>
  one.x > dot.x + dot.width / 2 && one.x - dot.x - dot.width / 2 < one.size * bulletGap;

/**
 * The letters of a page with the bullets that it draws: a dot before the first words of a line, at half the height of their small letters.
 */
export function withDrawnBullets({ glyphs, dots }: Pick<Page, 'glyphs' | 'dots'>): readonly Glyphs[] {
  const bullets = dots.flatMap((dot): readonly Glyphs[] => {
    const level = glyphs.filter((one) => isLevelWith(dot, one));
    const words = level.filter((one) => isRightBefore(dot, one)).sort((a, b) => a.x - b.x)[0];
    if (!words || level.some((one) => one.x < dot.x && one.x + one.width > dot.x - one.size * bulletGap)) return [];
    return [{ text: '•', x: dot.x - dot.width / 2, y: words.y, width: dot.width, size: words.size, strong: words.strong, emphasis: false }];
  });
  return bullets.length === 0 ? glyphs : [...glyphs, ...bullets];
}

/** Gap between letters, in parts of their size, that is a space; and one that parts columns. */
const space = 0.16;
const column = 1.9;

/** Letters as lines, from the top down; raised figures belong to the line that they are raised above. */
export function linesOf(glyphs: readonly Glyphs[], page: number): readonly Line[] {
  const rows: { y: number; size: number; glyphs: Glyphs[] }[] = [];
  const sorted = [...glyphs].sort((a, b) => b.size - a.size || a.y - b.y);
  for (const one of sorted) {
    const row = rows.find(
      ({ y, size }) => Math.abs(y - one.y) < size * 0.32 || (one.size < size * 0.8 && one.y < y && y - one.y < size * 0.65),
    );
    if (row) row.glyphs.push(one);
    else rows.push({ y: one.y, size: one.size, glyphs: [one] });
  }
  return rows
    .sort((a, b) => a.y - b.y)
    .map(({ y, size, glyphs: own }) =>
      lineOf(
        own.sort((a, b) => a.x - b.x),
        y,
        size,
        page,
      ),
    );
}

/** Gap before a column where other lines show that there is one; and where the line has so many others that it is a row of them. */
const [knownColumn, knownInRow, fewestInRow] = [0.6, 0.2, 3];

/** Places where at least three lines of a page start a column. */
export function columnsOf(lines: readonly Line[]): readonly number[] {
  const starts = lines.flatMap(({ segments }) => segments.slice(1).map(({ x }) => x));
  return starts.filter((x) => starts.filter((other) => Math.abs(other - x) < 1.5).length > 2);
}

/** Lines parted once more where the page has columns, or the page before had them, since a table may go on. */
export function partedAtColumns(lines: readonly Line[], before: readonly number[] = []): readonly Line[] {
  const columns = [...before, ...columnsOf(lines)];
  if (columns.length === 0) return lines;
  const isKnown = (x: number) => columns.some((column) => Math.abs(column - x) < 1.5);
  return lines.map((line) => {
    const parted = (least: number): Line => ({
      ...line,
      ...lineOf(
        line.segments.flatMap(({ glyphs }) => glyphs),
        line.y,
        line.size,
        line.page,
        columns,
        least,
      ),
    });
    const read = parted(knownColumn);
    return read.segments.slice(1).filter(({ x }) => isKnown(x)).length >= fewestInRow ? parted(knownInRow) : read;
  });
}

function lineOf(
  glyphs: readonly Glyphs[],
  y: number,
  size: number,
  page: number,
  columns: readonly number[] = [],
  least = knownColumn,
): Line {
  const segments: Glyphs[][] = [];
  const rights = rightsOf(glyphs);
  glyphs.forEach((one, index) => {
    const gap = index === 0 ? 0 : one.x - rights[index - 1]!;
    const isApart =
      isSign(one.text) ||
      isSign(glyphs[index - 1]?.text ?? '') ||
      gap > size * column ||
      (gap > size * least && columns.some((x) => Math.abs(x - one.x) < 1.5));
    if (segments.length === 0 || (isApart && (isSign(one.text) || !isStretched(glyphs, rights, index, size)))) segments.push([one]);
    else segments.at(-1)!.push(one);
  });
  const read = segments.map((own) => segmentOf(own, y, size));
  return {
    page,
    x: read[0]!.x,
    right: read.at(-1)!.right,
    y,
    size: mostUsed(glyphs),
    strong: isStrong(glyphs),
    segments: read,
    text: read.map(({ text }) => text).join(' '),
  };
}

/** Whether letters are bold, be it all but the number before them. */
function isStrong(glyphs: readonly Glyphs[]): boolean {
  const first = glyphs.length > 1 && /^\s*\(?\d{1,3}(?:\.\d{1,2})*[.)]?\s*$/.test(glyphs[0]!.text) ? 1 : 0;
  return glyphs.slice(first).every(({ strong, text }) => strong || text.trim() === '');
}

const segmentOf = (own: readonly Glyphs[], y: number, size: number): Segment => ({
  x: own[0]!.x,
  right: own.reduce((most, one) => Math.max(most, one.x + one.width), 0),
  glyphs: own,
  text: textOf(own, y, size),
});

/** A line whose segments end where a column begins that letters of theirs begin in. */
export function partedAt(line: Line, columns: readonly number[]): Line {
  const columnOf = ({ x }: Glyphs): number => columns.filter((column) => x > column - 1).length;
  const segments = line.segments.flatMap(({ glyphs }) => {
    const parts: Glyphs[][] = [];
    for (const one of glyphs) {
      const before = parts.at(-1)?.at(-1);
      if (before && columnOf(before) === columnOf(one)) parts.at(-1)!.push(one);
      else parts.push([one]);
    }
    return parts.map((part) => segmentOf(part, line.y, line.size));
  });
  return segments.length === line.segments.length ? line : { ...line, segments };
}

/** How far to the right the letters up to each one reach. */
function rightsOf(glyphs: readonly Glyphs[]): readonly number[] {
  let right = Number.NEGATIVE_INFINITY;
  return glyphs.map(({ x, width }) => (right = Math.max(right, x + width)));
}

/**
 * Whether the gap before letters is a space that a justified line stretches: all spaces of such a line are equally wide, and what stands
 * around them are words in the middle of a sentence. Columns of a table are seldom so.
 */
function isStretched(glyphs: readonly Glyphs[], rights: readonly number[], index: number, size: number): boolean {
  const gapAt = (at: number): number => (at < 1 || at >= glyphs.length ? Number.NaN : glyphs[at]!.x - rights[at - 1]!);
  const gap = gapAt(index);
  return [index - 1, index + 1].some((at) => {
    const words = [glyphs[Math.min(at, index) - 1], glyphs[Math.min(at, index)], glyphs[Math.max(at, index)]];
    return (
      Math.abs(gapAt(at) - gap) < Math.max(0.5, size * 0.04) &&
      words.every((one) => one !== undefined && /^\s*[\p{L}“‘(]/u.test(one.text)) &&
      words.some((one) => /^\s*\p{Ll}/u.test(one!.text))
    );
  });
}

/**
 * Lines of a column of justified text in which one stretched space looks like the space between two columns: they begin and end where the
 * lines beside them do.
 */
export function withoutStretches(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, index) => {
    if (line.segments.length < 2 || line.segments.slice(1).some(({ text }) => !/^\p{Ll}/u.test(text))) return line;
    const beside = [lines[index - 1], lines[index + 1]].filter(
      (other) =>
        other !== undefined &&
        other.segments.length === 1 &&
        other.page === line.page &&
        Math.abs(other.y - line.y) < line.size * 1.75 &&
        Math.abs(other.size - line.size) < 0.6,
    );
    const isEven = beside.some((other) => Math.abs(other!.x - line.x) < 1.5 && Math.abs(other!.right - line.right) < 1.5);
    if (!isEven) return line;
    const glyphs = line.segments.flatMap((segment) => segment.glyphs);
    const segment: Segment = { x: line.x, right: line.right, glyphs, text: line.segments.map(({ text }) => text).join(' ') };
    return { ...line, segments: [segment] };
  });
}

/** The size that most letters of a line have. */
const mostUsed = (glyphs: readonly Glyphs[]): number => {
  const sizes = new Map<number, number>();
  for (const { size, text } of glyphs) sizes.set(size, (sizes.get(size) ?? 0) + text.length);
  return [...sizes].sort((a, b) => b[1] - a[1])[0]![0];
};

const isRaised = (one: Glyphs, y: number, size: number): boolean =>
  one.size < size * 0.8 && y - one.y > size * 0.15 && /^\d{1,3}$/.test(one.text.trim());

function textOf(glyphs: readonly Glyphs[], y: number, size: number): string {
  let text = '';
  let right = Number.NaN;
  for (const one of glyphs) {
    const gap = one.x - right;
    // A raised figure is the mark of a footnote, where letters stand before it.
    const isMark = text !== '' && isRaised(one, y, size);
    if (text !== '' && !isMark && !/\s$/.test(text) && !/^\s/.test(one.text) && gap > size * space) text += ' ';
    text += isMark ? `[${one.text.trim()}]` : one.text;
    right = one.x + one.width;
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** A run that a line break may still be added to. */
export interface LineRun {
  text: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly link?: string;
  readonly struck?: boolean;
}

/** The same letters as runs with their looks, for writing them out. */
export function runsOf({ glyphs }: Segment, y: number, size: number): LineRun[] {
  const runs: LineRun[] = [];
  let right = Number.NaN;
  for (const one of glyphs) {
    const before = runs.at(-1);
    const isMark = before !== undefined && isRaised(one, y, size);
    const needsSpace = before !== undefined && !isMark && !/\s$/.test(before.text) && !/^\s/.test(one.text) && one.x - right > size * space;
    const text = isMark ? `[${one.text.trim()}]` : one.text;
    runs.push({
      text: needsSpace ? ` ${text}` : text,
      strong: one.strong,
      emphasis: one.emphasis,
      ...(one.link === undefined ? {} : { link: one.link }),
      ...(one.struck ? { struck: true } : {}),
    });
    right = one.x + one.width;
  }
  return runs;
}
