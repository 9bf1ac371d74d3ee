import assert from 'node:assert/strict';
import { builtInHouseStyles, formSections } from '../../../server/src/language/house-styles/index.ts';
import { documentTypes, suffixes } from '../../../server/src/language/model/vocabulary.ts';
import { newDocument } from '../../../server/src/language/new-document/new-document.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import { reportsOf, snapshotOf, worldOf } from '../harness.ts';

describe('a new document, read and checked', () => {
  for (const houseStyle of builtInHouseStyles.values()) {
    for (const type of documentTypes) {
      it(`${type} of ${houseStyle.name} has its sections, and nothing wrong but what is to be filled in`, async () => {
        const { text } = newDocument(type, houseStyle);
        const world = worldOf(`//- /new${suffixes[type]}\n${text}`);
        const { model, view } = await snapshotOf(world);
        assert.equal(model.context.type, type);
        assert.equal(model.context.houseStyle.name, houseStyle.name);
        const form = formSections(houseStyle.types[type]!);
        assert.deepEqual(
          view.sections.map(({ role, level }) => [role, level]),
          form.map(({ role, level }) => [role, level]),
        );
        const reports = await reportsOf(world);
        const others = reports.filter(({ span: { start, end } }) => !/\[[^\]]+\]/.test(view.text.slice(start, end)));
        assert.deepEqual(
          others.map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
        if (rules.length > 0 && type === 'committee-report') assert.ok(reports.some(({ rule }) => rule === 'structure/placeholder'));
      });
    }
  }
});
