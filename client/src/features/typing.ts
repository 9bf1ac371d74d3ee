import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import type { CursorParams } from '../../../server/src/lsp/protocol/open-documents.ts';
import { languageId } from '../language.ts';

/**
 * Tells the server where something is being typed, so that nothing is called wrong before it is finished.
 * A cursor that only moves about is not told: whoever puts it on underlined words wants to read what is wrong, and the fixes.
 */
export function followTyping(client: BaseLanguageClient): vscode.Disposable[] {
  let typingIn: vscode.TextDocument | null = null;
  /** The document whose text has just changed; the cursor follows in an event of its own. */
  let changed: vscode.TextDocument | null = null;

  const tell = (document: vscode.TextDocument, position: vscode.Position | null): void => {
    if (client.state !== State.Running) return;
    const message: CursorParams = {
      uri: client.code2ProtocolConverter.asUri(document.uri),
      position: position === null ? null : client.code2ProtocolConverter.asPosition(position),
    };
    client.sendNotification('inspectionResponse/cursor', message).catch(() => {
      /* The server is going down, and will hear of the next one. */
    });
  };
  const stop = (): void => {
    if (typingIn !== null) tell(typingIn, null);
    typingIn = null;
  };
  return [
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      if (contentChanges.length === 0 || document.languageId !== languageId || document !== vscode.window.activeTextEditor?.document)
        return;
      // What is taken back or put back is not being typed.
      changed = reason === undefined ? document : null;
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
      if (textEditor !== vscode.window.activeTextEditor) return;
      const typed = changed === textEditor.document && kind !== vscode.TextEditorSelectionChangeKind.Mouse;
      changed = null;
      if (!typed || selections[0] === undefined) return stop();
      typingIn = textEditor.document;
      tell(typingIn, selections[0].active);
    }),
    vscode.window.onDidChangeActiveTextEditor(stop),
  ];
}
