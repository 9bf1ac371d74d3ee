import assert from 'node:assert/strict';
import type { CodeAction, TextEdit } from 'vscode-languageserver-protocol';
import { sharedSession } from './client.ts';

const uri = 'file:///northmere/visit.plan.md';
const plan = '## Actions\n\n| Ref | Action | Due |\n|---|---|---|\n| A1 | Recruit | 31 July 2026 |\n| A2 | Train | 1 May 2026 |\n';
const sorted = '## Actions\n\n| Ref | Action | Due |\n|---|---|---|\n| A2 | Train | 1 May 2026 |\n| A1 | Recruit | 31 July 2026 |\n';

describe('rewritings', () => {
  const shared = sharedSession();

  it('are offered by the light bulb, resolved when chosen, and refused where the text has moved on', async () => {
    const session = shared();
    await session.open(uri, plan);
    const at = session.at(uri, 'Train');
    const actions = await session.actions(uri, { start: at, end: at }, ['refactor']);
    assert.ok(actions.every(({ kind, edit }) => kind === 'refactor.rewrite' && edit === undefined));
    const sort = actions.find(({ title }) => title === 'Sort these actions by due date');
    assert.ok(sort, actions.map(({ title }) => title).join(', '));
    const resolved = await session.request<CodeAction>('codeAction/resolve', sort);
    assert.ok(resolved.edit?.documentChanges);
    await session.apply(resolved.edit);
    assert.equal(session.text(uri), sorted);
    assert.equal((await session.request<CodeAction>('codeAction/resolve', sort)).edit, undefined);
  });

  it('turn a row into an item and the item back into a row', async () => {
    const session = shared();
    await session.open(uri, plan);
    const choose = async (title: string) => {
      const at = session.at(uri, 'Train');
      const chosen = (await session.actions(uri, { start: at, end: at }, ['refactor.rewrite'])).find((action) => action.title === title);
      assert.ok(chosen, title);
      await session.apply((await session.request<CodeAction>('codeAction/resolve', chosen)).edit!);
    };
    await choose('Turn this row into an item with fields');
    assert.equal(session.text(uri), plan.replace('| A2 | Train | 1 May 2026 |\n', '\n- **A2** Train\n  - Due: 1 May 2026\n'));
    await choose('Turn this item into a row of the table');
    assert.equal(session.text(uri).trimEnd(), plan.trimEnd());
  });

  it('come as edits with their version for the commands', async () => {
    const session = shared();
    await session.open(uri, plan);
    const ask = (rewriting: string, choice: string, where = 'Train') =>
      session.request<{ version: number; edits: TextEdit[] } | null>('inspectionResponse/rewrite', {
        uri,
        position: session.at(uri, where),
        rewriting,
        choice,
      });
    assert.deepEqual(
      await ask('sort-table', 'due', '## Actions'),
      await ask('sort-table', 'due'),
      'the only table, wherever the cursor is',
    );
    const found = await ask('sort-table', 'due');
    assert.equal(found?.version, 1);
    await session.apply({ changes: { [uri]: found.edits } });
    assert.equal(session.text(uri), sorted);
    assert.equal(await ask('sort-table', 'due'), null);
    assert.equal(await ask('renumber', 'document'), null);
    assert.ok((await ask('align-table', 'document'))!.edits.length > 0);
    await session.change(uri, { text: `${plan}\n## More\n\n${plan}` });
    assert.equal(await ask('sort-table', 'due', '## More'), null, 'nobody can say which of two is meant');
  });
});
