import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundledPackages, noticesPath, noticesText } from '../tools/third-party-notices.mjs';

const root = resolve(import.meta.dirname, '../..');

/** Licences that allow everything as long as they are passed on. */
const permissive =
  /^\(?(?:MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Zlib|OFL-1\.1|Python-2\.0)\b/;

describe('the licences of what is in the bundles', () => {
  it('are found for each package with code in a bundle, once, and for no other', () => {
    const scratch = mkdtempSync(join(tmpdir(), 'inspection-response-notices-'));
    try {
      const put = (folder: string, manifest: object, files: Readonly<Record<string, string>> = {}) => {
        mkdirSync(join(scratch, folder), { recursive: true });
        for (const [name, text] of Object.entries({ ...files, 'package.json': JSON.stringify(manifest) }))
          writeFileSync(join(scratch, folder, name), text);
      };
      put(
        'node_modules/b',
        { name: 'b', version: '1.0.0', license: 'MIT', homepage: 'https://b.example' },
        { license: 'Text of b\n', NOTICE: 'Notice of b' },
      );
      put('node_modules/@s/a', { name: '@s/a', version: '2.0.0', license: 'ISC', author: { name: 'Ada' } }, { 'licence.js': 'code' });
      put('node_modules/b/node_modules/c', { name: 'c', version: '3.0.0', license: 'MIT' }, { 'LICENSE.md': 'Text of c' });
      put('node_modules/unused', { name: 'unused', version: '1.0.0', license: 'MIT' });
      const inputs = (...paths: string[]) => ({
        outputs: {
          'x.js': { inputs: Object.fromEntries(paths.map((path) => [path, { bytesInOutput: path.includes('unused') ? 0 : 5 }])) },
        },
      });
      const packages = bundledPackages(
        [
          inputs('src/a.ts', 'node_modules/b/index.js', 'node_modules/b/lib/x.js', 'node_modules/unused/index.js'),
          inputs('node_modules/@s/a/index.js', 'node_modules/b/node_modules/c/index.js', 'node_modules/b/index.js'),
        ],
        scratch,
      );
      assert.deepEqual(
        packages.map((one) => one?.name),
        ['@s/a', 'b', 'c'],
      );
      const text = noticesText(packages);
      for (const part of [
        '@s/a 2.0.0 (ISC)\n\nThe package comes without a text of its licence. Its author is Ada.',
        'b 1.0.0 (MIT)\nhttps://b.example\n\nNotice of b\n\nText of b',
        'c 3.0.0 (MIT)\n\nText of c',
      ])
        assert.ok(text.includes(part), text);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });

  it('go with the build, and allow what we do', function () {
    if (!existsSync(join(root, noticesPath))) {
      console.log('      (skipped: needs a build)');
      this.skip();
    }
    const text = readFileSync(join(root, noticesPath), 'utf8');
    const packages = [...text.matchAll(/^-{80}\n\n(\S+) (\S+) \((.*)\)$/gm)].map(([, name, version, licence]) => ({
      name,
      version,
      licence: licence!,
    }));
    assert.ok(packages.length > 20);
    for (const name of ['vscode-languageclient', 'vscode-languageserver', 'unified', 'yaml', 'commander'])
      assert.ok(
        packages.some((one) => one.name === name),
        name,
      );
    assert.deepEqual(
      packages.filter(({ licence }) => !permissive.test(licence)),
      [],
    );
  });
});
