import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { rules } from '../../server/src/language/rules/index.ts';
import { findingsOf, reportsOf, worldOf } from './harness.ts';

const folder = new URL('../fixtures/right-papers/', import.meta.url);

/** Papers in which an officer would find nothing to put right: whatever is said of one is wrong, but for a hint. */
describe('right papers', function () {
  for (const name of readdirSync(folder)) {
    it(`nothing is said of ${name}`, async () => {
      const world = worldOf(`//- /${name}\n${readFileSync(new URL(name, folder), 'utf8')}`);
      const reports = (await reportsOf(world)).filter(({ severity }) => severity !== 'hint');
      assert.deepEqual(
        reports.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
      assert.deepEqual(world.host.logged, []);
    });
  }
});

/** Passages that are right in a paper whose other parts do not matter, each with the check that it is no business of. */
const rightPassages: readonly (readonly [rule: string, what: string, text: string])[] = [
  ['language/acronym-undefined', 'initials of a person', 'Please send suggestions to KK by 3 May 2026.\n'],
  ['language/acronym-undefined', 'a short form in the words of a child', 'One young person said: "My PA rings me every week."\n'],
  ['language/acronym-undefined', 'explained at its first use', 'The multi-agency safeguarding hub (MASH) is full. The MASH will move.\n'],
  [
    'language/acronym-undefined',
    'the body’s own name in the title',
    '---\ntype: action-plan\ntitle: QUG action log, July 2026\n---\nMembers of the QUG sent their comments.\n',
  ],
  ['language/acronym-undefined', 'a name of an inspectorate', 'HMI Probation and HM Revenue and Customs wrote to us.\n'],
  [
    'inspectorate/majesty',
    'Her Majesty’s in 2019',
    '---\ntype: committee-report\nmeeting-date: 2019-03-06\n---\nTwo of Her Majesty’s Inspectors came on 8 January 2019.\n',
  ],
  [
    'inspectorate/majesty',
    'His Majesty’s in 2024',
    '---\ntype: committee-report\nmeeting-date: 2024-03-06\n---\nTwo of His Majesty’s Inspectors came on 8 January 2024.\n',
  ],
  [
    'structure/paragraph-number',
    'minutes that go on from the last meeting',
    '//- /m.minutes.md\n## 27 Apologies\n\nNone.\n\n## 28 Minutes\n\nResolved to\n\n(1) note them;\n\n(2) sign them.\n\n## 29 Close\n\nAt noon.\n',
  ],
  ['structure/count-mismatch', 'numbers that agree', 'There were three areas for improvement:\n\n- plans\n- visits\n- supervision\n'],
  [
    'structure/missing-appendix',
    'an appendix that stands after the body',
    '## Recommendations\n\n- To comment on Appendix 1.\n\n## Appendices\n\n- Appendix 1 – Letter\n\n# Appendix 1: Letter\n\nDear Ms Castle\n',
  ],
  [
    'recommendations/wrong-verb',
    'to receive, for information',
    '---\ntype: committee-report\ndecision-type: information\n---\n## Recommendations\n\n- To receive the report and comment on it.\n',
  ],
  [
    'recommendations/several-acts',
    'acts that take a paper in',
    '## Recommendations\n\n- To receive the report and to comment on it.\n- That Council note the judgements and consider the plan.\n',
  ],
  [
    'actions/missing-due',
    'what has been done',
    '## Next steps\n\nActions taken so far include:\n\n- Review of capacity\n- Training for managers\n',
  ],
  [
    'actions/missing-due',
    'told as done',
    '## Actions\n\n- All plans have been reviewed\n- The board has met twice\n- Recruited six social workers\n',
  ],
  [
    'structure/empty-section',
    'members told in lines',
    '//- /m.minutes.md\n## Membership\n\nPresent: Councillor Pell (Chair)\n\nAbsent: Councillor Fry\n\n## Minutes\n\nThey were signed.\n',
  ],
  [
    'structure/empty-section',
    'the headings of somebody else’s letter',
    '//- /v.letter.md\n## Areas for improvement\n\n## Leadership\n\n- Plans are late.\n',
  ],
  ['measures/malformed-percentage', 'two shares side by side', 'Of the plans, 80% or 90% were good, and 24/30 (80%) on time.\n'],
  ['measures/impossible-percentage', 'more than all of a budget', 'Spending was 105% of the budget.\n'],
  [
    'dates/clear-days',
    'five clear days',
    '---\ntype: committee-report\nbody: Panel\nmeeting-date: 2018-05-16\npublished: 2018-05-08\n---\nText.\n',
  ],
  ['dates/no-year', 'the year is in the same sentence', 'Inspectors came on 8 and 9 January 2019.\n'],
  ['dates/weekday-mismatch', 'the right weekday', 'The panel met on Wednesday, 16 May 2018.\n'],
  [
    'inspectorate/grade-name',
    'the third grade of the CQC',
    '---\ntype: committee-report\ninspection:\n  inspectorate: CQC\n  framework: adult social care assessment\n  event: assessment\n  published: 2025-06-20\n---\nThe council was rated requires improvement overall.\n',
  ],
  [
    'inspectorate/grade-name',
    'adequate, before 2013',
    '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  framework: SIF\n  event: inspection\n  published: 2015-11-27\n---\nIn 2011 safeguarding was judged adequate.\n',
  ],
  [
    'inspectorate/grade-for-ungraded-visit',
    'the grade of the inspection before',
    'At the inspection in 2017 the council was judged inadequate. The focused visit of 2019 gave no grade.\n',
  ],
  ['language/doubled-word', 'had had, and that that', 'Children who had had a plan said that that helped.\n'],
  [
    'language/acronym-undefined',
    'words in capitals with a slash',
    'WARDS/COMMUNITIES AFFECTED: All\n\n**WARDS/DIVISIONS** affected: all.\n',
  ],
  ['language/capitals', 'a short form and a heading', '## NEXT STEPS\n\nThe NHS and the MASH meet.\n'],
  ['language/link-text', 'a link that says where it goes', 'Read [the letter of 8 April 2019](https://reports.example/1).\n'],
  [
    'privacy/personal-data',
    'telephone numbers, charges, references, ages of groups',
    'Ring 01632 960123 or 020 7946 0958. Invoice 400 555 1234 is for £1,200. Children aged 9 to 11 came. CP plans rose. Grid reference AB 12 34 56.\n',
  ],
  [
    'structure/placeholder',
    'dots that leave words out, and a range',
    'Inspectors wrote that plans “are … good”. Band X and Year XX1 rose.\n',
  ],
  ['trace/unknown-label', 'labels that nobody defines', 'The A1 and the M25 were shut, as R2 of the code says.\n'],
  [
    'structure/missing-recommendations',
    'what is asked stands under another name of it',
    '# Visit\n\n## What the committee is asked to do\n\n- comment on the plan\n',
  ],
  ['structure/missing-recommendations', 'asked in a bold line', '# Visit\n\n**Recommendation**\n\nThat the panel comments on the plan.\n'],
  [
    'structure/missing-section',
    'numbered, and in capitals',
    '---\ntype: committee-report\nhouse-style: worcestershire-panel\n---\n## 1. SUMMARY\n\nText.\n\n## 2. BACKGROUND\n\nText.\n\n## 3. PURPOSE OF THE MEETING\n\n- comment\n\n## 4. CONTACT POINTS\n\nAda Marlow\n\n## 5. BACKGROUND PAPERS\n\n- Letter\n',
  ],
  [
    'structure/section-order',
    'appendices after everything',
    '---\ntype: committee-report\nhouse-style: worcestershire-panel\n---\n## Summary\n\nText.\n\n## Background\n\nText.\n\n## Appendix 1: Summary\n\nText.\n',
  ],
  ['structure/duplicate-section', 'a summary in the appendix', '# Visit\n\n## Summary\n\nText.\n\n# Appendix 1\n\n## Summary\n\nText.\n'],
  [
    'structure/duplicate-section',
    'two visits, each with its background',
    '## Visit in May\n\n### Background\n\nText.\n\n## Visit in July\n\n### Background\n\nText.\n',
  ],
  [
    'language/acronym-undefined',
    'a key under a table',
    '| Indicator | 2025 | 2026 |\n| --- | --- | --- |\n| ICPC in time | 71% | 80% |\n| CIC moved | 12% | 10% |\n\nICPC: initial child protection conference. CIC: children in care.\n',
  ],
  [
    'language/acronym-late',
    'a key under a table',
    '| Indicator | 2025 | 2026 |\n| --- | --- | --- |\n| ICPC in time | 71% | 80% |\n\nICPC: initial child protection conference.\n',
  ],
  [
    'language/acronym-undefined',
    'an honour behind a name',
    'The board is chaired by Dame Ada Marlow DBE, and before her by Ben Tull QPM.\n',
  ],
  [
    'structure/missing-appendix',
    'listed in lines without a heading',
    '## Background\n\nThe letter is at Appendix 1 and the plan at Appendix 2.\n\nAppendix 1 – Letter of 29 May 2026\nAppendix 2 – Action plan\n',
  ],
  [
    'structure/empty-section',
    'findings over strengths, and the council over its paper',
    '## Northmere Borough Council\n\n## Findings\n\n## Strengths\n\n- Visits are on time.\n',
  ],
  [
    'structure/duplicate-section',
    'what an inspectorate recommends under its cause of concern',
    '## Recommendations\n\n- That the panel comments on the report.\n\n## Cause of concern\n\nThe force answers too few calls.\n\n## Recommendations\n\nBy 31 December 2026, Northmere Police should answer each call.\n',
  ],
  [
    'recommendations/no-verb',
    'what an inspectorate says should be done',
    '## Recommendations\n\nBy 31 December 2026, Northmere Police should answer each call within ten seconds.\n',
  ],
  [
    'recommendations/no-verb',
    'a numbered heading between numbered paragraphs',
    '## 2. Recommendations\n\n2.1 That the panel comments on the report.\n\n3. Headlines\n\n3.1 Contacts rose.\n',
  ],
  [
    'recommendations/no-verb',
    'numbered line by line',
    '## Recommendations\n\n(1) That the outcome be noted;\n(2) That the plan be approved;\n(3) That progress be reported to Cabinet in October 2026.\n',
  ],
  [
    'recommendations/several-acts',
    'numbered line by line',
    '## Recommendations\n\n(1) That the outcome be noted;\n(2) That the plan be approved;\n(3) That progress be reported to Cabinet in October 2026.\n',
  ],
  [
    'recommendations/several-acts',
    'considers, and asks questions',
    '## Recommendations\n\n- That the panel considers the report and asks any questions of the commissioner.\n',
  ],
  [
    'actions/past-due',
    'what is done again and again',
    '//- /a.plan.md\n---\ntype: action-plan\nstatus-scale: rag\nas-at: 2026-06-01\n---\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Publish waiting times | Head of Health | 31 July 2025, then on the first day of each month | Amber |\n',
  ],
  [
    'actions/status-against-date',
    'what is done again and again',
    '//- /a.plan.md\n---\ntype: action-plan\nstatus-scale: rag\nas-at: 2026-06-01\n---\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Hold the panel | Head of Health | 31 July 2025 and monthly thereafter | Green |\n',
  ],
  [
    'measures/without-baseline',
    'where it started, behind its month',
    '//- /a.plan.md\n## Measures\n\n- Fathers involved in 80% of plans by 31 March 2027 (June 2026: 30%)\n- 70% of plans good by 31 March 2027 (2024/25: 45%)\n',
  ],
  [
    'accessibility/table-header',
    'the inspectorate’s own table',
    '//- /v.letter.md\n| | | |\n| --- | --- | --- |\n| 1.1 | Leadership | Good |\n',
  ],
  [
    'structure/missing-recommendations',
    'a body and a day, in what is no report',
    '//- /terms.md\n---\nbody: Scrutiny Committee\nmeeting-date: 2026-06-01\n---\n# Terms of reference\n\nThe committee meets six times a year.\n',
  ],
  [
    'structure/missing-recommendations',
    'a record of a decision',
    '---\ntype: minutes\nbody: Cabinet\nmeeting-date: 2026-06-01\ndecision-status: approved\n---\n# Contract award\n\nThat the contract be awarded.\n',
  ],
  [
    'structure/unknown-field',
    'a record of a decision',
    '---\ntype: minutes\nbody: Cabinet\nmeeting-date: 2026-06-01\ndecision-status: approved\ncall-in: yes\neffective: 2026-06-09\n---\n# Contract award\n\nThat the contract be awarded.\n',
  ],
  [
    'language/acronym-late',
    'a title that stands in the text',
    'Northmere Local Area SEND Action Plan\n\nThe plan is for children with special educational needs and disabilities (SEND).\n',
  ],
  [
    'privacy/personal-data',
    'where an office is',
    'The service moved to County Hall, Northmere NM1 2AB in May 2026. The team is now based at 4 High Street, Northmere NM1 2AB.\n',
  ],
  [
    'privacy/personal-data',
    'figures behind a comma, years of birth, groups',
    'See sections AB, 12, and CD, 14. Children born in 2023/24 and babies born after 1 September 2019 are counted. Three 15-year-olds spoke. Child B (aged 14) agreed.\n',
  ],
  [
    'inspectorate/grade-name',
    'a grade of another inspectorate',
    '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  framework: ILACS\n  event: inspection\n  published: 2026-02-04\n---\nAdult social care was rated requires improvement by the CQC.\n',
  ],
  [
    'recommendations/several-acts',
    'considers, and provides comments',
    '## Recommendations\n\n- That the committee considers the report and provides any comments.\n',
  ],
  [
    'recommendations/bare-note',
    'noted, and comments passed on',
    '## Recommendations\n\n- That the contents of the report be noted and comments passed to Cabinet.\n',
  ],
  ['language/capitals', 'a word that is quoted as it stands', 'The form has a box “URGENT” for that.\n'],
  ['structure/placeholder', 'insert as a verb', 'The council will insert a clause here if members agree to it. Please insert it.\n'],
  [
    'structure/missing-appendix',
    'another paper’s, in what is no report',
    '//- /item.md\n---\nhouse-style: generic\n---\nThe plan attached at Appendix 1 to the report had been refreshed.\n',
  ],
  ['structure/duplicate-section', 'background and detail', '## Background\n\nText.\n\n## Detail\n\nMore.\n'],
  [
    'structure/missing-appendix',
    'annexes',
    '## Background\n\nThe letter is attached as Annex 1.\n\n## List of appendices\n\n1. Annex 1: Letter\n',
  ],
  [
    'measures/without-date',
    'the date at the head of the column',
    '| Measure | Baseline (March 2025) | Target (March 2027) | Now |\n| --- | --- | --- | --- |\n| Visits in time | 61% | 90% | 84% |\n',
  ],
  [
    'trace/unknown-label',
    'the letter and number of something else',
    '## Actions\n\n- **A1** Review all plans\n\n## Notes\n\nAs Part A4 of the Constitution, Table A7 and Option A2 say.\n',
  ],
  [
    'structure/near-section',
    'a heading that only begins like one',
    '## Background noise in the contact centre\n\nText.\n\n## Our recommendations from 2024\n\nText.\n',
  ],
  ['structure/missing-field', 'a letter needs no meeting', '//- /v.letter.md\n---\ntype: inspection-letter\n---\n# Letter\n'],
  [
    'structure/invalid-field',
    'a day in words, and several bodies',
    '---\ntype: committee-report\nbody:\n  - Cabinet\n  - Council\nmeeting-date:\n  - 2026-06-09\n  - 2026-07-14\nexempt: no\n---\n# Visit\n',
  ],
  [
    'structure/unknown-field',
    'a field of the house style',
    '---\ntype: committee-report\nhouse-style: sefton\nportfolio: Children\nwards: All\n---\n# Visit\n',
  ],
  ['structure/background-papers', 'none, where nothing is relied on', 'Inspectors came in May.\n\n## Background papers\n\nNone.\n'],
  [
    'structure/background-papers',
    'the agendas of one named meeting',
    '## Background papers\n\n- Agenda and minutes of the panel, 16 May 2018\n',
  ],
  [
    'structure/broken-paragraph',
    'a list that runs on from its sentence',
    'The panel asked for\n\n- the plan, and\n- the letter\n\nand noted both.\n',
  ],
  ['structure/broken-paragraph', 'a letter with its address in lines', 'County Hall\n\niPad users should ring first.\n'],
  [
    'structure/none-without-reason',
    'none, with the reason',
    '## Implications\n\n### Legal implications\n\nNone, because the report asks for no decision.\n',
  ],
  ['structure/none-without-reason', 'none declared, at the meeting', '//- /m.minutes.md\n## Declarations of interest\n\nNone.\n'],
  [
    'structure/implication-contradicted',
    'another council’s notice',
    '## Legal implications\n\nThere are no legal implications arising from this report.\n\n## Background\n\nThe council met the costs of the visit in 2024 from its reserves.\n',
  ],
  ['structure/over-length', 'a house style without limit', '## Summary\n\nInspectors came in May.\n'],
  [
    'structure/repeated-text',
    'an action that the summary names',
    '## Summary\n\nThe plan is due in July.\n\n## Next steps\n\nThe plan is due in July.\n',
  ],
  [
    'recommendations/no-verb',
    'asked of the body by its name',
    '## Recommendations\n\n- The Panel is requested to consider the letter and any comments for Cabinet.\n- That officers bring a further report in July 2026.\n- Members are asked whether they wish to scrutinise the plan again.\n',
  ],
  [
    'recommendations/bare-note',
    'to note, and to do more',
    '## Recommendations\n\n- To note the letter and ask for a further report in July 2026.\n',
  ],
  ['recommendations/bare-note', 'two items, of which one notes', '## Recommendations\n\n- To note the letter.\n- To endorse the plan.\n'],
  [
    'recommendations/delegation',
    'with a limit, in other words',
    '## Recommendations\n\n- That authority be delegated to the Director of Children’s Services, in consultation with the Lead Member, to make any amendments needed.\n- To delegate authority to the Chief Executive to sign the agreement.\n',
  ],
  [
    'recommendations/body-unnamed',
    'each item says which',
    '---\ntype: committee-report\nbody:\n  - Cabinet\n  - Children’s Scrutiny Committee\n---\n## Recommendations\n\n- That Cabinet endorses the plan.\n- That the Children’s Scrutiny Committee comments on it.\n',
  ],
  ['recommendations/unlabelled', 'one alone needs no number', '## Recommendation\n\nThat the panel comments on the plan.\n'],
  ['actions/missing-owner', 'told as done by a service', '## Background\n\n- The service has recruited six social workers.\n'],
  [
    'actions/missing-owner',
    'a lead by another name of the column',
    '//- /a.plan.md\n| Ref | Action | Lead officer | Deadline |\n| --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 July 2026 |\n',
  ],
  [
    'actions/vague-due',
    'a quarter, an end of a month, and a day with its review',
    '//- /a.plan.md\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | End of July 2026 |\n| A2 | Train managers | Head of Assessment | Q2 2026/27 |\n| A3 | Audit files | Head of Assessment | Monthly until 31 March 2027 |\n',
  ],
  [
    'actions/past-due',
    'past and complete, and due today',
    '//- /a.plan.md\n---\ntype: action-plan\nstatus-scale: brag\nas-at: 2026-06-01\n---\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 March 2026 | Complete |\n| A2 | Train managers | Head of Assessment | 1 June 2026 | Amber |\n',
  ],
  [
    'actions/group-owner',
    'the one who leads the group',
    '//- /a.plan.md\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Review all plans | Team Manager, Assessment | 31 July 2026 |\n| A2 | Train managers | Chair of the Improvement Board | 31 July 2026 |\n| A3 | Audit files | Head of Partnerships | 31 July 2026 |\n',
  ],
  [
    'actions/several-owners',
    'one post with “and” in its name',
    '//- /a.plan.md\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Review all plans | Head of Safeguarding and Quality Assurance | 31 July 2026 |\n| A2 | Train managers | Director of Children, Families and Education | 31 July 2026 |\n| A3 | Audit files | Kim Ward, Head of Assessment | 31 July 2026 |\n',
  ],
  [
    'actions/unknown-owner',
    'a post in capitals',
    '//- /a.plan.md\n---\ntype: action-plan\npeople:\n  KW: Kim Ward, Head of Assessment\n---\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Review all plans | DCS | 31 July 2026 |\n| A2 | Train managers | KW | 31 July 2026 |\n',
  ],
  [
    'actions/missing-measure',
    'a plan that has its measures elsewhere',
    '//- /a.plan.md\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 July 2026 |\n',
  ],
  [
    'actions/weak-verb',
    'things, and what is ensured each month',
    '//- /a.plan.md\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Support plans are written for six children | Head of Assessment | 31 July 2026 |\n| A2 | Ensure 90% of visits are on time | Head of Assessment | 31 July 2026 |\n| A3 | Consideration of the rota by the board | Head of Assessment | 31 July 2026 |\n',
  ],
  [
    'actions/bundled',
    'one act on two things, and an act with its end',
    '//- /a.plan.md\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Review plans and visits | Head of Assessment | 31 July 2026 |\n| A2 | Review and update the practice standards | Head of Assessment | 31 July 2026 |\n| A3 | Write the standards and publish them | Head of Assessment | 31 July 2026 |\n',
  ],
  [
    'actions/duplicate-label',
    'named again in the text and in another table',
    '//- /a.plan.md\n## Actions\n\n- **A1** Review all plans\n  - Owner: Head of Assessment\n  - Due: 31 July 2026\n\n## Progress\n\nA1 is on track.\n',
  ],
  [
    'actions/due-before-start',
    'start and end in one month',
    '//- /a.plan.md\n| Ref | Action | Owner | Start | Due |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | July 2026 | 31 July 2026 |\n| A2 | Audit | Head of Assessment | 1 July 2026 | July 2026 |\n',
  ],
  [
    'actions/due-on-non-working-day',
    'the end of a month that is a Sunday',
    '//- /a.plan.md\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | May 2026 |\n| A2 | Audit | Head of Assessment | End of May 2026 |\n',
  ],
  [
    'actions/unknown-status',
    'words of a log of actions',
    '//- /a.plan.md\n| Action | Owner | Status |\n| --- | --- | --- |\n| Review all plans | Head of Assessment | New |\n| Audit | Head of Assessment | Open |\n| Train managers | Head of Assessment | Closed |\n',
  ],
  [
    'actions/unknown-status',
    'a word of the scale with more behind it',
    '//- /a.plan.md\n---\ntype: action-plan\nstatus-scale: brag\n---\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 July 2026 | Amber – two posts vacant |\n| A2 | Audit | Head of Assessment | 31 July 2026 | |\n',
  ],
  [
    'actions/status-against-date',
    'green and due today, red with a month',
    '//- /a.plan.md\n---\ntype: action-plan\nstatus-scale: brag\nas-at: 2026-06-01\n---\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 1 June 2026 | Green |\n| A2 | Audit | Head of Assessment | July 2026 | Red |\n| A3 | Train managers | Head of Assessment | 31 July 2026 | Complete |\n',
  ],
  [
    'actions/status-against-text',
    'complete, with what goes on elsewhere',
    '//- /a.plan.md\n---\ntype: action-plan\nstatus-scale: brag\n---\n| Ref | Action | Owner | Due | Status | Progress |\n| --- | --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 July 2026 | Complete | Done in May 2026. Audits are ongoing under A2. |\n',
  ],
  [
    'actions/complete-without-evidence',
    'evidence in the status',
    '//- /a.plan.md\n---\ntype: action-plan\nstatus-scale: brag\n---\n| Ref | Action | Owner | Due | Status | Evidence |\n| --- | --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 July 2026 | Complete – board minutes, 3 June 2026 | |\n| A2 | Audit | Head of Assessment | 31 July 2026 | Complete | Audit report |\n',
  ],
  [
    'actions/moved-due',
    'brought forward',
    '//- /a.plan.md\n| Ref | Action | Owner | Original due | Due | Progress |\n| --- | --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 July 2026 | 30 June 2026 | Half done |\n',
  ],
  [
    'actions/stale-progress',
    'old notes with a new one',
    '//- /a.plan.md\n---\ntype: action-plan\nas-at: 2026-06-01\n---\n| Ref | Action | Owner | Due | Progress |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 July 2026 | 3 June 2025: begun. 12 May 2026: half done |\n',
  ],
  [
    'trace/finding-without-action',
    'a strength, and a letter whose plan is not there yet',
    '//- /v.letter.md\n## Strengths\n\n- **S1** Visits are on time.\n\n## Areas for improvement\n\n- **F1** Plans are late.\n',
  ],
  [
    'trace/action-without-source',
    'a plan without any findings',
    '//- /a.plan.md\n| Ref | Action | Owner | Due | Addresses |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 July 2026 | |\n',
  ],
  ['trace/unlabelled-finding', 'a strength needs no label', '//- /v.letter.md\n## Strengths\n\n- Visits are on time.\n'],
  [
    'trace/finding-misquoted',
    'the letter’s words with another stop and case',
    '//- /a.report.md\n## Areas for improvement\n\n- **F1** the timeliness of plans\n//- /v.letter.md\n## Areas for improvement\n\n- **F1** The timeliness of plans.\n',
  ],
  [
    'trace/totals-mismatch',
    'totals of another quarter',
    '//- /a.report.md\nAt the end of the last quarter the plan had 12 green and 3 amber actions.\n//- /a.plan.md\n---\ntype: action-plan\nstatus-scale: brag\n---\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 July 2026 | Green |\n',
  ],
  [
    'measures/without-baseline',
    'a table of what was done',
    '## Performance\n\n| Measure | 2024/25 | 2025/26 |\n| --- | --- | --- |\n| Visits on time | 61% | 84% |\n',
  ],
  [
    'measures/without-target',
    'a figure that is only counted',
    '## Performance\n\nVisits on time rose from 61% in 2024/25 to 84% in 2025/26.\n',
  ],
  ['measures/without-date', 'a share in a sentence', '## Background\n\n84% of visits were on time.\n'],
  [
    'dates/impossible-date',
    'a score, a fraction and a leap day',
    'Of 31/06 and 30/31 cases, 13/12 were looked at again; the visit ended on 29 February 2024.\n',
  ],
  [
    'dates/statutory-deadline',
    'the day before the deadline',
    '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nThe final action plan must be sent to Ofsted by 16 August 2021, and Cabinet will see it by 20 September 2021.\n',
  ],
  [
    'dates/deadline-unstated',
    'the day stands beside it',
    '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n---\nThe final plan goes to Ofsted within 70 working days of receipt of the letter, by 17 August 2021.\n',
  ],
  [
    'dates/working-days-wording',
    'days that are not the inspectorate’s',
    'The child was seen 20 days after the referral, and the plan was reviewed within 70 days of the meeting of the board.\n',
  ],
  [
    'dates/key-decision-notice',
    'a decision that Cabinet has taken',
    '---\ntype: committee-report\nkey-decision: no\nforward-plan: no\n---\nCabinet agreed the plan on 3 March 2026 and will receive progress each quarter.\n',
  ],
  [
    'dates/late-paper',
    'a day in a letter’s text',
    '//- /a.agenda.md\n---\ntype: agenda\npublished: 2026-06-01\nmeeting-date: 2026-06-09\n---\n# Agenda\n\n## Appendix 1: Letter\n\n4 May 2026\n\nDear Ms Castle\n\nThe plan is due by 4 September 2026.\n',
  ],
  [
    'dates/date-style',
    'days in words, a range, and a reference',
    'Inspectors came from 8 to 9 January 2019. The file is 03/11, case 12/2019/4.\n',
  ],
  [
    'inspectorate/official-name',
    'right names',
    'Ofsted, the Department for Education and the ILACS framework: the focused visit, which focussed on plans.\n',
  ],
  [
    'inspectorate/judgement-name',
    'a judgement in other words',
    '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  framework: ILACS\n  event: inspection\n  published: 2026-02-04\n---\nLeaders’ judgement of what families need is sound. The impact of leaders was good.\n',
  ],
  [
    'inspectorate/limiting-judgement',
    'inadequate in the inspection before',
    '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  framework: ILACS\n  event: inspection\n  published: 2026-02-04\n  judgements:\n    overall effectiveness: good\n---\nIn 2019 overall effectiveness was inadequate; it is now good.\n',
  ],
  [
    'privacy/exempt-without-paragraph',
    'open, in words',
    '---\ntype: committee-report\nexempt: no\n---\nNothing in this report is exempt.\n',
  ],
  ['privacy/exempt-without-public-interest', 'an open report', '---\ntype: committee-report\nexempt: no\n---\nText.\n'],
  [
    'privacy/exempt-and-confidential',
    'confidential, as people say it',
    'Children’s records are confidential. The helpline is confidential and free.\n',
  ],
  ['language/acronym-late', 'in a heading first', '## MASH\n\nThe multi-agency safeguarding hub (MASH) is full. The MASH will move.\n'],
  [
    'language/acronym-twice',
    'again in an appendix',
    '# Visit\n\nThe multi-agency safeguarding hub (MASH) is full. The MASH will move.\n\n# Appendix 1\n\nThe multi-agency safeguarding hub (MASH) was seen.\n',
  ],
  [
    'language/acronym-unused',
    'a year, a number and a party in brackets',
    'Councillor Pell (Chair), Ada Marlow (DCS) and the plan (2026) came. The multi-agency safeguarding hub (MASH) is full; the MASH’s work moves.\n',
  ],
  ['language/empty-link', 'a link to a heading', 'See [the plan](#next-steps).\n\n## Next steps\n\nText.\n'],
  ['language/confusable-character', 'a Greek word, and a name', 'The unit is μg. Δ means change. Zoë and Siân came.\n'],
  [
    'language/ambiguous-frequency',
    'what can be meant in one way only',
    'The board meets twice a week. The biennial review and the bicentenary fell together.\n',
  ],
  ['language/latin-abbreviation', 'letters that only look like it', 'The IEP and the EG programme ran. Ada Marlow, i/c of plans, came.\n'],
  [
    'language/mixed-spelling',
    'one word for the thing, one before a noun',
    'Short-term placements end in the short term. Decision-making is slow; the decision making it slow was theirs.\n',
  ],
  [
    'language/long-sentence',
    'a list in a sentence',
    'Inspectors looked at:\n\n- the help that children and families are given when they first need it, and how soon it comes\n- the plans of children who need protection, and who sees whether they work as they should for them\n',
  ],
  ['language/hard-word', 'a word in a name', 'The Utilities team and the Facilities Manager came.\n'],
  ['language/words-about-children', 'nothing unless it is switched on', 'Siblings had contact with their parents.\n'],
  ['accessibility/image-alt', 'an image with its words', '![Visits on time rose from 61% to 84%](chart.png)\n'],
  [
    'accessibility/table-header',
    'names of rows, and a second row of heads',
    '| | Term 1 | | | Total |\n| --- | --- | --- | --- | --- |\n| | Northmere | Seaborne | Cotsmere | |\n| Complaints | 0 | 1 | 0 | 1 |\n',
  ],
  ['accessibility/heading-skip', 'back up by two', '## Background\n\n### Visits\n\n#### In May\n\nText.\n\n## Next steps\n\nText.\n'],
  [
    'accessibility/colour-only',
    'a mark with its word',
    '//- /a.plan.md\n---\ntype: action-plan\nstatus-scale: brag\n---\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 July 2026 | 🟢 Green |\n',
  ],
  [
    'structure/missing-recommendations',
    'a paper whose kind nobody says',
    '//- /x.md\n# Annual report of the reviewing officers\n\n## Introduction\n\nThis is about 2025.\n\n## Conclusion\n\nThe year was good.\n',
  ],
  [
    'structure/missing-field',
    'a paper whose kind nobody says',
    '//- /x.md\n# Annual report of the reviewing officers\n\n## Introduction\n\nThis is about 2025.\n',
  ],
  [
    'structure/empty-section',
    'items of an agenda',
    '//- /x.agenda.md\n# Agenda\n\n## 1. Apologies for absence\n\n## 2. Declarations of interest\n',
  ],
  [
    'structure/placeholder',
    'lines to sign',
    '//- /x.minutes.md\nThe meeting closed at 12.25pm.\n\nChair ......................\nDate ......................\n\nSigned: ________________ (Chair)\n',
  ],
  [
    'structure/missing-appendix',
    'listed in a form',
    'The letter is at Appendix 1 and the plan at Appendix 2.\n\n## Access to information\n\n| | |\n| --- | --- |\n| Contact officer: | Ada Marlow |\n| Appendices: | Appendix 1: Letter<br>Appendix 2: Plan |\n',
  ],
  [
    'structure/duplicate-section',
    'the words that ask, under the heading of the section',
    '## 2 Action required\n\n2.1 The Committee is asked to:\n\na) consider the letter; and\n\nb) make any comments.\n',
  ],
  [
    'structure/empty-section',
    'the words that ask, under the heading of the section',
    '## 2 Action required\n\n2.1 The Committee is asked to:\n\na) consider the letter; and\n\nb) make any comments.\n',
  ],
  [
    'structure/paragraph-number',
    'paragraphs that begin with a figure',
    '## 3. Performance\n\n3.1 1,104 reviews were held.\n\n3.2 £1.2m was spent.\n\n3.3 95% were in time.\n',
  ],
  [
    'recommendations/no-verb',
    'what members do in other words',
    '## Action required\n\nThe Committee is asked to:\n\na) make any comments or recommendations;\n\nb) explore the reasons with the Director; and\n\nc) use the information to inform questioning.\n',
  ],
  [
    'measures/without-baseline',
    'where it stood, in brackets',
    '//- /a.plan.md\n| Ref | Action | Owner | Due | Measure |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 July 2026 | 80% of plans judged good by 31 July 2026 (35% in May 2025) |\n| A2 | Assess carers | Head of Adults | 31 July 2026 | Backlog below 20 (143 in September 2025) |\n',
  ],
  [
    'measures/without-target',
    'a number of days, and where it stood',
    '//- /a.plan.md\n| Ref | Action | Owner | Due | Measure |\n| --- | --- | --- | --- | --- |\n| A1 | Assess carers | Head of Adults | 31 July 2026 | Average wait 28 days (61 days in September 2025) |\n',
  ],
  [
    'measures/without-baseline',
    'a report from period to period',
    '## Performance\n\n| Indicator | Mar 24 | Sep 24 | Dec 24 | Target |\n| --- | --- | --- | --- | --- |\n| Visits on time | 68% | 83% | 90% | 95% |\n',
  ],
  [
    'measures/without-date',
    'a report from period to period',
    '## Performance\n\n| Indicator | 2023/24 | 2024/25 | Target |\n| --- | --- | --- | --- |\n| Visits on time | 68% | 83% | 95% |\n',
  ],
  [
    'language/acronym-undefined',
    'a short form inside the long one',
    'HM Inspectorate of Probation (HMIP) rates services. HMIP came in May 2026.\n',
  ],
  [
    'structure/section-order',
    'the order of no council',
    '---\ntype: committee-report\nhouse-style: generic\n---\n## Purpose\n\nText.\n\n## Recommendations\n\n- That the Board comments on the plan by July 2026.\n\n## Summary\n\nText.\n',
  ],
  [
    'actions/status-against-date',
    'green for what is done',
    '//- /a.plan.md\n---\ntype: action-plan\nas-at: 2026-06-15\n---\n| Ref | Action | Owner | Due | Progress | RAG |\n| --- | --- | --- | --- | --- | --- |\n| A1 | Audit all plans | Head of Assessment | 30 April 2026 | Audit completed on 25 April 2026; 92% had a plan | G |\n| A2 | Introduce a form | Head of Assessment | 29 May 2026 | In use since 1 May 2026 | G |\n',
  ],
  [
    'actions/stale-progress',
    'finished long ago',
    '//- /a.plan.md\n---\ntype: action-plan\nas-at: 2026-06-15\n---\n| Ref | Action | Owner | Due | Progress | RAG |\n| --- | --- | --- | --- | --- | --- |\n| A1 | Audit all plans | Head of Assessment | 30 April 2025 | Audit completed on 25 April 2025 | G |\n',
  ],
  [
    'actions/past-due',
    'embedded, in the plan’s own scale',
    '//- /a.plan.md\n---\ntype: action-plan\nas-at: 2026-06-15\nstatus-scale:\n  In progress: work is under way\n  Embedded: impact shown for six months\n---\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Publish waiting times | Head of Assessment | 30 April 2026 | Embedded |\n',
  ],
  [
    'actions/status-against-date',
    'green that is said to be no risk, and amber that is one',
    '//- /a.plan.md\n---\ntype: action-plan\nas-at: 2026-06-15\nstatus-scale:\n  Green: no issue or risk\n  Amber: issue or risk\n---\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Publish waiting times | Head of Assessment | 30 July 2026 | Green |\n',
  ],
  [
    'actions/unknown-status',
    'carried forward',
    '//- /a.plan.md\n| Action | Owner | Status |\n| --- | --- | --- |\n| Review all plans | Head of Assessment | Carried forward to 26 June 2025 |\n',
  ],
  [
    'actions/several-owners',
    'services in capitals',
    '//- /a.plan.md\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Review all plans | HR / IT | 31 July 2026 |\n',
  ],
  [
    'recommendations/body-unnamed',
    'each body leads its list',
    '---\ntype: committee-report\nbody:\n  - Cabinet Member - Children’s Social Care\n  - Overview and Scrutiny Committee (Children’s Services)\n---\n## Recommendation(s)\n\nThat the Cabinet Member - Children’s Social Care:\n\n- agree the dates in the plan.\n\nThat the Overview and Scrutiny Committee (Children’s Services):\n\n- comment on the plan.\n',
  ],
  [
    'actions/past-due',
    'a report, which stays as it went to its meeting',
    '## Actions\n\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 March 2020 | Amber |\n',
  ],
  [
    'structure/background-papers',
    'none, where what is named is published, appended or not needed',
    'The plan supports the Corporate Plan and the Early Help Strategy. An Equality Impact Assessment is not required. The Case File Audit is Appendix 1.\n\n## Appendices\n\n- Appendix 1: Case File Audit\n\n## Background papers\n\nNone.\n',
  ],
  [
    'structure/empty-section',
    'a heading over others',
    '## Report\n\n## 1. The visit\n\nInspectors came.\n\n## Supporting documentation\n\n## Appendices\n\n- Appendix 1: Plan\n',
  ],
  ['structure/duplicate-section', 'a heading over others', '## Supporting documentation\n\n## Appendices\n\n- Appendix 1: Plan\n'],
  [
    'structure/section-order',
    'a form that is to be confirmed',
    '---\ntype: committee-report\nhouse-style: kirklees\n---\n## Purpose of Report\n\nText.\n\n## Recommendations\n\n- That Members comment on the plan by July 2026.\n\n## 1. Executive Summary\n\nText.\n',
  ],
  [
    'recommendations/several-acts',
    'two verbs with one thing',
    '## Recommendations\n\n1. That the Panel considers and challenges the findings of the inspection.\n2. To endorse and adopt the plan.\n',
  ],
  [
    'accessibility/table-header',
    'a form with questions',
    '| | |\n| --- | --- |\n| Is this a key decision? | No |\n| Wards affected: | All |\n',
  ],
  [
    'structure/missing-appendix',
    'a list that counts its appendices, and none of something else',
    'The plan is Appendix 1.\n\n## Appendices\n\n1\\. Improvement plan\n\nDocuments in members’ rooms\n\n1\\. None\n',
  ],
  [
    'project/unused-disable',
    'one that silences something',
    '<!-- inspection-response-disable-next-line language/doubled-word: the words of a song -->\nThe the band played.\n',
  ],
  ['project/house-style-unknown', 'built in', '---\ntype: committee-report\nhouse-style: sefton\n---\n# Visit\n'],
  [
    'project/unread-text',
    'a long paragraph',
    `${'Plans are reviewed [each month](https://reports.example/1) (or more often). '.repeat(200)}\n`,
  ],
  [
    'project/responds-to-missing',
    'the letter is there',
    '---\ntype: committee-report\nresponds-to: v.letter.md\n---\n# Visit\n//- /v.letter.md\n# Letter\n',
  ],
  [
    'project/bad-configuration',
    'with comments and a comma at the end',
    '# Visit\n//- /.inspection-response.json\n{\n  // ours\n  "rules": { "language/capitals": "off", },\n}\n',
  ],
  [
    'language/acronym-undefined',
    'explained in the genitive',
    'The Care Quality Commission’s (CQC’s) report came in May. The CQC visits again.\n',
  ],
  [
    'language/acronym-undefined',
    'explained in a list of abbreviations',
    'All SENCOs and the DCO were trained.\n\nAbbreviations: DCO Designated Clinical Officer; SENCO Special Educational Needs Coordinator.\n',
  ],
  ['language/acronym-undefined', 'a rank before a name', 'The board is chaired by DCC Rhian Morgan.\n'],
  [
    'language/acronym-undefined',
    'explained together with the word that follows',
    'An education, health and care plan (EHCP) was late. Two EHC plans were not.\n',
  ],
  [
    'structure/missing-appendix',
    'listed line by line under its heading',
    'The letter is Appendix A, the plan Appendix B.\n\n## Appendices\n\nAppendix A – Letter\nAppendix B – Plan\n',
  ],
  [
    'actions/vague-due',
    'done, and not agreed',
    '//- /a.plan.md\n| Recommendation | Response | Action | Owner | Due |\n| --- | --- | --- | --- | --- |\n| Review all plans | Agreed | Review all plans | Head of Assessment | Completed |\n| Fund a post | Not agreed | None: cover stays in place | Head of Assessment | N/A |\n',
  ],
  [
    'actions/missing-owner',
    'not agreed',
    '//- /a.plan.md\n| Recommendation | Response | Action | Owner | Due |\n| --- | --- | --- | --- | --- |\n| Review all plans | Agreed | Review all plans | Head of Assessment | 31 July 2026 |\n| Fund a post | Not agreed | None: cover stays in place | – | – |\n',
  ],
  [
    'actions/missing-due',
    'not agreed',
    '//- /a.plan.md\n| Recommendation | Response | Action | Owner | Due |\n| --- | --- | --- | --- | --- |\n| Review all plans | Agreed | Review all plans | Head of Assessment | 31 July 2026 |\n| Fund a post | Not agreed | None: cover stays in place | – | – |\n',
  ],
  [
    'actions/vague-due',
    'a quarter and months with short years',
    '//- /a.plan.md\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | End of Q4 25/26 |\n| A2 | Train all managers | Head of Practice | Feb–Jun 26 |\n',
  ],
  [
    'actions/past-due',
    'a column of dates that says what is done',
    '//- /a.plan.md\n---\ntype: action-plan\nas-at: 2026-06-01\n---\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | Completed 12 January 2026 | |\n| A2 | Train all managers | Head of Practice | 31 July 2026 | Amber |\n',
  ],
  [
    'actions/moved-due',
    'slipped, and why',
    '//- /a.plan.md\n| Ref | Action | Owner | Due | Original due | Progress |\n| --- | --- | --- | --- | --- | --- |\n| A1 | Launch a standard | Head of Practice | 31 March 2026 | 31 January 2026 | Launch slipped as the staff consultation ran to 30 January |\n',
  ],
  [
    'actions/group-owner',
    'nobody yet',
    '//- /a.plan.md\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Publish a pathway | TBC by partnership | 31 December 2026 |\n',
  ],
  [
    'measures/without-target',
    'a number of weeks by a day, and where it stood',
    '//- /a.plan.md\n| Ref | Action | Owner | Due | Measure |\n| --- | --- | --- | --- | --- |\n| A1 | Shorten waits | Head of Health | 31 March 2027 | Longest wait 52 weeks by 31 March 2027 (from 131 weeks at February 2026) |\n',
  ],
  [
    'measures/without-baseline',
    'where it stands, in the progress',
    '//- /a.plan.md\n| Ref | Action | Owner | Due | Measure | Progress |\n| --- | --- | --- | --- | --- | --- |\n| A1 | Get advice in time | Head of Health | 30 September 2026 | 90% of advice in six weeks by September 2026 | Health 71%, social care 58% in April 2026 |\n',
  ],
  [
    'recommendations/several-acts',
    'notes, scrutinises and names what to look at next',
    '## Recommendation\n\nThat the committee notes the letter, scrutinises the progress and identifies what it wishes to examine in June 2026.\n',
  ],
  ['dates/date-style', 'one that is said to lack its year', 'The panel met on 1st May.\n'],
  ['dates/date-style', 'a comma before the year', 'The panel met on Thursday, 21 March 2024.\n'],
  [
    'recommendations/several-acts',
    'what a power is delegated for',
    '## Recommendations\n\n- That the Board delegates authority to the Director of Children’s Services, in consultation with the Lead Member, to agree the final plan and approve changes to it.\n',
  ],
  [
    'recommendations/no-verb',
    'satisfies itself',
    '## Recommendations\n\nIt is RECOMMENDED that the Panel:\n\n1) considers the letter at Appendix 1;\n2) satisfies itself that the plan answers it.\n',
  ],
  [
    'actions/missing-owner',
    'a timeline',
    '## Timeline\n\n| When | What |\n| --- | --- |\n| 5 June 2026 | Call from Ofsted |\n| 7 July 2026 | Letter received |\n',
  ],
  [
    'actions/vague-due',
    'a timeline',
    '## Timeline\n\n| When | What |\n| --- | --- |\n| 5 June | Call from Ofsted |\n| October | Annual conversation |\n',
  ],
  [
    'actions/unknown-status',
    'a dash, and words of a scale that nobody declares',
    '//- /a.plan.md\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n| Review all plans | Head of Assessment | 26 June 2026 | – |\n| Visit the hub | Head of Assessment | 26 June 2026 | To be arranged for April |\n| Audit the records | Head of Practice | 26 June 2026 | Partially met |\n',
  ],
  [
    'structure/paragraph-number',
    'a number over a table, and a stray figure',
    '## 4. Money\n\n4.1 It costs this much:\n\n4.2\n\n| Year | £000 |\n| --- | --- |\n| 2026/27 | 600 |\n\n4.3 It is in the budget.\n\n9.7\n\n4.4 Each place is paid weekly.\n',
  ],
  [
    'structure/empty-section',
    'the council over its paper, the other way round',
    '## BOROUGH COUNCIL OF WYEMOUTH\n\n## Background\n\nInspectors came.\n',
  ],
  [
    'language/acronym-undefined',
    'explained in words close to the usual ones',
    'Ofsted’s inspection of the council’s children’s services (ILACS) took place in June 2026.\n',
  ],
  [
    'dates/no-year',
    'milestones beside the days of the action',
    '//- /a.plan.md\n| Ref | Action | Owner | Start | Due | Milestones |\n| --- | --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of SEND | Sep-21 | Jul-22 | 60 by December; 120 by April |\n',
  ],
  ['dates/no-year', 'a day with a short year in the same paragraph', 'The letter of 10/05/21 was discussed on 26 May.\n'],
  [
    'dates/deadline-unstated',
    'the deadline that the inspectorate set, in the header',
    '---\ntype: committee-report\ninspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10\n  deadline: 2021-08-20\n---\nThe action plan goes to Ofsted within 70 working days of receipt of the letter.\n',
  ],
  [
    'measures/without-baseline',
    'where it stands, as a share in brackets',
    '//- /a.plan.md\n| Ref | Action | Owner | Due | Measure |\n| --- | --- | --- | --- | --- |\n| A1 | Report on visits | Head of Assessment | 31 July 2026 | 95% of visits in time (81%) |\n',
  ],
  [
    'actions/vague-due',
    'a day that is not in the calendar',
    '//- /a.plan.md\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31/04/2026 |\n',
  ],
  ['language/acronym-undefined', 'letters of a date', 'Dates are written DD/MM/YYYY in the form, with the DOB beside them.\n'],
  [
    'structure/placeholder',
    'questions, and brackets that explain',
    'Members asked: “Why?” The plan (inserted after the visit) is at page 5. He said [of the plan] that it works.\n',
  ],
  [
    'project/unused-disable',
    'one that is kept on purpose',
    '<!-- inspection-response-disable-file project/unused-disable: kept for the next draft -->\n\n<!-- inspection-response-disable-next-line language/doubled-word: the words of a song -->\nThe band played.\n',
  ],
  [
    'actions/past-due',
    'a plan that was over long ago',
    '//- /a.plan.md\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 March 2019 | Amber |\n| A2 | Train all managers | Head of Practice | 31 July 2019 | Red |\n',
  ],
  [
    'actions/status-against-date',
    'a plan that was over long ago',
    '//- /a.plan.md\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 March 2019 | Green |\n',
  ],
  [
    'actions/missing-due',
    'a column for revised dates, empty where the first one holds',
    '//- /a.plan.md\n| Ref | Action | Lead | Original | Revised | RAG |\n| --- | --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | September 2026 | | Green |\n| A2 | Fill two posts | Head of Practice | July 2026 | October 2026 | Amber |\n',
  ],
  [
    'structure/paragraph-number',
    'the number of a whole count over a table',
    '## Legal\n\n1\\. A duty.\n\n2. None arise.\n\n3.\n\n| Risk | Answer |\n| --- | --- |\n| Pace | Board |\n\n4. None.\n',
  ],
  [
    'trace/unknown-label',
    'a road, and a label of another shape',
    '## Actions\n\n- **A1** Review all plans\n- **B1.2** Train all managers\n\nThe A49 and the A5 are shut. Form B7 is out of print.\n',
  ],
  [
    'structure/placeholder',
    'what was said of a day',
    '//- /m.minutes.md\nThe Director said that the date of the next visit was to be confirmed.\n',
  ],
  [
    'actions/missing-due',
    'a column of days by which to finish',
    '//- /a.plan.md\n| # | What are we going to do? | Who is responsible? | Start | Finish by | How will we know? |\n| --- | --- | --- | --- | --- | --- |\n| 1 | Commission a provider | Commissioning Manager | | 1 September 2026 | 80% of interviews in 72 hours (61%) |\n',
  ],
  [
    'measures/without-date',
    'a column of days by which to finish',
    '//- /a.plan.md\n| # | What are we going to do? | Who is responsible? | Start | Finish by | How will we know? |\n| --- | --- | --- | --- | --- | --- |\n| 1 | Commission a provider | Commissioning Manager | | 1 September 2026 | 80% of interviews in 72 hours (61%) |\n',
  ],
  [
    'recommendations/several-acts',
    'gives two things',
    '## Recommendations\n\nThe Committee is recommended to:\n\n1. Consider the update.\n2. Provide scrutiny and challenge.\n',
  ],
  [
    'language/acronym-undefined',
    'posts counted, and the name of a case',
    'There are 4.6 FTE posts. See R (D) v Hackney LBC [2019] EWHC 943.\n',
  ],
  ['structure/missing-appendix', 'a paper that is the appendix', '# Appendix 1\n\n## Plan\n\nThe service has changed.\n'],
  [
    'structure/missing-appendix',
    'listed in a table under its heading',
    'The plan is Appendix 1, the screening Appendix 2.\n\n## List of Appendices Included\n\n| Appendix 1 | Action plan tracker |\n| --- | --- |\n| Appendix 2 | Equality screening |\n',
  ],
  [
    'structure/duplicate-section',
    'the author at the head and at the foot',
    '## Report Author(s)\n\nAda Marlow, Assistant Director\n\n## Background\n\nInspectors came.\n\nReport Author: Ada Marlow, Assistant Director\n',
  ],
  [
    'actions/vague-due',
    'a first and a last month',
    '//- /a.plan.md\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Train all staff | Head of Practice | Dec-26/Mar-27 |\n',
  ],
  [
    'structure/empty-section',
    'the title under the name of the committee',
    '---\ntype: committee-report\ntitle: Feedback from the visit\n---\n# CHILDREN’S PANEL 6 MARCH 2026\n\n## FEEDBACK FROM THE VISIT\n\n## Summary\n\nInspectors came.\n',
  ],
];

describe('right passages are left alone', () => {
  it('there is one for every check', () => {
    const checks = rules.map(({ name }): string => name);
    assert.deepEqual(
      checks.filter((name) => !rightPassages.some(([rule]) => rule === name)),
      [],
    );
    assert.deepEqual(
      rightPassages.map(([rule]) => rule).filter((rule) => !checks.includes(rule)),
      [],
    );
  });
  for (const [rule, what, text] of rightPassages) {
    it(`${rule}: ${what}`, async () => {
      assert.deepEqual(await findingsOf(text, rule), []);
    });
  }
});
