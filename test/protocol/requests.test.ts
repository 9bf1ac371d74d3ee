import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  MarkupContent,
  Range,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { codesOf, richCapabilities, sharedSession, startSession, wholeLine, type Session } from './client.ts';
import { plan } from './documents.ts';

const uri = 'file:///northmere/visit.plan.md';

const complete = async (session: Session, piece: string, after = 0): Promise<CompletionItem[]> => {
  const at = session.at(uri, piece);
  const { items } = await session.request<{ items: CompletionItem[] }>('textDocument/completion', {
    textDocument: { uri },
    position: { ...at, character: at.character + after },
  });
  return items;
};

const accept = (session: Session, item: CompletionItem): Promise<void> => {
  assert.ok(item.textEdit && 'range' in item.textEdit);
  return session.apply({ changes: { [uri]: [{ range: item.textEdit.range, newText: item.textEdit.newText }] } });
};

const hoverAt = async (session: Session, piece: string): Promise<string> => {
  const hover = await session.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position: session.at(uri, piece) });
  return hover ? (hover.contents as MarkupContent).value : '';
};

describe('code actions', () => {
  const shared = sharedSession();

  it('come without edits, are resolved when chosen, and put the problem right', async () => {
    const session = shared();
    await session.open(uri, plan.replace('Tuesday, 13 May 2026', 'OFSTED wrote on 13 May 2026'));
    const problem = (await session.items(uri)).find(({ code }) => code === 'inspectorate/official-name');
    assert.ok(problem);
    const actions = await session.actions(uri, problem.range);
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(fix, JSON.stringify(actions.map(({ title }) => title)));
    assert.equal(fix.kind, 'quickfix');
    assert.equal(fix.edit, undefined);
    assert.deepEqual(
      fix.diagnostics?.map(({ code }) => code),
      ['inspectorate/official-name'],
    );
    const resolved = await session.request<CodeAction>('codeAction/resolve', fix);
    assert.ok(resolved.edit?.documentChanges);
    await session.apply(resolved.edit);
    assert.match(session.text(uri), /Ofsted wrote on/);
    assert.ok(!codesOf(await session.items(uri)).includes('inspectorate/official-name'));
  });

  it('come with their edits, and without versions, for an editor that resolves nothing', async () => {
    const textDocument = {
      ...richCapabilities.textDocument,
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    };
    const session = await startSession({ capabilities: { workspace: {}, textDocument } });
    await session.open(uri, plan.replace('Tuesday, 13 May 2026', 'OFSTED wrote on 13 May 2026'));
    const actions = await session.actions(uri, wholeLine(session.at(uri, 'OFSTED').line));
    assert.ok(actions.length > 0);
    for (const action of actions)
      assert.ok(action.edit?.changes && !action.data && action.isPreferred === undefined && !action.command, JSON.stringify(action));
    await session.end();
  });

  it('put right everything safe at once', async () => {
    const session = shared();
    await session.open(uri, plan.replace('Tuesday, 13 May 2026', 'OFSTED and again OFSTED'));
    for (const only of ['source.fixAll.inspectionResponse', 'source.fixAll', 'source']) {
      const actions = await session.actions(uri, wholeLine(0), [only]);
      assert.deepEqual(
        actions.map(({ kind }) => kind),
        ['source.fixAll.inspectionResponse'],
      );
    }
    const [all] = await session.actions(uri, wholeLine(0), ['source.fixAll']);
    const resolved = await session.request<CodeAction>('codeAction/resolve', all);
    await session.apply(resolved.edit!);
    assert.match(session.text(uri), /Ofsted and again Ofsted/);
    assert.deepEqual(await session.actions(uri, wholeLine(0), ['source.organizeImports']), []);
  });

  it('leave a rule out in the next line or in the document, and show its page', async () => {
    const session = shared();
    for (const title of [/^Leave out dates\/weekday-mismatch here/, /^Leave out dates\/weekday-mismatch in this document/]) {
      await session.open(uri, plan);
      const actions = await session.actions(uri, wholeLine(session.at(uri, 'Tuesday').line));
      const silence = actions.find((action) => title.test(action.title));
      assert.ok(silence, String(title));
      const resolved = await session.request<CodeAction>('codeAction/resolve', silence);
      await session.apply(resolved.edit!);
      const codes = codesOf(await session.items(uri));
      assert.ok(!codes.includes('dates/weekday-mismatch') && !codes.includes('project/unused-disable'), codes.join(' '));
      await session.request('workspace/executeCommand', { command: resolved.command!.command, arguments: resolved.command!.arguments });
      const { selection } = await session.read<{ selection: Range }>('window/showDocument');
      assert.equal(
        session.text(uri).split('\n')[selection.start.line]!.slice(selection.start.character, selection.end.character),
        'say why',
      );
      await session.close(uri);
    }
    await session.open(uri, plan);
    const page = (await session.actions(uri, wholeLine(session.at(uri, 'Tuesday').line))).find(({ command }) => command);
    assert.ok(page?.command);
    await session.request('workspace/executeCommand', { command: page.command.command, arguments: page.command.arguments });
    const shown = await session.read<{ uri: string; external: boolean }>('window/showDocument');
    assert.match(shown.uri, /^file:\/\/.*\/docs\/rules\/dates\/weekday-mismatch\.md$/);
  });

  it('come back as they are when the document has moved on and what they were about is gone', async () => {
    const session = shared();
    await session.open(uri, plan.replace('Tuesday, 13 May 2026', 'OFSTED wrote'));
    const [fix] = await session.actions(uri, wholeLine(session.at(uri, 'OFSTED').line));
    await session.change(uri, { text: plan });
    const resolved = await session.request<CodeAction>('codeAction/resolve', fix);
    assert.equal(resolved.edit, undefined);
  });
});

describe('completion', () => {
  const shared = sharedSession();

  it('offers owners, days, labels and statuses in the cells of a plan, and what is accepted stands in the cell', async () => {
    const session = shared();
    await session.open(uri, plan);
    const owners = await complete(session, '| RT |', 2);
    assert.deepEqual(
      owners.slice(0, 2).map(({ label, detail }) => [label, detail]),
      [
        ['HA', 'Hanna Aldous, Head of Assessment'],
        ['RT', 'Rob Tarrant, Head of Children in Care'],
      ],
    );
    const days = await complete(session, '|  | amber', 2);
    const twenty = days.find(({ label }) => label === 'in 20 working days');
    assert.ok(twenty, JSON.stringify(days.map(({ label }) => label)));
    await accept(session, twenty);
    assert.match(session.text(uri), /\| RT \| 29 June 2026 \| amber \|/);
    const labels = await complete(session, '| F2 |', 2);
    assert.deepEqual(
      labels.map(({ label }) => label),
      ['F1', 'F2'],
    );
    const statuses = await complete(session, '| amber |', 2);
    assert.ok(statuses.some(({ label }) => /green/i.test(label)));
  });

  it('offers verbs that suit the body, and names, over what is typed of them', async () => {
    const session = shared();
    const own = 'file:///northmere/verbs.report.md';
    await session.open(own, '---\ntype: committee-report\nbody: Scrutiny Committee\n---\n\nThe Scru\n\n## Recommendations\n\n- To en\n');
    const at = async (text: string) => {
      const { line, character } = session.at(own, text);
      return (
        await session.request<{ items: CompletionItem[] }>('textDocument/completion', {
          textDocument: { uri: own },
          position: { line, character: character + text.length },
        })
      ).items;
    };
    const verbs = await at('To en');
    assert.deepEqual(
      verbs.map(({ label, textEdit }) => [label, textEdit!.newText]),
      [['endorse', 'endorse ']],
    );
    const [name] = await at('The Scru');
    await session.apply({ changes: { [own]: [name!.textEdit as TextEdit] } });
    assert.match(session.text(own), /\nThe Scrutiny Committee\n/);
  });

  it('offers missing sections with their template as a snippet', async () => {
    const session = shared();
    await session.open(uri, `${plan}\n## Governance\n\nThe board meets monthly.\n\n## \n`);
    const { items } = await session.request<{ items: CompletionItem[] }>('textDocument/completion', {
      textDocument: { uri },
      position: { line: session.text(uri).split('\n').length - 2, character: 3 },
    });
    assert.ok(items.length > 0);
    assert.ok(items.some(({ label }) => label === 'Measures') && !items.some(({ label }) => label === 'Governance'));
    assert.ok(items.every(({ textEdit }) => textEdit!.newText.startsWith('##')));
    assert.ok(items.some(({ insertTextFormat }) => insertTextFormat === 2));
  });

  it('offers keys that are not there and values that fit, in the front matter', async () => {
    const session = shared();
    await session.open(uri, plan.replace('as-at:', 'key-decision: \nas-at:').replace('title: Northmere', '\ntitle: Northmere'));
    const values = await complete(session, 'key-decision: ', 'key-decision: '.length);
    assert.deepEqual(
      values.map(({ label }) => label),
      ['yes', 'no'],
    );
    const at = session.at(uri, '\ntitle:');
    const { items } = await session.request<{ items: CompletionItem[] }>('textDocument/completion', {
      textDocument: { uri },
      position: { line: at.line, character: 0 },
    });
    assert.ok(!items.some(({ label }) => label === 'title'));
    assert.ok(items.some(({ label }) => label === 'inspection'));
  });
});

describe('hover', () => {
  const shared = sharedSession();

  it('tells of dates, labels, headings, keys and rules', async () => {
    const session = shared();
    await session.open(
      uri,
      plan.replace('The board', '<!-- inspection-response-disable-next-line dates/weekday-mismatch: agreed -->\nThe board'),
    );
    assert.match(await hoverAt(session, '31 July 2026'), /Friday 31 July 2026/);
    assert.match(await hoverAt(session, 'F1 | Recruit'), /timeliness of assessments/);
    assert.match(await hoverAt(session, 'Actions\n'), /Actions/);
    assert.match(await hoverAt(session, 'as-at'), /as-at/);
    assert.match(await hoverAt(session, 'weekday-mismatch'), /dates\/weekday-mismatch/);
    assert.equal(await hoverAt(session, 'board met'), '');
  });
});

describe('outline and folding', () => {
  const shared = sharedSession();

  it('give the sections, and what stands in them', async () => {
    const session = shared();
    await session.open(uri, plan);
    const [title, ...rest] = await session.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    assert.equal(title?.name, 'Northmere improvement plan');
    assert.deepEqual(rest, []);
    assert.deepEqual(
      title.children?.map(({ name }) => name),
      ['Areas for improvement', 'Actions'],
    );
    assert.deepEqual(
      title.children?.[1]?.children?.map(({ name }) => name),
      ['A1 Recruit six social workers', 'A2 Review every open case'],
    );
    const check = (symbols: readonly DocumentSymbol[]): void => {
      for (const { range, selectionRange, children } of symbols) {
        assert.ok(range.start.line <= selectionRange.start.line && selectionRange.end.line <= range.end.line);
        check(children ?? []);
      }
    };
    check([title]);
    const folds = await session.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
    const lines = plan.split('\n');
    const starts = folds.map(({ startLine }) => lines[startLine]);
    for (const start of [
      '---',
      '## Areas for improvement',
      '## Actions',
      '- **F1** The timeliness of assessments.',
      '| Ref | Addresses | Action | Owner | Due | Status |',
    ])
      assert.ok(starts.includes(start), start);
  });
});

describe('messages of our own', () => {
  const shared = sharedSession();

  it('tell what a document was taken for', async () => {
    const session = shared();
    await session.open(uri, plan);
    assert.deepEqual(await session.request('inspectionResponse/documentStatus', { uri }), {
      type: 'action-plan',
      houseStyle: 'generic',
      houseStyleTitle: (await styles(session))[0]!.title,
      version: 1,
    });
    assert.equal(await session.request('inspectionResponse/documentStatus', { uri: 'file:///nowhere.plan.md' }), null);
  });

  it('make a new document that has nothing wrong but what is to be filled in', async () => {
    const session = shared();
    const all = await styles(session);
    assert.equal(all[0]?.name, 'generic');
    for (const { name, types } of all) {
      for (const type of types as readonly string[]) {
        const made = await session.request<{ snippet: string; suffix: string }>('inspectionResponse/newDocument', {
          type,
          houseStyle: name,
        });
        assert.match(made.snippet, new RegExp(`^---\\ntype: ${type}\\nhouse-style: ${name}\\n`));
        assert.match(made.snippet, /\$0$/);
        assert.match(made.suffix, /^\.[a-z]+\.md$/);
      }
    }
    assert.equal(await session.request('inspectionResponse/newDocument', { type: 'minutes', houseStyle: 'nowhere' }), null);
    assert.equal(await session.request('inspectionResponse/newDocument', { type: 'poem', houseStyle: 'generic' }), null);
  });
});

const styles = (session: Session) => session.request<{ name: string; title: string; types: string[] }[]>('inspectionResponse/houseStyles');
