import { isLineEnding, nextLine } from './lines.ts';

/**
 * Where a text may be cut so that what follows is, to all appearance, a block, an item of a list or a row of a table of its own: the first
 * such line that starts at or after `from`, or the end of the text. Only a guess, for the parser to prove.
 */
export function nextBoundary(text: string, from: number): number {
  if (from >= text.length) return text.length;
  let line = lineStart(text, from);
  let above = line === 0 ? 0 : lineStart(text, line - 1);
  while (line < text.length) {
    if (line >= from && line > 0 && startsAnew(text, line, above)) return line;
    above = line;
    line = nextLine(text, line);
  }
  return text.length;
}

/** Start of the line that holds an offset. */
function lineStart(text: string, offset: number): number {
  let at = offset;
  // the line feed of a `\r\n` belongs to the line that it ends
  if (text.charCodeAt(at) === 10 && text.charCodeAt(at - 1) === 13) at--;
  while (at > 0 && !isLineEnding(text.charCodeAt(at - 1))) at--;
  return at;
}

function startsAnew(text: string, line: number, above: number): boolean {
  const first = text.charCodeAt(line);
  if (first === 32 || first === 9 || first === 0xfeff || isLineEnding(first)) return false;
  if (isBlankLine(text, above, line)) return true;
  if (text[line] === '|') return text[above] === '|';
  return isItem(text, line);
}

function isBlankLine(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && !isLineEnding(code)) return false;
  }
  return true;
}

function isItem(text: string, line: number): boolean {
  return /^(?:[-+*]|[0-9]{1,9}[.)])[ \t]/.test(text.slice(line, line + 11));
}
