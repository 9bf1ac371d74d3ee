import assert from 'node:assert/strict';
import { poorCapabilities, published, richCapabilities, startSession } from './client.ts';
import { plan, wrongWeekday } from './documents.ts';

const uri = 'file:///northmere/visit.plan.md';

describe('the handshake', () => {
  it('offers a rich editor everything', async () => {
    const session = await startSession();
    const { capabilities, serverInfo } = session.initialized;
    assert.equal(serverInfo?.name, 'inspection-response');
    assert.match(serverInfo?.version ?? '', /^\d+\.\d+\.\d+/);
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: { includeText: false } });
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'inspection-response',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'source.fixAll.inspectionResponse', 'refactor.rewrite'],
      resolveProvider: true,
    });
    assert.deepEqual(capabilities.executeCommandProvider, {
      commands: ['inspectionResponse.openRulePage', 'inspectionResponse.addAction', 'inspectionResponse.showBlank'],
    });
    assert.ok(
      capabilities.completionProvider &&
        capabilities.hoverProvider &&
        capabilities.documentSymbolProvider &&
        capabilities.foldingRangeProvider,
    );
    await session.end();
  });

  it('registers for the configuration file and for documents, where the editor takes registrations', async () => {
    const session = await startSession({
      capabilities: {
        ...richCapabilities,
        workspace: { ...richCapabilities.workspace, didChangeConfiguration: {}, didChangeWatchedFiles: {} },
      },
    });
    await session.request('inspectionResponse/houseStyles');
    assert.deepEqual(session.sent, ['workspace/configuration']);
    await session.end();
    const registering = await startSession();
    assert.deepEqual(registering.sent.toSorted(), ['client/registerCapability', 'client/registerCapability', 'workspace/configuration']);
    await registering.end();
  });

  it('sends a poor editor nothing that it did not say it can take', async () => {
    const session = await startSession({ capabilities: poorCapabilities });
    const { capabilities } = session.initialized;
    assert.equal(capabilities.diagnosticProvider, undefined);
    assert.equal(capabilities.codeActionProvider, undefined);
    assert.equal(capabilities.executeCommandProvider, undefined);
    await session.open(uri, plan);
    const { diagnostics, version } = await published(session, uri);
    assert.equal(version, undefined);
    const wrong = diagnostics.find(({ code }) => code === 'dates/weekday-mismatch');
    assert.ok(wrong);
    for (const diagnostic of diagnostics)
      assert.deepEqual(Object.keys(diagnostic).toSorted(), ['code', 'message', 'range', 'severity', 'source']);
    const symbols = await session.request<object[]>('textDocument/documentSymbol', { textDocument: { uri } });
    assert.ok(symbols.length > 0);
    for (const symbol of symbols)
      assert.ok(
        'location' in symbol && !('children' in symbol) && (symbol as unknown as { kind: number }).kind <= 18,
        JSON.stringify(symbol),
      );
    const hover = await session.request<{ contents: unknown }>('textDocument/hover', {
      textDocument: { uri },
      position: session.at(uri, '13 May'),
    });
    assert.equal(typeof hover.contents, 'string');
    assert.doesNotMatch(hover.contents as string, /\*\*/);
    const sections = await session.request<{ items: { insertTextFormat?: number; textEdit: { newText: string } }[] }>(
      'textDocument/completion',
      { textDocument: { uri }, position: session.at(uri, '\n\nThe board') },
    );
    for (const item of sections.items) assert.ok(item.insertTextFormat === undefined && !/\$\{?\d/.test(item.textEdit.newText));
    assert.deepEqual(session.sent, ['textDocument/publishDiagnostics']);
    await session.close(uri);
    assert.deepEqual(await published(session, uri), { uri, diagnostics: [] });
    await session.end();
  });

  it('says nothing of its own to an editor without any capability, and answers it', async () => {
    const session = await startSession({ capabilities: {} });
    await session.open(uri, plan);
    assert.ok(await session.request('textDocument/foldingRange', { textDocument: { uri } }));
    await session.close(uri);
    await session.end();
    assert.deepEqual(session.sent, []);
  });

  for (const [encodings, expected] of [
    [['utf-8'], 'utf-8'],
    [['utf-8', 'utf-16'], 'utf-8'],
    [['utf-16', 'utf-8'], 'utf-16'],
    [['utf-32'], 'utf-16'],
    [undefined, 'utf-16'],
  ] as const) {
    it(`speaks ${expected} with an editor that asks for ${encodings ? encodings.join(', ') : 'nothing'}`, async () => {
      const session = await startSession({
        capabilities: { ...richCapabilities, general: encodings ? { positionEncodings: [...encodings] } : {} },
      });
      assert.equal(session.initialized.capabilities.positionEncoding, expected);
      await session.open(uri, plan.replace('The board met', 'The board 👩‍👩‍👧 – café – met'));
      const found = (await session.items(uri)).find(({ code }) => code === 'dates/weekday-mismatch');
      const line = session
        .text(uri)
        .split('\n')
        .find((text) => text.includes(wrongWeekday))!;
      const before = line.slice(0, line.indexOf('Tuesday'));
      assert.equal(found?.range.start.character, expected === 'utf-8' ? Buffer.byteLength(before) : before.length);
      await session.end();
    });
  }

  it('counts edits in UTF-8 where that was agreed', async () => {
    const session = await startSession({ capabilities: { ...richCapabilities, general: { positionEncodings: ['utf-8'] } } });
    const text = plan.replace('The board met', 'The board 👩‍👩‍👧 – café – met');
    await session.open(uri, text);
    const lines = text.split('\n');
    const line = lines.findIndex((one) => one.includes(wrongWeekday));
    const start = Buffer.byteLength(lines[line]!.slice(0, lines[line]!.indexOf('Tuesday')));
    await session.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line, character: start }, end: { line, character: start + 'Tuesday'.length } }, text: 'Wednesday' },
      ],
    });
    assert.ok(!(await session.items(uri)).some(({ code }) => code === 'dates/weekday-mismatch'));
    await session.end();
  });
});
