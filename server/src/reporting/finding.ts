import type { Report } from '../language/rules/rule.ts';

/** Places of one text as people count them: lines and columns from 1, columns in UTF-16 code units as editors count them. */
export interface LinePlaces {
  place(offset: number): { readonly line: number; readonly column: number };
  /** Text of a line, counted from 1, without its end. */
  line(number: number): string;
}

export function linePlaces(text: string): LinePlaces {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    place(offset) {
      const within = Math.max(0, Math.min(offset, text.length));
      const line = lineOf(within);
      return { line: line + 1, column: within - starts[line]! + 1 };
    },
    line: (number) => text.slice(starts[number - 1] ?? text.length, starts[number] ?? text.length).replace(/[\r\n]+$/, ''),
  };
}

/** One report of `check`, as scripts read it. The names stand still. */
export interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly severity: Report['severity'];
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixable: boolean;
  readonly url: string;
  readonly related: readonly RelatedFinding[];
}

export interface RelatedFinding {
  readonly file: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What `check` found in all. */
export interface Findings {
  /** How many documents were checked. */
  readonly files: number;
  readonly findings: readonly Finding[];
}

export const severityOrder: readonly Report['severity'][] = ['error', 'warning', 'information', 'hint'];

/** "2 errors, 1 warning". */
export function countedSeverities(findings: readonly Finding[]): string {
  const words: Readonly<Record<Report['severity'], readonly [string, string]>> = {
    error: ['error', 'errors'], warning: ['warning', 'warnings'], information: ['piece of information', 'pieces of information'], hint: ['hint', 'hints'],
  };
  return severityOrder.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${words[severity][count === 1 ? 0 : 1]}`];
  }).join(', ');
}
