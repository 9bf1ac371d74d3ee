import * as vscode from 'vscode';
import { languageId } from './language.ts';

/**
 * A name in a folder that neither a file nor an open document has: the first of those that `named` gives for 1, 2, 3, …. The document there
 * is not saved yet.
 */
export async function freePlace(folder: vscode.Uri, named: (number: number) => string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const place = vscode.Uri.joinPath(folder, named(number));
    const isTaken =
      vscode.workspace.textDocuments.some(({ uri }) => uri.path === place.path) ||
      (await vscode.workspace.fs.stat(place).then(
        () => true,
        () => false,
      ));
    if (!isTaken) return place.with({ scheme: 'untitled' });
  }
}

/** Shows a document that is not saved yet. At a place among the other papers it is one of the response at once, and is saved there. */
export async function showNewPaper(text: string, place: vscode.Uri | null): Promise<vscode.TextDocument> {
  const start = new vscode.Position(0, 0);
  if (place === null) {
    const document = await vscode.workspace.openTextDocument({ language: languageId, content: text });
    await vscode.window.showTextDocument(document, { preview: false });
    return document;
  }
  const opened = await vscode.workspace.openTextDocument(place);
  // A name that does not say the kind is Markdown for VS Code.
  const document = opened.languageId === languageId ? opened : await vscode.languages.setTextDocumentLanguage(opened, languageId);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(place, start, text);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(start, start) });
  return document;
}
