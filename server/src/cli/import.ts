import { basename } from 'node:path';
import { CannotImport } from '../conversion/import/cannot-import.ts';
import { formatOf, importFile as importFormatted, largestFile } from '../conversion/import/import-file.ts';
import type { Imported, ImportOptions } from '../conversion/import/import-paper.ts';
import { importText } from '../conversion/import/plain-text/plain-text.ts';
import { createConfigurationFinder } from '../language/configuration/find-configuration.ts';
import { rules } from '../language/rules/index.ts';
import { decode } from '../node-host.ts';
import { addressOf, cannotRead, hostHere, parseType, readAnyInput } from './input.ts';
import { CannotRun, printedPath, say, showProgress, writeResult, type ExitCode } from './output.ts';

interface ImportCommandOptions {
  readonly type?: string;
  readonly houseStyle?: string;
  readonly output?: string;
  /** The plan that a filled-in tracker goes back into. */
  readonly into?: string;
  readonly write?: boolean;
}

export async function importFile(path: string, options: ImportCommandOptions): Promise<ExitCode> {
  if (options.into !== undefined) return (await import('./import-tracker.ts')).importTracker(path, options.into, options);
  if (options.write) throw new CannotRun('--write goes with --into: it says that the plan may be changed.');
  const type = options.type === undefined ? undefined : parseType(options.type);
  const bytes = await readAnyInput(path, largestFile);
  const fileName = path === '-' ? undefined : basename(path);
  const { configuration } = await createConfigurationFinder(hostHere(), rules).find(addressOf({ path: path === '-' ? null : path }));
  if (options.houseStyle !== undefined && !configuration.houseStyles.has(options.houseStyle)) {
    throw new CannotRun(
      `There is no house style “${options.houseStyle}”. Known ones: ${[...configuration.houseStyles.keys()].join(', ')}.`,
    );
  }
  const imported = await importBytes(path, bytes, {
    houseStyles: configuration.houseStyles,
    advice: { type: 'Say --type if you know it.', houseStyle: 'Say --house-style if you know it.' },
    ...(type ? { type } : {}),
    ...(options.houseStyle === undefined ? {} : { houseStyle: options.houseStyle }),
    ...(fileName === undefined ? {} : { fileName }),
  });
  if (bytes.length === 0) say(`${path === '-' ? 'Standard input' : `“${printedPath(path)}”`} is empty: there was nothing to import.`);
  for (const note of imported.notes) say(note);
  await writeResult(imported.text, options.output);
  return 0;
}

async function importBytes(path: string, bytes: Uint8Array, options: ImportOptions): Promise<Imported> {
  const progress = showProgress(`Importing ${printedPath(path)}`);
  try {
    const format = formatOf(bytes, options.fileName);
    if (format === null) {
      const decoded = decode(bytes);
      if ('problem' in decoded) throw new CannotRun(cannotRead(path, decoded));
      return importText(decoded.text, options);
    }
    return await importFormatted(bytes, format, options, progress.at);
  } catch (error) {
    throw error instanceof CannotImport ? new CannotRun(`“${printedPath(path)}” cannot be imported. ${error.message}`) : error;
  } finally {
    progress.end();
  }
}
