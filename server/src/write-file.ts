import * as nodeFiles from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What is asked of the file system. */
export type Files = Pick<typeof nodeFiles, 'realpath' | 'rename' | 'rm' | 'stat' | 'writeFile'>;

/**
 * Writes a file as a whole or not at all: beside it first, then in its place. What was there keeps its permissions, and a link stays a link. Never
 * throws: null where it is written, else why not, in words for the officer.
 */
export async function writeWhole(path: string, content: Uint8Array | string, { realpath, rename, rm, stat, writeFile }: Files = nodeFiles): Promise<string | null> {
  const target = await realpath(path).catch(() => path);
  const before = await stat(target).catch(() => null);
  if (before?.isDirectory()) return 'it is a folder. Name a file in it';
  if (before && !before.isFile()) {
    // A device or a pipe (`/dev/stdout`) cannot be replaced.
    return writeFile(target, content).then(() => null, (error: NodeJS.ErrnoException) => wordsFor(error));
  }
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(beside, content, { mode: before ? before.mode & 0o777 : 0o666 });
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    return wordsFor(error as NodeJS.ErrnoException);
  }
  try {
    await rename(beside, target);
    return null;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES') return 'it is open in another program, such as Word or Excel. Close it there and try again';
    return wordsFor(error as NodeJS.ErrnoException);
  }
}

function wordsFor({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such folder';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you have no permission to write there';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'there is no room left on the disk';
  if (code === 'ENAMETOOLONG') return 'its name is too long';
  return message;
}
