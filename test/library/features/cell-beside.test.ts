import assert from 'node:assert/strict';
import { cellBeside } from '../../../server/src/language/features/typing-aids/cell-beside.ts';
import { applyEdits } from '../../../server/src/language/text/span.ts';
import { snapshotOf, worldOf } from '../harness.ts';

/** A document after Tab (1) or Shift+Tab (-1) at the cursor, with what is then selected between arrows; null where the key is not ours. */
async function afterKey(source: string, by: 1 | -1): Promise<string | null> {
  const world = worldOf(source);
  const snapshot = await snapshotOf(world);
  const cell = cellBeside(snapshot, world.fixture.cursor!.offset, by);
  if (!cell) return null;
  const text = applyEdits(snapshot.view.text, cell.edit ? [cell.edit] : []);
  return `${text.slice(0, cell.place.start)}→${text.slice(cell.place.start, cell.place.end)}←${text.slice(cell.place.end)}`;
}

const head = '| Ref | Action | Due |\n|---|---|---|\n';

describe('Tab in a table', () => {
  for (const [what, before, after] of [
    ['selects the words of the next cell', `${head}| A$01 | Recruit staff | |\n`, `${head}| A1 | →Recruit staff← | |\n`],
    ['goes into an empty cell', `${head}| A1 | Recruit$0 | |\n`, `${head}| A1 | Recruit | →←|\n`],
    ['goes into a cell without room', `${head}|A1|Recruit$0||\n`, `${head}|A1|Recruit|→←|\n`],
    ['goes to the next row', `${head}| A1 | Recruit | May$0 |\n| A2 | Train | |\n`, `${head}| A1 | Recruit | May |\n| →A2← | Train | |\n`],
    ['goes past the line of hyphens', `| Ref | Action | Due$0 |\n|---|---|---|\n| A1 | Recruit | |\n`, `${head}| →A1← | Recruit | |\n`],
    [
      'begins a row behind the last',
      `${head}| A1 | Recruit | May$0 |\n\nText.\n`,
      `${head}| A1 | Recruit | May |\n| A2 | →← |  |\n\nText.\n`,
    ],
    ['begins a row at the end of a document', `${head}| A1 | Recruit | May$0 |`, `${head}| A1 | Recruit | May |\n| A2 | →← |  |`],
    ['begins a row from behind its last pipe', `${head}| A1 | Recruit | May |$0\n`, `${head}| A1 | Recruit | May |\n| A2 | →← |  |\n`],
    [
      'begins a row in any table',
      '| Day | Place |\n|---|---|\n| Monday | Hall$0 |\n',
      '| Day | Place |\n|---|---|\n| Monday | Hall |\n| →← |  |\n',
    ],
    ['takes an escaped pipe for text', `${head}| A1 | a \\| b$0 | May |\n`, `${head}| A1 | a \\| b | →May← |\n`],
    [
      'keeps the line endings',
      `${head}| A1 | Recruit | May$0 |\n`.replaceAll('\n', '\r\n'),
      `${head}| A1 | Recruit | May |\n| A2 | →← |  |\n`.replaceAll('\n', '\r\n'),
    ],
    ['is the editor’s own behind a table', `${head}| A1 | Recruit | May |\n$0\nText.\n`, null],
    ['is the editor’s own in a text', 'The bo$0ard met.\n', null],
    ['is the editor’s own in a list', '- on$0e\n', null],
  ] as const) {
    it(what, async () => assert.equal(await afterKey(before, 1), after));
  }
});

describe('Shift+Tab in a table', () => {
  for (const [what, before, after] of [
    ['selects the words of the cell before', `${head}| A1 | Recruit staff | $0 |\n`, `${head}| A1 | →Recruit staff← |  |\n`],
    [
      'goes to the row before',
      `${head}| A1 | Recruit | May |\n| A$02 | Train | |\n`,
      `${head}| A1 | Recruit | →May← |\n| A2 | Train | |\n`,
    ],
    ['goes past the line of hyphens', `${head}| A$01 | Recruit | |\n`, `| Ref | Action | →Due← |\n|---|---|---|\n| A1 | Recruit | |\n`],
    ['stays in the first cell', `| R$0ef | Action | Due |\n|---|---|---|\n`, null],
  ] as const) {
    it(what, async () => assert.equal(await afterKey(before, -1), after));
  }
});
