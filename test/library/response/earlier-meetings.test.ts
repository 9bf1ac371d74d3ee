import assert from 'node:assert/strict';
import { earlierMeetings } from '../../../server/src/language/response/earlier-meetings.ts';
import { factsOf } from '../../../server/src/language/response/facts-of.ts';
import { worldOf } from '../harness.ts';

const paper = (name: string, type: string, lines: string): string => `//- /x/${name}\n---\ntype: ${type}\n${lines}---\n\n# Paper\n`;

async function meetings(before: string, ...papers: readonly string[]): Promise<readonly string[]> {
  const world = worldOf(papers.join(''));
  const documents = await Promise.all(world.fixture.files.map(async ({ address }) => factsOf((await world.service.read(address))!.model)));
  return earlierMeetings(documents, before).map(({ date, body, until }) => `${date} ${body}: ${until}`);
}

describe('the meetings that have been', () => {
  const report = paper(
    'a.report.md',
    'committee-report',
    'body: [Scrutiny, Cabinet]\nmeeting-date: [2026-03-10, 2026-03-17]\npublished: 2026-03-02\n',
  );
  const minutes = paper('a.minutes.md', 'minutes', 'body: Scrutiny\nmeeting-date: 2026-03-10\npublished: 2026-03-20\n');
  it('are those before a day, the latest first, each once, with the day on which its papers were issued', async () => {
    assert.deepEqual(await meetings('2026-06-01', report, minutes), ['2026-03-17 Cabinet: 2026-03-02', '2026-03-10 Scrutiny: 2026-03-02']);
    assert.deepEqual(await meetings('2026-03-17', report), ['2026-03-10 Scrutiny: 2026-03-02'], 'a meeting of the day itself has not been');
  });
  it('count with their own day where only minutes tell of them', async () => {
    assert.deepEqual(await meetings('2026-06-01', minutes), ['2026-03-10 Scrutiny: 2026-03-10']);
  });
  it('are none of plans and letters, and none where nothing is said', async () => {
    assert.deepEqual(
      await meetings(
        '2026-06-01',
        paper('a.plan.md', 'action-plan', 'meeting-date: 2026-03-10\n'),
        paper('b.report.md', 'committee-report', 'meeting-date: soon\n'),
      ),
      [],
    );
  });
});
