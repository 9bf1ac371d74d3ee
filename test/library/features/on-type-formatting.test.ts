import assert from 'node:assert/strict';
import { afterEnter } from '../../../server/src/language/features/typing-aids/on-type-formatting.ts';
import { applyEdits } from '../../../server/src/language/text/span.ts';
import { snapshotOf, worldOf } from '../harness.ts';

/** A document after Enter at the cursor. */
async function entered(source: string): Promise<string> {
  const world = worldOf(source);
  const { offset } = world.fixture.cursor!;
  const ending = source.includes('\r\n') ? '\r\n' : '\n';
  world.service.change(world.address, 2, [{ span: { start: offset, end: offset }, newText: ending }]);
  const snapshot = await snapshotOf(world);
  return applyEdits(snapshot.view.text, afterEnter(snapshot, offset + ending.length));
}

const table = '| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n';

describe('Enter', () => {
  for (const [what, before, after] of [
    [
      'begins the next row of a plan',
      `${table}| A1 | Recruit | HA | May 2026 |$0\n`,
      `${table}| A1 | Recruit | HA | May 2026 |\n| A2 |  |  |  |\n`,
    ],
    [
      'begins the next row of a plan in the middle of it',
      `${table}| A1 | Recruit | HA | May 2026 |$0\n| A2 | Train | | |\n`,
      `${table}| A1 | Recruit | HA | May 2026 |\n| A3 |  |  |  |\n| A2 | Train | | |\n`,
    ],
    ['begins the first row', `${table.trimEnd()}$0\n`, `${table}|  |  |  |  |\n`],
    ['ends the table after an empty row', `${table}| A1 | Recruit | HA | |\n| A2 |  |  |  |$0\n`, `${table}| A1 | Recruit | HA | |\n\n\n`],
    [
      'counts on the last part of a label',
      `${table}| A1.4 | Recruit | HA | |$0\n`,
      `${table}| A1.4 | Recruit | HA | |\n| A1.5 |  |  |  |\n`,
    ],
    [
      'keeps the line endings',
      `${table}| A1 | Recruit | HA | |$0\n`.replaceAll('\n', '\r\n'),
      `${table}| A1 | Recruit | HA | |\n| A2 |  |  |  |\n`.replaceAll('\n', '\r\n'),
    ],
    ['leaves a row that is not finished', `${table}| A1 | Recruit$0\n`, `${table}| A1 | Recruit\n\n`],
    ['leaves a row that was parted in two', `${table}| A1 | Rec$0ruit | HA | |\n`, `${table}| A1 | Rec\nruit | HA | |\n`],
    [
      'leaves the header',
      `| Ref | Action | Owner | Due |$0\n| --- | --- | --- | --- |\n`,
      `| Ref | Action | Owner | Due |\n\n| --- | --- | --- | --- |\n`,
    ],
    [
      'leaves tables of other things',
      '| Day | Place |\n|---|---|\n| Monday | Hall |$0\n',
      '| Day | Place |\n|---|---|\n| Monday | Hall |\n\n',
    ],
    ['begins the next paragraph of a report', 'Text.\n\n12. The board met.$0\n', 'Text.\n\n12. The board met.\n13. \n'],
    ['keeps paragraphs apart that are', '11. One.\n\n12. The board met.$0\n', '11. One.\n\n12. The board met.\n\n13. \n'],
    ['goes on from the last line of a paragraph', '12. The board\n    met.$0\n', '12. The board\n    met.\n13. \n'],
    ['counts on the paragraph of a section', '2.2 One here.\n\n2.3 The board met.$0\n', '2.2 One here.\n\n2.3 The board met.\n\n2.4 \n'],
    ['counts letters', '(a) the board met$0\n', '(a) the board met\n\n(b) \n'],
    ['counts roman numbers', 'i. the board met$0\n', 'i. the board met\n\nii. \n'],
    ['counts i as a letter after h', 'h) one\n\ni) two$0\n', 'h) one\n\ni) two\n\nj) \n'],
    ['ends the paragraphs after an empty number', '12. The board met.\n13. $0\n', '12. The board met.\n\n\n'],
    ['ends paragraphs that stand apart', '2.3 The board met.\n\n2.4 $0\n', '2.3 The board met.\n\n\n'],
    ['leaves a number that nothing led to', '12. The board met.\n\n19.$0\n', '12. The board met.\n\n19.\n\n'],
    ['leaves a paragraph without a number', 'The board met.$0\n', 'The board met.\n\n'],
    ['leaves a quotation', '> 12. The board met.$0\n', '> 12. The board met.\n\n'],
    ['leaves code', '```\n12. one$0\n```\n', '```\n12. one\n\n```\n'],
    ['leaves the header of the document', '---\ntitle: x\n12. one$0\n---\n', '---\ntitle: x\n12. one\n\n---\n'],
    ['leaves a list of bullets to the editor', '- **A1** Recruit$0\n', '- **A1** Recruit\n\n'],
  ] as const) {
    it(what, async () => assert.equal(await entered(before), after));
  }
});
