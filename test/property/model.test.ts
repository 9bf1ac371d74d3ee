import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtInConfiguration } from '../../server/src/language/configuration/built-in.ts';
import { buildModel, updateModel } from '../../server/src/language/model/build-model.ts';
import type { DocumentModel } from '../../server/src/language/model/document.ts';
import { viewOf } from '../../server/src/language/model/view.ts';
import { createParser } from '../../server/src/language/syntax/parser.ts';
import { documentAddress } from '../../server/src/language/text/document-address.ts';
import { applyEdits } from '../../server/src/language/text/span.ts';
import { editsWith, pieces } from './papers.ts';

const parser = createParser();
const address = documentAddress('file:///papers/visit.report.md');

describe('the model', () => {
  it('is the same after edits as from scratch', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), editsWith(pieces), (start, changes) => {
        let text = start.join('');
        let syntax = parser.parse(text);
        let model = buildModel(address, 1, syntax, builtInConfiguration);
        for (const { at, remove, insert } of changes) {
          const from = at % (text.length + 1);
          const edit = { span: { start: from, end: Math.min(text.length, from + remove) }, newText: insert };
          text = applyEdits(text, [edit]);
          const reparsed = parser.reparse(syntax, edit);
          syntax = reparsed.syntax;
          const before = model;
          const update = updateModel(model, before.version + 1, syntax, reparsed.changes, builtInConfiguration);
          model = update.model;
          assert.deepEqual(plainly(model), plainly(buildModel(address, model.version, syntax, builtInConfiguration)));
          // Outside of the stretch that the update names, every block is the old object.
          const { from: first, removed, inserted } = update.change;
          assert.equal(model.blocks.length - inserted, before.blocks.length - removed);
          for (let i = 0; i < first; i++) assert.equal(model.blocks[i], before.blocks[i]);
          for (let i = first + inserted; i < model.blocks.length; i++) assert.equal(model.blocks[i], before.blocks[i - inserted + removed]);
        }
      }),
      { numRuns: Number(process.env['MODEL_RUNS'] ?? 300), seed: Number(process.env['MODEL_SEED'] ?? 20260301) },
    );
  }).timeout(process.env['MODEL_RUNS'] ? 0 : 60_000);

  it('has every span inside its block, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 20 })), { maxLength: 30 }), (parts) => {
        const model = buildModel(address, 1, parser.parse(parts.join('')), builtInConfiguration);
        for (const { block, items } of model.blocks) {
          for (const item of items) checkSpans(item, block.text.length);
        }
        assert.ok(viewOf(model).sections.every(({ line, endLine }) => line <= endLine));
      }),
      { numRuns: 400, seed: 20260302 },
    );
  }).timeout(60_000);
});

function checkSpans(value: unknown, length: number): void {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value) {
    const { start, end } = value as { start: unknown; end: unknown };
    if (typeof start === 'number' && typeof end === 'number')
      assert.ok(0 <= start && start <= end && end <= length, `${start} to ${end} of ${length}`);
  }
  for (const each of Object.values(value)) checkSpans(each, length);
}

/** Everything that the model says, without the syntax. */
const plainly = (model: DocumentModel) => ({
  type: model.context.type,
  houseStyle: model.context.houseStyle.name,
  statusScale: model.context.statusScale,
  people: [...model.context.people],
  fields: [...model.frontMatter.fields],
  problems: model.frontMatter.problems,
  blocks: model.blocks.map(({ items, place, switchedOff }) => ({ items, place, switchedOff })),
});
