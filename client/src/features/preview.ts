import * as vscode from 'vscode';
import type { FromPreview, PreviewState, ToPreview } from '../../preview/messages.ts';
import type { Preview, PreviewParams } from '../../../server/src/lsp/protocol/preview.ts';
import { documentOfPreview } from '../document-at-hand.ts';
import { languageId } from '../language.ts';
import { rememberNeverSaved } from '../never-saved.ts';
import { goToNamed } from '../named-place.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { documentOfOurs } from '../open-document.ts';
import { openLink } from '../open-link.ts';
import { onResponsesChanged } from '../response-changes.ts';
import { createScrollEchoes, type InSight } from '../scroll-echoes.ts';
import type { Server } from '../server.ts';
import { escaped, fillPanel, nothingToShow } from '../webview-page.ts';

const previewType = 'inspectionResponse.preview';

/** The preview beside the editor: the paper in the council's layout, kept up with what is typed. */
export function registerPreview(server: Server, extensionUri: vscode.Uri): vscode.Disposable[] {
  const open = new Map<string, OpenPreview>();
  const attach = (panel: vscode.WebviewPanel, uri: vscode.Uri): void => {
    const preview = showPreview(panel, uri, server, extensionUri);
    open.set(uri.toString(), preview);
    neverSaved.look();
    panel.onDidDispose(() => [...open].filter(([, one]) => one === preview).forEach(([key]) => open.delete(key)));
  };
  const neverSaved = rememberNeverSaved((uri) => open.has(uri.toString()));
  /** A paper that was saved for the first time goes on under its new name, and its preview with it. */
  const follow = (saved: vscode.TextDocument): void => {
    const key = neverSaved.takenFrom(saved);
    const preview = key === null ? undefined : open.get(key);
    if (!preview || open.has(saved.uri.toString())) return;
    open.delete(key!);
    open.set(saved.uri.toString(), preview);
    preview.follow(saved.uri);
  };
  const show = (column: vscode.ViewColumn): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== languageId) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a report, plan, letter, minutes or agenda first: the preview shows it as it is printed.'),
      );
      return;
    }
    const known = open.get(document.uri.toString());
    if (known) return known.panel.reveal(undefined, true);
    attach(
      vscode.window.createWebviewPanel(
        previewType,
        titleOf(document.uri),
        { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside },
        { enableFindWidget: true },
      ),
      document.uri,
    );
  };
  const all = (uri: vscode.Uri): readonly OpenPreview[] => [open.get(uri.toString()) ?? []].flat();
  return [
    vscode.commands.registerCommand('inspectionResponse.openPreviewToSide', () => show(vscode.ViewColumn.Beside)),
    vscode.commands.registerCommand('inspectionResponse.openPreview', () => show(vscode.ViewColumn.Active)),
    vscode.commands.registerCommand('inspectionResponse.showSource', () =>
      [...open.values()].find(({ panel }) => panel.active)?.showSource(),
    ),
    vscode.commands.registerCommand(documentOfPreview, () => [...open].find(([, { panel }]) => panel.active)?.[0]),
    vscode.window.registerWebviewPanelSerializer(previewType, {
      deserializeWebviewPanel: async (panel, state: PreviewState | undefined) => {
        if (state?.uri) attach(panel, vscode.Uri.parse(state.uri));
        else panel.dispose();
      },
    }),
    neverSaved,
    vscode.workspace.onDidSaveTextDocument(follow),
    vscode.workspace.onDidChangeTextDocument(({ document }) => all(document.uri).forEach((one) => one.update())),
    // After a reload the preview may be there before its document is.
    vscode.workspace.onDidOpenTextDocument((document) => all(document.uri).forEach((one) => one.update())),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(remotePicturesSetting)) open.forEach((one) => one.begin());
    }),
    // What another paper of the response says may show in this one.
    onResponsesChanged(server, () => open.forEach((one) => one.update())),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [first] }) => {
      if (first)
        all(textEditor.document.uri).forEach((one) =>
          one.editorScrolled({ first: first.start.line, last: first.end.line, end: textEditor.document.lineCount - 1 }),
        );
    }),
    { dispose: () => open.forEach(({ panel }) => panel.dispose()) },
  ];
}

const remotePicturesSetting = 'inspectionResponse.preview.remotePictures';

interface OpenPreview {
  readonly panel: vscode.WebviewPanel;
  /** Makes the page anew. */
  begin(): void;
  /** Something may have changed. */
  update(): void;
  /** An editor on the document shows another part of it. */
  editorScrolled(shown: InSight): void;
  /** Goes to what is being read, in the editor. */
  showSource(): void;
  /** The document has another address from now on. What is being read stays in sight. */
  follow(uri: vscode.Uri): void;
}

const titleOf = (uri: vscode.Uri): string => vscode.l10n.t('Preview {0}', uri.path.replace(/^.*\//, ''));

function showPreview(panel: vscode.WebviewPanel, first: vscode.Uri, server: Server, extensionUri: vscode.Uri): OpenPreview {
  let uri = first;
  const folder = (): vscode.Uri => vscode.Uri.joinPath(uri, '..');
  const { webview } = panel;
  const send = (message: ToPreview): Thenable<boolean> => webview.postMessage(message);

  /** What the page shows; null before it shows anything. */
  let revision: number | null = null;
  let isReady = false;
  const echoes = createScrollEchoes();

  const update = oneAtATime(
    async () => {
      if (!isReady) return;
      const preview = await ask(uri, revision, mayLoad(), server);
      if (!preview) {
        revision = null;
        await send({ type: 'nothing', words: nothingToShow() });
        return;
      }
      if (preview.revision === revision) return;
      revision = preview.revision;
      await send({
        type: 'page',
        uri: uri.toString(),
        isWhole: preview.isWhole,
        change: preview.change,
        folder: uri.scheme === 'untitled' ? null : `${webview.asWebviewUri(folder()).toString()}/`,
      });
    },
    (error) => server.log.error(`The preview of ${uri.toString(true)} could not be made: ${String(error)}`),
  );

  const editors = (): readonly vscode.TextEditor[] =>
    vscode.window.visibleTextEditors.filter(({ document }) => document.uri.toString() === uri.toString());
  const lead = (line: number): void => {
    for (const editor of editors()) {
      echoes.leads(line);
      editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
    }
  };
  const showLine = async (wanted: number): Promise<void> => {
    const document = await documentOfOurs(uri);
    if (!document) return;
    const place = new vscode.Position(Math.min(wanted, document.lineCount - 1), 0);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: editors()[0]?.viewColumn ?? vscode.ViewColumn.One });
    editor.selection = new vscode.Selection(place, place);
    // What was clicked stays under the mouse: the page is not to follow where the editor is sent.
    if (!editor.visibleRanges.some((range) => range.contains(place))) lead(Math.max(0, place.line - linesAbove));
  };
  const take = (message: FromPreview): unknown => {
    if (message.type === 'ready') {
      isReady = true;
      revision = null;
      return update();
    }
    if (message.type === 'source') return showLine(message.line);
    // The source of a heading: the page has names of its own for them, and follows the editor there.
    if (message.type === 'open' && message.href.startsWith('#'))
      return goToNamed({ uri: uri.toString(), name: message.href.slice(1) }, server);
    if (message.type === 'open') return openLink(message.href, folder(), server);
    return lead(Math.floor(message.line));
  };
  const listening = webview.onDidReceiveMessage(take);
  const leave = (): void =>
    void server.client
      .sendNotification('inspectionResponse/previewClosed', { uri: server.client.code2ProtocolConverter.asUri(uri) })
      .catch(() => undefined);
  panel.onDidDispose(() => {
    listening.dispose();
    leave();
  });
  const mayLoad = (): boolean =>
    vscode.workspace.isTrusted && vscode.workspace.getConfiguration(undefined, uri).get<boolean>(remotePicturesSetting, false);
  const begin = (): void => {
    isReady = false;
    panel.title = titleOf(uri);
    fillPanel(panel, extensionUri, {
      script: 'preview.js',
      style: 'preview-style.css',
      title: titleOf(uri),
      body: pageBody(),
      remotePictures: mayLoad(),
      folders: [folder(), ...(vscode.workspace.workspaceFolders ?? []).map((one) => one.uri)],
    });
  };
  begin();
  return {
    panel,
    begin,
    update,
    showSource: () => void send({ type: 'where' }),
    editorScrolled(shown) {
      if (echoes.follows(shown)) void send({ type: 'reveal', line: shown.first });
    },
    follow(to) {
      leave();
      uri = to;
      begin();
    },
  };
}

/** Lines that are left to be seen above one that was gone to. */
const linesAbove = 5;

/** Places for what the page shows; nothing of a document stands in it. */
const pageBody = (): string => `<a class="skip" href="#text">${escaped(vscode.l10n.t('Skip to the text'))}</a>
<p id="notice" role="status" hidden></p>
<main id="paper">
<p id="marking" role="note" hidden></p>
<p id="council" hidden></p>
<h1 id="title" hidden></h1>
<div id="header" hidden></div>
<div id="contents" hidden></div>
<div id="text" tabindex="-1"></div>
</main>`;

/** The server's answer; null where there is no such document of ours. */
async function ask(uri: vscode.Uri, revision: number | null, remotePictures: boolean, server: Server): Promise<Preview | null> {
  const client = await server.running();
  const parameters: PreviewParams = { uri: client.code2ProtocolConverter.asUri(uri), revision, remotePictures };
  if (!(await documentOfOurs(uri))) return null;
  return client.sendRequest<Preview | null>('inspectionResponse/preview', parameters);
}
