import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { join } from 'node:path';
import { writeNew, writeWhole, type Files } from '../../server/src/write-file.ts';
import { buildWhereStale, inTemporaryFolder, program, run } from './command.ts';

const { mkdir, readFile, readdir, symlink, writeFile } = nodeFiles;

const plan = `---
type: action-plan
title: Plan
responds-to: visit.letter.md
---

# Plan

## Actions

| Ref | Action | Owner | Due | Measure | Status |
|---|---|---|---|---|---|
| A1 | Write the the guide | Head of Assessment | 30 January 2026 | from 40% (January 2026) to 80% by 30 June 2026 | complete |
`;
const letter =
  '---\ntype: inspection-letter\ntitle: Letter\n---\n\n# Letter\n\n## Areas for improvement\n\n- **F1** The recording of visits\n';

describe('trouble outside the command line', function () {
  before(buildWhereStale);

  describe('the result cannot be written', () => {
    /** A device that is always full; there is none on Windows and macOS. */
    const full = '/dev/full';
    const commands = [
      ['check', 'x.plan.md'],
      ['model', 'x.plan.md'],
      ['trace', 'x.plan.md'],
      ['export', 'x.plan.md', '--to', 'html'],
      ['new', 'agenda'],
      ['rules'],
      ['--help'],
    ];
    it('ends with 2 and a sentence where the disk is full', async function () {
      if (!existsSync(full)) this.skip();
      await inTemporaryFolder(async (cwd) => {
        await writeFile(join(cwd, 'x.plan.md'), plan);
        await Promise.all(
          commands.map(async (parameters) => {
            const child = spawn(process.execPath, [program, ...parameters], { cwd, stdio: ['ignore', openSync(full, 'w'), 'pipe'] });
            let stderr = '';
            child.stderr!.setEncoding('utf8').on('data', (text: string) => {
              stderr += text;
            });
            const [code] = (await once(child, 'close')) as [number];
            assert.deepEqual(
              [code, stderr],
              [2, 'The result cannot be written: there is no room left on the disk.\n'],
              parameters.join(' '),
            );
          }),
        );
      });
    });
    it('goes on where only the messages are lost', async function () {
      if (!existsSync(full)) this.skip();
      const child = spawn(process.execPath, [program, 'check', 'none.plan.md'], { stdio: ['ignore', 'ignore', openSync(full, 'w')] });
      assert.deepEqual(await once(child, 'close'), [2, null]);
    });
    it('says what was found to a pipe whose reader has seen enough', async function () {
      if (process.platform === 'win32') this.skip();
      await inTemporaryFolder(async (cwd) => {
        await writeFile(join(cwd, 'x.plan.md'), plan.replace('| Head of Assessment |', '| |').repeat(400));
        const code = await new Promise((resolve) => {
          execFile(
            'bash',
            ['-c', '"$0" "$1" check x.plan.md | head -1 >/dev/null; exit ${PIPESTATUS[0]}', process.execPath, program],
            { cwd },
            (error) => {
              resolve(error?.code ?? 0);
            },
          );
        });
        assert.equal(code, 1);
      });
    });
    it('in words where the folder is missing, is a folder, or something is there', () =>
      inTemporaryFolder(async (cwd) => {
        await writeFile(join(cwd, 'x.plan.md'), plan);
        await mkdir(join(cwd, 'folder'));
        const said = async (...parameters: string[]): Promise<string> => {
          const { code, stderr, stdout } = await run(parameters, { cwd });
          assert.deepEqual([code, stdout], [2, '']);
          return stderr;
        };
        assert.equal(
          await said('new', 'agenda', '-o', 'none/x.agenda.md'),
          '“none/x.agenda.md” was not written: there is no such folder.\n',
        );
        assert.equal(
          await said('import', 'x.plan.md', '-o', 'none/y.plan.md'),
          '“none/y.plan.md” was not written: there is no such folder.\n',
        );
        assert.equal(
          await said('new', 'agenda', '-o', 'folder'),
          '“folder” is there already and was not overwritten. Name another file with -o.\n',
        );
        assert.match(
          (await run(['check', 'x.plan.md', '--write-baseline', 'none/known.json'], { cwd })).stderr,
          /^“none\/known\.json” was not written: there is no such folder\.$/m,
        );
        assert.match(
          (await run(['check', 'x.plan.md', '--write-baseline', 'folder'], { cwd })).stderr,
          /^“folder” was not written: it is a folder\. Name a file in it\.$/m,
        );
      }));
    it('no half of a new document is left', () =>
      inTemporaryFolder(async (folder) => {
        const path = join(folder, 'x.md');
        const files: Files = {
          ...nodeFiles,
          open: async (...parameters: Parameters<Files['open']>) => {
            const file = await nodeFiles.open(...parameters);
            file.writeFile = async () => {
              await file.write('half');
              throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
            };
            return file;
          },
        };
        assert.equal(await writeNew(path, 'whole', files), 'there is no room left on the disk');
        assert.deepEqual(await readdir(folder), []);
        assert.equal(await writeNew(path, 'whole'), null);
        assert.equal(await writeNew(path, 'another'), 'is there');
        assert.equal(await readFile(path, 'utf8'), 'whole');
      }));
    it('a file that is marked as read-only is not replaced', () =>
      inTemporaryFolder(async (folder) => {
        const path = join(folder, 'x.docx');
        await writeFile(path, 'as it was');
        const said = await writeWhole(path, 'new', {
          ...nodeFiles,
          access: () => Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' })),
        });
        assert.deepEqual(
          [said, await readFile(path, 'utf8'), await readdir(folder)],
          ['you have no permission to write there', 'as it was', ['x.docx']],
        );
      }));
  });

  describe('what is given cannot be used', () => {
    it('a link that leads back to itself, in words', async function () {
      if (process.platform === 'win32') this.skip();
      await inTemporaryFolder(async (cwd) => {
        await symlink('x.plan.md', join(cwd, 'x.plan.md'));
        assert.deepEqual(await run(['model', 'x.plan.md'], { cwd }), {
          code: 2,
          stdout: '',
          stderr: '“x.plan.md” cannot be read: it is a link that leads back to itself.\n',
        });
      });
    });
    it('nothing is called clean that was not looked at', () =>
      inTemporaryFolder(async (cwd) => {
        assert.deepEqual(await run(['check', 'none.plan.md'], { cwd }), {
          code: 2,
          stdout: '',
          stderr: '“none.plan.md” cannot be read: there is no such file.\n',
        });
        await writeFile(join(cwd, 'a.agenda.md'), '---\ntype: agenda\ntitle: Agenda\n---\n');
        await writeFile(join(cwd, 'b.agenda.md'), Buffer.from([0, 1, 2]));
        const { code, stderr } = await run(['check', '.', '--fail-on', 'never'], { cwd });
        assert.equal(code, 2);
        assert.match(stderr, /^“b\.agenda\.md” cannot be read: it is not a text file\.\n/);
        await writeFile(join(cwd, '.inspection-response.json'), '{ "exclude": ["b.agenda.md"] }');
        assert.equal((await run(['check', '.', '--fail-on', 'never'], { cwd })).code, 0, 'what is left out is not missed');
        await writeFile(join(cwd, '.inspection-response.json'), '{ "exclude": ["*.agenda.md"] }');
        for (const command of ['check', 'trace', 'deadlines'])
          assert.deepEqual(await run([command, '.'], { cwd }), {
            code: 2,
            stdout: '',
            stderr: 'All documents in “.” are left out by “exclude” in .inspection-response.json.\n',
          });
      }));
    it('standard input is read once', async () => {
      const said = 'Standard input can be read only once: “-” stands for one document.\n';
      for (const parameters of [
        ['export', '-', '-', '--to', 'html'],
        ['new', 'committee-report', '--from', '-', '--plan', '-'],
      ]) {
        assert.deepEqual(
          await run(parameters, { input: plan.replace('action-plan', 'committee-report') }),
          { code: 2, stdout: '', stderr: said },
          parameters.join(' '),
        );
      }
    });
    it('an empty paper is said to be one', async () => {
      const { code, stderr } = await run(['import', '-'], { input: '' });
      assert.equal(code, 0);
      assert.match(stderr, /^Standard input is empty: there was nothing to import\.\n/);
    });
    it('a name that belongs to another format', () =>
      inTemporaryFolder(async (cwd) => {
        await writeFile(join(cwd, 'x.plan.md'), plan);
        assert.deepEqual(await run(['export', 'x.plan.md', '--to', 'xlsx', '-o', 'x.docx'], { cwd }), {
          code: 2,
          stdout: '',
          stderr:
            '“x.docx” ends in .docx, and --to says xlsx: the program that belongs to its name could not open it. Change one of them.\n',
        });
        assert.equal((await run(['export', 'x.plan.md', '--to', 'csv', '-o', 'x.txt'], { cwd })).code, 0);
        assert.deepEqual((await readdir(cwd)).toSorted(), ['x.plan.md', 'x.txt']);
      }));
    it('settings that cannot be read are told where they are explained', () =>
      inTemporaryFolder(async (cwd) => {
        await writeFile(join(cwd, 'x.plan.md'), plan);
        await writeFile(join(cwd, '.inspection-response.json'), Buffer.from([0, 1, 2]));
        assert.match(
          (await run(['explain-config', 'x.plan.md'], { cwd })).stderr,
          /\.inspection-response\.json was not read: it is not a text file\.\n$/,
        );
      }));
  });

  describe('what is given in more than one way', () => {
    it('is one document', () =>
      inTemporaryFolder(async (cwd) => {
        await mkdir(join(cwd, 'papers'));
        await writeFile(join(cwd, 'papers/x.plan.md'), plan);
        const { stdout } = await run(
          ['check', 'papers', 'papers/x.plan.md', './papers/x.plan.md', join(cwd, 'papers/x.plan.md'), '--format', 'json'],
          { cwd },
        );
        const { files, findings } = JSON.parse(stdout) as { files: number; findings: { rule: string; file: string }[] };
        assert.equal(files, 1);
        assert.deepEqual(
          findings.filter(({ rule }) => rule === 'language/doubled-word').map(({ file }) => file),
          ['papers/x.plan.md'],
        );
      }));
    it('documents behind links are checked, each once', async function () {
      if (process.platform === 'win32') this.skip();
      await inTemporaryFolder(async (cwd) => {
        for (const folder of ['papers', 'shared']) await mkdir(join(cwd, folder));
        await writeFile(join(cwd, 'papers/x.plan.md'), plan);
        await writeFile(join(cwd, 'shared/visit.letter.md'), letter);
        await symlink('../shared/visit.letter.md', join(cwd, 'papers/visit.letter.md'));
        await symlink('..', join(cwd, 'papers/up'));
        await symlink('nobody@nowhere', join(cwd, 'papers/.#x.plan.md'));
        const { stdout, stderr } = await run(['check', 'papers', '--format', 'json'], { cwd });
        const { files, findings } = JSON.parse(stdout) as { files: number; findings: { rule: string }[] };
        assert.deepEqual([files, stderr], [2, '']);
        assert.ok(!findings.some(({ rule }) => rule === 'project/responds-to-missing'));
      });
    });
    it('what stands beside standard input is not known, and not called missing', () =>
      inTemporaryFolder(async (cwd) => {
        const { stdout } = await run(['check', '-', '--format', 'json'], { cwd, input: plan });
        assert.deepEqual(
          (JSON.parse(stdout) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule),
          ['language/doubled-word'],
        );
        await writeFile(join(cwd, 'x.plan.md'), plan);
        assert.match((await run(['check', 'x.plan.md'], { cwd })).stdout, /There is no file “visit\.letter\.md”/);
      }));
    it('bytes go to standard output where they are asked for', () =>
      inTemporaryFolder(async (cwd) => {
        await writeFile(join(cwd, 'x.plan.md'), plan);
        const { code, stdout, stderr } = await run(['export', 'x.plan.md', '--to', 'docx', '-o', '-'], { cwd });
        assert.deepEqual([code, stderr, stdout.slice(0, 2)], [0, '', 'PK']);
      }));
  });

  it('a filter that nothing fits says so', () =>
    inTemporaryFolder(async (cwd) => {
      await writeFile(join(cwd, 'x.plan.md'), plan);
      const { code, stdout } = await run(['trace', 'x.plan.md', '--status', 'purple'], { cwd });
      assert.equal(code, 0);
      assert.match(stdout, /Only actions whose status is “purple”\.\nThere are none\n$/);
      assert.match(
        (await run(['trace', 'x.plan.md', '--status', 'purple', '--format', 'html'], { cwd })).stdout,
        /Only actions whose status is “purple”\. There are none\./,
      );
    }));
});
