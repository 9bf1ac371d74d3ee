import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { documentAddress } from '../../server/src/language/text/document-address.ts';
import { readInThreads } from '../../server/src/reading-thread.ts';
import { builtServer, startSession, type Session } from './client.ts';
import { letter, plan } from './documents.ts';

describe('the start of the server', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const uri = 'file:///northmere/visit.plan.md';
  const paper = `${plan}\n${'The board looks at every action each month.\n\n'.repeat(60)}`;
  const start = (): Promise<Session> => startSession({ environment: { XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, HOME: folder } });
  const kept = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.code'));
  /** Checks a document, and goes on asking for what was found until something is so. */
  async function check(text: string, until: (asked: number) => boolean): Promise<number> {
    const session = await start();
    await session.open(uri, text);
    let { length } = await session.items(uri);
    for (let asked = 1; !until(asked); asked++) ({ length } = await session.items(uri));
    await session.close(uri);
    await session.end();
    return length;
  }

  it('keeps the compiled code once a paper was checked, and not for a few lines; with it, the same is found', async () => {
    await check('# Plan\n', (asked) => asked === 100);
    assert.deepEqual(kept(), []);
    const found = await check(paper, () => kept().length > 0);
    assert.ok(found > 0);
    assert.equal(await check(paper, () => true), found);
    assert.equal(kept().length, 1);
  });

  it('has threads that read a file as it does', async () => {
    const file = join(folder, 'visit.letter.md');
    writeFileSync(file, letter);
    const read = await readInThreads(builtServer()).read({
      address: documentAddress(pathToFileURL(file).href),
      oursOnly: false,
      held: null,
      houseStyle: null,
    });
    assert.ok(read && JSON.stringify(read).includes('inspection-letter'));
  });
});
