import assert from 'node:assert/strict';
import { lazyMap } from '../../../server/src/language/house-styles/lazy-map.ts';

describe('a map that makes its values when they are asked for', () => {
  it('makes each once, and none before', () => {
    const made: string[] = [];
    const map = lazyMap(['a', 'b'], (key) => {
      made.push(key);
      return key.toUpperCase();
    });
    assert.deepEqual([map.size, map.has('a'), map.has('c'), [...map.keys()]], [2, true, false, ['a', 'b']]);
    assert.deepEqual(made, []);
    assert.deepEqual([map.get('b'), map.get('b'), map.get('c')], ['B', 'B', undefined]);
    assert.deepEqual(made, ['b']);
    assert.deepEqual(
      [...new Map(map)],
      [
        ['a', 'A'],
        ['b', 'B'],
      ],
    );
    assert.deepEqual([...map.values()], ['A', 'B']);
    const seen: unknown[] = [];
    map.forEach((value, key, whole) => seen.push([key, value, whole === map]));
    assert.deepEqual(seen, [
      ['a', 'A', true],
      ['b', 'B', true],
    ]);
    assert.deepEqual(made, ['b', 'a']);
  });
});
