import type { BlockContent, List, ListItem, Paragraph } from 'mdast';
import { advance, isAtEnd, isBlank, isSpace, point, position, stretchOf, wordsOf, type Line, type Reading } from './plain-lines.ts';
import type { Stretch } from './plain-words.ts';

/** A heading's marks, and the spaces behind them. */
export const headingLine = /^(#{1,6}) +(?=\S)/;

/** Whether a line whose words start at `at` is one of a paragraph, whatever stands above it. */
export function startsPlainly(text: string, at: number, end: number): boolean {
  const character = text[at]!;
  if (/[A-Za-zÀ-ɏ(“”‘’"'£€]/.test(character)) return true;
  if (/[0-9]/.test(character)) return !/^\d{1,9}[.)](?:\s|$)/.test(text.slice(at, Math.min(end, at + 12)));
  if (character === '[') return true;
  return (character === '*' || character === '_') && /^(?:\*\*?|__?)[A-Za-z0-9]/.test(text.slice(at, Math.min(end, at + 3)));
}

/** A paragraph that begins at `from` in the line, inside of what has its content `indent` columns in. */
export function readParagraph(reading: Reading, from: number, indent: number): Paragraph | null {
  const { text } = reading;
  const first = reading.line;
  const stretches: Stretch[] = [];
  let last = first;
  for (let start = from; ;) {
    last = reading.line;
    let end = last.end;
    while (isSpace(text.charCodeAt(end - 1))) end--;
    stretches.push(stretchOf(last, start, end));
    advance(reading);
    const { line } = reading;
    if (isAtEnd(reading) || isBlank(line)) break;
    start = line.content;
    const depth = start - line.start;
    if (!startsPlainly(text, start, line.end)) {
      if (!mayInterrupt(text, line, depth >= indent) || (depth >= indent && text[start] === '#' && indent > 0)) return null;
      break;
    }
    // Two spaces before the end of a line would break it.
    if (last.end - end > 1) return null;
  }
  const children = wordsOf(reading, stretches);
  return children && { type: 'paragraph', children, position: position(reading, first, from, last, last.end, children) };
}

/** Whether a line surely ends the paragraph above it. In the same list or none, only an item numbered 1 or with a bullet does. */
function mayInterrupt(text: string, line: Line, isInside: boolean): boolean {
  if (headingLine.test(text.slice(line.content, line.content + 9))) return line.content === line.start;
  const marker = markerAt(text, line.content, line);
  return marker !== null && (!isInside || !marker.ordered || text.slice(line.content, line.content + 2) === `1${marker.kind}`);
}

export interface Marker {
  /** What makes two items those of one list. */
  readonly kind: string;
  readonly ordered: boolean;
  readonly start: number | null;
  /** Where what it marks begins. */
  readonly content: number;
}

/** The marker of an item that surely is one and that begins with a paragraph. */
export function markerAt(text: string, at: number, line: Line): Marker | null {
  const match = /^(?:[-+*]|(\d{1,9})([.)])) {1,4}(?=[^ ])/.exec(text.slice(at, Math.min(line.end, at + 16)));
  if (!match) return null;
  const content = at + match[0].length;
  if (!startsPlainly(text, content, line.end)) return null;
  return { kind: match[2] ?? text[at]!, ordered: match[1] !== undefined, start: match[1] === undefined ? null : Number(match[1]), content };
}

export function readItem(reading: Reading, marker: Marker): ListItem | null {
  const { text, line, bounds } = reading;
  const at = line.content;
  const indent = marker.content - line.start;
  if (1 + indent / 2 > bounds.depth) return null;
  const first = readParagraph(reading, marker.content, indent);
  if (!first) return null;
  const children: BlockContent[] = [first];
  let spread = false;
  for (let behind = reading.line; !isAtEnd(reading); behind = reading.line) {
    while (isBlank(reading.line) && !isAtEnd(reading)) advance(reading);
    const next = reading.line;
    if (isAtEnd(reading) || next.content - next.start < indent) {
      reading.line = behind;
      break;
    }
    // Further in than the item, or behind a list inside it: there is more than one way to belong.
    if (next.content - next.start > indent || children.at(-1)!.type === 'list') return null;
    spread ||= next !== behind;
    const inner = markerAt(text, next.content, next)
      ? readList(reading)
      : startsPlainly(text, next.content, next.end)
        ? readParagraph(reading, next.content, indent)
        : null;
    if (!inner) return null;
    children.push(inner);
  }
  return {
    type: 'listItem',
    spread,
    checked: null,
    children,
    position: { start: point(reading, line, at), end: children.at(-1)!.position!.end },
  };
}

/** A list inside an item: the line stands at its first marker. */
function readList(reading: Reading): List | null {
  const {
    text,
    line: { content, start },
  } = reading;
  const opening = markerAt(text, content, reading.line)!;
  const items: ListItem[] = [];
  let spread = false;
  for (let marker: Marker | null = opening, blank = false; marker;) {
    const item = readItem(reading, marker);
    if (!item) return null;
    items.push(item);
    spread ||= blank;
    const behind = reading.line;
    while (isBlank(reading.line) && !isAtEnd(reading)) advance(reading);
    const next = reading.line;
    blank = next !== behind;
    marker = !isAtEnd(reading) && next.content - next.start === content - start ? markerAt(text, next.content, next) : null;
    if (marker && marker.kind !== opening.kind) return null;
    if (!marker) reading.line = behind;
  }
  return {
    type: 'list',
    ordered: opening.ordered,
    start: opening.start,
    spread,
    children: items,
    position: { start: items[0]!.position!.start, end: items.at(-1)!.position!.end },
  };
}
