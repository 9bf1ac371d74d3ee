import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import type { CursorParams } from '../../../server/src/lsp/protocol.ts';
import { languageId } from '../language.ts';

/** Tells the server where the cursor is, so that nothing is called wrong while it is still being typed. */
export function followCursor(client: BaseLanguageClient): vscode.Disposable[] {
  let told: vscode.TextEditor | undefined;
  const tell = (uri: vscode.Uri, position: vscode.Position | null): void => {
    if (client.state !== State.Running) return;
    const message: CursorParams = { uri: client.code2ProtocolConverter.asUri(uri), position: position === null ? null : client.code2ProtocolConverter.asPosition(position) };
    void client.sendNotification('inspectionResponse/cursor', message);
  };
  const follow = (editor: vscode.TextEditor | undefined): void => {
    if (told !== undefined && told !== editor) tell(told.document.uri, null);
    told = editor?.document.languageId === languageId ? editor : undefined;
    if (told !== undefined) tell(told.document.uri, told.selection.active);
  };
  return [
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) follow(textEditor);
    }),
    // A server that has just started knows of no cursor.
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) follow(vscode.window.activeTextEditor);
    }),
  ];
}
