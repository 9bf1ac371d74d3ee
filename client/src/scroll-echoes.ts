/** What an editor shows: line numbers from 0. */
export interface InSight {
  /** The line at its top. */
  readonly first: number;
  /** The line at its bottom. */
  readonly last: number;
  /** The last line of its document. */
  readonly end: number;
}

/**
 * Tells what an editor does because the page beside it was scrolled from what the officer does in the editor: neither follows the other's
 * following.
 */
export interface ScrollEchoes {
  /** The page was scrolled, and the editor is told to have this line at its top. */
  leads(line: number): void;
  /** The editor says what it shows: whether the page has to follow. */
  follows(shown: InSight): boolean;
}

/**
 * Echoes come late and one after the other: while the page is scrolled on, the editor still tells of where it was sent before. So every
 * line that it was sent to is remembered until it, or one it was sent to after it, has come back; several may come back as one.
 */
export function createScrollEchoes(): ScrollEchoes {
  let sentTo: number[] = [];
  let before: number | null = null;
  return {
    leads(line) {
      sentTo.push(line);
    },
    follows({ first, last, end }) {
      // Told of too when lines were written or the window was made smaller.
      if (first === before) return false;
      before = first;
      // Not every editor scrolls beyond its end: there it stays with its last line at the bottom.
      const isEchoOf = (line: number): boolean => Math.abs(first - line) <= 1 || (last >= end && line > first);
      const found = sentTo.findLastIndex(isEchoOf);
      sentTo = sentTo.slice(found + 1);
      if (found >= 0) return false;
      sentTo = [];
      return true;
    },
  };
}
