import { folderOf, type DocumentAddress } from '../text/document-address.ts';
import type { DocumentSummary } from './facts.ts';

/** Who responds to whom, and who stands where. */
export interface Ties {
  readonly respondingTo: ReadonlyMap<DocumentAddress, readonly DocumentAddress[]>;
  readonly inFolder: ReadonlyMap<string, readonly DocumentAddress[]>;
}

export function tiesOf(summaries: Iterable<Pick<DocumentSummary, 'address' | 'respondsTo'>>): Ties {
  const respondingTo = new Map<DocumentAddress, DocumentAddress[]>();
  const inFolder = new Map<string, DocumentAddress[]>();
  const add = <K>(map: Map<K, DocumentAddress[]>, key: K, address: DocumentAddress): void => {
    const own = map.get(key);
    if (own) own.push(address);
    else map.set(key, [address]);
  };
  for (const { address, respondsTo } of summaries) {
    add(inFolder, folderOf(address), address);
    for (const target of respondsTo) add(respondingTo, target, address);
  }
  return { respondingTo, inFolder };
}
