import assert from 'node:assert/strict';
import { switchOff } from '../../server/src/language/configuration/switch-off.ts';
import { applyEdits } from '../../server/src/language/text/span.ts';

const after = (text: string): string | null => {
  const edits = switchOff(text, 'dates/no-year');
  return edits && applyEdits(text, edits);
};

describe('switching a check off in a configuration file', () => {
  it('adds it, and keeps comments, options and the byte-order mark', () => {
    assert.deepEqual(JSON.parse(after('{}')!), { rules: { 'dates/no-year': 'off' } });
    assert.deepEqual(JSON.parse(after('{ "rules": { "dates/no-year": "error" } }')!), { rules: { 'dates/no-year': 'off' } });
    assert.deepEqual(JSON.parse(after('{ "rules": { "dates/no-year": { "severity": "error", "options": { "x": 1 } } } }')!), {
      rules: { 'dates/no-year': { severity: 'off', options: { x: 1 } } },
    });
    assert.match(
      after('\uFEFF{\n  // why\n  "rules": {}\n}\n')!,
      /^\uFEFF\{\n {2}\/\/ why\n {2}"rules": \{\s+"dates\/no-year": "off"\s+\}\n\}\n$/,
    );
  });
  it('leaves alone what it cannot read', () => {
    for (const text of ['{ "rules": ', '[]', '', '{ "rules": 3 }']) assert.equal(after(text), null);
  });
});
