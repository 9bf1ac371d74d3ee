import type { Nodes, RootContent } from 'mdast';
import type { Bounds } from './bounds.ts';
import { isLineEnding, nextLine } from './lines.ts';
import type { Block } from './syntax.ts';
import { walk } from './walk.ts';

/** A place that was left as text, and why. */
export interface Unread {
  readonly offset: number;
  readonly reason: NonNullable<Block['leftUnread']>;
}

/** A line of a text that the parser is not given: a short stand-in takes its place. */
interface Cut {
  /** Zero-based. */
  readonly line: number;
  /** Offset in the text. */
  readonly offset: number;
  readonly said: string;
  readonly standIn: string;
  readonly reason: Unread['reason'];
}

/** A text as the parser is given it. */
export interface Shortened {
  readonly text: string;
  readonly cuts: readonly Cut[];
}

/**
 * Puts a stand-in, which Markdown reads as a word, for every line of a text that is too long, in a run of prose that is too long, or
 * too deep. What is cut depends on nothing outside the run of lines (see `startsRun`), so that a part of a document has the same lines cut
 * as the whole.
 */
export function shorten(text: string, bounds: Bounds): Shortened {
  const addresses = /www\.|:\/\//i.test(text);
  const cuts: Cut[] = [];
  let run = 0;
  let runLines: number[] = [];
  let number = 0;
  const cut = (line: number, offset: number, end: number, reason: Unread['reason']): void => {
    const said = text.slice(offset, lineEnd(text, offset, end));
    if (said.trim() !== '') cuts.push({ line, offset, said, standIn: standInFor(cuts.length), reason });
  };
  const closeRun = (line: number, end: number): void => {
    const tooLong = end - run > bounds.prose;
    runLines.push(end);
    for (let i = 0; i + 1 < runLines.length; i++) {
      const [start, next] = [runLines[i]!, runLines[i + 1]!];
      const at = line - (runLines.length - 1) + i;
      if (tooLong || next - start > bounds.line) cut(at, start, next, 'too-long');
      else if (isTooDeep(text, start, next, bounds) || (addresses && isTiring(text, start, next, bounds)))
        cut(at, start, next, 'too-many-brackets');
    }
    run = end;
    runLines = [];
  };
  for (let start = 0, alone = false; start < text.length; number++) {
    const end = nextLine(text, start);
    const afterAlone = alone;
    alone = isBlankLine(text, start, end) || isFence(text, start, end);
    if (afterAlone || alone || startsRun(text, start, end)) closeRun(number, start);
    runLines.push(start);
    start = end;
  }
  closeRun(number, text.length);
  return cuts.length === 0 ? { text, cuts } : { text: withStandIns(text, cuts), cuts };
}

function withStandIns(text: string, cuts: readonly Cut[]): string {
  let result = '';
  let at = 0;
  for (const { offset, said, standIn } of cuts) {
    result += text.slice(at, offset) + standIn;
    at = offset + said.length;
  }
  return result + text.slice(at);
}

/** Where an offset of a text that starts a line is in the shortened one. */
export const inShortened = (cuts: readonly Cut[], offset: number): number =>
  cuts.reduce((at, cut) => (cut.offset < offset ? at + cut.standIn.length - cut.said.length : at), offset);

/** Two characters that no text has (Unicode keeps them for uses like this), around the number of the cut. */
const standInFor = (index: number): string => `\uFDD0${index}\uFDD1`;
const standIns = /\uFDD0([0-9]+)\uFDD1/g;

/** Where a line ends, its line ending left out. */
function lineEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isLineEnding(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Runs are told apart by blank lines, which belong to none: a window or slice may begin after one. */
function isBlankLine(text: string, start: number, end: number): boolean {
  const at = afterSpaces(text, start, end);
  return at === end || isLineEnding(text.charCodeAt(at));
}

/** Whether a line begins a run whatever stands above it: the row of a table, the item of a list. A window or slice may begin there too. */
function startsRun(text: string, start: number, end: number): boolean {
  const at = afterSpaces(text, start, end);
  if (markerEnd(text, at, end) >= 0) return true;
  return text.slice(at, end).includes('|');
}

/** Whether a line may open or close code or a comment: a run of its own, so that the end of something long is still seen. */
function isFence(text: string, start: number, end: number): boolean {
  const at = afterSpaces(text, start, end);
  return ['```', '~~~', '<!--', '-->'].some((mark) => text.startsWith(mark, at)) && end - start < 200;
}

function afterSpaces(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

const isSpace = (code: number): boolean => code === 32 || code === 9;

/** Where the marker of a list item at `at` ends; -1 where there is none. */
function markerEnd(text: string, at: number, end: number): number {
  let after = at;
  if ('-+*'.includes(text[at] ?? ' ')) after++;
  else {
    while (after < at + 9 && isDigit(text.charCodeAt(after))) after++;
    if (after === at || (text[after] !== '.' && text[after] !== ')')) return -1;
    after++;
  }
  const code = text.charCodeAt(after);
  return after >= end || isSpace(code) || isLineEnding(code) ? after : -1;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether the quote marks and list markers before a line's words, and the space between them, are as many as no document needs. */
function isTooDeep(text: string, start: number, end: number, bounds: Bounds): boolean {
  let columns = 0;
  let markers = 0;
  for (let at = start; at < end;) {
    const code = text.charCodeAt(at);
    const after = code === 62 ? at + 1 : markerEnd(text, at, end);
    if (isSpace(code)) {
      columns += code === 9 ? 4 : 1;
      at++;
    } else if (after > at) {
      markers++;
      at = after;
    } else break;
    if (markers > 0 && markers + columns / 2 > bounds.depth) return true;
  }
  return false;
}

/** Whether addresses in a line are such that each letter of them would be looked at again and again. */
function isTiring(text: string, start: number, end: number, bounds: Bounds): boolean {
  if (!/www\.|:\/\//i.test(text.slice(start, end))) return false;
  let addresses = 0;
  let punctuation = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) addresses = 0;
    else if (code === 46 && /^www$/i.test(text.slice(Math.max(start, at - 3), at))) addresses++;
    punctuation = trailing.has(code) ? punctuation + 1 : 0;
    if (addresses > bounds.addresses || punctuation > bounds.punctuation) return true;
  }
  return false;
}

/** What may stand at the end of an address without being part of it. */
const trailing = new Set([...'!"&\')*,.:;<?_~]'].map((character) => character.charCodeAt(0)));

/**
 * Puts back, in a tree, what the stand-ins stand for, in place, and makes its positions those of the text before it was shortened.
 * Code and HTML are whole again then. Returns where something was left as text, there or (`gaveUpAt`) by the parser.
 */
export function putBack(nodes: readonly RootContent[], gaveUpAt: readonly number[], cuts: readonly Cut[]): Unread[] {
  const places = placesOf(cuts);
  const unread = gaveUpAt.map((offset): Unread => ({
    offset: offset + (lastBefore(offset, places)?.longerInAll ?? 0),
    reason: 'too-many-brackets',
  }));
  if (cuts.length === 0) return unread;
  for (const node of nodes) {
    walk(node as Nodes, (each) => {
      for (const point of each.position ? [each.position.start, each.position.end] : []) placed(point, places);
      const found = restore(each as unknown as Record<string, unknown>, cuts);
      if (found && each.type !== 'code' && each.type !== 'html')
        unread.push({ offset: each.position!.start.offset!, reason: found.reason });
    });
  }
  return unread;
}

/** Puts back every stand-in in the strings of a node; the first cut met, or null for none. */
function restore(node: Record<string, unknown>, cuts: readonly Cut[]): Cut | null {
  let first: Cut | null = null;
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== 'string' || !value.includes('\uFDD0')) continue;
    node[key] = value.replace(standIns, (standIn, index: string) => {
      const cut = cuts[Number(index)];
      first ??= cut ?? null;
      return cut?.said ?? standIn;
    });
  }
  return first;
}

/** For each cut, where its stand-in ends in the shortened text, and how much longer the text is from there on. */
interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly longer: number;
  readonly longerInAll: number;
}

function placesOf(cuts: readonly Cut[]): readonly Place[] {
  let longerInAll = 0;
  return cuts.map(({ line, offset, said, standIn }) => {
    const start = offset - longerInAll;
    const longer = said.length - standIn.length;
    longerInAll += longer;
    return { line, start, end: start + standIn.length, longer, longerInAll };
  });
}

function placed(point: { line: number; column: number; offset?: number | undefined }, places: readonly Place[]): void {
  const last = lastBefore(point.offset!, places);
  if (!last) return;
  point.offset! += last.longerInAll;
  if (point.line === last.line + 1) point.column += last.longer;
}

function lastBefore(offset: number, places: readonly Place[]): Place | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}
