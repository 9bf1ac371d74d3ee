import assert from 'node:assert/strict';
import { join } from 'node:path';
import { buildWhereStale, repository, run } from './command.ts';

const examples = join(repository, 'examples');

describe('deadlines on the command line', function () {
  before(buildWhereStale);

  it('as a calendar: whole days, lines folded and ended as the standard has it, the same entries each time', async () => {
    const { code, stdout } = await run(['deadlines', 'northmere/northmere-focused-visit.plan.md', '--format', 'ics'], { cwd: examples });
    assert.equal(code, 0);
    const lines = stdout.split('\r\n');
    assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n')), 'folded at 75 octets, CRLF');
    const json = JSON.parse((await run(['deadlines', 'northmere/northmere-focused-visit.plan.md', '--format', 'json'], { cwd: examples })).stdout) as { date: string }[];
    assert.deepEqual(lines.filter((line) => line.startsWith('DTSTART')), json.map(({ date }) => `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`));
    const ids = (text: string) => text.split('\r\n').filter((line) => line.startsWith('UID:'));
    assert.equal(new Set(ids(stdout)).size, json.length);
    assert.deepEqual(ids((await run(['deadlines', 'northmere-focused-visit.plan.md', '--format', 'ics'], { cwd: join(examples, 'northmere') })).stdout), ids(stdout));
  });

  it('of a folder: each once, in order, with its document', async () => {
    const { stdout } = await run(['deadlines', 'northmere', '--format', 'json'], { cwd: examples });
    const all = JSON.parse(stdout) as { what: string; date: string; file: string }[];
    assert.deepEqual(all.map(({ date }) => date), all.map(({ date }) => date).toSorted());
    assert.equal(new Set(all.map(({ what, date }) => `${what} ${date}`)).size, all.length);
    assert.ok(all.some(({ what }) => what.startsWith('Publish the papers')) && all.some(({ file }) => file === 'northmere/northmere-focused-visit.plan.md'));
  });
});
