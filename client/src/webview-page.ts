import * as vscode from 'vscode';
import { randomText } from './random-text.ts';

export interface WebviewPage {
  /** Names of files in `client/dist`. */
  readonly script: string;
  readonly style: string;
  readonly title: string;
  /** Clean HTML. */
  readonly body: string;
  /** Whether pictures from the web may be shown. */
  readonly remotePictures?: boolean;
  /** Folders whose pictures may be shown. */
  readonly folders?: readonly vscode.Uri[];
}

/** Fills a panel with its page, and gives it our icon. */
export function fillPanel(panel: vscode.WebviewPanel, extensionUri: vscode.Uri, page: WebviewPage): void {
  const { webview } = panel;
  panel.iconPath = {
    light: vscode.Uri.joinPath(extensionUri, 'client/icons/document-light.svg'),
    dark: vscode.Uri.joinPath(extensionUri, 'client/icons/document-dark.svg'),
  };
  webview.options = {
    enableScripts: true,
    localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'client', 'dist'), ...(page.folders ?? [])],
  };
  webview.html = webviewPage(webview, extensionUri, page);
}

/** What a panel says in place of what it would show of a document. */
export const nothingToShow = (): string =>
  vscode.l10n.t('There is nothing to show: the document cannot be read, or is not a report, plan, letter, minutes or agenda.');

/**
 * The page of a webview. Nothing runs in it but our own script, and nothing is loaded from elsewhere but pictures, where somebody allowed
 * them.
 */
function webviewPage(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  { script, style, title, body, remotePictures = false }: WebviewPage,
): string {
  const nonce = randomText();
  const address = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'client', 'dist', name)).toString();
  const policy = `default-src 'none'; img-src ${webview.cspSource} data:${remotePictures ? ' https:' : ''}; style-src ${webview.cspSource}; font-src ${webview.cspSource}; script-src 'nonce-${nonce}'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<base>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address(style)}">
<title>${escaped(title)}</title>
</head>
<body>
${body}
<script nonce="${nonce}" src="${address(script)}"></script>
</body>
</html>`;
}

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
