import { stat } from 'node:fs/promises';
import { neverCancelled, type IsoDate } from '../language/host.ts';
import { responsesAmong } from '../language/response/among.ts';
import type { DocumentFacts } from '../language/response/facts.ts';
import { createLanguageService } from '../language/service.ts';
import type { DocumentAddress } from '../language/text/document-address.ts';
import { addressOfPath, pathOfAddress, readTextFile } from '../node-host.ts';
import { linePlaces, type LinePlaces } from '../reporting/finding.ts';
import { documentsInFolder } from './documents-in-folder.ts';
import { addressOf, hostHere, nameOf, typeOfInput, readInput } from './input.ts';
import { progressOf } from './output.ts';

/** Responses that a path leads to. */
export interface GatheredResponses {
  readonly responses: readonly (readonly DocumentFacts[])[];
  readonly today: IsoDate;
  /** File and line of a place in one of the documents. */
  place(address: DocumentAddress, offset: number): { readonly file: string; readonly line: number };
}

/** The response of a file, or every response in a folder. What stands in the way is thrown as {@link CannotRun}. */
export async function gatherResponses(path: string, options: { readonly type?: string }): Promise<GatheredResponses> {
  const type = typeOfInput(options.type, [path]);
  const host = hostHere();
  const service = createLanguageService(host);
  const texts = new Map<DocumentAddress, { readonly file: string; readonly places: LinePlaces }>();
  let responses: readonly (readonly DocumentFacts[])[];
  if (
    path !== '-' &&
    (await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    ))
  ) {
    responses = responsesAmong(await factsInFolder(path, service));
  } else {
    const input = await readInput(path);
    const address = addressOf(input, type);
    service.open(address, 1, input.text);
    texts.set(address, { file: input.name, places: linePlaces(input.text) });
    const snapshot = await service.snapshot(address, 'linked', neverCancelled);
    responses = [snapshot?.response?.documents ?? []];
  }
  for (const { address } of responses.flat()) {
    if (texts.has(address)) continue;
    const file = pathOfAddress(address);
    const result = file === null ? null : await readTextFile(file);
    texts.set(address, { file: nameOf(address), places: linePlaces(result && 'text' in result ? result.text : '') });
  }
  return {
    responses,
    today: host.today(),
    place(address, offset) {
      const text = texts.get(address);
      return { file: text?.file ?? nameOf(address), line: text?.places.place(offset).line ?? 1 };
    },
  };
}

/** Facts of the documents in a folder, at any depth, and of those elsewhere that they respond to. */
async function factsInFolder(path: string, service: ReturnType<typeof createLanguageService>): Promise<readonly DocumentFacts[]> {
  const found = new Map<DocumentAddress, DocumentFacts | null>();
  const waiting = (await documentsInFolder(path, hostHere())).map(addressOfPath);
  const progress = progressOf(waiting.length, 'documents read');
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (found.has(address)) continue;
    progress(found.size);
    const facts = await service.facts(address);
    found.set(address, facts);
    waiting.push(...(facts?.respondsTo ?? []));
  }
  progress(null);
  return [...found.values()].filter((facts) => facts !== null);
}
