import { joined, type TextBlock } from '../paper/blocks.ts';
import { dateAlone } from '../paper/dates.ts';

/** Where an inspectorate's letter stands in a paper. Block indexes. */
export interface LetterPart {
  readonly start: number;
  /** "Dear …". */
  readonly salutation: number;
  /** "Yours sincerely", or the last block where the letter is cut off. */
  readonly close: number;
  /** The line that gives its date, as written, and the day. */
  readonly date: { readonly text: string; readonly iso: string } | null;
}

const salutation = /^Dear\s+\p{L}[^.]{0,60}$/u;
const closing = /^Yours (?:sincerely|faithfully|truly)\b/i;

/** The first letter of a paper, or null where no "Dear …" and "Yours sincerely" tell one. */
export function findLetter(blocks: readonly TextBlock[]): LetterPart | null {
  const dear = blocks.findIndex((block) => block.lines.some((line) => salutation.test(line.trim())));
  if (dear < 0) return null;
  const close = blocks.findIndex((block, index) => index >= dear && block.lines.some((line) => closing.test(line.trim())));
  if (close < 0) return null;
  let start = dear;
  while (start > 0 && !blocks[start]!.afterPageBreak && isLetterHead(blocks[start - 1]!)) start--;
  // Where nothing but names and addresses stands before it, the paper is the letter.
  if (blocks.slice(0, start).every((block) => isLetterHead(block, mostOfNames))) start = 0;
  for (const block of blocks.slice(start, dear + 1)) {
    for (const line of block.lines) {
      const date = dateAlone(line);
      if (date) return { start, salutation: dear, close, date: { text: date.text, iso: date.from } };
    }
  }
  return { start, salutation: dear, close, date: null };
}

/** Longest block of a formatted letter's head: a table with how to get in touch. */
const mostOfHead = 220;

/** Longest line of an address, and of a list of the people addressed, each with a post. */
const mostOfAddress = 70;
const mostOfNames = 110;

/** Address lines, a telephone number, a date: short lines of which none is a sentence, a row or a field. */
function isLetterHead(block: TextBlock, longest = mostOfAddress): boolean {
  if (block.form)
    return (
      block.form.kind !== 'heading' &&
      block.form.kind !== 'item' &&
      (joined(block).length <= mostOfHead || (block.lines.length > 2 && block.lines.every((line) => line.length <= longest))) &&
      !/[.;]$/.test(joined(block)) &&
      !isOtherPaper(joined(block))
    );
  return block.lines.every(
    (line) => line.length <= longest && !line.includes('\t') && !/[.;]$/.test(line.trim()) && !isOtherPaper(line.trim()),
  );
}

/** What a cover that a letter stands behind says. */
const isOtherPaper = (text: string): boolean => /^(?:date of issue|agenda|supplementary|item\b|report\b)/i.test(text);

/** Whether a block is an address or the like, whose lines must stay lines; at the head and the foot of a letter two lines are enough. */
export const isAddress = (block: TextBlock, atEdge: boolean): boolean =>
  block.lines.length >= (atEdge ? 2 : 3) &&
  block.lines.every((line) => line.trim().length <= 60 && !/[.;:]$/.test(line.trim())) &&
  joined(block).split(' ').length <= block.lines.length * 7;

export const isSalutation = (line: string): boolean => salutation.test(line.trim());
export const isClosing = (line: string): boolean => closing.test(line.trim());

/** What the cover of an inspectorate's report says first. */
export const coverLine =
  /^(?:(?:an?|report on an?)\s+)?(?:(?:unannounced|announced|joint|full|short|standard|thematic)\s+)*(?:(?:area SEND|local area SEND|joint targeted area|PEEL|custody)\s+)?(?:inspection|re-?inspection|focused visit|monitoring visit|assurance visit)\s+(?:of|to|visit)\b|^PEEL\b|\blocal authority assessment$/i;
