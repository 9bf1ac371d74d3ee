import { neverCancelled } from '../language/host.ts';
import { modelToJson } from '../language/model/to-json.ts';
import { createLanguageService } from '../language/service.ts';
import { nodeHost, pathOfAddress, readTextFile } from '../node-host.ts';
import { linePlaces } from '../reporting/finding.ts';
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
  // Where labels of the other documents stand; the first definition counts.
  const elsewhere = new Map<string, string>();
  for (const document of snapshot.response?.documents ?? []) {
    const other = document.address === address ? null : pathOfAddress(document.address);
    if (other === null || document.labels.length === 0) continue;
    const result = await readTextFile(other);
    if (!('text' in result)) continue;
    const places = linePlaces(result.text);
    for (const label of document.labels) if (!elsewhere.has(label.key)) elsewhere.set(label.key, `${nameOf(document.address)}:${places.place(label.span.start).line}`);
  }
  await printJson(modelToJson(snapshot.view, input.name, (label) => elsewhere.get(label.key) ?? null));
  return 0;
}
