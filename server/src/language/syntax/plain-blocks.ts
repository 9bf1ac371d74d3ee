import type { TableRow } from 'mdast';
import type { Continuation } from './blocks.ts';
import type { Bounds } from './bounds.ts';
import { countLineFeeds } from './lines.ts';
import { advance, afterBlankLines, isBlank, isSpace, lineAt, position, stretchOf, wordsOf, type Reading } from './plain-lines.ts';
import { headingLine, markerAt, readItem, readParagraph, startsPlainly } from './plain-lists.ts';
import { readQuote } from './plain-quotes.ts';
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
 * Reads what a text begins with at `from`, as far as it is plain: paragraphs, headings, lists and tables, written as people write them who
 * do not know what else Markdown can do. Exactly what remark-parse makes of it, a hundred times sooner. Whatever might mean something else
 * is not plain, and left to remark-parse: null where the text begins with it.
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
    blocks.push({
      kind: unit.kind,
      text: said,
      lineBreaks: countLineFeeds(text, at, end),
      nodes: [unit.node],
      container,
      opensContainer: open === null && container !== null,
      leftUnread: null,
    });
    if (container && goesOn(text, at, end, end > unit.end, container)) {
      open = { container, header: container.type === 'list' ? '' : (open?.header ?? said) };
      sure = { count: blocks.length, end, after: open };
    } else {
      const mayGoOn = container?.type === 'list' && seemsItem(text, end);
      if (end === text.length || (end > unit.end && !mayGoOn && !/[ \t\r\ufeff]/.test(text[end]!)))
        sure = { count: blocks.length, end, after: 'nothing' };
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

/** Whether a stretch has nothing in it that may mean more than it says, wherever it stands, and stays within bounds. */
function isPlain(text: string, from: number, to: number, bounds: Bounds): boolean {
  if (to - from > bounds.line) return false;
  let marks = 0;
  let brackets = 0;
  for (let at = from; at < to; at++) {
    switch (text.charCodeAt(at)) {
      case 42:
      case 95: // * _
        marks++;
        break;
      case 91:
      case 93: // [ ]
        brackets++;
        break;
      case 38: // &
        if (at + 1 < to && /[#A-Za-z]/.test(text[at + 1]!)) return false;
        break;
      case 13: // \r, unless it is half of an ending
        if (at + 1 === to || text.charCodeAt(at + 1) !== 10) return false;
        break;
      case 92:
      case 96:
      case 60:
      case 126:
      case 9:
      case 0:
      case 0xfeff:
      case 0xfdd0:
      case 0xfdd1: // \ ` < ~, tab, NUL, and what is no character
        return false;
    }
  }
  return marks <= bounds.emphasis && brackets <= bounds.brackets;
}

function readUnit(text: string, at: number, open: Continuation | null, bounds: Bounds): Unit | null {
  const reading: Reading = { text, start: at, bounds, line: lineAt(text, at, 1) };
  const found = readStructure(reading, open);
  if (!found) return null;
  const end = reading.line.start;
  return isPlain(text, at, end, bounds) ? { kind: found.kind, node: found.node, container: found.container, end } : null;
}

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
  if (text[line.start] === '>') return flowUnit(readQuote(reading));
  return startsPlainly(text, line.start, line.end) ? flowUnit(readParagraph(reading, line.start, 0)) : null;
}

const flowUnit = (node: BlockNode | null): Omit<Unit, 'end'> | null => node && { kind: 'flow', node, container: null };
const rowUnit = (node: TableRow | null, container: Container | null): Omit<Unit, 'end'> | null =>
  node && { kind: 'table-row', node, container };

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
  return (
    children && { type: 'heading', depth: depth as 1, children, position: position(reading, line, line.start, line, line.end, children) }
  );
}
