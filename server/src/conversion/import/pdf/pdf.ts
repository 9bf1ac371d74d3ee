import type { TextBlock } from '../blocks.ts';
import { CannotImport } from '../cannot-import.ts';
import { wordsOf } from '../clean-text.ts';
import { emptyCell, joinedCell, paragraphBlock, tableBlock, tableCell } from '../make-blocks.ts';
import { markerOf } from '../markers.ts';
import type { Paper, TableCell, TableRow } from '../paper.ts';
import { alignedTables, lineGap, type AlignedTable } from './aligned-tables.ts';
import { furnitureOf } from './furniture.ts';
import { openPdf } from './open.ts';
import { columnsOf, linesOf, partedAtColumns, type Line, type Page, type Segment } from './page.ts';
import { ruledTables, type RuledTable } from './ruled-tables.ts';
import { blockOfFlow, flowsOf, runsOfLines, usualOf, type Flow, type KnownWords, type Usual } from './text-blocks.ts';

/** Reads a PDF with a text layer. Throws `CannotImport` for a scan, a password or a damaged file. */
export async function readPdf(bytes: Uint8Array, progress?: (done: number) => void): Promise<Paper> {
  const { pages, title } = await openPdf(bytes, progress);
  const empty = pages.filter(({ glyphs }) => glyphs.length === 0);
  if (empty.length === pages.length) {
    throw new CannotImport('The PDF holds pictures of pages and no text, as a scanner makes it. Run text recognition (OCR) over it, or ask whoever made it for the file that it came from, and import that.');
  }
  const pictured = empty.filter(({ hasPictures }) => hasPictures).map(({ number }) => number);
  return { ...paperOf(pages), properties: title === '' ? {} : { title }, notes: pictured.length === 0 ? [] : [`${pictured.length === 1 ? `Page ${pictured[0]!} holds` : `Pages ${pictured.join(', ')} hold`} pictures and no text, and ${pictured.length === 1 ? 'is' : 'are'} not in the document.`] };
}

/** What stands on a page, from the top down. */
type Placed =
  | { readonly y: number; readonly kind: 'table'; readonly table: RuledTable }
  | { readonly y: number; readonly kind: 'lines'; readonly lines: Line[] };

function paperOf(pages: readonly Page[]): Pick<Paper, 'blocks' | 'furniture' | 'pageHeads'> {
  const tables = pages.map(ruledTables);
  const loose = pages.map((page, index) => linesOf(page.glyphs.filter((one) => !tables[index]!.some(({ glyphs }) => glyphs.has(one))), page.number));
  const furniture = furnitureOf(loose, pages.map(({ height }) => height));
  const kept = loose.map((lines) => lines.filter((line) => !furniture.has(line)));
  const text = kept.map((lines, index) => partedAtColumns(lines, columnsOf(kept[index - 1] ?? [])));
  const usual = usualOf(text.flatMap((lines, index) => columnwise(lines, pages[index]!)));
  const words: KnownWords = new Set([...text.flat().flatMap((line) => line.text.toLowerCase().match(/[\p{L}]+(?:-[\p{L}]+)*/gu) ?? []), ...text.flat().flatMap((line) => wordsOf(line.text))]);
  const writer = createWriter(usual, words);
  pages.forEach((page, index) => {
    writer.startPage();
    const { body, notes } = withoutFootnotes(text[index]!, page, usual);
    for (const placed of inOrder(columnwise(body, page), tables[index]!)) {
      if (placed.kind === 'table') writer.addRuled(placed.table, page.number);
      else writer.addLines(placed.lines);
    }
    writer.addNotes(notes);
  });
  const edges = [...furniture];
  return { blocks: writer.finish(), furniture: [...new Set(edges.map((line) => line.text))], pageHeads: [...new Set(edges.filter((line) => line.y < pages[line.page - 1]!.height * 0.15).map((line) => line.text))] };
}

/** Small print at the foot of a page that begins with a raised figure. */
function withoutFootnotes(lines: readonly Line[], page: Page, usual: Usual): { readonly body: readonly Line[]; readonly notes: readonly Line[] } {
  const marks = new Set(lines.flatMap(({ text }) => [...text.matchAll(/\[(\d{1,3})\]/g)].map(([, mark]) => mark!)));
  const isMark = (line: Line) => line.segments[0]!.glyphs[0]!.size < line.size * 0.85 || marks.has(/^\d{1,3}(?=\s)/.exec(line.text)?.[0] ?? '');
  const first = lines.findIndex((line, index) => line.size < usual.size * 0.92 && line.y > page.height * 0.55 && /^\[?\d{1,3}\]?\s?\S/.test(line.text) && isMark(line) && lines.slice(index).every((below) => below.size < usual.size * 0.95));
  return first < 0 ? { body: lines, notes: [] } : { body: lines.slice(0, first), notes: lines.slice(first) };
}

/**
 * Lines in the order of reading. Where the upper part of a page has two columns of short lines (an address, and how to get in touch)
 * or the whole page two columns of text, the left one comes first.
 */
function columnwise(lines: readonly Line[], page: Page): readonly Line[] {
  const gutter = gutterOf(lines, page);
  if (!gutter) return lines;
  const inside = lines.slice(gutter.start, gutter.end);
  const side = (isLeft: boolean): readonly Line[] => inside.flatMap((line) => {
    const segments = line.segments.filter(({ x }) => x < gutter.x === isLeft);
    return segments.length === 0 ? [] : [{ ...line, x: segments[0]!.x, right: segments.at(-1)!.right, segments, text: segments.map(({ text }) => text).join(' '), strong: segments.every(({ glyphs }) => glyphs.every(({ strong }) => strong)) }];
  });
  const limited = (column: readonly Line[]): readonly Line[] => !gutter.isText ? column : column.map((line) => ({ ...line, limit: Math.max(...column.map(({ right }) => right)) }));
  // Each column is read from its own top; what follows stands below both.
  return [...lines.slice(0, gutter.start), ...limited(side(true)), ...limited(side(false)), ...columnwise(lines.slice(gutter.end), page)];
}

/** Where two columns of lines, whose heights differ, are parted. */
function gutterOf(lines: readonly Line[], page: Page): { readonly x: number; readonly start: number; readonly end: number; readonly isText: boolean } | null {
  const middle = lines.filter(({ segments }) => segments.length <= 2);
  for (const x of [...new Set(middle.flatMap(({ segments }) => segments.map((segment) => Math.round(segment.x))))].filter((place) => place > page.width * 0.2 && place < page.width * 0.8).sort((a, b) => a - b)) {
    const edge = x - 4;
    const clear = (line: Line) => line.segments.every((segment) => segment.right < edge || segment.x >= edge);
    let start = -1;
    for (let at = 0; at <= lines.length; at++) {
      if (at < lines.length && clear(lines[at]!)) {
        if (start < 0) start = at;
        continue;
      }
      if (start >= 0) {
        const run = withoutTable(lines.slice(start, at));
        const left = run.filter(({ segments }) => segments.some((segment) => segment.x < edge));
        const right = run.filter(({ segments }) => segments.some((segment) => segment.x >= edge));
        const apart = run.filter(({ segments }) => segments.length === 1).length;
        const wide = (some: readonly Line[], isLeft: boolean) => some.filter(({ segments }) => segments.some((segment) => segment.x < edge === isLeft && segment.right - segment.x > page.width * 0.25)).length > some.length * 0.5;
        const isText = left.length >= 5 && right.length >= 5 && wide(left, true) && wide(right, false);
        const isLetterHead = run[0]!.y < page.height * 0.3 && left.length >= 3 && right.length >= 3 && apart >= run.length * 0.5 && apart >= 4;
        const touch = run.findLastIndex((line) => reaches(line, edge) && isTouch(line.segments.at(-1)!.text));
        if (run[0]!.page === 1 && touch > 0 && run[touch]!.y < page.height * 0.25 && run.filter(({ segments }) => isTouch(segments.at(-1)!.text)).length >= 2) {
          // The address beside it may be the longer one.
          let end = touch + 1;
          while (end < run.length && run[end]!.y - run[end - 1]!.y < run[end]!.size * 1.6) end++;
          return { x: edge, start, end: start + end, isText: false };
        }
        if (isText || isLetterHead) return { x: edge, start: run.indexOf(isText ? run[0]! : firstOfBoth(run, edge)) + start, end: start + (isText ? run.length : lastOfBoth(run, edge)), isText };
      }
      start = -1;
    }
  }
  return null;
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

/** Most lines of a row that stand on the page after it. */
const mostSplit = 40;

function createWriter(usual: Usual, words: KnownWords) {
  const blocks: TextBlock[] = [];
  const notes: TextBlock[] = [];
  /** The table that ended the page, which may go on on the next one. */
  let last: { readonly columns: readonly number[]; readonly rows: TableRow[]; readonly body: number; readonly at: number; readonly page: number } | null = null;
  let open: { flow: Flow; at: number } | null = null;
  let pageStarts = false;
  const bullets: number[] = [];

  const add = (block: TextBlock | null) => {
    if (!block) return;
    blocks.push(block);
    pageStarts = false;
  };

  const addFlow = (flow: Flow) => {
    const [first] = flow.lines as [Line];
    const before = open && blocks[open.at] && open.at === blocks.length - 1 ? open.flow : null;
    const isNextColumn = before !== null && before.lines.at(-1)!.page === first.page && first.y < before.lines.at(-1)!.y;
    if (before && (pageStarts || isNextColumn) && joins(before, flow, usual, isNextColumn)) {
      const joined: Flow = { ...before, lines: [...before.lines, ...flow.lines] };
      const depth = Math.max(0, bullets.length - 1);
      const block = blockOfFlow(joined, words, depth, false);
      if (block) blocks[open!.at] = block;
      open = { flow: joined, at: open!.at };
      pageStarts = false;
      return;
    }
    let depth = 0;
    if (flow.bullet) {
      while (bullets.length > 0 && bullets.at(-1)! > first.x + 4) bullets.pop();
      if (bullets.length === 0 || bullets.at(-1)! < first.x - 4) bullets.push(first.x);
      depth = Math.min(3, bullets.length - 1);
    } else bullets.length = 0;
    const block = blockOfFlow(flow, words, depth, pageStarts);
    if (block) {
      add(block);
      open = { flow, at: blocks.length - 1 };
    }
  };

  /** `right` is where the column ends: a line that reaches it goes on in the next one. */
  const cellOf = (lines: readonly Line[], right: number): TableCell => {
    const own = usualOf(lines);
    return tableCell(flowsOf(lines, { size: own.size, leading: Math.max(own.leading, usual.leading), right }).map((flow) => ({ runs: runsOfLines(flow.lines, words, flow.broken) })));
  };
  const isStrongRow = (lines: readonly Line[]) => lines.length > 0 && lines.every(({ strong }) => strong);

  /** A table that was added to, in its place. */
  const showTable = ({ rows, at }: { readonly rows: readonly TableRow[]; readonly at: number }) => {
    const block = tableBlock(rows);
    if (block) blocks[at] = block;
  };

  const addTable = (rows: readonly TableRow[], columns: readonly number[], page: number) => {
    const goesOn = last && last.at === blocks.length - 1 && last.page === page - 1 && last.columns.length === columns.length && last.columns.every((place, index) => Math.abs(place - columns[index]!) < 6);
    if (goesOn && last) {
      const again = headsAgain(rows, last.rows);
      const more = rows.slice(again);
      const [first] = more;
      const above = last.rows[last.body - 1];
      const isSplit = first && above && last.body > 1 && isRestOf(first, above);
      if (isSplit) last.rows[last.body - 1] = mergeRows(above, first);
      const added = isSplit ? more.slice(1) : more;
      // Headings that stand again are dropped where the table is written, and said.
      last.rows.splice(last.body, 0, ...added);
      last.rows.push(...rows.slice(0, again));
      showTable(last);
      last = { ...last, page, body: last.body + added.length };
      return;
    }
    const block = tableBlock(rows, pageStarts);
    if (!block) return;
    add(block);
    last = { columns, rows: [...rows], body: rows.length, at: blocks.length - 1, page };
  };

  /** Lines at the top of a page that go on with the last row of the table before it: in its columns, but in no row of their own. Gives how many they are. */
  const addRest = (lines: readonly Line[]): number => {
    if (!pageStarts || !last || last.at !== blocks.length - 1) return 0;
    const { columns } = last;
    const columnOf = ({ x }: Segment) => columns.findIndex((column) => Math.abs(column - x) < 6);
    const isRest = ({ segments }: Line) => segments.length < columns.length && segments.every((segment) => columnOf(segment) > 0);
    let end = 0;
    while (end < lines.length && end < mostSplit && isRest(lines[end]!) && (end === 0 || lines[end]!.y - lines[end - 1]!.y < lines[end]!.size * lineGap)) end++;
    // What follows is a row of the table, or something far below.
    const next = lines[end];
    if (end === 0 || (next && next.y - lines[end - 1]!.y < next.size * lineGap && next.segments.length < 2)) return 0;
    const rest = lines.slice(0, end);
    const parts = columns.map((_, column) => rest.flatMap((line) => line.segments.filter((segment) => columnOf(segment) === column).map((segment) => ({ ...line, x: segment.x, right: segment.right, segments: [segment], text: segment.text }))));
    const row: TableRow = { cells: parts.map((own, column) => (own.length === 0 ? emptyCell : cellOf(own, (columns[column + 1] ?? usual.right) - usual.size))), isHeader: false };
    const above = last.rows[last.body - 1]!;
    if (!isRestOf(row, above)) return 0;
    last.rows[last.body - 1] = mergeRows(above, row);
    showTable(last);
    return end;
  };

  const addAligned = ({ rows }: AlignedTable, page: number) => {
    const starts = rows[0]!.map((_, column) => Math.min(...rows.flatMap((row) => row[column]!.map(({ segment }) => segment.x))));
    const ends = rows[0]!.map((_, column) => Math.max(...rows.flatMap((row) => row[column]!.map(({ segment }) => segment.right)), (starts[column + 1] ?? 0) - usual.size * 1.5));
    const read = rows.map((row): TableRow => ({ cells: row.map((parts, column) => cellOf(parts.map(({ segment, line }) => ({ ...line, x: segment.x, right: segment.right, segments: [segment], text: segment.text })), ends[column]!)), isHeader: isStrongRow(row.flatMap((parts) => parts.map(({ line }) => line))) }));
    addTable(read, starts, page);
  };

  return {
    startPage: () => { pageStarts = true; },
    addLines: (all: readonly Line[]) => {
      const mayGoOn = pageStarts && last && last.at === blocks.length - 1 ? last.columns : [];
      const lines = all.slice(addRest(all));
      const tables = alignedTables(lines, mayGoOn);
      let at = 0;
      for (const table of [...tables, null]) {
        for (const flow of flowsOf(lines.slice(at, table?.start ?? lines.length), usual)) addFlow(flow);
        if (!table) break;
        addAligned(table, lines[table.start]!.page);
        at = table.end;
      }
    },
    addRuled: ({ rows, columns }: RuledTable, page: number) => {
      const above: TableCell[] = [];
      addTable(rows.map((row): TableRow => {
        const lines = row.map(({ glyphs }) => linesOf(glyphs, page));
        const cells = row.map((cell, index): TableCell => {
          const own = cell.glyphs.length > 0 ? cellOf(lines[index]!, rightEdge(row, index, columns)) : cell.joinsAbove && !cell.joinsLeft ? { ...(above[index] ?? emptyCell), isRepeated: true } : emptyCell;
          above[index] = own;
          return cell.colour && own.text === '' ? { ...own, colour: cell.colour } : cell.joinsLeft && own.text === '' ? joinedCell : own;
        });
        return { cells, isHeader: isStrongRow(lines.flat()) };
      }), columns, page);
    },
    addNotes: (lines: readonly Line[]) => {
      for (const flow of flowsOf(lines, usualOf(lines))) {
        const runs = runsOfLines(flow.lines, words);
        const mark = /^\s*\[?(\d{1,3})\]?\s*/.exec(runs[0]?.text ?? '');
        const block = paragraphBlock(mark ? [{ text: `[${mark[1]!}] ` }, { ...runs[0]!, text: runs[0]!.text.slice(mark[0].length) }, ...runs.slice(1)] : runs);
        if (block) notes.push(block);
      }
    },
    finish: (): readonly TextBlock[] => [...blocks, ...notes],
  };
}

/** The right edge of a cell, with those that are joined to it. */
function rightEdge(row: RuledTable['rows'][number], index: number, columns: readonly number[]): number {
  let last = index;
  while (row[last + 1]?.joinsLeft) last++;
  return columns[last + 1]! - 4;
}

const merge = (above: TableCell, below: TableCell): TableCell => (below.text === '' ? above : above.text === '' ? below : { text: `${above.text} ${below.text}`, markdown: `${above.markdown} ${below.markdown}` });

const mergeRows = (above: TableRow, below: TableRow): TableRow => ({ ...above, cells: above.cells.map((cell, index) => merge(cell, below.cells[index] ?? emptyCell)) });

/** How many rows at the top of a page are the heading of the table that goes on there. */
function headsAgain(rows: readonly TableRow[], before: readonly TableRow[]): number {
  let same = 0;
  while (same < Math.min(3, rows.length, before.length) && rows[same]!.cells.every(({ text }, column) => text === before[same]!.cells[column]?.text)) same++;
  return same;
}

/** Whether a row at the top of a page is the rest of the one that the page before ended with: some of its cells are empty, and a sentence goes on. */
function isRestOf(row: TableRow, above: TableRow): boolean {
  const filled = row.cells.map((cell, column) => ({ text: cell.text, above: above.cells[column]?.text ?? '' })).filter(({ text }) => text !== '');
  if (filled.length === row.cells.length || filled.some((cell) => cell.above === '')) return false;
  const goesOn = (cell: { readonly text: string; readonly above: string }) => /^[\p{Ll}(]/u.test(cell.text) && !/[.:;?!]$/.test(cell.above);
  if (!filled.some(goesOn)) return row.cells[0]!.text === '' && filled.length === 1 && filled[0]!.text.split(' ').length > 2 && !/[.:;?!]$/.test(filled[0]!.above);
  return row.cells[0]!.text === '' || filled.every((cell) => goesOn(cell) || /[.:;?!]$/.test(cell.above));
}

/** A sentence that a page break, or the end of a column, split: no stop before it, and what follows goes on in its look and place. */
function joins(before: Flow, after: Flow, usual: Usual, isNextColumn: boolean): boolean {
  const last = before.lines.at(-1)!;
  const first = after.lines[0]!;
  if (after.bullet || last.strong !== first.strong || Math.abs(last.size - first.size) > 0.6 || /[.:;?!]["”’)]?$/.test(last.text)) return false;
  const isUnder = Math.abs(first.x - before.textX) < last.size * 0.8;
  if (isNextColumn ? before.bullet || last.limit === undefined : before.bullet ? !isUnder : Math.abs(first.x - last.x) > last.size * 2 && Math.abs(first.x - before.textX) > last.size * 2) return false;
  if (/^[\p{Ll}(]/u.test(first.text)) return true;
  const isFull = last.right > Math.max(last.limit ?? usual.right, ...before.lines.map(({ right }) => right)) - last.size * 8;
  return isFull && !last.strong && last.text.split(' ').length > 5 && markerOf(first.text) === null;
}
