import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { languageId } from '../language.ts';

/** The command of the server that shows a rule's page. */
const openRulePage = 'inspectionResponse.openRulePage';

/** A rule's name at the end of the address of its page: `family/rule`. */
const nameInAddress = /\/docs\/rules\/([a-z-]+\/[a-z-]+)\.md$/;

/** Shows the pages of the rules from the extension itself, so that they can be read without a network. */
export function showRulePages(extension: vscode.Uri): Middleware {
  return {
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const report = await next(document, previousResultId, token);
      if (report !== undefined && report !== null && 'items' in report) report.items.forEach(linkToPage);
      return report;
    },
    handleDiagnostics: (uri, diagnostics, next) => {
      diagnostics.forEach(linkToPage);
      next(uri, diagnostics);
    },
    window: {
      showDocument: async (parameters, token, next) => {
        const name = nameInAddress.exec(parameters.uri)?.[1];
        if (name === undefined) return next(parameters, token);
        return { success: await show(vscode.Uri.joinPath(extension, 'docs', 'rules', `${name}.md`)) };
      },
    },
  };
}

function linkToPage(diagnostic: vscode.Diagnostic): void {
  const { code, source } = diagnostic;
  if (source !== languageId || typeof code !== 'object') return;
  diagnostic.code = {
    value: code.value,
    target: vscode.Uri.parse(`command:${openRulePage}?${encodeURIComponent(JSON.stringify([code.value]))}`),
  };
}

async function show(page: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(page);
    // Made into a page by VS Code's own Markdown preview; where that is switched off, as text.
    await vscode.commands.executeCommand('markdown.showPreview', page).then(undefined, () => vscode.window.showTextDocument(page));
    return true;
  } catch {
    return false;
  }
}
