import type { AcronymDefinitionItem, Item } from '../items.ts';
import type { Role } from '../vocabulary.ts';
import { part, type Words } from '../words/words.ts';
import type { Span } from '../../text/span.ts';

/** Sections that say what short forms, or the initials of people, stand for. */
export const isGlossary = (role: Role | null): boolean => role === 'glossary' || role === 'people';

/** Short form, then a dash, a colon, an equals sign or two spaces (bold and its end), then what it stands for. */
const entry = /^\s*([A-ZÀ-Þ][A-Za-zÀ-ɏ&/]{1,9})[\s\u2060]*(?:[–—:=-]|\s{2,}|\u2060{2,})[\s\u2060–—:=-]*(?=[A-Za-zÀ-ɏ\d])/u;

/** The line of a glossary that some words are: "MASH – Multi Agency Safeguarding Hub", "**AB** Ann Bell, Head of Assessment". */
export function readGlossaryEntry(words: Words, span: Span): readonly Item[] {
  const match = entry.exec(words.text);
  const short = match?.[1];
  if (!match || short === undefined || !/[A-ZÀ-Þ].*[A-ZÀ-Þ]/u.test(short)) return [];
  return [definition(short, words.start + match[0].indexOf(short), part(words, match[0].length).text, span)];
}

/** The same in a table: the short form in the first cell, what it stands for in the second. */
export function readGlossaryRow([first, second]: readonly Words[], span: Span): readonly Item[] {
  const short = first && part(first);
  const long = second && part(second).text;
  return short && long && /^[A-ZÀ-Þ][A-Za-zÀ-ɏ&/]{0,8}[A-ZÀ-Þ]s?$/u.test(short.text)
    ? [definition(short.text, short.span.start, long, span)]
    : [];
}

const definition = (short: string, start: number, long: string, span: Span): AcronymDefinitionItem => ({
  kind: 'acronym-definition',
  span,
  short,
  long,
  shortSpan: { start, end: start + short.length },
});
