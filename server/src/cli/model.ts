import { modelOf } from '../conversion/export/json.ts';
import { createLanguageService } from '../language/service.ts';
import { hostHere, nameOf, typeOfInput, readInput, snapshotOf } from './input.ts';
import { printJson, type ExitCode } from './output.ts';

/** What a document means, as JSON. References are looked up in the whole response. */
export async function printModel(path: string, options: { readonly type?: string }): Promise<ExitCode> {
  const type = typeOfInput(options.type, [path]);
  const host = hostHere();
  const input = await readInput(path);
  const snapshot = await snapshotOf(input, createLanguageService(host), 'linked', type);
  await printJson(await modelOf(snapshot, input.name, host, nameOf));
  return 0;
}
