import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkNow, closeEverything, eventually, needsWindow, openExample, placeOf, putCursor } from './editor.ts';
import { click, press, waitFor } from './window.ts';

const letter = 'northmere/northmere-focused-visit.letter.md';
const plan = 'northmere/northmere-focused-visit.plan.md';
const report = 'northmere/northmere-focused-visit.report.md';

/** Waits until an editor with a file of the name is in front. */
const inFront = (name: string): Promise<vscode.TextEditor> =>
  eventually(
    () => `${name} to be in front`,
    (again) => vscode.window.onDidChangeActiveTextEditor(again),
    () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.path.endsWith(name) ? editor : undefined;
    },
  );

const lensesOf = (uri: vscode.Uri): Thenable<vscode.CodeLens[]> =>
  vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);

describe('finding the way', () => {
  afterEach(closeEverything);

  it('Go to Definition on a label goes to the letter', async () => {
    const editor = await openExample(report);
    await checkNow(editor.document.uri);
    await putCursor(editor, placeOf(editor.document, 'F2 and F3').start);
    // The key itself is the browser’s where VS Code runs in one.
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    const found = await inFront(letter);
    const { start } = found.selection;
    assert.equal(found.document.getText(new vscode.Range(start, start.translate(0, 2))), 'F2');
  });

  it('lists every mention of a label, in files that are not open too', async () => {
    const { document } = await openExample(report);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      placeOf(document, 'F2 and F3').start,
    );
    const files = new Set(found.map(({ uri }) => uri.path.split('.').at(-2)));
    for (const kind of ['letter', 'plan', 'report']) assert.ok(files.has(kind), [...files].join(', '));
  });

  it('renames a label in all papers of the response', async () => {
    const { document } = await openExample(report);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      placeOf(document, 'F2 and F3').start,
      'F12',
    );
    const before = await Promise.all(edit.entries().map(async ([uri]) => (await vscode.workspace.openTextDocument(uri)).getText()));
    assert.ok(before.length >= 3, `${before.length} files`);
    assert.ok(await vscode.workspace.applyEdit(edit));
    for (const [uri] of edit.entries()) {
      const text = (await vscode.workspace.openTextDocument(uri)).getText();
      assert.ok(/\bF12\b/.test(text) && !/\bF2\b/.test(text), text);
    }
  });

  it('refuses a label that is taken', async () => {
    const { document } = await openExample(report);
    await assert.rejects(
      Promise.resolve(
        vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, placeOf(document, 'F2 and F3').start, 'F3'),
      ),
      /F3 is taken/,
    );
  });

  it('goes from a finding to its actions in the call hierarchy', async () => {
    const { document } = await openExample(letter);
    const [finding] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      document.uri,
      placeOf(document, '**F2**').start.translate(0, 3),
    );
    assert.match(finding?.name ?? '', /^F2 /);
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', finding);
    assert.ok(
      calls.some(({ to }) => to.name.startsWith('A6 ')),
      calls.map(({ to }) => to.name).join(', '),
    );
  });

  it('shows above a finding what is done about it, and a click shows where', async function () {
    needsWindow(this);
    const editor = await openExample(letter);
    await putCursor(editor, placeOf(editor.document, '**F1**').start);
    await waitFor({ selector: '.codelens-decoration a:text("2 actions") >> nth=0' });
    await click({ selector: '.codelens-decoration a:text("2 actions") >> nth=0' });
    await waitFor({ selector: '.peekview-widget' });
    await press('Escape');
  });

  it('adds an action to the plan for a finding that has none, and shows where to write', async function () {
    needsWindow(this);
    const { document } = await openExample(plan);
    const change = new vscode.WorkspaceEdit();
    const text = document.getText();
    for (const { index } of text.matchAll(/F4(?= \|)/g))
      change.replace(document.uri, new vscode.Range(document.positionAt(index), document.positionAt(index + 2)), 'F3');
    await vscode.workspace.applyEdit(change);
    const editor = await openExample(letter);
    await putCursor(editor, placeOf(editor.document, '**F4**').start);
    await waitFor({ selector: '.codelens-decoration a:text("No action yet: add one")' });
    await click({ selector: '.codelens-decoration a:text("No action yet: add one")' });
    const shown = await inFront(plan);
    assert.match(shown.document.getText(), /\| A11 \| F4 \| \[what will be done\] \|/);
    assert.equal(shown.document.getText(shown.selection), '[what will be done]');
  });

  it('has lenses, hints and colours for a plan', async () => {
    const { document } = await openExample(plan);
    const lenses = await lensesOf(document.uri);
    assert.ok(
      lenses.some(({ command }) => command?.title.startsWith('2 actions: 1 green, 1 complete')),
      lenses.map(({ command }) => command?.title).join('\n'),
    );
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    assert.ok(
      hints.some(({ label }) => String(label).endsWith('working days left')),
      JSON.stringify(hints.map(({ label }) => label)),
    );
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    assert.deepEqual(legend.tokenTypes, ['label', 'status', 'overdue', 'section', 'placeholder']);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.ok(tokens.data.length > 100);
  });
});
