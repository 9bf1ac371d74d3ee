import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isDialect } from '../conversion/import/plain-text/dialect-text.ts';
import { suffixes } from '../language/model/vocabulary.ts';
import { skipped } from '../language/response/find-files.ts';
import { readTextFile } from '../node-host.ts';
import { toldUnread } from './input.ts';
import { printedPath } from './output.ts';

/** What a list of paths comes to. */
export interface FoundDocuments {
  /** Paths as they are printed and opened, each once, in order. */
  readonly paths: readonly string[];
  /** What cannot be looked into, in words for the officer. */
  readonly problems: readonly string[];
}

/**
 * Files as they are named; in folders, at any depth, the documents: those whose name ends as one of the five kinds does, and other `.md`
 * files whose front matter names one. Folders of programs, and those whose name starts with a dot, are left out. Links to documents are
 * followed.
 */
export async function findDocuments(paths: readonly string[]): Promise<FoundDocuments> {
  /** By where they are: one that is named in two ways is one. */
  const found = new Map<string, string>();
  const problems: string[] = [];
  for (const path of paths) {
    if (path === '-') {
      found.set(path, path);
      continue;
    }
    const kind = await stat(path).then(
      (entry) => (entry.isDirectory() ? 'folder' : 'file'),
      () => 'file',
    );
    // What is no file is told when it is read.
    if (kind === 'file') await add(found, path);
    else await walk(path, found, problems);
  }
  return { paths: [...found.values()], problems };
}

async function add(found: Map<string, string>, path: string): Promise<void> {
  const place = await realpath(path).catch(() => resolve(path));
  if (!found.has(place)) found.set(place, printedPath(path));
}

/**
 * A link to a document is followed, one to a folder is not: it may lead back up, or far away. Some editors lock a file with a link that
 * leads nowhere.
 */
async function walk(folder: string, found: Map<string, string>, problems: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    toldUnread(folder);
    problems.push(
      `The folder “${printedPath(folder)}” cannot be read: ${error.code === 'EACCES' || error.code === 'EPERM' ? 'you have no permission' : error.message}.`,
    );
    return [];
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name) && !entry.name.startsWith('.')) await walk(path, found, problems);
    } else if ((entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(path)))) && (await isDocument(path, entry.name)))
      await add(found, path);
  }
}

/** Why there is nothing to do in the paths that somebody named: no document is there, or all are left out. */
export function nothingIn(paths: readonly string[], areLeftOut = false): string {
  const where = paths.map((path) => `“${printedPath(path)}”`).join(', ');
  return areLeftOut
    ? `All documents in ${where} are left out by “exclude” in .inspection-response.json.`
    : `No documents were found in ${where}. Documents end in .report.md, .plan.md, .letter.md, .minutes.md or .agenda.md, or say their type in the front matter.`;
}

const leadsToFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );

async function isDocument(path: string, name: string): Promise<boolean> {
  const lower = name.toLowerCase();
  if (Object.values(suffixes).some((suffix) => lower.endsWith(suffix))) return true;
  if (!lower.endsWith('.md')) return false;
  const result = await readTextFile(path);
  return 'text' in result && isDialect(result.text) !== null;
}
