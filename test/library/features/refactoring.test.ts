import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { numberParagraphs } from '../../../server/src/language/features/refactoring/number-paragraphs.ts';
import { numberBlocks } from '../../../server/src/language/numbering/number-blocks.ts';
import { printedBlock } from '../../../server/src/language/numbering/printed-block.ts';
import { refactoringEdits, refactoringsAt } from '../../../server/src/language/features/refactoring/refactoring.ts';
import { applyEdits } from '../../../server/src/language/text/span.ts';
import { snapshotOf, worldOf } from '../harness.ts';

async function offeredAt(source: string) {
  const world = worldOf(source);
  const snapshot = await snapshotOf(world);
  const { offset } = world.fixture.cursor!;
  return { snapshot, offered: refactoringsAt(snapshot, { start: offset, end: offset }) };
}

const titlesAt = async (source: string): Promise<string[]> => (await offeredAt(source)).offered.map(({ title }) => title);

async function done(source: string, title: string): Promise<string> {
  const { snapshot, offered } = await offeredAt(source);
  const found = offered.find((one) => one.title === title);
  assert.ok(found, `“${title}” is offered among ${offered.map((one) => one.title).join(', ')}`);
  assert.equal(refactoringEdits(snapshot, { ...found.key, version: found.key.version + 1 }), null, 'never in another version');
  return applyEdits(snapshot.view.text, refactoringEdits(snapshot, found.key) ?? []);
}

const head = '| Ref | Action | Owner | Due | Status |\n| --- | ------ | ----- | --- | ------ |\n';
const [first, second, third] = [
  '| A2  | Train  | Bea   | 31 July 2026 | green |',
  '| A10 | Audit  |       | 1 May 2026 | red |',
  '| A1  | Hire   | Ann   |     | amber |',
] as const;
const table = (...rows: readonly string[]): string => `## Actions\n\n${head}${rows.map((row) => `${row}\n`).join('')}`;

describe('sorting a table of actions', () => {
  const unsorted = table(first, second, third).replace('Train', 'Tra$0in');
  for (const [by, ...rows] of [
    ['due date', second, first, third],
    ['owner', third, first, second],
    ['label', third, first, second],
    ['status', second, third, first],
  ] as const)
    it(`by ${by}`, async () => assert.equal(await done(unsorted, `Sort these actions by ${by}`), table(...rows)));

  it('keeps rows under the line that heads them', async () => {
    const line = '| **Front door** | | | | |';
    assert.equal(
      await done(table(first, line, second, third).replace('Train', 'Tra$0in'), 'Sort these actions by label'),
      table(first, line, third, second),
    );
  });

  it('goes past an action that is struck through, which comes last', async () => {
    const struck = '| ~~A3~~ | ~~Meet~~ | ~~Ann~~ | ~~1 April 2026~~ | |';
    assert.equal(
      await done(table(first, struck, second, third).replace('Train', 'Tra$0in'), 'Sort these actions by due date'),
      table(second, first, struck, third),
    );
  });

  it('is not offered where it would change nothing, and not elsewhere', async () => {
    assert.ok(!(await titlesAt(table(third, first, second).replace('Train', 'Tra$0in'))).includes('Sort these actions by label'));
    assert.deepEqual(await titlesAt('Wor$0ds.\n'), []);
  });
});

it('aligning a table leaves the rest of the document alone', async () => {
  assert.equal(
    await done('Words. \n\n|A|B|\n|-|-|\n|a$0|b|\n\nMore. \n', 'Align this table'),
    'Words. \n\n| A   | B   |\n| --- | --- |\n| a   | b   |\n\nMore. \n',
  );
  assert.deepEqual(await titlesAt('| A   | B   |\n| --- | --- |\n| a$0   | b   |\n'), []);
});

describe('renumbering', () => {
  it('counts paragraphs through, with the references to them', async () => {
    assert.equal(
      await done(
        '## Background\n\n27. One.\n\n29. T$0wo, see paragraphs 29 and 31.\n\n## Next\n\n31. Three, as paragraph 27 says.\n',
        'Renumber all paragraphs',
      ),
      '## Background\n\n27. One.\n\n28. Two, see paragraphs 28 and 29.\n\n## Next\n\n29. Three, as paragraph 27 says.\n',
    );
  });

  it('counts the paragraphs of a section anew in each', async () => {
    assert.equal(
      await done(
        '## 2. Background\n\n2.2 One he$0re.\n\n2.2 Two here.\n\n## 3. Next\n\n3.1 See paragraph 2.2.\n\n3.4 And 3.1.\n',
        'Renumber all paragraphs',
      ),
      '## 2. Background\n\n2.1 One here.\n\n2.2 Two here.\n\n## 3. Next\n\n3.1 See paragraph 2.1.\n\n3.2 And 3.1.\n',
    );
  });

  it('keeps to a section', async () => {
    assert.equal(
      await done('## 2. Background\n\n2.3 One he$0re.\n\n## 3. Next\n\n3.4 Two here.\n', 'Renumber the paragraphs of this section'),
      '## 2. Background\n\n2.1 One here.\n\n## 3. Next\n\n3.4 Two here.\n',
    );
  });

  it('leaves a list of recommendations to its own numbers', async () => {
    assert.deepEqual(
      await titlesAt('4. One.\n\n5. Tw$0o.\n\n## Recommendations\n\n1. To note.\n2. To agree.\n\n## Next\n\n6. Three.\n'),
      [],
    );
  });
});

describe('explaining a short form', () => {
  const title = 'Write “local authority designated officer (LADO)” at the first use';

  it('is done at the first use, wherever the cursor is on one', async () => {
    assert.equal(
      await done(
        '## The LADO\n\n| Ref | Action | Owner |\n| --- | --- | --- |\n| A1 | Ring | LADO |\n\nWe asked. LADO advice helps.\n\nThe LA$0DO is new.\n',
        title,
      ),
      '## The LADO\n\n| Ref | Action | Owner |\n| --- | --- | --- |\n| A1 | Ring | LADO |\n\nWe asked. Local authority designated officer (LADO) advice helps.\n\nThe LADO is new.\n',
    );
  });

  it('takes the words of the configuration, where they are not those of the field', async () => {
    assert.equal(
      await done(
        '//- /a.report.md\nThe QXB$0 met.\n//- /.inspection-response.json\n{ "acronyms": { "QXB": "quality board" } }\n',
        'Write “quality board (QXB)” at the first use',
      ),
      'The quality board (QXB) met.\n',
    );
  });

  it('is not offered where the document explains it, where nobody knows it, and where the report of the first use has it already', async () => {
    assert.deepEqual(await titlesAt('The local authority designated officer (LADO) came. The LA$0DO left.\n'), []);
    assert.deepEqual(await titlesAt('The QXB met. The QX$0B left.\n'), []);
    assert.deepEqual(await titlesAt('The LA$0DO met.\n'), []);
  });
});

describe('labelling', () => {
  it('gives actions labels, in lists and in tables, after those that are there', async () => {
    assert.equal(
      await done(
        '## Actions\n\n- **AP 2** Hire\n- Tr$0ain\n\n| Ref | Action | Owner |\n|---|---|---|\n||Audit|Ann|\n',
        'Label every action that has no label',
      ),
      '## Actions\n\n- **AP 2** Hire\n- **AP 3** Train\n\n| Ref | Action | Owner |\n|---|---|---|\n| AP 4 |Audit|Ann|\n',
    );
  });

  it('keeps to a section', async () => {
    assert.equal(
      await done(
        '## Areas for priority action\n\n- Super$0vision\n- Decisions\n\n## Areas for improvement\n\n- Plans\n',
        'Label the findings of this section',
      ),
      '## Areas for priority action\n\n- **F1** Supervision\n- **F2** Decisions\n\n## Areas for improvement\n\n- Plans\n',
    );
  });

  it('leaves strengths, and what has a label, alone', async () => {
    assert.deepEqual(await titlesAt('## Strengths\n\n- Man$0agers know their teams\n'), []);
    assert.deepEqual(await titlesAt('## Areas for improvement\n\n- **F1** Pl$0ans\n'), []);
  });
});

describe('turning actions', () => {
  const inTable =
    '## Actions\n\n| Ref | Action | Lead | By when | Notes |\n| --- | --- | --- | --- | --- |\n| A1 | Hire \\| train | Ann | 31 July 2026 | Two posts |\n| A2 | Au$0dit |  | May 2026 |  |\n\nWords.\n';

  it('a row becomes an item behind the table, with the names of its columns', async () => {
    assert.equal(
      await done(inTable.replace('$0', '').replace('Hi', 'Hi$0'), 'Turn this row into an item with fields'),
      '## Actions\n\n| Ref | Action | Lead | By when | Notes |\n| --- | --- | --- | --- | --- |\n| A2 | Audit |  | May 2026 |  |\n\n- **A1** Hire | train\n  - Lead: Ann\n  - By when: 31 July 2026\n  - Notes: Two posts\n\nWords.\n',
    );
    assert.equal(
      await done(inTable, 'Turn this row into an item with fields'),
      '## Actions\n\n| Ref | Action | Lead | By when | Notes |\n| --- | --- | --- | --- | --- |\n| A1 | Hire \\| train | Ann | 31 July 2026 | Two posts |\n\n- **A2** Audit\n  - By when: May 2026\n\nWords.\n',
    );
  });

  const inList =
    '## Actions\n\n- **A1** Hire | train\n  - Lead: Ann\n  - By when: 31 July 2026\n  - Notes: Two posts\n- **A2** Audit\n  - By when: May 2026\n\nWords.\n';
  it('so does every row, and the table is gone', async () =>
    assert.equal(await done(inTable, 'Turn every row of this table into an item with fields'), inList));

  it('a list becomes a table, with a column for every field', async () => {
    assert.equal(
      await done(inList.replace('Audit', 'Au$0dit'), 'Turn this list into a table of actions'),
      '## Actions\n\n| Ref | Action | Owner | Due | Notes |\n| --- | --- | --- | --- | --- |\n| A1 | Hire \\| train | Ann | 31 July 2026 | Two posts |\n| A2 | Audit |  | May 2026 |  |\n\nWords.\n',
    );
  });

  it('a plain list gets labels, and empty cells for owner and due', async () => {
    assert.equal(
      await done('## Actions\n\nWe will:\n- Hire two\n  people\n- Tr$0ain **all**\n', 'Turn this list into a table of actions'),
      '## Actions\n\nWe will:\n\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Hire two people |  |  |\n| A2 | Train **all** |  |  |\n',
    );
  });

  it('an item joins the table of its section, which gets the columns that it lacks', async () => {
    assert.equal(
      await done(
        '## Actions\n\n| Action | Owner |\n|:--|--|\n| Hire | Ann |\n\n- Words.\n- **A$07: Audit** files\n  Owner: Bea\n  - Progress: Begun\n    - 1 May: ten\n    - 8 May: twenty\n- Train\n',
        'Turn this item into a row of the table',
      ),
      '## Actions\n\n| Ref | Action | Owner | Progress |\n| --- | :-- | -- | --- |\n|  | Hire | Ann |  |\n| A7 | **Audit** files | Bea | Begun<br>1 May: ten<br>8 May: twenty |\n\n- Words.\n- Train\n',
    );
  });

  it('is not offered for what is more than an action', async () => {
    for (const more of [
      '- **A1** Hi$0re\n\n  Another paragraph.\n',
      '- **A1** Hi$0re\n  > Quoted\n',
      '- **A1** Hi$0re\n  - Owner: Ann\n  - Not a field\n',
      '- [ ] **A1** Hi$0re\n',
    ]) {
      assert.deepEqual(await titlesAt(`## Actions\n\n| Ref | Action | Owner |\n|---|---|---|\n| A9 | Ask | Ann |\n\n${more}`), [], more);
    }
  });
});

describe('numbering one paragraph', () => {
  const title = 'Number this paragraph and count on from it';
  for (const [name, before, after] of [
    [
      'by section',
      '## 2. Background\n\n2.2 One.\n\nTw$0o, see 2.3.\n\n2.3 Three.\n\n## 3. Next\n\n3.1 As paragraph 2.3 says.\n',
      '## 2. Background\n\n2.2 One.\n\n2.3 Two, see 2.3.\n\n2.4 Three.\n\n## 3. Next\n\n3.1 As paragraph 2.4 says.\n',
    ],
    [
      'straight through',
      '## Background\n\n27. One.\n\nTw$0o.\n\n- a bullet\n\n28. Three, as paragraph 27 says.\n\n## Next\n\n29. See paragraph 28.\n',
      '## Background\n\n27. One.\n\n28. Two.\n\n- a bullet\n\n29. Three, as paragraph 27 says.\n\n## Next\n\n30. See paragraph 29.\n',
    ],
    ['at the end', '## Background\n\n(4) One.\n\nTw$0o.\n', '## Background\n\n(4) One.\n\n(5) Two.\n'],
  ] as const)
    it(name, async () => assert.equal(await done(before, title), after));

  it('is not offered in a section without numbers, nor over a list of its own', async () => {
    for (const text of [
      '## Background\n\n1. One.\n\n## Next\n\nTw$0o.\n',
      '## Recommendations\n\n1. To note it.\n2. To endorse it.\n\nThe rea$0sons are below.\n',
      '## Background\n\n7. One.\n\nIt ne$0eds:\n\n1. this\n2. that\n',
    ])
      assert.ok(!(await titlesAt(text)).includes(title), text);
  });
});

describe('numbering paragraphs', () => {
  const title = 'Number the paragraphs as the house style does';
  const report = (style: string, text: string): string => `---\ntype: committee-report\nhouse-style: ${style}\n---\n\n${text}`;
  const sections = '## Background\n\nOne, see parag$0raph 3.\n\n- a bullet\n\nTwo.\n\n## Next steps\n\n**Three** goes\non.\n';

  it('writes down what the house style prints, straight through or by section', async () => {
    const plain = (text: string): string => text.replace('$0', '');
    assert.equal(
      await done(report('leeds', sections), title),
      plain(report('leeds', sections)).replace('One,', '1. One,').replace('Two', '2. Two').replace('**Three', '3. **Three'),
    );
    assert.equal(
      await done(report('lambeth', sections), title),
      plain(report('lambeth', sections))
        .replace('Background', '1. Background')
        .replace('Next', '2. Next')
        .replace('One,', '1.1 One,')
        .replace('Two', '1.2 Two')
        .replace('**Three', '2.1 **Three'),
    );
  });

  it('is not offered beside numbers written by hand, where no number is printed, and where a list would take the paragraph in', async () => {
    for (const text of [
      report('leeds', `${sections}\n27. By hand.\n`),
      report('generic', sections),
      report('leeds', '## Background\n\nIt ne$0eds:\n\n1. this\n2. that\n'),
    ]) {
      assert.ok(!(await titlesAt(text)).includes(title), text);
    }
  });

  for (const style of ['leeds', 'herefordshire', 'lambeth', 'stevenage', 'worcestershire-panel']) {
    it(`leaves every printed number as it was, in the examples in the style of ${style}`, async () => {
      const folder = new URL('../../../examples/', import.meta.url);
      const reports = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.report.md'));
      let changed = 0;
      for (const file of reports) {
        const text = readFileSync(new URL(file, folder), 'utf8').replace(/^house-style: .*$/m, `house-style: ${style}`);
        const snapshot = await snapshotOf(worldOf(text));
        const numbered = applyEdits(text, numberParagraphs.edits(snapshot, { start: 0, end: 0 }, ''));
        if (numbered === text) continue;
        changed++;
        assert.deepEqual(await printedNumbers(numbered), await printedNumbers(text), file);
      }
      assert.ok(changed > 0);
    });
  }
});

async function printedNumbers(source: string): Promise<string[]> {
  const { model } = await snapshotOf(worldOf(source));
  const blocks = model.blocks.map(printedBlock);
  // An ordered list prints its own numbers.
  return numberBlocks(model, blocks).flatMap(
    (number, i) => number?.name ?? (blocks[i]!.listStart === null ? [] : (blocks[i]!.written?.text ?? [])),
  );
}
