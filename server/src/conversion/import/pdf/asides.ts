import { linesOf, type Box, type Glyphs, type Line, type Page } from './page.ts';
import { framesOf, type RuledTable } from './ruled-tables.ts';

/** Lines, of which those on the left of a box end before it. */
export function limitedBeside(lines: readonly Line[], asides: readonly Aside[]): readonly Line[] {
  return asides.reduce((all, { left, top, bottom }) => {
    const isBeside = (line: Line) => line.right < left + near && line.y > top && line.y - line.size * 2 < bottom;
    const limit = Math.max(...all.filter(isBeside).map(({ right }) => right));
    return all.map((line) => (isBeside(line) ? { ...line, limit } : line));
  }, lines);
}

/** A box with words that stands beside the text of a page: it is read by itself, and not line by line with what is beside it. */
export interface Aside {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly Line[];
}

/** Least width and height of a box that text stands beside, in points. */
const [leastWidth, leastHeight] = [70, 30];
/** Lines of text, a quarter of the page wide, that must stand beside it. */
const fewestBeside = 3;
const near = 6;
/** More filled boxes than these on a page are a drawing. */
const mostBoxes = 200;

/**
 * The boxes beside the text of a page that are drawn with lines or filled with a colour. A filled box with another right beside or under it
 * is a cell of a table.
 */
export function asidesOf(page: Page, tables: readonly RuledTable[]): readonly Aside[] {
  const boxes = boxesOf(page);
  const taken = new Set(tables.flatMap(({ glyphs }) => [...glyphs]));
  const asides: Aside[] = [];
  for (const box of boxes.toSorted((a, b) => area(a) - area(b))) {
    const inside = page.glyphs.filter((one) => !taken.has(one) && holds(box, one));
    if (inside.length === 0 || page.glyphs.some((one) => !taken.has(one) && crosses(box, one)) || inside.length * 2 > page.glyphs.length)
      continue;
    const own = new Set(inside);
    const beside = linesOf(
      page.glyphs.filter((one) => !own.has(one) && !taken.has(one) && one.y > box.top && one.y < box.bottom),
      page.number,
    );
    if (beside.filter(({ x, right }) => right - x > page.width * 0.25).length < fewestBeside) continue;
    for (const one of inside) taken.add(one);
    asides.push({ left: box.left, top: box.top, bottom: box.bottom, lines: linesOf(inside, page.number) });
  }
  return asides;
}

function boxesOf(page: Page): readonly Box[] {
  const large = page.fills.filter((box) => isLarge(box, page));
  const fills = large.length > mostBoxes ? [] : large;
  return [
    ...framesOf(page).filter((box) => isLarge(box, page)),
    ...fills.filter((box) => !fills.some((other) => other !== box && touches(box, other))),
  ];
}

/** The letters of a page that stand in a box, wherever that is, but not in a table. */
export function boxedLetters(page: Page, tables: readonly RuledTable[]): ReadonlySet<Glyphs> {
  const loose = page.glyphs.filter((one) => !tables.some(({ glyphs }) => glyphs.has(one)));
  return new Set(
    boxesOf(page).flatMap((box) => {
      const inside = loose.filter((one) => holds(box, one));
      return inside.length * 2 > loose.length || loose.some((one) => crosses(box, one)) ? [] : inside;
    }),
  );
}

const isLarge = ({ left, right, top, bottom }: Box, page: Page): boolean =>
  right - left >= leastWidth && bottom - top >= leastHeight && right - left < page.width * 0.7;
const area = ({ left, right, top, bottom }: Box): number => (right - left) * (bottom - top);
const middleOf = ({ y, size }: Glyphs): number => y - size * 0.3;
const isLevelWith = ({ top, bottom }: Box, one: Glyphs): boolean => middleOf(one) > top && middleOf(one) < bottom;
const holds = (box: Box, one: Glyphs): boolean => isLevelWith(box, one) && one.x >= box.left - 2 && one.x + one.width <= box.right + 2;
/** Whether letters go over the side of a box: what it is drawn behind is no text of its own. */
const crosses = (box: Box, one: Glyphs): boolean =>
  isLevelWith(box, one) && !holds(box, one) && one.x < box.right - 2 && one.x + one.width > box.left + 2;

/** Whether two boxes stand beside or under each other without a gap, and neither in the other. */
function touches(one: Box, other: Box): boolean {
  const overlap = (from: number, to: number, otherFrom: number, otherTo: number) => Math.min(to, otherTo) - Math.max(from, otherFrom);
  const across = overlap(one.left, one.right, other.left, other.right);
  const down = overlap(one.top, one.bottom, other.top, other.bottom);
  const isInside = (a: Box, b: Box) =>
    a.left >= b.left - near && a.right <= b.right + near && a.top >= b.top - near && a.bottom <= b.bottom + near;
  return (
    !isInside(one, other) && !isInside(other, one) && ((Math.abs(across) < near && down > near) || (Math.abs(down) < near && across > near))
  );
}
