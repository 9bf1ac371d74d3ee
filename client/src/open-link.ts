import * as vscode from 'vscode';
import { goTo, sayCannotBeOpened } from './go-to.ts';
import { placeNamed } from './named-place.ts';
import type { Server } from './server.ts';

/** Opens what a link of the page leads to: on the web with the browser, a file of the response at its place. */
export async function openLink(href: string, folder: vscode.Uri, server: Server): Promise<void> {
  if (/^(?:https?|mailto):/i.test(href)) {
    await vscode.env.openExternal(vscode.Uri.parse(href));
    return;
  }
  const [path, fragment = ''] = href.split('#') as [string, string?];
  const uri = /^[a-z][a-z0-9+.-]+:/i.test(path) ? vscode.Uri.parse(path) : vscode.Uri.joinPath(folder, decodeURIComponent(path));
  const place = fragment === '' ? null : await placeNamed({ uri: uri.toString(), name: fragment }, server);
  if (place) return goTo(uri, () => place);
  // What is no document of ours, such as a picture or a Word document, opens as VS Code opens it.
  await vscode.commands.executeCommand('vscode.open', uri).then(undefined, () => sayCannotBeOpened(href));
}
