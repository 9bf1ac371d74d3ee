import * as vscode from 'vscode';

/** A panel that shows something of one document. */
export interface DocumentPanel {
  readonly panel: vscode.WebviewPanel;
  /** Something may have changed. */
  readonly update: () => void;
}

/** The panels of one type, at most one for each document. They come back with their documents when the window is loaded again. */
export interface DocumentPanels extends vscode.Disposable {
  all(): readonly DocumentPanel[];
  /** The document whose panel has the focus. */
  active(): vscode.Uri | null;
  /** Shows the panel of a document, a new one where there is none. */
  reveal(uri: vscode.Uri): void;
}

/** `show` fills a panel with what it shows of a document, and gives what brings it up to date. */
export function createDocumentPanels(
  type: string,
  title: () => string,
  show: (panel: vscode.WebviewPanel, uri: vscode.Uri) => () => void,
): DocumentPanels {
  const open = new Map<string, DocumentPanel>();
  const attach = (panel: vscode.WebviewPanel, uri: vscode.Uri): void => {
    const shown = { panel, update: show(panel, uri) };
    open.set(uri.toString(), shown);
    panel.onDidDispose(() => {
      if (open.get(uri.toString()) === shown) open.delete(uri.toString());
    });
  };
  const comingBack = vscode.window.registerWebviewPanelSerializer(type, {
    deserializeWebviewPanel: async (panel, state: { readonly uri?: string } | undefined) => {
      if (state?.uri) attach(panel, vscode.Uri.parse(state.uri));
      else panel.dispose();
    },
  });
  return {
    all: () => [...open.values()],
    active() {
      const uri = [...open].find(([, { panel }]) => panel.active)?.[0];
      return uri === undefined ? null : vscode.Uri.parse(uri);
    },
    reveal(uri) {
      const known = open.get(uri.toString());
      if (known) known.panel.reveal();
      else attach(vscode.window.createWebviewPanel(type, title(), vscode.ViewColumn.Active, { enableFindWidget: true }), uri);
    },
    dispose() {
      comingBack.dispose();
      for (const { panel } of open.values()) panel.dispose();
    },
  };
}
