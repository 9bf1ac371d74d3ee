import { readParagraphNumber } from '../../model/inline/numbers.ts';
import type { NumberStyle } from '../as-written/paragraph-numbers.ts';

/** The number that is all that a line says: `13.`, `2.4`, `(b)`; null where it says anything else. */
export function readNumberAlone(line: string): NumberStyle | null {
  if (line.trim() === '' || line.trim().length > 12) return null;
  // What follows makes a number of it: the reader takes none for itself.
  const read = readParagraphNumber(`${line.trim()} The`, 0);
  return read && read.rest === line.trim().length + 1 ? read.number : null;
}
