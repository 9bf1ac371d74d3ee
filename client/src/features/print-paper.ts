import * as vscode from 'vscode';
import type { StartConverter } from '../converter.ts';
import { documentAtHand } from '../document-at-hand.ts';
import { nameOf } from '../go-to.ts';
import { askingToPrint, type GivenPage, type PagesForBrowser } from '../pages-for-browser.ts';
import { randomText } from '../random-text.ts';
import { converted } from './export-paper.ts';
import { overviewToPrint } from './overview.ts';

/**
 * “Print…”: the pages that VS Code shows cannot be printed, so that the paper is opened in the browser, as the page that Export makes, and
 * asks there how it is to be printed; and so does an overview. `pages` is null where VS Code itself is only a page in a browser.
 */
export function registerPrint(startConverter: StartConverter, pages: PagesForBrowser | null): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('inspectionResponse.print', async () => {
      const overview = await vscode.commands.executeCommand<string | null | undefined>(overviewToPrint);
      if (overview === null) {
        void vscode.window.showWarningMessage(
          vscode.l10n.t(
            'The overview cannot be printed: its document cannot be read any more, or is no longer a report, plan, letter, minutes or agenda.',
          ),
        );
        return;
      }
      const uri = overview === undefined ? await documentAtHand() : null;
      if (overview === undefined && !uri) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open the document that is to be printed.'));
        return;
      }
      if (!pages) return sayWhy(uri);
      const name = uri ? `${nameOf(uri).replace(/\.md$/i, '')}.html` : 'overview.html';
      const html = uri ? await webPage(uri, name, startConverter) : overview!;
      if (html !== null) await openInBrowser(name, html, uri, pages);
    }),
    ...(pages ? [pages] : []),
  ];
}

async function webPage(uri: vscode.Uri, name: string, startConverter: StartConverter): Promise<string | null> {
  const bytes = await converted([uri], 'html', startConverter, vscode.l10n.t('Preparing {0}', name));
  return bytes && new TextDecoder().decode(bytes);
}

/** Why there is nothing to print from; for a paper with the way that is left. */
async function sayWhy(uri: vscode.Uri | null): Promise<void> {
  if (!uri) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Printing needs the browser of your computer, which cannot be given a page from here.'),
    );
    return;
  }
  await offerExport(
    vscode.l10n.t(
      'Printing needs the browser of your computer, which cannot be given a page from here. Export to a web page, and print that.',
    ),
    uri,
  );
}

async function offerExport(message: string, uri: vscode.Uri): Promise<void> {
  const instead = vscode.l10n.t('Export…');
  const chosen = await vscode.window.showWarningMessage(message, instead);
  if (chosen === instead) await vscode.commands.executeCommand('inspectionResponse.export', uri, undefined, { format: 'html' });
}

/** Longest that a browser takes to start and to read the page, in milliseconds. */
const patience = 30_000;

async function openInBrowser(name: string, html: string, uri: vscode.Uri | null, pages: PagesForBrowser): Promise<void> {
  const given = await pages.give(name, askingToPrint(html, randomText())).catch(() => null);
  if (given && (await isReadByBrowser(given)))
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} is open in your browser. Print it there, with Ctrl and P if it does not ask by itself.', name),
    );
  else if (uri)
    await offerExport(vscode.l10n.t('The browser did not open the page that is to be printed. Export to a web page, and print that.'), uri);
  else void vscode.window.showWarningMessage(vscode.l10n.t('The browser did not open the page that is to be printed.'));
}

/**
 * VS Code tells only that it asked for the browser, so that the reading is awaited. Where the officer says no to VS Code's own question, at
 * once false.
 */
async function isReadByBrowser({ address, read }: GivenPage): Promise<boolean> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<false>((resolve) => {
    late = setTimeout(resolve, patience, false);
  });
  const refused = outside(vscode.Uri.parse(address, true))
    .then((uri) => vscode.env.openExternal(uri))
    .then(
      (asked) => (asked ? tooLate : false),
      () => false as const,
    );
  try {
    return await Promise.race([read.then(() => true), refused]);
  } finally {
    clearTimeout(late);
  }
}

/**
 * The address as the officer's browser has it. Desktop VS Code sees to that itself when it opens it; in a browser, what VS Code makes of an
 * address may lose its path.
 */
async function outside(address: vscode.Uri): Promise<vscode.Uri> {
  if (vscode.env.uiKind === vscode.UIKind.Desktop) return address;
  const base = await vscode.env.asExternalUri(address.with({ path: '/' }));
  return base.with({ path: `${base.path.replace(/\/$/, '')}${address.path}` });
}
