import assert from 'node:assert/strict';
import { editsFor, fixesFor } from '../../server/src/language/rules/fixes.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import type { Report } from '../../server/src/language/rules/rule.ts';
import { applyEdits } from '../../server/src/language/text/span.ts';
import { findingsOf, reportsOf, snapshotOf, worldOf } from './harness.ts';

/** What a fix may leave to be filled in by the officer, and is told to: square brackets of a template, an empty field. */
const toBeFilledIn = new Set(['structure/placeholder', 'structure/missing-field', 'structure/empty-section']);

const errorsOf = (reports: readonly Report[]): ReadonlySet<string> =>
  new Set(reports.flatMap(({ rule, severity }) => (severity === 'error' && !toBeFilledIn.has(rule) ? [rule] : [])));

/** A house style that is found at last asks for what it requires. */
const bringsDemands = 'project/house-style-unknown';

/** Rules whose fix starts something that the officer has to finish: the report may stay until then. */
const startsOnly = new Set(['structure/missing-field', 'structure/missing-section', 'structure/missing-recommendations']);

describe('the fixes of every rule', () => {
  for (const rule of rules) {
    if (!rule.fixes) continue;
    it(`${rule.name}: each removes its report, makes no new error, keeps the line endings and the rest of the text`, async () => {
      const offered = new Set<string>();
      for (const { text: source, title } of rule.examples.invalid) {
        const world = worldOf(source.replaceAll('\n', '\r\n'));
        const { text } = world.fixture.files[0]!;
        const snapshot = await snapshotOf(world);
        const all = await reportsOf(world);
        const before = errorsOf(all);
        const reports = all.filter((report) => report.rule === rule.name);
        for (const report of reports) {
          for (const fix of fixesFor(snapshot, report).slice(0, 3)) {
            const edits = editsFor(snapshot, report, fix.id, fix.data);
            if (!edits) continue;
            offered.add(fix.id);
            const fixed = applyEdits(text, edits.here);
            assert.doesNotMatch(fixed, /(?<!\r)\n|\r(?!\n)/, `${title}: “${fix.title}” mixes line endings`);
            assert.doesNotMatch(fixed.replaceAll('\r\n', '\n'), /\n{4,}/, `${title}: “${fix.title}” leaves too many empty lines`);
            // The other documents of the example stay as they are.
            const after = worldOf(source.replaceAll('\n', '\r\n'));
            after.service.open(after.address, 2, fixed);
            const now = await reportsOf(after);
            for (const name of errorsOf(now))
              assert.ok(before.has(name) || rule.name === bringsDemands, `${title}: “${fix.title}” makes an error of ${name}:\n${fixed}`);
            if (startsOnly.has(rule.name)) continue;
            const left = now.filter((one) => one.rule === rule.name);
            assert.ok(left.length < reports.length, `${title}: “${fix.title}” does not remove its report:\n${fixed}`);
          }
        }
      }
      assert.deepEqual(
        Object.keys(rule.fixes!).filter((id) => !offered.has(id)),
        [],
        'a fix that no example shows',
      );
    });
  }

  it('makes a header at the very beginning where there is none, behind a byte-order mark', async () => {
    for (const mark of ['', '\ufeff']) {
      const world = worldOf('//- /a.report.md\n# Visits\n');
      world.service.open(world.address, 2, `${mark}# Visits\n`);
      const snapshot = await snapshotOf(world);
      const report = (await reportsOf(world)).find(({ rule }) => rule === 'structure/missing-field');
      assert.ok(report);
      const edits = editsFor(snapshot, report, 'insert', fixesFor(snapshot, report)[0]!.data);
      assert.match(applyEdits(`${mark}# Visits\n`, edits!.here), new RegExp(`^${mark}---\\n[a-z-]+: \\n[^]*---\\n\\n# Visits\\n$`));
    }
  });

  it('examples with Windows line endings are reported as others are', async () => {
    for (const rule of rules) {
      for (const { text, title } of rule.examples.invalid) {
        assert.equal(
          (await findingsOf(text.replaceAll('\n', '\r\n'), rule.name)).length,
          (await findingsOf(text, rule.name)).length,
          `${rule.name}: ${title}`,
        );
      }
    }
  }).timeout(60_000);
});
