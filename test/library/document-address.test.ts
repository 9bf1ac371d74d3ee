import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentAddress, fileNameOf, folderOf } from '../../server/src/language/text/document-address.ts';
import { resolvePath } from '../../server/src/language/response/facts-of.ts';

describe('document addresses', () => {
  const spellings: readonly (readonly string[])[] = [
    [
      'file:///c%3A/Papers/visit.plan.md',
      'file:///C:/Papers/visit.plan.md',
      'FILE:///c:/Papers/visit.plan.md',
      'file:///C%3a/Papers/visit.plan.md',
    ],
    ['file:///home/Caf%C3%A9%20%26%20Co/a.report.md', 'file:///home/Café & Co/a.report.md', 'file:///home/Caf%c3%a9%20&%20Co/a.report.md'],
    ['file://Server/share/a.plan.md', 'file://server/share/a.plan.md'],
    ['untitled:Untitled-1'],
    ['untitled:/papers/next.report.md', 'file:///papers/next.report.md'],
    ['untitled:/c%3A/Papers/next.report.md', 'file:///c:/Papers/next.report.md'],
    ['vscode-vfs://github/owner/repo/a.plan.md', 'VSCODE-VFS://github/owner/repo/a.plan.md'],
  ];
  for (const group of spellings) {
    it(`one address for ${group[0]}`, () => {
      assert.equal(new Set(group.map(documentAddress)).size, 1);
    });
  }

  it('keeps a per cent sign that encodes nothing, and does not throw on what is no address', () => {
    assert.equal(documentAddress('file:///a/100%.md'), documentAddress('file:///a/100%25.md'));
    assert.equal(documentAddress(''), '');
    assert.equal(documentAddress('no scheme'), 'no scheme');
  });

  it('an address is its own address, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('file:///', 'file://server/', 'untitled:', ''), (path, start) => {
        const once = documentAddress(start + path);
        assert.equal(documentAddress(once), once);
      }),
    );
  });

  it('tells the folder and the decoded file name', () => {
    const address = documentAddress('file:///c:/Q1%20report/visit.plan.md');
    assert.equal(folderOf(address), 'file:///c:/Q1%20report/');
    assert.equal(fileNameOf(documentAddress('file:///a/Q1 report.plan.md')), 'Q1 report.plan.md');
  });

  it('finds a path written in a document', () => {
    const from = documentAddress('file:///c:/papers/2026/visit.report.md');
    assert.equal(resolvePath(from, 'visit.letter.md'), 'file:///c:/papers/2026/visit.letter.md');
    assert.equal(resolvePath(from, '../letters/visit.letter.md'), 'file:///c:/papers/letters/visit.letter.md');
    assert.equal(resolvePath(from, '..\\letters\\visit.letter.md'), 'file:///c:/papers/letters/visit.letter.md');
    assert.equal(resolvePath(documentAddress('file://server/share/a.report.md'), 'b.letter.md'), 'file://server/share/b.letter.md');
  });
});
