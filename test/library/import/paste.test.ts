import assert from 'node:assert/strict';
import { pastedMarkdown } from '../../../server/src/conversion/import/paste.ts';

describe('pasting rich text', () => {
  it('headings, lists and tables, without a header; a heading of the highest level is a section', () => {
    assert.equal(
      pastedMarkdown(
        '<h1>Summary</h1><p>Two <b>visits</b>.</p><ul><li>one</li><li>two</li></ul><table><tr><th>Action<th>Lead<th>When<tr><td>Recruit<td>HS<td>May</table>',
      ),
      '## Summary\n\nTwo **visits**.\n\n- one\n- two\n\n| Action | Lead | When |\n| --- | --- | --- |\n| Recruit | HS | May |\n',
    );
  });
  it('a piece without a heading has none', () => {
    assert.equal(
      pastedMarkdown('<p>See the <a href="https://example.gov.uk/x">letter</a>.</p>'),
      'See the [letter](https://example.gov.uk/x).',
    );
  });
  it('what is plain is pasted as plain text: one paragraph, several, and code from an editor', () => {
    assert.equal(pastedMarkdown('<meta charset="utf-8"><span>Some words</span>'), null);
    assert.equal(pastedMarkdown('<p>One.</p><p>Two.</p>'), null);
    assert.equal(
      pastedMarkdown(
        '<div style="color: #000; font-family: Consolas, \'Courier New\', monospace; font-size: 14px; white-space: pre;"><div><b># x</b></div></div>',
      ),
      null,
    );
  });

  const at = (before: string, after = '', above = '') => ({ before, after, above });
  const two = '<p>Write a <b>guide</b></p><p>Train staff</p><ul><li>one | two</li><li>three</li></ul>';

  it('words go into the sentence where they are put', () => {
    assert.equal(pastedMarkdown('<p>Head of <b>Quality</b></p>', at('Ask the ', ' today.')), 'Head of **Quality**');
  });
  it('anything is one line in the cell of a table, but not a table', () => {
    assert.equal(pastedMarkdown(two, at('| A1 | ', ' | green |')), 'Write a **guide**<br>Train staff<br>- one \\| two<br>- three');
    assert.equal(pastedMarkdown('<p>One.</p><p>Two.</p>', at('| A1 | ', ' | green |')), 'One.<br>Two.');
    assert.equal(pastedMarkdown('<table><tr><td>a<td>b</table>', at('| A1 | ', ' | green |')), null);
  });
  it('rows go under the rows of a table', () => {
    assert.equal(
      pastedMarkdown('<table><tr><th>Action<th>Owner<tr><td>Recruit<td>HS</table>', at('', '', '| Train | AB |')),
      '| Action | Owner |\n| Recruit | HS |\n',
    );
    assert.equal(
      pastedMarkdown('<table><tr><td>Recruit<td>HS<tr><td>Train<td>AB</table>', at('', '', '| Visit | CD |')),
      '| Recruit | HS |\n| Train | AB |\n',
    );
  });
  it('a single cell of a spreadsheet is its words', () => {
    assert.equal(pastedMarkdown('<table><tr><td>Head of Quality</td></tr></table>'), null);
    assert.equal(pastedMarkdown('<table><tr><td>Head of <b>Quality</b></td></tr></table>', at('Ask the ')), 'Head of **Quality**');
  });
  it('a block begins a line of its own, parted from what stands before and behind it', () => {
    assert.equal(pastedMarkdown('<h2>Summary</h2>', at('Some words', 'more')), '\n\n## Summary\n\n');
    assert.equal(pastedMarkdown('<h2>Summary</h2>', at('', '', 'Some words.')), '\n## Summary\n');
    assert.equal(pastedMarkdown('<p>See <b>this</b>:</p><ul><li>one</li></ul>', at('', ' and that.')), 'See **this**:\n\n- one\n\n');
  });
  it('items go on with the list that they are put under, and an item or heading that was begun keeps its mark', () => {
    assert.equal(pastedMarkdown('<ul><li>one</li><li>two</li></ul>', at('', '', '- none')), '- one\n- two\n');
    assert.equal(pastedMarkdown('<ul><li>one</li><li>two</li></ul>', at('- ')), 'one\n- two\n');
    assert.equal(pastedMarkdown('<h1>Summary</h1>', at('## ')), 'Summary');
  });
});
