import { resolve } from 'node:path';
import { createConfigurationFinder } from '../language/configuration/find-configuration.ts';
import { newDocument } from '../language/new-document/new-document.ts';
import { rules } from '../language/rules/index.ts';
import { addressOfPath, nodeHost } from '../node-host.ts';
import { writeResult } from './import.ts';
import { parseType } from './input.ts';
import { CannotRun, type ExitCode } from './output.ts';

export interface NewOptions {
  readonly houseStyle?: string;
  readonly title?: string;
  readonly output?: string;
}

export async function createDocument(typeName: string, options: NewOptions): Promise<ExitCode> {
  const type = parseType(typeName);
  const { configuration } = await createConfigurationFinder(nodeHost(), rules).find(addressOfPath(resolve(options.output ?? 'new.md')));
  const name = options.houseStyle ?? configuration.defaultHouseStyle;
  const houseStyle = configuration.houseStyles.get(name);
  if (!houseStyle) throw new CannotRun(`There is no house style “${name}”. Known ones: ${[...configuration.houseStyles.keys()].join(', ')}.`);
  const { text } = newDocument(type, houseStyle, options.title === undefined ? {} : { values: { title: options.title } });
  await writeResult(text, options.output);
  return 0;
}
