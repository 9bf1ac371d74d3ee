import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(repository, 'docs/dependencies.md'), 'utf8');

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const used = ['package.json', 'server/package.json', 'client/package.json'].flatMap((file) => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(repository, file), 'utf8')) as Manifest;
  return Object.entries({ ...dependencies, ...devDependencies });
});
/** Names in the first column, apart from what is only fetched by the tests and from what there is none for. */
const explained = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:package|\(none)/.test(line) && !line.includes('not installed'))
  .flatMap((line) =>
    line
      .split('|')[1]!
      .split(/[,;]/)
      .map((name) => name.trim()),
  );

describe('the packages that this is built with', () => {
  it('each has its reason in docs/dependencies.md, and none stands there that is gone', () => {
    assert.deepEqual(
      used.map(([name]) => name).filter((name) => !explained.includes(name)),
      [],
    );
    assert.deepEqual(
      explained.filter((name) => !used.some(([one]) => one === name)),
      [],
    );
  });

  it('are asked for in one exact version', () =>
    assert.deepEqual(
      used.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
      [],
    ));
});
