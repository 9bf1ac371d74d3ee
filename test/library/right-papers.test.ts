import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { reportsOf, worldOf } from './harness.ts';

const folder = new URL('../fixtures/right-papers/', import.meta.url);

/** Papers in which an officer would find nothing to put right: whatever is said of one is wrong, but for a hint. */
describe('right papers', function () {
  this.timeout(20_000);
  for (const name of readdirSync(folder)) {
    it(`nothing is said of ${name}`, async () => {
      const world = worldOf(`//- /${name}\n${readFileSync(new URL(name, folder), 'utf8')}`);
      const reports = (await reportsOf(world)).filter(({ severity }) => severity !== 'hint');
      assert.deepEqual(reports.map(({ rule, message }) => `${rule}: ${message}`), []);
      assert.deepEqual(world.host.logged, []);
    });
  }
});

/** Passages that are right in a paper whose other parts do not matter, each with the check that it is no business of. */
const rightPassages: readonly (readonly [rule: string, what: string, text: string])[] = [
  ['language/acronym-undefined', 'initials of a person', 'Please send suggestions to KK by 3 May 2026.\n'],
  ['language/acronym-undefined', 'a short form in the words of a child', 'One young person said: "My PA rings me every week."\n'],
  ['language/acronym-undefined', 'explained at its first use', 'The multi-agency safeguarding hub (MASH) is full. The MASH will move.\n'],
  ['language/acronym-undefined', 'a name of an inspectorate', 'HMI Probation and HM Revenue and Customs wrote to us.\n'],
  ['inspectorate/majesty', 'Her Majesty’s in 2019', '---\ntype: committee-report\nmeeting-date: 2019-03-06\n---\nTwo of Her Majesty’s Inspectors came on 8 January 2019.\n'],
  ['inspectorate/majesty', 'His Majesty’s in 2024', '---\ntype: committee-report\nmeeting-date: 2024-03-06\n---\nTwo of His Majesty’s Inspectors came on 8 January 2024.\n'],
  ['structure/paragraph-number', 'minutes that go on from the last meeting', '//- /m.minutes.md\n## 27 Apologies\n\nNone.\n\n## 28 Minutes\n\nResolved to\n\n(1) note them;\n\n(2) sign them.\n\n## 29 Close\n\nAt noon.\n'],
  ['structure/count-mismatch', 'numbers that agree', 'There were three areas for improvement:\n\n- plans\n- visits\n- supervision\n'],
  ['structure/missing-appendix', 'an appendix that stands after the body', '## Recommendations\n\n- To comment on Appendix 1.\n\n## Appendices\n\n- Appendix 1 – Letter\n\n# Appendix 1: Letter\n\nDear Ms Castle\n'],
  ['recommendations/wrong-verb', 'to receive, for information', '---\ntype: committee-report\ndecision-type: information\n---\n## Recommendations\n\n- To receive the report and comment on it.\n'],
  ['recommendations/several-acts', 'acts that take a paper in', '## Recommendations\n\n- To receive the report and to comment on it.\n- That Council note the judgements and consider the plan.\n'],
  ['actions/missing-due', 'what has been done', '## Next steps\n\nActions taken so far include:\n\n- Review of capacity\n- Training for managers\n'],
  ['actions/missing-due', 'told as done', '## Actions\n\n- All plans have been reviewed\n- The board has met twice\n- Recruited six social workers\n'],
  ['structure/empty-section', 'members told in lines', '//- /m.minutes.md\n## Membership\n\nPresent: Councillor Pell (Chair)\n\nAbsent: Councillor Fry\n\n## Minutes\n\nThey were signed.\n'],
  ['structure/empty-section', 'the headings of somebody else’s letter', '//- /v.letter.md\n## Areas for improvement\n\n## Leadership\n\n- Plans are late.\n'],
  ['measures/malformed-percentage', 'two shares side by side', 'Of the plans, 80% or 90% were good, and 24/30 (80%) on time.\n'],
  ['measures/impossible-percentage', 'more than all of a budget', 'Spending was 105% of the budget.\n'],
  ['dates/clear-days', 'five clear days', '---\ntype: committee-report\nbody: Panel\nmeeting-date: 2018-05-16\npublished: 2018-05-08\n---\nText.\n'],
  ['dates/no-year', 'the year is in the same sentence', 'Inspectors came on 8 and 9 January 2019.\n'],
  ['dates/weekday-mismatch', 'the right weekday', 'The panel met on Wednesday, 16 May 2018.\n'],
  ['inspectorate/grade-name', 'the third grade of the CQC', '---\ntype: committee-report\ninspection:\n  inspectorate: CQC\n  framework: adult social care assessment\n  event: assessment\n  published: 2025-06-20\n---\nThe council was rated requires improvement overall.\n'],
  ['inspectorate/grade-name', 'adequate, before 2013', '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  framework: SIF\n  event: inspection\n  published: 2015-11-27\n---\nIn 2011 safeguarding was judged adequate.\n'],
  ['inspectorate/grade-for-ungraded-visit', 'the grade of the inspection before', 'At the inspection in 2017 the council was judged inadequate. The focused visit of 2019 gave no grade.\n'],
  ['language/doubled-word', 'had had, and that that', 'Children who had had a plan said that that helped.\n'],
  ['language/capitals', 'a short form and a heading', '## NEXT STEPS\n\nThe NHS and the MASH meet.\n'],
  ['language/link-text', 'a link that says where it goes', 'Read [the letter of 8 April 2019](https://reports.example/1).\n'],
  ['privacy/personal-data', 'telephone numbers, charges, references, ages of groups', 'Ring 01632 960123 or 020 7946 0958. Invoice 400 555 1234 is for £1,200. Children aged 9 to 11 came. CP plans rose. Grid reference AB 12 34 56.\n'],
  ['structure/placeholder', 'dots that leave words out, and a range', 'Inspectors wrote that plans “are … good”. Band X and Year XX1 rose.\n'],
  ['trace/unknown-label', 'labels that nobody defines', 'The A1 and the M25 were shut, as R2 of the code says.\n'],
];

describe('right passages are left alone', () => {
  for (const [rule, what, text] of rightPassages) {
    it(`${rule}: ${what}`, async () => {
      const reports = await reportsOf(worldOf(text));
      assert.deepEqual(reports.filter((report) => report.rule === rule).map(({ message }) => message), []);
    });
  }
});
