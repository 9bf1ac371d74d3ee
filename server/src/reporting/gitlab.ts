import { createHash } from 'node:crypto';
import type { Finding, Findings } from './finding.ts';
import { pathFrom } from './paths.ts';

const severities: Readonly<Record<Finding['severity'], string>> = { error: 'major', warning: 'minor', information: 'info', hint: 'info' };

/** A code quality report, as GitLab reads it. `here` is the folder that its paths start from. */
export const findingsAsGitlab = ({ findings }: Findings, here: string): string =>
  `${JSON.stringify(
    findings.map((finding) => issue(finding, here)),
    null,
    2,
  )}\n`;

function issue({ file, rule, severity, message, line, endLine, fingerprint }: Finding, here: string): object {
  const path = pathFrom(here, file);
  return {
    description: message,
    check_name: rule,
    // Must be the only one of its kind in the whole report.
    fingerprint: createHash('sha256').update(`${path}\n${fingerprint}`).digest('hex').slice(0, 32),
    severity: severities[severity],
    location: { path, lines: { begin: line, end: endLine } },
  };
}
