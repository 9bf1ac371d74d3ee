import { byFile, countedSeverities, type Finding, type Findings } from './finding.ts';

export interface TextOptions {
  readonly colour: boolean;
  /** Whether the safe fixes have been made already. */
  readonly fixed: boolean;
  /** The text of a line of a file, for showing it with the place marked; null where it is not at hand. */
  line(file: string, line: number): string | null;
}

const codes: Readonly<Record<Finding['severity'] | 'faint' | 'strong', string>> = {
  error: '31',
  warning: '33',
  information: '36',
  hint: '90',
  faint: '90',
  strong: '1',
};

/** Longest piece of a line that is shown, in characters: a paragraph of a report is one line. */
const widest = 100;

/** The findings for a person: by file, in columns, each with the text that it is about. */
export function findingsAsText({ files, findings }: Findings, options: TextOptions): string {
  const paint = (style: keyof typeof codes, text: string): string => (options.colour ? `\u001B[${codes[style]}m${text}\u001B[0m` : text);
  let text = '';
  for (const [file, own] of byFile(findings)) {
    text += `${paint('strong', file)}\n`;
    const places = own.map(({ line, column }) => `${line}:${column}`);
    const placeWidth = Math.max(...places.map((place) => place.length));
    own.forEach((finding, index) => {
      text += `  ${places[index]!.padStart(placeWidth)}  ${paint(finding.severity, finding.severity.padEnd(11))}  ${finding.message}  ${paint('faint', finding.rule)}\n`;
      text += excerpt(finding, ' '.repeat(placeWidth + 4), paint, options);
      for (const related of finding.related)
        text += `${' '.repeat(placeWidth + 4)}${paint('faint', `${related.file}:${related.line}:${related.column}  ${related.message}`)}\n`;
    });
    text += '\n';
  }
  const documents = `${files.length} ${files.length === 1 ? 'document' : 'documents'} checked`;
  const fixable = findings.filter((finding) => finding.fixable).length;
  return `${text}${documents}: ${findings.length === 0 ? 'nothing to report' : countedSeverities(findings)}.${fixable > 0 ? ` For ${fixable} of them the editor offers a fix${options.fixed ? '' : '; --fix makes the safe ones here'}.` : ''}\n`;
}

/** The words in question with a little of what stands around them, and a marker under them. */
function excerpt(
  finding: Finding,
  indent: string,
  paint: (style: Finding['severity'] | 'faint', text: string) => string,
  { line }: TextOptions,
): string {
  const whole = line(finding.file, finding.line);
  if (whole === null || whole.trim() === '') return '';
  const start = finding.column - 1;
  const end = Math.max(start + 1, finding.endLine === finding.line ? finding.endColumn - 1 : whole.length);
  let from = Math.max(0, Math.min(start - 30, whole.length - widest));
  if (from > 0) {
    const space = whole.indexOf(' ', from);
    if (space >= 0 && space < start) from = space + 1;
  }
  const shown = whole.slice(from, from + widest).replaceAll('\t', ' ');
  const before = from > 0 ? '… ' : '';
  const after = from + widest < whole.length ? ' …' : '';
  const length = Math.max(1, Math.min(end, from + widest) - start);
  const marker = `${' '.repeat(before.length + start - from)}${'^'.repeat(length)}`;
  return `${indent}${paint('faint', before + shown + after)}\n${indent}${paint(finding.severity, marker)}\n`;
}
