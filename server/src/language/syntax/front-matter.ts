import { nextLine } from './lines.ts';

const byteOrderMark = 0xfeff;

/** How many characters of byte-order mark a document begins with: 0 or 1. */
export const byteOrderMarkLength = (text: string): 0 | 1 => (text.charCodeAt(0) === byteOrderMark ? 1 : 0);

/** Whether a document begins, after an optional byte-order mark, with the line `---` that opens front matter. */
export function opensFrontMatter(text: string): boolean {
  const start = byteOrderMarkLength(text);
  return isFence(text, start, nextLine(text, start), '---');
}

/**
 * Where the front matter of a document ends: the start of the line after the `---` or `...` that closes it, or -1 where the document
 * does not open with front matter, or never closes it.
 */
export function frontMatterEnd(text: string): number {
  return opensFrontMatter(text) ? closingLineEnd(text, nextLine(text, byteOrderMarkLength(text))) : -1;
}

/** Where the first line of `---` or `...` ends, searched from the line that starts at `from`; -1 for none. */
export function closingLineEnd(text: string, from: number): number {
  for (let line = from; line < text.length;) {
    const next = nextLine(text, line);
    if (isFence(text, line, next, '---') || isFence(text, line, next, '...')) return next;
    line = next;
  }
  return -1;
}

/** Whether a line is the three characters of a fence and nothing but white space after them. */
function isFence(text: string, start: number, end: number, fence: string): boolean {
  return text.startsWith(fence, start) && text.slice(start + fence.length, end).trim() === '';
}
