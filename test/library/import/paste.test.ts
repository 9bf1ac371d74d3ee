import assert from 'node:assert/strict';
import { pastedMarkdown } from '../../../server/src/conversion/import/paste.ts';

describe('pasting rich text', () => {
  it('headings, lists and tables, without a header; a heading of the highest level is a section', () => {
    assert.equal(pastedMarkdown('<h1>Summary</h1><p>Two <b>visits</b>.</p><ul><li>one</li><li>two</li></ul><table><tr><th>Action<th>Lead<th>When<tr><td>Recruit<td>HS<td>May</table>'),
      '## Summary\n\nTwo **visits**.\n\n- one\n- two\n\n| Action | Lead | When |\n| --- | --- | --- |\n| Recruit | HS | May |\n');
  });
  it('a piece without a heading has none', () => {
    assert.equal(pastedMarkdown('<p>See the <a href="https://example.gov.uk/x">letter</a>.</p>'), 'See the [letter](https://example.gov.uk/x).\n');
  });
  it('what is plain is pasted as plain text: one paragraph, several, and code from an editor', () => {
    assert.equal(pastedMarkdown('<meta charset="utf-8"><span>Some words</span>'), null);
    assert.equal(pastedMarkdown('<p>One.</p><p>Two.</p>'), null);
    assert.equal(pastedMarkdown('<div style="color: #000; font-family: Consolas, \'Courier New\', monospace; font-size: 14px; white-space: pre;"><div><b># x</b></div></div>'), null);
  });
});
