import assert from 'node:assert/strict';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentLink,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver-protocol';
import { poorCapabilities, richCapabilities, sharedSession, startSession, type Session } from './client.ts';
import { plan } from './documents.ts';

const uri = 'file:///northmere/visit.plan.md';
const linking = plan.replace(
  'The board met',
  'See [the letter](visit.letter.md), [what they found](#areas-for-improvement) and [nothing](#nothing). The board met',
);

describe('document links', () => {
  const shared = sharedSession();

  it('come with their targets, and those to headings are resolved when they are asked for', async () => {
    const session = shared();
    await session.open(uri, linking);
    const links = await session.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    assert.deepEqual(
      links.map(({ target, tooltip }) => [target, tooltip]),
      [
        ['file:///northmere/visit.letter.md', 'Open visit.letter.md'],
        [undefined, 'Open visit.plan.md, at “areas for improvement”'],
        [undefined, 'Open visit.plan.md, at “nothing”'],
      ],
    );
    const resolved = await session.request<DocumentLink>('documentLink/resolve', links[1]);
    assert.equal(resolved.target, `${uri}#L13`);
    assert.equal((await session.request<DocumentLink>('documentLink/resolve', links[2])).target, uri);
    assert.deepEqual(await session.request('documentLink/resolve', { ...links[1], data: { of: 'nonsense' } }), {
      ...links[1],
      data: { of: 'nonsense' },
    });
  });
});

describe('selection', () => {
  const shared = sharedSession();

  it('grows, for each of several cursors', async () => {
    const session = shared();
    await session.open(uri, plan);
    const [first, second] = await session.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [session.at(uri, 'six social'), session.at(uri, 'timeliness')],
    });
    const texts = (range: SelectionRange | undefined): string[] => (range ? [lines(session, range), ...texts(range.parent)] : []);
    assert.deepEqual(texts(first).slice(0, 2), ['six', 'Recruit six social workers']);
    assert.deepEqual(texts(second).slice(0, 2), ['timeliness', 'The timeliness of assessments.']);
    assert.equal(texts(first).at(-1), plan);
  });
});

function lines(session: Session, { range: { start, end } }: SelectionRange): string {
  const all = session.text(uri).split('\n');
  const offset = ({ line, character }: { line: number; character: number }) =>
    all.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return session.text(uri).slice(offset(start), offset(end));
}

describe('the call hierarchy', () => {
  const shared = sharedSession();

  it('leads from a finding to its actions and back', async () => {
    const session = shared();
    await session.open(uri, plan);
    const [finding] = await session.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
      textDocument: { uri },
      position: session.at(uri, 'F1 | Recruit'),
    });
    assert.equal(finding?.name, 'F1 The timeliness of assessments.');
    const [call] = await session.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item: finding });
    assert.equal(call?.to.name, 'A1 Recruit six social workers');
    assert.equal(call?.to.detail, 'HA · 31 July 2026 · amber');
    const [back] = await session.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item: call!.to });
    assert.deepEqual(back?.from, finding);
    assert.deepEqual(await session.request('callHierarchy/incomingCalls', { item: finding }), []);
    assert.equal(
      await session.request('textDocument/prepareCallHierarchy', { textDocument: { uri }, position: session.at(uri, 'board met') }),
      null,
    );
  });
});

describe('semantic tokens', () => {
  const shared = sharedSession();
  const full = (session: Session) => session.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument: { uri } });

  it('have the names that the editor knows, ours where it knows them', async () => {
    assert.deepEqual(shared().initialized.capabilities.semanticTokensProvider, {
      legend: { tokenTypes: ['variable', 'enumMember', 'number', 'namespace', 'parameter'], tokenModifiers: ['definition'] },
      full: { delta: true },
      range: true,
    });
    const semanticTokens = {
      requests: { full: true },
      formats: ['relative'] as 'relative'[],
      tokenTypes: ['label', 'variable', 'status', 'namespace'],
      tokenModifiers: ['atRisk'],
    };
    const session = await startSession({
      capabilities: { ...richCapabilities, textDocument: { ...richCapabilities.textDocument, semanticTokens } },
    });
    assert.deepEqual(session.initialized.capabilities.semanticTokensProvider, {
      legend: { tokenTypes: ['label', 'status', 'namespace'], tokenModifiers: ['atRisk'] },
      full: true,
    });
    await session.open(uri, plan);
    const { data } = await full(session);
    assert.deepEqual(data.slice(0, 10), [12, 3, 21, 2, 0, 2, 4, 2, 0, 0]);
    const status = session.at(uri, 'amber');
    assert.ok(JSON.stringify(data).includes(`,${'amber'.length},1,1,`), `${status.line}`);
    await session.end();
  });

  it('are sent as what has changed, and a change that changes none as nothing', async () => {
    const session = shared();
    await session.open(uri, plan);
    const first = await full(session);
    const delta = (previousResultId: string) =>
      session.request<SemanticTokensDelta | SemanticTokens>('textDocument/semanticTokens/full/delta', {
        textDocument: { uri },
        previousResultId,
      });
    await session.change(uri, { range: { start: session.at(uri, 'Recruit'), end: session.at(uri, 'Recruit') }, text: 'x' });
    const same = (await delta(first.resultId!)) as SemanticTokensDelta;
    assert.equal(same.edits.length, 1, 'the cells behind it moved');
    assert.ok(same.edits[0]!.deleteCount <= 1 && same.edits[0]!.data!.length <= 1);
    await session.change(uri, { range: { start: session.at(uri, 'The board'), end: session.at(uri, 'The board') }, text: 'Of F1: ' });
    const more = (await delta(same.resultId!)) as SemanticTokensDelta;
    const applied = (data: number[], { edits }: SemanticTokensDelta) =>
      edits.reduce((all, edit) => [...all.slice(0, edit.start), ...(edit.data ?? []), ...all.slice(edit.start + edit.deleteCount)], data);
    const now = await full(session);
    assert.deepEqual(applied(applied(first.data, same), more), now.data);
    assert.deepEqual(((await delta(now.resultId!)) as SemanticTokensDelta).edits, []);
    assert.ok('data' in (await delta('of another time')));
    const range = await session.request<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument: { uri },
      range: { start: session.at(uri, '| A1 |'), end: session.at(uri, '| A1 |') },
    });
    assert.equal(range.data.length, 3 * 5);
  });

  it('count in bytes where that was agreed', async () => {
    const session = await startSession({ capabilities: { ...richCapabilities, general: { positionEncodings: ['utf-8'] } } });
    await session.open(
      uri,
      plan.replace('Recruit six', 'Récruit “six”').replace('| HA | 31 July 2026 | amber', '| HÄ | 31 May 2026 | red'),
    );
    const { data } = await session.request<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument: { uri },
      range: { start: { line: 21, character: 0 }, end: { line: 21, character: 5 } },
    });
    const line = Buffer.from(session.text(uri).split('\n')[21]!);
    let column = 0;
    const texts = [];
    for (let at = 0; at < data.length; at += 5) {
      column += data[at + 1]!;
      texts.push(line.subarray(column, column + data[at + 2]!).toString());
    }
    assert.deepEqual(texts, ['A1', 'F1', '31 May 2026', 'red']);
    await session.end();
  });

  it('links, selection and hierarchy are not offered to an editor that asks for none', async () => {
    const session = await startSession({ capabilities: poorCapabilities });
    const { capabilities } = session.initialized;
    assert.ok(
      !capabilities.semanticTokensProvider &&
        !capabilities.documentLinkProvider &&
        !capabilities.selectionRangeProvider &&
        !capabilities.callHierarchyProvider,
    );
    for (const method of [
      'textDocument/semanticTokens/full',
      'textDocument/documentLink',
      'textDocument/selectionRange',
      'textDocument/prepareCallHierarchy',
    ]) {
      await assert.rejects(session.request(method, { textDocument: { uri } }), { code: -32601 });
    }
    await session.end();
  });
});
