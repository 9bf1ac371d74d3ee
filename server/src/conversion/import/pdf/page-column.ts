import { linesOf, type Line } from './page.ts';

/** What stands over the numbers of pages beside the items of an agenda. */
const head = /^pages?(?:\s*(?:nos?\.?|numbers?))?$/i;
/** "5 - 12", and "13 -" over "40". */
const pages = /^\d{1,4}(?:\s*[-–]\s*(?:\d{1,4})?)?$/;
/** Pages from one to another, as an agenda has them: a list of contents tells single ones. */
const range = /^\d{1,4}\s*[-–]/;
/** The column begins right of this part of a page, and its words end within so many points of where its head ends. */
const [leftmost, sameEnd] = [0.7, 40];
/** Items that must have pages. */
const fewest = 2;

/**
 * An agenda has the pages of each paper in a column at its right, “Page” at its head: what stands in it comes behind the line that it
 * stands beside, so that the line is what it is about. Lines without such a column stay as they are; `heads` are the words over the
 * columns.
 */
export function withoutPageColumn(
  lines: readonly Line[],
  width: number,
): { readonly lines: readonly Line[]; readonly heads: readonly Line[] } {
  const at = lines.findIndex(({ segments }) => head.test(segments.at(-1)!.text) && segments.at(-1)!.x > width * leftmost);
  if (at < 0) return { lines, heads: [] };
  const { right } = lines[at]!.segments.at(-1)!;
  const notes = lines.map(({ segments }, index) => {
    const last = segments.at(-1)!;
    return index > at && last.x > width * leftmost && Math.abs(last.right - right) < sameEnd && pages.test(last.text) ? last : null;
  });
  if (notes.filter((note) => note !== null && range.test(note.text)).length < fewest) return { lines, heads: [] };
  return {
    lines: lines.flatMap((line, index) => {
      const note = index === at ? line.segments.at(-1)! : notes[index];
      if (!note) return [line];
      const rest = line.segments.slice(0, -1).flatMap(({ glyphs }) => glyphs);
      return [...(rest.length === 0 ? [] : linesOf(rest, line.page)), ...(index === at ? [] : linesOf(note.glyphs, line.page))];
    }),
    heads: linesOf(lines[at]!.segments.at(-1)!.glyphs, lines[at]!.page),
  };
}
