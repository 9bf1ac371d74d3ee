import assert from 'node:assert/strict';
import { editsFor, fixesFor } from '../../server/src/language/rules/fixes.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { applyEdits } from '../../server/src/language/text/span.ts';
import { findingsOf, reportsOf, snapshotOf, worldOf } from './harness.ts';

/** Rules whose fix starts something that the officer has to finish: the report may stay until then. */
const startsOnly = new Set(['structure/missing-field', 'structure/missing-section', 'structure/missing-recommendations']);

describe('the fixes of every rule', () => {
  for (const rule of rules) {
    if (!rule.fixes) continue;
    it(`${rule.name}: each removes its report, keeps the line endings and the rest of the text`, async () => {
      for (const { text: source, title } of rule.examples.invalid) {
        const world = worldOf(source.replaceAll('\n', '\r\n'));
        const { text } = world.fixture.files[0]!;
        const snapshot = await snapshotOf(world);
        const reports = (await reportsOf(world)).filter((report) => report.rule === rule.name);
        for (const report of reports) {
          for (const fix of fixesFor(snapshot, report).slice(0, 3)) {
            const edits = editsFor(snapshot, report, fix.id, fix.data);
            if (!edits) continue;
            const fixed = applyEdits(text, edits.here);
            assert.doesNotMatch(fixed, /(?<!\r)\n|\r(?!\n)/, `${title}: “${fix.title}” mixes line endings`);
            assert.doesNotMatch(fixed.replaceAll('\r\n', '\n'), /\n{4,}/, `${title}: “${fix.title}” leaves too many empty lines`);
            if (startsOnly.has(rule.name)) continue;
            // The other documents of the example stay as they are.
            const after = worldOf(source.replaceAll('\n', '\r\n'));
            after.service.open(after.address, 2, fixed);
            const left = (await reportsOf(after)).filter((one) => one.rule === rule.name);
            assert.ok(left.length < reports.length, `${title}: “${fix.title}” does not remove its report:\n${fixed}`);
          }
        }
      }
    });
  }

  it('examples with Windows line endings are reported as others are', async () => {
    for (const rule of rules) {
      for (const { text, title } of rule.examples.invalid) {
        assert.equal((await findingsOf(text.replaceAll('\n', '\r\n'), rule.name)).length, (await findingsOf(text, rule.name)).length, `${rule.name}: ${title}`);
      }
    }
  }).timeout(60_000);
});
