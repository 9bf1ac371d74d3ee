import * as vscode from 'vscode';
import type { NamedPlace, NamedPlaceParams } from '../../server/src/lsp/protocol/named-places.ts';
import { goTo } from './go-to.ts';
import type { Server } from './server.ts';

/** Command of our own, with {@link NamedPlaceParams}: goes to what the server names. */
export const goToNamedCommand = 'inspectionResponse.goToNamed';

/**
 * Where something stands that a document says: asked when somebody wants to go there, so that it is never an old place. Null where it is no
 * longer there, or the file is none of ours.
 */
export async function placeNamed({ uri, name }: NamedPlaceParams, server: Server): Promise<vscode.Position | null> {
  const client = await server.running();
  const place = await client.sendRequest<NamedPlace | null>('inspectionResponse/namedPlace', {
    uri: client.code2ProtocolConverter.asUri(vscode.Uri.parse(uri)),
    name,
  } satisfies NamedPlaceParams);
  return place && client.protocol2CodeConverter.asPosition(place.position);
}

/** Goes to something that a document says; to the document alone where it is no longer there. */
export async function goToNamed(named: NamedPlaceParams, server: Server): Promise<void> {
  const place = await placeNamed(named, server);
  return goTo(vscode.Uri.parse(named.uri), () => place ?? new vscode.Position(0, 0));
}
