import assert from 'node:assert/strict';
import { createCalendar } from '../../../server/src/language/calendar/create-calendar.ts';
import { datedBy } from '../../../server/src/language/calendar/deadlines.ts';
import { datedByFacts, deadlinesOfResponse, type DatedDocument } from '../../../server/src/language/response/deadlines.ts';
import { factsOf } from '../../../server/src/language/response/facts-of.ts';
import { worldOf } from '../harness.ts';

const calendar = createCalendar([]);

const header = (type: string, rest = '') =>
  `---\ntype: ${type}\n${rest}inspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2026-02-19\n---\n`;
const plan = (rows: string) =>
  `//- /x/a.plan.md\n${header('action-plan', 'as-at: 2026-02-27\n')}\n## Actions\n\n| Ref | Action | Owner | Due | Original due | Status |\n| --- | --- | --- | --- | --- | --- |\n${rows}\n`;
const letter = `//- /x/a.letter.md\n${header('inspection-letter')}\n## Areas for priority action\n\n- **P1** Police at strategy meetings\n`;
const report = `//- /x/a.report.md\n${header('committee-report', 'body: Cabinet\nmeeting-date: 2026-05-20\npublished: 2026-05-08\n')}\n# Report\n`;

async function documents(...sources: readonly string[]): Promise<readonly DatedDocument[]> {
  const world = worldOf(sources.join(''));
  return Promise.all(
    world.fixture.files.map(async ({ address }) => {
      const facts = factsOf((await world.service.read(address))!.model);
      return { facts, dated: datedByFacts(facts), calendar };
    }),
  );
}

const told = async (asAt: string, ...sources: readonly string[]) =>
  deadlinesOfResponse(await documents(...sources), asAt).map(({ date, id, standing }) => `${date} ${id}: ${standing}`);

describe('the deadlines of a response', () => {
  const rows =
    '| A1 | Review | Head of Quality | 31 March 2026 | | amber |\n| A2 | Train | Head of Quality | 31 March 2026 | | complete |\n| A3 | Audit | | 30 June 2026 | 31 May 2026 | green |\n| A4 | Write | Ann Bell | ongoing | | amber |\n| A5 | Appoint | Ann Bell | 1 April 2026 | | green |';
  it('come once each, by date, as they stand on the day', async () => {
    assert.deepEqual(await told('2026-05-10', plan(rows), letter, report), [
      '2026-03-19 statutory focused-visit-draft: passed',
      '2026-03-31 action A1: overdue',
      '2026-03-31 action A2: done',
      '2026-04-01 action A5: passed',
      '2026-05-11 report 0: soon',
      '2026-05-12 papers 0: done',
      '2026-05-20 meeting 0: soon',
      '2026-05-22 decisions 0: soon',
      '2026-06-01 call-in 0: soon',
      '2026-06-03 statutory focused-visit-plan: soon',
      '2026-06-30 action A3: later',
    ]);
  });
  it('are of the letter where it brings them, else of the paper that does', async () => {
    const of = async (...sources: readonly string[]) =>
      deadlinesOfResponse(await documents(...sources), '2026-03-01').find(({ id }) => id === 'statutory focused-visit-plan')?.address;
    assert.equal(await of(plan(rows), letter, report), 'file:///x/a.letter.md');
    assert.equal(await of(plan(rows)), 'file:///x/a.plan.md');
  });
  it('know from the letter that there is nothing to send where it names no priority action', async () => {
    const without = letter.replace('priority action', 'improvement').replace('P1', 'F1');
    assert.deepEqual(
      (await told('2026-03-01', plan(''), without)).filter((line) => line.includes('statutory')),
      [],
    );
  });
  it('have the owner, the status and the date that an action had first', async () => {
    const [a3] = deadlinesOfResponse(await documents(plan(rows)), '2026-03-01').filter(({ id }) => id === 'action A3');
    assert.deepEqual([a3!.owner, a3!.status, a3!.firstDue, a3!.what], [null, 'green', '31 May 2026', 'A3 Audit']);
  });
  it('take the day of publication of decisions from the minutes', async () => {
    const minutes =
      '//- /x/a.minutes.md\n---\ntype: minutes\nbody: Cabinet\nmeeting-date: 2026-05-20\npublished: 2026-05-21\n---\n# Minutes\n';
    assert.ok((await told('2026-05-24', report, minutes)).includes('2026-05-29 call-in 0: soon'));
    assert.ok((await told('2026-05-24', report, minutes)).includes('2026-05-22 decisions 0: done'));
    assert.equal((await told('2026-05-24', report, minutes)).filter((line) => line.includes('call-in')).length, 1);
  });
  it('of a meeting that has its minutes are over, once it has been', async () => {
    const minutes = '//- /x/a.minutes.md\n---\ntype: minutes\nbody: Cabinet\nmeeting-date: 2026-05-20\n---\n# Minutes\n';
    const before = (asAt: string) => told(asAt, report, minutes).then((lines) => lines.filter((line) => /report|meeting/.test(line)));
    assert.deepEqual(await before('2026-05-24'), ['2026-05-11 report 0: done', '2026-05-20 meeting 0: done']);
    assert.deepEqual(await before('2026-05-19'), ['2026-05-11 report 0: passed', '2026-05-20 meeting 0: soon']);
    const ofAnother = (await told('2026-05-24', report, minutes.replace('Cabinet', 'Scrutiny Panel'))).filter((line) =>
      /report|meeting 0/.test(line),
    );
    assert.deepEqual(
      ofAnother,
      ['2026-05-11 report 0: passed', '2026-05-20 meeting 0: done', '2026-05-20 meeting 0: passed'],
      'two bodies that meet on one day',
    );
  });
  it('are the same from a document’s facts as from the document', async () => {
    const world = worldOf(`${letter}${report}`);
    for (const { address } of world.fixture.files) {
      const view = (await world.service.read(address))!;
      assert.deepEqual(datedByFacts(factsOf(view.model)), datedBy(view));
    }
  });
  it('are none of documents that say nothing', () => assert.deepEqual(deadlinesOfResponse([], '2026-03-01'), []));
});
