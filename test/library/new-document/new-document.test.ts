import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { builtInHouseStyles, formFields, formSections, resolveHouseStyle } from '../../../server/src/language/house-styles/index.ts';
import { documentTypes } from '../../../server/src/language/model/vocabulary.ts';
import { newDocument } from '../../../server/src/language/new-document/new-document.ts';
import { sectionSnippet, sectionText } from '../../../server/src/language/new-document/new-section.ts';
import { fillIn } from '../../../server/src/language/new-document/tab-stops.ts';

const generic = builtInHouseStyles.get('generic')!;
const frontMatter = (text: string) => parse(/^---\n([\s\S]*?)\n---\n/.exec(text)![1]!) as Record<string, unknown>;

describe('placeholders as tab stops', () => {
  it('keep their brackets, and are numbered in order', () => {
    assert.equal(fillIn('That the [body] agrees [what].').snippet, 'That the ${1:[body]} agrees ${2:[what]}.');
  });
  it('are one where they are the shared one', () => {
    assert.equal(fillIn('[title] [name] [title] [name]', '[title]').snippet, '${1:[title]} ${2:[name]} $1 ${3:[name]}');
  });
  it('are not links, task boxes, definitions or empty', () => {
    const text = '- [ ] [x] [a link](b.md) [text][ref] []\n\n[ref]: x.md';
    assert.equal(fillIn(text).snippet, text);
  });
  it('do not swallow an open bracket', () => {
    assert.equal(fillIn('[ not closed [place] and [').snippet, '[ not closed ${1:[place]} and [');
  });
  it('stand among text that is taken as it is', () => {
    assert.equal(fillIn('£5 or $5 {x} \\ [a $1 } b]').snippet, '£5 or \\$5 {x\\} \\\\ ${1:[a \\$1 \\} b]}');
  });
});

describe('a new section', () => {
  const section = {
    role: 'key-issues',
    heading: 'Feedback from …',
    aliases: [],
    required: false,
    level: 2,
    template: '[What was said.]',
    guidance: '',
  } as const;
  it('has its heading and template', () => {
    assert.equal(sectionText({ ...section, heading: 'Summary' }), '## Summary\n\n[What was said.]\n');
    assert.equal(sectionText({ ...section, heading: 'Summary', template: '' }, 3), '### Summary\n');
  });
  it('asks for the open part of its heading', () => {
    assert.equal(sectionSnippet(section), '## Feedback from ${1:[name of the subject]}\n\n${2:[What was said.]}\n$0');
  });
});

describe('a new document', () => {
  it('quotes what YAML would read otherwise, and nothing else', () => {
    const { text } = newDocument('committee-report', generic, { values: { title: 'Children: a report', wards: 'All' } });
    assert.match(text, /^title: "Children: a report"$/m);
    assert.match(text, /^key-decision: no$/m);
    assert.match(text, /^meeting-date: "\[date of the meeting\]"$/m);
    assert.match(text, /^# Children: a report$/m);
    assert.equal(frontMatter(text)['title'], 'Children: a report');
  });

  it('takes over fields that are known, also those that the form does not have', () => {
    const { text } = newDocument('action-plan', generic, { values: { 'responds-to': ['a.letter.md', 'b.letter.md'], venue: 'Room 1' } });
    assert.deepEqual(frontMatter(text)['responds-to'], ['a.letter.md', 'b.letter.md']);
    assert.equal(frontMatter(text)['venue'], 'Room 1');
  });

  it('asks for a title once', () => {
    const { snippet } = newDocument('committee-report', generic);
    assert.match(snippet, /^title: "\$\{1:\[title of the report\]\}"$/m);
    assert.match(snippet, /^# \$1$/m);
  });

  it('of a house style without that kind is still a document', () => {
    const { houseStyle } = resolveHouseStyle('bare', new Map([['bare', { name: 'bare', extends: null }]]));
    assert.equal(newDocument('minutes', houseStyle).text, '---\ntype: minutes\nhouse-style: bare\n---\n\n# [title of the minutes]\n');
  });

  for (const houseStyle of builtInHouseStyles.values()) {
    for (const type of documentTypes) {
      it(`${type} of ${houseStyle.name} has every section and required field of its form`, () => {
        const layout = houseStyle.types[type]!;
        const { text, snippet } = newDocument(type, houseStyle);
        const keys = Object.keys(frontMatter(text));
        assert.deepEqual(keys.slice(0, 2), ['type', 'house-style']);
        for (const field of formFields(layout)) if (field.required) assert.ok(keys.includes(field.key), field.key);
        const headings = [...text.matchAll(/^#{2,3} (.*)$/gm)].map(([, heading]) => heading!.replace(' [name of the subject]', ' …'));
        assert.deepEqual(
          headings,
          formSections(layout).map(({ heading }) => heading),
        );
        assert.equal(
          snippet
            .replace(/\$\{\d+:((?:\\.|[^}])*)\}/g, '$1')
            .replace(/\\([\\$}])/g, '$1')
            .replace(/\$[1-9]\b/g, layout.fields.find(({ key }) => key === 'title')?.template ?? '')
            .replace(/\$0$/, ''),
          text,
        );
      });
    }
  }
});
