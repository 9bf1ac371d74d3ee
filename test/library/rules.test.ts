import assert from 'node:assert/strict';
import { rules } from '../../server/src/language/rules/index.ts';
import { findingsOf, fixedBy, marksOf } from './harness.ts';

describe('the examples of every rule', () => {
  for (const rule of rules) {
    describe(rule.name, () => {
      for (const example of rule.examples.valid) {
        it(`leaves alone: ${example.title}`, async () => {
          assert.deepEqual(await findingsOf(example.text, rule.name), []);
        });
      }
      for (const example of rule.examples.invalid) {
        it(`reports: ${example.title}`, async () => {
          const marks = marksOf(example.text, rule.name);
          assert.ok(marks.length > 0, 'an invalid example marks what is wrong');
          assert.deepEqual(await findingsOf(example.text, rule.name), marks);
        });
        const { fixed } = example;
        if (fixed === undefined) continue;
        it(`puts right: ${example.title}`, async () => {
          assert.equal(await fixedBy(example.text, rule.name), fixed);
        });
      }
    });
  }
});
