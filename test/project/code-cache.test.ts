import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const codeCache = pathToFileURL(resolve(import.meta.dirname, '../../server/src/code-cache.ts')).href;

describe('the compiled code that is kept between starts', function () {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'code-cache-'));
    // Says what it was given, and ends; where it is told to make an ordinary start, it makes it and lives on for a while, in which it may
    // do more.
    writeFileSync(
      join(folder, 'program.cjs'),
      `
      const isOrdinary = process.argv.includes('ordinary');
      if (isOrdinary) exports.ordinaryStart = new Promise((resolve) => { setTimeout(resolve, 5); });
      function more() { return [${Array.from({ length: 200 }, (_, at) => `'what comes later ${at}'`).join(', ')}].join(); }
      if (process.argv.includes('more')) setTimeout(more, 300);
      setTimeout(() => console.log(require('node:path').basename(__filename), typeof module.exports), isOrdinary ? 600 : 0);
    `,
    );
    writeFileSync(
      join(folder, 'start.mjs'),
      `import { runWithCodeCache } from ${JSON.stringify(codeCache)};\nrunWithCodeCache(${JSON.stringify(join(folder, 'program.cjs'))});\n`,
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const start = (cacheFolder: string, ...how: readonly ('ordinary' | 'more')[]): string =>
    execFileSync(process.execPath, ['--import=tsx', join(folder, 'start.mjs'), ...how], {
      encoding: 'utf8',
      cwd: resolve(import.meta.dirname, '../..'),
      env: { ...process.env, XDG_CACHE_HOME: cacheFolder, LOCALAPPDATA: cacheFolder, HOME: cacheFolder },
    });
  const kept = (cacheFolder: string): string[] =>
    readdirSync(cacheFolder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.code'));

  it('is made once, and the program runs the same with it', () => {
    const caches = mkdtempSync(join(folder, 'caches-'));
    assert.equal(start(caches, 'ordinary'), 'program.cjs object\n');
    assert.equal(kept(caches).length, 1);
    assert.equal(start(caches), 'program.cjs object\n');
    assert.equal(kept(caches).length, 1);
  });

  it('holds what an ordinary start uses and nothing that comes later, and any other start keeps none', () => {
    const [plain, more] = [mkdtempSync(join(folder, 'caches-')), mkdtempSync(join(folder, 'caches-'))];
    start(plain);
    assert.deepEqual(kept(plain), []);
    start(plain, 'ordinary');
    start(more, 'ordinary', 'more');
    const [size, sizeWithMore] = [plain, more].map((caches) => statSync(join(caches, kept(caches)[0]!)).size);
    assert.equal(sizeWithMore, size);
  });

  it('goes when no start has used it for a month, and stays as long as one does', () => {
    const caches = mkdtempSync(join(folder, 'caches-'));
    start(caches, 'ordinary');
    const [first] = kept(caches).map((file) => join(caches, file));
    const longAgo = new Date('2024-01-01');
    utimesSync(first!, longAgo, longAgo);
    start(caches, 'ordinary');
    assert.ok(statSync(first!).mtime > longAgo);
    utimesSync(first!, longAgo, longAgo);
    writeFileSync(join(folder, 'program.cjs'), `${readFileSync(join(folder, 'program.cjs'), 'utf8')}\n`);
    start(caches, 'ordinary');
    assert.equal(kept(caches).length, 1);
    assert.ok(!existsSync(first!));
  });

  it('is no harm where it is damaged, or where nothing can be kept', () => {
    const caches = mkdtempSync(join(folder, 'caches-'));
    start(caches, 'ordinary');
    for (const file of kept(caches)) writeFileSync(join(caches, file), 'damaged');
    assert.equal(start(caches), 'program.cjs object\n');
    const noFolder = join(folder, 'a-file');
    writeFileSync(noFolder, '');
    assert.equal(start(noFolder, 'ordinary'), 'program.cjs object\n');
  });
});
