import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWhereStale, inTemporaryFolder, repository, run } from './command.ts';

const examples = join(repository, 'examples');

describe('deadlines on the command line', function () {
  before(buildWhereStale);

  it('as a calendar: whole days, lines folded and ended as the standard has it, the same entries each time', async () => {
    const { code, stdout } = await run(['deadlines', 'northmere/northmere-focused-visit.plan.md', '--format', 'ics'], { cwd: examples });
    assert.equal(code, 0);
    const lines = stdout.split('\r\n');
    assert.ok(
      lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n')),
      'folded at 75 octets, CRLF',
    );
    assert.equal(lines.at(-1), '', 'the last line is ended too');
    const all = JSON.parse(
      (await run(['deadlines', 'northmere/northmere-focused-visit.plan.md', '--format', 'json'], { cwd: examples })).stdout,
    ) as { date: string; rule: string }[];
    // A calendar is for what is still to be done.
    const json = all.filter(({ rule }) => !rule.includes('status: complete'));
    assert.equal(json.length, all.length - 1);
    assert.deepEqual(
      lines.filter((line) => line.startsWith('DTSTART')),
      json.map(({ date }) => `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`),
    );
    const ids = (text: string) => text.split('\r\n').filter((line) => line.startsWith('UID:'));
    assert.equal(new Set(ids(stdout)).size, json.length);
    assert.deepEqual(
      ids((await run(['deadlines', 'northmere-focused-visit.plan.md', '--format', 'ics'], { cwd: join(examples, 'northmere') })).stdout),
      ids(stdout),
    );
  });

  it('of a folder: each once, in order, with its document', async () => {
    const { stdout } = await run(['deadlines', 'northmere', '--format', 'json'], { cwd: examples });
    const all = JSON.parse(stdout) as { what: string; date: string; file: string }[];
    assert.deepEqual(
      all.map(({ date }) => date),
      all.map(({ date }) => date).toSorted(),
    );
    assert.equal(new Set(all.map(({ what, date }) => `${what} ${date}`)).size, all.length);
    assert.ok(
      all.some(({ what }) => what.startsWith('Publish the papers')) &&
        all.some(({ file }) => file === 'northmere/northmere-focused-visit.plan.md'),
    );
  });

  it('a calendar stays one, whatever a title and the labels say', () =>
    inTemporaryFolder(async (cwd) => {
      await writeFile(
        join(cwd, 'x.plan.md'),
        `---
type: action-plan
title: "Plan, draft; C:\\\\plans\\nBEGIN:VEVENT"
---

# Plan

| Ref | Action | Owner | Due | Status |
|---|---|---|---|---|
| A1 | Write the guide | Head of Assessment | 30 January 2026 | green |
| A1 | Read the guide | Head of Assessment | 31 March 2026 | green |
`,
      );
      for (const parameters of [
        ['export', 'x.plan.md', '--to', 'ics'],
        ['deadlines', 'x.plan.md', '--format', 'ics'],
      ]) {
        const { stdout } = await run(parameters, { cwd });
        const lines = stdout.replaceAll('\r\n ', '').split('\r\n');
        assert.equal(lines.filter((line) => line.startsWith('BEGIN:VEVENT')).length, 2, parameters[0]);
        assert.equal(new Set(lines.filter((line) => line.startsWith('UID:'))).size, 2, 'two actions under one label');
        if (parameters[0] === 'export')
          assert.ok(
            lines.includes('NAME:Plan\\, draft\\; C:\\\\plans BEGIN:VEVENT'),
            lines.find((line) => line.startsWith('NAME')),
          );
      }
    }));
  it('what is exported and what is listed are the same entries', async () => {
    const ids = async (...parameters: string[]) =>
      (await run([...parameters], { cwd: examples })).stdout
        .split('\r\n')
        .filter((line) => line.startsWith('UID:'))
        .toSorted();
    const plan = 'northmere/northmere-focused-visit.plan.md';
    assert.deepEqual(await ids('export', plan, '--to', 'ics'), await ids('deadlines', plan, '--format', 'ics'));
  });
  it('counts from the day that is said', () =>
    inTemporaryFolder(async (cwd) => {
      await writeFile(join(cwd, 'x.report.md'), '---\ntype: committee-report\ntitle: Report\nbody: Cabinet\n---\n\n# Report\n');
      await writeFile(join(cwd, '.inspection-response.json'), '{ "meetings": [{ "body": "Cabinet", "date": "2026-05-12" }] }');
      const meeting = async (day: string) =>
        (
          JSON.parse((await run(['deadlines', 'x.report.md', '--format', 'json', '--as-at', day], { cwd })).stdout) as { what: string }[]
        ).some(({ what }) => what === 'Meeting of Cabinet');
      assert.deepEqual([await meeting('2026-05-01'), await meeting('2026-05-13')], [true, false]);
      assert.equal((await run(['deadlines', 'x.report.md', '--as-at', '2026-02-30'], { cwd })).code, 2);
    }));
});
