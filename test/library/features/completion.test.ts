import assert from 'node:assert/strict';
import type { Completion } from '../../../server/src/language/features/completion/completion-item.ts';
import { completion } from '../../../server/src/language/features/completion/completion.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import { applyEdits } from '../../../server/src/language/text/span.ts';
import { snapshotOf, worldOf } from '../harness.ts';

interface Offered {
  readonly items: readonly Completion[];
  readonly labels: readonly string[];
  /** The document with one of them accepted. */
  accept(label: string): string;
}

async function offeredAt(source: string): Promise<Offered> {
  const world = worldOf(source);
  for (const { address, text } of world.fixture.files.slice(1)) if (!address.endsWith('.json')) world.service.open(address, 1, text);
  const snapshot = await snapshotOf(world);
  const offset = world.fixture.cursor!.offset;
  const items = completion(snapshot, offset, rules);
  const text = snapshot.view.text;
  for (const { replace } of items) {
    assert.ok(replace.start <= offset && offset <= replace.end, 'the cursor is in what is replaced');
    assert.ok(!/[\r\n]/.test(text.slice(replace.start, replace.end)), 'only text of the line is replaced');
  }
  return {
    items,
    labels: items.map(({ label }) => label),
    accept(label) {
      const item = items.find((one) => one.label === label);
      assert.ok(item, `${label} is offered among ${items.map((one) => one.label).join(', ')}`);
      return applyEdits(text, [{ span: item.replace, newText: item.insert }]);
    },
  };
}

const plan = (
  actions: string,
  findings = '- **F1** Timeliness of visits.\n- **F2** Oversight by managers.\n',
): string => `//- /northmere/visit.plan.md
---
type: action-plan
as-at: 2026-06-01
people:
  HA: { name: Hanna Aldous, post: Head of Assessment }
---

## Areas for improvement

${findings}
## Actions

${actions}`;

const table = (row: string): string =>
  plan(
    `| Ref | Addresses | Action | Owner | Due | Status |\n|---|---|---|---|---|---|\n| A1 | F1 | Recruit | Head of Permanence | 31 July 2026 | amber |\n${row}\n`,
  );

describe('completion in the cells of a plan', () => {
  for (const [row, label, expected] of [
    ['| A2 | F2 | Review | $0 | | |', 'HA', '| A2 | F2 | Review | HA | | |'],
    ['| A2 | F2 | Review |$0| | |', 'HA', '| A2 | F2 | Review | HA| | |'],
    ['| A2 | F2 | Review | Hea$0 | | |', 'Head of Permanence', '| A2 | F2 | Review | Head of Permanence | | |'],
    ['| A2 | F2 | Review | HA | $0 | |', 'in 20 working days', '| A2 | F2 | Review | HA | 29 June 2026 | |'],
    ['| A2 | F2 | Review | HA | in 6 weeks$0 | |', 'in 6 weeks', '| A2 | F2 | Review | HA | 13 July 2026 | |'],
    ['| A2 | F2 | Review | HA | 20 working days$0 | |', 'in 20 working days', '| A2 | F2 | Review | HA | 29 June 2026 | |'],
    ['| A2 | F2 | Review | HA | in 3 months$0 | |', 'in 3 months', '| A2 | F2 | Review | HA | 1 September 2026 | |'],
    ['| A2 | F2 | Review | HA | within 8 months$0 | |', 'in 8 months', '| A2 | F2 | Review | HA | 1 February 2027 | |'],
    ['| A2 | F2 | Review | HA | end of July$0 | |', 'end of July', '| A2 | F2 | Review | HA | 31 July 2026 | |'],
    ['| A2 | F2 | Review | HA | end of March$0 | |', 'end of March', '| A2 | F2 | Review | HA | 31 March 2027 | |'],
    ['| A2 | F2 | Review | HA | next Friday$0 | |', 'next Friday', '| A2 | F2 | Review | HA | 5 June 2026 | |'],
    ['| A2 | F2 | Review | HA | next Monday$0 | |', 'next Monday', '| A2 | F2 | Review | HA | 8 June 2026 | |'],
    ['| A2 | F2 | Review | HA | 31 Jul$0 | |', '31 July 2026', '| A2 | F2 | Review | HA | 31 July 2026 | |'],
    ['| A2 | F2 | Review | HA | | $0 |', 'amber', '| A2 | F2 | Review | HA | | amber |'],
    ['| A2 | $0 | Review | HA | | |', 'F2', '| A2 | F2 | Review | HA | | |'],
    ['| A2 | F1, $0 | Review | HA | | |', 'F2', '| A2 | F1, F2 | Review | HA | | |'],
    ['| A2 | F1,$0 | Review | HA | | |', 'F2', '| A2 | F1, F2 | Review | HA | | |'],
    ['| A2 | $0F1, F2 | Review | HA | | |', 'F1', '| A2 | F1, F2 | Review | HA | | |'],
    ['| $0 | F2 | Review | HA | | |', 'A2', '| A2 | F2 | Review | HA | | |'],
    ['| A2 | F2 | Re \\| view | $0 | | |', 'HA', '| A2 | F2 | Re \\| view | HA | | |'],
    ['| A2 | F2 | Review | $0', 'HA', '| A2 | F2 | Review | HA'],
  ] as const) {
    it(`${row} takes ${label}`, async () => {
      const text = (await offeredAt(table(row))).accept(label);
      assert.equal(text.trimEnd().split('\n').at(-1), expected);
    });
  }

  it('does not offer a label that the cell has already', async () => {
    assert.deepEqual((await offeredAt(table('| A2 | F1, $0 | Review | HA | | |'))).labels, ['F2']);
  });

  it('offers nothing in a cell of free text, in the header or before the table', async () => {
    assert.deepEqual((await offeredAt(table('| A2 | F2 | $0 | HA | | |'))).labels, []);
    assert.deepEqual((await offeredAt(plan('| Ref | Action | Own$0er |\n|---|---|---|\n| A1 | Recruit | |\n'))).labels, []);
    assert.deepEqual((await offeredAt(table('$0| A2 | F2 | Review | HA | | |'))).labels, []);
  });

  it('knows the labels of the letter', async () => {
    const source = `${plan('| Ref | Addresses | Action | Owner |\n|---|---|---|---|\n| A1 | $0 | Recruit | |\n', '')}//- /northmere/visit.letter.md
---
type: inspection-letter
---

## Areas for improvement

- **F7** Planning for care leavers.
`;
    const { items } = await offeredAt(source);
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [['F7', 'Planning for care leavers.']],
    );
  });
});

describe('completion in an action item', () => {
  const item = (lines: string): string => plan(`- **A1** Recruit six social workers\n${lines}`);
  for (const [lines, label, expected] of [
    ['  - Owner: $0', 'HA', '  - Owner: HA'],
    ['  - Owner:$0', 'HA', '  - Owner: HA'],
    ['  - Due: $0', 'today', '  - Due: 1 June 2026'],
    ['  - Addresses: F1, F$0', 'F2', '  - Addresses: F1, F2'],
    ['  - Status: $0', 'green', '  - Status: green'],
    ['  - Owner: HA\n  - $0', 'Due', '  - Due: '],
    ['  - Owner: HA\n  - D$0', 'Due', '  - Due: '],
  ] as const) {
    it(`${JSON.stringify(lines)} takes ${label}`, async () => {
      assert.equal((await offeredAt(item(lines))).accept(label).split('\n').at(-1), expected);
    });
  }

  it('offers the fields that are not there', async () => {
    const { labels } = await offeredAt(item('  - Owner: HA\n  - $0'));
    assert.ok(!labels.includes('Owner') && labels.includes('Due') && labels.includes('Addresses'), labels.join(' '));
  });
});

describe('completion in the front matter', () => {
  it('offers the keys that are required first, and none that is there', async () => {
    const { items, labels } = await offeredAt('---\ntype: committee-report\n$0\n---\n\n# Report\n');
    assert.ok(!labels.includes('type'));
    const lastRequired = items.findLastIndex(({ detail }) => detail === 'required');
    assert.ok(lastRequired >= 0);
    assert.ok(items.slice(0, lastRequired).every(({ detail }) => detail === 'required'));
    assert.ok(items.every(({ documentation }) => documentation));
  });

  for (const [source, label, expected] of [
    ['type: $0', 'minutes', 'type: minutes'],
    ['type:$0', 'minutes', 'type: minutes'],
    ['type: min$0utes', 'agenda', 'type: agenda'],
    ['house-style: $0', 'generic', 'house-style: generic'],
    ['key-decision: $0', 'yes', 'key-decision: yes'],
    ['exempt: $0', '3', 'exempt: 3'],
    ['decision-type: $0', 'information', 'decision-type: information'],
    ['published: $0', '2026-06-01', 'published: 2026-06-01'],
    ['inspection:\n  inspectorate: $0', 'Ofsted', 'inspection:\n  inspectorate: Ofsted'],
    ['inspection:\n  framework: $0', 'ILACS', 'inspection:\n  framework: ILACS'],
    ['inspection:\n  event: $0', 'focused visit', 'inspection:\n  event: focused visit'],
    ['inspection:\n  re$0', 'received', 'inspection:\n  received: '],
  ] as const) {
    it(`${JSON.stringify(source)} takes ${label}`, async () => {
      const text = (await offeredAt(`---\ntitle: x\n${source}\n---\n\n# Report\n`)).accept(label);
      assert.equal(text, `---\ntitle: x\n${expected}\n---\n\n# Report\n`);
    });
  }

  it('offers nothing in a comment of the YAML, and nothing of it behind the closing fence', async () => {
    assert.deepEqual((await offeredAt('---\ntype: minutes\n# note $0\n---\n')).labels, []);
    assert.deepEqual((await offeredAt('---\ntype: minutes\n--$0-\n\ntext\n')).labels, []);
  });
});

describe('completion of sections', () => {
  it('offers the next one of the form first, with its template', async () => {
    const { items, labels } = await offeredAt('---\ntype: committee-report\n---\n\n# Report\n\n## Summary\n\nIn short.\n\n$0');
    assert.ok(items[0] && items.every(({ kind, insert }) => kind === 'section' && insert.startsWith('##')));
    assert.ok(!labels.includes('Summary'));
    assert.ok(items.some(({ snippet }) => snippet?.includes('${1:[')));
    assert.ok(items.every(({ insert }) => !insert.includes('${')));
  });

  it('replaces the marks that are there, and is silent in running text and in tables', async () => {
    const { accept, labels } = await offeredAt('---\ntype: committee-report\n---\n\n## Back$0\n');
    assert.match(accept(labels.find((label) => label.startsWith('Background'))!), /---\n\n## Background\n/);
    assert.deepEqual((await offeredAt('---\ntype: committee-report\n---\n\nThe board $0met.\n')).labels, []);
  });
});

describe('completion of whole pieces', () => {
  const report = (text: string): string =>
    `---\ntype: committee-report\nhouse-style: sefton\n---\n\n# Report\n\n## Summary\n\nIn short.\n\n${text}\n`;

  for (const [typed, label, begins] of [
    ['Find$0', 'Finding', '- **F[number]**'],
    ['area for pri$0', 'Priority finding', '- **P[number]**'],
    ['action t$0', 'Action table', '| Ref |'],
    ['Legal$0', 'Legal Implications', '### Legal Implications'],
    ['section reco$0', 'Recommendation(s)', '## Recommendation(s)'],
  ] as const) {
    it(`${JSON.stringify(typed)} on a line of its own takes ${label}`, async () => {
      const { accept } = await offeredAt(report(typed));
      assert.ok(accept(label).includes(`In short.\n\n${begins}`), accept(label));
    });
  }

  it('offers a whole paper where there is nothing yet', async () => {
    const { accept } = await offeredAt('doc$0');
    assert.match(accept('action plan, whole'), /^---\ntype: action-plan\n/);
  });

  for (const [what, source] of [
    ['in a sentence', report('The find$0')],
    ['behind a bullet', report('- find$0')],
    ['in a paragraph of more lines', report('The visit was short,\nfind$0')],
    ['before words', report('find$0 it')],
    ['with two letters', report('fi$0')],
    ['a whole paper in one that is begun', report('doc$0')],
    ['in a table', plan('| Ref | Action |\n|---|---|\n| A1 | find$0 |\n')],
  ] as const) {
    it(`offers nothing ${what}`, async () =>
      assert.deepEqual(
        (await offeredAt(source)).items.filter(({ kind }) => kind === 'piece' || kind === 'section'),
        [],
      ));
  }
});

describe('completion in running text', () => {
  it('offers labels after a prefix of the response, and the long form of an acronym that the document defines', async () => {
    assert.deepEqual((await offeredAt(plan('As F$0 says.\n'))).labels, ['F1', 'F2']);
    const { items } = await offeredAt('---\ntype: minutes\n---\n\nThe Local Area Partnership (LAP) met. LAP$0\n');
    assert.ok(
      items.some(({ insert }) => insert === 'Local Area Partnership (LAP)'),
      JSON.stringify(items),
    );
  });

  it('offers rules in a comment that leaves one out', async () => {
    const { accept } = await offeredAt('# Report\n\n<!-- inspection-response-disable-next-line dates/$0 -->\n');
    assert.equal(accept('dates/weekday-mismatch'), '# Report\n\n<!-- inspection-response-disable-next-line dates/weekday-mismatch -->\n');
    assert.equal(
      (await offeredAt('# Report\n\n<!-- $0\n')).accept('inspection-response-disable-file'),
      '# Report\n\n<!-- inspection-response-disable-file  -->\n',
    );
    assert.deepEqual(
      (await offeredAt('# Report\n\n<!-- inspection-response-disable-next-line dates/weekday-mismatch: be$0 -->\n')).labels,
      [],
    );
  });
});

describe('completion of a due date', () => {
  const withMeetings = (cell: string): string =>
    table(`| A2 | F2 | Review | HA | ${cell} | |`).replace(
      'as-at: 2026-06-01\n',
      'as-at: 2026-06-01\nmeeting-date: [2026-05-04, 2026-09-14, 2026-06-15]\n',
    );
  it('offers the last working day before the next meeting, where the header names one', async () => {
    const { items, accept } = await offeredAt(withMeetings('$0'));
    assert.equal(items[0]?.detail, 'Friday 12 June 2026, the last working day before the meeting of 15 June 2026');
    assert.equal(accept('before the next meeting').trimEnd().split('\n').at(-1), '| A2 | F2 | Review | HA | 12 June 2026 | |');
    assert.ok((await offeredAt(withMeetings('before the next$0'))).labels.includes('before the next meeting'));
    assert.ok(!(await offeredAt(table('| A2 | F2 | Review | HA | $0 | |'))).labels.includes('before the next meeting'));
  });

  it('shows the sum', async () => {
    const { items } = await offeredAt(table('| A2 | F2 | Review | HA | 70 working days$0 | |'));
    assert.deepEqual(
      items.map(({ detail }) => detail),
      ['Tuesday 8 September 2026, counted from 1 June 2026 without Summer bank holiday'],
    );
  });
});

const report = (body: string, text: string, more = ''): string =>
  `---\ntype: committee-report\nhouse-style: bristol-scrutiny\nbody: ${body}\n${more}---\n\n${text}`;
const scrutiny = 'Children’s Services Scrutiny Commission';

describe('completion of what a body is asked', () => {
  const asks = (text: string): string => `## Recommendations\n\n${text}`;
  it('offers verbs that suit the body', async () => {
    const ofScrutiny = (await offeredAt(report(scrutiny, asks('- $0')))).labels;
    assert.ok(
      ofScrutiny.includes('To endorse') &&
        ofScrutiny.includes('To note') &&
        !ofScrutiny.includes('To approve') &&
        !ofScrutiny.includes('To delegate'),
      ofScrutiny.join(),
    );
    assert.ok((await offeredAt(report('Cabinet', asks('- $0')))).labels.includes('To approve'));
    assert.ok(!(await offeredAt(report('Cabinet', asks('- $0'), 'decision-type: information\n'))).labels.includes('To approve'));
    assert.ok((await offeredAt(report(scrutiny, asks('- That Cabinet $0')))).labels.includes('approves'));
    assert.ok(
      (await offeredAt(report(scrutiny, asks('The Cabinet is asked to:\n\n- note the letter\n- $0')))).labels.some((label) =>
        /approve$/i.test(label),
      ),
    );
  });

  for (const [typed, label, expected] of [
    ['- $0', 'To endorse', '- To endorse '],
    ['- To no$0', 'note', '- To note '],
    ['- **R2** To no$0 it', 'note', '- **R2** To note it'],
    ['1. To no$0', 'note', '1. To note '],
    ['- That the Commission no$0', 'notes', '- That the Commission notes '],
    ['- To note the report\n- to en$0', 'endorse', '- To note the report\n- to endorse '],
    ['The Commission is asked to:\n\n- note the report\n- en$0', 'endorse', 'The Commission is asked to:\n\n- note the report\n- endorse '],
  ] as const)
    it(`${JSON.stringify(typed)} takes ${label}`, async () =>
      assert.ok((await offeredAt(report(scrutiny, asks(typed)))).accept(label).endsWith(expected)));

  it('is silent behind the verb, inside a word and outside of recommendations', async () => {
    for (const text of [asks('- To note the $0'), asks('- To n$0ote the report'), '## Background\n\n- $0', asks('Words $0')])
      assert.ok(
        (await offeredAt(report(scrutiny, text))).items.every(({ kind }) => kind !== 'verb'),
        text,
      );
  });
});

describe('completion of names', () => {
  const words = (typed: string, more = ''): string => report('Improvement Board', `## Background\n\nIt is said. ${typed}`, more);
  const inspected = 'inspection:\n  inspectorate: Ofsted\n  framework: ILACS\n  event: inspection\n  visited: 2025-03-03/2025-03-14\n';

  for (const [typed, label, expected, more] of [
    ['The Ch$0', scrutiny, `The ${scrutiny}`],
    ['as the Imp$0 said', 'Improvement Board', 'as the Improvement Board said'],
    ['It was judged $0', 'inadequate', 'It was judged inadequate', inspected],
    ['It was judged to be req$0', 'requires improvement to be good', 'It was judged to be requires improvement to be good', inspected],
    ['the judgement for $0', 'overall effectiveness', 'the judgement for overall effectiveness', inspected],
    ['Experiences and pro$0', 'experiences and progress of care leavers', 'Experiences and progress of care leavers', inspected],
    ['A local authority des$0', 'local authority designated officer (LADO)', 'A local authority designated officer (LADO)'],
    ['The Local Authority Des$0', 'Local Authority Designated Officer (LADO)', 'The Local Authority Designated Officer (LADO)'],
    ['Local authority designated officer$0', 'Local authority designated officer (LADO)', 'Local authority designated officer (LADO)'],
    [
      'A local authority designated officer (LADO). The local authority des$0',
      'LADO',
      'A local authority designated officer (LADO). The LADO',
    ],
  ] as const)
    it(`${JSON.stringify(typed)} takes ${label}`, async () =>
      assert.ok((await offeredAt(words(typed, more))).accept(label).endsWith(`It is said. ${expected}`)));

  it('is silent where it cannot tell', async () => {
    for (const typed of ['The $0', 'It was judged $0', 'the local $0', 'local$0', 'children and $0', 'the Director of $0', 'The judge $0'])
      assert.deepEqual((await offeredAt(words(typed))).labels, [], typed);
    assert.deepEqual((await offeredAt(words('It was judged that $0', inspected))).labels, []);
  });

  it('gives the header its judgements and grades', async () => {
    const header = (line: string): string => report('Cabinet', 'Words.\n', `${inspected}  judgements:\n    ${line}\n`);
    assert.ok((await offeredAt(header('over$0'))).accept('overall effectiveness').includes('\n    overall effectiveness: \n'));
    assert.ok((await offeredAt(header('overall effectiveness: $0'))).accept('good').includes('\n    overall effectiveness: good\n'));
  });
});

describe('completion anywhere', () => {
  it('never throws, at any offset of any text', async () => {
    const texts = [
      table('| A2 | F1, F2 | Re \\| view | HA | 31 | |'),
      plan('- **A1** x\n  - Owner: \n  - \n\t- Due:\n'),
      '---\n: :\n  - a: [\n---\n|\n|-|\n| |\n',
      '',
      '---\n',
      '\r\r\n\n#\r##',
      '<!--',
      '| a |\n|---|',
      '- ',
    ];
    for (const source of texts) {
      const world = worldOf(source);
      const snapshot = await snapshotOf(world);
      for (let offset = 0; offset <= snapshot.view.text.length; offset++) {
        for (const { replace } of completion(snapshot, offset, rules))
          assert.ok(replace.start <= offset && offset <= replace.end, `${JSON.stringify(snapshot.view.text)} at ${offset}`);
      }
    }
  });
});
