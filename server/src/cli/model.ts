import { modelOf } from '../conversion/export/json.ts';
import { neverCancelled } from '../language/host.ts';
import { createLanguageService } from '../language/service.ts';
import { nodeHost } from '../node-host.ts';
import { addressOf, nameOf, parseType, readInput } from './input.ts';
import { CannotRun, printJson, say, type ExitCode } from './output.ts';

/** What a document means, as JSON. References are looked up in the whole response. */
export async function printModel(path: string, options: { readonly type?: string }): Promise<ExitCode> {
  const type = options.type === undefined ? undefined : parseType(options.type);
  const host = nodeHost({ log: (level, message) => { if (level === 'error' || level === 'warning') say(message); } });
  const input = await readInput(path);
  const service = createLanguageService(host);
  const address = addressOf(input, type);
  service.open(address, 1, input.text);
  const snapshot = await service.snapshot(address, 'linked', neverCancelled);
  if (!snapshot) throw new CannotRun(`“${input.name}” cannot be read.`);
  await printJson(await modelOf(snapshot, input.name, host, nameOf));
  return 0;
}
