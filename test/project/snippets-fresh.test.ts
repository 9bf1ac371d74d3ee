import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { builtInHouseStyles } from '../../server/src/language/house-styles/index.ts';
import { documentTypes, typeNames } from '../../server/src/language/model/vocabulary.ts';
import { generatedSnippets } from '../../server/src/language/new-document/snippets.ts';

const root = resolve(import.meta.dirname, '../..');

describe('the snippet files', () => {
  for (const [path, content] of generatedSnippets([...builtInHouseStyles.values()])) {
    it(`${path} is what the house styles make (UPDATE=1 writes it anew)`, () => {
      const file = join(root, path);
      if (process.env['UPDATE'] === '1') {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
      assert.ok(existsSync(file), 'the file is not there');
      assert.equal(readFileSync(file, 'utf8'), content);
    });
  }
});

describe('the snippets', () => {
  const snippets = JSON.parse([...generatedSnippets([...builtInHouseStyles.values()]).values()][0]!) as Record<
    string,
    { prefix: string[]; body: string[]; description: string }
  >;

  it('have a prefix of their own', () => {
    const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
    assert.ok(prefixes.length > 150);
    assert.deepEqual(
      prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index),
      [],
    );
  });

  it('cover every form that a council has of its own, and name no council where the form is the generic one', () => {
    const all = new Set(Object.values(snippets).flatMap(({ prefix }) => prefix));
    const generic = builtInHouseStyles.get('generic')!;
    for (const style of builtInHouseStyles.values()) {
      for (const type of documentTypes) {
        const own = style === generic || style.types[type] !== generic.types[type];
        assert.equal(all.has(`document ${typeNames[type]} ${style.name.replaceAll('-', ' ')}`), own, `${style.name} ${type}`);
      }
    }
  });

  it('number their tab stops from 1 without a gap', () => {
    for (const [name, { body }] of Object.entries(snippets)) {
      const stops = [...body.join('\n').matchAll(/(?<!\\)\$\{(\d+):/g)].map(([, number]) => Number(number));
      assert.deepEqual(
        stops,
        stops.map((_, index) => index + 1),
        name,
      );
      assert.match(body.join('\n'), /\$0$/, name);
    }
  });
});
