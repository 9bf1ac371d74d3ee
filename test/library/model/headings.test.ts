import assert from 'node:assert/strict';
import { itemsOf, jsonOf } from './harness.ts';

const headings = (text: string, name?: string) =>
  itemsOf(text, 'heading', name).map(({ form, level, text: heading, role, isTitle }) => [form, level, heading, isTitle ? 'title' : role]);
const sefton = '---\nhouse-style: sefton\n---\n\n';

describe('headings and their roles', () => {
  it('are matched without number, case, punctuation, a bracketed tail and the plural', () => {
    const text =
      '## 3. RECOMMENDATIONS:\n\n## Recommendation(s)\n\n## 2.1 What needs to improve?\n\n## Strength\n\n## The Council’s response\n\n## Area for priority action\n';
    assert.deepEqual(
      headings(text).map(([, , , role]) => role),
      ['recommendations', 'recommendations', 'areas-for-improvement', 'strengths', 'progress', 'priority-actions'],
    );
  });

  it('take the names of the house style before those of the generic style', () => {
    assert.deepEqual(headings('---\nhouse-style: worcestershire-panel\n---\n\n## Purpose of the Meeting\n')[0]![3], 'recommendations');
    assert.deepEqual(headings('---\nhouse-style: worcestershire-panel\n---\n\n## Areas for improvement\n')[0]![3], 'areas-for-improvement');
  });

  it('nearly known are told, and no more than nearly', () => {
    const near = (heading: string) => itemsOf(`## ${heading}\n`, 'heading')[0]!.nearly?.heading ?? null;
    assert.equal(near('Recomendations'), 'Recommendations');
    assert.equal(near('Finanical implications'), 'Financial implications');
    assert.equal(near('Reactions'), null);
    assert.equal(near('The autumn term'), null);
    assert.equal(near('Requires improvement'), null, 'a grade');
    assert.equal(near('Recommendations'), null);
  });

  it('are not what leads a paragraph of progress ("Next steps: …"); “About this inspection” is no slip', () => {
    assert.deepEqual(headings('## Progress\n\n**Next steps:** A test in June.\n'), [['heading', 2, 'Progress', 'progress']]);
    assert.deepEqual(headings('## About this inspection\n', 'peel.letter.md')[0]![3], 'background');
  });

  it('of level 1 without a role is the title, once', () => {
    assert.deepEqual(headings('# Visit\n\n# Summary\n\n# Another\n'), [
      ['heading', 1, 'Visit', 'title'],
      ['heading', 1, 'Summary', 'summary'],
      ['heading', 1, 'Another', null],
    ]);
    assert.deepEqual(
      headings('---\ntitle: Outcome of the visit\n---\n\n# Outcome of the visit\n\n## Summary\n'),
      [
        ['heading', 1, 'Outcome of the visit', 'title'],
        ['heading', 2, 'Summary', 'summary'],
      ],
      'a title that a section may have too',
    );
    assert.deepEqual(headings('---\ntitle: Another\n---\n\n# Outcome of the visit\n'), [
      ['heading', 1, 'Outcome of the visit', 'key-issues'],
    ]);
    assert.equal(jsonOf('# Visit\n').title, 'Visit');
    assert.equal(jsonOf('---\ntitle: From above\n---\n\n# Visit\n').title, 'From above');
    assert.equal(jsonOf('Text\n').title, null);
  });

  it('are bold lines standing alone that name a known section', () => {
    assert.deepEqual(headings('**Summary:**\n\nText\n\n**Legal implications**\n\n**Something else**\n\n**Summary** of it\n'), [
      ['bold-line', 2, 'Summary', 'summary'],
      ['bold-line', 3, 'Legal implications', 'implications/legal'],
    ]);
    assert.deepEqual(headings('1. **Introduction**\n'), [['bold-line', 2, 'Introduction', 'introduction']]);
  });

  it('are lines of a form, with what they say', () => {
    const text = `${sefton}Contact Officer: Sam Lyle\nTelephone Number: 01632 960000\nEmail Address:\n\nNote: this is no section.\n`;
    assert.deepEqual(
      itemsOf(text, 'heading').map(({ text: heading, role, value, source }) => [heading, role, value?.text ?? null, source]),
      [
        ['Contact Officer', 'contact', 'Sam Lyle', 'Contact Officer: Sam Lyle'],
        ['Telephone Number', 'contact', '01632 960000', 'Telephone Number: 01632 960000'],
        ['Email Address', 'contact', null, 'Email Address:'],
      ],
    );
    assert.deepEqual(
      itemsOf(text, 'paragraph').map(({ text: paragraph }) => paragraph),
      ['Sam Lyle', '01632 960000', 'Note: this is no section.'],
    );
  });

  it('are not the words before a colon that head no section in running text', () => {
    assert.deepEqual(headings('Action: CD to write to the schools.\n\nStrengths:\n\n- Morale\n\nUpdate: done.\n'), []);
    assert.deepEqual(
      itemsOf('Strengths:\n\n- Morale\n', 'finding').map(({ polarity }) => polarity),
      ['strength'],
    );
  });

  it('give what follows its place', () => {
    assert.deepEqual(
      jsonOf('## Implications\n\n### Legal implications\n\nNone.\n\n### Our thoughts\n\nMany.\n\n## Summary\n').sections.map(
        ({ heading, role, line, endLine }) => [heading, role, line, endLine],
      ),
      [
        ['Implications', 'implications', 1, 9],
        ['Legal implications', 'implications/legal', 3, 5],
        ['Our thoughts', null, 7, 9],
        ['Summary', 'summary', 11, 11],
      ],
    );
  });

  it('have numbers written by hand', () => {
    assert.deepEqual(
      itemsOf('## 2 Action required\n\n## (A) Costs\n\n## 2.1. Why\n\n## 2019 in figures\n', 'heading').map(({ number, text }) => [
        number?.text ?? null,
        text,
      ]),
      [
        ['2', 'Action required'],
        ['A', 'Costs'],
        ['2.1', 'Why'],
        [null, '2019 in figures'],
      ],
    );
  });
});
