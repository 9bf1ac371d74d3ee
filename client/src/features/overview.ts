import * as vscode from 'vscode';
import type { FromOverview, OverviewState, ToOverview } from '../../panels/overview-messages.ts';
import type { OverviewParams, ShownOverview } from '../../../server/src/lsp/protocol/overview.ts';
import { documentAtHand } from '../document-at-hand.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { documentOfOurs } from '../open-document.ts';
import { openLink } from '../open-link.ts';
import { onResponsesChanged } from '../response-changes.ts';
import type { Server } from '../start-client.ts';
import { escaped, webviewPage } from '../webview-page.ts';

export const overviewType = 'inspectionResponse.overview';

/** Command of our own, for other features: the overview that has the focus, as a page to be printed; undefined where none has, null where it cannot be made. */
export const overviewToPrint = 'inspectionResponse.overviewToPrint';

/** “Show Overview of the Response”: statuses, dates, findings and measures of the response of the open document, in pictures and in words. */
export function registerOverview(server: Server, extensionUri: vscode.Uri): vscode.Disposable[] {
  const open = new Map<string, { readonly panel: vscode.WebviewPanel; readonly update: () => void }>();
  const attach = (panel: vscode.WebviewPanel, uri: vscode.Uri): void => {
    const shown = { panel, update: showOverview(panel, uri, server, extensionUri) };
    open.set(uri.toString(), shown);
    panel.onDidDispose(() => {
      if (open.get(uri.toString()) === shown) open.delete(uri.toString());
    });
  };
  const updateAll = (): void => open.forEach(({ panel, update }) => {
    if (panel.visible) update();
  });
  let resting: ReturnType<typeof setTimeout> | undefined;
  const updateWhenResting = (): void => {
    clearTimeout(resting);
    resting = setTimeout(updateAll, pauseInTyping);
  };
  return [
    vscode.commands.registerCommand('inspectionResponse.showOverview', async () => {
      const uri = await documentAtHand();
      if (!uri) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open a report, plan, letter, minutes or agenda first: the overview tells how its response stands.'));
        return;
      }
      const known = open.get(uri.toString());
      if (known) known.panel.reveal();
      else attach(vscode.window.createWebviewPanel(overviewType, titleOf(), vscode.ViewColumn.Active, { enableFindWidget: true }), uri);
    }),
    vscode.commands.registerCommand(overviewToPrint, async () => {
      const uri = [...open].find(([, { panel }]) => panel.active)?.[0];
      return uri === undefined ? undefined : ask<string>('inspectionResponse/overviewFile', vscode.Uri.parse(uri), server);
    }),
    vscode.window.registerWebviewPanelSerializer(overviewType, {
      deserializeWebviewPanel: async (panel, state: OverviewState | undefined) => {
        if (state?.uri) attach(panel, vscode.Uri.parse(state.uri));
        else panel.dispose();
      },
    }),
    onResponsesChanged(server, updateWhenResting),
    { dispose: () => clearTimeout(resting) },
    { dispose: () => open.forEach(({ panel }) => panel.dispose()) },
  ];
}

/** Numbers that change with each key would only be in the way. In milliseconds. */
const pauseInTyping = 400;

const titleOf = (): string => vscode.l10n.t('Overview of the response');

function showOverview(panel: vscode.WebviewPanel, uri: vscode.Uri, server: Server, extensionUri: vscode.Uri): () => void {
  const { webview } = panel;
  panel.title = titleOf();
  panel.iconPath = { light: vscode.Uri.joinPath(extensionUri, 'client/icons/document-light.svg'), dark: vscode.Uri.joinPath(extensionUri, 'client/icons/document-dark.svg') };
  webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'client', 'dist')] };
  const send = (message: ToOverview): Thenable<boolean> => webview.postMessage(message);
  /** What is shown; null before anything is. */
  let shown: string | null = null;
  const update = oneAtATime(async () => {
    const overview = await ask<ShownOverview>('inspectionResponse/overview', uri, server, shown);
    if (overview && !overview.page) return;
    shown = overview?.revision ?? null;
    await send(overview?.page ? { type: 'overview', uri: uri.toString(), page: overview.page } : { type: 'nothing', words: vscode.l10n.t('There is nothing to show: the document cannot be read, or is not a report, plan, letter, minutes or agenda.') });
  }, (error) => server.log.error(`The overview of ${uri.toString(true)} could not be made: ${String(error)}`));
  const listening = webview.onDidReceiveMessage((message: FromOverview): unknown => {
    if (message.type === 'open') return openLink(message.href, vscode.Uri.joinPath(uri, '..'), server);
    shown = null;
    return update();
  });
  panel.onDidDispose(() => listening.dispose());
  webview.html = webviewPage(webview, extensionUri, { script: 'overview.js', style: 'preview-style.css', title: titleOf(), body: `<p id="notice" role="status" hidden></p>\n<main id="paper"><h1>${escaped(titleOf())}</h1></main>` });
  return update;
}

/** The server's answer; null where there is no such document of ours. */
async function ask<Answer>(method: string, uri: vscode.Uri, server: Server, revision: string | null = null): Promise<Answer | null> {
  const client = await server.running();
  if (!await documentOfOurs(uri)) return null;
  return client.sendRequest<Answer | null>(method, { uri: client.code2ProtocolConverter.asUri(uri), revision } satisfies OverviewParams);
}
