import type { Report } from '../language/rules/rule.ts';

/** Whether a report is about something that identifies a person: what it found is repeated nowhere. */
const isAboutAPerson = ({ rule }: Pick<Report, 'rule'>): boolean => rule === 'privacy/personal-data';

/** Keeps what identifies a person out of everything that is written about a text. */
export interface Discretion {
  /** The text, every place where it is, with such words blotted out. */
  readonly text: string;
  /** Words about the text, with such words blotted out. */
  of(words: string): string;
}

/** `reports` are all that is reported of the text. What is blotted out keeps its length and its line ends. */
export function discretionAbout(text: string, reports: readonly Report[]): Discretion {
  const spans = reports.filter(isAboutAPerson).map(({ span }) => span);
  const found = [...new Set(spans.map(({ start, end }) => text.slice(start, end)))].filter((words) => words !== '');
  return {
    text: spans.reduce((rest, { start, end }) => rest.slice(0, start) + blotted(rest.slice(start, end)) + rest.slice(end), text),
    of: (words) => found.reduce((rest, one) => rest.replaceAll(one, blotted), words),
  };
}

const blotted = (words: string): string => words.replace(/[^\r\n]/g, '•');
