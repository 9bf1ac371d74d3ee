import * as vscode from 'vscode';

/** Opens what a link of the page leads to: on the web with the browser, a file of the response at its place. */
export async function openLink(href: string, folder: vscode.Uri): Promise<void> {
  if (/^(?:https?|mailto):/i.test(href)) {
    await vscode.env.openExternal(vscode.Uri.parse(href));
    return;
  }
  const [path, fragment = ''] = href.split('#') as [string, string?];
  const uri = /^[a-z][a-z0-9+.-]+:/i.test(path) ? vscode.Uri.parse(path) : vscode.Uri.joinPath(folder, decodeURIComponent(path));
  const offset = /^at-(\d+)$/.exec(fragment)?.[1];
  try {
    if (offset === undefined) {
      await vscode.commands.executeCommand('vscode.open', uri);
      return;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    const place = document.positionAt(Number(offset));
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place), viewColumn: vscode.ViewColumn.One });
  } catch {
    void vscode.window.showWarningMessage(vscode.l10n.t('“{0}” cannot be opened. See whether it was moved or deleted.', href));
  }
}
