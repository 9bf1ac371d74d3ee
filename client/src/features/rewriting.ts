import * as vscode from 'vscode';
import type { RewriteParams, Rewritten } from '../../../server/src/lsp/protocol/rewriting.ts';
import { languageId } from '../language.ts';
import type { Server } from '../server.ts';

/** “Renumber Paragraphs”, “Align Tables” and “Sort Actions by …”: the rewritings of the light bulb for those who look in the palette. */
export function registerRewriting(server: Server): vscode.Disposable[] {
  const rewrite = async (rewriting: RewriteParams['rewriting'], choice: RewriteParams['choice'], nothing: string): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== languageId) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open the document that this is to be done in.'));
      return;
    }
    const { document } = editor;
    const client = await server.running();
    const parameters: RewriteParams = {
      uri: client.code2ProtocolConverter.asUri(document.uri),
      position: client.code2ProtocolConverter.asPosition(editor.selection.active),
      rewriting,
      choice,
    };
    const { version } = document;
    const rewritten = await client.sendRequest<Rewritten | null>('inspectionResponse/rewrite', parameters);
    if (!rewritten) {
      void vscode.window.showInformationMessage(nothing);
      return;
    }
    // Somebody has typed on meanwhile: the places of the edits may be others now.
    if (document.version !== version) return;
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...rewritten.edits]));
    await vscode.workspace.applyEdit(change);
  };
  const sort = async (given?: { readonly by?: RewriteParams['choice'] }): Promise<void> => {
    const by = given?.by ?? (await askForOrder());
    if (by)
      await rewrite(
        'sort-table',
        by,
        vscode.l10n.t('Put the cursor into a table of actions. If it is in one, or there is only one, its rows are in this order already.'),
      );
  };
  return [
    vscode.commands.registerCommand('inspectionResponse.renumberParagraphs', () =>
      rewrite('renumber', 'document', vscode.l10n.t('The paragraphs are numbered in order already, or have no numbers.')),
    ),
    vscode.commands.registerCommand('inspectionResponse.alignTables', () =>
      rewrite('align-table', 'document', vscode.l10n.t('Every table is aligned already.')),
    ),
    vscode.commands.registerCommand('inspectionResponse.sortActions', sort),
  ];
}

async function askForOrder(): Promise<RewriteParams['choice'] | undefined> {
  const orders: readonly (vscode.QuickPickItem & { readonly by: RewriteParams['choice'] })[] = [
    { label: vscode.l10n.t('Due date'), by: 'due' },
    { label: vscode.l10n.t('Owner'), by: 'owner' },
    { label: vscode.l10n.t('Label'), by: 'label' },
    { label: vscode.l10n.t('Status'), by: 'status' },
  ];
  return (await vscode.window.showQuickPick(orders, { title: vscode.l10n.t('Sort the actions of this table by') }))?.by;
}
