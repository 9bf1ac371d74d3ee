import * as vscode from 'vscode';
import type { ExplainConfigurationParams, ExplainedConfiguration } from '../../../server/src/lsp/protocol/configuration.ts';
import { languageId } from '../language.ts';
import type { Server } from '../server.ts';

/** Scheme of the pages that tell what applies to a document; the document's own address stands in the query. */
const scheme = 'inspection-response-settings';

/**
 * “Explain the Configuration Here”: a page, not to be written in, with every setting that applies to the open document and where it is
 * said.
 */
export function registerExplainConfiguration(server: Server): vscode.Disposable[] {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ query }) => {
      const parameters: ExplainConfigurationParams = { uri: query };
      const client = await server.running();
      const explained = await client.sendRequest<ExplainedConfiguration | null>('inspectionResponse/explainConfiguration', parameters);
      return explained?.markdown ?? vscode.l10n.t('The document is no longer open.');
    },
  };
  return [
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
    vscode.commands.registerCommand('inspectionResponse.explainConfiguration', async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document?.languageId !== languageId) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Open a report, plan, letter, minutes or agenda first: the page tells what applies to it.'),
        );
        return;
      }
      const page = vscode.Uri.from({ scheme, path: '/What applies.md', query: server.client.code2ProtocolConverter.asUri(document.uri) });
      changed.fire(page);
      await vscode.workspace.openTextDocument(page);
      // Made into a page by VS Code's own Markdown preview; where that is switched off, as text.
      await vscode.commands
        .executeCommand('markdown.showPreviewToSide', page)
        .then(undefined, () => vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside }));
    }),
  ];
}
