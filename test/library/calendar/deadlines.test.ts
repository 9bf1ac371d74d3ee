import assert from 'node:assert/strict';
import type { Calendar } from '../../../server/src/language/calendar/calendar.ts';
import { createCalendar } from '../../../server/src/language/calendar/create-calendar.ts';
import { ruleInWords } from '../../../server/src/language/calendar/deadline.ts';
import { deadlinesOf } from '../../../server/src/language/calendar/deadlines.ts';
import { snapshotOf, worldOf } from '../harness.ts';

const calendar = createCalendar([]);

/** `date what` of everything that the document has to do, in order. */
async function of(source: string): Promise<string[]> {
  const { view } = await snapshotOf(worldOf(source));
  return deadlinesOf(view, calendar).map(({ date, what }) => `${date} ${what}`);
}

const inspection = (lines: string, rest = '# Report\n') =>
  `---\ntype: committee-report\ninspection:\n${lines.replace(/^/gm, '  ')}\n---\n${rest}`;

describe('deadlines', () => {
  it('of a focused visit: 20 and 70 working days from the day of publication', async () => {
    assert.deepEqual(await of(inspection('inspectorate: Ofsted\nevent: focused visit\npublished: 2021-05-10')), [
      '2021-06-08 Send the draft action plan to Ofsted',
      '2021-08-17 Send the final action plan to Ofsted',
    ]);
  });
  it('with the sum, its source and the bank holidays left out', async () => {
    const { view } = await snapshotOf(worldOf(inspection('inspectorate: Ofsted\nevent: focused visit\npublished: 2021-05-10')));
    const [draft] = deadlinesOf(view, calendar);
    assert.deepEqual(Object.keys(draft!), ['id', 'kind', 'what', 'date', 'from', 'rule', 'source', 'leftOut', 'doneOn', 'isFinished']);
    assert.equal(draft!.from, '2021-05-10');
    assert.match(
      ruleInWords(draft!),
      /^20 working days after 10 May 2021, the day of publication \(no day of receipt is given\); that day is day 0/,
    );
    assert.deepEqual(draft!.leftOut, [{ date: '2021-05-31', name: 'Spring bank holiday' }]);
  });
  it('from the day of receipt where that is given', async () => {
    assert.deepEqual(
      await of(inspection('inspectorate: Ofsted\nframework: ILACS\nevent: inspection\nreceived: 2022-04-01\npublished: 2022-04-11')),
      [
        '2022-05-18 Publish the inspection report',
        '2022-07-15 Publish the written statement of action and send it to the Secretary of State and the Chief Inspector',
      ],
    );
  });
  it('none of a focused visit that found no priority action', async () => {
    assert.deepEqual(
      await of(
        inspection(
          'inspectorate: Ofsted\nevent: focused visit\npublished: 2021-05-10',
          '# Report\n\n## Areas for improvement\n\n- Supervision of social workers\n',
        ),
      ),
      [],
    );
  });
  it('none of a monitoring visit, of an unknown inspectorate or without a date', async () => {
    assert.deepEqual(await of(inspection('inspectorate: Ofsted\nevent: monitoring visit\npublished: 2019-01-31')), []);
    assert.deepEqual(await of(inspection('inspectorate: Estyn\nevent: inspection\npublished: 2019-01-31')), []);
    assert.deepEqual(await of(inspection('inspectorate: Ofsted\nevent: focused visit')), []);
    assert.deepEqual(await of(inspection('inspectorate: Ofsted\nevent: focused visit\npublished: 2021-02-30')), []);
  });
  it('of the police, joint, SEND and youth justice inspections', async () => {
    assert.deepEqual(await of(inspection('inspectorate: HMICFRS\nevent: inspection\npublished: 2024-03-01')), [
      '2024-04-25 The police and crime commissioner publishes comments on the report, with what is done about each recommendation',
    ]);
    assert.deepEqual(await of(inspection('inspectorate: JTAI\nreceived: 2024-03-14')), [
      '2024-06-26 Send the written statement of proposed action to the Chief Inspector',
    ]);
    assert.deepEqual(await of(inspection('inspectorate: Ofsted and CQC\nframework: Area SEND\nletter-dated: 2018-05-16')), [
      '2018-08-23 Send the written statement of action',
    ]);
    const { view } = await snapshotOf(worldOf(inspection('inspectorate: Ofsted and CQC\nframework: Area SEND\nletter-dated: 2024-05-16')));
    assert.match(ruleInWords(deadlinesOf(view, calendar)[0]!), /to be confirmed/);
  });
  it('read in the text where it says so in so many words', async () => {
    const text = 'Ofsted made a focused visit in March 2021. The letter was published on the 10th May 2021 and is on its website.\n';
    assert.deepEqual(await of(`# Report\n\n${text}`), [
      '2021-06-08 Send the draft action plan to Ofsted',
      '2021-08-17 Send the final action plan to Ofsted',
    ]);
    assert.deepEqual(await of(`# Report\n\n${text}\nA monitoring visit followed.\n`), [], 'two kinds of visit');
    assert.deepEqual(await of(`# Report\n\n${text}\nThe letter was published on 12 May 2021.\n`), [], 'two days of publication');
  });
  it('of meetings and key decisions', async () => {
    const header =
      '---\ntype: committee-report\nbody: [Health Board, Scrutiny Panel]\nmeeting-date: [2019-03-06, 2021-07-06]\n---\n# Report\n';
    assert.deepEqual(await of(header), [
      '2019-02-25 Hand in the final report for the meeting of the Health Board on 6 March 2019',
      '2019-02-26 Publish the papers for the meeting of the Health Board on 6 March 2019',
      '2019-03-06 Meeting of the Health Board',
      '2021-06-25 Hand in the final report for the meeting of the Scrutiny Panel on 6 July 2021',
      '2021-06-28 Publish the papers for the meeting of the Scrutiny Panel on 6 July 2021',
      '2021-07-06 Meeting of the Scrutiny Panel',
    ]);
    assert.deepEqual(await of('---\ntype: committee-report\nmeeting-date: 2024-03-30\nkey-decision: yes\n---\n# Report\n'), [
      '2024-03-01 Publish the notice of the key decision for the meeting on 30 March 2024',
      '2024-03-20 Hand in the final report for the meeting on 30 March 2024',
      '2024-03-21 Publish the papers for the meeting on 30 March 2024',
      '2024-03-30 Meeting',
    ]);
  });
  it('of a meeting of the executive: its decisions, their call-in, and notice of what is taken in private', async () => {
    const header = (rest: string) => `---\nbody: Cabinet\nmeeting-date: 2026-05-20\n${rest}---\n# Paper\n`;
    assert.deepEqual(await of(header('type: committee-report\nexempt: 3\n')), [
      '2026-04-21 Publish the notice that the item is to be taken in private at the meeting of Cabinet on 20 May 2026',
      '2026-05-11 Hand in the final report for the meeting of Cabinet on 20 May 2026',
      '2026-05-12 Publish the papers for the meeting of Cabinet on 20 May 2026',
      '2026-05-14 Publish the second notice, with reasons, that the item is to be taken in private at the meeting of Cabinet on 20 May 2026',
      '2026-05-20 Meeting of Cabinet',
      '2026-05-22 Publish the decisions of the meeting of Cabinet on 20 May 2026',
      '2026-06-01 Last day for calling in the decisions of the meeting of Cabinet on 20 May 2026',
    ]);
    // The spring bank holiday of 25 May is left out, and the minutes say when the decisions were out.
    assert.deepEqual(await of(header('type: minutes\npublished: 2026-05-21\n')), [
      '2026-05-20 Meeting of Cabinet',
      '2026-05-22 Publish the decisions of the meeting of Cabinet on 20 May 2026',
      '2026-05-29 Last day for calling in the decisions of the meeting of Cabinet on 20 May 2026',
    ]);
    assert.deepEqual(
      (await of(header('type: committee-report\n').replace('Cabinet', 'Scrutiny Panel'))).filter((line) => /decisions|private/.test(line)),
      [],
      'scrutiny decides nothing for the executive',
    );
  });
  it('says of a figure that law leaves open that it is to be confirmed, and takes the council’s own', async () => {
    const { view } = await snapshotOf(worldOf('---\ntype: committee-report\nbody: Cabinet\nmeeting-date: 2026-05-20\n---\n# Report\n'));
    const ruleOf = (own: Calendar, id: string) =>
      deadlinesOf(view, own)
        .find((one) => one.id === id)
        ?.rule.join('; ');
    assert.match(
      ruleOf(calendar, 'call-in 0')!,
      /^5 working days after 22 May 2026, the day by which the decisions are to be published; to be confirmed: a usual figure; set your council’s own as “call-in”/,
    );
    assert.doesNotMatch(ruleOf(calendar, 'papers 0')!, /to be confirmed/);
    const own = createCalendar([], {
      figures: new Map([
        ['call-in', 3],
        ['report', null],
      ]),
      meetings: [],
    });
    assert.match(ruleOf(own, 'call-in 0')!, /^3 working days after 22 May 2026.*; as your council has set it$/);
    assert.equal(ruleOf(own, 'report 0'), undefined);
    const send = await snapshotOf(worldOf(inspection('inspectorate: Ofsted and CQC\nframework: Area SEND\nletter-dated: 2024-05-16')));
    const days = (figure: number | null) =>
      deadlinesOf(send.view, createCalendar([], { figures: new Map([['send-priority-action-plan', figure]]), meetings: [] })).map(
        ({ date }) => date,
      );
    assert.deepEqual(
      [deadlinesOf(send.view, calendar).map(({ date }) => date), days(50), days(null)],
      [['2024-07-05'], ['2024-07-26'], []],
    );
  });
  it('counts the call-in from the day on which the record says that the decisions were published, where the council has no day for that', async () => {
    const own = createCalendar([], { figures: new Map([['publish-decisions', null]]), meetings: [] });
    const callIn = async (header: string) =>
      deadlinesOf((await snapshotOf(worldOf(`---\nbody: Cabinet\nmeeting-date: 2026-05-20\n${header}---\n# Paper\n`))).view, own).find(
        ({ id }) => id === 'call-in 0',
      );
    const {
      date,
      rule: [sum, certainty],
    } = (await callIn('type: minutes\npublished: 2026-05-21\n'))!;
    assert.equal(date, '2026-05-29');
    assert.equal(sum, '5 working days after 21 May 2026, the day on which the decisions were published');
    assert.match(certainty!, /^to be confirmed/);
    for (const header of ['type: minutes\n', 'type: minutes\npublished: 2026-05-12\n', 'type: committee-report\npublished: 2026-05-12\n'])
      assert.equal(await callIn(header), undefined, header);
  });
  it('takes the next meeting of the council’s calendar for a body without a date', async () => {
    const own = createCalendar([], {
      figures: new Map(),
      meetings: [
        { body: 'Cabinet', date: '2026-07-14' },
        { body: 'Cabinet', date: '2026-06-09' },
        { body: 'Council', date: '2026-06-10' },
        { body: 'cabinet', date: '2026-05-12' },
      ],
    });
    const meetings = async (source: string, today: string) =>
      deadlinesOf((await snapshotOf(worldOf(source))).view, own, today)
        .filter(({ id }) => id.startsWith('meeting'))
        .map(({ date, what }) => `${date} ${what}`);
    const report = '---\ntype: committee-report\nbody: [Scrutiny Panel, Cabinet]\nmeeting-date: [2026-06-01]\n---\n# Report\n';
    assert.deepEqual(await meetings(report, '2026-05-13'), ['2026-06-01 Meeting of the Scrutiny Panel', '2026-06-09 Meeting of Cabinet']);
    assert.deepEqual(await meetings(report, '2026-07-15'), ['2026-06-01 Meeting of the Scrutiny Panel']);
    assert.deepEqual(await meetings(report.replace('[2026-06-01]', '[2026-06-01, 2026-06-02]'), '2026-05-13'), [
      '2026-06-01 Meeting of the Scrutiny Panel',
      '2026-06-02 Meeting of Cabinet',
    ]);
  });
  it('of the actions of a plan, and what the inspectorate states', async () => {
    assert.deepEqual(
      await of(
        '---\ntype: action-plan\n---\n## Actions\n\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Audit all plans | Head of Quality | 31 July 2026 |\n| A2 | Train all managers | Head of Learning | Ongoing |\n',
      ),
      ['2026-07-31 A1 Audit all plans'],
    );
    assert.ok(
      (await of(inspection('inspectorate: Ofsted\nevent: focused visit\npublished: 2021-05-10\ndeadline: 2021-08-20'))).includes(
        '2021-08-20 The date that the inspectorate states for the plan',
      ),
    );
  });
});
