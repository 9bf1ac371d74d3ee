import { folderOf, type DocumentAddress } from '../text/document-address.ts';
import { fileAt } from './facts-of.ts';
import type { DocumentFacts } from './facts.ts';
import { isApart, reachOf } from './reach.ts';

/** Where the facts of documents come from, open or closed. */
export interface FactSource {
  /** Null where there is no such document, or it cannot be read. */
  facts(address: DocumentAddress): Promise<DocumentFacts | null>;
  /** Documents of the dialect in a folder. */
  inFolder(folder: string): Promise<readonly DocumentAddress[]>;
  /** Documents, wherever they stand, that say that they respond to one; as far as they are known. */
  respondingTo(address: DocumentAddress): Promise<readonly DocumentAddress[]>;
  /** Whether a file is there; null where that cannot be known. */
  exists(address: DocumentAddress): Promise<boolean | null>;
}

/**
 * Facts of the other documents of a response: those in the folder of the document, those that one of them responds to or that respond to
 * one of them, and so on, but for those that answer another inspection ({@link isApart}). Documents that respond to each other in a circle
 * are read once each. In order of address.
 */
export async function gatherResponse(
  own: DocumentFacts,
  source: FactSource,
  checkpoint: () => Promise<void> | undefined,
): Promise<readonly DocumentFacts[]> {
  const found = new Map<DocumentAddress, DocumentFacts | null>([[own.address, own]]);
  const beside = await source.inFolder(folderOf(own.address));
  const waiting = [...beside, ...own.respondsTo, ...(await source.respondingTo(own.address))];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (found.has(address)) continue;
    const facts = await source.facts(address);
    found.set(address, facts);
    const pause = checkpoint();
    if (pause) await pause;
    if (facts) waiting.push(...facts.respondsTo, ...(await source.respondingTo(address)));
  }
  const all = [...found.values()].filter((facts) => facts !== null);
  const reach = reachOf(all);
  const near = new Set([own.address, ...beside].flatMap((address) => [...reach(address)]));
  const apart = isApart(all);
  const kept = new Set([
    ...near,
    ...all.filter(({ address }) => !near.has(address) && !apart(own.address, address)).flatMap(({ address }) => [...reach(address)]),
  ]);
  return all.filter(({ address }) => address !== own.address && kept.has(address)).sort((a, b) => (a.address < b.address ? -1 : 1));
}

/**
 * Whether the files are there that a document points to, by the path as written. `documents` are those of its response that were read, and
 * so are there.
 */
export async function gatherFiles(
  own: DocumentFacts,
  documents: readonly DocumentFacts[],
  source: FactSource,
): Promise<ReadonlyMap<string, boolean | null>> {
  // Nothing stands beside a document that has never been saved.
  if (own.address.startsWith('untitled:')) return new Map(own.paths.map((path) => [path, null]));
  const read = new Set(documents.map(({ address }) => address));
  const found = await Promise.all(
    own.paths.map(async (path) => {
      const address = fileAt(own.address, path);
      return [path, read.has(address) || (await source.exists(address))] as const;
    }),
  );
  return new Map(found);
}
