import * as vscode from 'vscode';

/** Shows a place of a document in the first column, or says that it cannot be opened. `named` is what the officer knows it by. */
export async function goTo(
  uri: vscode.Uri,
  placeIn: (document: vscode.TextDocument) => vscode.Position,
  named: string = nameOf(uri),
): Promise<void> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const place = placeIn(document);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place), viewColumn: vscode.ViewColumn.One });
  } catch {
    sayCannotBeOpened(named);
  }
}

/** The last part of a path. */
export const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

export function sayCannotBeOpened(name: string): void {
  void vscode.window.showWarningMessage(vscode.l10n.t('“{0}” cannot be opened. See whether it was moved or deleted.', name));
}
