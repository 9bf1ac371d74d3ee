import { builtInConfiguration } from '../../language/configuration/built-in.ts';
import {
  noEditorSettings,
  severities,
  type EditorSettings,
  type RuleSetting,
  type Severity,
} from '../../language/configuration/configuration.ts';

/** Reads what the client gives as settings, under `inspectionResponse`; what is not understood counts as not set. */
export function readSettings(value: unknown): EditorSettings {
  if (typeof value !== 'object' || value === null) return noEditorSettings;
  const { houseStyle, rules } = value as { readonly houseStyle?: unknown; readonly rules?: unknown };
  const entries = typeof rules === 'object' && rules !== null ? Object.entries(rules) : [];
  return {
    // The editor sends its default too; that is no wish, and would have everything checked twice at the start.
    houseStyle: typeof houseStyle === 'string' && houseStyle !== builtInConfiguration.defaultHouseStyle ? houseStyle : null,
    rules: new Map(entries.flatMap(([name, severity]): [string, RuleSetting][] => (isSeverity(severity) ? [[name, { severity }]] : []))),
  };
}

/** Whether what was read of closed documents may be kept from one start to the next; yes where nothing is said. */
export const keepsFacts = (value: unknown): boolean => (value as { readonly keepFacts?: unknown } | null | undefined)?.keepFacts !== false;

const isSeverity = (value: unknown): value is Severity => (severities as readonly unknown[]).includes(value);

/** Whether two settings say the same. */
export const isSameSettings = (a: EditorSettings, b: EditorSettings): boolean =>
  a.houseStyle === b.houseStyle &&
  a.rules.size === b.rules.size &&
  [...a.rules].every(([name, { severity }]) => b.rules.get(name)?.severity === severity);
