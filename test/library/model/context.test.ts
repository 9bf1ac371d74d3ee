import assert from 'node:assert/strict';
import { builtInConfiguration } from '../../../server/src/language/configuration/built-in.ts';
import { modelOf } from './harness.ts';

const context = (frontMatter: string, name?: string, configuration?: Parameters<typeof modelOf>[2]) =>
  modelOf(frontMatter === '' ? 'Text\n' : `---\n${frontMatter}\n---\n`, name, configuration).context;

describe('what a document is', () => {
  it('says its front matter, else its file name, else it is taken for a report', () => {
    const typeOf = (frontMatter: string, name?: string) => [context(frontMatter, name).type, context(frontMatter, name).typeIsStated];
    assert.deepEqual(typeOf('type: minutes', 'a.report.md'), ['minutes', true]);
    assert.deepEqual(typeOf('type: Action plan', 'a.md'), ['action-plan', true]);
    assert.deepEqual(typeOf('', 'A.LETTER.MD'), ['inspection-letter', true]);
    assert.deepEqual(typeOf('type: leaflet', 'a.md'), ['committee-report', false]);
    assert.deepEqual(typeOf('', 'a.md'), ['committee-report', false]);
  });

  it('has the house style that it names, else the one of the configuration, else the generic one', () => {
    const configuration = { ...builtInConfiguration, defaultHouseStyle: 'sefton' };
    assert.equal(context('house-style: worcestershire-panel', 'a.report.md', configuration).houseStyle.name, 'worcestershire-panel');
    assert.equal(context('', 'a.report.md', configuration).houseStyle.name, 'sefton');
    assert.equal(context('house-style: atlantis', 'a.report.md', configuration).houseStyle.name, 'generic');
    assert.equal(context('', 'a.report.md', { ...configuration, defaultHouseStyle: 'atlantis' }).houseStyle.name, 'generic');
    // A style without a layout for this kind of document leaves it the generic one.
    const bare = { ...builtInConfiguration.houseStyles.get('sefton')!, name: 'bare', types: {} };
    assert.ok(
      context('house-style: bare', 'a.plan.md', { ...configuration, houseStyles: new Map([...configuration.houseStyles, ['bare', bare]]) })
        .layout.sections.length > 0,
    );
  });

  it('knows people in every way of writing them, over those of the configuration', () => {
    const configuration = {
      ...builtInConfiguration,
      people: new Map([
        ['XY', { initials: 'XY', name: 'Xan Yew', post: null }],
        ['AB', { initials: 'AB', name: 'Another', post: null }],
      ]),
    };
    const people = (text: string) =>
      [...context(text, 'a.plan.md', configuration).people].map(([key, { name, post }]) => [key, name, post]);
    const expected = [
      ['XY', 'Xan Yew', null],
      ['AB', 'Ann Bell', 'Head of Assessment'],
    ];
    assert.deepEqual(people('people:\n  AB: Ann Bell, Head of Assessment'), expected);
    assert.deepEqual(people('people:\n  AB: { name: Ann Bell, post: Head of Assessment }'), expected);
    assert.deepEqual(people('people:\n  - AB: Ann Bell, Head of Assessment'), expected);
    assert.deepEqual(people('people:\n  - { initials: AB, name: Ann Bell, post: Head of Assessment }'), expected);
    assert.deepEqual(people('people:\n  - "AB: Ann Bell, Head of Assessment"'), expected);
    assert.deepEqual(people('people:\n  AB: Head of Assessment')[1], ['AB', null, 'Head of Assessment']);
    assert.deepEqual(people('people: nobody')[1], ['AB', 'Another', null]);
  });

  it('declares its own statuses', () => {
    const { statusScale } = context(
      'status-scale:\n  blue: not yet due\n  green: on track\n  amber: some slippage\n  red: off track\n  done: complete and evidenced',
      'a.plan.md',
    );
    assert.deepEqual(
      statusScale.statuses.map(({ word, stage }) => [word, stage]),
      [
        ['blue', 'not-started'],
        ['green', 'on-track'],
        ['amber', 'at-risk'],
        ['red', 'off-track'],
        ['done', 'complete'],
      ],
    );
    assert.deepEqual(
      context('status-scale:\n  - green: on track\n  - { word: red, meaning: off track }\n  - done', 'a.plan.md').statusScale.statuses.map(
        ({ word, stage }) => [word, stage],
      ),
      [
        ['green', 'on-track'],
        ['red', 'off-track'],
        ['done', 'other'],
      ],
    );
    assert.equal(context('status-scale: brag', 'a.plan.md').statusScale.name, 'brag');
    assert.equal(context('status-scale: rainbow', 'a.plan.md').statusScale, context('', 'a.plan.md').houseStyle.statusScale);
  });
});
