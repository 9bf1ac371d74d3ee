import assert from 'node:assert/strict';
import * as nodeFiles from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole, type Files } from '../../server/src/write-file.ts';
import { inTemporaryFolder } from './command.ts';

/** The file system of this computer, on which something fails as it would with a code. */
const failing = (deed: 'rename' | 'writeFile', code: string): Files => ({
  ...nodeFiles,
  [deed]: () => Promise.reject(Object.assign(new Error(`${code}: failed`), { code })),
});

/** What is said where a report is there already and cannot be replaced; it must stay as it was, with nothing beside it. */
const saidWhere = (files: Files): Promise<string | null> =>
  inTemporaryFolder(async (folder) => {
    const target = join(folder, 'report.docx');
    await nodeFiles.writeFile(target, 'as it was');
    const said = await writeWhole(target, 'new', files);
    assert.deepEqual([await nodeFiles.readFile(target, 'utf8'), await nodeFiles.readdir(folder)], ['as it was', ['report.docx']]);
    return said;
  });

describe('a file that is written as a whole or not at all', () => {
  for (const code of ['EBUSY', 'EPERM', 'EACCES']) {
    it(`one that is open in Word says so (${code})`, async () =>
      assert.equal(
        await saidWhere(failing('rename', code)),
        'it is open in another program, such as Word or Excel. Close it there and try again',
      ));
  }
  it('a full disk and a folder that may not be written to are told apart', async () => {
    assert.equal(await saidWhere(failing('writeFile', 'ENOSPC')), 'there is no room left on the disk');
    assert.equal(await saidWhere(failing('writeFile', 'EACCES')), 'you have no permission to write there');
  });
  it('a folder is no target', () =>
    inTemporaryFolder(async (folder) => {
      assert.equal(await writeWhole(folder, 'new'), 'it is a folder. Name a file in it');
      assert.deepEqual(await nodeFiles.readdir(folder), []);
    }));
  it('what is there is replaced and keeps its permissions; a link stays one', () =>
    inTemporaryFolder(async (folder) => {
      const [target, link] = [join(folder, 'report.html'), join(folder, 'newest.html')];
      await nodeFiles.writeFile(target, 'old', { mode: 0o600 });
      await nodeFiles.symlink(target, link);
      assert.equal(await writeWhole(link, 'new'), null);
      assert.deepEqual([await nodeFiles.readFile(target, 'utf8'), (await nodeFiles.lstat(link)).isSymbolicLink()], ['new', true]);
      // Windows has no such permissions.
      if (process.platform !== 'win32') assert.equal((await nodeFiles.stat(target)).mode & 0o777, 0o600);
    }));
  it('a folder that is not there is told', () =>
    inTemporaryFolder(async (folder) => {
      assert.equal(await writeWhole(join(folder, 'none', 'report.docx'), 'new'), 'there is no such folder');
    }));
});
