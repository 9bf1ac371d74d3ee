import type { TextBlock } from '../paper/blocks.ts';
import { markerOf, markersOf, startsOrFollows, type Marker } from '../paper/markers.ts';
import { item, paragraph, type Piece } from './write-markdown.ts';

interface Open {
  readonly kind: 'paragraph' | 'item';
  readonly depth: number;
  readonly lines: string[];
  readonly tight: boolean;
}

const lastMarkers = new WeakMap<readonly Piece[], Marker[]>();

/**
 * The lines of a block as paragraphs and list items, put at the end of `pieces`. A line starts a new one where it begins with a
 * bullet or with a number or letter that starts or carries on a sequence; every other line goes on with the one before it.
 */
export function paragraphsOf(block: TextBlock, pieces: Piece[], lineBreaks: 'all' | 'fields'): readonly string[] {
  const notes: string[] = [];
  const seen = lastMarkers.get(pieces) ?? [];
  lastMarkers.set(pieces, seen);
  const { lines } = block;
  if (joinsAcrossPage(block, lines[0]!, pieces)) {
    const before = pieces.pop()!;
    notes.push(`A sentence that a page break had split was joined: “… ${lines[0]!.trim().slice(0, 40)}”.`);
    pieces.push({ ...before, text: `${before.text}\n${paragraph(lines).text}` });
    return notes;
  }
  const indents: number[] = [];
  let open: Open | null = null;
  const close = () => {
    if (open?.kind === 'item') pieces.push(item(open.depth, open.lines, open.tight));
    else if (open) pieces.push(paragraph(open.lines, lineBreaks, open.tight));
    open = null;
  };
  for (const [index, line] of lines.entries()) {
    const marker = startingMarker(line, index === 0 ? null : lines[index - 1]!, seen);
    if (!marker) {
      if (open) (open as Open).lines.push(line);
      else open = { kind: 'paragraph', depth: 0, lines: [line], tight: false };
      continue;
    }
    close();
    if (marker.style === 'bullet') {
      while (indents.length > 0 && indents.at(-1)! > marker.indent) indents.pop();
      if (indents.length === 0 || indents.at(-1)! < marker.indent) indents.push(marker.indent);
      open = { kind: 'item', depth: Math.min(3, indents.length - 1), lines: [marker.rest], tight: pieces.at(-1)?.kind === 'item' };
    } else {
      indents.length = 0;
      const last = seen.find(({ style }) => style === marker.style) ?? null;
      // A number at the head of a block counts, whatever stood before: the first of its sequence may be inside a paragraph.
      if (startsOrFollows(marker, last) || (index === 0 && last === null)) remember(seen, marker);
      const followsNumber =
        marker.style === 'number' && !marker.text.startsWith('(') && index > 0 && markerOf(lines[index - 1]!)?.style === 'number';
      open = { kind: 'paragraph', depth: 0, lines: [`${marker.text} ${marker.rest}`], tight: followsNumber };
    }
  }
  close();
  return notes;
}

/** The marker that a line starts a paragraph with, or null where it goes on with the line before it. */
function startingMarker(line: string, before: string | null, seen: readonly Marker[]): Marker | null {
  for (const marker of markersOf(line)) {
    if (marker.style === 'bullet') {
      const inner = markersOf(marker.rest).find((candidate) => candidate.style !== 'bullet' && isOf(candidate, marker, seen));
      if (inner) return inner;
      // A dash at the start of a wrapped line may be a dash.
      const isDash = /[–—]/.test(marker.text);
      if (isDash && before !== null && markerOf(before)?.style !== 'bullet' && !/[:;.]$/.test(before)) continue;
      return marker;
    }
    const last = seen.findLast(({ style }) => style === marker.style) ?? null;
    if (before === null || (startsOrFollows(marker, last) && (last !== null || !/\p{L}$/u.test(before)))) return marker;
  }
  return null;
}

/** Whether "- 1.4. …" is paragraph 1.4 written as an item, and not an item that begins with a number such as "12.5 per cent". */
function isOf(inner: Marker, bullet: Marker, seen: readonly Marker[]): boolean {
  if (inner.style === 'number' && bullet.indent === 0) return false;
  return startsOrFollows(inner, seen.find(({ style }) => style === inner.style) ?? null);
}

function remember(seen: Marker[], marker: Marker): void {
  const at = seen.findIndex(({ style }) => style === marker.style);
  if (at >= 0) seen.splice(at, 1);
  seen.push(marker);
}

/** Only where a page is known to have ended and the sentence visibly goes on: no stop before it, a small letter after it. */
function joinsAcrossPage(block: TextBlock, first: string, pieces: readonly Piece[]): boolean {
  const before = pieces.at(-1);
  if (!block.afterPageBreak || before === undefined || before.kind !== 'paragraph') return false;
  const lastLine = before.text.slice(before.text.lastIndexOf('\n') + 1);
  // The last words of a page may be an address at its foot, which no sentence goes on from.
  if (lastLine.split(' ').length < 4 || before.text.includes('  \n')) return false;
  return /[\p{Ll},]$/u.test(before.text) && /^\p{Ll}/u.test(first.trim()) && markerOf(first) === null && before.text.length > 40;
}

/**
 * The lines of a paragraph, parted before "(a)", "(b)", "(c)" where each of them begins with the one that follows: items that line breaks
 * part.
 */
export function paragraphsOfLines(lines: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let last: Marker | null = null;
  for (const [index, line] of lines.entries()) {
    const marks: readonly Marker[] = markersOf(line).filter(({ style }) => style !== 'bullet' && style !== 'section.paragraph');
    const next: Marker | undefined =
      last === null
        ? marks.find(
            (mark) =>
              mark.values[0] === 1 &&
              markersOf(lines[index + 1] ?? '').some(({ style, values }) => style === mark.style && values[0] === 2),
          )
        : marks.find(({ style, values }) => style === last!.style && values[0] === last!.values[0]! + 1);
    if (next || parts.length === 0) parts.push([line]);
    else parts.at(-1)!.push(line);
    if (next) last = next;
  }
  return parts;
}
