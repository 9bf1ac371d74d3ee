import { severities, type Configuration, type ReportedSeverity, type Severity } from '../language/configuration/configuration.ts';
import type { Report } from '../language/rules/rule.ts';

/** The editor's own settings, under `inspectionResponse`. */
export interface Settings {
  /** Severity of rules by name, where no configuration file says otherwise. */
  readonly rules: ReadonlyMap<string, Severity>;
}

export const noSettings: Settings = { rules: new Map() };

/** Reads what the client gives as settings; what is not understood counts as not set. */
export function readSettings(value: unknown): Settings {
  const { rules } = (typeof value === 'object' && value !== null ? value : {}) as { readonly rules?: unknown };
  if (typeof rules !== 'object' || rules === null) return noSettings;
  return { rules: new Map(Object.entries(rules).filter((entry): entry is [string, Severity] => (severities as readonly unknown[]).includes(entry[1]))) };
}

/** The reports with the severities that the officer set in the editor. A configuration file, which colleagues share, wins over them. */
export function withSettings(reports: readonly Report[], { rules }: Settings, configuration: Configuration): readonly Report[] {
  if (rules.size === 0) return reports;
  return reports.flatMap((report) => {
    const severity = configuration.rules.get(report.rule)?.severity === undefined ? rules.get(report.rule) : undefined;
    return severity === 'off' ? [] : [severity === undefined ? report : { ...report, severity: severity as ReportedSeverity }];
  });
}
