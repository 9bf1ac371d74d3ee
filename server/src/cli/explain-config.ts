import { neverCancelled } from '../language/host.ts';
import { createConfigurationFinder } from '../language/configuration/find-configuration.ts';
import { isExcluded } from '../language/configuration/excluded.ts';
import { textOf } from '../language/model/front-matter.ts';
import { rules } from '../language/rules/index.ts';
import { createLanguageService } from '../language/service.ts';
import { nodeHost, pathOfAddress } from '../node-host.ts';
import { addressOf, parseFormat, printedPath, readInput } from './input.ts';
import { CannotRun, columns, print, printJson, type ExitCode } from './output.ts';

/** What applies to a document, and where each thing was said. */
export async function explainConfiguration(path: string, options: { readonly format: string }): Promise<ExitCode> {
  const format = parseFormat(options.format, ['text', 'json']);
  const host = nodeHost();
  const input = await readInput(path);
  const address = addressOf(input);
  const service = createLanguageService(host);
  service.open(address, 1, input.text);
  const snapshot = await service.snapshot(address, 'modelled', neverCancelled);
  if (!snapshot) throw new CannotRun(`“${input.name}” cannot be read.`);
  const { file } = await createConfigurationFinder(host, rules).find(address);
  const configurationFile = file === null ? null : printedPath(pathOfAddress(file.address) ?? file.address);
  const { model: { context, frontMatter }, configuration } = snapshot;
  const stated = textOf(frontMatter, 'house-style');
  const explained = {
    file: input.name,
    configuration: configurationFile,
    problems: (file?.problems ?? []).map(({ message }) => message),
    excluded: isExcluded(configuration.exclude, address),
    type: { value: context.type, from: textOf(frontMatter, 'type') === context.type ? 'front matter' : context.typeIsStated ? 'file name' : 'assumed' },
    houseStyle: { value: context.houseStyle.name, from: stated === null ? (configurationFile !== null && configuration.defaultHouseStyle !== 'generic' ? 'configuration' : 'default') : stated === context.houseStyle.name ? 'front matter' : 'default' },
    statusScale: { value: context.statusScale.name, statuses: context.statusScale.statuses.map(({ word }) => word) },
    today: { value: snapshot.today, from: textOf(frontMatter, 'as-at') === snapshot.today ? 'front matter' : 'this computer' },
    people: [...context.people].map(([key, { name, post }]) => ({ key, name, post })),
    rules: rules.map(({ name, severity }) => {
      const set = configuration.rules.get(name)?.severity;
      const ofStyle = context.houseStyle.rules[name];
      return { name, severity: set ?? ofStyle ?? severity, from: set ? 'configuration' : ofStyle ? 'house style' : 'default' };
    }),
  };
  if (format === 'json') {
    await printJson(explained);
    return 0;
  }
  await print(columns([
    ['Document', explained.file],
    ['Configuration', explained.configuration ?? 'no .inspection-response.json here or above'],
    ...explained.problems.map((problem) => ['', problem]),
    ['Left out', explained.excluded ? 'yes, by “exclude” in the configuration' : 'no'],
    ['Kind', `${explained.type.value} (${explained.type.from})`],
    ['House style', `${explained.houseStyle.value} (${explained.houseStyle.from})`],
    ['Status scale', `${explained.statusScale.value}: ${explained.statusScale.statuses.join(', ')}`],
    ['Today', `${explained.today.value} (${explained.today.from})`],
  ]));
  const changed = explained.rules.filter(({ from }) => from !== 'default');
  await print(changed.length === 0 ? '\nEvery rule has its default severity.\n' : `\nRules with another severity than their default:\n${columns(changed.map(({ name, severity, from }) => ['', name, severity, from]))}`);
  return 0;
}
