import { createHash } from 'node:crypto';
import type { Report } from '../language/rules/rule.ts';
import { discretionAbout, type Discretion } from './personal-data.ts';

/** How many words on each side of the words in question count. */
const wordsAround = 6;
/** How far words are looked for on each side, in UTF-16 code units: a paragraph of a report is one line. */
const reach = 200;

/**
 * One fingerprint for each report of a text, in their order: it knows the report again after lines were put in, taken out or
 * renumbered elsewhere. It is a hash of the rule, of the words in question and of a few words around them in the same line; the
 * second report of the same kind in the same words ends with `:2`. What identifies a person does not go into any hash, since
 * ten figures could be found out from one.
 */
export function fingerprints(text: string, reports: readonly Report[]): readonly string[] {
  const discretion = discretionAbout(text, reports);
  const counts = new Map<string, number>();
  return reports.map((report) => {
    const hash = createHash('sha256').update(essence(report, discretion)).digest('hex').slice(0, 32);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  });
}

/** Figures say which row or day it is; they change where the fault does not. */
export const withoutFigures = (text: string): string => text.replace(/\d+/g, '0');

function essence({ rule, messageId, data, span: { start, end } }: Report, { text, of }: Discretion): string {
  const before = wordsOf(lastLine(text.slice(Math.max(0, start - reach), start))).slice(-wordsAround);
  const after = wordsOf(firstLine(text.slice(end, end + reach))).slice(0, wordsAround);
  const said = Object.values(data)
    .filter((value) => typeof value === 'string')
    .map((value) => withoutFigures(of(value)));
  // The length of what was blotted out says nothing either.
  const words = text.slice(start, end).replace(/•+/g, '•').split(/\s+/);
  return JSON.stringify([rule, messageId, said, words, before, after]);
}

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];
const lastLine = (text: string): string => text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
const firstLine = (text: string): string => /^[^\r\n]*/.exec(text)![0];
