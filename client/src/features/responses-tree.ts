import * as vscode from 'vscode';
import type { ShownDeadline } from '../../../server/src/lsp/protocol/deadlines.ts';
import type { NamedPlaceParams } from '../../../server/src/lsp/protocol/named-places.ts';
import type { ShownAction, ShownResponse, ShownThing, ShownTrace, TracesParams } from '../../../server/src/lsp/protocol/traces.ts';
import { onResponsesChanged } from '../response-changes.ts';
import type { Server } from '../server.ts';
import { goToNamed, goToNamedCommand } from '../named-place.ts';
import { askForDeadlines, goToDeadlineCommand } from './deadlines.ts';

/** Up to so many responses are shown with their findings at once; of more, each when it is opened. */
const few = 20;

/**
 * The view “Responses”: each inspection with its findings and what is done about them, and what is due next; of open documents and closed
 * ones alike.
 */
export function showResponses(server: Server): vscode.Disposable[] {
  const changed = new vscode.EventEmitter<void>();
  let known: Promise<readonly Entry[]> | null = null;
  const provider: vscode.TreeDataProvider<Entry> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (entry) => entry.item,
    getChildren: async (entry) => [...(await (entry ? entry.children() : (known ??= responsesOfWorkspace(server))))],
  };
  const view = vscode.window.createTreeView('inspectionResponse.responses', { treeDataProvider: provider, showCollapseAll: true });
  const refresh = (): void => {
    known = null;
    if (view.visible) changed.fire();
  };
  // Nobody sees the view in a window that has nothing of ours.
  void vscode.commands.executeCommand('setContext', 'inspectionResponse.isActive', true);
  return [
    changed,
    view,
    onResponsesChanged(server, refresh),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && known === null) changed.fire();
    }),
    vscode.commands.registerCommand('inspectionResponse.refreshResponses', refresh),
    vscode.commands.registerCommand(goToNamedCommand, (place: NamedPlaceParams) => goToNamed(place, server)),
  ];
}

async function responsesOfWorkspace(server: Server): Promise<readonly Entry[]> {
  const client = await server.running();
  const responses = await client.sendRequest<readonly ShownResponse[]>('inspectionResponse/responses');
  const traceOf = async (uri: string): Promise<ShownTrace | undefined> =>
    (await client.sendRequest<readonly ShownTrace[]>('inspectionResponse/traces', { uri } satisfies TracesParams))[0];
  if (responses.length > few) return responses.map((response) => ofResponse(response, null, () => traceOf(response.uri), server));
  return Promise.all(
    responses.map(async (response) => {
      const trace = await traceOf(response.uri);
      return ofResponse(response, trace ?? null, async () => trace, server);
    }),
  );
}

interface Entry {
  readonly item: vscode.TreeItem;
  children(): readonly Entry[] | Promise<readonly Entry[]>;
}

const nothing = (): readonly Entry[] => [];

/** `trace` where it has been asked for already. */
function ofResponse(
  { title, documents, uri }: ShownResponse,
  trace: ShownTrace | null,
  load: () => Promise<ShownTrace | undefined>,
  server: Server,
): Entry {
  const item = new vscode.TreeItem(title, trace ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed);
  // What is open stays open when the tree is filled anew.
  item.id = uri;
  item.description = trace ? gapsInWords(trace) : documents === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', documents);
  item.iconPath = new vscode.ThemeIcon('folder');
  item.contextValue = 'response';
  item.command = { command: 'inspectionResponse.showTraceability', title: vscode.l10n.t('Show Traceability'), arguments: [uri] };
  return {
    item,
    async children() {
      const [loaded, dates] = await Promise.all([load(), askForDeadlines(vscode.Uri.parse(uri), null, server)]);
      return loaded ? [...findingsOf(loaded), ...nextOf(loaded), ...datesOf(dates?.deadlines ?? [])] : [];
    },
  };
}

function gapsInWords(trace: ShownTrace): string {
  const gaps = trace.gaps.length + new Set(trace.rows.flatMap((row) => row.gaps)).size;
  return gaps === 0 ? vscode.l10n.t('no gaps') : gaps === 1 ? vscode.l10n.t('1 gap') : vscode.l10n.t('{0} gaps', gaps);
}

function findingsOf({ rows }: ShownTrace): readonly Entry[] {
  const findings = new Map<string, { readonly finding: ShownThing & { readonly kind: string }; readonly actions: ShownAction[] }>();
  const loose: ShownAction[] = [];
  for (const { finding, action } of rows) {
    if (finding) {
      const key = JSON.stringify([finding.label, finding.text]);
      const known = findings.get(key) ?? { finding, actions: [] };
      findings.set(key, known);
      if (action) known.actions.push(action);
    } else if (action) loose.push(action);
  }
  const entries = [...findings.values()].map(({ finding, actions }): Entry => {
    const item = itemOf(finding, actions.length > 0);
    item.description = actions.length === 0 ? vscode.l10n.t('no action yet') : finding.kind;
    item.iconPath = new vscode.ThemeIcon(actions.length === 0 ? 'warning' : 'search');
    return { item, children: () => actions.map(ofAction) };
  });
  if (loose.length === 0) return entries;
  const item = new vscode.TreeItem(vscode.l10n.t('Other actions'), vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon('list-unordered');
  return [...entries, { item, children: () => loose.map(ofAction) }];
}

function ofAction(action: ShownAction): Entry {
  const item = itemOf(action, false);
  item.description = [action.status, action.due, action.owner].filter(Boolean).join(' · ');
  // A narrow side bar has no room for the description.
  item.tooltip = [item.tooltip, item.description].filter(Boolean).join('\n');
  item.iconPath = new vscode.ThemeIcon(action.late ? 'warning' : action.isDueSoon ? 'watch' : 'tasklist');
  return { item, children: nothing };
}

/** What is late or due soon, by date. */
function nextOf({ rows }: ShownTrace): readonly Entry[] {
  const actions = new Map(
    rows.flatMap(({ action }) =>
      action && (action.late || action.isDueSoon) ? [[JSON.stringify([action.label, action.text]), action] as const] : [],
    ),
  );
  if (actions.size === 0) return [];
  const item = new vscode.TreeItem(vscode.l10n.t('Overdue and due soon'), vscode.TreeItemCollapsibleState.Collapsed);
  item.description = String(actions.size);
  item.iconPath = new vscode.ThemeIcon('calendar');
  return [{ item, children: () => [...actions.values()].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1)).map(ofAction) }];
}

/** Most dates that are shown: the panel has them all. */
const mostDates = 5;

/** The next dates of law, of meetings and of publication. */
function datesOf(deadlines: readonly ShownDeadline[]): readonly Entry[] {
  const next = deadlines
    .filter(({ kind, standing }) => kind !== 'action' && (standing === 'soon' || standing === 'later'))
    .slice(0, mostDates);
  const [first] = next;
  if (!first) return [];
  const item = new vscode.TreeItem(vscode.l10n.t('Next dates'), vscode.TreeItemCollapsibleState.Collapsed);
  item.description = first.dateInWords;
  item.iconPath = new vscode.ThemeIcon('law');
  return [{ item, children: () => next.map(ofDate) }];
}

function ofDate(deadline: ShownDeadline): Entry {
  const { what, dateInWords, away, rule, source, standing } = deadline;
  // The day first, and without the name of the weekday: side bars are narrow.
  const item = new vscode.TreeItem(dateInWords.replace(/^\p{L}+ /u, ''), vscode.TreeItemCollapsibleState.None);
  item.description = what;
  item.tooltip = [what, `${dateInWords}, ${away}`, rule, source].filter((line) => line !== null).join('\n');
  item.iconPath = new vscode.ThemeIcon(standing === 'soon' ? 'watch' : 'calendar');
  item.command = { command: goToDeadlineCommand, title: vscode.l10n.t('Go to it'), arguments: [deadline] };
  return { item, children: nothing };
}

function itemOf({ label, text, place }: ShownThing, hasChildren: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(
    label === null ? text : `${label} ${text}`,
    hasChildren ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  item.tooltip = text;
  item.command = { command: goToNamedCommand, title: vscode.l10n.t('Go to it'), arguments: [place] };
  return item;
}
