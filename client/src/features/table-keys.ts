import * as vscode from 'vscode';
import type { CellBesideParams, ShownCell } from '../../../server/src/lsp/protocol/rewriting.ts';
import { languageId } from '../language.ts';
import type { Server } from '../server.ts';

/** Context key of VS Code: the cursor is in what looks like a row of a table, so that Tab is ours. */
const inTable = 'inspectionResponse.inTable';

/** Tab and Shift+Tab in a table go from cell to cell, as they do in Word; Tab in the last cell begins the next row. */
export function registerTableKeys(server: Server): vscode.Disposable[] {
  let told = false;
  const tell = (editor: vscode.TextEditor | undefined): void => {
    const is = editor?.document.languageId === languageId && /^ {0,3}\|/.test(editor.document.lineAt(editor.selection.active.line).text);
    if (is === told) return;
    told = is;
    void vscode.commands.executeCommand('setContext', inTable, is);
  };
  tell(vscode.window.activeTextEditor);
  return [
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) tell(textEditor);
    }),
    vscode.window.onDidChangeActiveTextEditor(tell),
    vscode.commands.registerCommand('inspectionResponse.nextCell', () => go(server, 1)),
    vscode.commands.registerCommand('inspectionResponse.previousCell', () => go(server, -1)),
  ];
}

async function go(server: Server, by: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const {
    document,
    selection: { active },
  } = editor;
  const client = await server.running();
  const { version } = document;
  const cell = await client.sendRequest<ShownCell | null>('inspectionResponse/cellBeside', {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    position: client.code2ProtocolConverter.asPosition(active),
    by,
  } satisfies CellBesideParams);
  // Somebody has typed on, or is elsewhere by now.
  if (document.version !== version || vscode.window.activeTextEditor !== editor) return;
  // No table after all: the key does what it always does.
  if (!cell) return void vscode.commands.executeCommand(by > 0 ? 'tab' : 'outdent');
  const row = cell.edit;
  if (row && !(await editor.edit((builder) => builder.insert(client.protocol2CodeConverter.asPosition(row.range.start), row.newText))))
    return;
  const place = client.protocol2CodeConverter.asRange(cell.range);
  editor.selection = new vscode.Selection(place.start, place.end);
  editor.revealRange(place);
}
