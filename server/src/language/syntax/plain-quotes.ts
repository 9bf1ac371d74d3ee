import type { Blockquote, Paragraph } from 'mdast';
import { advance, isAtEnd, isBlank, isSpace, point, position, stretchOf, wordsOf, type Line, type Reading } from './plain-lines.ts';
import { startsPlainly } from './plain-lists.ts';
import type { Stretch } from './plain-words.ts';

/** A quotation of paragraphs alone, marked on every line: `> ` and words, up to a blank line. */
export function readQuote(reading: Reading): Blockquote | null {
  const { line } = reading;
  const children: Paragraph[] = [];
  while (!isAtEnd(reading) && !isBlank(reading.line)) {
    if (children.length > 0 && isMarkAlone(reading)) advance(reading);
    const paragraph = readQuotedParagraph(reading);
    if (!paragraph) return null;
    children.push(paragraph);
  }
  return { type: 'blockquote', children, position: { start: point(reading, line, line.start), end: children.at(-1)!.position!.end } };
}

/** A blank line of the quotation. */
const isMarkAlone = ({ text, line }: Reading): boolean => text[line.start] === '>' && line.end === line.start + 1;

const hasWords = (text: string, { start, end }: Line): boolean =>
  text.startsWith('> ', start) && start + 2 < end && startsPlainly(text, start + 2, end);

function readQuotedParagraph(reading: Reading): Paragraph | null {
  const { text, line: first } = reading;
  const stretches: Stretch[] = [];
  let last = first;
  for (; !isAtEnd(reading) && !isBlank(reading.line) && !(stretches.length > 0 && isMarkAlone(reading)); advance(reading)) {
    const { line } = reading;
    // Two spaces before the end of a line would break it.
    if (!hasWords(text, line) || (stretches.length > 0 && last.end - stretches.at(-1)!.end > 1)) return null;
    let end = line.end;
    while (isSpace(text.charCodeAt(end - 1))) end--;
    stretches.push(stretchOf(line, line.start + 2, end));
    last = line;
  }
  const children = stretches.length === 0 ? null : wordsOf(reading, stretches);
  return children && { type: 'paragraph', children, position: position(reading, first, first.start + 2, last, last.end, children) };
}
