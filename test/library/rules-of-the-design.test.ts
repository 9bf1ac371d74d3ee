import assert from 'node:assert/strict';
import { reportsOf, worldOf } from './harness.ts';

type Severity = 'error' | 'warning' | 'information' | 'hint';

const head = (lines: string): string => `---\n${lines}\n---\n`;
const report = (lines: string): string => head(`type: committee-report\n${lines}`);
const plan = (
  rows: string,
  { columns = '| Ref | Action | Owner | Due | Status |', header = 'status-scale: brag\nas-at: 2026-06-01' } = {},
): string =>
  `//- /a.plan.md\n${head(`type: action-plan\n${header}`)}## Actions\n\n${columns}\n${columns.replace(/[^|]+/g, ' --- ')}\n${rows}\n`;
const asked = (item: string, lines = ''): string => `${lines && report(lines)}## Recommendations\n\n- ${item}\n`;
const letterOf = (findings: string): string => `//- /a.letter.md\n# Letter\n\n## Areas for improvement\n\n${findings}\n`;

const received = report('inspection:\n  inspectorate: Ofsted\n  event: focused visit\n  received: 2021-05-10');

/** What each check has to see, in the sorts that officers meet: the check, how it is reported, the sort, a text that has it. */
const cases: readonly (readonly [rule: string, severity: Severity, what: string, text: string])[] = [
  ['structure/missing-recommendations', 'error', 'no section', '# Visit\n\n## Background\n\nInspectors came.\n'],
  [
    'structure/missing-section',
    'error',
    'of the house style',
    `${report('house-style: worcestershire-panel')}# Visit\n\n## Summary\n\nInspectors came.\n`,
  ],
  ['structure/empty-section', 'warning', 'nothing under a heading', '## Background\n\n## Next steps\n\nThe plan is due in July 2026.\n'],
  [
    'structure/section-order',
    'information',
    'out of order',
    `${report('house-style: worcestershire-panel')}## Background\n\nText.\n\n## Summary\n\nText.\n`,
  ],
  ['structure/duplicate-section', 'warning', 'twice', '## Background\n\nText.\n\n## Next steps\n\nText.\n\n## Background\n\nMore.\n'],
  ['structure/near-section', 'hint', 'nearly', '## Recomendations\n\n- That the panel comments.\n'],
  ['structure/missing-field', 'error', 'a key', `${report('house-style: sefton')}# Visit\n`],
  ['structure/invalid-field', 'error', 'a date', `${report('meeting-date: soon')}# Visit\n`],
  ['structure/unknown-field', 'warning', 'a key', `${report('meting-date: 2026-06-09')}# Visit\n`],
  ['structure/placeholder', 'error', 'XX', 'The plan will be ready by XX June.\n'],
  ['structure/placeholder', 'error', 'TBC', 'The next visit: TBC\n'],
  ['structure/placeholder', 'error', 'a square bracket', 'The chair is [insert name of chair].\n'],
  ['structure/placeholder', 'error', 'to follow', 'Consultation: [to follow]\n'],
  ['structure/placeholder', 'error', 'dotted leaders', 'The director of finance was consulted (FD 7100/26.....).\n'],
  ...['on DD/MM/YYYY', 'by (insert name)', 'as Error! Reference source not found. says', 'Type your text here', 'with ????'].map(
    (left) => ['structure/placeholder', 'error', left, `The plan was written ${left}.\n`] as const,
  ),
  ['structure/placeholder', 'error', 'Lorem ipsum', 'Lorem ipsum dolor sit amet.\n'],
  ['structure/placeholder', 'error', 'furniture of a web page', 'The panel noted the letter.\n\nview the full minutes\n'],
  ['structure/paragraph-number', 'error', 'duplicate', '1\\. One.\n\n2\\. Two.\n\n2\\. Two again.\n'],
  ['structure/paragraph-number', 'warning', 'gap', '1\\. One.\n\n2\\. Two.\n\n5\\. Five.\n'],
  [
    'structure/paragraph-number',
    'information',
    'mixed',
    '## 1. Background\n\n1.1 Plans are late.\n\n1.2. Visits are late.\n\n1.3 Records are late.\n',
  ],
  [
    'structure/missing-appendix',
    'error',
    'mentioned and not listed',
    'The letter is Appendix 2.\n\n## Appendices\n\n- Appendix 1 – Plan\n',
  ],
  ['structure/missing-appendix', 'information', 'listed and never mentioned', 'Inspectors came.\n\n## Appendices\n\n- Appendix 1 – Plan\n'],
  ['structure/missing-appendix', 'error', 'no such file', '## Appendices\n\n- [Appendix 1 – Plan](nowhere.plan.md)\n'],
  [
    'structure/background-papers',
    'error',
    'only a general link',
    'The audit report of May 2026 found late visits.\n\n## Background papers\n\nAll agendas and minutes are available on the website.\n',
  ],
  [
    'structure/background-papers',
    'error',
    'none, though one is relied on',
    'The Case File Audit of May 2026 found late visits.\n\n## Background papers\n\nNone.\n',
  ],
  ['structure/count-mismatch', 'error', 'three and two', 'There are three areas for improvement:\n\n- plans\n- visits\n'],
  [
    'structure/count-mismatch',
    'error',
    'areas for priority action',
    'Ofsted named two areas for priority action:\n\n- plans\n- visits\n- supervision\n',
  ],
  [
    'structure/broken-paragraph',
    'warning',
    'over a page break',
    'Social workers see children at the times that their plans set, and they are\n\nable to say what has changed.\n',
  ],
  ['structure/none-without-reason', 'warning', 'N/A', '## Implications\n\n### Legal implications\n\nN/A\n'],
  [
    'structure/implication-contradicted',
    'warning',
    'a cost',
    'The new team will cost about £300,000 a year.\n\n## Financial implications\n\nNone.\n',
  ],
  [
    'structure/implication-contradicted',
    'warning',
    'a notice',
    'The council was given an improvement notice in May 2026.\n\n## Legal implications\n\nNone.\n',
  ],
  [
    'structure/over-length',
    'warning',
    'a limit of words',
    `${report('house-style: lambeth')}## Report summary\n\n${'Inspectors came to see the service. '.repeat(30)}\n`,
  ],
  ['recommendations/no-verb', 'warning', 'for information', asked('This paper is for the information of the Board.')],
  ['recommendations/bare-note', 'warning', 'noting', asked('To note the report.')],
  [
    'recommendations/wrong-verb',
    'warning',
    'approve, to scrutiny',
    asked('To approve the plan.', 'body: Children’s Overview and Scrutiny Committee'),
  ],
  ['recommendations/wrong-verb', 'warning', 'approve, for information', asked('To approve the plan.', 'decision-type: information')],
  ['recommendations/several-acts', 'information', 'two', asked('To endorse the plan and to agree a further report in July 2026.')],
  ['recommendations/delegation', 'warning', 'no post', asked('To delegate authority for the plan.')],
  [
    'recommendations/delegation',
    'warning',
    'no limit and no consultee',
    asked('To delegate authority to the Director of Children’s Services to amend the plan.'),
  ],
  [
    'recommendations/body-unnamed',
    'warning',
    'two bodies',
    asked('To endorse the plan.', 'body:\n  - Cabinet\n  - Health and Wellbeing Board'),
  ],
  ['recommendations/unlabelled', 'hint', 'cannot be cited', asked('To endorse the plan.\n- To comment on the letter.')],
  ['actions/missing-owner', 'error', 'an empty cell', plan('| A1 | Review all plans |  | 31 July 2026 | Green |')],
  ['actions/missing-owner', 'error', 'nobody yet', plan('| A1 | Review all plans | TBC | 31 July 2026 | Green |')],
  [
    'actions/status-against-date',
    'error',
    'on target and past due',
    plan('| A1 | Review all plans | Head of Assessment | 31 March 2026 | On target |'),
  ],
  ['actions/missing-due', 'error', 'an empty cell', plan('| A1 | Review all plans | Head of Assessment |  | Green |')],
  ...['Ongoing', 'TBC', 'Spring 2027', 'In due course', 'July'].map(
    (due) => ['actions/vague-due', 'warning', due, plan(`| A1 | Review all plans | Head of Assessment | ${due} | Green |`)] as const,
  ),
  [
    'actions/past-due',
    'warning',
    'in a report that says of which day it is',
    `${report('as-at: 2026-06-01')}## Actions\n\n| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n| A1 | Review all plans | Head of Assessment | 31 March 2026 | Amber |\n`,
  ],
  ['actions/past-due', 'warning', 'not complete', plan('| A1 | Review all plans | Head of Assessment | 31 March 2026 | Amber |')],
  ['actions/group-owner', 'warning', 'a team', plan('| A1 | Review all plans | Assessment team | 31 July 2026 | Green |')],
  ['actions/group-owner', 'warning', 'a board', plan('| A1 | Review all plans | Improvement Board | 31 July 2026 | Green |')],
  ['actions/group-owner', 'warning', 'all of a kind', plan('| A1 | Review all plans | All team managers | 31 July 2026 | Green |')],
  ['actions/several-owners', 'warning', 'two by their initials', plan('| A1 | Review all plans | MR / KT | 31 July 2026 | Green |')],
  [
    'actions/weak-verb',
    'information',
    'behind a number',
    plan('| A1 | 4.1 Continue to promote plans | Head of Assessment | 31 July 2026 | Green |'),
  ],
  [
    'actions/several-owners',
    'warning',
    'two posts',
    plan('| A1 | Review all plans | Head of Assessment and Head of Care | 31 July 2026 | Green |'),
  ],
  [
    'actions/unknown-owner',
    'warning',
    'initials',
    plan('| A1 | Review all plans | QZ | 31 July 2026 | Green |', { header: 'people:\n  KW: Kim Ward, Head of Assessment' }),
  ],
  [
    'actions/missing-measure',
    'warning',
    'a column that is empty throughout',
    plan('| A1 | Review all plans | Head of Assessment | 31 July 2026 |  |', { columns: '| Ref | Action | Owner | Due | Measure |' }),
  ],
  [
    'actions/missing-measure',
    'warning',
    'an empty cell',
    plan(
      '| A1 | Review all plans | Head of Assessment | 31 July 2026 |  |\n| A2 | Train all managers | Head of Assessment | 31 July 2026 | 40 managers |',
      { columns: '| Ref | Action | Owner | Due | Measure |' },
    ),
  ],
  ...['Continue to', 'Look at', 'Explore', 'Support', 'Ensure'].map(
    (verb) =>
      ['actions/weak-verb', 'information', verb, plan(`| A1 | ${verb} the rota | Head of Assessment | 31 July 2026 | Green |`)] as const,
  ),
  [
    'actions/bundled',
    'information',
    'two in one',
    plan('| A1 | Review all plans and recruit six social workers | Head of Assessment | 31 July 2026 | Green |'),
  ],
  [
    'actions/duplicate-label',
    'error',
    'in the file',
    plan(
      '| A1 | Review all plans | Head of Assessment | 31 July 2026 | Green |\n| A1 | Train all managers | Head of Assessment | 31 July 2026 | Green |',
    ),
  ],
  [
    'actions/duplicate-label',
    'error',
    'in the response',
    `${plan('| A1 | Review all plans | Head of Assessment | 31 July 2026 | Green |')}//- /b.plan.md\n## Actions\n\n- **A1** Train all managers\n`,
  ],
  [
    'actions/due-before-start',
    'error',
    'due first',
    plan('| A1 | Review all plans | Head of Assessment | 1 September 2026 | 31 July 2026 |', {
      columns: '| Ref | Action | Owner | Start | Due |',
    }),
  ],
  [
    'actions/due-on-non-working-day',
    'information',
    'Sunday',
    plan('| A1 | Review all plans | Head of Assessment | 2 August 2026 | Green |'),
  ],
  [
    'actions/due-on-non-working-day',
    'information',
    'bank holiday',
    plan('| A1 | Review all plans | Head of Assessment | 31 August 2026 | Green |'),
  ],
  ['actions/unknown-status', 'error', 'outside the scale', plan('| A1 | Review all plans | Head of Assessment | 31 July 2026 | Purple |')],
  [
    'actions/status-against-date',
    'error',
    'green and past due',
    plan('| A1 | Review all plans | Head of Assessment | 31 March 2026 | Green |'),
  ],
  [
    'actions/status-against-date',
    'error',
    'on track and past due',
    plan('| A1 | Review all plans | Head of Assessment | 31 March 2026 | On track |'),
  ],
  ['actions/status-against-date', 'error', 'red with no date', plan('| A1 | Review all plans | Head of Assessment |  | Red |')],
  [
    'actions/status-against-date',
    'error',
    'complete in the future',
    plan('| A1 | Review all plans | Head of Assessment | 31 July 2026 | Complete (31 July 2026) |'),
  ],
  [
    'actions/status-against-text',
    'warning',
    'complete and ongoing',
    plan('| A1 | Review all plans | Head of Assessment | 31 March 2026 | Complete (and ongoing) |'),
  ],
  [
    'actions/complete-without-evidence',
    'warning',
    'nothing shows it',
    plan(
      '| A1 | Review all plans | Head of Assessment | 31 March 2026 |  | Complete |\n| A2 | Train all managers | Head of Assessment | 31 March 2026 | List of names | Complete |',
      { columns: '| Ref | Action | Owner | Due | Evidence | Status |' },
    ),
  ],
  [
    'actions/moved-due',
    'warning',
    'no reason',
    plan('| A1 | Review all plans | Head of Assessment | 31 July 2026 | 31 March 2026 | Half done |', {
      columns: '| Ref | Action | Owner | Due | Original due | Progress |',
    }),
  ],
  [
    'actions/stale-progress',
    'information',
    'older than the period',
    plan('| A1 | Review all plans | Head of Assessment | 31 July 2026 | 3 June 2025: begun |', {
      columns: '| Ref | Action | Owner | Due | Progress |',
    }),
  ],
  [
    'trace/finding-without-action',
    'error',
    'nothing addresses it',
    `${letterOf('- **F1** Plans are late.\n- **F2** Visits are late.')}//- /a.plan.md\n## Actions\n\n- **A1** Train all managers\n  - Addresses: F2\n`,
  ],
  [
    'trace/action-without-source',
    'warning',
    'a column that is empty throughout',
    `${plan('| A1 | Review all plans | Head of Assessment | 31 July 2026 |  |', { columns: '| Ref | Action | Owner | Due | Addresses |' })}${letterOf('- **F1** Plans are late.').replace('a.letter', 'b.letter')}`,
  ],
  [
    'trace/action-without-source',
    'warning',
    'addresses nothing',
    `${plan('| A1 | Review all plans | Head of Assessment | 31 July 2026 |  |\n| A2 | Train all managers | Head of Assessment | 31 July 2026 | F1 |', { columns: '| Ref | Action | Owner | Due | Addresses |' })}${letterOf('- **F1** Plans are late.').replace('a.letter', 'b.letter')}`,
  ],
  ['trace/unknown-label', 'error', 'not defined', 'The plan answers F9.\n\n## Areas for improvement\n\n- **F1** Plans are late.\n'],
  ['trace/unlabelled-finding', 'hint', 'without a label', letterOf('- Plans are late.')],
  [
    'trace/finding-misquoted',
    'warning',
    'other words',
    `//- /a.report.md\n## Areas for improvement\n\n- **F1** Plans are good and on time.\n${letterOf('- **F1** Plans are late and hard to read.')}`,
  ],
  [
    'trace/totals-mismatch',
    'warning',
    'green and amber',
    `//- /a.report.md\nThe plan has 12 green and 3 amber actions.\n${plan('| A1 | Review all plans | Head of Assessment | 31 July 2026 | Green |')}`,
  ],
  ...['8/5%', '105 % of children', '80 percent%'].map(
    (share) => ['measures/malformed-percentage', 'error', share, `The target is ${share}.\n`] as const,
  ),
  [
    'measures/without-baseline',
    'warning',
    'an empty cell',
    '## Measures\n\n| Measure | Baseline | Target | By when |\n| --- | --- | --- | --- |\n| Visits on time |  | 90% | 31 July 2026 |\n',
  ],
  [
    'measures/without-target',
    'warning',
    'an empty cell',
    '## Measures\n\n| Measure | Baseline | Target | By when |\n| --- | --- | --- | --- |\n| Visits on time | 61% |  | 31 July 2026 |\n',
  ],
  [
    'measures/without-date',
    'warning',
    'an empty cell',
    '## Measures\n\n| Measure | Baseline | Target | By when |\n| --- | --- | --- | --- |\n| Visits on time | 61% | 90% |  |\n',
  ],
  ['measures/impossible-percentage', 'information', 'no such share', 'Of the 8 plans, 33% (of 8) were late: 3 of 8 (33%).\n'],
  ['dates/weekday-mismatch', 'error', 'the wrong weekday', 'The panel met on Wednesday, 15 May 2018.\n'],
  ['dates/impossible-date', 'error', '31 June', 'The plan is due on 31 June 2026.\n'],
  ['dates/impossible-date', 'error', 'it ends before it starts', 'The visit lasted from 13 May 2026 to 12 May 2026.\n'],
  [
    'dates/impossible-date',
    'error',
    'a visit after its letter',
    `${report('inspection:\n  visited: 2026-05-13\n  letter-dated: 2026-05-01')}# Visit\n`,
  ],
  [
    'dates/impossible-date',
    'error',
    'a visit that ends before it starts',
    `${report('inspection:\n  visited: 2026-05-13/2026-05-12')}# Visit\n`,
  ],
  [
    'dates/statutory-deadline',
    'error',
    'the draft, 20 working days',
    `${received}The draft action plan must be sent to Ofsted by 9 June 2021.\n`,
  ],
  ['dates/statutory-deadline', 'error', '70 working days', `${received}The final action plan must be sent to Ofsted by 18 August 2021.\n`],
  [
    'dates/statutory-deadline',
    'information',
    'the date that the inspectorate states wins',
    `//- /a.letter.md\n${head('type: inspection-letter\ninspection:\n  inspectorate: JTAI\n  letter-dated: 2022-09-05')}The written statement of action is due with the inspectorate by 20 December 2022.\n`,
  ],
  [
    'dates/deadline-unstated',
    'warning',
    'nobody states the day',
    `${received}The final plan goes to Ofsted 70 working days from receipt of the letter.\n`,
  ],
  [
    'dates/working-days-wording',
    'warning',
    '20 days after',
    'A draft action plan must be sent to Ofsted 20 days after the letter was received.\n',
  ],
  ['dates/no-year', 'warning', 'a day', 'The plan is due on 4 June.\n'],
  ...['10th May 2021', '06 March 2021', '03/11/2022'].map(
    (date) => ['dates/date-style', 'information', date, `The panel met on ${date}.\n`] as const,
  ),
  ['dates/clear-days', 'error', 'three', `${report('meeting-date: 2026-06-09\npublished: 2026-06-05')}# Visit\n`],
  [
    'dates/clear-days',
    'warning',
    'five, four of them working days',
    `${report('meeting-date: 2026-06-10\npublished: 2026-06-04')}# Visit\n`,
  ],
  ['dates/key-decision-notice', 'warning', 'contradicts the forward plan', `${report('key-decision: yes\nforward-plan: no')}# Visit\n`],
  [
    'dates/key-decision-notice',
    'warning',
    'under 28 clear days',
    `${report('key-decision: yes\nforward-plan: yes\nmeeting-date: 2026-06-09')}Notice of this decision was given on 1 June 2026.\n`,
  ],
  [
    'dates/key-decision-notice',
    'warning',
    'a later decision of Cabinet',
    `${report('key-decision: no\nforward-plan: no')}A final decision will be taken by Cabinet in July 2026.\n`,
  ],
  [
    'dates/late-paper',
    'error',
    'a letter after the agenda',
    `//- /a.agenda.md\n${head('type: agenda\npublished: 2026-06-01\nmeeting-date: 2026-06-09')}# Agenda\n\n## Appendix 1: Letter\n\n4 June 2026\n\nDear Ms Castle\n`,
  ],
  ...[
    'OFSTED',
    'the Care and Quality Commission',
    'a focussed visit',
    'the Department of Education',
    'ILACs',
    'His Majesties Inspectors',
  ].map((name) => ['inspectorate/official-name', 'warning', name, `The paper is about ${name} in May 2026.\n`] as const),
  [
    'inspectorate/majesty',
    'warning',
    'Her, in 2024',
    `${report('meeting-date: 2024-03-06')}Two of Her Majesty’s Inspectors came on 8 January 2024.\n`,
  ],
  [
    'inspectorate/majesty',
    'warning',
    'His, in 2019',
    `${report('meeting-date: 2019-03-06')}Two of His Majesty’s Inspectors came on 8 January 2019.\n`,
  ],
  [
    'inspectorate/grade-name',
    'error',
    'of another time',
    `${report('inspection:\n  inspectorate: Ofsted\n  framework: ILACS\n  event: inspection\n  published: 2026-02-04')}Overall effectiveness was judged to be adequate.\n`,
  ],
  [
    'inspectorate/grade-name',
    'warning',
    'shortened',
    `${report('inspection:\n  inspectorate: Ofsted\n  framework: ILACS\n  event: inspection\n  published: 2026-02-04')}Overall effectiveness was judged to be requires improvement.\n`,
  ],
  [
    'inspectorate/grade-name',
    'error',
    'not of the scale',
    `${report('inspection:\n  inspectorate: Ofsted\n  framework: ILACS\n  event: inspection\n  published: 2026-02-04\n  judgements:\n    overall effectiveness: satisfactory')}# Visit\n`,
  ],
  [
    'inspectorate/judgement-name',
    'warning',
    'not of the framework',
    `${report('inspection:\n  inspectorate: Ofsted\n  framework: ILACS\n  event: inspection\n  published: 2026-02-04\n  judgements:\n    quality of sandwiches: good')}# Visit\n`,
  ],
  [
    'inspectorate/limiting-judgement',
    'error',
    'better than its part',
    `${report('inspection:\n  inspectorate: Ofsted\n  framework: ILACS\n  event: inspection\n  published: 2026-02-04\n  judgements:\n    overall effectiveness: good\n    the experiences and progress of children who need help and protection: inadequate')}# Visit\n`,
  ],
  [
    'inspectorate/grade-for-ungraded-visit',
    'warning',
    'a focused visit',
    `${report('inspection:\n  inspectorate: Ofsted\n  framework: ILACS\n  event: focused visit\n  published: 2026-02-04\n  judgements:\n    overall effectiveness: good')}# Visit\n`,
  ],
  [
    'inspectorate/grade-for-ungraded-visit',
    'warning',
    'told in a sentence',
    `${received}At the focused visit the service was judged to be good.\n`,
  ],
  ['privacy/personal-data', 'error', 'an NHS number', 'His NHS number is 943 476 5919.\n'],
  [
    'privacy/personal-data',
    'error',
    'a date of birth behind the author’s line',
    'Report author: Ada Marlow\n\nThe child (DOB 3 May 2014) moved.\n',
  ],
  ['privacy/personal-data', 'error', 'a national insurance number', 'Paid under AB 12 34 56 C.\n'],
  ['privacy/personal-data', 'error', 'a date of birth', 'The child was born on 3 May 2014.\n'],
  ['privacy/personal-data', 'error', 'a home postcode', 'The family lives at 4 Elm Row, WX1 2YZ.\n'],
  ['privacy/personal-data', 'error', 'initials with an age', 'Inspectors read about QJ, aged 9.\n'],
  ['privacy/personal-data', 'warning', 'in an exempt paper', `${report('exempt: "2"')}The child was born on 3 May 2014.\n`],
  ['privacy/exempt-without-paragraph', 'error', 'no paragraph', `${report('exempt: yes')}# Visit\n`],
  ['privacy/exempt-without-public-interest', 'error', 'not weighed', `${report('exempt: "2"')}# Visit\n\nText.\n`],
  ['privacy/exempt-and-confidential', 'warning', 'mixed', 'This report is confidential under paragraph 2 of Schedule 12A.\n'],
  ['language/acronym-undefined', 'warning', 'nowhere', 'The LADO gave advice.\n'],
  ['language/acronym-late', 'warning', 'later', 'The MASH is full. The multi-agency safeguarding hub (MASH) will move.\n'],
  [
    'language/acronym-twice',
    'information',
    'again',
    'The multi-agency safeguarding hub (MASH) is full. The multi-agency safeguarding hub (MASH) will move.\n',
  ],
  ['language/acronym-unused', 'information', 'once', 'The young carers forum (YCF) met.\n'],
  ...['[here](https://reports.example/1)', '[click here](https://reports.example/1)', 'https://reports.example/1'].map(
    (link) => ['language/link-text', 'error', link, `The letter is at ${link} for all.\n`] as const,
  ),
  ...['[the letter](#)', '[the letter]()'].map((link) => ['language/empty-link', 'error', link, `Read ${link} first.\n`] as const),
  ['language/doubled-word', 'warning', 'the the', 'Inspectors saw the the plans.\n'],
  ['language/capitals', 'information', 'for stress', 'Plans MUST be ready.\n'],
  ['language/confusable-character', 'warning', 'a Greek Υ', 'The \u03A5outh service moved.\n'],
  ['language/latin-abbreviation', 'information', 'e.g.', 'Some papers, e.g. the plan, were late.\n'],
  ...['bi-annual', 'bi-weekly'].map((word) => ['language/ambiguous-frequency', 'information', word, `A ${word} audit began.\n`] as const),
  ['language/mixed-spelling', 'information', 'care-leavers', 'Two care leavers came. The care leavers spoke. Other care-leavers wrote.\n'],
  [
    'language/long-sentence',
    'hint',
    'more than forty words',
    `Inspectors saw ${'plans and visits and records and reviews and '.repeat(7)}letters.\n`,
  ],
  ['language/hard-word', 'hint', 'utilise', 'Staff utilise the plan.\n'],
  ['accessibility/image-alt', 'error', 'no text', '![](chart.png)\n'],
  [
    'accessibility/table-header',
    'error',
    'a column without a heading',
    '| Meeting | | Place |\n| --- | --- | --- |\n| Board | 3 June 2026 | Hall |\n',
  ],
  ['accessibility/heading-skip', 'error', 'from two to four', '## Background\n\nText.\n\n#### Detail\n\nText.\n'],
  ['accessibility/colour-only', 'warning', 'a green circle', plan('| A1 | Review all plans | Head of Assessment | 31 July 2026 | 🟢 |')],
  [
    'project/unused-disable',
    'warning',
    'silences nothing',
    '<!-- inspection-response-disable-next-line language/doubled-word -->\nPlans are late.\n',
  ],
  ['project/house-style-unknown', 'error', 'no such style', `${report('house-style: atlantis')}# Visit\n`],
  ['project/responds-to-missing', 'error', 'no such file', `${report('responds-to: gone.letter.md')}# Visit\n`],
];

describe('each check sees what it is for', () => {
  for (const [rule, severity, what, text] of cases) {
    it(`${rule}, ${severity}: ${what}`, async () => {
      const found = (await reportsOf(worldOf(text))).filter((one) => one.rule === rule);
      assert.ok(found.length > 0, 'nothing is reported');
      assert.ok(
        found.some((one) => one.severity === severity),
        `reported as ${found.map((one) => one.severity).join(', ')}`,
      );
    });
  }
});
