import { partedAt, type Line } from './page.ts';

/** Lines that must have words on both sides of a gutter; the share of them whose words end or begin right at it. */
const [fewestLines, mostAtEdge] = [12, 0.75];
/** How far words may be from the edge that they end or begin at, and how narrow a gutter may be, in points. */
const [nearEdge, narrowest] = [2, 5];
/** A column of text is wider than this part of the page. */
const leastOfPage = 0.25;

interface Side {
  readonly from: number;
  readonly to: number;
}

/**
 * How far the words of a line on each side of a place reach, or null where it has none on one of them; “across” where words stand over the
 * place.
 */
function sidesAt(line: Line, place: number): { readonly left: Side; readonly right: Side } | 'across' | null {
  const glyphs = line.segments.flatMap((segment) => segment.glyphs);
  if (glyphs.some(({ x, width }) => x < place - 1 && x + width > place - 1)) return 'across';
  const side = (own: typeof glyphs): Side => ({
    from: Math.min(...own.map(({ x }) => x)),
    to: Math.max(...own.map(({ x, width }) => x + width)),
  });
  const [left, right] = [glyphs.filter(({ x }) => x < place - 1), glyphs.filter(({ x }) => x >= place - 1)];
  return left.length === 0 || right.length === 0 ? null : { left: side(left), right: side(right) };
}

/** Whether lines are two columns of text that is set out to both edges: nearly all of one end, and of the other begin, at a gutter. */
function areColumns(lines: readonly Line[], place: number, width: number): boolean {
  const both = lines.map((line) => sidesAt(line, place)).filter((sides) => sides !== null && sides !== 'across');
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const end = median(both.map(({ left }) => left.to));
  const full = both.filter(({ left, right }) => Math.abs(left.to - end) < nearEdge && Math.abs(right.from - place) < nearEdge);
  const areWide = [both.map(({ left }) => left), both.map(({ right }) => right)].every(
    (sides) => median(sides.map(({ from, to }) => to - from)) > width * leastOfPage,
  );
  return both.length >= fewestLines && areWide && place - end >= narrowest && full.length >= both.length * mostAtEdge;
}

/**
 * Lines parted at a gutter that is hardly wider than the stretched spaces of the text beside it: only that it is in all of them, and that
 * both columns are set out to it, tells it.
 */
export function partedAtNarrowGutter(lines: readonly Line[], width: number): readonly Line[] {
  const starts = lines
    .flatMap(({ segments }) => segments.flatMap(({ glyphs }) => glyphs.map(({ x }) => Math.round(x))))
    .filter((x) => x > width * 0.3 && x < width * 0.7);
  const counts = new Map<number, number>();
  for (const x of starts) counts.set(x, (counts.get(x) ?? 0) + 1);
  for (const [place] of [...counts].filter(([, count]) => count >= fewestLines).sort(([, a], [, b]) => b - a)) {
    let start = 0;
    for (let at = 0; at <= lines.length; at++) {
      if (at < lines.length && sidesAt(lines[at]!, place) !== 'across') continue;
      const run = lines.slice(start, at);
      if (areColumns(run, place, width))
        return [...lines.slice(0, start), ...run.map((line) => partedAt(line, [place])), ...lines.slice(at)];
      start = at + 1;
    }
  }
  return lines;
}
