import type { Severity } from './configuration.ts';

/** What the configuration must know of a rule to read its settings. Every rule is one. */
export interface KnownRule {
  readonly name: string;
  /** One sentence: what is wrong where it reports. */
  readonly summary: string;
  readonly severity: Severity;
  readonly options?: Readonly<Record<string, KnownOption>>;
}

export interface KnownOption {
  readonly description: string;
  readonly type: 'number' | 'string' | 'boolean' | 'strings';
  readonly default: number | string | boolean | readonly string[];
}

/** Whether a value, as it was written in JSON, is one that the option takes. */
export function isOptionValue({ type }: KnownOption, value: unknown): boolean {
  if (type === 'strings') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  return typeof value === type;
}

/** In words for an officer: what an option takes. */
export const optionTypes: Readonly<Record<KnownOption['type'], string>> = {
  number: 'a number',
  string: 'a text between quotation marks',
  boolean: 'true or false',
  strings: 'a list of texts, between [ and ]',
};
