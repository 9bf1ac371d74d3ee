import assert from 'node:assert/strict';
import type { HouseStyleDefinition } from '../../../server/src/language/house-styles/definition.ts';
import {
  builtInHouseStyles,
  formFields,
  formSections,
  resolveHouseStyle,
  type ResolvedHouseStyle,
} from '../../../server/src/language/house-styles/index.ts';

/** Resolves the first of some definitions, given as an officer's configuration holds them. */
function resolve(...definitions: readonly unknown[]): ResolvedHouseStyle {
  const named = definitions.map((definition) => [(definition as HouseStyleDefinition).name, definition as HouseStyleDefinition] as const);
  return resolveHouseStyle(named[0]![0], new Map(named));
}

const report = ({ houseStyle }: ResolvedHouseStyle) => houseStyle.types['committee-report']!;
const headings = (resolved: ResolvedHouseStyle) => formSections(report(resolved)).map(({ heading }) => heading);

describe('an officer’s own house style', () => {
  it('with a name alone is the generic one', () => {
    const { houseStyle, problems } = resolve({ name: 'northmere' });
    assert.deepEqual(problems, []);
    assert.equal(houseStyle.name, 'northmere');
    assert.equal(houseStyle.title, 'northmere');
    assert.equal(houseStyle.extends, 'generic');
    assert.equal(houseStyle.status, 'starting-point');
    assert.deepEqual(houseStyle.types, builtInHouseStyles.get('generic')!.types);
  });

  it('changes a section where it stands, and keeps its other names', () => {
    const before = headings(resolve({ name: 'x', extends: 'sefton' }));
    const resolved = resolve({
      name: 'northmere',
      extends: 'sefton',
      types: { 'committee-report': { sections: [{ role: 'summary', heading: 'Executive Summary', aliases: ['In short'] }] } },
    });
    assert.deepEqual(headings(resolved), ['Executive Summary', ...before.slice(1)]);
    const summary = report(resolved).sections[0]!;
    assert.equal(summary.required, true);
    assert.ok(summary.aliases.includes('Summary') && summary.aliases.includes('In short'));
  });

  it('adds a section after the one that stands before it in the list', () => {
    const resolved = resolve({
      name: 'northmere',
      extends: 'nottingham-scrutiny',
      types: {
        'committee-report': {
          sections: [{ role: 'recommendations' }, { role: 'governance', heading: 'Who oversees this', guidance: 'The board.' }],
        },
      },
    });
    assert.deepEqual(headings(resolved).slice(0, 4), ['Purpose', 'Action required', 'Who oversees this', 'Background information']);
  });

  it('takes a section or a field out', () => {
    const resolved = resolve({
      name: 'northmere',
      extends: 'worcestershire-panel',
      types: { 'committee-report': { sections: [{ role: 'background', omit: true }], fields: [{ key: 'contact', omit: true }] } },
    });
    assert.ok(!headings(resolved).includes('Background'));
    assert.ok(!report(resolved).fields.some(({ key }) => key === 'contact'));
  });

  it('gives its whole form, and still recognises what others write', () => {
    const resolved = resolve({
      name: 'northmere',
      types: {
        'committee-report': {
          wholeForm: true,
          fields: [{ key: 'title' }],
          sections: [{ role: 'recommendations', heading: 'What we ask' }, { role: 'summary' }],
        },
      },
    });
    assert.deepEqual(headings(resolved), ['What we ask', 'Summary']);
    assert.deepEqual(
      formFields(report(resolved)).map(({ key }) => key),
      ['title'],
    );
    const known = report(resolved).sections.find(({ role }) => role === 'background-papers')!;
    assert.equal(known.recognisedOnly, true);
    assert.equal(known.required, false);
  });

  it('gives a name to its own section where a style that it extends has it elsewhere', () => {
    const resolved = resolve({
      name: 'northmere',
      types: { 'committee-report': { sections: [{ role: 'purpose', heading: 'Background' }] } },
    });
    const owners = report(resolved).sections.filter(({ heading, aliases }) => [heading, ...aliases].includes('Background'));
    assert.deepEqual(
      owners.map(({ role }) => role),
      ['purpose', 'background'],
      'a section of the form keeps its own heading',
    );
    assert.equal(owners[1]!.heading, 'Background');
  });

  it('adds a field to every kind of document', () => {
    const { houseStyle } = resolve({ name: 'northmere', fields: [{ key: 'directorate', label: 'Directorate' }] });
    for (const layout of Object.values(houseStyle.types)) assert.ok(layout!.fields.some(({ key }) => key === 'directorate'));
  });

  it('adds to committees, glossary and rules, and replaces the scale', () => {
    const { houseStyle } = resolve({
      name: 'northmere',
      extends: 'sefton',
      committees: [{ name: 'Children’s Board', kind: 'board' }],
      glossary: { NIB: 'Northmere Improvement Board' },
      rules: { 'recommendations/bare-note': 'off' },
      numbering: { recommendations: 'a)' },
      statusScale: { statuses: [{ word: 'open' }, { word: 'shut', stage: 'complete' }] },
    });
    assert.equal(houseStyle.committees[0]!.name, 'Children’s Board');
    assert.ok(houseStyle.committees.length > 3);
    assert.deepEqual(houseStyle.numbering, { paragraphs: 'section.paragraph', recommendations: 'a)' });
    assert.equal(houseStyle.glossary['NIB'], 'Northmere Improvement Board');
    assert.equal(houseStyle.rules['recommendations/bare-note'], 'off');
    assert.deepEqual(houseStyle.statusScale, {
      name: 'northmere',
      statuses: [
        { word: 'open', meaning: '', aliases: [], stage: 'other' },
        { word: 'shut', meaning: '', aliases: [], stage: 'complete' },
      ],
    });
  });

  it('of a built-in name changes the built-in one', () => {
    const resolved = resolve({ name: 'sefton', types: { 'committee-report': { sections: [{ role: 'summary', heading: 'In short' }] } } });
    assert.deepEqual(resolved.problems, []);
    assert.equal(headings(resolved)[0], 'In short');
    assert.ok(headings(resolved).includes('(A) Revenue Costs'));
    assert.deepEqual(resolve({ name: 'sefton', extends: 'sefton' }).problems, []);
  });

  it('extends another of the officer’s own, wherever it stands', () => {
    const resolved = resolve({ name: 'a', extends: 'b' }, { name: 'b', extends: 'sefton', title: 'B', glossary: { X: 'y' } });
    assert.equal(resolved.houseStyle.glossary['X'], 'y');
    assert.equal(resolved.houseStyle.extends, 'b');
    assert.equal(resolved.houseStyle.title, 'a');
  });
});

describe('a house style that is wrong', () => {
  it('says so where styles extend each other in a circle', () => {
    const { houseStyle, problems } = resolve({ name: 'a', extends: 'b' }, { name: 'b', extends: 'c' }, { name: 'c', extends: 'a' });
    assert.deepEqual(
      problems.map(({ houseStyle: name, path }) => [name, path]),
      [['a', ['extends']]],
    );
    assert.match(problems[0]!.message, /a → b → c → a/);
    assert.ok(houseStyle.types['committee-report'], 'the generic style stands in');
  });

  it('says so where it extends itself', () => {
    const { problems } = resolve({ name: 'a', extends: 'a' });
    assert.match(problems[0]!.message, /circle: a → a/);
  });

  it('says so where the extended style is not there', () => {
    const { houseStyle, problems } = resolve({ name: 'a', extends: 'seften' });
    assert.match(problems[0]!.message, /no house style “seften”/);
    assert.equal(houseStyle.extends, 'generic');
  });

  it('says so where nobody knows it', () => {
    const { houseStyle, problems } = resolveHouseStyle('nowhere', new Map());
    assert.match(problems[0]!.message, /no house style “nowhere”/);
    assert.equal(houseStyle.name, 'nowhere');
    assert.deepEqual(houseStyle.types, builtInHouseStyles.get('generic')!.types);
  });

  it('keeps the rest where one part cannot be used', () => {
    const resolved = resolve({
      name: 'a',
      title: 7,
      colour: 'red',
      statusScale: 'traffic',
      types: {
        'committee-report': {
          sections: [{ role: 'sumary' }, { heading: 'No role' }, { role: 'summary', heading: 'In short', level: 9 }, 'Summary'],
        },
        minute: {},
      },
      rules: { 'actions/missing-owner': 'fatal' },
    });
    assert.equal(headings(resolved)[0], 'In short');
    assert.deepEqual(
      resolved.problems.map(({ path }) => path.join('.')),
      [
        'title',
        'colour',
        'types.committee-report.sections.0.role',
        'types.committee-report.sections.1',
        'types.committee-report.sections.2.level',
        'types.committee-report.sections.3',
        'types.minute',
        'rules.actions/missing-owner',
        'statusScale',
      ],
    );
  });

  it('is never thrown over, whatever stands in its place', () => {
    const hostile: readonly unknown[] = [
      null,
      3,
      'sefton',
      [],
      [[]],
      true,
      { name: null },
      { types: [] },
      { types: { agenda: null } },
      { fields: { key: 1 } },
      { __proto__: 1, constructor: 2 },
      { extends: 4 },
      { types: { agenda: { fields: [{ key: 'contact', fields: 'x' }], sections: [null], numbering: 'none', wordLimit: -1 } } },
    ];
    for (const value of hostile) {
      const { houseStyle } = resolveHouseStyle('x', new Map([['x', value as HouseStyleDefinition]]));
      assert.equal(houseStyle.name, 'x');
      assert.ok(houseStyle.types['agenda'], JSON.stringify(value));
    }
  });
});
