import { headingAt } from '../../../language/features/navigation/anchors.ts';
import { placeNamed } from '../../../language/response/named-places.ts';
import { documentAddress } from '../../../language/text/document-address.ts';
import type { Surroundings } from '../../documents/surroundings.ts';
import type { NamedPlace, NamedPlaceParams } from '../../protocol/named-places.ts';
import { placesOf } from '../../to-protocol/positions.ts';

/** Where something stands that a page leads to, in the document as it now is; null where it is no longer there. */
export async function placeOfName({ uri, name }: NamedPlaceParams, { service, client, texts }: Surroundings): Promise<NamedPlace | null> {
  const address = documentAddress(uri);
  const facts = await service.facts(address);
  const view = facts && (await service.read(address));
  const span = view && (placeNamed(facts, name) ?? headingAt(view, name)?.span ?? null);
  return span && { uri: texts.spelling(address), position: placesOf(view.model.syntax, client.encoding).position(span.start) };
}
