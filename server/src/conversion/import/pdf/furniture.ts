import type { Line } from './page.ts';

/** Lines at the edge of a page among which its header and footer are. */
const edgeLines = 5;
/** A header or footer stands at the same height on each page, give or take. */
const sameHeight = 8;

const pageNumber = /^(?:page\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?$|^[-–—]\s*\d{1,4}\s*[-–—]$|^page\s+\d{1,4}\b.{0,20}$/i;
const blankPage = /^\W*this page (?:is|has been) intentionally left blank\W*$/i;

/**
 * Lines that belong to the page: the same words, numbers apart, at the same height of several pages; page numbers; notices of blank pages.
 */
export function furnitureOf(pages: readonly (readonly Line[])[], heights: readonly number[]): ReadonlySet<Line> {
  const furniture = new Set<Line>();
  const places = new Map<string, Line[]>();
  pages.forEach((lines, index) => {
    const height = heights[index]!;
    const edge = new Set([...lines.slice(0, edgeLines), ...lines.slice(-edgeLines)]);
    for (const line of lines) {
      if (blankPage.test(line.text)) furniture.add(line);
      if (!edge.has(line)) continue;
      const isOutside = line.y < height * 0.09 || line.y > height * 0.91;
      // "Page 1 of 4" at the very end of a page can be nothing else.
      const isPlain = line === lines.at(-1) && /^page \d{1,4} (?:of|\/) \d{1,4}$/i.test(line.text);
      // "Northmere Council 1", far below the text of the first page.
      const isOwn =
        line === lines.at(-1) &&
        line.y > height * 0.86 &&
        new RegExp(`\\s${index + 1}$`).test(line.text) &&
        line.y - (lines.at(-2)?.y ?? 0) > line.size * 2.5;
      if ((isOutside && pageNumber.test(line.text)) || isPlain || isOwn) furniture.add(line);
      const key = line.text.replace(/\d+/g, '#').toLowerCase();
      const same = places.get(key);
      if (same) same.push(line);
      else places.set(key, [line]);
    }
  });
  const enough = Math.max(2, Math.min(4, Math.ceil(pages.length * 0.4)));
  for (const [key, lines] of places) {
    if (key.length < 2 && key !== '#') continue;
    for (const line of lines) {
      const alike = new Set(
        lines.filter((other) => Math.abs(other.y - line.y) < sameHeight && numbersGoWithPages(line, other)).map(({ page }) => page),
      );
      const isInside = line.y > heights[line.page - 1]! * 0.16 && line.y < heights[line.page - 1]! * 0.86;
      if (alike.size >= (isInside ? Math.max(3, enough) : enough) && !(isInside && line.text.length > 60)) furniture.add(line);
    }
  }
  return furniture;
}

/**
 * Whether each number of a line is the same in another, or is as far from it as its page: “Priority 5” and “Priority 10” on the next page
 * are two headings.
 */
function numbersGoWithPages(line: Line, other: Line): boolean {
  const [own, others] = [line, other].map(({ text }) => (text.match(/\d+/g) ?? []).map(Number)) as [number[], number[]];
  return own.every((number, index) => others[index] === number || others[index]! - number === other.page - line.page);
}
