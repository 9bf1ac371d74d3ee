import { rules } from '../language/rules/index.ts';
import { rulePage } from '../node-home.ts';
import { parseFormat } from './input.ts';
import { wordsFor } from './language.ts';
import { columns, print, printJson, type ExitCode } from './output.ts';

export async function listRules(options: { readonly format: string; readonly language: string }): Promise<ExitCode> {
  const words = await wordsFor(options.language);
  const format = parseFormat(options.format, ['text', 'json']);
  const list = rules.map((rule) => ({
    name: rule.name,
    family: rule.name.slice(0, rule.name.indexOf('/')),
    severity: rule.severity,
    summary: words.say(rule.summary),
    types: rule.types ?? null,
    fixable: Object.keys(rule.fixes ?? {}).length > 0,
    options: Object.entries(rule.options ?? {}).map(([name, { type, default: value, description }]) => ({
      name,
      type,
      default: value,
      description,
    })),
    url: rulePage(rule.name),
  }));
  if (format === 'json') await printJson(list);
  else await print(columns(list.map(({ name, severity, fixable, summary }) => [name, severity, fixable ? 'fix' : '', summary])));
  return 0;
}
