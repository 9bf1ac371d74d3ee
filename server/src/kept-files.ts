import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import type { Keeping, KeptPiece } from './language/host.ts';

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
      const bytes = await bytesOf(fileOf(name)).catch(() => null);
      if (bytes) yield* piecesIn(bytes);
    },
    async write(name, pieces) {
      // Written beside and renamed, so that a start at the same time never reads half a file.
      const beside = `${fileOf(name)}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const file = await open(beside, 'w', 0o600);
        try {
          for await (const some of batches(pieces)) await file.write(some);
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

/** All of a file by few calls: it may have a hundred megabytes. */
async function bytesOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = Buffer.allocUnsafeSlow(size);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await file.read(bytes, at, size - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return bytes.subarray(0, at);
  } finally {
    await file.close();
  }
}

// A piece in a file: the lengths of head and body in bytes, both in UTF-8, and a checksum of all that. Numbers have 32 bits, the lowest
// byte first.
const [lengthsSize, checksumSize] = [8, 4];
/** The library that counts it is loaded when it is needed: the first document does not wait for what is kept. */
const checksumOf = (bytes: Buffer): number => process.getBuiltinModule('node:zlib').crc32(bytes);

/** The pieces of a file, each as it was written; what was cut off or damaged is left out. */
function* piecesIn(bytes: Buffer): Generator<KeptPiece> {
  for (let at = 0; at + lengthsSize + checksumSize <= bytes.length;) {
    const head = at + lengthsSize;
    const body = head + bytes.readUInt32LE(at);
    const end = body + bytes.readUInt32LE(at + 4);
    if (end + checksumSize > bytes.length) return;
    if (checksumOf(bytes.subarray(at, end)) === bytes.readUInt32LE(end))
      yield { head: bytes.toString('utf8', head, body), body: () => bytes.toString('utf8', body, end) };
    at = end + checksumSize;
  }
}

function bytesOfPiece(piece: KeptPiece): Buffer {
  const [head, body] = [Buffer.from(piece.head), Buffer.from(piece.body())];
  const bytes = Buffer.alloc(lengthsSize + head.length + body.length + checksumSize);
  bytes.writeUInt32LE(head.length, 0);
  bytes.writeUInt32LE(body.length, 4);
  head.copy(bytes, lengthsSize);
  body.copy(bytes, lengthsSize + head.length);
  const end = bytes.length - checksumSize;
  bytes.writeUInt32LE(checksumOf(bytes.subarray(0, end)), end);
  return bytes;
}

/** Bytes that are written at a time, about. */
const batch = 1 << 20;

async function* batches(pieces: AsyncIterable<KeptPiece>): AsyncGenerator<Buffer> {
  let some: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    const bytes = bytesOfPiece(piece);
    some.push(bytes);
    size += bytes.length;
    if (size < batch) continue;
    yield Buffer.concat(some);
    [some, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(some);
}

async function removeOld(folder: string): Promise<void> {
  const found = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path);
      return { path, size, mtimeMs };
    }),
  );
  let sum = 0;
  for (const { path, size, mtimeMs } of found.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    sum += size;
    if (sum > mostInAll || Date.now() - mtimeMs > longestUnused) await rm(path, { force: true });
  }
}
