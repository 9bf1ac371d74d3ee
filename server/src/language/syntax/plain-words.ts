import type { PhrasingContent } from 'mdast';
import type { Point } from 'unist';

/** A line of a paragraph, heading or cell, or what of it is words: without indentation, markers and the ending. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Where its line starts, and the number of that line, 1 for the first. */
  readonly lineStart: number;
  readonly line: number;
}

export type PlaceOf = (stretch: Stretch, offset: number) => Point;

/**
 * The nodes of words in which Markdown finds nothing but emphasis, without anything in it, and links written out in full; null where there
 * may be more. Exactly what remark-parse makes of them.
 */
export function readPlainWords(text: string, stretches: readonly Stretch[], place: PlaceOf): PhrasingContent[] | null {
  const [only] = stretches;
  if (only && stretches.length === 1 && nextMark(text, only.start, only) === only.end) return readWithoutMarks(text, only, place);
  const nodes: PhrasingContent[] = [];
  let value = '';
  let from: Point | null = null;
  const say = (stretch: Stretch, start: number, end: number): void => {
    if (start === end) return;
    from ??= place(stretch, start);
    value += text.slice(start, end);
  };
  /** Closes the text node under way; false where an address in it would be a link. */
  const close = (stretch: Stretch, end: number): boolean => {
    if (from === null) return true;
    if (address.test(value)) return false;
    // A line ending belongs to the text before it, the indentation behind it to nothing.
    const isBehindEnding = end === stretch.start && value.endsWith('\n');
    nodes.push({ type: 'text', value, position: { start: from, end: place(stretch, isBehindEnding ? stretch.lineStart : end) } });
    [value, from] = ['', null];
    return true;
  };
  for (let i = 0; i < stretches.length; i++) {
    let stretch = stretches[i]!;
    let at = stretch.start;
    while (at < stretch.end) {
      const mark = nextMark(text, at, stretch);
      say(stretch, at, mark);
      at = mark;
      if (mark === stretch.end) break;
      if (isLiteral(text, mark, stretch)) {
        say(stretch, mark, ++at);
        continue;
      }
      if (!close(stretch, mark)) return null;
      const found = text[mark] === '[' ? readLink(text, mark, stretches, i, place) : readEmphasis(text, mark, stretches, i, place);
      if (!found) return null;
      nodes.push(found.node);
      i = found.stretch;
      stretch = stretches[i]!;
      at = found.end;
    }
    const next = stretches[i + 1];
    if (next) {
      // A space before the ending belongs to no text.
      const ending = endingBetween(text, stretch, next);
      from ??= place(stretch, text.indexOf(ending, stretch.end));
      value += ending;
    } else if (!close(stretch, stretch.end)) return null;
  }
  return nodes;
}

/** Most cells, headings and paragraphs on one line have no mark at all. */
function readWithoutMarks(text: string, stretch: Stretch, place: PlaceOf): PhrasingContent[] | null {
  const { start, end } = stretch;
  if (start === end) return [];
  const value = text.slice(start, end);
  return address.test(value) ? null : [{ type: 'text', value, position: { start: place(stretch, start), end: place(stretch, end) } }];
}

/** What GFM makes a link of without any mark. */
const address = /www\.|https?:\/\/|@/i;

/** Where the next `!`, `*`, `[`, `]` or `_` is, or the end of the stretch. */
function nextMark(text: string, from: number, { end }: Stretch): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 33 || code === 42 || code === 91 || code === 93 || code === 95) return at;
  }
  return end;
}

const lineEnding = /\r?\n/;
const endingBetween = (text: string, { end }: Stretch, next: Stretch): string => lineEnding.exec(text.slice(end, next.start))![0];

/** Whether a mark is only a character: a bar within a word (`a_b`), a star between spaces, an exclamation mark. */
function isLiteral(text: string, at: number, { start, end }: Stretch): boolean {
  const before = at > start ? text[at - 1]! : ' ';
  const after = at + 1 < end ? text[at + 1]! : ' ';
  switch (text[at]) {
    case '!':
      return after !== '[';
    case '_':
      return wordCharacter.test(before) && wordCharacter.test(after);
    case '*':
      return before === ' ' && after === ' ' && at > start && at + 1 < end;
    default:
      return false;
  }
}

const wordCharacter = /[A-Za-z0-9]/;
/** A character that is neither white space nor, to Markdown, punctuation. */
const letter = /[A-Za-z0-9À-ÖØ-öø-ɏ]/;

interface Found {
  readonly node: PhrasingContent;
  readonly end: number;
  /** Index of the stretch that it ends in. */
  readonly stretch: number;
}

/** `*…*`, `**…**` or the same with bars, from a place where it can only begin to one where it can only end. */
function readEmphasis(text: string, at: number, stretches: readonly Stretch[], first: number, place: PlaceOf): Found | null {
  const mark = text[at]!;
  if (mark === ']' || mark === '!') return null;
  const opening = stretches[first]!;
  const size = text[at + 1] === mark ? 2 : 1;
  const before = at > opening.start ? text[at - 1]! : ' ';
  if ((before !== ' ' && before !== '(') || !letter.test(text[at + size] ?? ' ')) return null;
  let value = '';
  for (let i = first, from = at + size; i < stretches.length; i++) {
    const stretch = stretches[i]!;
    if (i > first) {
      value += endingBetween(text, stretches[i - 1]!, stretch);
      from = stretch.start;
    }
    for (let end = from; ;) {
      end = nextMark(text, end, stretch);
      if (end === stretch.end) break;
      if (text[end] === mark && closes(text, end, size, stretch)) {
        value += text.slice(from, end);
        if (address.test(value)) return null;
        const inside = { start: place(opening, at + size), end: place(stretch, end) };
        const node: PhrasingContent = {
          type: size === 2 ? 'strong' : 'emphasis',
          children: [{ type: 'text', value, position: inside }],
          position: { start: place(opening, at), end: place(stretch, end + size) },
        };
        return { node, end: end + size, stretch: i };
      }
      if (!isLiteral(text, end, stretch)) return null;
      end++;
    }
    value += text.slice(from, stretch.end);
  }
  return null;
}

/** Whether marks of the size can, at this place, only close what they opened. */
function closes(text: string, at: number, size: number, { start, end }: Stretch): boolean {
  if (at === start || at + size > end || (size === 2 && text[at + 1] !== text[at])) return false;
  const before = text[at - 1]!;
  const after = at + size < end ? text[at + size]! : ' ';
  return (letter.test(before) || /[.,:;?%)!'"’”]/.test(before)) && /[ .,:;?!)’”'"]/.test(after);
}

const link = /\[([^[\]*_!\r\n]+)\]\(([A-Za-z0-9./#%:?=,;+@-][A-Za-z0-9./#%:?=,;+@_-]*)\)(?=[ .,:;?!)’”]|$|[\r\n|])/y;

/** What the parser's bounds look at in an address: that is left to them. */
const tiring = /www\..*www\.|[.:?_,;]{3}/i;

/** `[words](address)` on one line. */
function readLink(text: string, at: number, stretches: readonly Stretch[], index: number, place: PlaceOf): Found | null {
  const stretch = stretches[index]!;
  link.lastIndex = at;
  const match = link.exec(text);
  if (!match || link.lastIndex > stretch.end) return null;
  const [, words, url] = match as unknown as [string, string, string];
  if (address.test(words) || words.trim() !== words || tiring.test(url)) return null;
  const end = link.lastIndex;
  const inside = { start: place(stretch, at + 1), end: place(stretch, at + 1 + words.length) };
  return {
    node: {
      type: 'link',
      title: null,
      url,
      children: [{ type: 'text', value: words, position: inside }],
      position: { start: place(stretch, at), end: place(stretch, end) },
    },
    end,
    stretch: index,
  };
}
