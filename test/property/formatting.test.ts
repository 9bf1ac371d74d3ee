import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { builtInConfiguration } from '../../server/src/language/configuration/built-in.ts';
import { formatting } from '../../server/src/language/features/formatting/formatting.ts';
import { buildModel } from '../../server/src/language/model/build-model.ts';
import { modelToJson } from '../../server/src/language/model/to-json.ts';
import { viewOf } from '../../server/src/language/model/view.ts';
import type { Snapshot } from '../../server/src/language/snapshot.ts';
import { createParser } from '../../server/src/language/syntax/parser.ts';
import { plainText } from '../../server/src/language/syntax/plain-text.ts';
import { documentAddress } from '../../server/src/language/text/document-address.ts';
import { applyEdits, type Span } from '../../server/src/language/text/span.ts';
import { hostileDocument, randomEdit, randomFrom } from './hostile-documents.ts';

const parser = createParser();
const root = resolve(import.meta.dirname, '../..');

const snapshotOf = (text: string, name = 'visit.report.md'): Snapshot => {
  const model = buildModel(documentAddress(`file:///papers/${name}`), 1, parser.parse(text), builtInConfiguration);
  return { model, view: viewOf(model) } as Snapshot;
};

/**
 * What a document says, without the lines that it stands on; `numbers` leaves the numbers of list items out, which lists written `1. 1. 1.`
 * get.
 */
function meaningOf({ view }: Snapshot, numbers: boolean): unknown {
  const strip = (key: string, value: unknown): unknown =>
    /^(?:line|endLine|definedAt|listedAt|uses|mentions|resolvesTo)$/.test(key)
      ? undefined
      : key === 'paragraphs' && !numbers
        ? (value as unknown[]).length
        : value;
  const model: unknown = JSON.parse(JSON.stringify(modelToJson(view, 'visit.report.md'), strip));
  const words = view.layout.syntax.blocks.flatMap(({ nodes }) => nodes.map((node) => plainText(node)));
  return { model, words };
}

/** Whether a list may have one and the same number at every item: such a list is counted. */
function mayBeCounted(text: string): boolean {
  const numbers = Array.from(text.matchAll(/(?<![^\s>*+-])(\d{1,9})[.)](?=\s|$)/g), ([, number]) => number);
  return new Set(numbers).size < numbers.length;
}

function check(text: string, name?: string, range: Span | null = null): string {
  const before = snapshotOf(text, name);
  const edits = formatting(before, range);
  const formatted = applyEdits(text, edits);
  for (const [i, { span }] of edits.entries()) assert.ok(i === 0 || edits[i - 1]!.span.end <= span.start, 'edits stand in order');
  const after = snapshotOf(formatted, name);
  const numbers = !mayBeCounted(text);
  assert.deepEqual(meaningOf(after, numbers), meaningOf(before, numbers), `${JSON.stringify(text)}\nbecame\n${JSON.stringify(formatted)}`);
  if (range === null)
    assert.equal(
      applyEdits(formatted, formatting(after, null)),
      formatted,
      `formatting ${JSON.stringify(text)} twice is formatting it once`,
    );
  return formatted;
}

const papers = ['examples', 'test/fixtures', 'test/golden'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|txt)$/.test(file))
    .map((file) => join(root, folder, file)),
);

describe('formatting', () => {
  it('never changes what a paper says', () => {
    assert.ok(papers.length > 10);
    for (const paper of papers) check(readFileSync(paper, 'utf8'), paper.split(/[\\/]/).at(-1)!);
  }).timeout(60_000);

  it('never changes what a paper says that somebody is in the middle of writing', () => {
    const random = randomFrom(20260401);
    for (let round = 0; round < Number(process.env['FORMATTING_RUNS'] ?? 40); round++) {
      let text = readFileSync(random.pick(papers), 'utf8').slice(0, 4000);
      for (let edits = random.between(1, 6); edits > 0; edits--) text = applyEdits(text, [randomEdit(random, text)]);
      check(text, random.pick(['visit.report.md', 'visit.plan.md', 'visit.letter.md']));
    }
  }).timeout(process.env['FORMATTING_RUNS'] ? 0 : 60_000);

  it('never changes what a hostile document says', () => {
    const random = randomFrom(20260402);
    for (let round = 0; round < Number(process.env['FORMATTING_RUNS'] ?? 300); round++) check(hostileDocument(random));
  }).timeout(process.env['FORMATTING_RUNS'] ? 0 : 60_000);

  it('leaves everything outside of a range alone', () => {
    const random = randomFrom(20260403);
    for (let round = 0; round < 100; round++) {
      const text = hostileDocument(random);
      const start = random.below(text.length + 1);
      check(text, 'visit.report.md', { start, end: Math.min(text.length, start + random.below(200)) });
    }
  }).timeout(60_000);
});
