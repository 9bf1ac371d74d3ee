import { folderOf, type DocumentAddress } from '../text/document-address.ts';
import type { DocumentFacts } from './facts.ts';

type Tied = Pick<DocumentFacts, 'address' | 'type' | 'respondsTo'>;

/** The inspection letters among documents. */
export const lettersAmong = (documents: readonly Pick<Tied, 'address' | 'type'>[]): ReadonlySet<DocumentAddress> =>
  new Set(documents.filter(({ type }) => type === 'inspection-letter').map(({ address }) => address));

/** The document itself, those it responds to, those that they respond to, and so on, in a circle too. */
export function reachOf(documents: readonly Tied[]): (address: DocumentAddress) => ReadonlySet<DocumentAddress> {
  const respondsTo = new Map(documents.map((document) => [document.address, document.respondsTo]));
  const known = new Map<DocumentAddress, ReadonlySet<DocumentAddress>>();
  return (address) => {
    let reached = known.get(address);
    if (!reached) {
      const all = new Set([address]);
      for (const one of all) for (const next of respondsTo.get(one) ?? []) all.add(next);
      known.set(address, (reached = all));
    }
    return reached;
  };
}

/**
 * Tells documents that answer different inspections, as far as can be told: both lead to letters, and to none in common. A document that
 * responds to nothing goes with the letters in its folder.
 */
export function isApart(documents: readonly Tied[]): (one: DocumentAddress, other: DocumentAddress) => boolean {
  const reach = reachOf(documents);
  const letters = lettersAmong(documents);
  const known = new Map<DocumentAddress, readonly DocumentAddress[]>();
  const lettersOf = (address: DocumentAddress): readonly DocumentAddress[] => {
    let own = known.get(address);
    if (own) return own;
    own = [...reach(address)].filter((one) => letters.has(one));
    if (own.length === 0) own = [...letters].filter((letter) => folderOf(letter) === folderOf(address));
    known.set(address, own);
    return own;
  };
  return (one, other) => {
    const [mine, theirs] = [lettersOf(one), lettersOf(other)];
    return mine.length > 0 && theirs.length > 0 && !mine.some((letter) => theirs.includes(letter));
  };
}
