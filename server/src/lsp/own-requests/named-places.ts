import type { Connection } from 'vscode-languageserver';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import * as own from '../protocol/named-places.ts';

/** Where something stands that a preview, an overview or a trace leads to. Loaded when first asked for. */
export function answerNamedPlaces(connection: Connection, surroundings: Surroundings): void {
  const load = () => import('./when-asked/named-places.ts');
  connection.onRequest<own.NamedPlace | null, never>(
    own.namedPlaceMethod,
    fenced<own.NamedPlaceParams, own.NamedPlace | null>(own.namedPlaceMethod, surroundings.host.log, null, async (params) =>
      (await load()).placeOfName(params, surroundings),
    ),
  );
}
