import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { jsonOf } from './harness.ts';

const paper = (name: string) => jsonOf(readFileSync(new URL(`../../fixtures/papers/${name}`, import.meta.url), 'utf8'), name);
const sectionsOf = ({ sections }: ReturnType<typeof jsonOf>) => sections.map(({ heading, role }) => [heading, role]);

describe('papers of the shapes that councils publish', () => {
  it("reads a panel's report whose paragraphs are numbered straight through and whose recommendations stand in the purpose of the meeting", () => {
    const model = paper('aldersham-visit.report.md');
    assert.equal(model.type, 'committee-report');
    assert.equal(model.houseStyle, 'worcestershire-panel');
    assert.equal(model.title, "Children's Services – Feedback from the Monitoring Visit");
    assert.deepEqual(sectionsOf(model), [
      ['Summary', 'summary'],
      ['Background', 'background'],
      ['Feedback from Ofsted Monitoring Visit – No.3', 'key-issues'],
      ['Next Steps', 'next-steps'],
      ['Purpose of the Meeting', 'recommendations'],
      ['Supporting Information', 'appendices'],
      ['Contact Points', 'contact'],
      ['County Council Contact Points', 'contact'],
      ['Specific Contact Points for this report', 'contact'],
      ['Background Papers', 'background-papers'],
    ]);
    assert.deepEqual(
      model.paragraphs.map(({ number }) => number),
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
    );
    const body = 'The Children and Families Overview and Scrutiny Panel';
    assert.deepEqual(model.recommendations, [
      { label: null, body, verb: 'note', text: 'note the information in the report and appendix 1,', line: 44 },
      { label: null, body, verb: 'determine', text: 'determine whether it would wish to look further into any part of it, and', line: 45 },
      { label: null, body, verb: 'agree', text: 'agree whether it would wish to make any comments to the Cabinet Member', line: 46 },
    ]);
    assert.deepEqual(model.appendices, [{ number: '1', title: 'Letter of the inspectors', listedAt: 50, mentions: [26, 44] }]);
    assert.deepEqual(model.acronyms[0], { short: 'SIP', long: 'Service Improvement Plan', definedAt: 18, uses: [32, 38] });
    assert.deepEqual([model.findings, model.actions, model.measures, model.references], [[], [], [], []]);
    assert.deepEqual(model.dates[0], {
      text: '9 and 10 January 2024',
      from: '2024-01-09',
      to: '2024-01-10',
      precision: 'period',
      line: 12,
    });
  });

  it('reads supplementary papers: the agenda, and the appendix that follows it', () => {
    const model = paper('aldersham-supplement.agenda.md');
    assert.equal(model.type, 'agenda');
    assert.deepEqual(sectionsOf(model), [
      ['Supplementary Papers', 'appendices'],
      ['DISCLOSING INTERESTS', 'declarations'],
      ['Membership', 'membership'],
      ['Agenda', 'agenda-items'],
      ['Appendix 1: Letter of the inspectors', null],
    ]);
    assert.deepEqual(model.appendices, [{ number: '1', title: 'Letter of the inspectors', listedAt: 11, mentions: [] }]);
    assert.deepEqual(
      model.dates.map(({ from, line }) => [from, line]),
      [
        ['2024-05-07', 31],
        ['2024-05-13', 35],
      ],
    );
    assert.deepEqual([model.findings, model.actions, model.recommendations, model.paragraphs], [[], [], [], []]);
  });

  it("reads an inspectorate's letter: findings with their labels, a numbered list being findings too", () => {
    const model = paper('aldersham-visit.letter.md');
    assert.deepEqual(
      model.findings.map(({ label, polarity, line }) => [label, polarity, line]),
      [
        ['P1', 'priority', 19],
        ['F1', 'improvement', 23],
        ['F2', 'improvement', 24],
        [null, 'strength', 28],
        [null, 'strength', 29],
      ],
    );
    assert.equal(model.findings[1]!.text, 'The quality of plans for children in need, so that families know what has to change.');
    assert.deepEqual(model.references, [{ label: 'F1', line: 29, resolvesTo: 'aldersham-visit.letter.md:23' }]);
  });

  it('reads minutes: lettered paragraphs, and areas for improvement numbered i to iv as findings, over a paragraph that parts them', () => {
    const model = paper('northmere-scrutiny.minutes.md');
    assert.deepEqual(
      model.paragraphs.map(({ number }) => number),
      ['a', 'b', 'c', 'd', 'e', 'i', 'ii', 'iii', 'iv', 'f', 'g', 'i'],
    );
    assert.deepEqual(
      model.findings.map(({ polarity, line }) => [polarity, line]),
      [
        ['improvement', 28],
        ['improvement', 30],
        ['improvement', 34],
        ['improvement', 36],
      ],
    );
    assert.equal(model.findings[1]!.text, 'Management oversight of front-line workers');
    assert.deepEqual(model.dates[0], { text: '02/11/2023', from: '2023-11-02', to: '2023-11-02', precision: 'day', line: 12 });
  });

  it('reads a form: bold lines and "Name: value" lines as headings, findings and actions under headings that introduce them', () => {
    const model = paper('seaborne-visit.report.md');
    assert.deepEqual(sectionsOf(model), [
      ['Summary', 'summary'],
      ['Recommendation', 'recommendations'],
      ['Reasons for the Recommendation(s)', 'reasons'],
      ['What will it cost and how will it be financed?', 'implications/financial'],
      ['Revenue Costs', 'implications/financial'],
      ['Implications of the Proposals', 'implications'],
      ['Legal Implications', 'implications/legal'],
      ['Climate Emergency Implications', 'implications/climate'],
      ['Contact Officer', 'contact'],
      ['Telephone Number', 'contact'],
      ['Email Address', 'contact'],
      ['Appendices', 'appendices'],
      ['Background Papers', 'background-papers'],
      ['Introduction', 'introduction'],
      ['Identified areas of Priority Action and areas of Improvement', 'key-issues'],
      ['Areas for priority action', 'priority-actions'],
      ['What needs to improve in this area of social work practice', 'areas-for-improvement'],
      ['There were also a number of strengths identified:', null],
      ['In response to the visit, actions taken so far include:', 'progress'],
      ['Conclusion', 'conclusion'],
    ]);
    assert.deepEqual(
      model.sections.filter(({ number }) => number?.startsWith('2')).map(({ number }) => number),
      ['2', '2.1', '2.2', '2.3', '2.3'],
    );
    assert.deepEqual(model.recommendations, [
      { label: null, body: null, verb: null, text: "This paper is for the Board's information.", line: 26 },
      {
        label: null,
        body: 'The Overview and Scrutiny Committee',
        verb: 'note',
        text: 'The Overview and Scrutiny Committee is requested to note the report.',
        line: 28,
      },
    ]);
    assert.deepEqual(
      model.findings.map(({ polarity }) => polarity),
      ['priority', 'improvement', 'improvement', 'improvement', 'strength', 'strength'],
    );
    assert.deepEqual(
      model.actions.map(({ owner, due, line }) => [owner, due, line]),
      [
        [null, null, 92],
        [null, null, 93],
      ],
    );
  });

  it('reads section.paragraph numbers, strengths before weaknesses, actions but not aims, and targets with the date of their introduction', () => {
    const model = paper('cotsmere-visit.report.md');
    assert.deepEqual(
      model.paragraphs.map(({ number }) => number),
      ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '2.4'],
    );
    assert.deepEqual(
      model.recommendations.map(({ body, verb }) => [body, verb]),
      [[null, 'receive']],
    );
    assert.deepEqual(
      model.findings.map(({ polarity }) => polarity),
      ['strength', 'strength', 'strength', 'improvement', 'improvement'],
    );
    assert.deepEqual(
      model.actions.map(({ text }) => text),
      ['Find teams that need more help', 'Deep dives into those teams', 'Fortnightly reports from Heads of Service'],
    );
    assert.deepEqual(
      model.measures.map(({ text, target, by }) => [text, target, by]),
      [
        ['8/5% of cases judged as inadequate by audit', '8/5%', 'end of July'],
        ['80% of children seen within timescale', '80%', 'end of July'],
      ],
    );
  });

  it('reads an action plan: a table, an item with fields, a bare item, and measures', () => {
    const model = paper('aldersham-answer.plan.md');
    assert.deepEqual(model.actions, [
      {
        label: 'A1',
        text: 'Give allegations about adults in trust to one named manager',
        owner: 'CD',
        due: '2024-07-31',
        dueText: '31 July 2024',
        originalDue: '2024-06-30',
        status: 'amber',
        addresses: ['P1', 'F2'],
        measure: 'Allegations answered in a day: from 40% (April 2024) to 95% by 31 July 2024',
        evidence: null,
        progress: '3 June 2024: the manager has started',
        line: 17,
      },
      {
        label: 'A2',
        text: 'Rewrite the plan form with families',
        owner: null,
        due: null,
        dueText: 'Ongoing',
        originalDue: null,
        status: 'green',
        addresses: ['F1'],
        measure: null,
        evidence: null,
        progress: null,
        line: 18,
      },
      {
        label: 'A3',
        text: 'Train team managers',
        owner: 'AB',
        due: '2024-07-31',
        dueText: 'July 2024',
        originalDue: null,
        status: 'purple',
        addresses: [],
        measure: null,
        evidence: null,
        progress: null,
        line: 20,
      },
      {
        label: 'A4',
        text: 'Recruit six social workers',
        owner: 'Head of Assessment',
        due: '2025-07-31',
        dueText: '31 July 2025',
        originalDue: null,
        status: 'green',
        addresses: ['F1', 'F2'],
        measure: 'agency posts from 31% (March 2024) to 15% by 31 July 2025',
        evidence: null,
        progress: '3 June 2024: advertised 10 June 2024: four appointed',
        line: 22,
      },
      {
        label: null,
        text: 'Look at supervision',
        owner: null,
        due: null,
        dueText: null,
        originalDue: null,
        status: null,
        addresses: [],
        measure: null,
        evidence: null,
        progress: null,
        line: 31,
      },
    ]);
    assert.deepEqual(
      model.measures.map(({ baseline, target, actual, by, line }) => [baseline, target, actual, by, line]),
      [
        ['40%', '95%', null, '2024-07-31', 17],
        ['31%', '15%', null, '2025-07-31', 26],
        ['62% (April 2024)', '90%', '71%', '2025-03-31', 37],
        [null, '95%', null, null, 38],
      ],
    );
    assert.deepEqual(
      model.references.map(({ label }) => label),
      ['P1', 'F2', 'F1', 'F1', 'F2'],
    );
    assert.deepEqual(model.frontMatter['people'], {
      AB: 'Ann Bell, Head of Assessment',
      CD: { name: 'Cal Dene', post: 'Head of Safeguarding' },
    });
    assert.equal(model.title, 'Answer to the focused visit of April 2024');
  });

  it('lists what an inspectorate recommends as findings, which are to be answered, and as recommendations; what it says elsewhere only as findings', () => {
    const model = jsonOf(
      '---\ntype: inspection-letter\n---\n\n# An inspection of youth justice\n\n## Recommendations\n\nThe Cotsmere Youth Justice Service should:\n\n1. assess risk better\n2. review plans.\n\n**Cotsmere Council should:**\n\n3. find homes for those who leave custody.\n\n## Areas for improvement\n\n- Supervision is irregular.\n',
      'a.letter.md',
    );
    assert.deepEqual(
      model.recommendations.map(({ body, text, line }) => [body, text, line]),
      [
        ['Cotsmere Youth Justice Service', 'assess risk better', 11],
        ['Cotsmere Youth Justice Service', 'review plans.', 12],
        ['Cotsmere Council', 'find homes for those who leave custody.', 16],
      ],
    );
    assert.equal(model.findings.length, 4);
  });

  it('knows whom an inspectorate tells to act in the sentence itself', () => {
    const model = jsonOf(
      '---\ntype: inspection-letter\n---\n\n# PEEL\n\n## Recommendations\n\n- By 31 December 2026, Northmere Police should answer each call.\n- Officers’ training is out of date.\n\nWithin three months, Northmere Police should:\n\n- supervise assessments\n',
      'a.letter.md',
    );
    assert.deepEqual(
      model.recommendations.map(({ body }) => body),
      ['Northmere Police', null, 'Northmere Police'],
    );
  });

  it('knows who is told to do what: “The Chair of the Management Board should:”', () => {
    const model = jsonOf(
      '---\ntype: committee-report\n---\n\n# A report\n\n## Recommendations\n\nWe have made two recommendations.\n\n**The Chair of the Management Board should:**\n\n1. see that members attend\n\nCotsmere Council must:\n\n- find homes for those who leave custody.\n',
      'a.report.md',
    );
    assert.deepEqual(
      model.recommendations.filter(({ line }) => line > 9).map(({ body, text }) => [body, text]),
      [
        ['Chair of the Management Board', 'see that members attend'],
        ['Cotsmere Council', 'find homes for those who leave custody.'],
      ],
    );
  });

  it('reads the actions of a plan that names its owner first, and of minutes only where there are any', () => {
    const table =
      '| Item | Discussion | Action | Owner |\n| --- | --- | --- | --- |\n| 1 | Welcome |  |  |\n| 2 | Performance | Send the data | AP |\n';
    assert.deepEqual(
      jsonOf(`---\ntype: action-plan\n---\n\n# A plan\n\nOwner: Improvement Board. Version 2.\n\n${table}`, 'a.plan.md').actions.map(
        ({ text }) => text,
      ),
      ['', 'Send the data'],
    );
    assert.deepEqual(
      jsonOf(`---\ntype: minutes\n---\n\n# Minutes\n\n${table}`, 'a.minutes.md').actions.map(({ text }) => text),
      ['Send the data'],
    );
  });
});
