import type { Configuration, Severity } from '../../configuration/configuration.ts';
import type { Rule } from '../rule.ts';

/** The severity that a rule has here: from the configuration, else the house style, else its own. */
export function severityOf(
  rule: Rule,
  messageId: string | null,
  configuration: Configuration,
  houseStyleRules: Readonly<Record<string, Severity>>,
): Severity {
  const own = (messageId === null ? undefined : rule.severities?.[messageId as never]) as Severity | undefined;
  return configuration.rules.get(rule.name)?.severity ?? houseStyleRules[rule.name] ?? own ?? rule.severity;
}
