import * as vscode from 'vscode';

/** What is used of the Git extension that comes with VS Code. */
export interface Repository {
  /** The text of a file in a version; rejects where that has none. */
  show(ref: string, path: string): Promise<string>;
  getRefs(query: { readonly pattern: string }): Promise<readonly { readonly name?: string }[]>;
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly Commit[]>;
}

export interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly commitDate?: Date;
}

interface Git {
  getRepository(uri: vscode.Uri): Repository | null;
  /** The top folder of the repository that a file is in, looked up on disk. */
  getRepositoryRoot?(uri: vscode.Uri): Promise<vscode.Uri | null>;
  openRepository?(root: vscode.Uri): Promise<Repository | null>;
}

/** The Git repository that a file is in; null where it is in none, or Git is switched off or not installed. Never throws. */
export async function repositoryOf(uri: vscode.Uri): Promise<Repository | null> {
  if (uri.scheme !== 'file') return null;
  try {
    const git = (await vscode.extensions.getExtension<{ getAPI(version: 1): Git }>('vscode.git')?.activate())?.getAPI(1);
    const known = git?.getRepository(uri);
    if (!git || known) return known ?? null;
    const root = await git.getRepositoryRoot?.(uri);
    return (root && (await git.openRepository?.(root))) ?? null;
  } catch {
    return null;
  }
}

/** Most versions of one paper that are looked through. */
const mostVersions = 2000;

/** The versions of a file, the newest first. Rejects where Git does. */
export const versionsOf = (repository: Repository, uri: vscode.Uri): Promise<readonly Commit[]> =>
  repository.log({ path: uri.fsPath, maxEntries: mostVersions });

/**
 * The version that a file had at the end of a day (`2026-03-02`, where the officer is): the newest one made up to then; null where none
 * was.
 */
export function versionAt(versions: readonly Commit[], day: string): Commit | null {
  const end = new Date(`${day}T23:59:59.999`);
  return versions.find(({ commitDate }) => commitDate !== undefined && commitDate <= end) ?? null;
}
