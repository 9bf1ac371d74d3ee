import { modelOf } from '../conversion/export/json.ts';
import { createLanguageService } from '../language/service.ts';
import { nodeHost } from '../node-host.ts';
import { nameOf, parseType, readInput, snapshotOf } from './input.ts';
import { printJson, say, type ExitCode } from './output.ts';

/** What a document means, as JSON. References are looked up in the whole response. */
export async function printModel(path: string, options: { readonly type?: string }): Promise<ExitCode> {
  const type = options.type === undefined ? undefined : parseType(options.type);
  const host = nodeHost({ log: (level, message) => { if (level === 'error' || level === 'warning') say(message); } });
  const input = await readInput(path);
  const snapshot = await snapshotOf(input, createLanguageService(host), 'linked', type);
  await printJson(await modelOf(snapshot, input.name, host, nameOf));
  return 0;
}
