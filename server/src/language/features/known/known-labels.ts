import type { LabelFact } from '../../response/facts.ts';
import { factsOf } from '../../response/facts-of.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { DocumentAddress } from '../../text/document-address.ts';

/** A label with the document that defines it. */
export interface KnownLabel extends LabelFact {
  readonly address: DocumentAddress;
}

const known = new WeakMap<Snapshot, readonly KnownLabel[]>();

/** Every label that the response defines; those of the document alone where the response has not been read. */
export function knownLabels(snapshot: Snapshot): readonly KnownLabel[] {
  let labels = known.get(snapshot);
  if (!labels) {
    const here = factsOf(snapshot.model);
    const others = snapshot.response?.documents.filter(({ address }) => address !== here.address) ?? [];
    known.set(snapshot, (labels = [here, ...others].flatMap(({ address, labels: own }) => own.map((label) => ({ ...label, address })))));
  }
  return labels;
}
