import assert from 'node:assert/strict';
import type { NamedPlace } from '../../server/src/lsp/protocol/named-places.ts';
import type { ShownOverview } from '../../server/src/lsp/protocol/overview.ts';
import { plan } from './documents.ts';
import { sharedSession } from './client.ts';

const uri = 'file:///northmere/visit.plan.md';

describe('an overview', () => {
  const shared = sharedSession();
  const ask = (of = uri, revision: string | null = null) =>
    shared().request<ShownOverview | null>('inspectionResponse/overview', { uri: of, revision });
  const place = (name: string, of = uri) => shared().request<NamedPlace | null>('inspectionResponse/namedPlace', { uri: of, name });
  const title = plan.split('\n').indexOf('# Northmere improvement plan');
  const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });

  it('is the page of a response, whose links lead to where things stand now', async () => {
    const session = shared();
    await session.open(uri, plan);
    const { page } = (await ask())!;
    assert.match(page!.parts[1]!, /^<section aria-labelledby="progress"><h2 id="progress">/);
    assert.ok(page!.style.includes('.chart'));
    const [, name] = /href="file:\/\/\/northmere\/visit\.plan\.md#(action-\d+)"/.exec(page!.parts.join(''))!;
    const before = (await place(name!))!;
    await session.change(uri, { range: at(title, 0), text: 'Words.\n\n' });
    assert.deepEqual(await place(name!), { uri, position: { ...before.position, line: before.position.line + 2 } });
    assert.deepEqual(
      [await place('action-999'), await place('toString-1'), await place(name!, 'file:///nowhere/x.plan.md')],
      [null, null, null],
    );
  });

  it('finds headings by their names in links too', async () => {
    await shared().open('file:///northmere/other.report.md', '# Report\n\n## 2.1 Next steps\n\nText.\n\n## 2.1 Next steps\n');
    const line = async (name: string): Promise<number | undefined> =>
      (await place(name, 'file:///northmere/other.report.md'))?.position.line;
    assert.deepEqual([await line('21-next-steps'), await line('21-Next-steps-1'), await line('nowhere')], [2, 6, undefined]);
  });

  it('is sent again where it is another one, and not for letters that mean nothing else', async () => {
    const session = shared();
    await session.open(uri, plan);
    const { revision, page } = (await ask())!;
    await session.change(uri, { range: at(title, 0), text: '\n' });
    assert.deepEqual(await ask(uri, revision), { revision, page: null });
    assert.deepEqual((await ask())!.page, page, 'Whoever shows nothing gets all of it.');
    const line = plan.split('\n').findIndex((one) => one.startsWith('| A1 |')) + 1;
    await session.change(uri, { range: at(line, '| A1 | F1 | '.length), text: 'Soon: ' });
    const next = (await ask(uri, revision))!;
    assert.notEqual(next.revision, revision);
    assert.match(next.page!.parts.join(''), /Soon: /);
    assert.equal(next.page!.parts[1], page!.parts[1], 'The statuses are the same.');
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
