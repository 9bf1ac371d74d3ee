import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'jsonc-parser';
import { configurationKeys, readConfiguration } from '../../server/src/language/configuration/read-configuration.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { generatedFromRules, root, schemaPath } from '../generated.ts';

/** Of VS Code, beside draft 7. */
const keywordsOfVscode = ['allowComments', 'allowTrailingCommas', 'defaultSnippets', 'enumDescriptions', 'markdownDescription'];

describe('the JSON Schema of .inspection-response.json', () => {
  const schema = JSON.parse(generatedFromRules().get(schemaPath)!) as {
    properties: Record<string, { description?: string; properties?: Record<string, { description?: string }> }>;
  };
  let validate: ValidateFunction;
  before(() => {
    const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false });
    ajv.addVocabulary(keywordsOfVscode);
    validate = ajv.compile(schema);
  });
  const places = (value: unknown): string[] =>
    validate(value) ? [] : [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))];

  it('takes the example, and what docs/configuration.md and docs/house-styles.md show', () => {
    const shown = ['docs/configuration.md', 'docs/house-styles.md'].flatMap((page) =>
      [...readFileSync(join(root, page), 'utf8').matchAll(/```jsonc?\n(\{[\s\S]*?)```/g)].map(([, text]) => text!),
    );
    assert.ok(shown.length >= 4);
    for (const text of [readFileSync(join(root, 'examples/.inspection-response.json'), 'utf8'), ...shown]) {
      assert.deepEqual(readConfiguration(text, rules).problems, [], text);
      assert.deepEqual(places(parse(text, [], { allowTrailingComma: true })), [], text);
    }
  });

  /** What the schema underlines in the editor, the reader reports too, and the other way round. */
  const bad: Readonly<Record<string, readonly [value: unknown, place: string]>> = {
    'a setting that does not exist': [{ houseStile: 'sefton' }, ''],
    'a number for a house style': [{ houseStyle: 3 }, '/houseStyle'],
    'a check that does not exist': [{ rules: { 'dates/no-such': 'off' } }, '/rules'],
    'a severity that does not exist': [{ rules: { 'dates/date-style': 'loud' } }, '/rules/dates~1date-style'],
    'an option of a check that has none': [
      { rules: { 'actions/missing-owner': { options: { colour: 'red' } } } },
      '/rules/actions~1missing-owner/options',
    ],
    'an option of the wrong kind': [
      { rules: { 'language/acronym-undefined': { options: { known: 'NFB' } } } },
      '/rules/language~1acronym-undefined/options/known',
    ],
    'a list of people': [{ people: ['AB'] }, '/people'],
    'a number for an acronym': [{ acronyms: { NFB: 3 } }, '/acronyms/NFB'],
    'a number for a word': [{ words: { utilise: 3 } }, '/words/utilise'],
    'a day that is none': [{ holidays: ['Christmas Eve'] }, '/holidays/0'],
    'one path': [{ exclude: 'archive' }, '/exclude'],
    'a role that does not exist': [
      { houseStyles: { a: { types: { 'committee-report': { sections: [{ role: 'sumary' }] } } } } },
      '/houseStyles/a/types/committee-report/sections/0/role',
    ],
    'a kind of document that does not exist': [{ houseStyles: { a: { types: { report: {} } } } }, '/houseStyles/a/types'],
    'a part of a house style that does not exist': [{ houseStyles: { a: { colour: 'red' } } }, '/houseStyles/a'],
    'a limit below nought': [{ houseStyles: { a: { types: { minutes: { pageLimit: -1 } } } } }, '/houseStyles/a/types/minutes/pageLimit'],
  };
  for (const [title, [value, place]] of Object.entries(bad)) {
    it(`finds ${title}, as the reader does`, () => {
      assert.ok(places(value).includes(place), JSON.stringify(places(value)));
      assert.ok(readConfiguration(JSON.stringify(value, null, 2), rules).problems.length > 0);
    });
  }

  it('has every setting and every check, each with what it is for', () => {
    assert.deepEqual(Object.keys(schema.properties).toSorted(), Object.keys(configurationKeys).toSorted());
    for (const [name, property] of Object.entries(schema.properties)) assert.match(property.description ?? '', /\.$/, name);
    assert.deepEqual(Object.keys(schema.properties['rules']!.properties!).toSorted(), rules.map(({ name }) => name as string).toSorted());
    for (const [name, rule] of Object.entries(schema.properties['rules']!.properties!)) assert.match(rule.description ?? '', /\w/, name);
  });
});
