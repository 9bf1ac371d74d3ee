import * as vscode from 'vscode';
import type { DocumentType } from '../../../server/src/language/model/vocabulary.ts';
import type { HouseStyleChoice, NewDocument, NewDocumentParams } from '../../../server/src/lsp/protocol/new-documents.ts';
import { documentTypes, languageId } from '../language.ts';
import type { Server } from '../server.ts';

/** What may be given to the command instead of being asked for. */
export interface NewDocumentChoice {
  readonly type?: DocumentType;
  readonly houseStyle?: string;
}

interface TypeItem extends vscode.QuickPickItem {
  readonly type: DocumentType;
}

interface HouseStyleItem extends vscode.QuickPickItem {
  readonly houseStyle: string;
}

/** “New Document…”: the kind, then the house style, then an untitled document with the skeleton and its tab stops. */
export function registerNewDocument(server: Server): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('inspectionResponse.newDocument', async (choice: NewDocumentChoice = {}) => {
      const type = choice.type ?? (await askForType());
      if (type === undefined) return;
      const client = await server.running();
      const houseStyle =
        choice.houseStyle ??
        (await askForHouseStyle(type, await client.sendRequest<readonly HouseStyleChoice[]>('inspectionResponse/houseStyles')));
      if (houseStyle === undefined) return;
      const parameters: NewDocumentParams = { type, houseStyle };
      const { snippet } = await client.sendRequest<NewDocument>('inspectionResponse/newDocument', parameters);
      const document = await vscode.workspace.openTextDocument({ language: languageId });
      const editor = await vscode.window.showTextDocument(document);
      await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Position(0, 0));
    }),
  ];
}

async function askForType(): Promise<DocumentType | undefined> {
  const items: TypeItem[] = documentTypes.map(({ type, suffix }) => ({
    type,
    label: nameOf(type),
    description: `*${suffix}`,
    detail: purposeOf(type),
  }));
  return (
    await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('New document (1 of 2)'),
      placeHolder: vscode.l10n.t('What are you writing?'),
    })
  )?.type;
}

async function askForHouseStyle(type: DocumentType, choices: readonly HouseStyleChoice[]): Promise<string | undefined> {
  const preferred = vscode.workspace.getConfiguration('inspectionResponse').get<string>('houseStyle', 'generic');
  const fitting = choices.filter(({ types }) => types.includes(type));
  const items: HouseStyleItem[] = [
    ...fitting.filter(({ name }) => name === preferred),
    ...fitting.filter(({ name }) => name !== preferred),
  ].map(({ name, title, status }) => ({
    houseStyle: name,
    label: title,
    description: name,
    ...(status === 'starting-point' ? { detail: vscode.l10n.t('A starting point: check it against your council’s template.') } : {}),
  }));
  return (
    await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('New document (2 of 2)'),
      placeHolder: vscode.l10n.t('Whose house style?'),
      matchOnDescription: true,
    })
  )?.houseStyle;
}

function nameOf(type: DocumentType): string {
  switch (type) {
    case 'committee-report':
      return vscode.l10n.t('Committee report');
    case 'action-plan':
      return vscode.l10n.t('Action plan');
    case 'inspection-letter':
      return vscode.l10n.t('Inspection letter');
    case 'minutes':
      return vscode.l10n.t('Minutes');
    case 'agenda':
      return vscode.l10n.t('Agenda');
  }
}

function purposeOf(type: DocumentType): string {
  switch (type) {
    case 'committee-report':
      return vscode.l10n.t('A report to a committee, panel, board or cabinet');
    case 'action-plan':
      return vscode.l10n.t('An improvement plan, post-inspection action plan or written statement of action');
    case 'inspection-letter':
      return vscode.l10n.t('The inspectorate’s letter or report, whose findings are answered');
    case 'minutes':
      return vscode.l10n.t('Minutes or a decision record');
    case 'agenda':
      return vscode.l10n.t('An agenda front sheet or supplementary papers');
  }
}
