import * as vscode from 'vscode';
import type { NamedPlace, NamedPlaceParams } from '../../server/src/lsp/protocol/named-places.ts';
import { goTo } from './go-to.ts';
import type { Server } from './server.ts';

/** Command of our own, with {@link NamedPlaceParams}: goes to what the server names. */
export const goToNamedCommand = 'inspectionResponse.goToNamed';

/** Goes to something that a document says. Where it stands is asked when somebody wants to go there, so that it is never an old place; to the document alone where it is no longer there. */
export async function goToNamed({ uri, name }: NamedPlaceParams, server: Server): Promise<void> {
  const client = await server.running();
  const address = vscode.Uri.parse(uri);
  const place = await client.sendRequest<NamedPlace | null>('inspectionResponse/namedPlace', { uri: client.code2ProtocolConverter.asUri(address), name } satisfies NamedPlaceParams);
  const position = place ? client.protocol2CodeConverter.asPosition(place.position) : new vscode.Position(0, 0);
  return goTo(address, () => position);
}
