import { byFile, type Finding, type Findings } from './finding.ts';

/**
 * A JUnit report: a suite for each file, a case for each finding. `fails` tells which findings count as failures; the others are
 * cases that pass, with their words as output. A file without findings is one case that passes.
 */
export function findingsAsJunit({ files, findings }: Findings, fails: (finding: Finding) => boolean): string {
  const found = byFile(findings);
  const suites = [...new Set([...files, ...found.keys()])].map((file) => suite(file, found.get(file) ?? [], fails));
  const counts = `tests="${suites.reduce((sum, { tests }) => sum + tests, 0)}" failures="${findings.filter(fails).length}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Inspection Response" ${counts}>\n${suites.map(({ xml }) => xml).join('')}</testsuites>\n`;
}

function suite(
  file: string,
  findings: readonly Finding[],
  fails: (finding: Finding) => boolean,
): { readonly tests: number; readonly xml: string } {
  const name = escaped(file);
  const cases =
    findings.length === 0
      ? [`    <testcase name="nothing to report" classname="${name}" time="0"/>\n`]
      : findings.map((finding) => testCase(finding, name, fails(finding)));
  const xml = `  <testsuite name="${name}" tests="${cases.length}" failures="${findings.filter(fails).length}" errors="0" skipped="0" time="0">\n${cases.join('')}  </testsuite>\n`;
  return { tests: cases.length, xml };
}

function testCase({ rule, severity, message, line, column, url }: Finding, classname: string, failure: boolean): string {
  const words = escaped(`${severity} at line ${line}, column ${column}: ${message}\n${url}`);
  const outcome = failure
    ? `<failure message="${escaped(message)}" type="${severity}">${words}</failure>`
    : `<system-out>${words}</system-out>`;
  return `    <testcase name="${escaped(`${rule} (line ${line}, column ${column})`)}" classname="${classname}" time="0">${outcome}</testcase>\n`;
}

/** What XML 1.0 has no room for: control characters, halves of characters, and two that stand for nothing. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

const escaped = (text: string): string => text.replace(forbidden, '').replace(/[&<>"\n\r\t]/g, (character) => entities[character]!);
