import assert from 'node:assert/strict';
import { insertHouseStyle } from '../../server/src/language/configuration/insert-house-style.ts';
import { readConfiguration } from '../../server/src/language/configuration/read-configuration.ts';
import type { HouseStyleDefinition } from '../../server/src/language/house-styles/definition.ts';
import { applyEdits } from '../../server/src/language/text/span.ts';

const style: HouseStyleDefinition = {
  name: 'aldersham',
  extends: 'sefton',
  types: { 'committee-report': { sections: [{ role: 'summary', heading: 'Report in brief' }] } },
};

function inserted(text: string): string {
  const edits = insertHouseStyle(text, style);
  assert.ok(typeof edits !== 'string', String(edits));
  const after = applyEdits(text, edits);
  const { configuration, problems } = readConfiguration(after, []);
  assert.deepEqual(problems, [], after);
  assert.equal(configuration.houseStyles.get('aldersham')?.types['committee-report']?.sections[0]?.heading, 'Report in brief');
  return after;
}

describe('a house style put into .inspection-response.json', () => {
  it('makes the file where there is none', () => {
    const after = inserted('');
    assert.match(after, /^\{\n {2}"houseStyles": \{\n {4}"aldersham": \{\n/);
    assert.ok(after.endsWith('}\n'));
    inserted('\n  \n');
    inserted('\uFEFF');
  });

  it('leaves comments and all else as they are', () => {
    const before = '{\n    // ours\n    "houseStyle": "sefton", // for now\n    "people": { "AB": "Ann Bell" }\n}\n';
    const after = inserted(before);
    for (const part of [
      '    // ours\n    "houseStyle": "sefton", // for now\n',
      '"people": { "AB": "Ann Bell" }',
      '\n    "houseStyles": {\n        "aldersham": {',
    ])
      assert.ok(after.includes(part), after);
  });

  it('stands beside the styles that are there', () => {
    const after = inserted('{\n\t"houseStyles": {\n\t\t"wexcombe": { "extends": "leeds" }\n\t}\n}\n');
    assert.ok(after.includes('"wexcombe": { "extends": "leeds" }'), after);
    assert.match(after, /^\t\t"aldersham": \{$/m);
    inserted('{ "houseStyles": {}, }');
    inserted('{\r\n  "exclude": []\r\n}\r\n');
    inserted('{}');
    inserted('{ // empty\n}');
    inserted('{ "exclude": [] /* none */ , }');
    inserted('{ "exclude": [] // none\n  // more\n}');
    inserted('{ "houseStyles": { "a": {} // one\n , } }');
    inserted('\uFEFF{ "exclude": [] }');
  });

  it('goes into no file that is broken, and over no style of its name', () => {
    for (const text of ['{', '[]', 'null', '{ "houseStyles": [] }', '{ "houseStyles": { }', 'houseStyles: x'])
      assert.equal(insertHouseStyle(text, style), 'unreadable', text);
    assert.equal(insertHouseStyle('{ "houseStyles": { "aldersham": {} } }', style), 'exists');
  });
});
