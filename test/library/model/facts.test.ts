import assert from 'node:assert/strict';
import { itemsOf, jsonOf, modelOf } from './harness.ts';

describe('facts', () => {
  it('labels that stand bare are references, and what defines is none', () => {
    const text = '## Actions\n\n- **A1** Answers F2, unlike A1.4 or `F3`\n  - Addresses: F1\n\nSee A1.\n';
    assert.deepEqual(
      itemsOf(text, 'label-reference', 'a.plan.md').map(({ source, addresses }) => [source, addresses]),
      [
        ['F2', false],
        ['A1.4', false],
        ['F3', false],
        ['F1', true],
        ['A1', false],
      ],
    );
    assert.deepEqual(
      itemsOf(text, 'label-definition', 'a.plan.md').map(({ label, defines, text: about }) => [label.text, defines, about]),
      [['A1', 'action', 'Answers F2, unlike A1.4 or F3']],
    );
  });

  it('a label in the Ref column of any table is defined, and so is one in bold before a paragraph or heading', () => {
    const text = '| Ref | Theme |\n|---|---|\n| T1 | Homes |\n\n### **G2** Schools\n\n2.1 **H3** Health\n';
    assert.deepEqual(
      itemsOf(text, 'label-definition').map(({ label, defines, text: about }) => [label.text, defines, about]),
      [
        ['T1', 'other', 'Homes'],
        ['G2', 'other', 'Schools'],
        ['H3', 'other', 'Health'],
      ],
    );
  });

  it('mentions of appendices, several at once', () => {
    const text = 'See Appendix 1, appendices 2 and 3, APPENDIX B and Appendices C, D and E. An appendix a day, and Annex A, are none.\n';
    assert.deepEqual(
      itemsOf(text, 'appendix-mention').map(({ number }) => number),
      ['1', '2', '3', 'B', 'C', 'D', 'E'],
    );
  });

  it('the list of appendices: numbers, titles and links; a heading is one too', () => {
    const text =
      '## Appendices\n\n- [Appendix 1 – Letter](letter.letter.md)\n- Appendix 2: [Plan](a.plan.md)\n- A thing without a number\n\n## Appendix C. Data\n';
    assert.deepEqual(
      itemsOf(text, 'appendix-listed').map(({ number, title, link }) => [number, title, link]),
      [
        ['1', 'Letter', 'letter.letter.md'],
        ['2', 'Plan', 'a.plan.md'],
        ['C', 'Data', null],
      ],
    );
    assert.deepEqual(
      jsonOf(text).appendices.map(({ mentions }) => mentions),
      [[], [], []],
    );
  });

  it("references to the report's own paragraphs, not to the law's", () => {
    const own = 'As paragraph 5 and paragraphs 6 to 8 of this report say; see section 2.1 and para. 3.4.\n';
    assert.deepEqual(
      itemsOf(own, 'paragraph-reference').map(({ number }) => number),
      ['5', '6', '8', '2.1', '3.4'],
    );
    const law =
      'Under section 47, section 137(3) and paragraph 3 of Schedule 12A; paragraph 106 of the framework; Schedule 12A, paragraph 3.\n';
    assert.deepEqual(itemsOf(law, 'paragraph-reference'), []);
  });

  it('numbers of things said before they are listed', () => {
    const read = (text: string) => itemsOf(`${text}\n`, 'count').map(({ stated, counted, introduces }) => [stated, counted, introduces]);
    assert.deepEqual(read('Ofsted identified eight specific areas for improvement:'), [[8, 'areas for improvement', true]]);
    assert.deepEqual(read('Inspectors named two areas of Priority Action and 3 strengths.'), [
      [2, 'areas of priority action', false],
      [3, 'strengths', false],
    ]);
    assert.deepEqual(read('Two further actions, two action plans, 80% targets, 2.3 recommendations and seven such visits.'), []);
  });

  it('totals of statuses', () => {
    const read = (text: string) => itemsOf(`${text}\n`, 'status-total').map(({ status, stated, source }) => [status, stated, source]);
    assert.deepEqual(read('Of these, 12 are green, 3 amber and 1 is rated red.'), [
      ['green', 12, '12 are green'],
      ['amber', 3, '3 amber'],
      ['red', 1, '1 is rated red'],
    ]);
    assert.deepEqual(read('One is complete, two are amber and twelve actions are red.'), [
      ['complete', 1, 'One is complete'],
      ['amber', 2, 'two are amber'],
      ['red', 12, 'twelve actions are red'],
    ]);
    assert.deepEqual(read('12 actions are complete.'), [['complete', 12, '12 actions are complete']]);
    assert.deepEqual(read('The ward has 5 green spaces and 2 red routes.'), []);
    assert.deepEqual(read('There were 2 red.'), []);
  });

  it('links and images', () => {
    const text = '[here](#) and <https://example.org/a> and https://example.org/b ![Chart](c.png)\n\n> [theirs](x.md)\n';
    assert.deepEqual(
      itemsOf(text, 'link').map(({ url, text: words, bare, quoted }) => [url, words, bare, quoted]),
      [
        ['#', 'here', false, false],
        ['https://example.org/a', 'https://example.org/a', true, false],
        ['https://example.org/b', 'https://example.org/b', true, false],
        ['x.md', 'theirs', false, true],
      ],
    );
    assert.deepEqual(
      itemsOf(text, 'image').map(({ url, alternative }) => [url, alternative]),
      [['c.png', 'Chart']],
    );
  });

  it('short forms that a glossary defines, in a list, in lines and in a table', () => {
    const text =
      '## Glossary\n\n- **MASH** Multi Agency Safeguarding Hub\n- SIP – Service Improvement Plan\n\nLADO: local authority designated officer\n\n| Term | Meaning |\n|---|---|\n| QA | quality assurance |\n\n## Background\n\nThe MASH is well.\n';
    assert.deepEqual(jsonOf(text).acronyms, [
      { short: 'MASH', long: 'Multi Agency Safeguarding Hub', definedAt: 3, uses: [14] },
      { short: 'SIP', long: 'Service Improvement Plan', definedAt: 4, uses: [] },
      { short: 'LADO', long: 'local authority designated officer', definedAt: 6, uses: [] },
      { short: 'QA', long: 'quality assurance', definedAt: 10, uses: [] },
    ]);
  });

  it('comments that leave rules out, with their names, their reason, and what is switched off behind them', () => {
    const text =
      'a\n\n<!-- inspection-response-disable actions/missing-due, dates/no-year: agreed at the board of 3 May -->\n\nb\n\n<!-- inspection-response-enable dates/no-year -->\n\nc\n\n<!-- inspection-response-enable -->\n\nd\n\n<!-- inspection-response-disable-next-line -->\ne\n\n<!-- something else -->\n';
    assert.deepEqual(
      itemsOf(text, 'suppression').map(({ form, rules, reason }) => [form, rules.map(({ text: name }) => name), reason]),
      [
        ['disable', ['actions/missing-due', 'dates/no-year'], 'agreed at the board of 3 May'],
        ['enable', ['dates/no-year'], null],
        ['enable', [], null],
        ['next-line', [], null],
      ],
    );
    const first = itemsOf(text, 'suppression')[0]!;
    assert.equal(text.slice(3).slice(first.rules[1]!.span.start, first.rules[1]!.span.end), 'dates/no-year');
    const off = modelOf(text)
      .blocks.filter(({ block }) => /^[a-e]\n/.test(block.text))
      .map(({ switchedOff }) => switchedOff);
    assert.deepEqual(off, [[], ['actions/missing-due', 'dates/no-year'], ['actions/missing-due'], [], []]);
  });

  it('plain text: escapes, entities and marks are read, a word is not torn by them', () => {
    assert.deepEqual(
      itemsOf('12\\. Children &amp; **fam**ilies  \n*come* first \\* always `now`.\n', 'paragraph').map(({ number, text }) => [
        number?.text,
        text,
      ]),
      [['12', '12. Children & families come first * always now.']],
    );
  });

  it('dates over bold, line ends and the margin of a quotation', () => {
    assert.deepEqual(
      jsonOf('On **8 May** 2018, and 9\nMay 2018.\n\n> by 10\n> May 2018\n').dates.map(({ from, line }) => [from, line]),
      [
        ['2018-05-08', 1],
        ['2018-05-09', 1],
        ['2018-05-10', 4],
      ],
    );
  });
});
