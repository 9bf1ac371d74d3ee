import { closeSync, constants, fstatSync, open, readSync, stat as statThen, type Dirent } from 'node:fs';
import { access, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { FolderEntry, Host, IsoDate } from './language/host.ts';
import { isoDay } from './language/model/dates/date-words.ts';
import { addressIn, documentAddress, type DocumentAddress } from './language/text/document-address.ts';
import { asWindows1252 } from './language/text/windows-1252.ts';

/** Longest file that is read, in bytes. A committee report of a thousand pages has about one and a half million. */
export const largestFile = 2_000_000;

/** Why a file cannot be read, in words for the officer. */
export type ReadProblem = 'missing' | 'folder' | 'no permission' | 'too large' | 'binary' | 'unreadable';

export type ReadResult =
  | { readonly text: string; readonly encoding: Encoding; readonly byteOrderMark: boolean }
  | { readonly problem: ReadProblem; readonly detail: string };

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const problemOfCode: Readonly<Record<string, ReadProblem>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
};

const wordsForProblem: Readonly<Partial<Record<ReadProblem, string>>> = {
  missing: 'there is no such file',
  folder: 'it is a folder',
  'no permission': 'you have no permission to read it',
};

const wordsForCode: Readonly<Record<string, string>> = {
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'its name is too long',
  EBUSY: 'another program has it open',
};

/** Reads a text file. Never throws: what stands in the way is part of the answer. */
export async function readTextFile(path: string): Promise<ReadResult> {
  const result = await readBytes(path, largestFile);
  return 'bytes' in result ? decode(result.bytes) : result;
}

/** Reads a file of any kind, up to so many bytes. Never throws. */
export async function readBytes(
  path: string,
  most: number,
): Promise<{ readonly bytes: Uint8Array } | Extract<ReadResult, { problem: unknown }>> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { problem: 'folder', detail: 'it is a folder' };
    if (!found.isFile()) return { problem: 'unreadable', detail: 'it is not a plain file' };
    if (found.size > most) return { problem: 'too large', detail: tooLarge(found.size, most) };
    return { bytes: await readFile(path) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const problem = problemOfCode[code] ?? 'unreadable';
    return { problem, detail: wordsForProblem[problem] ?? wordsForCode[code] ?? String((error as Error).message) };
  }
}

/** Rounded up, so that a file which is a little too large does not seem to have just what is allowed. */
const tooLarge = (bytes: number, most = largestFile): string =>
  `it has ${(Math.ceil(bytes / 100_000) / 10).toFixed(1)} MB; the most that is read is ${most / 1_000_000} MB`;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a file's bytes: UTF-8, UTF-16 where a byte-order mark says so, else Windows-1252 for old files whose bytes are no
 * UTF-8. The mark itself is left out. A NUL among the first 8,000 bytes of what is not UTF-16 tells a binary file.
 */
export function decode(bytes: Uint8Array): ReadResult {
  if (bytes.length > largestFile) return { problem: 'too large', detail: tooLarge(bytes.length) };
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', byteOrderMark: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be', byteOrderMark: true };
  if (bytes.subarray(0, 8000).includes(0)) return { problem: 'binary', detail: 'it is not a text file' };
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: utf8.decode(bytes), encoding: 'utf-8', byteOrderMark };
  } catch {
    return { text: asWindows1252(Buffer.from(bytes).toString('latin1')), encoding: 'windows-1252', byteOrderMark: false };
  }
}

/** The address of a file on this computer; the path may be relative. */
export const addressOfPath = (path: string): DocumentAddress => documentAddress(pathToFileURL(path).href);

/** The path of an address, or null where it is not a file on this computer or on a share. */
export function pathOfAddress(address: string): string | null {
  try {
    return address.startsWith('file:') ? fileURLToPath(address) : null;
  } catch {
    return null;
  }
}

const canBeReached = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Today by this computer's clock and time zone. */
function todayHere(clock: Date = new Date()): IsoDate {
  return isoDay(clock.getFullYear(), clock.getMonth() + 1, clock.getDate())!;
}

const problemWith = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EPERM' ? 'you have no permission to read it' : code === 'ENOENT' ? 'it is not there' : message;
};

/**
 * How long a file must have been left alone before its time is trusted to tell versions apart, in milliseconds: some file systems count in
 * seconds.
 */
const settled = 2500;

const openThen = promisify(open);

/** As `stat`, at half the cost: a start asks it of every document of the workspace. */
const quickStat = promisify(statThen);

/** Size and times of a file; the time of the last change of any kind cannot be set by hand. */
async function stampOf(path: string): Promise<string | null> {
  try {
    const { size, mtimeMs, ctimeMs, ino } = await quickStat(path);
    return Date.now() - Math.max(mtimeMs, ctimeMs) < settled ? null : `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  } catch {
    return null;
  }
}

/** Null for a link that leads nowhere, and for what is neither file nor folder. */
async function entryOf(folder: string, base: string, entry: Dirent): Promise<FolderEntry | null> {
  const path = join(folder, entry.name);
  const address = addressIn(base, entry.name);
  const linked = entry.isSymbolicLink() ? await stat(path).catch(() => null) : null;
  if (entry.isDirectory()) return { address, kind: 'folder', linksTo: null, stamp: null };
  if (linked?.isDirectory()) return { address, kind: 'folder', linksTo: addressOfPath(await realpath(path)), stamp: null };
  if (!entry.isFile() && !linked?.isFile()) return null;
  return { address, kind: 'file', linksTo: null, stamp: entry.name.toLowerCase().endsWith('.md') ? await stampOf(path) : null };
}

/**
 * As {@link readTextFile}, for a thread in which nobody waits but who wants this file: only the opening, which on a share takes longest, is
 * left to others, and everything costs a quarter. Null where it is no plain file, or cannot be read, for whatever reason.
 */
async function readAtOnce(path: string): Promise<ReadResult | null> {
  const file = await openThen(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => null);
  if (file === null) return null;
  try {
    const found = fstatSync(file);
    if (!found.isFile() || found.size > largestFile) return null;
    const bytes = Buffer.allocUnsafe(found.size);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null);
    return decode(bytes.subarray(0, length));
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

export interface NodeHostOptions {
  /** Whether files may be read at once, in a thread that has nothing else to do meanwhile. */
  readonly mayBlock?: boolean;
  /** Taken for today where given (`check --as-at`). */
  readonly today?: IsoDate;
  readonly log?: Host['log'];
  /** Whether it has been told elsewhere that a file or folder cannot be read. */
  readonly isTold?: (path: string) => boolean;
  /** How the path of what cannot be read is written. */
  readonly shown?: (path: string) => string;
  readonly kept?: Host['kept'];
  readonly helper?: Host['helper'];
}

/** What the library asks of the world, answered by Node.js: for the command line and for the language server as a process. */
export function nodeHost(options: NodeHostOptions = {}): Host {
  const log = options.log ?? (() => {});
  const told = new Set<string>();
  /** What was not read is told once, however often it is asked for. */
  const tell = (path: string, problem: string): void => {
    const message = `${options.shown?.(path) ?? path} was not read: ${problem}.`;
    if (told.has(message) || options.isTold?.(path)) return;
    told.add(message);
    log('warning', message);
  };
  return {
    today: () => options.today ?? todayHere(),
    now: () => process.uptime() * 1000,
    pause: () =>
      new Promise((resolve) => {
        setImmediate(resolve);
      }),
    async read(address) {
      const path = pathOfAddress(address);
      if (path === null) return null;
      const result = (options.mayBlock ? await readAtOnce(path) : null) ?? (await readTextFile(path));
      if ('text' in result) return result.text;
      if (result.problem !== 'missing') tell(path, result.detail);
      return null;
    },
    async list(folder) {
      const path = pathOfAddress(folder);
      if (path === null) return [];
      try {
        const entries = await readdir(path, { withFileTypes: true });
        const base = folder.endsWith('/') ? folder : `${folder}/`;
        return entries
          .filter((entry) => entry.isFile() || entry.isSymbolicLink())
          .map((entry) => documentAddress(base + encodeURIComponent(entry.name)));
      } catch {
        return [];
      }
    },
    async entries(folder) {
      const path = pathOfAddress(folder);
      if (path === null) return null;
      try {
        const entries = await readdir(path, { withFileTypes: true });
        const base = documentAddress(folder.endsWith('/') ? folder : `${folder}/`);
        const found = await Promise.all(entries.map((entry) => entryOf(path, base, entry)));
        return found.filter((entry) => entry !== null);
      } catch (error) {
        tell(path, problemWith(error));
        return null;
      }
    },
    async exists(address) {
      const path = pathOfAddress(address);
      if (path === null) return null;
      try {
        await access(path);
        return true;
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        if (code !== 'ENOENT' && code !== 'ENOTDIR') return null;
        // A file whose whole drive or share is away is not known to be missing.
        return (await canBeReached(parse(path).root)) ? false : null;
      }
    },
    kept: options.kept ?? null,
    helper: options.helper ?? null,
    log,
  };
}
