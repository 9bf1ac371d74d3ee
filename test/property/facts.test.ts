import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { builtInConfiguration } from '../../server/src/language/configuration/built-in.ts';
import { sharedKinds } from '../../server/src/language/model/blocks/read-block.ts';
import { buildModel } from '../../server/src/language/model/build-model.ts';
import { factsOf, writtenFactsOf } from '../../server/src/language/response/facts-of.ts';
import { createParser } from '../../server/src/language/syntax/parser.ts';
import { documentAddress } from '../../server/src/language/text/document-address.ts';
import { hostileDocument, randomFrom } from './hostile-documents.ts';
import { pieces } from './papers.ts';

const parser = createParser();
const remarkAlone = createParser(undefined, undefined, false);

/** The facts of a closed document are read by the quick way, those of an open one by way of everything. */
function check(name: string, text: string): void {
  const address = documentAddress(`file:///papers/${name}`);
  const shared = buildModel(address, 0, parser.parse(text), builtInConfiguration, 'shared');
  const everything = buildModel(address, 0, remarkAlone.parse(text), builtInConfiguration);
  const quick = factsOf(shared);
  const about = JSON.stringify(text.slice(0, 400));
  assert.deepEqual(quick, factsOf(everything), about);
  assert.deepEqual(
    shared.blocks.map(({ items }) => items),
    everything.blocks.map(({ items }) => items.filter(({ kind }) => sharedKinds.has(kind))),
    about,
  );
  assert.deepEqual(JSON.parse(writtenFactsOf(shared)), JSON.parse(JSON.stringify(quick)), 'as they are kept');
}

describe('the facts of a closed document are those of an open one', function () {
  it('for every paper of the repository, and the papers beside it', () => {
    const root = join(import.meta.dirname, '../..');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /^(?:examples|docs|test[\\/](?:golden|fixtures))[\\/].*\.md$/.test(name))
      .map((name) => join(root, name));
    for (const file of files) check(file.split(/[\\/]/).at(-1)!, readFileSync(file, 'utf8'));
  });

  it('for papers put together at random', () => {
    const names = fc.constantFrom('a.report.md', 'a.plan.md', 'a.letter.md', 'a.minutes.md', 'a.agenda.md');
    fc.assert(
      fc.property(names, fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (name, parts) => check(name, parts.join(''))),
      { numRuns: Number(process.env['FACT_RUNS'] ?? 500), seed: 20260501 },
    );
  });

  it('for hostile documents', () => {
    for (let seed = 1; seed <= 200; seed++) check('a.minutes.md', hostileDocument(randomFrom(seed)));
  });
});
