import type { Finding, Findings } from './finding.ts';

/** `{ "files": N, "findings": [ … ] }`, in one piece, for scripts. The names stand still. */
export const findingsAsJson = ({ files, findings }: Findings): string =>
  `${JSON.stringify({ files: files.length, findings: findings.map(asJson) }, null, 2)}\n`;

const asJson = ({ file, rule, severity, message, line, column, endLine, endColumn, fixable, url, related }: Finding): object => ({
  file,
  rule,
  severity,
  message,
  line,
  column,
  endLine,
  endColumn,
  fixable,
  url,
  related,
});
