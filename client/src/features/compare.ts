import * as vscode from 'vscode';
import type { CompareParams, Compared } from '../../../server/src/lsp/protocol.ts';
import { languageId } from '../language.ts';
import type { Server } from '../start-client.ts';

/** “Compare…”: what changed in the open plan or report since the last commit, a tag, or another file, as a section to read or to put into a report. */
export function registerCompare(server: Server): vscode.Disposable[] {
  return [vscode.commands.registerCommand('inspectionResponse.compare', async (given?: { readonly file?: string }) => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== languageId) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open the plan or report first, as it now is.'));
      return;
    }
    const earlier = given?.file === undefined ? await askForEarlier(document) : await textOf(vscode.Uri.parse(given.file));
    if (earlier === null) return;
    const client = await server.running();
    const compared = await client.sendRequest<Compared | null>('inspectionResponse/compare', { uri: client.code2ProtocolConverter.asUri(document.uri), earlier } satisfies CompareParams);
    if (!compared) return;
    const page = await vscode.workspace.openTextDocument({ language: 'markdown', content: compared.markdown });
    await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside });
    if (!compared.hasChanged) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Nothing has changed that is compared: actions, findings, recommendations and measures.'));
      return;
    }
    const insert = vscode.l10n.t('Insert into a report…');
    if ((await vscode.window.showInformationMessage(vscode.l10n.t('What changed is shown as a section of a report.'), insert)) === insert) await insertInto(compared.markdown);
  })];
}

/** The text of the version to compare with; null where the officer chose none, or it cannot be had. */
export async function askForEarlier(document: vscode.TextDocument): Promise<string | null> {
  const repository = repositoryOf(document.uri);
  const file = vscode.l10n.t('Another file…');
  const choices: (vscode.QuickPickItem & { readonly ref?: string })[] = [{ label: file }];
  if (repository) {
    choices.unshift({ label: vscode.l10n.t('The last commit'), ref: 'HEAD' });
    const tags = await repository.getRefs({ pattern: 'refs/tags' }).catch(() => []);
    choices.push(...tags.flatMap(({ name }) => (name ? [{ label: name, description: vscode.l10n.t('tag'), ref: name }] : [])));
  }
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Compare with an earlier version'),
    placeHolder: repository ? vscode.l10n.t('Which version?') : vscode.l10n.t('The document is in no Git repository, so it can only be compared with another file.'),
  });
  if (!chosen) return null;
  if (chosen.ref !== undefined && repository) {
    try {
      return await repository.show(chosen.ref, document.uri.fsPath);
    } catch {
      void vscode.window.showWarningMessage(vscode.l10n.t('“{0}” has no version of this document. It may have had another name then, or not been there.', chosen.label));
      return null;
    }
  }
  const [other] = (await vscode.window.showOpenDialog({ defaultUri: vscode.Uri.joinPath(document.uri, '..'), filters: { Markdown: ['md'] }, openLabel: vscode.l10n.t('Compare') })) ?? [];
  return other ? textOf(other) : null;
}

async function textOf(uri: vscode.Uri): Promise<string | null> {
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    void vscode.window.showWarningMessage(vscode.l10n.t('“{0}” cannot be opened. See whether it was moved or deleted.', uri.path.replace(/^.*\//, '')));
    return null;
  }
}

/** At the end of a report that the officer chooses; where it goes within the report is his to say. */
async function insertInto(section: string): Promise<void> {
  const reports = await vscode.workspace.findFiles('**/*.report.md', undefined, 200);
  const chosen = await vscode.window.showQuickPick(reports.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri })), { title: vscode.l10n.t('Into which report?') });
  if (!chosen) return;
  const report = await vscode.workspace.openTextDocument(chosen.uri);
  const editor = await vscode.window.showTextDocument(report, { viewColumn: vscode.ViewColumn.One });
  const end = report.lineAt(report.lineCount - 1).range.end;
  const ending = report.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const gap = report.getText().trimEnd() === '' ? '' : /\n\s*$/.test(report.getText()) ? ending : ending + ending;
  await editor.edit((edit) => edit.insert(end, gap + section.replaceAll('\n', ending)));
  editor.revealRange(new vscode.Range(end, end), vscode.TextEditorRevealType.AtTop);
}

/** What is used of the Git extension that comes with VS Code. */
interface Repository {
  show(ref: string, path: string): Promise<string>;
  getRefs(query: { readonly pattern: string }): Promise<readonly { readonly name?: string }[]>;
}

function repositoryOf(uri: vscode.Uri): Repository | null {
  const git = vscode.extensions.getExtension<{ getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null } }>('vscode.git');
  try {
    return git?.isActive ? git.exports.getAPI(1).getRepository(uri) : null;
  } catch {
    // Git is switched off, or is not installed.
    return null;
  }
}
