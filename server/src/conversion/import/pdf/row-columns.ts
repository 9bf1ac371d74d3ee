import { lineGap } from './aligned-tables.ts';
import { guttersOf } from './banded-tables.ts';
import { partedAt, type Line } from './page.ts';

/** Lines of so many parts are rows of a table, and so many of them tell its columns. */
const [fewestParts, fewestRows] = [3, 4];
/** How far below a row the next one may stand, in parts of its size. */
const rowGap = 3.2;

/** Lines parted where all rows of a table have an empty strip, however narrow it is in some of them. */
export function partedAtStrips(lines: readonly Line[]): readonly Line[] {
  const parted = [...lines];
  let start = 0;
  while (start < lines.length) {
    if (lines[start]!.segments.length < fewestParts) {
      start++;
      continue;
    }
    let end = start + 1;
    while (end < lines.length && goesOn(lines[end]!, lines[end - 1]!)) end++;
    const run = lines.slice(start, end);
    const left = Math.min(...run.map(({ x }) => x));
    const right = Math.max(...run.map((line) => line.right));
    // Text across the columns is no row.
    const rows = run.filter(({ segments, x, right: to }) => segments.length > 1 || to - x < (right - left) / 2);
    if (rows.filter(({ segments }) => segments.length >= fewestParts).length >= fewestRows) {
      const columns = guttersOf(
        rows.map(({ segments }) => ({ glyphs: segments.flatMap(({ glyphs }) => glyphs) })),
        0,
      ).map(({ to }) => to);
      rows.forEach((line) => {
        parted[lines.indexOf(line, start)] = partedAt(line, columns);
      });
    }
    start = end;
  }
  return parted;
}

const goesOn = (line: Line, before: Line): boolean =>
  line.y > before.y && line.y - before.y < line.size * (line.segments.length >= fewestParts ? rowGap : lineGap);
