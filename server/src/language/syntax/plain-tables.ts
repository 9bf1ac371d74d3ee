import type { AlignType, TableCell, TableRow } from 'mdast';
import { advance, isSpace, point, stretchOf, wordsOf, type Reading } from './plain-lines.ts';

/** The head of a table with the row of dashes under it. */
export function readTableHead(reading: Reading): { readonly row: TableRow; readonly align: AlignType[] } | null {
  const { text } = reading;
  const row = readRow(reading);
  const { line } = reading;
  const delimiters = text.slice(line.start, line.end);
  if (!row || !/^\|(?: *:?-+:? *\|)+$/.test(delimiters)) return null;
  const align = delimiters.slice(1, -1).split('|').map(alignOf);
  if (align.length !== row.children.length) return null;
  advance(reading);
  return { row, align };
}

function alignOf(delimiter: string): AlignType {
  const mark = delimiter.trim();
  const isLeft = mark.startsWith(':');
  return mark.endsWith(':') ? (isLeft ? 'center' : 'right') : isLeft ? 'left' : null;
}

/** A row that begins and ends with a bar. */
export function readRow(reading: Reading): TableRow | null {
  const { text, line } = reading;
  if (text[line.start] !== '|' || text[line.end - 1] !== '|' || line.end - line.start < 3) return null;
  const cells: TableCell[] = [];
  let from = point(reading, line, line.start);
  for (let bar = line.start; bar < line.end - 1;) {
    const next = text.indexOf('|', bar + 1);
    let [start, end] = [bar + 1, next];
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    const children = next === bar + 1 ? null : start === end ? [] : wordsOf(reading, [stretchOf(line, start, end)]);
    if (!children) return null;
    const isLast = next === line.end - 1;
    const to = point(reading, line, isLast ? next + 1 : next);
    cells.push({ type: 'tableCell', children: children as TableCell['children'], position: { start: from, end: to } });
    bar = next;
    from = to;
  }
  advance(reading);
  return { type: 'tableRow', children: cells, position: { start: cells[0]!.position!.start, end: from } };
}
