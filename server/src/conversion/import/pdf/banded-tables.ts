import { colourAt } from './coloured-cells.ts';
import { linesOf, type Glyphs, type Line, type Page } from './page.ts';
import { joinRules, type RuledCell, type RuledTable } from './ruled-tables.ts';

/** A level edge between two rows: a drawn line, or the top or bottom of filled boxes. */
interface Seam {
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

/** What stands between two seams. */
interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly glyphs: readonly Glyphs[];
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

const near = 4;
/** Seams nearer to each other than this are one: boxes often have a gap between them. */
const sameSeam = 5;
/** Least width of a filled box that may be a row or a cell, and least height. */
const [leastWidth, leastHeight] = [20, 8];
/** How wide the empty strip between two columns is at least, in parts of the size of the letters. */
const gutterWidth = 0.5;
/** More filled boxes than these on a page are a drawing. */
const mostBoxes = 600;
/** How many of the rows of a table may be names over several columns, and how many lines such a name has. */
const [mostNamed, mostSpanning] = [0.35, 3];

/**
 * Tables whose rows are parted by level lines, or by the colour behind them, and whose columns only by the empty space between their words.
 * `ruled` are the tables with drawn cells: what stands in those is left to them.
 */
export function bandedTables(page: Page, ruled: readonly RuledTable[]): readonly RuledTable[] {
  const seams = seamsOf(page).filter(({ y }) => !ruled.some(({ top, bottom }) => y > top - near && y < bottom + near));
  const free = page.glyphs.filter((one) => !ruled.some(({ glyphs }) => glyphs.has(one)));
  return alike(seams).flatMap((group) => tablesBetween(group, free, page));
}

function seamsOf({ rules, fills, height }: Page): readonly Seam[] {
  const boxes = fills.filter(
    ({ left, right, top, bottom, colour }) =>
      colour.toLowerCase() !== '#ffffff' && right - left >= leastWidth && bottom - top >= leastHeight && bottom - top < height * 0.8,
  );
  const edges =
    boxes.length > mostBoxes
      ? []
      : boxes.flatMap(({ left, right, top, bottom }) => [top, bottom].map((at) => ({ isLevel: true, at, from: left, to: right })));
  return acrossHoles(
    joinRules([...rules.filter(({ isLevel }) => isLevel), ...edges]).map(({ at, from, to }) => ({ y: at, left: from, right: to })),
  );
}

/** Pieces at one height as one seam, where together they reach as far as a whole one: a cell in a row of filled ones may have no colour. */
function acrossHoles(seams: readonly Seam[]): readonly Seam[] {
  const rows = new Map<number, Seam[]>();
  for (const seam of seams) {
    const key = [...rows.keys()].find((y) => Math.abs(y - seam.y) < 1) ?? seam.y;
    rows.set(key, [...(rows.get(key) ?? []), seam]);
  }
  return [...rows.values()].flatMap((pieces) => {
    const whole: Seam = {
      y: pieces[0]!.y,
      left: Math.min(...pieces.map(({ left }) => left)),
      right: Math.max(...pieces.map(({ right }) => right)),
    };
    const drawn = pieces.reduce((sum, { left, right }) => sum + right - left, 0);
    return pieces.length > 1 && drawn > (whole.right - whole.left) * 0.6 && seams.some((other) => isAlike(other, whole)) ? [whole] : pieces;
  });
}

const isAlike = (one: Seam, other: Seam): boolean => Math.abs(one.left - other.left) < near && Math.abs(one.right - other.right) < near;

/** Seams that reach from the same left to the same right, from the top down. */
function alike(seams: readonly Seam[]): readonly (readonly Seam[])[] {
  const groups: Seam[][] = [];
  for (const seam of seams.toSorted((a, b) => a.y - b.y)) {
    const group = groups.find(([first]) => isAlike(first!, seam));
    if (!group) groups.push([seam]);
    else if (seam.y - group.at(-1)!.y > sameSeam) group.push(seam);
  }
  return groups.filter(({ length }) => length >= 3);
}

function tablesBetween(seams: readonly Seam[], glyphs: readonly Glyphs[], page: Page): readonly RuledTable[] {
  const [left, right] = [Math.min(...seams.map((seam) => seam.left)), Math.max(...seams.map((seam) => seam.right))];
  const across = glyphs.filter(({ x, width }) => x > left - near && x + width < right + near * 2);
  const inside = (top: number, bottom: number): Band => ({
    top,
    bottom,
    glyphs: across.filter((one) => middleOf(one) > top && middleOf(one) < bottom),
  });
  const bands = seams
    .slice(1)
    .map((seam, index) => inside(seams[index]!.y, seam.y))
    .filter((band) => band.glyphs.length > 0);
  const rough = guttersOf(bands, bands.length * mostNamed);
  if (rough.length === 0) return [];
  const spans = (band: Band): boolean => rough.some((gutter) => isCovered(band, gutter));
  // Text across the columns ends a table, unless it is as short as a name over some of its rows.
  const runs: Band[][] = [[]];
  for (const band of bands) {
    if (spans(band) && linesOf(band.glyphs, page.number).length > mostSpanning) runs.push([]);
    else runs.at(-1)!.push(band);
  }
  return runs.flatMap((run) => {
    const first = run.findIndex((band) => !spans(band));
    if (first < 0) return [];
    const whole = run.slice(first, run.findLastIndex((band) => !spans(band)) + 1);
    const rows = whole.filter((band) => !spans(band));
    const gutters = guttersOf(rows, 0);
    if (!isTable(rows, whole.length, gutters, page)) return [];
    // The row of headings may stand over a name over the first rows; then that is a row too, and no text above the table.
    const named = first > 0 ? outside(run[0]!, -1, across, gutters, page) : null;
    const before = named ?? outside(whole[0]!, -1, across, gutters, page);
    const after = outside(whole.at(-1)!, 1, across, gutters, page);
    const all = [...(before ? [before] : []), ...(named ? run.slice(0, first) : []), ...whole, ...(after ? [after] : [])];
    return [tableOf(all, gutters, { left, right }, page)];
  });
}

const middleOf = ({ y, size }: Glyphs): number => y - size * 0.3;

/** Where the letters of a band stand, from left to right, in pieces with no space between them as wide as one between columns. */
function inkOf({ glyphs }: Pick<Band, 'glyphs'>): readonly Extent[] {
  const ink: { from: number; to: number }[] = [];
  for (const { x, width } of glyphs.toSorted((a, b) => a.x - b.x)) {
    const last = ink.at(-1);
    if (last && x <= last.to) last.to = Math.max(last.to, x + width);
    else ink.push({ from: x, to: x + width });
  }
  return ink;
}

/**
 * The empty strips that at most so many bands have letters in, with letters on both sides; each ends where the column right of it begins.
 */
export function guttersOf(bands: readonly Pick<Band, 'glyphs'>[], most: number): readonly Extent[] {
  const sizes = bands.flatMap(({ glyphs }) => glyphs.map(({ size }) => size)).sort((a, b) => a - b);
  const least = (sizes[Math.floor(sizes.length / 2)] ?? 10) * gutterWidth;
  const steps = bands
    .flatMap((band) =>
      inkOf(band).flatMap(({ from, to }) => [
        { x: from, by: 1 },
        { x: to, by: -1 },
      ]),
    )
    .sort((a, b) => a.x - b.x || b.by - a.by);
  const gutters: Extent[] = [];
  let [depth, from] = [0, Number.POSITIVE_INFINITY];
  for (const { x, by } of steps) {
    const before = depth;
    depth += by;
    if (before > most && depth <= most) from = x;
    if (before <= most && depth > most) {
      if (x - from >= least) gutters.push({ from, to: x });
      from = Number.POSITIVE_INFINITY;
    }
  }
  return gutters;
}

/** Whether letters of a band reach over the whole of a gutter. */
const isCovered = (band: Pick<Band, 'glyphs'>, { from, to }: Extent): boolean =>
  inkOf(band).some((ink) => ink.from < from + 1 && ink.to > to - 1);

/** The cells of a band that have letters. */
const filledOf = (band: Pick<Band, 'glyphs'>, gutters: readonly Extent[]): number =>
  new Set(band.glyphs.map((one) => columnOf(one, gutters))).size;
const columnOf = ({ x }: Glyphs, gutters: readonly Extent[]): number => gutters.filter(({ to }) => x > to - 1).length;

/** Whether rows between seams are those of a table, and not paragraphs between lines, or two columns of text under bars with a heading. */
function isTable(rows: readonly Band[], all: number, gutters: readonly Extent[], page: Page): boolean {
  if (gutters.length === 0 || rows.length < 2 || rows.length < all * 0.6) return false;
  const several = rows.filter((row) => filledOf(row, gutters) > 1);
  if (several.length < 2 || several.length * 2 < rows.length) return false;
  // Two rows need a heading over them.
  if (rows.length === 2 && !rows[0]!.glyphs.every(({ strong }) => strong)) return false;
  const lines = rows.map((row) => linesOf(row.glyphs, page.number).length).sort((a, b) => a - b);
  return gutters.length > 1 || lines[Math.floor(lines.length / 2)]! <= 6;
}

/**
 * What belongs to a table above its first seam or below its last: the row of headings, or one that a page break parts. `way` is −1 for
 * above.
 */
function outside(edge: Band, way: -1 | 1, glyphs: readonly Glyphs[], gutters: readonly Extent[], page: Page): Band | null {
  const at = way < 0 ? edge.top : edge.bottom;
  const beyond = linesOf(
    glyphs.filter((one) => (middleOf(one) - at) * way > 0 && Math.abs(middleOf(one) - at) < page.height / 2),
    page.number,
  );
  const taken: Line[] = [];
  let isRow = false;
  for (const line of way < 0 ? beyond.toReversed() : beyond) {
    const before = taken.at(-1);
    const gap = before ? Math.abs(line.y - before.y) : Math.abs(line.y - line.size * 0.3 - at);
    const own = line.segments.flatMap((segment) => segment.glyphs);
    if (gap > line.size * (before ? 1.45 : 1.7) || (before && (Math.abs(line.size - before.size) > 0.6 || line.strong !== before.strong)))
      break;
    if (gutters.some((gutter) => isCovered({ glyphs: own }, gutter))) break;
    taken.push(line);
    isRow ||= filledOf({ glyphs: own }, gutters) > 1;
  }
  if (!isRow) return null;
  const own = taken.flatMap(({ segments }) => segments.flatMap((segment) => segment.glyphs));
  return { top: Math.min(at, ...own.map(({ y, size }) => y - size)), bottom: Math.max(at, ...own.map(({ y }) => y + 1)), glyphs: own };
}

function tableOf(
  bands: readonly Band[],
  gutters: readonly Extent[],
  { left, right }: Pick<Seam, 'left' | 'right'>,
  { fills }: Page,
): RuledTable {
  const columns = [left, ...gutters.map(({ to }) => to - 2), right];
  const rows = bands.map((band): readonly RuledCell[] => {
    const spanned = gutters.map((gutter) => isCovered(band, gutter));
    const cells = columns.slice(1).map((): Glyphs[] => []);
    for (const one of band.glyphs) {
      let column = columnOf(one, gutters);
      while (column > 0 && spanned[column - 1]) column--;
      cells[column]!.push(one);
    }
    const middle = (band.top + band.bottom) / 2;
    return cells.map((own, index) => ({
      glyphs: own,
      joinsLeft: index > 0 && spanned[index - 1]!,
      joinsAbove: false,
      colour: colourAt(fills, (columns[index]! + columns[index + 1]!) / 2, middle),
    }));
  });
  return {
    top: bands[0]!.top,
    bottom: bands.at(-1)!.bottom,
    left,
    right,
    columns,
    rows,
    glyphs: new Set(bands.flatMap(({ glyphs }) => glyphs)),
  };
}
