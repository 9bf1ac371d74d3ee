import type { Position, Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { layoutOf, lineStarts, blockAtLine, offsetAt, positionAt, type Layout } from '../../language/syntax/layout.ts';
import type { Syntax } from '../../language/syntax/syntax.ts';
import type { DocumentAddress } from '../../language/text/document-address.ts';
import type { Span } from '../../language/text/span.ts';
import type { Client } from '../connection/client.ts';

/** Offsets of one version of one document ↔ positions as the client counts them. */
export interface Places {
  position(offset: number): Position;
  range(span: Span): Range;
  offset(position: Position): number;
  /** A range in any order, as a span. */
  span(range: Range): Span;
  /** The client's count of a UTF-16 code unit in a line. */
  column(line: number, character: number): number;
}

/** Positions in a document, and its URI as the client spells it. */
export interface Whereabouts {
  readonly uri: string;
  /** Version that an edit is meant for; null for a document that is not open. */
  readonly version: number | null;
  readonly places: Places;
}

/** Other documents than the one that is spoken of; undefined for one that is gone. */
export type Others = ReadonlyMap<DocumentAddress, Whereabouts>;

/** Places of a document that has been read, through its layout: no more work than the lines asked for. */
export function placesOf(syntax: Syntax, encoding: Client['encoding']): Places {
  const layout = layoutOf(syntax);
  return makePlaces(encoding, {
    positionAt: (offset) => positionAt(layout, offset),
    offsetAt: (position) => offsetAt(layout, position),
    line: (line) => lineText(layout, line),
  });
}

/** Places of a text that has not been read. */
export function placesInText(document: TextDocument, encoding: Client['encoding']): Places {
  return makePlaces(encoding, {
    positionAt: (offset) => document.positionAt(offset),
    offsetAt: (position) => document.offsetAt(position),
    line: (line) => document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }),
  });
}

/** A position in an open text as the client counts it, in UTF-16 code units: no more work than its line. */
export const inUtf16 = (text: { line(line: number): string }, { line, character }: Position, encoding: Client['encoding']): Position => ({
  line,
  character: encoding === 'utf-8' ? columnsOf(text.line(line)).toUtf16(character) : character,
});

interface Utf16Places {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  line(line: number): string;
}

function makePlaces(encoding: Client['encoding'], { positionAt: at, offsetAt: offset, line }: Utf16Places): Places {
  const columns = encoding === 'utf-8' ? utf8Columns(line) : null;
  const position: Places['position'] = (where) => {
    const found = at(where);
    return columns ? { line: found.line, character: columns(found.line).toUtf8(found.character) } : found;
  };
  const offsetOf: Places['offset'] = (where) =>
    offset(columns ? { line: where.line, character: columns(where.line).toUtf16(where.character) } : where);
  return {
    position,
    range: ({ start, end }) => ({ start: position(start), end: position(end) }),
    offset: offsetOf,
    span: (range) => {
      const [a, b] = [offsetOf(range.start), offsetOf(range.end)];
      return { start: Math.min(a, b), end: Math.max(a, b) };
    },
    column: (number, character) => (columns ? columns(number).toUtf8(character) : character),
  };
}

function lineText(layout: Layout, line: number): string {
  const index = blockAtLine(layout, line);
  const block = layout.syntax.blocks[index];
  if (!block || line < 0) return '';
  const starts = lineStarts(block);
  const within = line - layout.lines[index]!;
  return within < starts.length ? block.text.slice(starts[within], starts[within + 1]) : '';
}

interface Columns {
  toUtf8(utf16: number): number;
  toUtf16(utf8: number): number;
}

/** Code units between two entries of a line's table. */
const step = 256;

/** Columns by line, each line counted through once; a line of a million characters costs a look-up and at most 256 steps. */
function utf8Columns(line: (line: number) => string): (line: number) => Columns {
  const known = new Map<number, Columns>();
  return (number) => {
    let columns = known.get(number);
    if (!columns) known.set(number, (columns = columnsOf(line(number))));
    return columns;
  };
}

export function columnsOf(text: string): Columns {
  const table: number[] = [0];
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    bytes += width(text, at);
    if ((at + 1) % step === 0) table.push(bytes);
  }
  return {
    toUtf8(utf16) {
      const to = Math.max(0, Math.min(utf16, text.length));
      const entry = Math.floor(to / step);
      let count = table[entry]!;
      for (let at = entry * step; at < to; at++) count += width(text, at);
      return count;
    },
    toUtf16(utf8) {
      if (utf8 >= bytes) return text.length;
      let low = 0;
      let high = table.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (table[middle]! <= utf8) low = middle;
        else high = middle - 1;
      }
      let at = low * step;
      for (let count = table[low]!; at < text.length; at++) {
        count += width(text, at);
        if (count > utf8) break;
      }
      // A column inside a pair, or at its start, is the start of the pair.
      return at > 0 && isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1)) ? at - 1 : at;
    },
  };
}

/** Bytes that a code unit adds in UTF-8: a pair of surrogates is four, counted on its second half. */
function width(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  if (code >= 0xd800 && code < 0xdc00 && isLow(text.charCodeAt(at + 1))) return 0;
  if (isLow(code) && at > 0 && isHigh(text.charCodeAt(at - 1))) return 4;
  return 3;
}

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;
