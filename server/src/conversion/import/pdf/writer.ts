import { markBoxed, type TextBlock } from '../paper/blocks.ts';
import { emptyCell, joinedCell, paragraphBlock, tableBlock, tableCell } from '../paper/make-blocks.ts';
import { markerOf } from '../paper/markers.ts';
import type { TableCell, TableRow } from '../paper/block-form.ts';
import type { Aside } from './asides.ts';
import { colourBehind, linesWithoutSigns, withoutSigns } from './coloured-cells.ts';
import { alignedTables, lineGap, type AlignedTable } from './aligned-tables.ts';
import type { KnownWords } from './hyphens.ts';
import { headsAgain, isRestOf, isSameColumn, joins, leastLeading, mergeRows, rightEdge } from './page-breaks.ts';
import { linesOf, type Glyphs, type Line, type Segment } from './page.ts';
import type { RuledTable } from './ruled-tables.ts';
import type { Told, ToldCell } from './tagged-page.ts';
import {
  blockOfFlow,
  flowsOf,
  isNextShort,
  lineBreaks,
  runsOfLines,
  start,
  usualOf,
  withPlainBullet,
  type Flow,
  type Usual,
} from './text-blocks.ts';

/** Most lines of a row that stand on the page after it. */
const mostSplit = 40;

/**
 * Puts what stands on page after page together: a paragraph, a table or a row that a page break split is one. `boxed` are letters in a box
 * at the head of the paper.
 */
export function createWriter(usual: Usual, words: KnownWords, boxed: ReadonlySet<Glyphs> = new Set()) {
  const blocks: TextBlock[] = [];
  const notes: TextBlock[] = [];
  /** The table that ended the page, which may go on on the next one. */
  let last: {
    readonly columns: readonly number[];
    readonly isDrawn: boolean;
    readonly rows: TableRow[];
    readonly body: number;
    readonly at: number;
    readonly page: number;
  } | null = null;
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
      const joined: Flow = {
        ...before,
        lines: [...before.lines, ...flow.lines],
        ...(before.breaks ? { breaks: new Set([...before.breaks, ...(flow.breaks ?? [])]) } : {}),
      };
      const depth = Math.max(0, bullets.length - 1);
      const block = blockOfFlow(joined, words, depth, false);
      if (block) blocks[open!.at] = block;
      open = { flow: joined, at: open!.at };
      pageStarts = false;
      return;
    }
    let depth = 0;
    if (flow.bullet && !flow.told) {
      while (bullets.length > 0 && bullets.at(-1)! > first.x + 4) bullets.pop();
      if (bullets.length === 0 || bullets.at(-1)! < first.x - 4) bullets.push(first.x);
      depth = Math.min(3, bullets.length - 1);
    } else bullets.length = 0;
    const block = blockOfFlow(flow, words, depth, pageStarts);
    if (block) {
      add(block);
      if (boxed.size > 0 && flow.lines.every(({ segments }) => segments.every(({ glyphs }) => glyphs.every((one) => boxed.has(one)))))
        markBoxed(blocks, blocks.length - 1);
      open = { flow, at: blocks.length - 1 };
    }
  };

  /**
   * `right` is where the column ends: a line that reaches it goes on in the next one. `least` is how near lines of the table stand to each
   * other.
   */
  const cellOf = (lines: readonly Line[], right: number, least: number): TableCell => {
    const own = usualOf(lines);
    const colour = colourBehind(lines);
    return withoutSigns({
      ...tableCell(
        flowsOf(lines, { size: own.size, leading: Math.max(least, Math.min(own.leading, usual.leading)), right }).map((flow) => ({
          runs: withPlainBullet(runsOfLines(flow.lines, words, flow.broken)),
        })),
      ),
      ...(colour ? { colour } : {}),
    });
  };
  const isStrongRow = (lines: readonly Line[]) => lines.length > 0 && lines.every(({ strong }) => strong);

  /** A table that was added to, in its place. */
  const showTable = ({ rows, at }: { readonly rows: readonly TableRow[]; readonly at: number }) => {
    const block = tableBlock(rows);
    if (block) blocks[at] = block;
  };

  /** `columns` are where its columns begin: the edges of their cells where those are drawn, else their words. */
  const addTable = (rows: readonly TableRow[], columns: readonly number[], page: number, isDrawn = false) => {
    const goesOn =
      last &&
      last.at === blocks.length - 1 &&
      last.page === page - 1 &&
      last.columns.length === columns.length &&
      last.columns.every(
        (place, index) =>
          !Number.isFinite(columns[index]!) || isSameColumn({ place, isDrawn: last!.isDrawn }, { place: columns[index]!, isDrawn }),
      );
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
    last = { columns, isDrawn, rows: [...rows], body: rows.length, at: blocks.length - 1, page };
  };

  /**
   * Lines at the top of a page that go on with the last row of the table before it: in its columns, but in no row of their own. Gives how
   * many they are.
   */
  const addRest = (lines: readonly Line[]): number => {
    if (!pageStarts || !last || last.at !== blocks.length - 1) return 0;
    const { columns } = last;
    const columnOf = ({ x }: Segment) => columns.findIndex((column) => Math.abs(column - x) < 6);
    const isRest = ({ segments }: Line) => segments.length < columns.length && segments.every((segment) => columnOf(segment) > 0);
    let end = 0;
    while (
      end < lines.length &&
      end < mostSplit &&
      isRest(lines[end]!) &&
      (end === 0 || lines[end]!.y - lines[end - 1]!.y < lines[end]!.size * lineGap)
    )
      end++;
    // What follows is a row of the table, or something far below.
    const next = lines[end];
    if (end === 0 || (next && next.y - lines[end - 1]!.y < next.size * lineGap && next.segments.length < 2)) return 0;
    const rest = lines.slice(0, end);
    const parts = columns.map((_, column) =>
      rest.flatMap((line) =>
        line.segments
          .filter((segment) => columnOf(segment) === column)
          .map((segment) => ({ ...line, x: segment.x, right: segment.right, segments: [segment], text: segment.text })),
      ),
    );
    const row: TableRow = {
      cells: parts.map((own, column) =>
        own.length === 0 ? emptyCell : cellOf(own, (columns[column + 1] ?? usual.right) - usual.size, leastLeading([own]) ?? usual.leading),
      ),
      isHeader: false,
    };
    const above = last.rows[last.body - 1]!;
    if (!isRestOf(row, above)) return 0;
    last.rows[last.body - 1] = mergeRows(above, row);
    showTable(last);
    return end;
  };

  const addAligned = ({ rows }: AlignedTable, page: number) => {
    const starts = rows[0]!.map((_, column) => Math.min(...rows.flatMap((row) => row[column]!.map(({ segment }) => segment.x))));
    const ends = rows[0]!.map((_, column) =>
      Math.max(...rows.flatMap((row) => row[column]!.map(({ segment }) => segment.right)), (starts[column + 1] ?? 0) - usual.size * 1.5),
    );
    const cells = rows.map((row) =>
      row.map((parts) =>
        parts.map(({ segment, line }) => ({ ...line, x: segment.x, right: segment.right, segments: [segment], text: segment.text })),
      ),
    );
    const least = leastLeading(cells.flat()) ?? usual.leading;
    const read = rows.map((row, at): TableRow => ({
      cells: row.map((_, column) => cellOf(cells[at]![column]!, ends[column]!, least)),
      isHeader: isStrongRow(row.flatMap((parts) => parts.map(({ line }) => line))),
    }));
    addTable(read, starts, page);
  };

  /** Lines down the page; what stands in a box beside them follows the paragraph that it begins beside. */
  const addLines = (all: readonly Line[], asides: readonly Aside[] = []): void => {
    const waiting = [...asides];
    const addAsides = (until: number) => {
      while (waiting[0] && waiting[0].top < until) {
        open = null;
        const { lines: own } = waiting.shift()!;
        const { size, leading, right } = usualOf(own);
        for (const flow of flowsOf(own, { size, right, leading: Math.min(leading, usual.leading) })) addFlow(flow);
      }
    };
    const mayGoOn = pageStarts && last && last.at === blocks.length - 1 ? last.columns : [];
    const lines = all.slice(addRest(all));
    const tables = alignedTables(lines, mayGoOn);
    let at = 0;
    for (const table of [...tables, null]) {
      for (const flow of flowsOf(linesWithoutSigns(lines.slice(at, table?.start ?? lines.length)), usual)) {
        addAsides(flow.lines[0]!.y - flow.lines[0]!.size);
        addFlow(flow);
      }
      if (!table) break;
      addAligned(table, lines[table.start]!.page);
      for (const note of lines.slice(table.start, table.end).flatMap(({ beside = [] }) => beside)) add(paragraphBlock([{ text: note }]));
      at = table.end;
    }
    addAsides(Number.POSITIVE_INFINITY);
  };

  /** A cell as tags tell it; `right` is where its column ends. A line that ends long before that was ended by whoever wrote it. */
  const toldCell = ({ paragraphs, isJoined, colour: own }: ToldCell, right: number): TableCell => {
    if (isJoined) return joinedCell;
    const colour = own ?? colourBehind(paragraphs.flatMap(({ lines }) => lines));
    const cell = tableCell(
      paragraphs.map(({ lines, marker }) => ({
        runs: withPlainBullet(runsOfLines(lines, words, lineBreaks(lines, { ...usual, right }))),
        marker,
      })),
    );
    return colour ? { ...cell, colour } : cell;
  };

  const addRuled = ({ rows, columns }: RuledTable, page: number, told?: Extract<Told, { kind: 'ruled' }>['paragraphs']): void => {
    const above: TableCell[] = [];
    const all = rows.map((row) => row.map(({ glyphs }) => linesOf(glyphs, page)));
    const least = leastLeading(all.flat()) ?? usual.leading;
    addTable(
      rows.map((row, at): TableRow => {
        const lines = all[at]!;
        const cells = row.map((cell, index): TableCell => {
          const paragraphs = told?.get(cell);
          const own = paragraphs
            ? toldCell({ paragraphs, isJoined: false }, rightEdge(row, index, columns))
            : cell.glyphs.length > 0
              ? cellOf(lines[index]!, rightEdge(row, index, columns), least)
              : cell.joinsAbove && !cell.joinsLeft
                ? { ...(above[index] ?? emptyCell), isRepeated: true }
                : emptyCell;
          above[index] = own;
          return cell.colour && (own.text !== '' || !cell.joinsLeft)
            ? { ...own, colour: cell.colour }
            : cell.joinsLeft && own.text === ''
              ? joinedCell
              : own;
        });
        return { cells, isHeader: isStrongRow(lines.flat()) };
      }),
      columns.slice(0, -1),
      page,
      true,
    );
  };

  const addNotes = (lines: readonly Line[]): void => {
    for (const flow of flowsOf(lines, usualOf(lines))) {
      const runs = runsOfLines(flow.lines, words);
      const mark = /^\s*\[?(\d{1,3})\]?\s*/.exec(runs[0]?.text ?? '');
      const block = paragraphBlock(
        mark ? [{ text: `[${mark[1]!}] ` }, { ...runs[0]!, text: runs[0]!.text.slice(mark[0].length) }, ...runs.slice(1)] : runs,
      );
      if (block) notes.push(block);
    }
  };

  /** A line of an address, each of which is a paragraph for the program that wrote it, put under the lines before it. */
  const addsLine = (line: Line): boolean => {
    if (!open || open.at !== blocks.length - 1 || open.flow.told?.kind !== 'text' || open.flow.told.quoted) return false;
    const { lines, breaks = new Set<Line>() } = open.flow;
    if (
      lines.some((one, index) => index > 0 && !breaks.has(one)) ||
      !isNextShort({ lines, bullet: open.flow.bullet, broken: lines.length > 1 }, line, usual)
    )
      return false;
    const flow: Flow = { ...open.flow, lines: [...lines, line], breaks: new Set([...breaks, line]) };
    const block = blockOfFlow(flow, words, 0, blocks[open.at]!.afterPageBreak);
    if (block) blocks[open.at] = block;
    open = { flow, at: open.at };
    return true;
  };

  /**
   * The heading of the table before, which a program shows again on the next page and marks as no part of the paper: it is dropped where
   * the table is written, and said.
   */
  const addsHeading = (lines: readonly Line[]): boolean => {
    if (
      !pageStarts ||
      !last ||
      last.at !== blocks.length - 1 ||
      !lines.every(({ segments }) => segments.every(({ glyphs }) => glyphs.every(({ isArtifact }) => isArtifact)))
    )
      return false;
    const sorted = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');
    const words = sorted(lines.map(({ text }) => text).join(' '));
    const heads = [1, 2, 3].find(
      (count) =>
        sorted(
          last!.rows
            .slice(0, count)
            .flatMap(({ cells }) => cells.map(({ text }) => text))
            .join(' '),
        ) === words,
    );
    if (heads === undefined) return false;
    last.rows.push(...last.rows.slice(0, heads));
    showTable(last);
    return true;
  };

  const addTold = (told: Told, page: number): void => {
    switch (told.kind) {
      case 'ruled':
        addRuled(told.table, page, told.paragraphs);
        return;
      case 'loose':
        if (!addsHeading(told.lines)) addLines(told.lines);
        return;
      case 'note':
        addNotes(told.lines);
        return;
      case 'table':
        addTable(
          told.rows.map(({ cells, isHeader }): TableRow => ({
            cells: cells.map((cell, column) => toldCell(cell, told.rights[column]!)),
            isHeader: isHeader || isStrongRow(cells.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))),
          })),
          told.columns,
          page,
        );
        return;
      default: {
        const [first] = told.lines;
        if (!first) return;
        if (told.kind === 'text' && told.lines.length === 1 && addsLine(first)) return;
        const begun = start(first);
        // A bullet that was typed, and that no tag calls one.
        if (told.kind === 'text' && begun.bullet) addFlow({ ...begun, lines: [...told.lines] });
        else
          addFlow({
            ...begun,
            lines: [...told.lines],
            bullet: told.kind === 'item' && (told.marker !== undefined || begun.bullet || markerOf(first.text) !== null),
            told,
            breaks: told.kind === 'heading' ? new Set() : lineBreaks(told.lines, usual),
          });
      }
    }
  };

  return {
    addTold,
    startPage: () => {
      pageStarts = true;
    },
    addLines,
    addRuled,
    addNotes,
    finish: (): readonly TextBlock[] => [...blocks, ...notes],
  };
}
