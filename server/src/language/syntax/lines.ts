/** Small linear scans over text. A line ending is `\n`, `\r\n` or a lone `\r`, as Markdown has it. */

export const isLineEnding = (code: number): boolean => code === 10 || code === 13;

/** How many line endings a text has. */
export function countLineBreaks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (isLineEnding(code)) count++;
  }
  return count;
}

/** How many line feeds a stretch has: all of its line endings, where it has no lone `\r`. */
export function countLineFeeds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Offsets at which the lines of a text start. */
export function lineStartsIn(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** Index of the last of some rising values, up to the index `last`, that is at most `value`; 0 where none is. */
export function lastAtMost(values: ArrayLike<number>, value: number, last = values.length - 1): number {
  let low = 0;
  let high = Math.max(0, last);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (values[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the line after the one at `start` begins; the length of the text where there is none. */
export function nextLine(text: string, start: number): number {
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) return i + 2;
    if (isLineEnding(code)) return i + 1;
  }
  return text.length;
}

/** The first `count` lines, with their endings. */
export function firstLines(text: string, count: number): string {
  let end = 0;
  for (let i = 0; i < count && end < text.length; i++) end = nextLine(text, end);
  return text.slice(0, end);
}

/** Whether a text ends with a line of nothing but spaces and tabs, ending included, or has nothing else at all. */
export function endsBlank(text: string): boolean {
  let endings = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    const code = text.charCodeAt(i);
    if (isLineEnding(code)) {
      if (code === 10 && text.charCodeAt(i - 1) === 13) i--;
      if (++endings === 2) return true;
    } else if (!isBlank(code)) {
      return false;
    }
  }
  return true;
}

/** Whether a text has nothing but spaces, tabs and line endings. */
export function isBlankText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isBlank(code) && !isLineEnding(code)) return false;
  }
  return true;
}

const isBlank = (code: number): boolean => code === 32 || code === 9;
