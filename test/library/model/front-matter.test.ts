import assert from 'node:assert/strict';
import { field, textOf, textsOf } from '../../../server/src/language/model/front-matter/front-matter.ts';
import { readFrontMatter } from '../../../server/src/language/model/front-matter/read-front-matter.ts';
import { modelOf } from './harness.ts';

const values = (text: string) => Object.fromEntries([...readFrontMatter(text).fields.values()].map(({ key, value }) => [key, value]));
const problems = (text: string) => readFrontMatter(text).problems.map(({ message, span }) => [text.slice(span.start, span.end), message]);

describe('front matter', () => {
  const text =
    '---\r\ntype: action-plan\r\nbody:\r\n  - Audit Committee\r\n  - Cabinet\r\npublished: 2024-05-13\r\ninspection:\r\n  number: 7\r\n  judgements: { overall effectiveness: inadequate }\r\nexempt: no\r\nwards:\r\n---\r\n\r\nText\r\n';

  it('is read with the place of every key, value and item', () => {
    const frontMatter = readFrontMatter(text);
    const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    assert.deepEqual(frontMatter.problems, []);
    assert.equal(slice(frontMatter.span!), text.slice(0, text.indexOf('\r\n\r\nText')));
    assert.equal(slice(frontMatter.yamlSpan!), text.slice(5, text.indexOf('---\r\n\r\n')));
    const type = field(frontMatter, 'type')!;
    assert.deepEqual([slice(type.keySpan), slice(type.valueSpan)], ['type', 'action-plan']);
    const judgement = field(frontMatter, 'inspection', 'judgements', 'overall effectiveness')!;
    assert.deepEqual([slice(judgement.keySpan), slice(judgement.valueSpan)], ['overall effectiveness', 'inadequate']);
    assert.deepEqual(
      textsOf(frontMatter, 'body').map(({ text: body, span }) => [body, slice(span)]),
      [
        ['Audit Committee', 'Audit Committee'],
        ['Cabinet', 'Cabinet'],
      ],
    );
    const wards = field(frontMatter, 'wards')!;
    assert.deepEqual([wards.value, wards.valueSpan], [null, { start: wards.keySpan.end + 1, end: wards.keySpan.end + 1 }]);
  });

  it('keeps dates, telephone numbers and "no" as they are written', () => {
    assert.deepEqual(
      values('---\npublished: 2019-01-08\nphone: 01632960001\nversion: 1.10\nexempt: no\nkey-decision: true\nnumber: 7\n---\n'),
      {
        published: '2019-01-08',
        phone: '01632960001',
        version: '1.10',
        exempt: 'no',
        'key-decision': true,
        number: 7,
      },
    );
    assert.equal(textOf(readFrontMatter('---\nnumber: 7\n---\n'), 'number'), '7');
  });

  it('stands behind a byte-order mark', () => {
    assert.deepEqual(values('\ufeff---\ntype: minutes\n---\n'), { type: 'minutes' });
    assert.deepEqual(readFrontMatter('\ufeff---\ntype: minutes\n---\n').span, { start: 1, end: 22 });
  });

  it('that is not closed, or not there, is none', () => {
    assert.deepEqual(readFrontMatter('---\ntype: minutes\n').span, null);
    assert.deepEqual(readFrontMatter('# Title\n').span, null);
    assert.deepEqual(readFrontMatter('---\n---\n').fields.size, 0);
  });

  it('may end with three stops, as YAML has it', () =>
    assert.deepEqual(values('---\ntype: action-plan\n...\n# Plan\n'), { type: 'action-plan' }));

  it('that begins and never ends is said, where its first line is one of a header', () => {
    const said = (document: string) =>
      modelOf(document, 'a.plan.md').frontMatter.problems.map(({ message, span }) => [document.slice(span.start, span.end), message]);
    assert.deepEqual(said('\uFEFF---\r\ntype: action-plan\r\ntitle: Plan\r\n\r\n# Plan\r\n'), [
      ['---', 'The front matter begins here and never ends, so nothing in it is read. Write --- on a line of its own under its last line.'],
    ]);
    for (const document of [
      '---\nNote: this is a draft\n\n# Plan\n',
      '---\n\n# Plan\n',
      '# Plan\n\n---\ntype: action-plan\n',
      '---\ntype: action-plan\n---\n# Plan\n',
    ])
      assert.deepEqual(said(document), [], document);
  });

  it('says what is wrong with a line, at its place, and reads the others', () => {
    const broken = '---\ntitle: Visit: what was found\ntype: minutes\nbody: "Audit Committee\npublished: 2024-05-13\n---\n';
    assert.deepEqual(problems(broken), [
      ['Visit: what was found', 'There is a second colon on this line. Put the whole value in quotation marks.'],
      ['"Audit Committee', 'A quotation mark is opened here and not closed.'],
    ]);
    assert.deepEqual(values(broken), {
      title: 'Visit: what was found',
      type: 'minutes',
      body: '"Audit Committee',
      published: '2024-05-13',
    });
  });

  for (const [what, yaml, place, message] of [
    [
      'a key that stands twice',
      'type: minutes\ntype: agenda\n',
      'type',
      '"type" stands here a second time. Only the first one counts: remove one of them.',
    ],
    ['a tab', 'inspection:\n\tnumber: 7\n', '\t', 'This line starts with a tab. Use spaces.'],
    ['a star', 'title: *Visit*\n', '*Visit*', 'A value cannot start with *. Put the value in quotation marks.'],
    ['a value that refers to another', 'a: &x [1]\nb: *x\n', '*x', 'A value cannot start with *. Put the value in quotation marks.'],
    ['no name', 'just text\n', 'just text', 'The front matter must be made of lines "name: value".'],
    [
      'a text behind a bracket',
      'title: [insert title] here\n',
      'here',
      'This line of the front matter cannot be read. Write "name: value", and put a value with unusual characters in quotation marks.',
    ],
  ] as const) {
    it(`reports ${what}`, () => assert.deepEqual(problems(`---\n${yaml}---\n`), [[place, message]]));
  }

  it('that would keep the parser busy is refused', () => {
    assert.match(problems(`---\na: ${'x'.repeat(70_000)}\n---\n`)[0]![1]!, /too long/);
    assert.match(problems(`---\na: ${'['.repeat(5000)}\n---\n`)[0]![1]!, /too many brackets/);
    assert.match(problems(`---\na: ${'- '.repeat(5000)}x\n---\n`)[0]![1]!, /too many brackets/);
    assert.deepEqual(problems(`---\nnotes: ${'-'.repeat(200)}\n---\n`), []);
    const laughs = `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`)
      .join('\n')}\n---\n`;
    assert.ok(problems(laughs).length > 0 && problems(laughs).length <= 8);
  });
});
