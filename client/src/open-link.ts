import * as vscode from 'vscode';
import type { NamedPlace, NamedPlaceParams } from '../../server/src/lsp/protocol.ts';
import { goTo, sayCannotBeOpened } from './go-to.ts';
import type { Server } from './start-client.ts';

/** Opens what a link of the page leads to: on the web with the browser, a file of the response at its place. */
export async function openLink(href: string, folder: vscode.Uri, server: Server): Promise<void> {
  if (/^(?:https?|mailto):/i.test(href)) {
    await vscode.env.openExternal(vscode.Uri.parse(href));
    return;
  }
  const [path, fragment = ''] = href.split('#') as [string, string?];
  const uri = /^[a-z][a-z0-9+.-]+:/i.test(path) ? vscode.Uri.parse(path) : vscode.Uri.joinPath(folder, decodeURIComponent(path));
  const place = isNamed(fragment) ? await placeOf(uri, fragment, server) : null;
  if (place) return goTo(uri, () => place);
  // What is no text, such as a picture or a Word document, opens as VS Code opens it.
  await vscode.commands.executeCommand('vscode.open', uri).then(undefined, () => sayCannotBeOpened(href));
}

/** What the server names in a document: `action-12`. */
const isNamed = (fragment: string): boolean => /^[a-z]+-\d+$/.test(fragment);

/** Where it stands now; null where it is no longer there. */
async function placeOf(uri: vscode.Uri, name: string, server: Server): Promise<vscode.Position | null> {
  const client = await server.running();
  const place = await client.sendRequest<NamedPlace | null>('inspectionResponse/namedPlace', { uri: client.code2ProtocolConverter.asUri(uri), name } satisfies NamedPlaceParams);
  return place && client.protocol2CodeConverter.asPosition(place.position);
}
