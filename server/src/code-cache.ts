import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { cacheFolder } from './cache-folder.ts';

/** How long after an ordinary start its compiled code is kept, in milliseconds: what was asked for is on its way by then. */
const answered = 20;
/** Compiled code that no start has used for this long belongs to a version that is gone, in milliseconds. */
const longestUnused = 30 * 24 * 60 * 60 * 1000;

/** What a program may export to {@link runWithCodeCache}. */
interface Program {
  /**
   * Done when the program has done what any start of it does: what it has used by then is kept, and nothing that comes later. A run that
   * does something else has none.
   */
  readonly ordinaryStart?: Promise<void> | null;
}

/**
 * Runs a CommonJS program with the code that was compiled for it at an earlier start, where there is any, and keeps what is compiled
 * now for the next one. Compiling is a third of what an officer waits for when a first document opens; code that no start needs makes
 * each one longer. Without the cache (a folder that cannot be written, another version of Node.js) the program runs all the same. The
 * program is in ASCII.
 */
export function runWithCodeCache(file: string): void {
  const source = readFileSync(file, 'latin1');
  const cacheFile = cacheFileOf(file);
  const cachedData = cacheFile === null ? undefined : readIfThere(cacheFile);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const run = script.runInThisContext() as (
    exports: object,
    require: NodeJS.Require,
    module: { exports: Program },
    filename: string,
    folder: string,
  ) => void;
  const module: { exports: Program } = { exports: {} };
  run.call(module.exports, module.exports, createRequire(file), module, file, dirname(file));
  if (cacheFile === null) return;
  const after = cachedData && !script.cachedDataRejected ? () => markUsed(cacheFile) : () => keep(cacheFile, script);
  void module.exports.ordinaryStart?.then(() => setTimeout(after, answered).unref());
}

/** Null where there is no folder for it. */
function cacheFileOf(file: string): string | null {
  try {
    const { size, mtimeMs } = statSync(file);
    const name = createHash('sha256')
      .update([file, size, mtimeMs, process.version, process.versions.v8, process.arch].join('\n'))
      .digest('hex')
      .slice(0, 24);
    const folder = cacheFolder();
    return folder && join(folder, `${name}.code`);
  } catch {
    return null;
  }
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that a start at the same time never reads half a file. */
function keep(file: string, script: Script): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const beside = `${file}.${process.pid}`;
    writeFileSync(beside, script.createCachedData(), { mode: 0o600 });
    renameSync(beside, file);
    removeUnused(dirname(file));
  } catch {
    // Not kept: the next start compiles again.
  }
}

function markUsed(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody cleared the folder: the next start compiles again.
  }
}

/** Throws where a file goes while it is looked at. */
function removeUnused(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/\.code(?:\.\d+)?$/.test(name) && Date.now() - statSync(path).mtimeMs > longestUnused) rmSync(path, { force: true });
  }
}
