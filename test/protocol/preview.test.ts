import assert from 'node:assert/strict';
import type { Preview } from '../../server/src/lsp/protocol/preview.ts';
import { plan } from './documents.ts';
import { sharedSession } from './client.ts';

const uri = 'file:///northmere/visit.plan.md';

describe('a preview', () => {
  const shared = sharedSession();
  const ask = (revision: number | null, of = uri) => shared().request<Preview | null>('inspectionResponse/preview', { uri: of, revision });

  it('begins whole, then is sent what changed, and nothing where nothing did', async () => {
    const session = shared();
    await session.open(uri, plan);
    const first = await ask(null);
    assert.ok(first?.isWhole && first.change.head && first.change.inserted.length > 3);
    const again = await ask(first.revision);
    assert.deepEqual(
      [again?.revision, again?.change],
      [first.revision, { head: null, from: first.change.inserted.length, removed: 0, inserted: [] }],
    );
    const at = session.at(uri, '13 May 2026');
    await session.change(uri, { range: { start: at, end: { ...at, character: at.character + 2 } }, text: '14' });
    const next = await ask(first.revision);
    assert.ok(next && !next.isWhole && next.version === 2 && next.change.head === null);
    assert.deepEqual([next.change.removed, next.change.inserted.length], [1, 1]);
    assert.match(next.change.inserted[0]!.html, /14 May 2026/);
  });

  it('begins whole again after one that it does not know, or that was closed', async () => {
    const session = shared();
    await session.open(uri, plan);
    const first = await ask(null);
    assert.equal((await ask(-1))?.isWhole, true);
    session.connection.sendNotification('inspectionResponse/previewClosed', { uri });
    assert.equal((await ask(first!.revision))?.isWhole, true);
  });

  it('is there for documents that are ours and open, and for no other', async () => {
    await shared().open('file:///notes/readme.md', '# Notes\n', 'markdown');
    assert.equal(await ask(null, 'file:///notes/readme.md'), null);
    assert.equal(await ask(null, 'file:///nowhere/x.plan.md'), null);
  });
});
