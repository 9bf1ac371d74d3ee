import * as vscode from 'vscode';
import type {
  CompareParams,
  Compared,
  InsertProgressParams,
  PlanOf,
  PlanOfParams,
  ProgressInserted,
} from '../../../server/src/lsp/protocol/comparisons.ts';
import { askForEarlier, versionInFile, type EarlierVersion } from '../earlier-version.ts';
import { nameOf, sayCannotBeOpened } from '../go-to.ts';
import { languageId } from '../language.ts';
import { documentOfOurs } from '../open-document.ts';
import type { Server } from '../server.ts';

/** “Compare…”: what changed in the open plan or report since an earlier version, as a section to read or to put into a report. */
export function registerCompare(server: Server): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('inspectionResponse.compare', async (given?: { readonly file?: string }) => {
      const inFront = vscode.window.activeTextEditor?.document;
      if (inFront?.languageId !== languageId) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open the plan or report first, as it now is.'));
        return;
      }
      const client = await server.running();
      const earlier = given?.file === undefined ? await askFor(inFront, server) : await inFile(inFront, vscode.Uri.parse(given.file));
      if (!earlier) return;
      const document = earlier.of;
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      const compared = await client.sendRequest<Compared | null>('inspectionResponse/compare', {
        uri,
        earlier: earlier.text,
      } satisfies CompareParams);
      if (!compared) return;
      const page = await vscode.workspace.openTextDocument({ language: 'markdown', content: compared.markdown });
      await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside });
      if (!compared.hasChanged) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t(
            'Nothing that is compared is another than in the version {0}: actions, findings, recommendations and measures.',
            earlier.which,
          ),
        );
        return;
      }
      const told = vscode.l10n.t('Compared with the version {0}. What changed is shown as a section of a report.', earlier.which);
      const insert = compared.reports.length === 1 ? vscode.l10n.t('Insert into the report') : vscode.l10n.t('Insert into a report…');
      if ((await vscode.window.showInformationMessage(told, ...(compared.reports.length === 0 ? [] : [insert]))) !== insert) return;
      const report = compared.reports.length === 1 ? compared.reports[0] : await askForReport(compared.reports);
      if (report) await insertInto(report.uri, { compared: uri, earlier: earlier.text }, server);
    }),
  ];
}

/** A report has no actions of its own: what an officer wants to tell in it is what changed in the plan. */
async function askFor(inFront: vscode.TextDocument, server: Server): Promise<EarlierVersion | null> {
  const client = await server.running();
  const found = await client.sendRequest<PlanOf | null>('inspectionResponse/planOf', {
    uri: client.code2ProtocolConverter.asUri(inFront.uri),
  } satisfies PlanOfParams);
  const plan = found && (await documentOfOurs(client.protocol2CodeConverter.asUri(found.uri)));
  return plan ? askForEarlier(plan, server, inFront) : askForEarlier(inFront, server);
}

async function inFile(document: vscode.TextDocument, file: vscode.Uri): Promise<EarlierVersion | null> {
  const found = await versionInFile(file);
  return found && { of: document, ...found };
}

type Report = Compared['reports'][number];

async function askForReport(reports: readonly Report[]): Promise<Report | undefined> {
  const items = reports.map((report) => ({
    label: report.title,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(report.uri)),
    report,
  }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Into which report?') }))?.report;
}

/** Where the house style has what changed; in the place of what was put in before. */
async function insertInto(uri: string, compared: Pick<InsertProgressParams, 'compared' | 'earlier'>, server: Server): Promise<void> {
  const client = await server.running();
  const report = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const editor = await vscode.window.showTextDocument(report, { viewColumn: vscode.ViewColumn.One });
  const { version } = report;
  const inserted = await client.sendRequest<ProgressInserted | null>('inspectionResponse/insertProgress', {
    uri: client.code2ProtocolConverter.asUri(report.uri),
    ...compared,
  } satisfies InsertProgressParams);
  if (!inserted) return sayCannotBeOpened(nameOf(report.uri));
  // Somebody has typed on meanwhile: the place may be another now.
  if (report.version !== version) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The report was changed meanwhile, so that nothing was put into it. Choose Compare… again.'),
    );
    return;
  }
  const edits = await client.protocol2CodeConverter.asTextEdits([...inserted.edits]);
  const change = new vscode.WorkspaceEdit();
  change.set(report.uri, edits);
  if (!(await vscode.workspace.applyEdit(change))) return;
  const place = edits[0]!.range.start;
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.AtTop);
  if (inserted.replaces === null) return;
  const told = inserted.keeps
    ? vscode.l10n.t('The section “{0}” gave way to the new one; what you had written into it stands at the end.', inserted.replaces)
    : vscode.l10n.t('The section “{0}” gave way to the new one.', inserted.replaces);
  const undo = vscode.l10n.t('Undo');
  const shown = report.version;
  if ((await vscode.window.showInformationMessage(told, undo)) !== undo || report.version !== shown) return;
  await vscode.window.showTextDocument(report, { viewColumn: vscode.ViewColumn.One });
  await vscode.commands.executeCommand('undo');
}
