import type { TableRow } from 'mdast';
import type { Continuation } from './blocks.ts';
import type { Bounds } from './bounds.ts';
import { countLineBreaks } from './lines.ts';
import { advance, afterBlankLines, isBlank, isSpace, lineAt, point, stretchOf, wordsOf, type Reading } from './plain-lines.ts';
import { headingLine, markerAt, readItem, readParagraph, startsPlainly } from './plain-lists.ts';
import { readRow, readTableHead } from './plain-tables.ts';
import type { Block, BlockNode, Container } from './syntax.ts';

/** Blocks that were read from a text, and how the text behind them can be read on its own. */
export interface PlainBlocks {
  readonly blocks: readonly Block[];
  /** Offset in the text. */
  readonly end: number;
  readonly after: 'nothing' | Continuation;
}

/**
 * Reads what a text begins with at `from`, as far as it is plain: paragraphs, headings, lists and tables, written as people write them who do
 * not know what else Markdown can do. Exactly what remark-parse makes of it, a hundred times sooner. Whatever might mean something else is
 * not plain, and left to remark-parse: null where the text begins with it.
 *
 * @param before the list or table that goes on at `from`, or null.
 * @param wanted characters after which to stop.
 */
export function readPlain(text: string, from: number, before: Continuation | null, wanted: number, bounds: Bounds): PlainBlocks | null {
  const blocks: Block[] = [];
  let open = before;
  let sure: { readonly count: number; readonly end: number; readonly after: PlainBlocks['after'] } | null = null;
  for (let at = from; at < text.length;) {
    const unit = readUnit(text, at, open, bounds);
    if (!unit) break;
    const end = afterBlankLines(text, unit.end);
    const container = open?.container ?? unit.container;
    const said = text.slice(at, end);
    blocks.push({ kind: unit.kind, text: said, lineBreaks: countLineBreaks(said), nodes: [unit.node], container, opensContainer: open === null && container !== null, leftUnread: null });
    if (container && goesOn(text, at, end, end > unit.end, container)) {
      open = { container, header: container.type === 'list' ? '' : (open?.header ?? said) };
      sure = { count: blocks.length, end, after: open };
    } else {
      const mayGoOn = container?.type === 'list' && seemsItem(text, end);
      if (end === text.length || (end > unit.end && !mayGoOn && !/[ \t\r\ufeff]/.test(text[end]!))) sure = { count: blocks.length, end, after: 'nothing' };
      else if (container?.type === 'table' || (mayGoOn && !markerAt(text, end, lineAt(text, end, 1)))) break;
      open = null;
    }
    if (sure?.end === end && end - from >= wanted) break;
    at = end;
  }
  return sure && { blocks: blocks.slice(0, sure.count), end: sure.end, after: sure.after };
}

interface Unit {
  readonly kind: Block['kind'];
  readonly node: BlockNode;
  readonly container: Container | null;
  /** Start of the line behind it. */
  readonly end: number;
}

/** What may mean more than it says, wherever it stands. */
const notPlain = /[\\`<~\t\0\ufeff\ufdd0\ufdd1]|&[#A-Za-z]|\r(?!\n)/;

function readUnit(text: string, at: number, open: Continuation | null, bounds: Bounds): Unit | null {
  const reading: Reading = { text, start: at, bounds, line: lineAt(text, at, 1) };
  const found = readStructure(reading, open);
  if (!found) return null;
  const end = reading.line.start;
  const said = text.slice(at, end);
  return end - at <= bounds.line && !notPlain.test(said) && countOf(said, /[*_]/g) <= bounds.emphasis && countOf(said, /[[\]]/g) <= bounds.brackets ? { ...found, end } : null;
}

const countOf = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

function readStructure(reading: Reading, open: Continuation | null): Omit<Unit, 'end'> | null {
  const { text, line } = reading;
  if (line.content > line.start || isBlank(line)) return null;
  if (open?.container.type === 'table') return rowUnit(readRow(reading), null);
  const marker = markerAt(text, line.start, line);
  if (marker) {
    const container: Container = { type: 'list', ordered: marker.ordered, start: marker.start };
    const node = readItem(reading, marker);
    return node && { kind: 'list-item', node, container };
  }
  if (open) return null;
  const heading = headingLine.exec(text.slice(line.start, Math.min(line.end, line.start + 20)));
  if (heading) return flowUnit(readHeading(reading, heading[1]!.length, heading[0].length));
  if (text[line.start] === '|') {
    const head = readTableHead(reading);
    return head && rowUnit(head.row, { type: 'table', align: head.align });
  }
  return startsPlainly(text, line.start, line.end) ? flowUnit(readParagraph(reading, line.start, 0)) : null;
}

const flowUnit = (node: BlockNode | null): Omit<Unit, 'end'> | null => node && { kind: 'flow', node, container: null };
const rowUnit = (node: TableRow | null, container: Container | null): Omit<Unit, 'end'> | null => node && { kind: 'table-row', node, container };

/** `after` a block of a list or table at `at`: whether what follows surely is the next item or row of it. */
function goesOn(text: string, at: number, end: number, afterBlank: boolean, container: Container): boolean {
  if (end === text.length) return false;
  if (container.type === 'table') return !afterBlank && text[end] === '|';
  const next = markerAt(text, end, lineAt(text, end, 1));
  return next !== null && next.kind === markerAt(text, at, lineAt(text, at, 1))?.kind;
}

/** Whether a line may begin an item of a list, to whichever list it belongs. */
const seemsItem = (text: string, at: number): boolean => /^(?:[-+*]|\d{1,9}[.)])(?:[ \t\r\n]|$)/.test(text.slice(at, at + 12));

function readHeading(reading: Reading, depth: number, opening: number): BlockNode | null {
  const { text, line } = reading;
  const last = text.charCodeAt(line.end - 1);
  if (last === 35 || isSpace(last)) return null;
  const children = wordsOf(reading, [stretchOf(line, line.start + opening, line.end)]);
  advance(reading);
  return children && { type: 'heading', depth: depth as 1, children, position: { start: point(reading, line, line.start), end: point(reading, line, line.end) } };
}
