import * as vscode from 'vscode';
import type { StartConverter } from '../converter.ts';
import { documentAtHand } from '../document-at-hand.ts';
import { nameOf } from '../go-to.ts';
import { writeWhole } from '../save-file.ts';
import { converted } from './export-paper.ts';
import { overviewToPrint } from './overview.ts';

/**
 * “Print…”: the pages that VS Code shows cannot be printed, so that the paper is opened in the browser, as the page that Export makes; and so
 * is an overview.
 */
export function registerPrint(startConverter: StartConverter, storage: vscode.Uri): vscode.Disposable[] {
  return [vscode.commands.registerCommand('inspectionResponse.print', async () => {
    const overview = await vscode.commands.executeCommand<string | null | undefined>(overviewToPrint);
    if (overview === null) {
      void vscode.window.showWarningMessage(vscode.l10n.t('The overview cannot be printed: its document cannot be read any more, or is no longer a report, plan, letter, minutes or agenda.'));
      return;
    }
    const uri = overview === undefined ? await documentAtHand() : null;
    if (overview === undefined && !uri) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open the document that is to be printed.'));
      return;
    }
    if (!opensFiles(storage)) return sayWhy(uri);
    const name = uri ? `${nameOf(uri).replace(/\.md$/i, '')}.html` : 'overview.html';
    const bytes = uri ? await converted([uri], 'html', startConverter, vscode.l10n.t('Preparing {0}', name)) : new TextEncoder().encode(overview);
    if (bytes) await openInBrowser(name, bytes, storage);
  })];
}

/** Whether a file that is written here can be opened on the officer's own computer. */
const opensFiles = (storage: vscode.Uri): boolean => vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined && storage.scheme === 'file';

async function sayWhy(uri: vscode.Uri | null): Promise<void> {
  if (!uri) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Printing needs the browser of your computer, which cannot be given a page from here.'));
    return;
  }
  const instead = vscode.l10n.t('Export…');
  const chosen = await vscode.window.showWarningMessage(vscode.l10n.t('Printing needs the browser of your computer, which cannot be given a page from here. Export to a web page, and print that.'), instead);
  if (chosen === instead) await vscode.commands.executeCommand('inspectionResponse.export', uri, undefined, { format: 'html' });
}

async function openInBrowser(name: string, bytes: Uint8Array, storage: vscode.Uri): Promise<void> {
  const folder = vscode.Uri.joinPath(storage, 'print');
  // Papers are confidential often enough: no more of them is kept than the one that is being printed.
  await vscode.workspace.fs.delete(folder, { recursive: true }).then(() => undefined, () => undefined);
  const page = vscode.Uri.joinPath(folder, name);
  const problem = await writeWhole(page, bytes);
  if (problem !== null) void vscode.window.showErrorMessage(vscode.l10n.t('{0} was not written: {1}', name, problem));
  else if (await vscode.env.openExternal(page)) void vscode.window.showInformationMessage(vscode.l10n.t('{0} is open in your browser. Print it there, with Ctrl and P.', name));
  else void vscode.window.showWarningMessage(vscode.l10n.t('The browser could not be opened. Export to a web page, and print that.'));
}
