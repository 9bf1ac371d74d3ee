import assert from 'node:assert/strict';
import { headerRows } from '../../../server/src/language/render/header.ts';
import { printNumber } from '../../../server/src/language/numbering/house-number.ts';
import { numbered, printed, renderingOf } from './harness.ts';
import { snapshotOf, worldOf } from '../harness.ts';

const style = (houseStyle: string, extra = ''): string => `---\ntype: committee-report\nhouse-style: ${houseStyle}\n${extra}---\n\n`;

const body = `# Ofsted visit

## Summary

Inspectors came in May.

## Background

They looked at care leavers.

They read these records:

- case notes
- plans

> Leaders know their service.

## Recommendations

- That the Committee notes the report.
- That the Committee asks for a plan.
`;

describe('rendering: numbers', () => {
  it('numbers paragraphs straight through where the house style does, and recommendations in its way', async () => {
    assert.deepEqual(numbered(await renderingOf(style('southampton') + body)), [
      '1. Inspectors came in May.',
      '2. They looked at care leav',
      '3. They read these records:',
      '(i) That the Committee notes',
      '(ii) That the Committee asks ',
    ]);
  });

  it('numbers sections and the paragraphs in them', async () => {
    assert.deepEqual(numbered(await renderingOf(style('nottingham-scrutiny') + body)), [
      '1. Summary',
      '1.1 Inspectors came in May.',
      '2. Background',
      '2.1 They looked at care leav',
      '2.2 They read these records:',
      '3. Recommendations',
      '3.1 That the Committee notes',
      '3.2 That the Committee asks ',
    ]);
  });

  it('leaves the parts of a form without numbers, and numbers what comes after it', async () => {
    assert.deepEqual(
      numbered(
        await renderingOf(
          `${style('sefton')}${body}\n## Background Papers\n\nNone, since all are published.\n\n## Introduction\n\nThe visit took two days.\n`,
        ),
      ),
      ['(1) That the Committee notes', '(2) That the Committee asks ', '1. Introduction', '1.1 The visit took two days.'],
    );
  });

  it('adds no number where the officer wrote numbers', async () => {
    const text = `${style('southampton')}## Summary\n\n1\\. Inspectors came in May.\n\n## Background\n\n2\\. They looked at care leavers.\n\nThey came again in June.\n`;
    assert.deepEqual(numbered(await renderingOf(text)), ['1. Inspectors came in May.', '2. They looked at care leav']);
    assert.ok(
      printed(await renderingOf(text)).includes(
        '<p id="paragraph-1" class="numbered"><span class="number">1.</span> Inspectors came in May.</p>',
      ),
    );
  });

  it('adds no numbers to sections of which some are numbered, and none to paragraphs beside numbered sub-headings', async () => {
    assert.deepEqual(
      numbered(await renderingOf(`${style('nottingham-scrutiny')}## 1. Introduction\n\nInspectors came.\n\n## Conclusion\n\nThey left.\n`)),
      ['1. Introduction', '1.1 Inspectors came.'],
    );
    assert.deepEqual(
      numbered(
        await renderingOf(`${style('nottingham-scrutiny')}## 1. Introduction\n\nInspectors came.\n\n### 1.1 Findings\n\nThey left.\n`),
      ),
      ['1. Introduction', '1.1 Findings'],
    );
  });

  it('numbers nothing in a plan or in the letter of an inspectorate', async () => {
    assert.deepEqual(numbered(await renderingOf(`---\ntype: inspection-letter\nhouse-style: southampton\n---\n\n${body}`)), []);
  });

  it('letters the paragraphs of minutes anew under each item', async () => {
    const minutes =
      '---\ntype: minutes\nhouse-style: nottingham-scrutiny\n---\n\n## Item one\n\nMembers asked.\n\nOfficers answered.\n\n## Item two\n\nMembers thanked.\n';
    assert.deepEqual(numbered(await renderingOf(minutes)), ['a) Members asked.', 'b) Officers answered.', 'a) Members thanked.']);
  });

  it('tells recommendations that are counted on from their section from those with a count of their own', async () => {
    const classes = async (houseStyle: string): Promise<string[]> =>
      printed(await renderingOf(style(houseStyle) + body)).flatMap(
        (html) => /<li[^>]* class="(recommendation[^"]*)"/.exec(html)?.[1] ?? [],
      );
    assert.deepEqual(await classes('nottingham-scrutiny'), ['recommendation numbered of-section', 'recommendation numbered of-section']);
    assert.deepEqual(await classes('southampton'), ['recommendation numbered', 'recommendation numbered']);
  });

  it('knows letters after z and roman figures', () => {
    assert.deepEqual(
      [1, 26, 27, 53].map((value) => printNumber('(a)', value)),
      ['(a)', '(z)', '(aa)', '(ba)'],
    );
    assert.deepEqual(
      [4, 9, 14, 40].map((value) => printNumber('i.', value)),
      ['iv.', 'ix.', 'xiv.', 'xl.'],
    );
  });

  it('keeps a label and prints the number of the house style before it; a plain figure would say the same again', async () => {
    const labelled = '## Recommendations\n\n- **R1** That the Committee notes the report.\n';
    assert.deepEqual(numbered(await renderingOf(style('sefton') + labelled)), ['(1) R1 That the Committee no']);
    assert.deepEqual(numbered(await renderingOf(style('generic') + labelled)), []);
  });
});

describe('rendering: what is printed', () => {
  it('leaves out comments, and hides nothing else', async () => {
    assert.deepEqual(
      printed(await renderingOf('<!-- guidance: say who -->\n\nText <!-- note --> stays.\n\n<div>So does <b>this</b>.</div>\n')),
      ['<p>Text  stays.</p>', '<div>So does <b>this</b>.</div>'],
    );
  });

  it('makes paragraphs of the words that foreign markup leaves without anything around them', async () => {
    assert.deepEqual(printed(await renderingOf('<center>Not for <b>publication</b></center>\n<div>Appendix</div> A\n')), [
      '<p>Not for <b>publication</b></p><div>Appendix</div><p>A</p>',
    ]);
    assert.deepEqual(printed(await renderingOf('<form><input name="x"></form>\n')), []);
  });

  it('links references to where they are defined, paragraphs, appendices and labels', async () => {
    const text =
      '## Areas for improvement\n\n- **F1** Plans are late.\n\n## Appendices\n\n- Appendix 1: The letter\n\n## Next steps\n\n1\\. See F1, F9 and Appendix 1.\n\n2\\. As paragraph 1 says.\n';
    const html = printed(await renderingOf(text)).join('\n');
    assert.match(html, /<li class="finding"><strong><span class="label" id="label-F1">F1<\/span><\/strong> Plans are late\.<\/li>/);
    assert.match(
      html,
      /<a href="#label-F1" class="reference to-label">F1<\/a>, F9 and <a href="#appendix-1" class="reference to-appendix">Appendix 1<\/a>/,
    );
    assert.match(html, /As <a href="#paragraph-1" class="reference to-paragraph">paragraph 1<\/a> says/);
  });

  it('asks where a label of another document is, and where a link leads', async () => {
    const options = {
      elsewhere: (key: string) => (key === 'F2' ? '#letter-F2' : null),
      link: (url: string) => (url.endsWith('.md') ? null : url),
    };
    const html = printed(
      await renderingOf(
        '//- /example.report.md\nSee F2, [the letter](visit.letter.md) and [the law](https://law.example).\n//- /visit.letter.md\n## Areas for improvement\n\n- **F2** Late plans.\n',
        options,
      ),
    ).join('');
    assert.equal(
      html,
      '<p>See <a href="#letter-F2" class="reference to-label">F2</a>, the letter and <a href="https://law.example" rel="noopener noreferrer">the law</a>.</p>',
    );
  });

  it('says a status in word and shape, whatever it was written as', async () => {
    const table = (status: string) =>
      `---\ntype: action-plan\n---\n\n## Actions\n\n| Ref | Action | Owner | Status |\n|---|---|---|---|\n| A1 | Train staff | Head of Care | ${status} |\n`;
    assert.match(
      printed(await renderingOf(table('Amber (slipped)'))).join(''),
      /<span class="status stage-at-risk"><span class="shape" aria-hidden="true">◆ <\/span>Amber \(slipped\)<\/span>/,
    );
    assert.match(printed(await renderingOf(table('● green'))).join(''), /<span class="shape" aria-hidden="true">● <\/span>green<\/span>/);
    assert.match(
      printed(await renderingOf(table('🟢'))).join(''),
      /<span class="status stage-on-track"><span class="shape" aria-hidden="true">● <\/span>green<\/span>/,
    );
  });

  it('gives tables heads of columns, and of rows where a label heads them', async () => {
    const html = printed(
      await renderingOf('---\ntype: action-plan\n---\n\n| Ref | Action | Owner | |\n|---|---|---|---|\n| A1 | Train | Head | x |\n'),
    );
    assert.equal(
      html.find((line) => line.startsWith('<tr'))!.replace(/\n/g, ''),
      '<tr><th scope="col">Ref</th><th scope="col">Action</th><th scope="col">Owner</th><td></td></tr>',
    );
    assert.match(html.at(-1)!, /^<tr class="action">\n?<th scope="row"><span class="label" id="label-A1">A1<\/span><\/th>/);
    const foreign = printed(
      await renderingOf('<table><tr><th colspan="2">Visits</th><th></th></tr><tr><th>May</th><td>4</td><td>5</td></tr></table>\n'),
    ).join('');
    assert.equal(
      foreign,
      '<table><tbody><tr><th colspan="2" scope="col">Visits</th><td></td></tr><tr><th scope="row">May</th><td>4</td><td>5</td></tr></tbody></table>',
    );
  });

  it('makes a heading of a bold line that names a section, and keeps the lines of a form', async () => {
    assert.deepEqual(
      printed(await renderingOf(`${style('sefton')}**Summary:**\n\nContact Officer: Pat Reed\nEmail Address: pat@wexcombe.example\n`)),
      [
        '<h2 id="section-summary">Summary:</h2>',
        '<p>Contact Officer: Pat Reed<br>\nEmail Address: <a href="mailto:pat@wexcombe.example">pat@wexcombe.example</a></p>',
      ],
    );
  });

  it('gives no identifier twice', async () => {
    const { blocks } = await renderingOf('## Actions\n\n- **A1** One\n- **A1** Two\n\n## Actions\n\nText.\n');
    const ids = blocks.flatMap((block) =>
      [
        ...printed({ blocks: [block] } as never)
          .join('')
          .matchAll(/ id="([^"]*)"/g),
      ].map(([, id]) => id),
    );
    assert.deepEqual(ids, ['section-actions', 'label-A1', 'section-actions-2']);
  });

  it('links by the definition in another block', async () => {
    assert.match(
      printed(await renderingOf('See [the letter][l].\n\n[l]: https://ofsted.example/1\n')).join(''),
      /href="https:\/\/ofsted.example\/1"/,
    );
  });
});

describe('rendering: the header table', () => {
  const rowsOf = async (text: string) =>
    headerRows((await snapshotOf(worldOf(text))).model).map(
      ({ label, values }) => `${label}: ${values.map(({ text: value }) => value).join(' / ')}`,
    );

  it('has the council’s labels in its order, dates in words and each body with its meeting', async () => {
    assert.deepEqual(
      await rowsOf(
        style(
          'sefton',
          'title: Visit\nwards: all\nkey-decision: no\nbody:\n  - Cabinet\n  - Board\nmeeting-date:\n  - 2026-03-10\n  - 2026-04-01\n',
        ),
      ),
      [
        'Report to: Cabinet',
        'Date of Meeting: 10 March 2026',
        'Report to: Board',
        'Date of Meeting: 1 April 2026',
        'Subject: Visit',
        'Wards Affected: All',
        'Is this a Key Decision: No',
      ],
    );
  });

  it('gives each of several people to ask the lines of one', async () => {
    assert.deepEqual(
      await rowsOf(
        style(
          'generic',
          'contact:\n  - name: Ada Marlow\n    phone: 01632 960123\n  - name: Ben Tull\n    email: ben.tull@northmere.example\n',
        ),
      ),
      [
        'Contact officer: Ada Marlow',
        'Telephone number: 01632 960123',
        'Contact officer: Ben Tull',
        'Email address: ben.tull@northmere.example',
      ],
    );
  });

  it('begins a value that the dialect offers with a capital, and leaves what was written freely', async () => {
    assert.deepEqual(await rowsOf(style('sefton', 'decision-type: information\nportfolio: children’s services\n')), [
      'Portfolio: children’s services',
      'Purpose: Information',
    ]);
  });

  it('spells out what a paper is exempt under, and marks it', async () => {
    const text = style('sefton', 'exempt: [1, 3]\n');
    assert.deepEqual(await rowsOf(text), [
      'Exempt / Confidential Report: Yes, by virtue of paragraphs 1 and 3 of Part 1 of Schedule 12A to the Local Government Act 1972',
    ]);
    assert.deepEqual((await renderingOf(text)).marking, {
      isExempt: true,
      paragraphs: [1, 3],
      text: 'Not for publication: exempt by virtue of paragraphs 1 and 3 of Part 1 of Schedule 12A to the Local Government Act 1972',
    });
    assert.deepEqual((await renderingOf(style('sefton', 'exempt: no\n'))).marking, { isExempt: false });
  });

  it('answers the label of the form: a question by yes or no, any other by what the paper is', async () => {
    const said = async (houseStyle: string, exempt: string): Promise<string[]> => rowsOf(style(houseStyle, `exempt: ${exempt}\n`));
    assert.deepEqual(await said('leeds', 'no'), ['Does the report contain confidential or exempt information?: No']);
    assert.deepEqual(
      [
        await said('cheshire-east', 'no'),
        await said('maidstone', 'no'),
        await said('brighton-and-hove', 'no'),
        await said('southampton', 'no'),
      ].flat(),
      [
        'Open or exempt: Open',
        'Classification: Public',
        'For general release or not for publication: For general release',
        'Statement of confidentiality: None',
      ],
    );
    assert.deepEqual(await said('cheshire-east', '3'), [
      'Open or exempt: Exempt by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972',
    ]);
  });

  it('takes for the paragraphs of an exemption no number of the Act', async () => {
    const { marking } = await renderingOf(
      style('sefton', 'exempt: Yes, by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972\n'),
    );
    assert.deepEqual(marking, {
      isExempt: true,
      paragraphs: [3],
      text: 'Not for publication: exempt by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972',
    });
  });
});
