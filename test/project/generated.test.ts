import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFromRules, leftOverPages, root } from '../generated.ts';

const update = process.env['UPDATE'] === '1';

describe('what is made from the rules (npm run generate, or UPDATE=1, writes it anew)', () => {
  for (const [path, content] of generatedFromRules()) {
    it(`${path} is fresh`, () => {
      const file = join(root, path);
      if (update) {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
      assert.ok(existsSync(file), 'the file is not there');
      assert.equal(readFileSync(file, 'utf8'), content);
    });
  }

  it('no page is left of a rule that is no more', () => {
    if (update) for (const path of leftOverPages()) rmSync(join(root, path));
    assert.deepEqual(leftOverPages(), []);
  });
});
