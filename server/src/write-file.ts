import { constants } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What is asked of the file system. */
export type Files = Pick<typeof nodeFiles, 'access' | 'open' | 'realpath' | 'rename' | 'rm' | 'stat' | 'writeFile'>;

/**
 * Writes a file as a whole or not at all: beside it first, then in its place. What was there keeps its permissions, and a link stays a
 * link. Never throws: null where it is written, else why not, in words for the officer.
 */
export async function writeWhole(
  path: string,
  content: Uint8Array | string,
  { access, realpath, rename, rm, stat, writeFile }: Files = nodeFiles,
): Promise<string | null> {
  const target = await realpath(path).catch(() => path);
  const before = await stat(target).catch(() => null);
  if (before?.isDirectory()) return 'it is a folder. Name a file in it';
  if (before && !before.isFile()) {
    // A device or a pipe (`/dev/stdout`) cannot be replaced.
    return writeFile(target, content).then(() => null, whyNotWritten);
  }
  if (before) {
    // A file that is marked as read-only could be replaced all the same, where its folder may be written to: somebody has said no.
    const refused = await access(target, constants.W_OK).then(() => null, whyNotWritten);
    if (refused !== null) return refused;
  }
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(beside, content, { mode: before ? before.mode & 0o777 : 0o666 });
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    return whyNotWritten(error);
  }
  try {
    await rename(beside, target);
    return null;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES')
      return 'it is open in another program, such as Word or Excel. Close it there and try again';
    return whyNotWritten(error);
  }
}

/**
 * Writes a file that is not there yet, as a whole or not at all. Never throws: as {@link writeWhole}; `is there` where it is there already.
 */
export async function writeNew(path: string, content: string, { open, rm }: Files = nodeFiles): Promise<string | null> {
  const file = await open(path, 'wx').catch((error: unknown) => error as NodeJS.ErrnoException);
  if (file instanceof Error) return file.code === 'EEXIST' ? 'is there' : whyNotWritten(file);
  const problem = await file.writeFile(content).then(() => null, whyNotWritten);
  const unclosed = await file.close().then(() => null, whyNotWritten);
  // Half a document must not pass for a whole one.
  if (problem !== null || unclosed !== null) await rm(path, { force: true }).catch(() => {});
  return problem ?? unclosed;
}

/** Why something cannot be written, in words for the officer. */
export function whyNotWritten(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such folder';
  if (code === 'EISDIR') return 'it is a folder. Name a file in it';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you have no permission to write there';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'there is no room left on the disk';
  if (code === 'ENAMETOOLONG') return 'its name is too long';
  return message;
}
