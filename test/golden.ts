import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Holds a text against a file under test/golden. `UPDATE_GOLDEN=1` writes the file instead; look at what changed before you commit it. */
export function matchesGolden(text: string, name: string): void {
  const file = join(import.meta.dirname, 'golden', name);
  if (process.env['UPDATE_GOLDEN']) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } else if (!existsSync(file)) assert.fail(`${file} is not there. UPDATE_GOLDEN=1 writes it.`);
  assert.equal(text, readFileSync(file, 'utf8'));
}
