import * as vscode from 'vscode';
import type { DeadlineScope, DeadlinesState, DeadlineWords, FromDeadlines, ToDeadlines } from '../../panels/deadline-messages.ts';
import type {
  DeadlinePlace,
  DeadlinePlaceParams,
  DeadlinesParams,
  ShownDeadline,
  ShownDeadlines,
} from '../../../server/src/lsp/protocol/deadlines.ts';
import { convertOnce, type StartConverter } from '../converter.ts';
import { documentAtHand } from '../document-at-hand.ts';
import { goTo, sayCannotBeOpened } from '../go-to.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { documentOfOurs } from '../open-document.ts';
import { onResponsesChanged } from '../response-changes.ts';
import { saveFile } from '../save-file.ts';
import type { Server } from '../server.ts';
import { today } from '../today.ts';
import { escaped, fillPanel, nothingToShow } from '../webview-page.ts';

const deadlinesType = 'inspectionResponse.deadlines';

/** Command of our own, for other features: goes to what brings a deadline with it. */
export const goToDeadlineCommand = 'inspectionResponse.goToDeadline';

interface OpenPanel {
  readonly panel: vscode.WebviewPanel;
  readonly showFor: (uri: vscode.Uri) => void;
  readonly update: () => void;
  readonly ofEveryResponse: () => boolean;
}

/**
 * “Show Deadlines”: everything that is coming in the response of the document at hand, or in every response of the folders; and the same as
 * a calendar.
 */
export function registerDeadlines(server: Server, startConverter: StartConverter, extensionUri: vscode.Uri): vscode.Disposable[] {
  let open: OpenPanel | null = null;
  const attach = (panel: vscode.WebviewPanel, uri: vscode.Uri | null, scope: DeadlineScope): void => {
    const shown = showDeadlines(panel, uri, scope, { server, startConverter, extensionUri });
    open = shown;
    panel.onDidDispose(() => {
      if (open === shown) open = null;
    });
  };
  const update = (): void => {
    if (open?.panel.visible) open.update();
  };
  // Every response of the folders may be hundreds, and are looked through again when something is saved, not while it is written.
  const updateOne = (): void => {
    if (open && !open.ofEveryResponse()) update();
  };
  return [
    vscode.commands.registerCommand('inspectionResponse.showDeadlines', async () => {
      const uri = await documentAtHand();
      if (open) {
        if (uri) open.showFor(uri);
        return open.panel.reveal();
      }
      return attach(vscode.window.createWebviewPanel(deadlinesType, titleOf(), vscode.ViewColumn.Active, { enableFindWidget: true }), uri, {
        everyResponse: uri === null,
        asAt: null,
      });
    }),
    vscode.commands.registerCommand('inspectionResponse.saveDeadlines', async (given?: { readonly target?: vscode.Uri }) => {
      const uri = await documentAtHand();
      const shown = await deadlinesFor(uri, { everyResponse: uri === null, asAt: null }, server);
      const toKeep = shown?.deadlines.filter(({ standing }) => standing !== 'done') ?? [];
      if (toKeep.length === 0) return void vscode.window.showInformationMessage(noDeadlines());
      return save(toKeep, shown!.title, startConverter, given?.target);
    }),
    vscode.window.registerWebviewPanelSerializer(deadlinesType, {
      deserializeWebviewPanel: async (panel, state: DeadlinesState | undefined) =>
        attach(panel, state?.uri ? vscode.Uri.parse(state.uri) : null, state?.scope ?? { everyResponse: true, asAt: null }),
    }),
    vscode.commands.registerCommand(goToDeadlineCommand, (deadline: ShownDeadline) => goToDeadline(deadline, server)),
    onResponsesChanged(server, updateOne),
    vscode.workspace.onDidSaveTextDocument(update),
    { dispose: () => open?.panel.dispose() },
  ];
}

const titleOf = (): string => vscode.l10n.t('Deadlines');

interface Means {
  readonly server: Server;
  readonly startConverter: StartConverter;
  readonly extensionUri: vscode.Uri;
}

function showDeadlines(
  panel: vscode.WebviewPanel,
  first: vscode.Uri | null,
  begun: DeadlineScope,
  { server, startConverter, extensionUri }: Means,
): OpenPanel {
  const { webview } = panel;
  panel.title = titleOf();
  const send = (message: ToDeadlines): Thenable<boolean> => webview.postMessage(message);
  let uri = first;
  let scope = begun;
  let last: ShownDeadlines | null = null;
  let sent = '';
  const update = oneAtATime(
    async () => {
      const shown = await deadlinesFor(uri, scope, server);
      if (!shown) {
        sent = '';
        await send({ type: 'nothing', words: nothingToShow() });
        return;
      }
      const now = JSON.stringify([uri?.toString(), scope, shown]);
      if (now === sent) return;
      [sent, last] = [now, shown];
      await send({ type: 'deadlines', uri: uri?.toString() ?? null, scope, shown, words: words() });
    },
    (error) => server.log.error(`The deadlines could not be shown: ${String(error)}`),
  );
  const again = (): void => {
    sent = '';
    update();
  };
  const take = (message: FromDeadlines): unknown => {
    switch (message.type) {
      case 'ready':
        return again();
      case 'ask':
        scope = message.scope;
        return again();
      case 'go': {
        const deadline = last?.deadlines[message.place];
        return deadline && goToDeadline(deadline, server);
      }
      case 'save':
        return save(
          message.places.flatMap((place) => last?.deadlines[place] ?? []),
          last?.title ?? null,
          startConverter,
        );
    }
  };
  const listening = webview.onDidReceiveMessage(take);
  // What happened while nobody saw the panel.
  const seen = panel.onDidChangeViewState(() => {
    if (panel.visible) update();
  });
  panel.onDidDispose(() => {
    listening.dispose();
    seen.dispose();
  });
  fillPanel(panel, extensionUri, { script: 'deadlines.js', style: 'deadlines-style.css', title: titleOf(), body: pageBody() });
  return {
    panel,
    update,
    ofEveryResponse: () => scope.everyResponse || !uri,
    showFor(other) {
      uri = other;
      scope = { ...scope, everyResponse: false };
      again();
    },
  };
}

/** The deadlines for a panel; null where there is no such document of ours. */
async function deadlinesFor(
  uri: vscode.Uri | null,
  { everyResponse, asAt }: DeadlineScope,
  server: Server,
): Promise<ShownDeadlines | null> {
  if (everyResponse || !uri) return askForDeadlines(null, asAt, server);
  return (await documentOfOurs(uri)) ? askForDeadlines(uri, asAt, server) : null;
}

/** The server's answer for the response of a document, open or not, or for every response; null where the document is none of ours. */
export async function askForDeadlines(uri: vscode.Uri | null, asAt: string | null, server: Server): Promise<ShownDeadlines | null> {
  const client = await server.running();
  return client.sendRequest<ShownDeadlines | null>('inspectionResponse/deadlines', {
    uri: uri && client.code2ProtocolConverter.asUri(uri),
    asAt,
  } satisfies DeadlinesParams);
}

/** Where it stands is asked when somebody wants to go there, so that it is never an old place. */
async function goToDeadline({ uri, id, file }: ShownDeadline, server: Server): Promise<void> {
  const client = await server.running();
  const place = await client.sendRequest<DeadlinePlace | null>('inspectionResponse/deadlinePlace', {
    uri,
    id,
  } satisfies DeadlinePlaceParams);
  if (!place) return sayCannotBeOpened(file);
  const position = client.protocol2CodeConverter.asPosition(place.position);
  return goTo(client.protocol2CodeConverter.asUri(place.uri), () => position, file);
}

/** Deadlines as a calendar beside the first document that has one. */
async function save(
  deadlines: readonly ShownDeadline[],
  title: string | null,
  startConverter: StartConverter,
  target?: vscode.Uri,
): Promise<void> {
  const [first] = deadlines;
  if (!first) return;
  const name = title === null ? titleOf() : vscode.l10n.t('Deadlines: {0}', title);
  await saveFile(
    { proposed: vscode.Uri.joinPath(vscode.Uri.parse(first.uri), '..', 'deadlines.ics'), kind: vscode.l10n.t('Calendar'), ending: 'ics' },
    async () => {
      const request = {
        kind: 'calendar' as const,
        name,
        today: today(),
        deadlines: deadlines.map(({ id, uri, file, what, date, rule, source, leftOut }) => ({
          id,
          uri,
          file,
          what,
          date,
          rule: [rule, ...notCounted(leftOut)].join('\n'),
          source,
        })),
      };
      const answer = await convertOnce(startConverter, request, new vscode.CancellationTokenSource().token);
      if (answer?.kind === 'cannot') void vscode.window.showErrorMessage(answer.message);
      return answer?.kind === 'exported' ? answer.bytes : null;
    },
    target,
  );
}

const notCounted = (days: readonly string[]): readonly string[] =>
  days.length === 0 ? [] : [vscode.l10n.t('Not counted: {0}.', days.join(', '))];

const noDeadlines = (): string =>
  vscode.l10n.t(
    'No date can be worked out. The header would have to give the day of a meeting to come, or the day on which the inspectorate’s letter was received, dated or published (under “inspection:”).',
  );

const words = (): DeadlineWords => ({
  date: vscode.l10n.t('Date'),
  what: vscode.l10n.t('What is due'),
  owner: vscode.l10n.t('Owner'),
  status: vscode.l10n.t('Where it stands'),
  sum: vscode.l10n.t('How the date is worked out'),
  noOwner: vscode.l10n.t('No owner'),
  notOfAnAction: vscode.l10n.t('Inspection, meetings and papers'),
  anyKind: vscode.l10n.t('everything'),
  none: noDeadlines(),
  noneShown: vscode.l10n.t('Nothing fits these filters.'),
  counted: vscode.l10n.t('On {0}: {1} in all, {2} overdue, {3} within 30 days.', '{0}', '{1}', '{2}', '{3}'),
  shortened: vscode.l10n.t('The first {0} are shown.', '{0}'),
  leftOut: vscode.l10n.t('Not counted: {0}.', '{0}'),
  firstDue: vscode.l10n.t('First due {0}.', '{0}'),
  wasDone: vscode.l10n.t('According to the paper, done on {0}.', '{0}'),
  everyResponse: vscode.l10n.t('Every response of the folders'),
  'standing.overdue': vscode.l10n.t('Overdue'),
  'standing.soon': vscode.l10n.t('Within 30 days'),
  'standing.later': vscode.l10n.t('Later'),
  'standing.passed': vscode.l10n.t('Date passed; nothing says whether it was done'),
  'standing.done': vscode.l10n.t('Done'),
  'kind.inspection': vscode.l10n.t('After the inspection'),
  'kind.publication': vscode.l10n.t('Publication'),
  'kind.key-decision': vscode.l10n.t('Notice of a decision'),
  'kind.meeting': vscode.l10n.t('Meeting'),
  'kind.action': vscode.l10n.t('Action'),
});

/** Places for what the panel shows; nothing of a document stands in it. */
function pageBody(): string {
  const say = (text: string) => escaped(text);
  const option = (value: string, text: string) => `<option value="${value}">${say(text)}</option>`;
  return `<p id="notice" role="status"></p>
<main id="panel" hidden>
<div class="head"><h1>${say(titleOf())}</h1><button type="button" id="save">${say(vscode.l10n.t('Save what is shown as a calendar (.ics)'))}</button></div>
<p id="response"></p>
<div role="search" class="filters">
<label>${say(vscode.l10n.t('Show'))}<select id="scope">${option('one', vscode.l10n.t('this response'))}${option('every', vscode.l10n.t('every response of the folders'))}</select></label>
<label>${say(vscode.l10n.t('As it stands on'))}<input id="as-at" type="date" min="2000-01-01" max="2099-12-31"></label>
<label>${say(vscode.l10n.t('Kind'))}<select id="kind"></select></label>
<label>${say(vscode.l10n.t('Owner'))}<input id="owner" list="owners" type="text" autocomplete="off"></label><datalist id="owners"></datalist>
<label>${say(vscode.l10n.t('Group by'))}<select id="order">${option('date', vscode.l10n.t('date'))}${option('owner', vscode.l10n.t('owner'))}</select></label>
<label class="tick"><input id="done" type="checkbox">${say(vscode.l10n.t('Show what is done'))}</label>
</div>
<p id="count" role="status"></p>
<p id="none"></p>
<div id="deadlines"></div>
</main>`;
}
