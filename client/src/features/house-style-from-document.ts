import * as vscode from 'vscode';
import type {
  ExplainConfigurationParams,
  ExplainedConfiguration,
  HouseStyleFromDocument,
  HouseStyleFromDocumentParams,
} from '../../../server/src/lsp/protocol/configuration.ts';
import { languageId } from '../language.ts';
import type { Server } from '../server.ts';

const configurationFileName = '.inspection-response.json';

const mostAttempts = 5;

/**
 * “House Style from This Document…”: asks what the style is to be called and puts it into the configuration file that applies to the
 * document, or into a new one at the top of its folder. The officer looks it over and saves it, or takes it back.
 */
export function registerHouseStyleFromDocument(server: Server): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('inspectionResponse.houseStyleFromDocument', async (given?: { readonly title?: string }) => {
      const document = vscode.window.activeTextEditor?.document;
      if (document?.languageId !== languageId) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open the document that the house style is to be made from.'));
        return;
      }
      const client = await server.running();
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      const explained = await client.sendRequest<ExplainedConfiguration | null>('inspectionResponse/explainConfiguration', {
        uri,
      } satisfies ExplainConfigurationParams);
      const file = explained?.configuration ? vscode.Uri.parse(explained.configuration) : placeForNewFile(document.uri);
      if (!explained || !file) {
        void vscode.window.showWarningMessage(
          vscode.l10n.t('Save the document in a folder first, so that there is a place for the house style.'),
        );
        return;
      }
      const title = given?.title ?? (await askForTitle());
      if (title === undefined) return;
      // The settings file may be written by somebody else in between: then the edit is refused, and is worked out anew from what stands
      // there.
      for (let attempt = 1; attempt <= mostAttempts; attempt++) {
        const open = await openIfThere(file);
        const parameters: HouseStyleFromDocumentParams = {
          uri,
          title,
          configuration: { uri: file.toString(), text: open?.getText() ?? '' },
        };
        const made = await client.sendRequest<HouseStyleFromDocument | null>('inspectionResponse/houseStyleFromDocument', parameters);
        if (!made || made.problem !== null) {
          void vscode.window.showWarningMessage(whatIsWrong(made));
          return;
        }
        if (!(await insert(file, open, made))) continue;
        tell(made);
        return;
      }
      throw new Error(vscode.l10n.t('The house style could not be written.'));
    }),
  ];
}

const askForTitle = (): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: vscode.l10n.t('House style from this document'),
    prompt: vscode.l10n.t('What is the house style to be called? The council’s name, and the body where it has a form of its own.'),
    placeHolder: vscode.l10n.t('Aldersham Council, scrutiny'),
    validateInput: (value) => (/[a-z]/i.test(value) ? undefined : vscode.l10n.t('Write a name with letters.')),
  });

function placeForNewFile(document: vscode.Uri): vscode.Uri | null {
  const folder = vscode.workspace.getWorkspaceFolder(document) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder) return vscode.Uri.joinPath(folder.uri, configurationFileName);
  return document.scheme === 'untitled' ? null : vscode.Uri.joinPath(document, '..', configurationFileName);
}

async function openIfThere(file: vscode.Uri): Promise<vscode.TextDocument | null> {
  try {
    await vscode.workspace.fs.stat(file);
  } catch {
    return null;
  }
  return vscode.workspace.openTextDocument(file);
}

/** Whether the edit was taken; shows the place if so. */
async function insert(file: vscode.Uri, open: vscode.TextDocument | null, { edits }: HouseStyleFromDocument): Promise<boolean> {
  const change = new vscode.WorkspaceEdit();
  if (open) {
    for (const { range, newText } of edits)
      change.replace(file, new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character), newText);
  } else {
    change.createFile(file, { contents: new TextEncoder().encode(edits.map(({ newText }) => newText).join('')) });
  }
  if (!(await vscode.workspace.applyEdit(change))) return false;
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file), vscode.ViewColumn.Beside);
  const last = edits.at(-1);
  if (open && last)
    editor.revealRange(
      new vscode.Range(last.range.start.line, 0, last.range.start.line + 12, 0),
      vscode.TextEditorRevealType.InCenterIfOutsideViewport,
    );
  return true;
}

function tell({ name, extends: base, guessed, unplaced }: HouseStyleFromDocument): void {
  const parts = [
    vscode.l10n.t(
      '“{0}” is a proposal: it takes over from “{1}” what it does not say. Look it over and save the file; then a document follows it with “house-style: {0}”.',
      name,
      base,
    ),
    ...(guessed.length === 0
      ? []
      : [vscode.l10n.t('Told by their place alone: {0}.', guessed.map(({ heading, role }) => `“${heading}” (${role})`).join(', '))]),
    ...(unplaced.length === 0
      ? []
      : [
          vscode.l10n.t(
            'Left out, because it is not known what they are for: {0}.',
            unplaced
              .slice(0, 5)
              .map((heading) => `“${heading}”`)
              .join(', ') + (unplaced.length > 5 ? ' …' : ''),
          ),
        ]),
  ];
  void vscode.window.showInformationMessage(parts.join(' '));
}

function whatIsWrong(made: HouseStyleFromDocument | null): string {
  switch (made?.problem) {
    case 'no-name':
      return vscode.l10n.t('Write a name with letters.');
    case 'exists':
      return vscode.l10n.t('The file has a house style “{0}” already. Choose another name.', made.name);
    case 'unreadable':
      return vscode.l10n.t('{0} has a mistake in it. Put it right first; the place is underlined.', configurationFileName);
    default:
      return vscode.l10n.t('The document could not be read.');
  }
}
