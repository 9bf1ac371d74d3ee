import { emptyCell } from '../paper/make-blocks.ts';
import type { TableCell } from '../paper/block-form.ts';
import { statusColour, type StatusColour } from '../paper/status-colour.ts';
import { colourSignedIn, isSign, signOf, unsigned } from './colour-signs.ts';
import type { Box, Fill, Glyphs, Line, Page } from './page.ts';

/** Width and height of a coloured cell or spot, in points. */
const [least, widest, highest] = [6, 170, 220];
const near = 4;
/** What stands over a column that shows how things stand. */
const heading = /\b(?:b?rag|status|progress|rating)\b/i;

/**
 * The boxes of a page, outside drawn tables, that are filled with a colour of status and hold no letters, under a heading that promises one
 * or in the column of the page before (`known`): each as a sign on the first line of the row beside it.
 */
export function colouredCells(
  page: Page,
  tables: readonly Box[],
  known: readonly Box[],
): { readonly glyphs: readonly Glyphs[]; readonly cells: readonly Box[] } {
  const glyphs: Glyphs[] = [];
  const cells: Box[] = [];
  for (const { left, right, top, bottom, colour } of page.fills) {
    const status = statusColour(colour);
    if (!status || right - left < least || right - left > widest || bottom - top < least || bottom - top > highest) continue;
    if (tables.some((table) => left < table.right && right > table.left && top < table.bottom && bottom > table.top)) continue;
    const level = page.glyphs.filter((one) => isLevelWith({ top, bottom }, one));
    if (level.length === 0 || level.some((one) => one.x < right && one.x + one.width > left)) continue;
    const first = level.reduce((highestOne, one) => (one.y < highestOne.y ? one : highestOne));
    const head = page.glyphs
      .filter(
        (one) => one.y < first.y - one.size * 0.5 && heading.test(one.text) && one.x < right + near && one.x + one.width > left - near,
      )
      .at(-1);
    if (!head && !known.some((cell) => Math.abs(cell.left - left) < near && Math.abs(cell.right - right) < near)) continue;
    // A cell may be filled twice: behind its words, and whole.
    if (glyphs.some((one) => Math.abs(one.y - first.y) < 1 && one.x < right && one.x + one.width > left)) continue;
    cells.push({ left, right, top, bottom });
    glyphs.push({
      text: signOf(status),
      x: head && head.x >= left - near && head.x <= right ? head.x : left + near,
      y: first.y,
      width: Math.min(first.size, right - left),
      size: first.size,
      strong: first.strong,
      emphasis: false,
    });
  }
  return { glyphs, cells };
}

const isLevelWith = ({ top, bottom }: Pick<Fill, 'top' | 'bottom'>, { y, size }: Glyphs): boolean =>
  y - size * 0.3 > top - 2 && y - size * 0.3 < bottom + 2;

/** More coloured boxes than these on a page are a drawing. */
const mostColoured = 400;

/** The letters of a page, each with the colour of status that it stands on. */
export function onColours({ glyphs, fills }: Pick<Page, 'glyphs' | 'fills'>): readonly Glyphs[] {
  const coloured = fills.filter(
    ({ colour, left, right, top, bottom }) => right - left >= least && bottom - top >= least && statusColour(colour) !== null,
  );
  if (coloured.length === 0 || coloured.length > mostColoured) return glyphs;
  return glyphs.map((one) => {
    const middle = one.y - one.size * 0.3;
    const colour = coloured.some(
      ({ left, right, top, bottom }) => left <= one.x + 1 && one.x + 1 <= right && top <= middle && middle <= bottom,
    )
      ? colourAt(fills, one.x + 1, middle)
      : null;
    return colour ? { ...one, colour } : one;
  });
}

/** The colour that all letters of a cell stand on; null where they do not stand on one. */
export function colourBehind(lines: readonly Line[]): StatusColour | null {
  const letters = lines.flatMap(({ segments }) => segments.flatMap(({ glyphs }) => glyphs));
  const colour = letters[0]?.colour;
  return colour && letters.every((one) => one.colour === colour) ? colour : null;
}

/** Lines with the coloured cells that they stand beside. */
export const besideCells = (lines: readonly Line[], cells: readonly Box[]): readonly Line[] =>
  cells.length === 0
    ? lines
    : lines.map((line) => {
        const cell = cells.find(({ top, bottom }) => line.y - line.size * 0.3 > top && line.y - line.size * 0.3 < bottom);
        return cell ? { ...line, row: cell.top } : line;
      });

/** A cell whose words are signs, or hold one, as the coloured cell that it is. */
export function withoutSigns(cell: TableCell): TableCell {
  const colour = colourSignedIn(cell.text);
  if (!colour) return cell;
  const plain = (text: string): string =>
    unsigned(text)
      .replace(/<br>$|^<br>/, '')
      .trim();
  const text = plain(cell.text);
  const lines = cell.lines?.map(plain).filter((line) => line !== '') ?? [];
  return { ...(text === '' ? emptyCell : { text, markdown: plain(cell.markdown), ...(lines.length > 1 ? { lines } : {}) }), colour };
}

/** Lines without the signs, for what is no table. */
export const linesWithoutSigns = (lines: readonly Line[]): readonly Line[] =>
  lines.flatMap((line) => {
    const segments = line.segments.filter(({ text }) => !isSign(text));
    if (segments.length === line.segments.length) return [line];
    return segments.length === 0
      ? []
      : [{ ...line, segments, x: segments[0]!.x, right: segments.at(-1)!.right, text: segments.map(({ text }) => text).join(' ') }];
  });

/** The colour of status that a place of a page is filled with; what is drawn last lies on top. */
export function colourAt(fills: readonly Fill[], x: number, y: number): StatusColour | null {
  return statusColour(fills.findLast(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom)?.colour);
}
