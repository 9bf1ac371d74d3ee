import assert from 'node:assert/strict';
import { itemsOf, jsonOf } from './harness.ts';

const recommendations = (text: string) =>
  itemsOf(text, 'recommendation').map(({ body, acts, text: words }) => [body, acts.join(', '), words]);

describe('recommendations', () => {
  it('are the items of a list, asked of the body that its introduction names', () => {
    assert.deepEqual(
      recommendations('## Recommendations\n\nThat the Cabinet:\n\n1. notes the report; and\n2. approves the plan.\n'),
      [
        ['the Cabinet', 'note', 'notes the report; and'],
        ['the Cabinet', 'approve', 'approves the plan.'],
      ].map(([, ...rest]) => ['Cabinet', ...rest]),
    );
  });

  it('stand in a list inside a numbered paragraph too', () => {
    assert.deepEqual(
      recommendations('## Recommendations\n\n12. The Audit Panel is asked to:\n\n    - note the report, and\n    - agree the plan\n'),
      [
        ['The Audit Panel', 'note', 'note the report, and'],
        ['The Audit Panel', 'agree', 'agree the plan'],
      ],
    );
  });

  it('stand in lettered paragraphs', () => {
    assert.deepEqual(
      recommendations(
        '## Recommendations\n\nThe Board is asked to:\n\n(a) note the report;\n\n(b) agree the plan.\n\nThe report is long.\n',
      ),
      [
        ['The Board', 'note', 'note the report;'],
        ['The Board', 'agree', 'agree the plan.'],
      ],
    );
  });

  it('are paragraphs where there is no list, even one that asks nothing', () => {
    assert.deepEqual(
      recommendations('## Recommendation\n\nThis paper is for information.\n\nThe Board is requested to note the report.\n'),
      [
        [null, '', 'This paper is for information.'],
        ['The Board', 'note', 'The Board is requested to note the report.'],
      ],
    );
  });

  it('are not the explanations around a list', () => {
    assert.deepEqual(
      recommendations(
        '## Recommendations\n\n- That the Board note the report\n\nThe reasons are below.\n\n### Why\n\nMuch has changed.\n',
      ).map(([, , words]) => words),
      ['That the Board note the report'],
    );
  });

  it('are asked of the body that the words over them name, also without a colon', () => {
    assert.deepEqual(
      recommendations('**2.0 RECOMMENDATION: That the Board**\n\n1) notes the letter; and\n\n2) endorses the plan.\n').map(
        ([, ...rest]) => rest,
      ),
      [
        ['note', 'notes the letter; and'],
        ['endorse', 'endorses the plan.'],
      ],
    );
    assert.deepEqual(
      recommendations('## Recommendation\n\nThat the Board note the letter\n').map(([, , words]) => words),
      ['That the Board note the letter'],
    );
  });

  it('are called so by their number: in a paragraph, in a heading over the reasons, or in a heading or bold line alone over their words', () => {
    const words = (text: string, name?: string) =>
      (name ? jsonOf(text, name).recommendations : itemsOf(text, 'recommendation')).map(({ text: said }) => said);
    const paragraphs =
      '## Key recommendations\n\nThese are what the team recommends:\n\n**Recommendation 1 – Agree the priorities.** There are too many.\n\n**Recommendation 2:** Homes that suit families.\n\nRecommendation 1 was made before.\n';
    assert.deepEqual(words(paragraphs, 'peers.letter.md'), ['Agree the priorities. There are too many.', 'Homes that suit families.']);
    assert.deepEqual(
      words(
        '## Recommendations\n\nThe group recommends:\n\n### Recommendation 1\n\nThat the Council adopts the covenant.\n\nIt costs nothing.\n\n### Recommendation 2\n\nThat landlords set aside ten homes.\n',
      ),
      ['That the Council adopts the covenant.', 'That landlords set aside ten homes.'],
    );
    assert.deepEqual(
      words(
        '## Recommendations\n\n**Recommendation 1**\n\nThat the Council adopts the covenant.\n\n**Recommendation 2**\n\nThat landlords set aside ten homes.\n',
      ),
      ['That the Council adopts the covenant.', 'That landlords set aside ten homes.'],
    );
    assert.deepEqual(
      words(
        '## Recommendations\n\n### Recommendation 1: Agree the priorities\n\nThere are too many.\n\n### Recommendation 2: Homes\n\nThat the Board asks landlords for ten homes.\n',
      ),
      ['Agree the priorities', 'That the Board asks landlords for ten homes.'],
    );
    assert.deepEqual(words('## Progress\n\n### Recommendation 1: Agree the priorities\n\nDone.\n'), []);
  });

  it('are found outside of a section only where a body is asked', () => {
    assert.deepEqual(recommendations('The Audit Committee is asked to:\n\n- note the report\n'), [
      ['The Audit Committee', 'note', 'note the report'],
    ]);
    assert.deepEqual(recommendations('Managers are asked to:\n\n- note the report\n'), []);
  });

  it('take the verb of an introduction that says it for all of them', () => {
    assert.deepEqual(recommendations('## Recommendations\n\nThe Board is asked to note the following:\n\n- the letter\n- the plan\n'), [
      ['The Board', 'note', 'the letter'],
      ['The Board', 'note', 'the plan'],
    ]);
  });

  it('stand in a table of their section, with a label in their cell or in the column before it', () => {
    const table = (first: string) =>
      `# Review\n\n## Recommendations\n\nWe recommend that Cabinet:\n\n| No. | Recommendation | Responsible officer | Timescale |\n|---|---|---|---|\n| 1 | ${first} | Director of Communities | July 2027 |\n| R2 | Reports twice a year | Head of Service | June 2027 |\n`;
    const read = (first: string) => jsonOf(table(first)).recommendations.map(({ label, text }) => [label, text]);
    assert.deepEqual(read('Agrees a business case'), [
      [null, 'Agrees a business case'],
      ['R2', 'Reports twice a year'],
    ]);
    assert.deepEqual(read('**R1** Agrees a business case'), [
      ['R1', 'Agrees a business case'],
      ['R2', 'Reports twice a year'],
    ]);
    assert.deepEqual(
      jsonOf(table('Agrees it').replace('## Recommendations', '## Timetable').replace('We recommend that Cabinet:', 'There are two.'))
        .recommendations,
      [],
    );
  });

  it('that a plan answers are those that it repeats by their number, over the actions', () => {
    const actions = '\n\n**Lead:** Ada Marlow\n\n- A1 Recruit\n  - Owner: Ada Marlow\n\n';
    const plan = `# Plan\n\n## Recommendation 1\n\nPartners should review what they share.${actions}## Recommendation 2: Set out one vision for the place${actions}## Recommendation 3: Data${actions}## Recommendation 4${actions}`;
    assert.deepEqual(
      jsonOf(plan, 'a.plan.md').recommendations.map(({ text }) => text),
      ['Partners should review what they share.', 'Set out one vision for the place'],
    );
    assert.deepEqual(jsonOf(plan).recommendations, []);
  });

  it('stand under “RECOMMENDED that the Executive:” as a heading', () => {
    assert.deepEqual(
      jsonOf('# Visit\n\n## 2.0 RECOMMENDED that the Executive:\n\n(1) notes the letter;\n\n(2) agrees the plan.\n').recommendations.map(
        ({ text }) => text,
      ),
      ['notes the letter;', 'agrees the plan.'],
    );
  });

  it('may ask in their second sentence', () => {
    assert.deepEqual(recommendations('## Recommendations\n\nThis is about homes. The Board is asked to agree the plan. It is long.\n'), [
      ['The Board', 'agree', 'This is about homes. The Board is asked to agree the plan. It is long.'],
    ]);
  });

  it('show where their verb stands, over bold and line ends', () => {
    const text = '## Recommendations\n\n- **R1** That the\n  Board *formally*   approve the plan.\n';
    const [item] = itemsOf(text, 'recommendation');
    assert.equal(text.slice(text.indexOf('- **R1**') + item!.verbSpan!.start, text.indexOf('- **R1**') + item!.verbSpan!.end), 'approve');
    assert.equal(item!.label!.key, 'R1');
    assert.equal(item!.text, 'That the Board formally approve the plan.');
  });
});

describe('findings', () => {
  const findings = (text: string) =>
    itemsOf(text, 'finding').map(({ label, polarity, text: words }) => [label?.key ?? null, polarity, words]);

  it('have labels in bold, also before more bold words', () => {
    const text =
      '## Areas for improvement\n\n- **F1** Plans\n- **F2.** Visits\n- **F3:** Audits\n- **AFI 4: Homes** that suit\n- **F5 Schools** that listen\n- **Plain** words\n';
    assert.deepEqual(findings(text), [
      ['F1', 'improvement', 'Plans'],
      ['F2', 'improvement', 'Visits'],
      ['F3', 'improvement', 'Audits'],
      ['AFI4', 'improvement', 'Homes that suit'],
      ['F5', 'improvement', 'Schools that listen'],
      [null, 'improvement', 'Plain words'],
    ]);
  });

  it('stand in a column of what inspectors said', () => {
    const of = (header: string) =>
      findings(`## Progress\n\n| ${header} | What we did |\n| --- | --- |\n| Health assessments are late | A pathway |\n`);
    assert.deepEqual(['What Ofsted said needs to improve', 'What the inspectors said we must do better', 'What the Council said'].map(of), [
      [[null, 'improvement', 'Health assessments are late']],
      [[null, 'improvement', 'Health assessments are late']],
      [],
    ]);
  });

  it('are labelled paragraphs, and not the others', () => {
    assert.deepEqual(findings('## Strengths\n\nInspectors were kind.\n\n**S1** Morale is good.\n'), [
      ['S1', 'strength', 'Morale is good.'],
    ]);
  });

  it('are called so before a colon, in any section; the subject of a part alone is none', () => {
    const text =
      '## Priority 1\n\nArea for Priority Action: Leaders must make plans in time.\n\n**Area for improvement 2:** Partners should share what they know.\n\nArea for improvement: Transitions\n\nThe area for improvement: nobody knew of it before.\n';
    assert.deepEqual(
      jsonOf(text, 'a.plan.md').findings.map(({ polarity, text: said }) => [polarity, said]),
      [
        ['priority', 'Leaders must make plans in time.'],
        ['improvement', 'Partners should share what they know.'],
      ],
    );
    for (const labelled of [
      '**F1** Area for improvement: Leaders must make plans in time.',
      'Area for improvement: **F1** Leaders must make plans in time.',
      '**Area for improvement 3:** **F1** Leaders must make plans in time.',
    ]) {
      assert.deepEqual(
        jsonOf(`## Priority 1\n\n${labelled}\n`, 'a.plan.md').findings.map(({ label, text: said }) => [label, said]),
        [['F1', 'Leaders must make plans in time.']],
        labelled,
      );
    }
  });

  it('stand in a table whose header says so', () => {
    assert.deepEqual(findings('| Ref | Area for improvement |\n| --- | --- |\n| F1 | Plans |\n| | |\n'), [['F1', 'improvement', 'Plans']]);
    assert.deepEqual(findings('## Strengths\n\n| Ref | Finding |\n| --- | --- |\n| S1 | Morale |\n'), [['S1', 'strength', 'Morale']]);
  });

  it('are never read from a quotation, whose facts are', () => {
    const text = '## Areas for improvement\n\n> - **F1** Plans, by 3 May 2024\n\n- Visits\n';
    assert.deepEqual(findings(text), [[null, 'improvement', 'Visits']]);
    assert.deepEqual(
      jsonOf(text).dates.map(({ from }) => from),
      ['2024-05-03'],
    );
    assert.deepEqual(
      itemsOf(text, 'paragraph').map(({ quoted }) => quoted),
      [true, false],
    );
  });

  it('stay what they are under a heading that names a subject', () => {
    assert.deepEqual(
      findings('---\ntype: inspection-letter\n---\n\n## Areas for improvement\n\n### Leadership and management\n\n- Visits are late\n'),
      [[null, 'improvement', 'Visits are late']],
    );
  });
  it('are not an item that has no words yet', () =>
    assert.deepEqual(findings('## Areas for improvement\n\n- \n- Visits\n'), [[null, 'improvement', 'Visits']]));

  it('follow an introduction that is itself an item of the list', () => {
    const text =
      '- 1.1. Our visit was in May.\n- 1.2. Inspectors noticed the following improvements:\n- Vision\n- Morale\n- 1.3. They also said that we still need to improve the following:\n- Plans\n- 1.4. We will go on.\n';
    assert.deepEqual(findings(text), [
      [null, 'strength', 'Vision'],
      [null, 'strength', 'Morale'],
      [null, 'improvement', 'Plans'],
    ]);
  });

  it('go on behind a comment between the items of their list', () => {
    const text =
      'Inspectors named these areas for improvement:\n\n- Plans\n<!-- inspection-response-disable-next-line trace/finding-without-action -->\n- Visits\n';
    assert.deepEqual(
      findings(text).map(([, , words]) => words),
      ['Plans', 'Visits'],
    );
  });

  it('end with the list: a paragraph after it introduces nothing any more', () => {
    assert.deepEqual(findings('Inspectors named these areas for improvement:\n\n- Plans\n\nWe met them in June.\n\n- one\n- two\n'), [
      [null, 'improvement', 'Plans'],
    ]);
  });
});

describe('actions', () => {
  it('have their words parted by a line break in a cell, and not by other marks', () => {
    const [action] = itemsOf(
      '| Ref | Action | Owner | Progress |\n|---|---|---|---|\n| A1 | un**like**ly | Ann | 1 May: begun<br>8 May: done |\n',
      'action',
    );
    assert.deepEqual([action!.text, action!.fields.progress!.text], ['unlikely', '1 May: begun 8 May: done']);
  });

  it('have owner, date, status and the findings that they answer, from fields in a list or in lines', () => {
    const text =
      '## Anything\n\n- **A1** Train managers\n  Owner: Head of Practice\n  Due: end of July 2025\n- **A2** Recruit\n  - **Lead:** AB\n  - By when: 1 May 2025\n  - RAG: 🟠\n  - Addresses: F1 and F2\n';
    assert.deepEqual(
      jsonOf(text, 'answer.plan.md').actions.map(({ label, text: words, owner, due, dueText, status, addresses }) => [
        label,
        words,
        owner,
        due,
        dueText,
        status,
        addresses.join(),
      ]),
      [
        ['A1', 'Train managers', 'Head of Practice', '2025-07-31', 'end of July 2025', null, ''],
        ['A2', 'Recruit', 'AB', '2025-05-01', '1 May 2025', 'amber', 'F1,F2'],
      ],
    );
  });

  it('stand under an item that groups them, and labels are defined however deep they stand', () => {
    const text =
      '## Actions\n\n- Workforce\n  - **A1** Train\n    - Owner: AB\n  - **A2** Recruit\n- **A3** Write\n  - in plain words\n  - **A3.1** with families\n';
    assert.deepEqual(
      itemsOf(text, 'action').map(({ label, text: words }) => [label?.key, words]),
      [
        ['A1', 'Train'],
        ['A2', 'Recruit'],
        ['A3', 'Write'],
        ['A3.1', 'with families'],
      ],
    );
    assert.deepEqual(itemsOf(text, 'label-reference'), []);
  });

  it('keep an empty field as one that is there', () => {
    const [action] = itemsOf('- **A1** Train managers\n  - Owner:\n  - Due: TBC\n', 'action');
    assert.equal(action!.fields.owner!.text, '');
    assert.equal(action!.due!.precision, 'none');
    assert.equal(action!.fields.status, undefined);
  });

  it('are rows of a table with an Action column and an owner, a date or a reference, whatever they are called', () => {
    const text =
      '| Nos | What? | Who? | When? | Current Status |\n|---|---|---|---|---|\n| A1 | Train | CD | 3 May 2025 | **green** |\n|  | Recruit | | | |\n| **Priority 2** | | | | |\n| | | | | |\n';
    assert.deepEqual(
      jsonOf(text, 'answer.plan.md').actions.map(({ label, text: words, owner, due, status }) => [label, words, owner, due, status]),
      [
        ['A1', 'Train', 'CD', '2025-05-03', 'green'],
        [null, 'Recruit', null, null, null],
      ],
    );
    assert.deepEqual(
      itemsOf(text, 'table')[0]!.columns.map(({ field }) => field),
      ['ref', 'action', 'owner', 'due', 'status'],
    );
  });

  it('have the status that a column of progress says in one word, where no column has it; who is leading owns them', () => {
    const [first, second] = itemsOf(
      '| Action | Who is leading | When | Progress |\n| --- | --- | --- | --- |\n| Map the schools | Ada Marlow | May 2026 | Green |\n| Ask the schools | Bo Tarn | May 2026 | Not started, waiting for green light |\n',
      'action',
    );
    assert.deepEqual([first!.status, first!.fields.owner?.text, second!.status], ['green', 'Ada Marlow', null]);
  });
  it('have the status that words on progress begin with, where no column has it', () => {
    const statuses = (...progress: string[]) =>
      jsonOf(
        `| Action | Owner | Progress |\n|---|---|---|\n${progress.map((said) => `| Recruit | Ada Marlow | ${said} |`).join('\n')}\n`,
      ).actions.map(({ status }) => status);
    assert.deepEqual(
      statuses('🟢 The advertisement is out', '✅ Held in July', 'On track – two of three are in post', 'Amber: one post is vacant'),
      ['green', 'complete', 'green', 'amber'],
    );
    assert.deepEqual(statuses('Green spaces are mapped', 'The board met. Complete it did not'), [null, null]);
  });

  it('are what is answered to a recommendation, unless a column of actions stands beside the answers', () => {
    const actions = (header: string, row: string) =>
      itemsOf(`| ${header} |\n${'| --- '.repeat(header.split('|').length)}|\n| ${row} |\n`, 'action').map(({ text, fields }) => [
        text,
        fields.owner?.text,
      ]);
    assert.deepEqual(
      actions(
        'Recommendation | Executive response | Lead officer | Timescale',
        'Sign the covenant | It will be signed in May | Ada Marlow | May 2026',
      ),
      [['It will be signed in May', 'Ada Marlow']],
    );
    assert.deepEqual(
      actions(
        'Recommendation | Response | Action | Lead | By when',
        'Sign the covenant | Accepted | Bring it to Full Council | Ada Marlow | May 2026',
      ),
      [['Bring it to Full Council', 'Ada Marlow']],
    );
  });

  it('are found in tables whose columns hold two things or have no name', () => {
    const columns = (...names: string[]) =>
      itemsOf(`| ${names.join(' | ')} |\n|${'---|'.repeat(names.length)}\n`, 'table').map(({ use, columns: all }) => [
        use,
        ...all.map(({ field }) => field),
      ])[0];
    assert.deepEqual(columns('', 'Objective', 'Action', 'Success Criteria', 'When', 'Resources: staff, money', 'Evaluation'), [
      'actions',
      'ref',
      'outcome',
      'action',
      'measure',
      'due',
      'resources',
      'evidence',
    ]);
    assert.deepEqual(columns('Ref.', 'Action', 'Lead / support', 'Start/Rev/End', 'Progress and impact', 'R/A/G'), [
      'actions',
      'ref',
      'action',
      'owner',
      'due',
      'progress',
      'status',
    ]);
    assert.deepEqual(columns('Recommendation', 'Response', 'Owner', 'Timescale'), ['actions', 'addresses', 'action', 'owner', 'due']);
    assert.deepEqual(columns('', 'Action', 'Cost'), ['other', null, null, null]);
    assert.deepEqual(columns('Indicator', 'Baseline (2024)', 'Target', 'Now'), ['measures', 'measure', 'baseline', 'target', 'actual']);
    assert.deepEqual(columns('Indicator', '2023/24 baseline', 'Target July 2025', 'Actual at 31 October 2024'), [
      'measures',
      'measure',
      'baseline',
      'target',
      'actual',
    ]);
  });

  it('are found in tables whose columns are called as only their words tell', () => {
    const columns = (...names: string[]) =>
      itemsOf(`| ${names.join(' | ')} |\n|${'---|'.repeat(names.length)}\n`, 'table').map(({ use, columns: all }) => [
        use,
        ...all.map(({ field }) => field),
      ])[0];
    assert.deepEqual(
      columns('Action #', 'Key tasks', 'Person(s) responsible', 'Timescale for completion', 'Overall RAG status', 'Update September 2026'),
      ['actions', 'ref', 'action', 'owner', 'due', 'status', 'progress'],
    );
    assert.deepEqual(
      columns(
        'HMIP recommendation',
        'What do we need to do?',
        'Partner lead',
        'Revised completion date',
        'How will we know it has worked?',
      ),
      ['actions', 'addresses', 'action', 'owner', 'due', 'measure'],
    );
    assert.deepEqual(columns('Ref', 'Description', 'Accountable', 'Original deadline', 'Revised deadline'), [
      'actions',
      'ref',
      'action',
      'owner',
      'original-due',
      'due',
    ]);
    assert.deepEqual(columns('Action', 'Officer', 'Date'), ['actions', 'action', 'owner', 'due']);
  });

  it('have the column that is known by name before one that its words tell of', () => {
    const columns = (...names: string[]) =>
      itemsOf(`| ${names.join(' | ')} |\n|${'---|'.repeat(names.length)}\n`, 'table').map(({ use, columns: all }) => [
        use,
        ...all.map(({ field }) => field),
      ])[0];
    assert.deepEqual(columns('Improvement activities', 'Actions', 'Peer lead', 'Lead officer', 'Date', 'By when'), [
      'actions',
      null,
      'action',
      null,
      'owner',
      null,
      'due',
    ]);
  });

  it('are no risks with their owners, and no row that nobody is to do by a day', () => {
    const uses = (...names: string[]) =>
      itemsOf(`| ${names.join(' | ')} |\n|${'---|'.repeat(names.length)}\n`, 'table').map(({ use }) => use)[0];
    assert.equal(uses('Risk', 'Description', 'Risk owner', 'Review date'), 'other');
    assert.equal(uses('Description', 'Amount', 'Date'), 'other');
    assert.equal(uses('Milestone', 'Date'), 'other');
  });

  it('are no other table and no numbered paragraph of the report', () => {
    assert.deepEqual(itemsOf('| Action | Cost |\n|---|---|\n| Train | 3 |\n', 'action'), []);
    assert.deepEqual(itemsOf('## Actions\n\n14. The Council has written a plan.\n\n15. It goes to the Board.\n', 'action'), []);
  });

  it('are the plain items of their section', () =>
    assert.deepEqual(
      itemsOf('## Actions\n\n1. Train\n2. Recruit\n', 'action').map(({ form, text }) => [form, text]),
      [
        ['list', 'Train'],
        ['list', 'Recruit'],
      ],
    ));

  it('have a status of the scale that the plan declares', () => {
    const statuses = (scale: string, ...words: string[]) =>
      itemsOf(
        `---\nstatus-scale: ${scale}\n---\n\n| Ref | Action | Status |\n|---|---|---|\n${words.map((word) => `| A1 | Train | ${word} |\n`).join('')}`,
        'action',
      ).map(({ status, statusIsKnown }) => [status, statusIsKnown]);
    assert.deepEqual(statuses('brag', 'B', 'Green – on track', '🔴', 'Complete (and ongoing)', 'mauve', ''), [
      ['blue', true],
      ['green', true],
      ['red', true],
      ['blue', true],
      ['mauve', false],
      [null, false],
    ]);
    assert.deepEqual(statuses('rag', '● green', '◆ Amber (slipped)', '● violet', '☐ violet'), [
      ['green', true],
      ['amber', true],
      ['violet', false],
      ['☐ violet', false],
    ]);
    assert.deepEqual(statuses('{ done: finished, going: on track }', 'Done', 'going well', 'green'), [
      ['done', true],
      ['going', true],
      ['green', false],
    ]);
  });
});

describe('measures', () => {
  const read = (words: string) =>
    jsonOf(`## Measures\n\n- ${words}\n`).measures.map(({ baseline, target, by }) => [baseline, target, by])[0];

  it('have a baseline, a target and a date where the words say them', () => {
    assert.deepEqual(read('agency posts from 31% (March 2026) to 15% by 31 July 2026'), ['31%', '15%', '2026-07-31']);
    assert.deepEqual(read('80% of children seen within timescale'), [null, '80%', null]);
    assert.deepEqual(read('at least 9 in 10 visits on time by March 2026'), [null, '9 in 10', '2026-03-31']);
    assert.deepEqual(read('staff trained, from 0 of 64 to 64 of 64'), ['0 of 64', '64 of 64', null]);
    assert.deepEqual(read('families feel heard'), [null, null, null]);
  });
});
