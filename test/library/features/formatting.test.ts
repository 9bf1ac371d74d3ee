import assert from 'node:assert/strict';
import { displayWidth } from '../../../server/src/language/features/formatting/display-width.ts';
import { formatting } from '../../../server/src/language/features/formatting/formatting.ts';
import { applyEdits } from '../../../server/src/language/text/span.ts';
import { snapshotOf, worldOf } from '../harness.ts';

async function formatted(source: string, part?: string): Promise<string> {
  const snapshot = await snapshotOf(worldOf(source));
  const { text } = snapshot.view;
  const start = part === undefined ? 0 : text.indexOf(part);
  const edits = formatting(snapshot, part === undefined ? null : { start, end: start + part.length });
  return applyEdits(text, edits);
}

describe('formatting', () => {
  for (const [what, before, after] of [
    [
      'aligns the columns of a table',
      '|Ref|Action|\n|-|:-:|\n|A1|Recruit|\n|A12|Train\n',
      '| Ref | Action  |\n| --- | :-----: |\n| A1  | Recruit |\n| A12 |  Train  |\n',
    ],
    [
      'gives every row all its cells',
      '| Ref | Action | Owner |\n|---|---|---|\n| A1 | Recruit |\n',
      '| Ref | Action  | Owner |\n| --- | ------- | ----- |\n| A1  | Recruit |       |\n',
    ],
    [
      'counts a wide character as two columns, and a mark as none',
      '| A | B |\n|---|---|\n| 北区 | cafe\u0301 |\n',
      '| A    | B    |\n| ---- | ---- |\n| 北区 | cafe\u0301 |\n',
    ],
    [
      'lets a very long cell go on beyond its column',
      `| A | B |\n|---|---|\n| ${'long '.repeat(20)}end | x |\n| short | y |\n`,
      `| A     | B   |\n| ----- | --- |\n| ${'long '.repeat(20)}end | x   |\n| short | y   |\n`,
    ],
    [
      'keeps an escaped bar in its cell',
      '| A | B |\n|---|---|\n| a \\| b | c |\n',
      '| A      | B   |\n| ------ | --- |\n| a \\| b | c   |\n',
    ],
    ['marks and indents lists alike', '*   One\n    more\n\n    * Two\n*   Three\n', '- One\n  more\n\n  - Two\n- Three\n'],
    ['counts a list that has one number throughout', '1. a\n1. b\n1. c\n', '1. a\n2. b\n3. c\n'],
    ['leaves numbers that were chosen', '4. a\n6. b\n', '4. a\n6. b\n'],
    [
      'parts blocks by one blank line',
      '# Title\nText.\n\n\n\n## Next\n- a\n- b\n### Inner\n',
      '# Title\n\nText.\n\n## Next\n\n- a\n- b\n\n### Inner\n',
    ],
    ['takes away spaces at the ends of lines, but not line breaks', 'One  \ntwo \nthree   \nfour  \n', 'One  \ntwo\nthree  \nfour\n'],
    ['leaves code alone', '```\na  \n\n\nb\n```\n', '```\na  \n\n\nb\n```\n'],
    [
      'leaves a comment at the line that it speaks of',
      '<!-- inspection-response-disable-next-line actions/missing-due: agreed -->\nText.\n',
      '<!-- inspection-response-disable-next-line actions/missing-due: agreed -->\nText.\n',
    ],
    ['keeps headings as they are written', 'Title\n=====\nText\n', 'Title\n=====\n\nText\n'],
    ['ends the file with one line ending', 'Text.\n\n\n', 'Text.\n'],
    ['ends a file that has none with the line ending of the others', 'One.\r\n\r\nTwo.', 'One.\r\n\r\nTwo.\r\n'],
    ['keeps line endings', '|A|B|\r\n|-|-|\r\n|a|b|\r\n', '| A   | B   |\r\n| --- | --- |\r\n| a   | b   |\r\n'],
    [
      'leaves the header to its writer',
      '---\ntype:   action-plan\nstatus-scale:  brag  \n---\n# Plan\n',
      '---\ntype:   action-plan\nstatus-scale:  brag  \n---\n\n# Plan\n',
    ],
    ['does not run two lists together', '- a\n\n* b\n', '- a\n\n* b\n'],
  ] as const) {
    it(what, async () => assert.equal(await formatted(before), after));
  }

  it('formats only the blocks that a range touches', async () => {
    const text = '# Title\nText. \n\n|A|B|\n|-|-|\n|a|b|\n\nMore. \n';
    assert.equal(await formatted(text, '|a|'), '# Title\nText. \n\n| A   | B   |\n| --- | --- |\n| a   | b   |\n\nMore. \n');
  });

  it('leaves text that could not be read, and edits no line that is tidy', async () => {
    const unread = `${'['.repeat(1200)} end  \n`;
    const snapshot = await snapshotOf(worldOf(`${unread}\nTidy.\n\nUntidy. \n`));
    assert.deepEqual(
      formatting(snapshot, null).map(({ span, newText }) => [snapshot.view.slice(span), newText]),
      [[' ', '']],
    );
  });

  it('knows the width of what is written', () => {
    assert.deepEqual(['abc', '北', 'e\u0301', '🟢', '⚠\uFE0F', '👨‍👩‍👧', '\u200B', ''].map(displayWidth), [3, 2, 1, 2, 2, 2, 0, 0]);
  });
});
