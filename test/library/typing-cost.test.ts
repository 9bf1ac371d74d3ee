import assert from 'node:assert/strict';
import { builtInConfiguration } from '../../server/src/language/configuration/built-in.ts';
import { createCalendar } from '../../server/src/language/calendar/create-calendar.ts';
import { neverCancelled } from '../../server/src/language/host.ts';
import { modelCost } from '../../server/src/language/model/build-model.ts';
import { openDocument, settle } from '../../server/src/language/open-document.ts';
import { factsOf } from '../../server/src/language/response/facts-of.ts';
import { check, noCost, type CheckCost } from '../../server/src/language/rules/checking/check.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { createParser } from '../../server/src/language/syntax/parser.ts';
import { documentAddress } from '../../server/src/language/text/document-address.ts';
import { span } from '../../server/src/language/text/span.ts';
import { english } from '../../server/src/language/words.ts';
import { report } from '../bench/documents.mjs';
import { memoryHost } from './harness.ts';

/** What one keystroke costs, counted: characters parsed, blocks read, runs of rules. */
interface Cost extends CheckCost {
  readonly characters: number;
  readonly blocks: number;
}

interface Typist {
  readonly text: string;
  /** Types one letter behind what the pattern finds first in the second half. */
  type(pattern: RegExp): Promise<Cost>;
}

async function typistOn(text: string): Promise<Typist> {
  const inner = createParser();
  let characters = 0;
  const parser: typeof inner = {
    ...inner,
    reparse(previous, edit) {
      const result = inner.reparse(previous, edit);
      characters += result.cost.characters;
      return result;
    },
  };
  const host = memoryHost([]);
  const circumstances = { configuration: builtInConfiguration, calendar: createCalendar([]), today: '2026-09-01', words: english };
  const document = openDocument(documentAddress('file:///papers/progress.report.md'), 1, text);
  const first = settle(document, parser, builtInConfiguration);
  const response = { documents: [factsOf(first)], files: new Map() };
  const checked = (cost?: CheckCost) =>
    check(rules, settle(document, parser, builtInConfiguration), document.foundSoFar, circumstances, response, host, neverCancelled, cost);
  await checked();
  return {
    text,
    async type(pattern) {
      const half = Math.floor(text.length / 2);
      const found = pattern.exec(text.slice(half)) ?? assert.fail(`no ${pattern} in the second half`);
      const offset = half + found.index + found[0].length;
      const blocks = modelCost().blocks;
      characters = 0;
      const cost = noCost();
      document.version++;
      document.waiting.push({ span: span(offset, offset), newText: 'x' });
      await checked(cost);
      const typed = { ...cost, characters, blocks: modelCost().blocks - blocks };
      document.version++;
      document.waiting.push({ span: span(offset, offset + 1), newText: '' });
      await checked();
      assert.deepEqual(host.logged, []);
      return typed;
    },
  };
}

describe('one keystroke, counted', () => {
  let small: Typist;
  let large: Typist;
  before(async function () {
    small = await typistOn(report(10_000));
    large = await typistOn(report(300_000));
  });
  const places: Readonly<Record<string, RegExp>> = {
    'in a numbered paragraph': /\n\d+\. [A-Z]\w+ \w+/,
    'in an action of a table': /\n\| A\d+ \| Complete the rev/,
    'in a heading': /\n## Part \d+: \w+/,
  };
  for (const [place, pattern] of Object.entries(places)) {
    it(`${place}: a report of 300 KB costs what one of 10 KB does`, async () => {
      const little = await small.type(pattern);
      const much = await large.type(pattern);
      assert.ok(much.characters <= 3 * little.characters + 4000, `characters parsed: ${little.characters}, ${much.characters}`);
      assert.ok(much.blocks <= little.blocks + 30, `blocks read: ${little.blocks}, ${much.blocks}`);
      assert.ok(much.blockRuns <= little.blockRuns + 30 * rules.length, `runs of block rules: ${little.blockRuns}, ${much.blockRuns}`);
      assert.ok(much.documentRuns <= little.documentRuns, `runs of document rules: ${little.documentRuns}, ${much.documentRuns}`);
      assert.ok(much.groupRuns <= little.groupRuns + 60, `runs of rules about what is shared: ${little.groupRuns}, ${much.groupRuns}`);
    });
  }

  it('in plain words of a quotation only rules that read every paragraph look at the whole document again', async () => {
    const { documentRuns, blocks } = await large.type(/\n> [A-Z]\w+ \w+/);
    assert.ok(blocks <= 3, `blocks read: ${blocks}`);
    const readAll = rules.filter(
      (rule) =>
        (rule.looksAt === 'document' || rule.looksAt === 'response') && rule.reads.some((kind) => kind === 'text' || kind === 'paragraph'),
    ).length;
    assert.ok(documentRuns <= readAll, `runs of document rules: ${documentRuns}, of which ${readAll} read paragraphs`);
  });
});

describe('one keystroke in words that stand twice, counted', () => {
  const copied =
    'Plans are reviewed each month by the head of assessment and the manager of the team, who sample ten of them and report to the board.';
  const own = (i: number): string => copied.replace(/\w+/g, (word) => `${word}${i}`);
  const paper = (others: number): string => {
    const paragraphs = Array.from({ length: others }, (_, i) => own(i));
    return [copied, ...paragraphs, copied.replace('Plans', 'All plans'), own(others)].join('\n\n');
  };

  it('costs those that share them, however long the document', async function () {
    const [little, much] = [await typistOn(paper(20)), await typistOn(paper(2000))];
    const inCopy = await little.type(/sample ten/);
    assert.ok(inCopy.groupRuns > 0);
    assert.deepEqual((await much.type(/sample ten/)).groupRuns, inCopy.groupRuns);
    assert.equal((await much.type(/sample\d+ ten\d+/)).groupRuns, 0);
  });
});
