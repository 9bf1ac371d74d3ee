import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOfPath, largestFile, nodeHost } from '../../server/src/node-host.ts';

/** What stands in files, by name; null for a folder. */
const files: Readonly<Record<string, Buffer | null>> = {
  'plain.md': Buffer.from('Timeliness – as it “is”\n'),
  'empty.md': Buffer.alloc(0),
  'marked.md': Buffer.from('\ufeffMarked\n'),
  'old.md': Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x0a]),
  'wide.md': Buffer.from('\ufeffWide\n', 'utf16le'),
  'binary.md': Buffer.from([0, 1, 2, 3]),
  'large.md': Buffer.alloc(largestFile + 1, 'a'),
  'folder.md': null,
};

describe('a file', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'reading files ü '));
    for (const [name, content] of Object.entries(files)) {
      if (content) writeFileSync(join(folder, name), content);
      else mkdirSync(join(folder, name));
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** What a host makes of a file, and what it says of it. */
  async function read(name: string, mayBlock: boolean): Promise<{ readonly text: string | null; readonly logged: readonly string[] }> {
    const logged: string[] = [];
    const host = nodeHost({
      mayBlock,
      log: (level, message) => {
        logged.push(`${level}: ${message}`);
      },
    });
    return { text: await host.read(addressOfPath(join(folder, name))), logged };
  }

  for (const name of [...Object.keys(files), 'missing.md']) {
    it(`is read at once as it is read in turn: ${name}`, async () => assert.deepEqual(await read(name, true), await read(name, false)));
  }

  it('with a mark or an old encoding leaves the next one as it is', async () => {
    assert.equal((await read('old.md', true)).text, 'Café\n');
    assert.equal((await read('marked.md', true)).text, 'Marked\n');
    assert.equal((await read('plain.md', true)).text, 'Timeliness – as it “is”\n');
  });

  it('that is a pipe keeps nobody waiting', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    for (const mayBlock of [true, false]) assert.equal((await read('pipe.md', mayBlock)).text, null);
  });
});
