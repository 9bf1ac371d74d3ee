import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { createConfigurationFinder } from '../language/configuration/find-configuration.ts';
import { rules } from '../language/rules/index.ts';
import { importText } from '../conversion/import/plain-text.ts';
import { nodeHost } from '../node-host.ts';
import { addressOf, parseType, printedPath, readInput } from './input.ts';
import { CannotRun, print, say, type ExitCode } from './output.ts';

export interface ImportCommandOptions {
  readonly type?: string;
  readonly houseStyle?: string;
  readonly output?: string;
}

const laterFormats = ['.docx', '.doc', '.odt', '.pdf', '.html', '.htm', '.rtf', '.xlsx'];

export async function importFile(path: string, options: ImportCommandOptions): Promise<ExitCode> {
  const ending = extname(path).toLowerCase();
  if (laterFormats.includes(ending)) {
    throw new CannotRun(`“${printedPath(path)}”: ${ending} files cannot be imported yet. Save the paper as plain text (.txt), or copy its text into a .txt file, and import that.`);
  }
  const type = options.type === undefined ? undefined : parseType(options.type);
  const input = await readInput(path);
  const { configuration } = await createConfigurationFinder(nodeHost(), rules).find(addressOf(input));
  if (options.houseStyle !== undefined && !configuration.houseStyles.has(options.houseStyle)) {
    throw new CannotRun(`There is no house style “${options.houseStyle}”. Known ones: ${[...configuration.houseStyles.keys()].join(', ')}.`);
  }
  const imported = importText(input.text, {
    houseStyles: configuration.houseStyles,
    ...(type ? { type } : {}),
    ...(options.houseStyle === undefined ? {} : { houseStyle: options.houseStyle }),
    ...(input.fileName === undefined ? {} : { fileName: input.fileName }),
  });
  for (const note of imported.notes) say(note);
  await writeResult(imported.text, options.output);
  return 0;
}

/** Writes to a new file, or on standard output where none is named. A file that is there already is never overwritten. */
export async function writeResult(text: string, output: string | undefined): Promise<void> {
  if (output === undefined || output === '-') return print(text);
  try {
    await writeFile(output, text, { flag: 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new CannotRun(exists ? `“${printedPath(output)}” is there already and was not overwritten. Name another file with -o.` : `“${printedPath(output)}” cannot be written: ${(error as Error).message}`);
  }
}
