import * as vscode from 'vscode';
import { convertOnce, type StartConverter } from '../converter.ts';
import { messageOf } from '../errors.ts';
import { nameOf } from '../go-to.ts';
import { documentTypes, typeInFrontMatter } from '../language.ts';
import { freePlace, showNewPaper } from '../new-paper.ts';
import { sayWithChoice } from '../say-with-choice.ts';

/** Endings of papers that can be imported. */
const endings = ['docx', 'docm', 'dotx', 'odt', 'ott', 'fodt', 'pdf', 'xlsx', 'html', 'htm', 'txt', 'md'];
/** Notes that are shown beside the document; the log has all of them. */
const mostShown = 3;

/**
 * “Import a Paper…”: asks for a paper, or takes the one that was pointed at, and opens it as a new document that is not saved yet. What was
 * recognised, and what could not be placed, is told; the paper itself is only read.
 */
export function registerImport(startConverter: StartConverter, log: vscode.LogOutputChannel): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('inspectionResponse.import', async (given?: vscode.Uri) => {
      const file = given ?? (await askForPaper());
      if (!file) return;
      const fileName = nameOf(file);
      const imported = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Importing {0}', fileName), cancellable: true },
        async (progress, token) => {
          const bytes = await readFile(file);
          if (typeof bytes === 'string') return { kind: 'cannot', message: bytes } as const;
          let shown = 0;
          return convertOnce(
            startConverter,
            { kind: 'import', bytes, fileName, path: file.scheme === 'file' ? file.fsPath : null },
            token,
            (done) => {
              progress.report({ increment: (done - shown) * 100 });
              shown = done;
            },
          );
        },
      );
      if (imported?.kind === 'cannot')
        void sayWithChoice(
          vscode.l10n.t('“{0}” cannot be imported. {1}', fileName, imported.message),
          vscode.l10n.t('Choose Another File…'),
          () => vscode.commands.executeCommand('inspectionResponse.import'),
        );
      if (imported?.kind !== 'imported') return;
      const document = await showNewPaper(imported.text, await placeBeside(file, imported.text));
      for (const note of imported.notes) log.info(`${fileName}: ${note}`);
      void tell(fileName, document.uri, imported.notes, log);
    }),
  ];
}

const askForPaper = async (): Promise<vscode.Uri | undefined> =>
  (
    await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import a paper'),
      openLabel: vscode.l10n.t('Import'),
      canSelectMany: false,
      filters: { [vscode.l10n.t('Papers')]: endings },
    })
  )?.[0];

/** The bytes of a file, or why they cannot be read. */
async function readFile(file: vscode.Uri): Promise<Uint8Array | string> {
  try {
    return await vscode.workspace.fs.readFile(file);
  } catch (error) {
    return vscode.l10n.t('It cannot be read: {0}', messageOf(error));
  }
}

/**
 * Where the imported paper is saved: beside the file that it comes from, under its name, with the ending of its kind; where nobody can tell
 * the kind, the name says none. Null for a paper that is not on a disk.
 */
async function placeBeside(file: vscode.Uri, text: string): Promise<vscode.Uri | null> {
  if (file.scheme !== 'file') return null;
  const lines = text.split('\n', 200);
  const type = typeInFrontMatter((number) => lines[number] ?? '', lines.length);
  const ending = documentTypes.find((one) => one.type === type)?.suffix ?? '.md';
  const name = documentTypes.reduce(
    (stem, { suffix }) => (stem.toLowerCase().endsWith(suffix.replace(/\.md$/, '')) ? stem.slice(0, 3 - suffix.length) : stem),
    nameOf(file).replace(/\.[^.]+$/, ''),
  );
  return freePlace(vscode.Uri.joinPath(file, '..'), (number) => `${name}${number === 1 ? '' : `-${number}`}${ending}`);
}

async function tell(fileName: string, document: vscode.Uri, notes: readonly string[], log: vscode.LogOutputChannel): Promise<void> {
  const all = vscode.l10n.t('Show All Notes');
  const preview = vscode.l10n.t('Open Preview');
  const imported = document.path.startsWith('/')
    ? vscode.l10n.t(
        '{0} was imported into a new document, which is not saved yet: Save writes it as “{1}” beside the paper. Compare the two.',
        fileName,
        nameOf(document),
      )
    : vscode.l10n.t('{0} was imported into a new document, which is not saved yet. Compare it with the paper.', fileName);
  const parts = [imported, ...notes.slice(0, mostShown)];
  const chosen = await vscode.window.showInformationMessage(parts.join(' '), preview, ...(notes.length > mostShown ? [all] : []));
  if (chosen === all) log.show(true);
  if (chosen === preview) await vscode.commands.executeCommand('inspectionResponse.openPreviewToSide');
}
