import * as vscode from 'vscode';
import type { ShownAction, ShownThing, ShownTrace, TracesParams } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../start-client.ts';

/** Most documents that are looked through for the tree. */
const most = 400;

/** The view “Responses”: each inspection with its findings and what is done about them, and what is due next. */
export function showResponses(server: Server): vscode.Disposable[] {
  const changed = new vscode.EventEmitter<void>();
  let known: Promise<readonly ShownTrace[]> | null = null;
  const provider: vscode.TreeDataProvider<Entry> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (entry) => entry.item,
    async getChildren(entry) {
      return entry ? [...entry.children()] : (await (known ??= tracesOfWorkspace(server))).map(ofResponse);
    },
  };
  const view = vscode.window.createTreeView('inspectionResponse.responses', { treeDataProvider: provider, showCollapseAll: true });
  /** Not while letters are typed: the server reports anew when it has read what was written, and that is looked at once a second at most. */
  let waiting: ReturnType<typeof setTimeout> | null = null;
  const refresh = (): void => {
    if (waiting || !view.visible) {
      known = null;
      return;
    }
    waiting = setTimeout(() => {
      waiting = null;
      known = null;
      changed.fire();
    }, 1000);
  };
  // Nobody sees the view in a window that has nothing of ours.
  void vscode.commands.executeCommand('setContext', 'inspectionResponse.isActive', true);
  const files = vscode.workspace.createFileSystemWatcher('**/*.{report,plan,letter,minutes,agenda}.md');
  return [
    changed, view, files,
    files.onDidCreate(refresh), files.onDidDelete(refresh), files.onDidChange(refresh),
    vscode.languages.onDidChangeDiagnostics(refresh),
    view.onDidChangeVisibility(({ visible }) => { if (visible && known === null) changed.fire(); }),
    vscode.commands.registerCommand('inspectionResponse.refreshResponses', () => {
      known = null;
      changed.fire();
    }),
    { dispose: () => { if (waiting) clearTimeout(waiting); } },
  ];
}

async function tracesOfWorkspace(server: Server): Promise<readonly ShownTrace[]> {
  const files = await vscode.workspace.findFiles('**/*.{report,plan,letter,minutes,agenda}.md', undefined, most);
  if (files.length === 0) return [];
  const client = await server.running();
  return client.sendRequest<readonly ShownTrace[]>('inspectionResponse/traces', { uris: files.map((uri) => client.code2ProtocolConverter.asUri(uri)) } satisfies TracesParams);
}

interface Entry {
  readonly item: vscode.TreeItem;
  children(): readonly Entry[];
}

const nothing = (): readonly Entry[] => [];

function ofResponse(trace: ShownTrace): Entry {
  const item = new vscode.TreeItem(trace.title, vscode.TreeItemCollapsibleState.Expanded);
  const gaps = trace.gaps.length + new Set(trace.rows.flatMap((row) => row.gaps)).size;
  item.description = gaps === 0 ? vscode.l10n.t('no gaps') : gaps === 1 ? vscode.l10n.t('1 gap') : vscode.l10n.t('{0} gaps', gaps);
  item.iconPath = new vscode.ThemeIcon('folder');
  item.contextValue = 'response';
  item.command = { command: 'inspectionResponse.showTraceability', title: vscode.l10n.t('Show Traceability'), arguments: [trace.uri] };
  return { item, children: () => [...findingsOf(trace), ...nextOf(trace)] };
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
  item.iconPath = new vscode.ThemeIcon(action.late ? 'warning' : action.isDueSoon ? 'watch' : 'tasklist');
  return { item, children: nothing };
}

/** What is late or due soon, by date. */
function nextOf({ rows }: ShownTrace): readonly Entry[] {
  const actions = new Map(rows.flatMap(({ action }) => (action && (action.late || action.isDueSoon) ? [[JSON.stringify([action.label, action.text]), action] as const] : [])));
  if (actions.size === 0) return [];
  const item = new vscode.TreeItem(vscode.l10n.t('Overdue and due soon'), vscode.TreeItemCollapsibleState.Collapsed);
  item.description = String(actions.size);
  item.iconPath = new vscode.ThemeIcon('calendar');
  return [{ item, children: () => [...actions.values()].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1)).map(ofAction) }];
}

function itemOf({ label, text, place }: ShownThing, hasChildren: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(label === null ? text : `${label} ${text}`, hasChildren ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
  item.tooltip = text;
  if (place) {
    const at = new vscode.Position(place.position.line, place.position.character);
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Go to it'), arguments: [vscode.Uri.parse(place.uri), { selection: new vscode.Range(at, at) } satisfies vscode.TextDocumentShowOptions] };
  }
  return item;
}
