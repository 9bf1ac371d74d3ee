import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * Puts the cursor into the first empty cell of a row that Enter began: the protocol has edits for what follows typing, but no word on where
 * the cursor goes.
 */
export function cursorInNewRow(): Middleware {
  return {
    provideOnTypeFormattingEdits: async (document, position, character, options, token, next) => {
      const edits = await next(document, position, character, options, token);
      const row = edits?.find(({ newText }) => newText.startsWith('|'));
      const cell = row?.newText.indexOf('|  |') ?? -1;
      if (row && cell >= 0) moveWhenWritten(document, row, new vscode.Position(row.range.start.line, row.range.start.character + cell + 2));
      return edits;
    },
  };
}

function moveWhenWritten(document: vscode.TextDocument, { range, newText }: vscode.TextEdit, place: vscode.Position): void {
  const listener = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document !== document || event.contentChanges.length === 0) return;
    listener.dispose();
    const editor = vscode.window.activeTextEditor;
    // Whoever has typed on meanwhile keeps the cursor where it is.
    if (editor?.document !== document || document.lineAt(range.start.line).text !== newText || !editor.selection.isEmpty) return;
    editor.selection = new vscode.Selection(place, place);
  });
}
