import assert from 'node:assert/strict';
import fc from 'fast-check';
import { refactoringEdits, refactoringsAt } from '../../server/src/language/features/refactoring/refactoring.ts';
import { applyEdits } from '../../server/src/language/text/span.ts';
import { snapshotOf, worldOf } from '../library/harness.ts';

const columns = ['Ref', 'Action', 'Lead', 'By when', 'Status', 'Addresses', 'Measure', 'Progress and impact', 'Notes', 'Cost centre'];
const word = fc.constantFrom(
  'Hire',
  'two posts',
  '31 July 2026',
  'May 2026',
  'F3',
  'F1, F2',
  'green',
  'A. Person',
  '**bold** words',
  '`code \\| here`',
  'either \\| or',
  'a<br>b',
  '[link](x.md)',
  '1 May<br>8 May',
  'Owner: nobody',
  '- dash',
  '1. one',
  '# mark',
  '> said',
  '1 May: ten',
  'naïve ✔',
  '100%',
  'a*b',
  '\\*star\\*',
  '&amp;',
);
const cell = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));
const row = fc
  .tuple(fc.constantFrom('A1', 'A1', 'AP 7', '3', ''), fc.array(cell, { minLength: 9, maxLength: 9 }))
  .map(([ref, [action, ...others]]) => [ref, `Arrange ${action}`, ...others]);
const ending = fc.constantFrom('\n', '\r\n');

const documentOf = (rows: readonly (readonly string[])[], context: string, end: string): string =>
  [`## ${context}`, '', ...[columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`), '', 'Words.', ''].join(
    end,
  );

/** What a document says of its actions, apart from where and in which form; an empty field says as much as none. */
async function actionsOf(text: string) {
  const { view } = await snapshotOf(worldOf(text));
  return view.items('action').map(({ item: { label, text: words, fields, due, addresses, status } }) => ({
    label: label?.key ?? null,
    text: words,
    due: due?.to ?? null,
    addresses: addresses.map(({ key }) => key),
    status,
    // A label is a label in a cell or in bold, and the act is the text in both.
    fields: Object.fromEntries(
      Object.entries(fields)
        .flatMap(([name, { text: value }]) => (value === '' || name === 'action' || (name === 'ref' && label) ? [] : [[name, value]]))
        .sort(),
    ),
  }));
}

async function turned(text: string, marker: string, choice: string): Promise<string> {
  const snapshot = await snapshotOf(worldOf(text));
  const offset = text.indexOf(marker);
  const found = refactoringsAt(snapshot, { start: offset, end: offset }).find(
    ({ key }) => key.refactoring === 'turn-actions' && key.choice === choice,
  );
  assert.ok(found, `${choice} is offered at “${marker}” in\n${text}`);
  return applyEdits(text, refactoringEdits(snapshot, found.key)!);
}

describe('an action turned into an item and back', () => {
  it('says the same, and so does the rest of the document', async () => {
    await fc.assert(
      fc.asyncProperty(row, fc.constantFrom('Actions', 'Next steps'), ending, async (cells, context, end) => {
        const other = ['A9', 'Another', ...columns.slice(2).map(() => '')];
        const text = documentOf([cells, other], context, end);
        const before = await actionsOf(text);
        const item = await turned(text, 'Arrange', 'row-to-item');
        assert.deepEqual(await actionsOf(item), before.toReversed(), item);
        const back = await turned(item, 'Arrange', 'item-to-row');
        assert.deepEqual(await actionsOf(back), before.toReversed(), back);
        assert.ok(back.endsWith(`|${end}${end}Words.${end}`) || back.endsWith(`|${end}Words.${end}`), back);
      }),
      { numRuns: 30 },
    );
  });

  it('and a whole table, as a list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
        const labelled = rows.map(([, ...cells], i) => [`A${i + 1}`, ...cells]);
        const text = documentOf(labelled, 'Actions', '\n');
        const before = await actionsOf(text);
        const list = await turned(text, 'Arrange', 'rows-to-items');
        assert.deepEqual(await actionsOf(list), before, list);
        const back = await turned(list, 'Arrange', 'list-to-table');
        assert.deepEqual(await actionsOf(back), before, back);
      }),
      { numRuns: 20 },
    );
  });
});
