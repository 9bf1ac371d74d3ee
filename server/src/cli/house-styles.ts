import { resolve } from 'node:path';
import { createConfigurationFinder } from '../language/configuration/find-configuration.ts';
import { rules } from '../language/rules/index.ts';
import { addressOfPath, nodeHost } from '../node-host.ts';
import { parseFormat } from './input.ts';
import { columns, print, printJson, type ExitCode } from './output.ts';

/** The house styles that apply in the current folder: built in, and the officer's own. */
export async function listHouseStyles(options: { readonly format: string }): Promise<ExitCode> {
  const format = parseFormat(options.format, ['text', 'json']);
  const { configuration } = await createConfigurationFinder(nodeHost(), rules).find(addressOfPath(resolve('here.md')));
  const list = [...configuration.houseStyles.values()].map(({ name, title, status, council, extends: base, types, committees, sources }) => ({
    name, title, status, council, extends: base, types: Object.keys(types), committees: committees.map((committee) => committee.name), sources,
  }));
  if (format === 'json') await printJson(list);
  else await print(columns(list.map(({ name, title, status }) => [name, title, status === 'seen' ? 'seen in a published document' : 'a starting point to confirm'])));
  return 0;
}
