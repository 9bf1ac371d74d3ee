import * as vscode from 'vscode';
import { State, type BaseLanguageClient, type Middleware } from 'vscode-languageclient';

/** Which documents the server has looked at: of the others it cannot be said yet that there is nothing to put right. */
export interface CheckedDocuments {
  /** Another middleware, with the answers that it gives noted. */
  readonly noting: (middleware: Middleware) => Middleware;
  readonly has: (document: vscode.TextDocument) => boolean;
  /** A document was looked at for the first time, and what was found is there to be read. */
  readonly onChecked: vscode.Event<vscode.Uri>;
  /** Forgets what was closed, and everything when the server goes. */
  readonly follow: (client: BaseLanguageClient) => vscode.Disposable[];
}

export function rememberChecked(): CheckedDocuments {
  const checked = new Set<string>();
  const firstChecked = new vscode.EventEmitter<vscode.Uri>();
  const note = (uri: vscode.Uri): void => {
    if (checked.has(uri.toString())) return;
    // The client puts the answer among the diagnostics once this turn is over.
    setTimeout(() => {
      checked.add(uri.toString());
      firstChecked.fire(uri);
    });
  };
  return {
    noting: (middleware) => ({
      ...middleware,
      provideDiagnostics: async (document, previousResultId, token, next) => {
        const report = await (middleware.provideDiagnostics?.(document, previousResultId, token, next) ??
          next(document, previousResultId, token));
        if (report) note('uri' in document ? document.uri : document);
        return report;
      },
    }),
    has: ({ uri }) => checked.has(uri.toString()),
    onChecked: firstChecked.event,
    follow: (client) => [
      firstChecked,
      vscode.workspace.onDidCloseTextDocument(({ uri }) => checked.delete(uri.toString())),
      client.onDidChangeState(({ newState }) => {
        if (newState !== State.Running) checked.clear();
      }),
    ],
  };
}
