import * as vscode from 'vscode';
import type { FromPanel, PanelWords, ToPanel } from '../../panels/messages.ts';
import type { ShownTrace, TraceFileParams, TracesParams } from '../../../server/src/lsp/protocol/traces.ts';
import { createDocumentPanels } from '../document-panels.ts';
import { goToNamed } from '../named-place.ts';
import { languageId } from '../language.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { documentOfOurs } from '../open-document.ts';
import { onResponsesChanged } from '../response-changes.ts';
import { saveFile } from '../save-file.ts';
import type { Server } from '../server.ts';
import { escaped, fillPanel, nothingToShow } from '../webview-page.ts';

const traceabilityType = 'inspectionResponse.traceability';

/** “Show Traceability”: what answers what in the response of the open document, gaps first. */
export function registerTraceability(server: Server, extensionUri: vscode.Uri): vscode.Disposable[] {
  const panels = createDocumentPanels(traceabilityType, titleOf, (panel, uri) => showTrace(panel, uri, server, extensionUri));
  return [
    vscode.commands.registerCommand('inspectionResponse.showTraceability', (given?: string) => {
      const active = vscode.window.activeTextEditor?.document;
      const uri = typeof given === 'string' ? vscode.Uri.parse(given) : active?.languageId === languageId ? active.uri : null;
      if (!uri) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Open a document of the response first: a letter, a plan, a report or minutes.'),
        );
        return;
      }
      panels.reveal(uri);
    }),
    onResponsesChanged(server, () => panels.all().forEach(({ update }) => update())),
    panels,
  ];
}

const titleOf = (): string => vscode.l10n.t('Traceability');

function showTrace(panel: vscode.WebviewPanel, uri: vscode.Uri, server: Server, extensionUri: vscode.Uri): () => void {
  const { webview } = panel;
  const send = (message: ToPanel): Thenable<boolean> => webview.postMessage(message);
  let last = '';
  const update = oneAtATime(
    async () => {
      const [trace] = await tracesOf(uri, server);
      if (!trace) {
        last = '';
        await send({ type: 'nothing', words: nothingToShow() });
        return;
      }
      const now = JSON.stringify(trace);
      if (now === last) return;
      last = now;
      panel.title = vscode.l10n.t('Traceability: {0}', trace.title);
      // The panel remembers the document that it was opened from.
      await send({ type: 'trace', trace: { ...trace, uri: uri.toString() }, words: words(trace) });
    },
    (error) => server.log.error(`The traceability of ${uri.toString(true)} could not be shown: ${String(error)}`),
  );
  const listening = webview.onDidReceiveMessage((message: FromPanel): unknown => {
    switch (message.type) {
      case 'ready':
        last = '';
        return update();
      case 'go':
        return goToNamed(message.place, server);
      case 'add':
        return addAction(uri, message.label, server);
      case 'export':
        return save(uri, message, server);
    }
  });
  panel.onDidDispose(() => listening.dispose());
  fillPanel(panel, extensionUri, { script: 'traceability.js', style: 'traceability-style.css', title: titleOf(), body: pageBody() });
  return update;
}

/** The server's answer; nothing where there is no such document of ours. */
async function tracesOf(uri: vscode.Uri, server: Server): Promise<readonly ShownTrace[]> {
  const client = await server.running();
  if (!(await documentOfOurs(uri))) return [];
  return client.sendRequest<readonly ShownTrace[]>('inspectionResponse/traces', {
    uri: client.code2ProtocolConverter.asUri(uri),
  } satisfies TracesParams);
}

/** The server writes it into the plan, and shows where. */
async function addAction(uri: vscode.Uri, label: string, server: Server): Promise<void> {
  const client = await server.running();
  await documentOfOurs(uri);
  await client.sendRequest('workspace/executeCommand', {
    command: 'inspectionResponse.addAction',
    arguments: [client.code2ProtocolConverter.asUri(uri), label],
  });
}

/** What is shown, as a file beside the document. */
async function save(uri: vscode.Uri, { format, filter }: Extract<FromPanel, { type: 'export' }>, server: Server): Promise<void> {
  const kinds = { csv: vscode.l10n.t('Table (CSV)'), html: vscode.l10n.t('Web page'), json: 'JSON' };
  await saveFile({ proposed: vscode.Uri.joinPath(uri, '..', `traceability.${format}`), kind: kinds[format], ending: format }, async () => {
    const client = await server.running();
    await documentOfOurs(uri);
    const text = await client.sendRequest<string | null>('inspectionResponse/traceFile', {
      uri: client.code2ProtocolConverter.asUri(uri),
      format,
      filter,
    } satisfies TraceFileParams);
    return text === null ? null : new TextEncoder().encode(text);
  });
}

const words = ({ asAt }: ShownTrace): PanelWords => ({
  finding: vscode.l10n.t('Finding'),
  gaps: vscode.l10n.t('Gaps'),
  recommendations: vscode.l10n.t('Recommendations'),
  action: vscode.l10n.t('Action'),
  owner: vscode.l10n.t('Owner'),
  due: vscode.l10n.t('Due'),
  status: vscode.l10n.t('Status'),
  measures: vscode.l10n.t('Measures'),
  addAction: vscode.l10n.t('Add an action for {0}', '{0}'),
  noAction: vscode.l10n.t('no action'),
  noOwner: vscode.l10n.t('No owner'),
  nothing: vscode.l10n.t('These documents have no findings, recommendations, actions or measures.'),
  noneShown: vscode.l10n.t('No action fits these filters.'),
  byOwner: vscode.l10n.t('Overdue and due soon, by owner'),
  matrix: vscode.l10n.t('Findings, recommendations, actions and measures; gaps first'),
  anyStatus: vscode.l10n.t('any'),
  noStatus: vscode.l10n.t('none'),
  asAt: vscode.l10n.t('As at {0}', asAt),
  shown: vscode.l10n.t('{0} rows, {1} with a gap', '{0}', '{1}'),
  shownOne: vscode.l10n.t('1 row, {1} with a gap', '{0}', '{1}'),
});

/** Places for what the panel shows; nothing of a document stands in it. */
function pageBody(): string {
  const say = (text: string) => escaped(text);
  return `<p id="notice" role="status"></p>
<main id="panel" hidden>
<h1 id="title"></h1>
<p id="as-at"></p>
<div role="search" class="filters">
<label>${say(vscode.l10n.t('Owner'))}<input id="owner" list="owners" type="text" autocomplete="off"></label><datalist id="owners"></datalist>
<label>${say(vscode.l10n.t('Status'))}<select id="status"></select></label>
<label>${say(vscode.l10n.t('Due before'))}<input id="due-before" type="date"></label>
<label class="tick"><input id="overdue" type="checkbox">${say(vscode.l10n.t('Date passed'))}</label>
</div>
<p><span id="count" role="status"></span></p>
<ul id="whole"></ul>
<div class="table" tabindex="0" role="region" aria-label="${say(vscode.l10n.t('Findings, recommendations, actions and measures; gaps first'))}"><table id="matrix"></table></div>
<p id="none" role="status"></p>
<h2 id="owners-heading" hidden>${say(vscode.l10n.t('Overdue and due soon, by owner'))}</h2>
<div id="by-owner"></div>
<h2>${say(vscode.l10n.t('Save what is shown'))}</h2>
<p><button type="button" data-format="csv">${say(vscode.l10n.t('Table (CSV)'))}</button> <button type="button" data-format="html">${say(vscode.l10n.t('Web page'))}</button> <button type="button" data-format="json">JSON</button></p>
</main>`;
}
