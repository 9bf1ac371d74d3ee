import type { Report } from '../language/rules/rule.ts';
import { lastAtMost, lineStartsIn } from '../language/syntax/lines.ts';
import type { Span } from '../language/text/span.ts';

/** Places of one text as people count them: lines and columns from 1, columns in UTF-16 code units as editors count them. */
export interface LinePlaces {
  place(offset: number): { readonly line: number; readonly column: number };
  /** Text of a line, counted from 1, without its end. */
  line(number: number): string;
}

export function linePlaces(text: string): LinePlaces {
  const starts = lineStartsIn(text);
  return {
    place(offset) {
      const within = Math.max(0, Math.min(offset, text.length));
      const line = lastAtMost(starts, within);
      return { line: line + 1, column: within - starts[line]! + 1 };
    },
    line: (number) => text.slice(starts[number - 1] ?? text.length, starts[number] ?? text.length).replace(/[\r\n]+$/, ''),
  };
}

/** A stretch of a file: lines and columns from 1, the end behind the last character. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One report of `check`. */
export interface Finding extends Region {
  /** As the officer wrote it, with forward slashes; `-` for standard input. */
  readonly file: string;
  readonly rule: string;
  readonly severity: Report['severity'];
  readonly message: string;
  readonly fixable: boolean;
  /** Address of the page about the rule. */
  readonly url: string;
  readonly related: readonly RelatedFinding[];
  /** Knows the finding again in a later version of the file (`fingerprint.ts`). */
  readonly fingerprint: string;
  /** What the rule's first fix would write, where that is safe and in this file alone; null elsewhere, and where nobody asked for it. */
  readonly fix: { readonly title: string; readonly replacements: readonly Replacement[] } | null;
}

export interface RelatedFinding extends Region {
  readonly file: string;
  readonly message: string;
}

export interface Replacement extends Region {
  readonly text: string;
}

/** What `check` found in all. */
export interface Findings {
  /** The documents that were checked, in the order in which they were. */
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

/** Findings by the file that they are in, in the order in which the files come. */
export function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = files.get(finding.file);
    if (own) own.push(finding);
    else files.set(finding.file, [finding]);
  }
  return files;
}

/** The stretch of a text that a span covers. */
export function regionOf(places: LinePlaces, { start, end }: Span): Region {
  const from = places.place(start);
  const to = places.place(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

export const severityOrder: readonly Report['severity'][] = ['error', 'warning', 'information', 'hint'];

/** "2 errors, 1 warning". */
export function countedSeverities(findings: readonly Finding[]): string {
  const words: Readonly<Record<Report['severity'], readonly [string, string]>> = {
    error: ['error', 'errors'],
    warning: ['warning', 'warnings'],
    information: ['piece of information', 'pieces of information'],
    hint: ['hint', 'hints'],
  };
  return severityOrder
    .flatMap((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length;
      return count === 0 ? [] : [`${count} ${words[severity][count === 1 ? 0 : 1]}`];
    })
    .join(', ');
}
