import type { Finding, Findings } from './finding.ts';
import { pathFrom, standardInput } from './paths.ts';

const commands: Readonly<Record<Finding['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * Workflow commands, one on a line, which GitHub Actions shows at their place in the files. `here` is the folder that its paths start from.
 */
export const findingsAsGithub = ({ findings }: Findings, here: string): string =>
  findings.map((finding) => `${command(finding, here)}\n`).join('');

function command({ file, rule, severity, message, line, column, endLine, endColumn }: Finding, here: string): string {
  const place: Readonly<Record<string, string | number>> = {
    ...(file !== standardInput && { file: pathFrom(here, file) }),
    line,
    endLine,
    // Columns are taken only within one line.
    ...(line === endLine && { col: column, endColumn }),
    title: rule,
  };
  const properties = Object.entries(place)
    .map(([name, value]) => `${name}=${asProperty(String(value))}`)
    .join(',');
  return `::${commands[severity]} ${properties}::${asMessage(message)}`;
}

const asMessage = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const asProperty = (text: string): string => asMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
