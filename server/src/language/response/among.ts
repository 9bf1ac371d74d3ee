import { folderOf, type DocumentAddress } from '../text/document-address.ts';
import type { DocumentSummary } from './facts.ts';

/**
 * The responses that documents make up: those of one folder, and those tied to them because one responds to another. In order of address,
 * as are the documents of each.
 */
export function responsesAmong<T extends Pick<DocumentSummary, 'address' | 'respondsTo'>>(
  documents: readonly T[],
): readonly (readonly T[])[] {
  const lead = new Map<string, string>();
  /** The one that stands for all that are tied together. */
  const leadOf = (name: string): string => {
    let at = name;
    for (let next = lead.get(at); next !== undefined && next !== at; next = lead.get(at)) at = next;
    return at;
  };
  const tie = (a: string, b: string): void => {
    const [first, second] = [leadOf(a), leadOf(b)];
    if (first !== second) lead.set(second, first);
  };
  const here = new Set<DocumentAddress>(documents.map(({ address }) => address));
  for (const { address, respondsTo } of documents) {
    tie(folderOf(address), address);
    for (const other of respondsTo) if (here.has(other)) tie(folderOf(address), other);
  }
  const responses = new Map<string, T[]>();
  for (const document of documents.toSorted((a, b) => (a.address < b.address ? -1 : 1))) {
    const name = leadOf(document.address);
    const own = responses.get(name);
    if (own) own.push(document);
    else responses.set(name, [document]);
  }
  return [...responses.values()];
}
