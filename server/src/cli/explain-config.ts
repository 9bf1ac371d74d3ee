import { relative } from 'node:path';
import { explanationParts } from '../language/configuration/explanation-text.ts';
import { createLanguageService } from '../language/service.ts';
import type { DocumentAddress } from '../language/text/document-address.ts';
import { pathOfAddress } from '../node-host.ts';
import { addressOf, hostHere, parseFormat, readInput } from './input.ts';
import { CannotRun, columns, print, printedPath, printJson, type ExitCode } from './output.ts';

/** From the current folder, as the officer gave the other path. */
const shownPath = (path: string): string => printedPath(relative('.', path));

/** What applies to a document, and where each thing is said. */
export async function explainConfiguration(path: string, options: { readonly format: string }): Promise<ExitCode> {
  const format = parseFormat(options.format, ['text', 'json']);
  const input = await readInput(path);
  const address = addressOf(input);
  const service = createLanguageService(hostHere());
  service.open(address, 1, input.text);
  const nameOf = (file: DocumentAddress): string => (file === address ? input.name : shownPath(pathOfAddress(file) ?? file));
  const explained = await service.explain(address, nameOf);
  if (!explained) throw new CannotRun(`“${input.name}” cannot be read.`);
  if (format === 'json') {
    await printJson(explained);
    return 0;
  }
  const parts = explanationParts(explained).map(
    ({ title, rows, none }) =>
      `${title}\n${rows.length === 0 ? `  ${none}\n` : columns(rows.map(([what, value, origin]) => [`  ${what}`, value, origin]))}`,
  );
  await print(`${explained.file}\n\n${parts.join('\n')}`);
  return 0;
}
