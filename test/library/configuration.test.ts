import assert from 'node:assert/strict';
import { createConfigurationFinder } from '../../server/src/language/configuration/find-configuration.ts';
import type { KnownRule } from '../../server/src/language/configuration/known-rule.ts';
import { readConfiguration } from '../../server/src/language/configuration/read-configuration.ts';
import { documentAddress } from '../../server/src/language/text/document-address.ts';
import { memoryHost } from './harness.ts';

const rules: readonly KnownRule[] = [
  { name: 'dates/date-style', summary: 'A date is written in another way.', severity: 'hint' },
  {
    name: 'actions/missing-owner',
    summary: 'An action has no owner.',
    severity: 'error',
    options: {
      x: { description: 'A number.', type: 'number', default: 3 },
      names: { description: 'Names.', type: 'strings', default: [] },
      loud: { description: 'Yes or no.', type: 'boolean', default: false },
    },
  },
];
const problemsOf = (text: string): string[] =>
  readConfiguration(text, rules).problems.map(({ message, span }) => `“${text.slice(span.start, span.end)}” ${message}`);

describe('.inspection-response.json', () => {
  it('is JSON with comments: severities, options, people, acronyms, days, paths', () => {
    const { configuration, problems } = readConfiguration(
      `{
      // house rules
      "rules": { "dates/date-style": "off", "actions/missing-owner": { "severity": "warning", "options": { "x": 1 } } },
      "people": { "AB": "Ann Bell, Head of Assessment", "CD": { "post": "Service Manager" } },
      "acronyms": { "NFB": "Northmere Family Board" },
      "holidays": [{ "date": "2026-12-24", "name": "Christmas Eve closure" }],
      "words": { "Stakeholder": "partner", "in  respect of": "about", "facilitate": "" },
      "exclude": ["archive/**"],
    }`,
      rules,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration.rules.get('dates/date-style'), { severity: 'off' });
    assert.deepEqual(configuration.rules.get('actions/missing-owner'), { severity: 'warning', options: { x: 1 } });
    assert.deepEqual(configuration.people.get('AB'), { initials: 'AB', name: 'Ann Bell', post: 'Head of Assessment' });
    assert.deepEqual(configuration.people.get('CD'), { initials: 'CD', name: null, post: 'Service Manager' });
    assert.equal(configuration.acronyms.get('NFB'), 'Northmere Family Board');
    assert.deepEqual(
      [...configuration.words],
      [
        ['stakeholder', 'partner'],
        ['in respect of', 'about'],
        ['facilitate', ''],
      ],
    );
    assert.deepEqual(configuration.extraHolidays, [{ date: '2026-12-24', name: 'Christmas Eve closure' }]);
    assert.deepEqual(configuration.exclude, ['archive/**']);
  });
  it('takes the council’s own figures and meetings, and says at its place what is none', () => {
    const { configuration, problems } = readConfiguration(
      '{ "deadlines": { "call-in": 3, "report": false }, "meetings": [{ "body": " Cabinet ", "date": "2026-07-14" }] }',
      rules,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [...configuration.deadlines],
      [
        ['call-in', 3],
        ['report', null],
      ],
    );
    assert.deepEqual(configuration.meetings, [{ body: 'Cabinet', date: '2026-07-14' }]);
    for (const [written, place] of [
      ['{ "deadlines": { "papers": 4 } }', '"papers"'],
      ['{ "deadlines": { "call-in": 0 } }', '0'],
      ['{ "deadlines": { "call-in": 2.5 } }', '2.5'],
      ['{ "deadlines": { "call-in": "five" } }', '"five"'],
      ['{ "deadlines": { "call-in": null } }', 'null'],
      ['{ "deadlines": { "call-in": true } }', 'true'],
      ['{ "deadlines": [] }', '[]'],
      ['{ "meetings": {} }', '{}'],
      ['{ "meetings": [5] }', '5'],
      ['{ "meetings": [{ "body": "Cabinet", "date": "2026-02-30" }] }', '{ "body": "Cabinet", "date": "2026-02-30" }'],
      ['{ "meetings": [{ "body": " ", "date": "2026-07-14" }] }', '{ "body": " ", "date": "2026-07-14" }'],
    ] as const) {
      const read = readConfiguration(written, rules);
      assert.deepEqual(
        read.problems.map(({ span }) => written.slice(span.start, span.end)),
        [place],
        written,
      );
      assert.deepEqual([read.configuration.deadlines.size, read.configuration.meetings.length], [0, 0], written);
    }
  });

  it('reports each thing that it does not understand at its place, and keeps the rest', () => {
    assert.deepEqual(
      problemsOf('{ "rules": { "dates/date-style": "loud" } }').map((line) => line.split(' ')[0]),
      ['“"loud"”'],
    );
    assert.match(problemsOf('{ "houseStyle": "atlantis" }')[0]!, /^“"atlantis"” There is no house style “atlantis”/);
    assert.match(problemsOf('{ "people": ["AB"] }')[0]!, /takes an object/);
    assert.deepEqual(problemsOf('{ "holidays": ["2026-12-24", "2026-02-30"] }'), [
      '“"2026-02-30"” Write a day as { "date": "2026-12-24", "name": "…" }, one that there is.',
    ]);
    const { configuration } = readConfiguration('{ "rulez": 1, "acronyms": { "NFB": "Northmere Family Board" } }', rules);
    assert.equal(configuration.acronyms.get('NFB'), 'Northmere Family Board');
  });

  it('takes the options that a check has, and says of each other what is wrong, where it stands', () => {
    const text = `{ "rules": {
      "actions/missing-owner": { "severity": "warning", "options": { "x": "3", "names": ["A", 4], "loud": true, "colour": "red" }, "level": 2 },
      "dates/date-style": { "options": { "x": 1 } }
    } }`;
    assert.deepEqual(problemsOf(text), [
      '“"3"” “x” takes a number.',
      '“["A", 4]” “names” takes a list of texts, between [ and ].',
      '“"colour"” This check has no option “colour”. It has x, names, loud.',
      '“"level"” “level” is not known here. A check has “severity” and “options”.',
      '“"x"” This check has no options.',
    ]);
    assert.deepEqual(readConfiguration(text, rules).configuration.rules.get('actions/missing-owner'), {
      severity: 'warning',
      options: { loud: true },
    });
    assert.deepEqual(problemsOf('{ "rules": { "dates/date-style": { "options": [] } } }'), [
      '“[]” “options” takes an object, between { and }.',
    ]);
    assert.deepEqual(problemsOf('{ "rules": { "actions/missing-owner": { "options": { "constructor": 1 } } } }'), [
      '“"constructor"” This check has no option “constructor”. It has x, names, loud.',
    ]);
  });

  it('works out a house style of its own without working out the built-in ones', () => {
    const { configuration } = readConfiguration(
      '{ "houseStyles": { "aldersham": { "extends": "sefton" }, "leeds": { "title": "Leeds, our way" } } }',
      rules,
    );
    assert.equal(configuration.houseStyles.get('aldersham')?.extends, 'sefton');
    assert.equal(configuration.houseStyles.get('leeds')?.title, 'Leeds, our way');
    assert.equal(configuration.houseStyles.get('leeds')?.council, 'Leeds City Council');
    assert.equal(configuration.houseStyles.get('lambeth')?.title, 'London Borough of Lambeth');
    assert.equal([...configuration.houseStyles.keys()].filter((name) => name === 'leeds').length, 1);
  });

  it('never throws, whatever the text', () => {
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '{"rules":[1]}',
      '{"houseStyles":{"a":{"extends":"a"}}}',
      '{"houseStyles":{"a":7}}',
      '\ufeff{}',
      '\0',
      '{"holidays":"x"}',
      '{"exclude":[1]}',
      '{"people":{"A":[]}}',
      '{"__proto__":{}}',
    ]) {
      assert.doesNotThrow(() => readConfiguration(text, rules), text);
    }
  });

  it('the nearest file upward applies, and a broken one keeps its last good version', async () => {
    const file = documentAddress('file:///council/.inspection-response.json');
    const host = memoryHost([
      { address: file, text: '{ "rules": { "dates/date-style": "off" } }' },
      { address: documentAddress('file:///council/adults/.inspection-response.json'), text: '{}' },
    ]);
    const finder = createConfigurationFinder(host, rules);
    const children = documentAddress('file:///council/children/2026/a.report.md');
    assert.equal((await finder.find(children)).configuration.rules.size, 1);
    assert.equal((await finder.find(documentAddress('file:///council/adults/a.report.md'))).configuration.rules.size, 0);
    assert.equal((await finder.find(documentAddress('file:///elsewhere/a.report.md'))).file, null);

    host.files.set(file, '{ "rules": { "dates/date-');
    finder.forget();
    const broken = await finder.find(children);
    assert.equal(broken.configuration.rules.size, 1, 'the last good version stays in force');
    assert.equal(broken.file?.problems.length, 1);
  });
});
