import * as vscode from 'vscode';
import type * as own from '../../../server/src/lsp/protocol/commands.ts';

export const saveFileCommand: typeof own.saveFileCommand = 'inspectionResponse.saveFile';

/** Saves a file that a fix has written into beside the document in front: nothing in it holds before, and nobody sees that it waits. */
export function registerSaveWritten(): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(saveFileCommand, async (uri: string) => {
      await (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))).save();
    }),
  ];
}
