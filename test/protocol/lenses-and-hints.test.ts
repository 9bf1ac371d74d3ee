import assert from 'node:assert/strict';
import type { ApplyWorkspaceEditParams, CodeLens, InlayHint, ShowDocumentParams, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { poorCapabilities, richCapabilities, sharedSession, startSession, type Session, type SessionOptions } from './client.ts';
import { letter, plan } from './documents.ts';

const planUri = 'file:///northmere/visit.plan.md';
const letterUri = 'file:///northmere/visit.letter.md';
const answered = plan
  .replace(
    '## Areas for improvement\n\n- **F1** The timeliness of assessments.\n- **F2** Oversight by managers of the work of social workers.\n\n',
    '',
  )
  .replace('| A2 | F2 |', '| A2 |  |');

const lensesOf = (session: Session, uri: string) => session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
const resolve = (session: Session, lens: CodeLens) => session.request<CodeLens>('codeLens/resolve', lens);

/** An editor that asks, with what it has beside the usual. */
const asking = (more: Partial<SessionOptions> = {}, workspace: object = {}): Promise<Session> =>
  startSession({ ...more, capabilities: { ...richCapabilities, workspace: { ...richCapabilities.workspace, ...workspace } } });

describe('code lenses', () => {
  const shared = sharedSession();

  it('come without words, which are made when they are seen', async () => {
    const session = shared();
    await session.open(planUri, answered);
    await session.open(letterUri, letter);
    const lenses = await lensesOf(session, letterUri);
    assert.ok(lenses.every(({ command }) => command === undefined));
    const words = await Promise.all(lenses.map((lens) => resolve(session, lens)));
    assert.deepEqual(
      words.map(({ command }) => [command?.title, command?.command]),
      [
        ['1 action', ''],
        ['No action yet: add one', 'inspectionResponse.addAction'],
      ],
    );
    const [progress] = await lensesOf(session, planUri);
    assert.equal((await resolve(session, progress!)).command?.title, '2 actions: 2 amber');
  });

  it('carry the places to show for an editor that can show them', async () => {
    const session = await asking({ initializationOptions: { commands: ['inspectionResponse.showPlaces'] } });
    await session.open(planUri, answered);
    await session.open(letterUri, letter);
    // A line that moves in another document changes no meaning, but it changes where things stand.
    await session.items(letterUri);
    await session.change(planUri, {
      range: { start: session.at(planUri, '# Northmere'), end: session.at(planUri, '# Northmere') },
      text: '\n\n',
    });
    const [lens] = await lensesOf(session, letterUri);
    const { command } = await resolve(session, lens!);
    assert.equal(command?.command, 'inspectionResponse.showPlaces');
    const at = session.at(planUri, 'A1 |');
    assert.deepEqual(command?.arguments, [
      letterUri,
      lens!.range.start,
      [{ uri: planUri, range: { start: at, end: { ...at, character: at.character + 2 } } }],
    ]);
    await session.end();
  });

  it('add an action to the plan on a click, and show where to write', async () => {
    let applied: ApplyWorkspaceEditParams | undefined;
    let showing: ShowDocumentParams | undefined;
    const session = await asking({
      answers: {
        'workspace/applyEdit': (params) => {
          applied = params;
          return { applied: true };
        },
        'window/showDocument': (params) => {
          showing = params;
          return { success: true };
        },
      },
    });
    await session.open(planUri, answered);
    await session.open(letterUri, letter);
    const lens = await resolve(session, (await lensesOf(session, letterUri))[1]!);
    await session.request('workspace/executeCommand', { command: lens.command!.command, arguments: lens.command!.arguments });
    await session.read('workspace/applyEdit');
    await session.read('window/showDocument');
    const [change] = applied!.edit.documentChanges as TextDocumentEdit[];
    assert.deepEqual(change?.textDocument, { uri: planUri, version: 1 });
    await session.apply(applied!.edit);
    assert.match(session.text(planUri), /\n\| A3 \| F2 \| \[what will be done\] \| \[one post\] \| \[day\] \|  \|\n/);
    const start = session.at(planUri, '[what will be done]');
    assert.deepEqual(showing, {
      uri: planUri,
      takeFocus: true,
      selection: { start, end: { ...start, character: start.character + '[what will be done]'.length } },
    });
    const [, now] = await lensesOf(session, letterUri);
    assert.equal((await resolve(session, now!)).command?.title, '1 action');
    await session.end();
  });

  it('say in words where the plan has no place for an action', async () => {
    const session = shared();
    await session.open(letterUri, letter);
    await session.request('workspace/executeCommand', { command: 'inspectionResponse.addAction', arguments: [letterUri, 'F2'] });
    assert.match(
      (await session.read<{ message: string }>('window/showMessage')).message,
      /^There is no place for an action that addresses F2\. Write a section of actions/,
    );
    await session.request('workspace/executeCommand', { command: 'inspectionResponse.addAction', arguments: ['file:///nowhere.md'] });
    await session.request('workspace/executeCommand', { command: 'inspectionResponse.addAction' });
  });

  it('offer no click that the editor cannot do', async () => {
    const session = await asking({}, { applyEdit: false });
    assert.deepEqual(session.initialized.capabilities.executeCommandProvider, {
      commands: ['inspectionResponse.openRulePage', 'inspectionResponse.showBlank'],
    });
    await session.open(planUri, answered);
    await session.open(letterUri, letter);
    const words = await Promise.all((await lensesOf(session, letterUri)).map((lens) => resolve(session, lens)));
    assert.deepEqual(
      words.map(({ command }) => command),
      [
        { title: '1 action', command: '' },
        { title: 'No action yet', command: '' },
      ],
    );
    await session.end();
  });

  it('of a version that is gone have no words', async () => {
    const session = shared();
    await session.open(planUri, answered);
    const [lens] = await lensesOf(session, planUri);
    await session.change(planUri, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '' });
    assert.deepEqual((await resolve(session, lens!)).command, { title: '', command: '' });
  });
});

describe('inlay hints', () => {
  const shared = sharedSession();
  const hintsOf = (session: Session, line: number) =>
    session.request<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri: planUri },
      range: { start: { line, character: 0 }, end: { line, character: 9 } },
    });

  it('stand behind owner and date of the lines asked for', async () => {
    const session = shared();
    await session.open(planUri, plan);
    const { line } = session.at(planUri, '| A1 |');
    const hints = await hintsOf(session, line);
    assert.deepEqual(
      hints.map(({ label, position, paddingLeft }) => [label, position, paddingLeft]),
      [
        ['Head of Assessment', { line, character: session.at(planUri, 'HA | 31').character + 2 }, true],
        ['44 working days left', { line, character: session.at(planUri, '31 July').character + '31 July 2026'.length }, true],
      ],
    );
    assert.deepEqual(await hintsOf(session, 0), []);
  });
});

describe('settings of lenses and hints', () => {
  it('switch each off, and have them asked for again', async () => {
    let settings: object | null = null;
    const refresh = { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true }, semanticTokens: { refreshSupport: true } };
    const session = await asking({ answers: { 'workspace/configuration': () => [settings] } }, refresh);
    await session.open(planUri, plan);
    const counts = async () => [
      (await lensesOf(session, planUri)).length,
      (
        await session.request<InlayHint[]>('textDocument/inlayHint', {
          textDocument: { uri: planUri },
          range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
        })
      ).length,
    ];
    assert.deepEqual(await counts(), [3, 3]);
    settings = { codeLens: { findings: false }, inlayHints: { workingDays: false, ownerPosts: 'nonsense' } };
    await session.notify('workspace/didChangeConfiguration', { settings: null });
    for (const method of [
      'workspace/configuration',
      'workspace/codeLens/refresh',
      'workspace/inlayHint/refresh',
      'workspace/semanticTokens/refresh',
    ])
      await session.read(method);
    assert.deepEqual(await counts(), [1, 2]);
    await session.end();
  });

  it('are not asked for by an editor that shows neither', async () => {
    const session = await startSession({ capabilities: poorCapabilities });
    const { capabilities } = session.initialized;
    assert.ok(!capabilities.codeLensProvider && !capabilities.inlayHintProvider && !capabilities.executeCommandProvider);
    await session.end();
  });
});
