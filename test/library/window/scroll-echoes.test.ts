import assert from 'node:assert/strict';
import { createScrollEchoes, type InSight } from '../../../client/src/scroll-echoes.ts';

const end = 500;
const at = (first: number): InSight => ({ first, last: Math.min(end, first + 40), end });

describe('page and editor scroll together', () => {
  it('the page follows what the officer does in the editor', () => {
    const echoes = createScrollEchoes();
    assert.deepEqual(
      [10, 11, 300].map((line) => echoes.follows(at(line))),
      [true, true, true],
    );
  });

  it('the page does not follow where it sent the editor itself, though the editor tells of it late', () => {
    const echoes = createScrollEchoes();
    for (const line of [20, 80, 140]) echoes.leads(line);
    assert.deepEqual(
      [20, 80, 140].map((line) => echoes.follows(at(line))),
      [false, false, false],
    );
    assert.equal(echoes.follows(at(200)), true);
  });

  it('several places it was sent to may come back as one', () => {
    const echoes = createScrollEchoes();
    for (const line of [20, 80, 140]) echoes.leads(line);
    assert.equal(echoes.follows(at(141)), false);
    assert.equal(echoes.follows(at(80)), true, 'the officer scrolled back to a place passed before');
  });

  it('an editor that stops at its end was sent there', () => {
    const echoes = createScrollEchoes();
    echoes.leads(490);
    assert.equal(echoes.follows(at(460)), false);
    assert.equal(echoes.follows(at(455)), true);
  });

  it('the page stays where it is when lines are written and the editor’s top is the same', () => {
    const echoes = createScrollEchoes();
    assert.equal(echoes.follows(at(30)), true);
    assert.equal(echoes.follows({ first: 30, last: 69, end: end + 1 }), false);
  });
});
