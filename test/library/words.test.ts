import assert from 'node:assert/strict';
import { neverCancelled } from '../../server/src/language/host.ts';
import { fixesFor } from '../../server/src/language/rules/fixes.ts';
import { english, readTranslation, wordsOf } from '../../server/src/language/words.ts';
import { readWords } from '../../server/src/shipped.ts';
import { reportsOf, snapshotOf, worldOf } from './harness.ts';

const translation = {
  language: 'cy',
  reviewed: false,
  texts: {
    'actions/missing-owner': {
      'This action has no owner. Name one post or person who answers for it.': 'Dim perchennog.',
      'Owner: {owner}': 'Perchennog: {owner}',
    },
    other: { 'It is {date}.': '{date} yw hi.', 'It says {date}.': 'Mae’n dweud “{date}”.', 'in {time}': 'amser: {time}' },
  },
  values: {
    '{n} May {year}': '{n} Mai {year}',
    '{a} and {b}': '{a} a {b}',
    '{n} days': { one: '{n} diwrnod', two: '{n} ddiwrnod', other: '{n} o ddiwrnodau' },
    'one week': 'wythnos',
  },
};
const welsh = wordsOf(translation);

describe('words', () => {
  it('in English are filled in, and what has no value stays', () => {
    assert.equal(english.say('{a} and {b}', { a: 1 }), '1 and {b}');
    assert.equal(english.say('{a}', { a: '{b}', b: 'x' }), '{b}');
  });
  it('that are not translated are said in English, values too', () =>
    assert.equal(welsh.say('Until {date}.', { date: '4 May 2026' }), 'Until 4 May 2026.'));
  it('take their values along, but for what is quoted', () => {
    assert.equal(welsh.say('It is {date}.', { date: '4 May 2026' }), '4 Mai 2026 yw hi.');
    assert.equal(welsh.say('It says {date}.', { date: '4 May 2026' }), 'Mae’n dweud “4 May 2026”.');
    assert.equal(welsh.say('in {time}', { time: 'one week' }), 'amser: wythnos');
    assert.equal(welsh.say('in {time}', { time: 'one week and 2 days' }), 'amser: wythnos a 2 ddiwrnod');
    assert.equal(welsh.say('in {time}', { time: 'a fortnight' }), 'amser: a fortnight');
  });
  it('count as their language does', () =>
    assert.deepEqual(
      [1, 2, 5].map((days) => welsh.word(`${days} days`)),
      ['1 diwrnod', '2 ddiwrnod', '5 o ddiwrnodau'],
    ));
  it('are not looked for in long texts', () => assert.equal(welsh.word(`${'x '.repeat(5000)}and y`).length, 10_005));
});

describe('a translation’s file', () => {
  it('is read where it has the form of one', () => {
    assert.deepEqual(readTranslation(JSON.stringify(translation)), translation);
    for (const broken of [
      '',
      'null',
      '[]',
      '{}',
      '{"language":"cy","texts":[],"values":{}}',
      '{"language":"cy","texts":{"a":null},"values":{}}',
      '{"language":"cy","texts":{}}',
    ])
      assert.equal(readTranslation(broken), null, broken);
  });
  it('is looked for by the language of the locale; for English nothing is read', async () => {
    const asked: string[] = [];
    const read = async (address: string) => {
      asked.push(address);
      return address.endsWith('/cy.json') ? JSON.stringify(translation) : null;
    };
    assert.equal(await readWords('en-GB', () => 'file:///x/', read), english);
    assert.deepEqual(asked, []);
    assert.equal((await readWords('cy-GB', () => 'file:///x/', read))?.language, 'cy');
    assert.equal(await readWords('fr', () => 'file:///x/', read), null);
    assert.equal(await readWords('../../secret', () => 'file:///x/', read), null);
    assert.equal(await readWords('cy', () => null, read), null);
    assert.deepEqual(asked, ['file:///x/server/l10n/cy.json', 'file:///x/server/l10n/fr.json']);
  });
});

describe('reports and fixes', () => {
  it('are said in the words that were handed in, from then on', async () => {
    const world = worldOf(
      '//- /a.plan.md\n## Actions\n\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Review plans | | 31 July 2026 |\n| A2 | Train managers | Ada Marlow | 31 July 2026 |\n',
    );
    const owner = async () => (await reportsOf(world)).find(({ rule }) => rule === 'actions/missing-owner')!;
    assert.match((await owner()).message, /no owner/);
    const affected: string[] = [];
    world.service.onAffected((addresses) => affected.push(...addresses));
    world.service.speak(welsh);
    assert.deepEqual(affected, [world.address]);
    const report = await owner();
    assert.equal(report.message, 'Dim perchennog.');
    const snapshot = await world.service.snapshot(world.address, 'linked', neverCancelled);
    assert.equal(snapshot!.words, welsh);
    assert.deepEqual(
      fixesFor(await snapshotOf(world), report).map(({ title }) => title),
      ['Perchennog: Ada Marlow'],
    );
  });
});
