import assert from 'node:assert/strict';
import fc from 'fast-check';
import { likeness, pairByLikeness } from '../../../server/src/language/response/likeness.ts';

describe('likeness of texts', () => {
  it('is 1 for the same words in any order and form, 0 for none in common', () => {
    assert.equal(likeness('Review all plans', 'all plans: the review'), 1);
    assert.equal(likeness('Review all plans', 'Train managers'), 0);
    assert.ok(likeness('Train all managers in supervision', 'Train every manager in good supervision') > 0.5);
  });
  it('pairs each text with at most one, the most alike first, and says where it is not sure', () => {
    const pairs = pairByLikeness(
      ['Review all plans every month', 'Train managers in supervision', 'Build a road'],
      ['Train all new managers in supervision', 'Review all plans every week', 'Review all plans every month and tell the board'],
    );
    assert.deepEqual(
      pairs.map(({ left, right, isSure }) => [left, right, isSure]),
      [
        [0, 2, false],
        [1, 0, true],
      ],
    );
  });
  it('has no text twice, whatever the lists', () => {
    const word = fc.constantFrom('plan', 'review', 'visit', 'manager', 'train', 'board', 'child', 'month');
    const texts = fc.array(
      fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const pairs = pairByLikeness(left, right);
        assert.equal(new Set(pairs.map((pair) => pair.left)).size, pairs.length);
        assert.equal(new Set(pairs.map((pair) => pair.right)).size, pairs.length);
        for (const pair of pairs) assert.ok(Math.abs(likeness(left[pair.left]!, right[pair.right]!) - pair.likeness) < 1e-9);
      }),
    );
  });
});
