import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import type { Keeping } from './language/host.ts';

/** Most that is kept in all, in bytes: what was not used for longest goes first. */
const mostInAll = 256_000_000;

/** How long something is kept that nobody asks for, in milliseconds. */
const longestUnused = 90 * 24 * 3_600_000;

/**
 * Keeps texts in the user's cache folder, one file each, readable by nobody else. Null where there is no such folder, or the program is not
 * there: its bytes are what tells builds apart.
 */
export function keepInFiles(program: string, folder: string | null = defaultFolder()): Keeping | null {
  if (folder === null || !existsSync(program)) return null;
  let build: string | undefined;
  const fileOf = (name: string): string => join(folder, `${name}.facts`);
  return {
    get build() {
      return (build ??= createHash('sha256').update(readFileSync(program)).digest('hex').slice(0, 24));
    },
    async *read(name) {
      try {
        let rest = '';
        for await (const some of createReadStream(fileOf(name), { encoding: 'utf8', highWaterMark: batch }) as AsyncIterable<string>) {
          const lines = (rest + some).split('\n');
          rest = lines.pop()!;
          yield* lines;
        }
      } catch {
        // Nothing was kept, or it is away.
      }
    },
    async write(name, lines) {
      // Written beside and renamed, so that a start at the same time never reads half a file.
      const beside = `${fileOf(name)}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const file = await open(beside, 'w', 0o600);
        try {
          for await (const some of joined(lines)) await file.write(some);
        } finally {
          await file.close();
        }
        await rename(beside, fileOf(name));
        await removeOld(folder);
      } catch {
        await rm(beside, { force: true }).catch(() => undefined);
      }
    },
    clear: () => rm(folder, { recursive: true, force: true }).catch(() => undefined),
  };
}

function defaultFolder(): string | null {
  const folder = cacheFolder();
  return folder && join(folder, 'facts');
}

/** Characters that are written at a time, about. */
const batch = 1 << 20;

async function* joined(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let text = '';
  for await (const line of lines) {
    text += `${line}\n`;
    if (text.length < batch) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

async function removeOld(folder: string): Promise<void> {
  const found = await Promise.all((await readdir(folder)).map(async (name) => {
    const path = join(folder, name);
    const { size, mtimeMs } = await stat(path);
    return { path, size, mtimeMs };
  }));
  let sum = 0;
  for (const { path, size, mtimeMs } of found.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    sum += size;
    if (sum > mostInAll || Date.now() - mtimeMs > longestUnused) await rm(path, { force: true });
  }
}
