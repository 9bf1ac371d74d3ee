import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtInConfiguration } from '../../server/src/language/configuration/built-in.ts';
import { buildModel, updateModel } from '../../server/src/language/model/build-model.ts';
import type { DocumentModel } from '../../server/src/language/model/document.ts';
import { viewOf } from '../../server/src/language/model/view.ts';
import { createParser } from '../../server/src/language/syntax/parser.ts';
import { documentAddress } from '../../server/src/language/text/document-address.ts';
import { applyEdits } from '../../server/src/language/text/span.ts';

const parser = createParser();
const address = documentAddress('file:///papers/visit.report.md');

/** Pieces of papers in which what stands before decides what comes after. */
const pieces = [
  '---\ntype: action-plan\nhouse-style: sefton\npeople:\n  AB: Ann Bell, Head of Assessment\n---\n', '---\nstatus-scale: brag\n---\n', '# Report of the visit\n\n', '## Recommendations\n\n', '## Areas for improvement\n\n',
  '### Strengths\n', '## 2. Actions\n\n', '## Measures\n', '## Something else\n\n', '**Summary:**\n\n', 'Contact Officer: Pat Reed\n\n', '12. The Panel is asked to:\n\n', '- note the report, and\n', '- **A1** Recruit six social workers\n  - Owner: AB\n  - Due: 31 July 2026\n  - Addresses: F2\n',
  'Inspectors noticed the following improvements:\n', '- 1.4. However we still need to improve the following:\n', '- visits (CIN) after contact\n', 'e) Ofsted identified three areas for improvement:\n\n', 'i.  Oversight of the front door\n\n', 'ii. Capacity\n\n', 'f) Members asked questions.\n\n',
  'Key actions include:\n', 'The following key targets have been set for end of July:\n', '- 80% of children seen\n', '| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n', '| A2 | Train | AB | 3 May 2026 | 🟢 |\n', '| Measure | Baseline | Target |\n|---|---|---|\n',
  '<!-- inspection-response-disable actions/missing-owner -->\n\n', '<!-- inspection-response-enable -->\n\n', '> F2 said on 3 May 2021\n', 'See F2, Appendix 1 and paragraph 12.\n\n', 'This paper is for information.\n\n', '\n', '\n\n', '  ', '- ', '1. ', '|', '**', ':', '#', 'x', '\r\n', '```\n', '<div>\n', '---\n',
];

describe('the model', () => {
  it('is the same after edits as from scratch', () => {
    const edits = fc.array(fc.record({ at: fc.nat(), remove: fc.nat(60), insert: fc.oneof(fc.constantFrom(...pieces), fc.constant('')) }), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), edits, (start, changes) => {
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
    }), { numRuns: Number(process.env['MODEL_RUNS'] ?? 300), seed: Number(process.env['MODEL_SEED'] ?? 20260301) });
  }).timeout(process.env['MODEL_RUNS'] ? 0 : 60_000);

  it('has every span inside its block, whatever the text', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 20 })), { maxLength: 30 }), (parts) => {
      const model = buildModel(address, 1, parser.parse(parts.join('')), builtInConfiguration);
      for (const { block, items } of model.blocks) {
        for (const item of items) checkSpans(item, block.text.length);
      }
      assert.ok(viewOf(model).sections.every(({ line, endLine }) => line <= endLine));
    }), { numRuns: 400, seed: 20260302 });
  }).timeout(60_000);
});

function checkSpans(value: unknown, length: number): void {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value) {
    const { start, end } = value as { start: unknown; end: unknown };
    if (typeof start === 'number' && typeof end === 'number') assert.ok(0 <= start && start <= end && end <= length, `${start} to ${end} of ${length}`);
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
