import assert from 'node:assert/strict';
import { codeActions, editsOf, keyOf, safeEdits } from '../../../server/src/language/features/quick-fix/code-action.ts';
import { documentSymbols } from '../../../server/src/language/features/outline/document-symbol.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import { applyEdits } from '../../../server/src/language/text/span.ts';
import { reportsOf, snapshotOf, worldOf, type World } from '../harness.ts';

/** The world after an action of a kind about the first report of a rule, or null where there is no such report or action. */
async function after(
  source: string,
  rule: string,
  kind: 'silence-line' | 'silence-file',
): Promise<{ world: World; before: readonly string[]; outline: unknown } | null> {
  const world = worldOf(source);
  for (const { address, text } of world.fixture.files.slice(1)) if (!address.endsWith('.json')) world.service.open(address, 1, text);
  const reports = await reportsOf(world);
  const report = reports.find((one) => one.rule === rule);
  if (!report) return null;
  const snapshot = await snapshotOf(world);
  const action = codeActions(snapshot, reports, report.span).find((one) => one.kind === kind && one.report.rule === rule);
  const edits = action && editsOf(snapshot, reports, keyOf(action));
  if (!edits) return null;
  const outline = outlineOf(snapshot);
  world.service.open(world.address, 2, applyEdits(snapshot.view.text, edits.here));
  return { world, before: reports.map(({ rule: name, message }) => `${name} ${message}`), outline };
}

const outlineOf = (snapshot: Parameters<typeof documentSymbols>[0]): unknown =>
  JSON.parse(
    JSON.stringify(documentSymbols(snapshot), (key, value: unknown) => (key === 'span' || key === 'selection' ? undefined : value)),
  );

const rulesHere = rules.filter(({ name }) => name !== 'project/unused-disable');

describe('leaving a rule out, for the examples of every rule', () => {
  for (const rule of rulesHere) {
    it(`${rule.name}: the comment silences it, silences nothing in vain, and leaves the document what it is`, async () => {
      for (const example of rule.examples.invalid) {
        const line = await after(example.text, rule.name, 'silence-line');
        if (line) {
          const now = await reportsOf(line.world);
          const text = (await snapshotOf(line.world)).view.text;
          assert.ok(
            now.filter((report) => report.rule === rule.name).length < line.before.filter((one) => one.startsWith(`${rule.name} `)).length,
            `still reported in\n${text}`,
          );
          assert.deepEqual(
            now.filter((report) => report.rule === 'project/unused-disable'),
            [],
            text,
          );
          assert.deepEqual(
            now.filter((report) => !line.before.includes(`${report.rule} ${report.message}`)).map((report) => report.message),
            [],
            `new reports in\n${text}`,
          );
          assert.deepEqual(outlineOf(await snapshotOf(line.world)), line.outline, `the outline of\n${text}`);
        }
        const file = await after(example.text, rule.name, 'silence-file');
        if (file) {
          const now = await reportsOf(file.world);
          const text = (await snapshotOf(file.world)).view.text;
          assert.deepEqual(
            now.filter((report) => report.rule === rule.name),
            [],
            text,
          );
          assert.deepEqual(
            now.filter((report) => report.rule === 'project/unused-disable'),
            [],
            text,
          );
          assert.deepEqual(outlineOf(await snapshotOf(file.world)), file.outline, text);
        }
      }
    });
  }
});

describe('putting right everything safe', () => {
  it('makes edits that never overlap, in every example', async () => {
    for (const rule of rulesHere) {
      for (const example of rule.examples.invalid) {
        const world = worldOf(example.text);
        const edits = safeEdits(await snapshotOf(world), await reportsOf(world));
        edits.forEach(({ span }, index) => assert.ok(index === 0 || edits[index - 1]!.span.end <= span.start, rule.name));
      }
    }
  });

  it('is offered once, beside the fixes, and not where nothing is safe', async () => {
    const world = worldOf('---\ntype: minutes\n---\n\n# Notes\n\nOFSTED came. OFSTED went.\n');
    const reports = await reportsOf(world);
    const snapshot = await snapshotOf(world);
    const actions = codeActions(snapshot, reports, { start: 0, end: snapshot.view.text.length });
    assert.equal(actions.filter(({ kind }) => kind === 'fix-all').length, 1);
    assert.equal(
      applyEdits(snapshot.view.text, safeEdits(snapshot, reports)),
      '---\ntype: minutes\n---\n\n# Notes\n\nOfsted came. Ofsted went.\n',
    );
    const clean = worldOf('---\ntype: minutes\n---\n\n# Notes\n\nThe board met.\n');
    assert.deepEqual(codeActions(await snapshotOf(clean), [], { start: 0, end: 5 }), []);
  });
});

describe('the comment that leaves a rule out', () => {
  const silenced = async (source: string, rule: string): Promise<string> => {
    const found = await after(source, rule, 'silence-line');
    assert.ok(found);
    return (await snapshotOf(found.world)).view.text;
  };
  const minutes = (body: string): string => `---\ntype: minutes\n---\n\n# Notes\n\n${body}`;

  it('stands before the first line of a paragraph, and at the end of the line before another one', async () => {
    assert.equal(
      await silenced(minutes('OFSTED came.\n'), 'inspectorate/official-name'),
      minutes('<!-- inspection-response-disable-next-line inspectorate/official-name: say why -->\nOFSTED came.\n'),
    );
    assert.equal(
      await silenced(minutes('They came;\nOFSTED came.\n'), 'inspectorate/official-name'),
      minutes('They came; <!-- inspection-response-disable-next-line inspectorate/official-name: say why -->\nOFSTED came.\n'),
    );
  });

  it('keeps a list and a table whole, and the line endings of the document', async () => {
    assert.equal(
      await silenced(minutes('- One.\r\n- OFSTED came.\r\n- Three.\r\n').replaceAll(/\r?\n/g, '\r\n'), 'inspectorate/official-name'),
      minutes(
        '- One.\n  <!-- inspection-response-disable-next-line inspectorate/official-name: say why -->\n- OFSTED came.\n- Three.\n',
      ).replaceAll('\n', '\r\n'),
    );
    assert.equal(
      await silenced(minutes('| Who | What |\n|---|---|\n| OFSTED | came |\n'), 'inspectorate/official-name'),
      minutes(
        '<!-- inspection-response-disable-next-line inspectorate/official-name: say why -->\n| Who | What |\n|---|---|\n| OFSTED | came |\n',
      ),
    );
  });
});
