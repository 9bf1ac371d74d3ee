import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { keepInFiles } from '../../server/src/kept-files.ts';
import type { Keeping } from '../../server/src/language/host.ts';
import { nodeHost } from '../../server/src/node-host.ts';

type Piece = readonly [head: string, body: string];

async function* asPieces(pieces: readonly Piece[]) {
  for (const [head, body] of pieces) yield { head, body: () => body };
}

async function readBack(kept: Keeping, name: string): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const { head, body } of kept.read(name)) pieces.push([head, body()]);
  return pieces;
}

const some: readonly Piece[] = [
  ['one', '{"text":"Café – “quoted”"}'],
  ['two', ''],
  ['', '😀'.repeat(1000)],
  ['four\n', 'a\nb\0'],
];

describe('what is kept in files', () => {
  let folder: string;
  const keeping = (where = folder): Keeping => keepInFiles(import.meta.filename, where)!;
  const onlyFile = (): string => join(folder, readdirSync(folder)[0]!);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept é & '));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is read as it was written, under its own name, by its owner alone, until it is cleared', async () => {
    await keeping().write('a', asPieces(some));
    assert.deepEqual(await readBack(keeping(), 'a'), some);
    assert.deepEqual(await readBack(keeping(), 'b'), []);
    if (process.platform !== 'win32') assert.equal(statSync(onlyFile()).mode & 0o077, 0);
    await keeping().write('a', asPieces(some.slice(1)));
    assert.deepEqual(await readBack(keeping(), 'a'), some.slice(1));
    await keeping().clear();
    assert.deepEqual(await readBack(keeping(), 'a'), []);
  });

  it('is, whatever byte of it is damaged, never anything else than what was written', async () => {
    await keeping().write('a', asPieces(some));
    const bytes = readFileSync(onlyFile());
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = Buffer.from(bytes);
        damaged[at]! ^= change;
        writeFileSync(onlyFile(), damaged);
        const found = await readBack(keeping(), 'a');
        assert.ok(found.length < some.length);
        for (const piece of found) assert.ok(some.some((one) => one[0] === piece[0] && one[1] === piece[1]));
      }),
      { numRuns: 200 },
    );
    const inBody = Buffer.from(bytes);
    inBody[bytes.indexOf('Caf')]! ^= 1;
    writeFileSync(onlyFile(), inBody);
    assert.deepEqual(await readBack(keeping(), 'a'), some.slice(1), 'damaged words cost one piece');
  });

  it('is, where its end is cut off, what stands before', async () => {
    await keeping().write('a', asPieces(some));
    const bytes = readFileSync(onlyFile());
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        writeFileSync(onlyFile(), bytes.subarray(0, length));
        const found = await readBack(keeping(), 'a');
        assert.deepEqual(found, some.slice(0, found.length));
        assert.ok(found.length < some.length);
      }),
      { numRuns: 200 },
    );
    for (const other of ['', 'nonsense', '1-abc\t["file:///a.plan.md"]\t{}\n'.repeat(20)]) {
      writeFileSync(onlyFile(), other);
      assert.deepEqual(await readBack(keeping(), 'a'), [], 'what another program wrote');
    }
  });

  it('is as it was where writing fails on the way, and nothing where the folder cannot be written', async () => {
    await keeping().write('a', asPieces(some));
    await keeping().write(
      'a',
      (async function* () {
        yield { head: 'new', body: () => '' };
        throw new Error('the share is away');
      })(),
    );
    assert.deepEqual(await readBack(keeping(), 'a'), some);
    assert.equal(readdirSync(folder).length, 1);
    // A folder inside a file can be made by nobody, not even by the superuser.
    const nowhere = keeping(join(onlyFile(), 'facts'));
    await nowhere.write('a', asPieces(some));
    assert.deepEqual(await readBack(nowhere, 'a'), []);
    await nowhere.clear();
  });

  it('can be read to its end while another window writes it anew', async () => {
    await keeping().write('a', asPieces(some));
    const reading = keeping().read('a')[Symbol.asyncIterator]();
    const first = await reading.next();
    assert.ok(!first.done);
    await keeping().write('a', asPieces([['other', 'other']]));
    assert.deepEqual([first.value.head, first.value.body()], some[0], 'a body that is asked for later is the one that stood there');
    const second = await reading.next();
    assert.deepEqual(second.done ? null : [second.value.head, second.value.body()], some[1]);
  });
});

describe('a folder without permission', () => {
  it('is not looked into, which is said once', async function () {
    if (process.platform === 'win32') return this.skip(); // permissions are another matter there
    const folder = mkdtempSync(join(tmpdir(), 'locked-'));
    const logged: string[] = [];
    const host = nodeHost({
      log: (level, message) => {
        logged.push(`${level}: ${message.replace(folder, '')}`);
      },
    });
    chmodSync(folder, 0);
    // The superuser may look into every folder.
    const isSuperuser = process.geteuid!() === 0;
    if (isSuperuser) process.seteuid!(65_534);
    try {
      for (let time = 0; time < 2; time++) assert.equal(await host.entries(pathToFileURL(`${folder}/`).href), null);
    } finally {
      if (isSuperuser) process.seteuid!(0);
      chmodSync(folder, 0o700);
      rmSync(folder, { recursive: true });
    }
    assert.deepEqual(logged, ['warning: / was not read: you have no permission to read it.']);
  });
});

describe('the stamp of a file', () => {
  let folder: string;
  let file: string;
  const { now } = Date;
  const stamp = async (): Promise<string | null | undefined> =>
    (await nodeHost().entries(pathToFileURL(`${folder}/`).href))?.find(({ address }) => address.endsWith('.md'))?.stamp;
  /** The clock, so long after the files were written that their times tell versions apart. */
  const later = (): void => {
    Date.now = () => now() + 10_000;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stamps-'));
    file = join(folder, 'a.plan.md');
    writeFileSync(file, 'F1');
  });
  afterEach(() => {
    Date.now = now;
    rmSync(folder, { recursive: true, force: true });
  });

  it('is none for a file that changed just now: it may change again within the same tick of the clock', async () => {
    assert.equal(await stamp(), null);
    later();
    assert.equal(typeof (await stamp()), 'string');
    assert.equal(await stamp(), await stamp());
  });

  it('is another one after a change that leaves size and time of the content as they were', async () => {
    later();
    const before = await stamp();
    const { atime, mtime, ctimeMs } = statSync(file);
    while (statSync(file).ctimeMs === ctimeMs) {
      writeFileSync(file, 'F2');
      utimesSync(file, atime, mtime);
    }
    assert.notEqual(await stamp(), before);
  });

  it('is another one where another file was put in its place with the same size and time', async () => {
    later();
    const before = await stamp();
    const { atime, mtime } = statSync(file);
    writeFileSync(join(folder, 'b'), 'F2');
    utimesSync(join(folder, 'b'), atime, mtime);
    renameSync(join(folder, 'b'), file);
    assert.notEqual(await stamp(), before);
  });
});
