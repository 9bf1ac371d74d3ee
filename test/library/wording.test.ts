import assert from 'node:assert/strict';
import { nearest } from '../../server/src/language/rules/wording.ts';

describe('what was meant', () => {
  it('is the nearest first, and of those as near the first by the alphabet', () => {
    assert.deepEqual(nearest('complet', ['competed', 'completes', 'complete']), ['complete', 'completes', 'competed']);
    assert.deepEqual(nearest('F3', ['F5', 'F1', 'F3']), ['F3', 'F1', 'F5']);
  });

  it('is nothing where all are too far off, or only one letter would be left', () => {
    assert.deepEqual(nearest('amber', ['green', 'not started']), []);
    assert.deepEqual(nearest('A', ['B']), []);
  });

  it('minds neither case nor spaces and hyphens', () => {
    assert.deepEqual(nearest('On-Track', ['on track', 'off track']), ['on track', 'off track']);
  });
});
