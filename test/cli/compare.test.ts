import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWhereStale, inTemporaryFolder, run } from './command.ts';

const plan = (rows: string): string =>
  `---\ntype: action-plan\nstatus-scale: rag\n---\n\n## Actions\n\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n${rows}\n`;
const earlier = plan(
  '| A1 | Review all plans | Head of Quality | 31 May 2026 | amber |\n| A2 | Train managers | Head of Quality | 31 May 2026 | amber |',
);
const later = plan(
  '| A2 | Train managers | Head of Audit | 30 June 2026 | green |\n| A1 | Review all plans | Head of Quality | 31 May 2026 | complete |',
);

describe('compare on the command line', function () {
  before(buildWhereStale);

  it('text, JSON and a section of a report', () =>
    inTemporaryFolder(async (cwd) => {
      await Promise.all([writeFile(join(cwd, 'old.plan.md'), earlier), writeFile(join(cwd, 'new.plan.md'), later)]);
      const text = await run(['compare', 'old.plan.md', 'new.plan.md'], { cwd });
      assert.deepEqual([text.code, text.stderr], [0, '']);
      assert.match(text.stdout, /^Completed\n {2}A1 Review all plans \(Head of Quality\)$/m);
      const json = await run(['compare', 'old.plan.md', 'new.plan.md', '--format', 'json'], { cwd });
      const { counts, actions } = JSON.parse(json.stdout) as {
        counts: Record<string, number>;
        actions: { changed: { now: { label: string; line: number }; changes: { kind: string }[]; daysMoved: number }[] };
      };
      assert.deepEqual([counts['closed'], counts['slipped'], counts['re-owned'], counts['re-rated'], counts['unchanged']], [1, 1, 1, 1, 0]);
      assert.deepEqual(
        actions.changed.map(({ now: { label, line }, changes, daysMoved }) => [
          label,
          line,
          changes.map(({ kind }) => kind).join(' '),
          daysMoved,
        ]),
        [
          ['A2', 10, 'slipped re-rated re-owned', 30],
          ['A1', 11, 'closed', 0],
        ],
      );
      const section = await run(['compare', 'old.plan.md', 'new.plan.md', '--format', 'md'], { cwd });
      assert.match(section.stdout, /^## Progress since the last version\n/);
    }));

  it('takes one of the two from standard input', () =>
    inTemporaryFolder(async (cwd) => {
      await writeFile(join(cwd, 'new.plan.md'), later);
      assert.match(
        (await run(['compare', '-', 'new.plan.md', '--type', 'action-plan'], { cwd, input: earlier })).stdout,
        /1 was completed/,
      );
      assert.equal((await run(['compare', '-', '-'], { cwd })).code, 2);
    }));

  it('tells that a file is not there, and that two kinds are compared', () =>
    inTemporaryFolder(async (cwd) => {
      await Promise.all([writeFile(join(cwd, 'old.plan.md'), earlier), writeFile(join(cwd, 'x.report.md'), '# Report\n')]);
      assert.deepEqual(await run(['compare', 'old.plan.md', 'new.plan.md'], { cwd }), {
        code: 2,
        stdout: '',
        stderr: '“new.plan.md” cannot be read: there is no such file.\n',
      });
      assert.match((await run(['compare', 'old.plan.md', 'x.report.md'], { cwd })).stderr, /documents of two kinds/);
    }));
});
