import type { Nodes, Text } from 'mdast';
import { isLineEnding } from './lines.ts';

/** What a reader reads of a piece of Markdown, and where each character of it stands in the source. */
export interface PlainText {
  readonly text: string;
  /** For each UTF-16 code unit of `text`, its offset in the source, counted as the nodes' positions are; one entry more for the end. Never falls. */
  readonly offsets: readonly number[];
}

/**
 * The text of a node without its marks: code and the words of links kept, pictures as their alternative text, HTML tags and comments
 * dropped. White space, non-breaking spaces included, is folded to one space and trimmed. Never throws.
 */
export function plainText(node: Nodes): string {
  let text = '';
  for (const { value } of piecesOf(node)) text += value;
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * {@link plainText} with the place in the source of every character.
 *
 * @param source the text that the positions of the node count in: the text of its block.
 */
export function plainTextWithOffsets(node: Nodes, source: string): PlainText {
  let text = '';
  const offsets: number[] = [];
  let end = node.position?.start.offset ?? 0;
  let spaceAt = -1;
  for (const piece of piecesOf(node)) {
    const places = placesOf(piece, source, end);
    for (let i = 0; i < piece.value.length; i++) {
      const character = piece.value[i]!;
      if (/\s/.test(character)) {
        if (spaceAt < 0) spaceAt = places[i]!;
        continue;
      }
      if (spaceAt >= 0 && text !== '') {
        text += ' ';
        offsets.push(spaceAt);
      }
      spaceAt = -1;
      text += character;
      offsets.push(places[i]!);
      end = places[i + 1]!;
    }
  }
  offsets.push(end);
  return { text, offsets };
}

/** For each UTF-16 code unit of a text node's value, its offset in `source`, and one more for the end: nothing is folded or trimmed. */
export const offsetsOfText = (node: Text, source: string): readonly number[] => placesOf({ value: node.value, node }, source, 0);

/** Some text that a reader reads, and the node it comes from; none for the space between two paragraphs or cells. */
interface Piece {
  readonly value: string;
  readonly node: Nodes | null;
}

const space: Piece = { value: ' ', node: null };

function* piecesOf(node: Nodes): Generator<Piece> {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      yield { value: node.value, node };
      return;
    case 'image':
    case 'imageReference':
      if (node.alt) yield { value: node.alt, node };
      return;
    case 'html':
      if (/^<br\b/i.test(node.value)) yield space;
      return;
    case 'break':
      yield space;
      return;
    default:
  }
  if (!('children' in node)) return;
  let first = true;
  for (const child of node.children) {
    if (!first && !isInline(child)) yield space;
    first = false;
    yield* piecesOf(child);
  }
}

const inline = new Set<Nodes['type']>(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'html', 'link', 'linkReference', 'image', 'imageReference']);

const isInline = (node: Nodes): boolean => inline.has(node.type);

/**
 * Where each character of a piece stands: the source is followed from the start of the node, past what Markdown leaves out of the value
 * (escapes, the rest of a character reference, indentation and quote marks after a line ending).
 */
function placesOf({ value, node }: Piece, source: string, otherwise: number): number[] {
  const position = node?.position;
  if (!position) return Array.from({ length: value.length + 1 }, () => otherwise);
  const end = position.end.offset!;
  let at = position.start.offset! + openingLength(node, source);
  const places: number[] = [];
  for (let i = 0; i < value.length; i++) {
    const reference = source[at] === '&' && !source.startsWith(value.slice(i, i + 3), at) ? referenceEnd(source, at, end) : -1;
    if (reference > 0) {
      places.push(at);
      if (isHighSurrogate(value.charCodeAt(i)) && i + 1 < value.length) {
        places.push(at);
        i++;
      }
      at = reference;
      continue;
    }
    const found = find(value.charCodeAt(i), source, at, end);
    if (found >= 0) at = found;
    places.push(Math.min(at, end));
    at++;
  }
  places.push(Math.min(at, end));
  return places;
}

/** The next place of a character, past what a value leaves out; -1 where it is not met (a NUL, which Markdown reads as U+FFFD). */
function find(code: number, source: string, from: number, end: number): number {
  if (source.charCodeAt(from) === code) return from;
  for (let at = from; at < end; at++) {
    const there = source.charCodeAt(at);
    if (there === code) return at;
    if (!isSkipped(there)) return -1;
  }
  return -1;
}

/** Whether a character of the source may be left out of a value: white space, line endings, quote marks, backslashes, bars' escapes. */
const isSkipped = (code: number): boolean => code === 32 || code === 9 || code === 62 || code === 92 || isLineEnding(code);

/** Where a character reference such as `&amp;` ends; -1 where there is none. */
function referenceEnd(source: string, at: number, end: number): number {
  const match = /^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,30});/.exec(source.slice(at, Math.min(at + 40, end)));
  return match ? at + match[0].length : -1;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** How much of a node stands before its text. */
function openingLength(node: Nodes, source: string): number {
  const start = node.position!.start.offset!;
  if (node.type === 'image' || node.type === 'imageReference') return 2;
  if (node.type !== 'inlineCode' && node.type !== 'code') return 0;
  const fence = source[start]!;
  if (fence !== '`' && fence !== '~') return 0; // indented code
  let at = start;
  while (source[at] === fence) at++;
  if (node.type === 'inlineCode') return at - start;
  while (at < source.length && !isLineEnding(source.charCodeAt(at))) at++;
  return at - start;
}
