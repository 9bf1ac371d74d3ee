import { CannotImport } from '../cannot-import.ts';
import type { Paper } from '../paper/paper.ts';
import { alignedTables } from './aligned-tables.ts';
import { asidesOf, boxedLetters, limitedBeside } from './asides.ts';
import { bandedTables } from './banded-tables.ts';
import { besideCells, colouredCells, onColours } from './coloured-cells.ts';
import { furnitureOf } from './furniture.ts';
import { knownWords, withPlainHyphens } from './hyphens.ts';
import { withoutMargin } from './margin-column.ts';
import { openPdf } from './open.ts';
import { partedAtNarrowGutter } from './narrow-gutter.ts';
import { withoutPageColumn } from './page-column.ts';
import { columnsOf, linesOf, partedAtColumns, withDrawnBullets, withoutStretches, type Line, type Page } from './page.ts';
import { partedAtStrips } from './row-columns.ts';
import { ruledTables, type RuledTable } from './ruled-tables.ts';
import { toldPage } from './tagged-page.ts';
import { piecesInItems } from './tags.ts';
import { usualOf, type Usual } from './text-blocks.ts';
import { createWriter } from './writer.ts';

/** Reads a PDF with a text layer. Throws `CannotImport` for a scan, a password or a damaged file. */
export async function readPdf(bytes: Uint8Array, progress?: (done: number) => void): Promise<Paper> {
  const { pages, title } = await openPdf(bytes, progress);
  const empty = pages.filter(({ glyphs }) => glyphs.length === 0);
  if (empty.length === pages.length) {
    throw new CannotImport(
      'The PDF holds pictures of pages and no text, as a scanner makes it. Run text recognition (OCR) over it, or ask whoever made it for the file that it came from, and import that.',
    );
  }
  const pictured = empty.filter(({ hasPictures }) => hasPictures).map(({ number }) => number);
  return {
    ...paperOf(pages),
    properties: title === '' ? {} : { title },
    notes:
      pictured.length === 0
        ? []
        : [
            `${pictured.length === 1 ? `Page ${pictured[0]!} holds` : `Pages ${pictured.join(', ')} hold`} pictures and no text, and ${pictured.length === 1 ? 'is' : 'are'} not in the document.`,
          ],
  };
}

const leader = /^[\s.…·_]+$/;

/** What stands on a page, from the top down. */
type Placed =
  | { readonly y: number; readonly kind: 'table'; readonly table: RuledTable }
  | { readonly y: number; readonly kind: 'lines'; readonly lines: Line[] };

function paperOf(read: readonly Page[]): Pick<Paper, 'blocks' | 'furniture' | 'pageHeads'> {
  // Tags say themselves what a list is, and that the dots before the number of a page are none of the words.
  const pages = withPlainHyphens(read)
    .map((page) => ({ ...page, glyphs: onColours(page) }))
    .map((page) =>
      page.tag
        ? { ...page, glyphs: page.glyphs.filter((one) => !(one.isArtifact && leader.test(one.text))) }
        : { ...page, glyphs: withDrawnBullets(page) },
    );
  const drawn = pages.map(ruledTables);
  const tables = pages.map((page, index) => tablesOf(page, drawn[index]!));
  const asides = pages.map((page, index) => asidesOf(page, tables[index]!));
  const aside = new Set(asides.flat().flatMap(({ lines }) => lines.flatMap(({ segments }) => segments.flatMap(({ glyphs }) => glyphs))));
  const coloured = pages.reduce<ReturnType<typeof colouredCells>[]>(
    (before, page, index) => [...before, colouredCells(page, tables[index]!, before.at(-1)?.cells ?? [])],
    [],
  );
  const loose = pages.map((page, index) =>
    besideCells(
      linesOf(
        [
          ...page.glyphs.filter((one) => !aside.has(one) && !tables[index]!.some(({ glyphs }) => glyphs.has(one))),
          ...coloured[index]!.glyphs,
        ],
        page.number,
      ),
      coloured[index]!.cells,
    ),
  );
  const furniture = new Set([
    ...withoutItems(
      furnitureOf(
        loose,
        pages.map(({ height }) => height),
      ),
      pages,
    ),
    ...loose.flatMap((lines, index) => lines.filter((line) => isMarkedFurniture(line, pages[index]!))),
  ]);
  const left = new Set([...furniture].flatMap(({ segments }) => segments.flatMap(({ glyphs }) => glyphs)));
  const kept = loose.map((lines) => lines.filter((line) => !furniture.has(line)));
  const paged = kept.map((lines, index) => withoutPageColumn(lines, pages[index]!.width));
  const margin = withoutMargin(
    paged.map(({ lines }) => lines),
    pages.map(({ width }) => width),
  );
  const text = margin.pages.map((lines, index) =>
    partedAtNarrowGutter(partedAtStrips(partedAtColumns(lines, columnsOf(margin.pages[index - 1] ?? []))), pages[index]!.width),
  );
  const usual = usualOf(text.flatMap((lines, index) => columnwise(lines, pages[index]!)));
  const words = knownWords(text.flat());
  const writer = createWriter(usual, words, new Set(pages.slice(0, 1).flatMap((page) => [...boxedLetters(page, tables[0]!)])));
  pages.forEach((page, index) => {
    writer.startPage();
    const { body, notes } = withoutFootnotes(text[index]!, page, usual);
    const told = toldPage(page, drawn[index]!, left, new Set(notes.flatMap(({ segments }) => segments.flatMap(({ glyphs }) => glyphs))));
    if (told) {
      // Programs tag a table that only lays out as nothing.
      for (const one of told)
        writer.addTold(one.kind === 'loose' ? { ...one, lines: withoutPageColumn(one.lines, page.width).lines } : one, page.number);
      return;
    }
    const beside = [...asides[index]!].sort((a, b) => a.top - b.top);
    for (const placed of inOrder(columnwise(limitedBeside(body, beside), page), tables[index]!)) {
      if (placed.kind === 'table') writer.addRuled(placed.table, page.number);
      else writer.addLines(placed.lines, beside.splice(0, beside.filter(({ top }) => top < placed.lines.at(-1)!.y).length));
    }
    writer.addLines([], beside);
    writer.addNotes(notes);
  });
  const edges = [...furniture, ...margin.heads, ...paged.flatMap(({ heads }) => heads)];
  return {
    blocks: writer.finish(),
    furniture: [
      ...new Set([...edges.map((line) => line.text), ...pages.flatMap(({ watermark }) => (watermark === '' ? [] : [watermark]))]),
    ],
    pageHeads: [...new Set(edges.filter((line) => line.y < pages[line.page - 1]!.height * 0.15).map((line) => line.text))],
  };
}

/** The tables of a page that lines or colours show. One with a single column is none where its rows have columns of their own. */
function tablesOf(page: Page, ruled: readonly RuledTable[]): readonly RuledTable[] {
  const banded = bandedTables(
    page,
    ruled.filter(({ columns }) => columns.length > 2),
  );
  const others = ruled.filter(({ glyphs }) => !banded.some((table) => [...table.glyphs].some((one) => glyphs.has(one))));
  return banded.length === 0 ? ruled : [...others, ...banded];
}

/** Lines but those that tags say are of a list: “Status: green” may end several pages, and belongs to the action above it on each. */
function withoutItems(lines: ReadonlySet<Line>, pages: readonly Page[]): readonly Line[] {
  const items = pages.map(({ tag }) => new Set(tag ? piecesInItems(tag) : []));
  const own = new Map(pages.map(({ number }, index) => [number, items[index]!]));
  return [...lines].filter((line) => {
    const told = line.segments.flatMap(({ glyphs }) => glyphs.flatMap(({ content }) => content ?? []));
    return told.length === 0 || !told.every((content) => own.get(line.page)!.has(content));
  });
}

/**
 * What the file itself says belongs to the page, where it stands at its edge: programs mark other things so too, as headings that a table
 * repeats.
 */
function isMarkedFurniture(line: Line, { height, tag, glyphs: all }: Page): boolean {
  if (line.y >= height * 0.1 && line.y <= height * 0.9) return false;
  const own = line.segments.flatMap(({ glyphs }) => glyphs);
  if (own.every(({ isArtifact }) => isArtifact)) return true;
  // Where nearly all of a page has tags, what has none is no part of the paper.
  return (
    Boolean(tag) &&
    own.every(({ content, isArtifact }) => content === undefined || isArtifact) &&
    all.filter(({ content }) => content !== undefined).length > all.length * 0.8
  );
}

/** Small print at the foot of a page that begins with a raised figure. */
function withoutFootnotes(
  lines: readonly Line[],
  page: Page,
  usual: Usual,
): { readonly body: readonly Line[]; readonly notes: readonly Line[] } {
  const marks = new Set(lines.flatMap(({ text }) => [...text.matchAll(/\[(\d{1,3})\]/g)].map(([, mark]) => mark!)));
  const isMark = (line: Line) =>
    line.segments[0]!.glyphs[0]!.size < line.size * 0.85 || marks.has(/^\d{1,3}(?=\s)/.exec(line.text)?.[0] ?? '');
  const first = lines.findIndex(
    (line, index) =>
      line.size < usual.size * 0.92 &&
      line.y > page.height * 0.55 &&
      /^\[?\d{1,3}\]?\s?\S/.test(line.text) &&
      isMark(line) &&
      lines.slice(index).every((below) => below.size < usual.size * 0.95),
  );
  return first < 0 ? { body: lines, notes: [] } : { body: lines.slice(0, first), notes: lines.slice(first) };
}

/**
 * Lines in the order of reading. Where the upper part of a page has two columns of short lines (an address, and how to get in touch)
 * or the whole page two columns of text, the left one comes first.
 */
function columnwise(lines: readonly Line[], page: Page): readonly Line[] {
  const gutter = gutterOf(lines, page);
  if (!gutter) return withoutStretches(lines);
  const inside = lines.slice(gutter.start, gutter.end);
  const side = (isLeft: boolean): readonly Line[] =>
    inside.flatMap((line) => {
      const segments = line.segments.filter(({ x }) => x < gutter.x === isLeft);
      return segments.length === 0
        ? []
        : [
            {
              ...line,
              x: segments[0]!.x,
              right: segments.at(-1)!.right,
              segments,
              text: segments.map(({ text }) => text).join(' '),
              strong: segments.every(({ glyphs }) => glyphs.every(({ strong }) => strong)),
            },
          ];
    });
  const limited = (column: readonly Line[]): readonly Line[] =>
    !gutter.isText ? column : column.map((line) => ({ ...line, limit: Math.max(...column.map(({ right }) => right)) }));
  // Each column is read from its own top; what follows stands below both.
  return [
    ...withoutStretches(lines.slice(0, gutter.start)),
    ...withoutStretches(limited(side(true))),
    ...withoutStretches(limited(side(false))),
    ...columnwise(lines.slice(gutter.end), page),
  ];
}

/** Lines on each side of a gutter that make columns of text of them, whatever else they look like. */
const manyLines = 12;

/** Where two columns of lines, whose heights differ, are parted. */
function gutterOf(
  lines: readonly Line[],
  page: Page,
): { readonly x: number; readonly start: number; readonly end: number; readonly isText: boolean } | null {
  const middle = lines.filter(({ segments }) => segments.length <= 2);
  for (const x of [...new Set(middle.flatMap(({ segments }) => segments.map((segment) => Math.round(segment.x))))]
    .filter((place) => place > page.width * 0.2 && place < page.width * 0.8)
    .sort((a, b) => a - b)) {
    const edge = x - 4;
    const clear = (line: Line) => line.segments.every((segment) => segment.right < edge || segment.x >= edge);
    let start = -1;
    for (let at = 0; at <= lines.length; at++) {
      if (at < lines.length && clear(lines[at]!)) {
        if (start < 0) start = at;
        continue;
      }
      if (start >= 0) {
        const whole = lines.slice(start, at);
        // How many of the lines on a side of the gutter are as wide as a column of text, stretched spaces and all.
        const wideShare = (some: readonly Line[], isLeft: boolean) => {
          const own = some
            .map(({ segments }) => segments.filter(({ x: from }) => from < edge === isLeft))
            .filter(({ length }) => length > 0);
          return own.length < manyLines
            ? 0
            : own.filter((segments) => segments.at(-1)!.right - segments[0]!.x > page.width * 0.25).length / own.length;
        };
        // Columns of text all through: what looks like a table in them are stretched spaces.
        const areColumns =
          wideShare(whole, true) >= 0.7 &&
          wideShare(whole, false) >= 0.7 &&
          !hasColumn(whole, edge, true) &&
          !hasColumn(whole, edge, false);
        const run = areColumns ? whole : withoutTable(whole);
        if (run.length === 0) {
          start = -1;
          continue;
        }
        const left = run.filter(({ segments }) => segments.some((segment) => segment.x < edge));
        const right = run.filter(({ segments }) => segments.some((segment) => segment.x >= edge));
        // Lines of an address and of how to get in touch stand at heights of their own; rows of a table do not.
        const both = run.slice(
          run.findIndex((line) => reaches(line, edge)),
          lastOfBoth(run, edge),
        );
        const apart = both.filter(({ segments }) => segments.length === 1).length;
        const wide = (some: readonly Line[], isLeft: boolean) =>
          some.filter(({ segments }) =>
            segments.some((segment) => segment.x < edge === isLeft && segment.right - segment.x > page.width * 0.25),
          ).length >
          some.length * 0.5;
        const isText = areColumns || (left.length >= 5 && right.length >= 5 && wide(left, true) && wide(right, false));
        const isLetterHead =
          run[0]!.y < page.height * 0.3 && left.length >= 3 && right.length >= 3 && apart >= both.length * 0.5 && apart >= 4;
        const touch = run.findLastIndex((line) => reaches(line, edge) && isTouch(line.segments.at(-1)!.text));
        if (
          run[0]!.page === 1 &&
          touch > 0 &&
          run[touch]!.y < page.height * 0.25 &&
          run.filter(({ segments }) => isTouch(segments.at(-1)!.text)).length >= 2
        ) {
          // The address beside it may be the longer one.
          let end = touch + 1;
          while (end < run.length && run[end]!.y - run[end - 1]!.y < run[end]!.size * 1.6) end++;
          return { x: edge, start, end: start + end, isText: false };
        }
        if (isText || isLetterHead)
          return {
            x: edge,
            start: run.indexOf(isText ? run[0]! : firstOfBoth(run, edge)) + start,
            end: start + (isText ? run.length : lastOfBoth(run, edge)),
            isText,
          };
      }
      start = -1;
    }
  }
  return null;
}

/**
 * Whether half of the lines on a side of a gutter have words that begin at one and the same place further right: those are columns of a
 * table, and no stretched spaces.
 */
function hasColumn(lines: readonly Line[], edge: number, isLeft: boolean): boolean {
  const sides = lines.map(({ segments }) => segments.filter(({ x }) => x < edge === isLeft)).filter(({ length }) => length > 0);
  const starts = sides.flatMap((segments) => segments.slice(1).map(({ x }) => x));
  return starts.some((x) => starts.filter((other) => Math.abs(other - x) < 3).length * 2 >= sides.length);
}

/** Lines up to a table of three columns or more, and the name above it: it stands below columns of text, not in them. */
function withoutTable(run: readonly Line[]): readonly Line[] {
  const table = alignedTables(run).find(({ rows }) => rows[0]!.length >= 3);
  if (!table) return run;
  const named = run[table.start - 1]?.strong && run[table.start - 1]!.segments.length === 1;
  return run.slice(0, named ? table.start - 1 : table.start);
}

/** How to get in touch, beside the address of whoever writes. */
const isTouch = (text: string): boolean => /@|www\.|\.uk\b|\b0\d{3,4}[ \d]{5,}|^(?:tel|telephone|textphone|email|fax)\b/i.test(text);

const reaches = (line: Line, edge: number): boolean => line.segments.some(({ x }) => x >= edge);
const firstOfBoth = (run: readonly Line[], edge: number): Line => run[Math.max(0, run.findIndex((line) => reaches(line, edge)) - 2)]!;
const lastOfBoth = (run: readonly Line[], edge: number): number => run.findLastIndex((line) => reaches(line, edge)) + 1;

/** Tables among the lines that stand around them. */
function inOrder(lines: readonly Line[], tables: readonly RuledTable[]): readonly Placed[] {
  const placed: Placed[] = [];
  const waiting = [...tables].sort((a, b) => a.top - b.top);
  for (const line of lines) {
    while (waiting.length > 0 && waiting[0]!.top < line.y - line.size * 0.5) {
      const table = waiting.shift()!;
      placed.push({ y: table.top, kind: 'table', table });
    }
    const open = placed.at(-1);
    if (open?.kind === 'lines') open.lines.push(line);
    else placed.push({ y: line.y, kind: 'lines', lines: [line] });
  }
  for (const table of waiting) placed.push({ y: table.top, kind: 'table', table });
  return placed;
}
