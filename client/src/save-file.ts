import * as vscode from 'vscode';
import { messageOf } from './errors.ts';
import { nameOf } from './go-to.ts';

/** What a file is called and what it is, before the officer has said where it goes. */
export interface FileToSave {
  /** Where it would go: beside the paper that it is of. */
  readonly proposed: vscode.Uri;
  /** Name of its kind, for the dialog. */
  readonly kind: string;
  /** `ics` */
  readonly ending: string;
}

/**
 * Asks where a file is to go, writes it and says so. Nothing is made before somebody has said where; `content` gives null where it cannot
 * be made, which it has told.
 */
export async function saveFile(
  { proposed, kind, ending }: FileToSave,
  content: () => Promise<Uint8Array | null>,
  given?: vscode.Uri,
): Promise<void> {
  const target =
    given ??
    (await vscode.window.showSaveDialog({
      defaultUri: proposed.scheme === 'untitled' ? proposed.with({ scheme: 'file' }) : proposed,
      filters: { [kind]: [ending] },
    }));
  if (!target) return;
  const bytes = await content();
  if (!bytes) return;
  const problem = await writeWhole(target, bytes);
  if (problem === null) void vscode.window.showInformationMessage(vscode.l10n.t('“{0}” was written.', nameOf(target)));
  else void vscode.window.showErrorMessage(vscode.l10n.t('“{0}” cannot be written: {1}', nameOf(target), problem));
}

/** Writes the file as a whole or not at all; null where it is written, else why not. */
export async function writeWhole(target: vscode.Uri, bytes: Uint8Array): Promise<string | null> {
  // VS Code would take the folder away with all that is in it, to put the file in its place.
  const before = await vscode.workspace.fs.stat(target).then(
    (found) => found,
    () => null,
  );
  if (before && (before.type & vscode.FileType.Directory) !== 0) return vscode.l10n.t('It is a folder. Choose a file in it.');
  const beside = vscode.Uri.joinPath(target, '..', `.${nameOf(target)}.tmp`);
  try {
    await vscode.workspace.fs.writeFile(beside, bytes);
  } catch (error) {
    await removed(beside);
    return /EBUSY|EPERM|EACCES|EROFS|NoPermissions|Unavailable/.test(String(error)) ? inTheWay() : messageOf(error);
  }
  const problem = await renamed(beside, target);
  if (problem === null) return null;
  // VS Code takes the old file away first: where it could do only that, the new one can take the free place, and is thrown away in no case.
  if (before !== null && !(await isThere(target))) {
    const again = await renamed(beside, target);
    return again === null ? null : vscode.l10n.t('It stands beside it under the name {0}. {1}', nameOf(beside), messageOf(again));
  }
  await removed(beside);
  // A file that another program holds is taken for a folder by what VS Code deletes files with, hence the last two.
  return /EBUSY|EPERM|EACCES|NoPermissions|Unavailable|ENOTDIR|ENOTEMPTY/.test(String(problem)) ? inTheWay() : messageOf(problem);
}

const inTheWay = (): string =>
  vscode.l10n.t('It is open in another program, such as Word or Excel, or you may not write there. Close it there and export again.');

/** Null where it is renamed, else the error. */
const renamed = async (from: vscode.Uri, to: vscode.Uri): Promise<unknown> =>
  vscode.workspace.fs.rename(from, to, { overwrite: true }).then(
    () => null,
    (error: unknown) => error ?? 'unknown',
  );

const removed = async (uri: vscode.Uri): Promise<void> => vscode.workspace.fs.delete(uri).then(undefined, () => undefined);

const isThere = async (uri: vscode.Uri): Promise<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
