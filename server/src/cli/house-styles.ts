import { resolve } from 'node:path';
import { createConfigurationFinder } from '../language/configuration/find-configuration.ts';
import { shapeOfDocument } from '../language/features/when-asked/house-style-from-document.ts';
import { builtInHouseStyles } from '../language/house-styles/index.ts';
import { houseStyleName, proposeHouseStyle } from '../language/house-styles/propose.ts';
import { rules } from '../language/rules/index.ts';
import { createLanguageService } from '../language/service.ts';
import { addressOfPath } from '../node-host.ts';
import { hostHere, parseFormat, readInput, snapshotOf } from './input.ts';
import { CannotRun, columns, print, printJson, say, type ExitCode } from './output.ts';

export interface HouseStylesOptions {
  readonly format: string;
  /** A document of which a house style is made. */
  readonly from?: string;
  /** What that house style is called. */
  readonly title: string;
}

/** The house styles that apply in the current folder, built in and the officer's own; or one made from a document. */
export async function listHouseStyles(options: HouseStylesOptions): Promise<ExitCode> {
  const format = parseFormat(options.format, ['text', 'json']);
  if (options.from !== undefined) return printFromDocument(options.from, options.title);
  const { configuration } = await createConfigurationFinder(hostHere(), rules).find(addressOfPath(resolve('here.md')));
  const list = [...configuration.houseStyles.values()].map(
    ({ name, title, status, council, extends: base, types, committees, sources }) => ({
      name,
      title,
      status,
      council,
      extends: base,
      types: Object.keys(types),
      committees: committees.map((committee) => committee.name),
      sources,
    }),
  );
  if (format === 'json') await printJson(list);
  else
    await print(
      columns(
        list.map(({ name, title, status }) => [
          name,
          title,
          status === 'seen' ? 'seen in a published document' : 'a starting point to confirm',
        ]),
      ),
    );
  return 0;
}

/** Prints a settings file with the house style in it, and tells what it rests on. */
async function printFromDocument(path: string, title: string): Promise<ExitCode> {
  const name = houseStyleName(title);
  if (name === null) throw new CannotRun(`“${title}” has no letter to make a name of.`);
  const input = await readInput(path);
  const snapshot = await snapshotOf(input, createLanguageService(hostHere()), 'modelled');
  const {
    definition: { name: _, extends: base, ...rest },
    guessed,
    unplaced,
  } = proposeHouseStyle(shapeOfDocument(snapshot), name, builtInHouseStyles);
  say(
    `A proposal. It takes over from “${builtInHouseStyles.get(base!)!.title}” what it does not say. Put it into .inspection-response.json and look it over.`,
  );
  if (guessed.length > 0) say(`Told by their place alone: ${guessed.map(({ heading, role }) => `“${heading}” (${role})`).join(', ')}.`);
  if (unplaced.length > 0)
    say(`Left out, because it is not known what they are for: ${unplaced.map((heading) => `“${heading}”`).join(', ')}.`);
  await printJson({
    houseStyles: { [name]: { title, council: title, extends: base, ...(input.path === null ? {} : { sources: [input.name] }), ...rest } },
  });
  return 0;
}
