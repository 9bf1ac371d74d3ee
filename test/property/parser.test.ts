import assert from 'node:assert/strict';
import { usualBounds, type Bounds } from '../../server/src/language/syntax/bounds.ts';
import { layoutOf } from '../../server/src/language/syntax/layout.ts';
import { createParser, type SlicedParser } from '../../server/src/language/syntax/parser.ts';
import type { Block, Reparsed, Syntax } from '../../server/src/language/syntax/syntax.ts';
import { treeOf } from '../../server/src/language/syntax/tree.ts';
import { applyEdits, type TextEdit } from '../../server/src/language/text/span.ts';
import { hostileDocument, randomEdit, randomFrom } from './hostile-documents.ts';
import { referenceTree } from './reference.ts';

/** What of a row of blocks must not depend on how it came about: everything, with lists and tables told apart by number. */
function described({ blocks }: Syntax): unknown[] {
  const numbers = new Map<Block['container'], number>();
  return blocks.map(({ container, ...rest }) => {
    if (container && !numbers.has(container)) numbers.set(container, numbers.size);
    return { ...rest, container: container && { number: numbers.get(container), ...container } };
  });
}

const textOf = ({ blocks }: Syntax): string => blocks.map(({ text }) => text).join('');

interface Trial {
  readonly parser: SlicedParser;
  /** Reads everything in one go. */
  readonly whole: SlicedParser;
  readonly tree: (text: string) => unknown;
}

const trial = (sliceLength: number, bounds: Bounds = usualBounds): Trial => {
  const whole = createParser(Number.MAX_SAFE_INTEGER, bounds, false);
  const tree = bounds === usualBounds ? referenceTree : (text: string) => treeOf(whole.parse(text));
  return { parser: createParser(sliceLength, bounds), whole, tree };
};

/** Says where a run went wrong, so that it can be made a named test in `test/library/syntax.test.ts`. */
function context(seed: number, text: string, edit: TextEdit | null): string {
  return `seed ${seed}\ntext ${JSON.stringify(text)}\nedit ${JSON.stringify(edit)}`;
}

function checkParse(trial: Trial, seed: number, text: string): Syntax {
  const syntax = trial.parser.parse(text);
  assert.equal(textOf(syntax), text);
  assert.deepEqual(described(syntax), described(trial.whole.parse(text)), context(seed, text, null));
  assert.deepEqual(treeOf(syntax), trial.tree(text), context(seed, text, null));
  return syntax;
}

function checkEdit(trial: Trial, seed: number, before: Syntax, text: string, edit: TextEdit): Syntax {
  const after = applyEdits(text, [edit]);
  const reparsed = trial.parser.reparse(before, edit);
  const { syntax } = reparsed;
  const told = context(seed, text, edit);
  assert.equal(textOf(syntax), after, told);
  assert.equal(syntax.length, after.length, told);
  assert.deepEqual(described(syntax), described(trial.whole.parse(after)), told);
  assert.deepEqual(treeOf(syntax), trial.tree(after), told);
  assert.deepEqual({ ...layoutOf(syntax), syntax: null }, { ...layoutOf({ ...syntax }), syntax: null }, told);
  checkChanges(before, reparsed, told);
  return syntax;
}

/** The changes, made to the old row, give the new one: the very same objects. */
function checkChanges(before: Syntax, { syntax, changes }: Reparsed, told: string): void {
  let row = before.blocks;
  let reached = -1;
  for (const { from, removed, inserted } of changes) {
    assert.ok(from > reached, told);
    row = [...row.slice(0, from), ...syntax.blocks.slice(from, from + inserted), ...row.slice(from + removed)];
    reached = from + inserted;
  }
  assert.equal(row.length, syntax.blocks.length, told);
  assert.ok(
    row.every((block, i) => block === syntax.blocks[i]),
    told,
  );
}

/** Makes random edits to hostile documents, one after another, and checks each. */
function edits(trial: Trial, seed: number, count: number, longest: number): void {
  const random = randomFrom(seed);
  let text = '';
  let syntax: Syntax | null = null;
  for (let made = 0; made < count; made++) {
    if (!syntax || text.length > longest || text.length < 3 || random.chance(0.008)) {
      text = hostileDocument(random).slice(0, longest);
      syntax = checkParse(trial, seed, text);
    }
    const edit = randomEdit(random, text);
    syntax = checkEdit(trial, seed, syntax, text, edit);
    text = applyEdits(text, [edit]);
  }
}

const asked = Number(process.env['FUZZ_EDITS'] ?? 0);
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 1);
/** Edits to make in all: 3,000, or as many as `FUZZ_EDITS` asks for, in runs that share them. */
const count = (share: number): number => Math.ceil(Math.max(asked, 3000) * share);

const tinyBounds: Bounds = { brackets: 4, emphasis: 4, inVain: 10, line: 60, prose: 150, depth: 3, addresses: 1, punctuation: 4 };

describe('the parser, on random edits of hostile documents', function () {
  this.timeout(0);

  it('comes to what one parse of the whole text does', () => edits(trial(2000), firstSeed, count(0.5), 700));
  it('comes to it in many slices', () => edits(trial(60), firstSeed + 1000, count(0.2), 500));
  it('comes to it on long documents', () => edits(trial(500), firstSeed + 2000, count(0.05), 8000));
  it('leaves the same unread where bounds are met', () => edits(trial(60, tinyBounds), firstSeed + 3000, count(0.25), 700));
});
