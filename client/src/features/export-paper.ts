import * as vscode from 'vscode';
import type { ConvertRequest } from '../../../server/src/convert/messages.ts';
import { convertOnce, type StartConverter } from '../converter.ts';
import { documentAtHand } from '../document-at-hand.ts';
import { nameOf } from '../go-to.ts';
import { languageId } from '../language.ts';
import { writeWhole } from '../save-file.ts';
import { sayWithChoice } from '../say-with-choice.ts';
import { today } from '../today.ts';

type ExportFormat = Extract<ConvertRequest, { kind: 'export' }>['format'];

interface FormatChoice extends vscode.QuickPickItem {
  readonly format: ExportFormat;
}

const choices = (): readonly FormatChoice[] => [
  { format: 'docx', label: vscode.l10n.t('Word document'), description: '.docx' },
  { format: 'pdf', label: vscode.l10n.t('PDF'), description: '.pdf' },
  { format: 'html', label: vscode.l10n.t('Web page'), description: '.html' },
  { format: 'xlsx', label: vscode.l10n.t('Excel tracker of the actions'), description: '.xlsx' },
  { format: 'csv', label: vscode.l10n.t('Table of the actions'), description: '.csv' },
  { format: 'ics', label: vscode.l10n.t('Calendar of due dates and meetings'), description: '.ics' },
  { format: 'json', label: vscode.l10n.t('What it means, for programs'), description: '.json' },
];

/** What a caller may say beforehand, so that nothing is asked. */
interface Given {
  readonly format?: ExportFormat;
  readonly target?: vscode.Uri;
}

/** Whether programs of this computer can be started from here. */
export interface ExportPlatform {
  readonly startsPrograms: boolean;
}

/**
 * “Export…”: the open document, or those that are marked in the explorer, the first one the paper and the others its appendices, as a file
 * to hand round. What is not saved yet goes along as it is.
 */
export function registerExport(startConverter: StartConverter, { startsPrograms }: ExportPlatform): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('inspectionResponse.export', async (first?: vscode.Uri, marked?: unknown, given: Given = {}) => {
      // From the explorer come the file and all that are marked; from the menu over a preview, what VS Code calls its panel, and where that
      // is.
      const uris =
        first && first.scheme !== 'webview-panel'
          ? [first, ...urisIn(marked).filter((uri) => uri.toString() !== first.toString())]
          : [(await documentAtHand()) ?? []].flat();
      if (uris.length === 0) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open the document that is to be exported.'));
        return;
      }
      const others = uris.filter(({ path, scheme }) => scheme !== 'untitled' && !/\.md$/i.test(path));
      if (others.length > 0) {
        void vscode.window
          .showWarningMessage(
            vscode.l10n.t(
              'Only reports, plans, letters, minutes and agendas can be bound together, and nothing was exported: unmark {0}, or import it first.',
              others.map(nameOf).join(', '),
            ),
            vscode.l10n.t('Import…'),
          )
          .then((chosen) => (chosen === undefined ? undefined : vscode.commands.executeCommand('inspectionResponse.import', others[0])));
        return;
      }
      const format =
        given.format ??
        (await vscode.window.showQuickPick(choices(), { title: vscode.l10n.t('Export as'), placeHolder: whatOf(uris) }))?.format;
      if (format === undefined) return;
      const obstacle = format === 'pdf' ? whyNoPdf(startsPrograms) : null;
      if (obstacle !== null) {
        void vscode.window.showWarningMessage(obstacle);
        return;
      }
      const target =
        given.target ??
        (await vscode.window.showSaveDialog({
          title: vscode.l10n.t('Export'),
          defaultUri: beside(uris[0]!, format),
          filters: { [choices().find((choice) => choice.format === format)!.label]: [format] },
        }));
      if (!target) return;
      await exportTo(target, uris, format, startConverter);
    }),
  ];
}

const urisIn = (marked: unknown): readonly vscode.Uri[] =>
  Array.isArray(marked) ? marked.filter((one): one is vscode.Uri => one instanceof vscode.Uri) : [];

function whatOf([first, ...appendices]: readonly vscode.Uri[]): string {
  const name = nameOf(first!);
  if (appendices.length === 0) return vscode.l10n.t('Choose what to make of {0}', name);
  return appendices.length === 1
    ? vscode.l10n.t('Choose what to make of {0} with {1} as its appendix', name, nameOf(appendices[0]!))
    : vscode.l10n.t('Choose what to make of {0} with {1} appendices', name, appendices.length);
}

function whyNoPdf(startsPrograms: boolean): string | null {
  if (!startsPrograms)
    return vscode.l10n.t(
      'A PDF is made by a browser program of your computer, which cannot be started from VS Code in a browser. Export to a web page, and print that as a PDF.',
    );
  return vscode.workspace.isTrusted
    ? null
    : vscode.l10n.t(
        'A PDF is made by the Chrome, Edge or Chromium of your computer, which is not started in a folder that you have not said you trust. Export to Word or to a web page, or trust the folder.',
      );
}

async function exportTo(
  target: vscode.Uri,
  uris: readonly vscode.Uri[],
  format: ExportFormat,
  startConverter: StartConverter,
): Promise<void> {
  const name = nameOf(target);
  const bytes = await converted(uris, format, startConverter, vscode.l10n.t('Exporting {0}', name), name);
  if (!bytes) return;
  const problem = await writeWhole(target, bytes);
  if (problem !== null) {
    void sayWithChoice(vscode.l10n.t('{0} was not written: {1}', name, problem), vscode.l10n.t('Try again'), () =>
      exportTo(target, uris, format, startConverter),
    );
    return;
  }
  const open = vscode.l10n.t('Open');
  void vscode.window
    .showInformationMessage(vscode.l10n.t('{0} was written.', name), open)
    .then((chosen) => (chosen === open ? openFile(target, format) : undefined));
}

/** The documents as a file, with progress and cancel; null where there is none, which has been told. */
export async function converted(
  uris: readonly vscode.Uri[],
  format: ExportFormat,
  startConverter: StartConverter,
  title: string,
  name = nameOf(uris[0]!),
): Promise<Uint8Array | null> {
  const answer = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (_, token) =>
      convertOnce(
        startConverter,
        {
          kind: 'export',
          documents: uris.map((uri) => ({ uri: uri.toString(), name: nameOf(uri) })),
          format,
          files: await filesFor(uris),
          template: format === 'docx' ? await template(uris[0]!) : null,
          browser: format === 'pdf' ? { program: setting<string>('export.browser') || null } : null,
          today: today(),
        },
        token,
      ),
  );
  if (answer?.kind === 'cannot')
    void sayWithChoice(vscode.l10n.t('{0} was not exported. {1}', name, answer.message), vscode.l10n.t('Choose Another Format…'), () =>
      vscode.commands.executeCommand('inspectionResponse.export', uris[0], uris),
    );
  return answer?.kind === 'exported' ? answer.bytes : null;
}

const beside = (uri: vscode.Uri, format: ExportFormat): vscode.Uri =>
  uri.with({ path: uri.path.replace(/\.md$/i, '').concat(`.${format}`), ...(uri.scheme === 'untitled' && { scheme: 'file' }) });

const setting = <T>(name: string, scope?: vscode.Uri): T | undefined =>
  vscode.workspace.getConfiguration('inspectionResponse', scope).get<T>(name);

/** The council's own Word template, where the settings name one: as a path from the folder that is open, or a full one. */
async function template(document: vscode.Uri): Promise<Uint8Array | null> {
  const path = setting<string>('export.wordTemplate', document)?.trim() ?? '';
  if (path === '') return null;
  const folder = vscode.workspace.getWorkspaceFolder(document) ?? vscode.workspace.workspaceFolders?.[0];
  const isFull = /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path);
  const file = isFull || !folder ? vscode.Uri.file(path) : vscode.Uri.joinPath(folder.uri, path);
  try {
    return await vscode.workspace.fs.readFile(file);
  } catch {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The Word template “{0}” of the settings cannot be read, so that the document has our own styles.', path),
    );
    return null;
  }
}

/** Most files of a folder that are read for the converter where it cannot read them itself, and the largest that is, in bytes. */
const mostFiles = 300;
const largestFile = 20_000_000;

/** Open documents as they are now; and where the converter cannot reach the folder, what stands in it: other papers, settings, pictures. */
async function filesFor(uris: readonly vscode.Uri[]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const encoder = new TextEncoder();
  for (const uri of uris) if (uri.scheme !== 'file') await readFolder(uri, files);
  for (const document of vscode.workspace.textDocuments)
    if (document.languageId === languageId) files.set(document.uri.toString(), encoder.encode(document.getText()));
  for (const uri of uris)
    if (!files.has(uri.toString())) files.set(uri.toString(), encoder.encode((await vscode.workspace.openTextDocument(uri)).getText()));
  return files;
}

async function readFolder(document: vscode.Uri, files: Map<string, Uint8Array>): Promise<void> {
  if (document.scheme === 'untitled') return;
  const top = vscode.workspace.getWorkspaceFolder(document)?.uri;
  const isNear = (path: string): boolean => /\.(?:md|png|jpe?g|gif|webp|bmp)$/i.test(path);
  for (let folder = vscode.Uri.joinPath(document, '..'), depth = 0; depth < 10; folder = vscode.Uri.joinPath(folder, '..'), depth++) {
    const names = await vscode.workspace.fs.readDirectory(folder).then(
      (entries) => entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name),
      () => [],
    );
    for (const name of names.filter((each) => each === '.inspection-response.json' || (depth === 0 && isNear(each))).slice(0, mostFiles)) {
      const file = vscode.Uri.joinPath(folder, name);
      const bytes = await vscode.workspace.fs.readFile(file).then(
        (read) => read,
        () => null,
      );
      if (bytes && bytes.length <= largestFile) files.set(file.toString(), bytes);
    }
    if (!top || folder.path.length <= top.path.length) return;
  }
}

/** With the program that the computer has for it; where there is no such computer, in the editor. */
async function openFile(file: vscode.Uri, format: ExportFormat): Promise<void> {
  if (file.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && (await vscode.env.openExternal(file))) return;
  await vscode.commands.executeCommand(['html', 'csv', 'ics', 'json'].includes(format) ? 'vscode.open' : 'revealInExplorer', file);
}
