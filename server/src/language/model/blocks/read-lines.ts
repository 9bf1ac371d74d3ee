import type { Item } from '../items.ts';
import { listedAppendix } from './read-item.ts';
import { part, type Words } from '../words/words.ts';

/** "Appendix 1 – The letter", line by line at the end of a report that gives its list no heading. */
export function appendixLines(words: Words): readonly Item[] {
  if (!/^\s*(?:appendix|annex)/i.test(words.text)) return [];
  const lines = linesOf(words);
  if (!lines.every(({ text }) => /^\s*(?:appendix|annexe?)\s+(?:[a-z]|\d{1,2}[a-z]?)\s*[-–—:]\s*\S.{1,100}[^.;:?!]\s*$/i.test(text)))
    return [];
  return lines.flatMap((line) => listedAppendix({ span: part(line).span, words: line, link: null }));
}

/** The lines of some words that say anything. */
export function linesOf({ text, start }: Words): readonly Words[] {
  const lines: Words[] = [];
  for (let at = 0; at <= text.length;) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    if (text.slice(at, end).trim() !== '') lines.push({ text: text.slice(at, end), start: start + at });
    at = end + 1;
  }
  return lines;
}
