import * as vscode from 'vscode';
import type { NextReportMade, NextReportParams } from '../../../server/src/lsp/protocol/comparisons.ts';
import { askForEarlier } from '../earlier-version.ts';
import { nameOf } from '../go-to.ts';
import { languageId } from '../language.ts';
import { freePlace, showNewPaper } from '../new-paper.ts';
import type { Server } from '../server.ts';

/** “Start Next Report…”: the next progress report, from the one that is open and the plan of its response. */
export function registerNextReport(server: Server): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('inspectionResponse.startNextReport', async (given?: { readonly earlierPlan?: string }) => {
      const document = vscode.window.activeTextEditor?.document;
      if (document?.languageId !== languageId) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Open the last report first: the next one takes its header and its form from it.'),
        );
        return;
      }
      const client = await server.running();
      const make = (earlierPlan: string | null) =>
        client.sendRequest<NextReportMade | null>('inspectionResponse/nextReport', {
          uri: client.code2ProtocolConverter.asUri(document.uri),
          earlierPlan,
        } satisfies NextReportParams);
      const first = await make(given?.earlierPlan ?? null);
      if (!first || first.problem !== null) {
        void vscode.window.showWarningMessage(whatIsWrong(first));
        return;
      }
      const made = given?.earlierPlan === undefined ? await withEarlier(first, make, server) : first;
      if (!made) return;
      await showNewPaper(made.text, await placeBeside(document.uri));
    }),
  ];
}

/** A name beside the last report that no file has; null where that was never saved itself, or is not on a disk. */
async function placeBeside(report: vscode.Uri): Promise<vscode.Uri | null> {
  if (report.scheme !== 'file') return null;
  const name = nameOf(report)
    .replace(/(?:\.report)?\.md$/i, '')
    .replace(/-next(?:-\d+)?$/, '');
  return freePlace(vscode.Uri.joinPath(report, '..'), (number) => `${name}-next${number === 1 ? '' : `-${number}`}.report.md`);
}

/** Asks which version of the plan the last report was about; undefined where the officer gives up. */
async function withEarlier(
  first: NextReportMade,
  make: (earlierPlan: string | null) => Promise<NextReportMade | null>,
  server: Server,
): Promise<NextReportMade | null | undefined> {
  const compare = vscode.l10n.t('Yes, since the version that the last report was about…');
  const chosen = await vscode.window.showQuickPick([compare, vscode.l10n.t('No, give the statuses only')], {
    title: vscode.l10n.t('Is the next report to tell what changed in the plan?'),
  });
  if (chosen === undefined) return undefined;
  if (chosen !== compare) return first;
  const earlier = await askForEarlier(await vscode.workspace.openTextDocument(vscode.Uri.parse(first.plan)), server);
  return earlier === null ? undefined : make(earlier.text);
}

function whatIsWrong(made: NextReportMade | null): string {
  switch (made?.problem) {
    case 'none':
      return vscode.l10n.t('No action plan was found beside the report. Put it into the same folder.');
    case 'several':
      return vscode.l10n.t('There is more than one action plan beside the report, so it cannot be told which one it is about.');
    default:
      return vscode.l10n.t('Open the last report first: the next one takes its header and its form from it.');
  }
}
