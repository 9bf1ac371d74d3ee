import assert from 'node:assert/strict';
import type { ShownOverview } from '../../server/src/lsp/protocol.ts';
import { plan } from './documents.ts';
import { sharedSession } from './client.ts';

const uri = 'file:///northmere/visit.plan.md';

describe('an overview', () => {
  const shared = sharedSession();
  const ask = (of = uri) => shared().request<ShownOverview | null>('inspectionResponse/overview', { uri: of });
  /** Offsets that the links to actions lead to. */
  const offsets = (shown: ShownOverview | null): readonly number[] => [...shown!.html.matchAll(/#at-(\d+)"><strong>/g)].map(([, offset]) => Number(offset));

  it('is the page of a response, whose links lead to where things stand now', async () => {
    const session = shared();
    await session.open(uri, plan);
    const first = await ask();
    assert.match(first!.html, /<h2 id="progress">/);
    assert.ok(offsets(first).length > 0 && first!.style.includes('.chart'));
    await session.change(uri, { range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } }, text: '  ' });
    assert.deepEqual(offsets(await ask()), offsets(first).map((offset) => offset + 2));
  });

  it('is a file for printing too, unfolded, with nothing in it of where the papers lie', async () => {
    await shared().open(uri, plan);
    const file = await shared().request<string | null>('inspectionResponse/overviewFile', { uri });
    assert.match(file!, /^<!doctype html>[^]*<title>[^]*\.chart[^]*<h2 id="progress">/);
    assert.doesNotMatch(file!, /file:|<script|<details id="[\w-]+">/);
  });

  it('is there for documents that are ours and open, and for no other', async () => {
    await shared().open('file:///notes/readme.md', '# Notes\n', 'markdown');
    assert.equal(await ask('file:///notes/readme.md'), null);
    assert.equal(await ask('file:///nowhere/x.plan.md'), null);
  });
});
