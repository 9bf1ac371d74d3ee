import * as vscode from 'vscode';
import type { FromOverview, ToOverview } from '../../panels/overview-messages.ts';
import type { OverviewParams, ShownOverview } from '../../../server/src/lsp/protocol/overview.ts';
import { documentAtHand } from '../document-at-hand.ts';
import { createDocumentPanels } from '../document-panels.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { documentOfOurs } from '../open-document.ts';
import { openLink } from '../open-link.ts';
import { onResponsesChanged } from '../response-changes.ts';
import type { Server } from '../server.ts';
import { escaped, fillPanel, nothingToShow } from '../webview-page.ts';

const overviewType = 'inspectionResponse.overview';

/**
 * Command of our own, for other features: the overview that has the focus, as a page to be printed; undefined where none has, null where it
 * cannot be made.
 */
export const overviewToPrint = 'inspectionResponse.overviewToPrint';

/**
 * “Show Overview of the Response”: statuses, dates, findings and measures of the response of the open document, in pictures and in words.
 */
export function registerOverview(server: Server, extensionUri: vscode.Uri): vscode.Disposable[] {
  const panels = createDocumentPanels(overviewType, titleOf, (panel, uri) => showOverview(panel, uri, server, extensionUri));
  const updateAll = (): void =>
    panels.all().forEach(({ panel, update }) => {
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
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Open a report, plan, letter, minutes or agenda first: the overview tells how its response stands.'),
        );
        return;
      }
      panels.reveal(uri);
    }),
    vscode.commands.registerCommand(overviewToPrint, async () => {
      const uri = panels.active();
      return uri ? ask<string>('inspectionResponse/overviewFile', uri, server) : undefined;
    }),
    onResponsesChanged(server, updateWhenResting),
    { dispose: () => clearTimeout(resting) },
    panels,
  ];
}

/** Numbers that change with each key would only be in the way. In milliseconds. */
const pauseInTyping = 400;

const titleOf = (): string => vscode.l10n.t('Overview of the response');

function showOverview(panel: vscode.WebviewPanel, uri: vscode.Uri, server: Server, extensionUri: vscode.Uri): () => void {
  const { webview } = panel;
  panel.title = titleOf();
  const send = (message: ToOverview): Thenable<boolean> => webview.postMessage(message);
  /** What is shown; null before anything is. */
  let shown: string | null = null;
  const update = oneAtATime(
    async () => {
      const overview = await ask<ShownOverview>('inspectionResponse/overview', uri, server, shown);
      if (overview && !overview.page) return;
      shown = overview?.revision ?? null;
      await send(
        overview?.page ? { type: 'overview', uri: uri.toString(), page: overview.page } : { type: 'nothing', words: nothingToShow() },
      );
    },
    (error) => server.log.error(`The overview of ${uri.toString(true)} could not be made: ${String(error)}`),
  );
  const listening = webview.onDidReceiveMessage((message: FromOverview): unknown => {
    if (message.type === 'open') return openLink(message.href, vscode.Uri.joinPath(uri, '..'), server);
    shown = null;
    return update();
  });
  panel.onDidDispose(() => listening.dispose());
  fillPanel(panel, extensionUri, {
    script: 'overview.js',
    style: 'preview-style.css',
    title: titleOf(),
    body: `<p id="notice" role="status" hidden></p>\n<main id="paper"><h1>${escaped(titleOf())}</h1></main>`,
  });
  return update;
}

/** The server's answer; null where there is no such document of ours. */
async function ask<Answer>(method: string, uri: vscode.Uri, server: Server, revision: string | null = null): Promise<Answer | null> {
  const client = await server.running();
  if (!(await documentOfOurs(uri))) return null;
  return client.sendRequest<Answer | null>(method, { uri: client.code2ProtocolConverter.asUri(uri), revision } satisfies OverviewParams);
}
