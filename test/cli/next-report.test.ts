import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWhereStale, inTemporaryFolder, run } from './command.ts';

const report =
  '---\ntype: committee-report\nhouse-style: generic\ntitle: Answer to the visit\nbody: Cabinet\nmeeting-date: 2026-03-10\npublished: 2026-03-02\nresponds-to: visit.letter.md\n---\n\n# Answer to the visit\n\n## Summary\n\nText.\n';
const plan = (status: string, asAt: string): string =>
  `---\ntype: action-plan\nstatus-scale: rag\nas-at: ${asAt}\n---\n\n## Actions\n\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Quality | 31 May 2026 | ${status} |\n| A2 | Train managers | Head of Audit | 31 May 2026 | amber |\n`;

/** A folder with the last report, and plans under their names. */
const inFolder = (plans: Readonly<Record<string, string>>, act: (cwd: string) => Promise<void>): Promise<void> =>
  inTemporaryFolder(async (cwd) => {
    await writeFile(join(cwd, 'march.report.md'), report);
    for (const [name, text] of Object.entries(plans)) await writeFile(join(cwd, name), text);
    await act(cwd);
  });
const now = plan('complete', '2026-06-01');
const then = plan('amber', '2026-02-27');

describe('new --from on the command line', function () {
  before(buildWhereStale);

  const next = (cwd: string, ...more: readonly string[]) => run(['new', 'committee-report', '--from', 'march.report.md', ...more], { cwd });

  it('makes the next report from the last one and the plan beside it', () =>
    inFolder({ 'visit.plan.md': now }, async (cwd) => {
      const { code, stdout, stderr } = await next(cwd);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /^title: Answer to the visit$/m);
      assert.match(stdout, /^meeting-date: "\[date of the meeting\]"$/m);
      assert.match(stdout, /^published: "\[date of issue\]"$/m);
      assert.match(stdout, /The plan has 2 actions\. \[What has changed since the last report\]\n\n\| Status \| Actions \|\n/);
    }));

  it('tells what changed since the plan was as --since has it', () =>
    inFolder({ 'visit.plan.md': now }, async (cwd) => {
      await mkdir(join(cwd, 'old'));
      await writeFile(join(cwd, 'old', 'then.plan.md'), then);
      const { code, stdout } = await next(cwd, '--since', 'old/then.plan.md');
      assert.equal(code, 0);
      assert.match(stdout, /## Progress since 27 February 2026\n[^]*### Completed\n\n- A1 Review all plans \(Head of Quality\)\n/);
      assert.doesNotMatch(stdout, /What has changed since the last report/);
    }));

  it('takes another plan, title and house style where they are named', () =>
    inFolder({ 'a.plan.md': now, 'b.plan.md': then }, async (cwd) => {
      const { code, stdout } = await next(cwd, '--plan', 'b.plan.md', '--title', 'June', '--house-style', 'sefton');
      assert.equal(code, 0);
      assert.match(stdout, /^title: June$/m);
      assert.match(stdout, /^house-style: sefton$/m);
      assert.match(stdout, /\| Amber \| 2 \|/);
    }));

  it('writes a file that check reads as a report with blanks to fill in, and overwrites none', () =>
    inFolder({ 'visit.plan.md': now }, async (cwd) => {
      assert.equal((await next(cwd, '-o', 'june.report.md')).code, 0);
      const { findings } = JSON.parse((await run(['check', 'june.report.md', '--format', 'json'], { cwd })).stdout) as {
        findings: { rule: string; message: string }[];
      };
      assert.ok(
        findings.some(({ rule, message }) => rule === 'structure/placeholder' && message.includes('What has changed')),
        JSON.stringify(findings),
      );
      const before = await readFile(join(cwd, 'june.report.md'), 'utf8');
      const again = await next(cwd, '-o', 'june.report.md', '--title', 'Other');
      assert.equal(again.code, 2);
      assert.match(again.stderr, /june\.report\.md/);
      assert.equal(await readFile(join(cwd, 'june.report.md'), 'utf8'), before);
    }));

  it('refuses in words what cannot be done, and writes nothing', () =>
    inFolder({ 'a.plan.md': now, 'b.plan.md': then }, async (cwd) => {
      const refused = async (expected: RegExp, ...parameters: readonly string[]): Promise<void> => {
        const { code, stdout, stderr } = await run(['new', ...parameters, '-o', 'out.report.md'], { cwd });
        assert.deepEqual([code, stdout], [2, ''], parameters.join(' '));
        assert.match(stderr, expected);
        assert.ok(!existsSync(join(cwd, 'out.report.md')));
      };
      await refused(
        /^More than one action plan is beside “march\.report\.md”\. Name the right one with --plan\.\n$/,
        'committee-report',
        '--from',
        'march.report.md',
      );
      await refused(/^Only a committee report can be made --from the last one\.\n$/, 'action-plan', '--from', 'march.report.md');
      await refused(/^“gone\.report\.md” cannot be read: there is no such file\.\n$/, 'committee-report', '--from', 'gone.report.md');
      await refused(
        /^“gone\.plan\.md” cannot be read: there is no such file\.\n$/,
        'committee-report',
        '--from',
        'march.report.md',
        '--plan',
        'gone.plan.md',
      );
      await refused(
        /^“gone\.plan\.md” cannot be read: there is no such file\.\n$/,
        'committee-report',
        '--from',
        'march.report.md',
        '--plan',
        'a.plan.md',
        '--since',
        'gone.plan.md',
      );
      await refused(
        /^There is no house style “atlantis”\. Known ones: /,
        'committee-report',
        '--from',
        'march.report.md',
        '--plan',
        'a.plan.md',
        '--house-style',
        'atlantis',
      );
      await refused(/^“a\.plan\.md” is no committee report/, 'committee-report', '--from', 'a.plan.md', '--plan', 'b.plan.md');
      await refused(/^“march\.report\.md” is no action plan/, 'committee-report', '--from', 'march.report.md', '--plan', 'march.report.md');
      await refused(
        /^“march\.report\.md” is no action plan/,
        'committee-report',
        '--from',
        'march.report.md',
        '--plan',
        'a.plan.md',
        '--since',
        'march.report.md',
      );
      await refused(/^Only a next report has a plan that it is made from/, 'committee-report', '--plan', 'a.plan.md');
      await writeFile(join(cwd, 'picture.report.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
      await refused(/^“picture\.report\.md” cannot be read: /, 'committee-report', '--from', 'picture.report.md');
    }));

  it('says where no plan is beside the report, or only one without actions', async () => {
    await inFolder({}, async (cwd) =>
      assert.equal((await next(cwd)).stderr, 'No action plan is beside “march.report.md”. Name it with --plan.\n'),
    );
    await inFolder({ 'empty.plan.md': '---\ntype: action-plan\n---\n\n## Actions\n' }, async (cwd) =>
      assert.equal((await next(cwd)).code, 2),
    );
  });

  it('reads the last report from standard input, with the plan named', () =>
    inFolder({ 'visit.plan.md': now }, async (cwd) => {
      const { code, stdout } = await run(['new', 'committee-report', '--from', '-', '--plan', 'visit.plan.md'], { cwd, input: report });
      assert.equal(code, 0);
      assert.match(stdout, /The plan has 2 actions/);
    }));
});
