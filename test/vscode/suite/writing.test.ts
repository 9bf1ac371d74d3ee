import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEverything,
  eventually,
  extension,
  needsWindow,
  openExample,
  openNew,
  placeOf,
  putCursor,
  reportedInFull,
  textArrives,
  typeText,
} from './editor.ts';
import { press, takePicture, waitFor } from './window.ts';

describe('writing a document', () => {
  afterEach(closeEverything);

  it('offers the sections of the house style', async () => {
    const { document } = await openNew(
      'sections.report.md',
      '---\ntype: committee-report\nhouse-style: sefton\ntitle: A report\n---\n\n# A report\n\n## ',
    );
    const list = await completions(document.uri, new vscode.Position(document.lineCount - 1, 3));
    assert.ok(
      list.some((label) => /recommendation/i.test(label)),
      list.join(', '),
    );
  });

  it('offers the keys of the header', async () => {
    const { document } = await openNew('header.report.md', '---\ntype: committee-report\n\n---\n\n# A report\n');
    const list = await completions(document.uri, new vscode.Position(2, 0));
    for (const key of ['house-style', 'title', 'meeting-date'])
      assert.ok(
        list.some((label) => label.startsWith(key)),
        list.join(', '),
      );
  });

  it('offers the labels of the response, those of other documents too', async () => {
    const editor = await openExample('northmere/northmere-focused-visit.report.md');
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n\nThis answers F'));
    const list = await completions(editor.document.uri, editor.document.lineAt(editor.document.lineCount - 1).range.end);
    assert.ok(
      list.some((label) => label.startsWith('F1')),
      list.join(', '),
    );
  });

  it('says on hover what belongs in a section', async () => {
    const { document } = await openExample('northmere/northmere-focused-visit.report.md');
    const hovers = await hoversAt(document.uri, placeOf(document, 'Recommendations').start);
    assert.ok(hovers.length > 0);
  });

  it('says on hover what a label stands for, though it is defined in another document', async () => {
    const { document } = await openExample('northmere/northmere-focused-visit.report.md');
    const hovers = await hoversAt(document.uri, placeOf(document, 'A6').start);
    assert.ok(
      hovers.some((text) => text.includes('A6')),
      hovers.join('\n'),
    );
  });

  it('has an outline and can be folded', async () => {
    const { document } = await openExample('northmere/northmere-focused-visit.report.md');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const names = (all: readonly vscode.DocumentSymbol[]): string[] => all.flatMap(({ name, children }) => [name, ...names(children)]);
    for (const name of ['Summary', 'Recommendations'])
      assert.ok(
        names(symbols).some((one) => one.includes(name)),
        names(symbols).join(', '),
      );
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const summary = placeOf(document, '## Summary').start.line;
    assert.ok(
      ranges.some(({ start, end }) => start === summary && end > summary),
      JSON.stringify(ranges),
    );
  });

  it('takes a section from a snippet', async () => {
    const editor = await openNew('snippet.report.md', '---\ntype: committee-report\nhouse-style: generic\n---\n\n');
    await putCursor(editor, new vscode.Position(editor.document.lineCount - 1, 0));
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      editor.selection.active,
    );
    const snippet = list.items.find(({ kind, label }) => kind === vscode.CompletionItemKind.Snippet && /generic/i.test(nameOf(label)));
    assert.ok(snippet !== undefined, list.items.map(({ label }) => nameOf(label)).join(', '));
    const before = editor.document.getText().length;
    await vscode.commands.executeCommand('editor.action.insertSnippet', {
      snippet: typeof snippet.insertText === 'string' ? snippet.insertText : snippet.insertText?.value,
    });
    assert.ok(editor.document.getText().length > before);
  });

  it('Enter ends the line, whatever is offered; Down and Enter take the offer', async function () {
    needsWindow(this);
    const editor = await openNew(
      'offers.report.md',
      '---\ntype: committee-report\nhouse-style: sefton\n---\n\n# A report\n\n## Summary\n\n',
    );
    await extension().then(({ server }) => server.running());
    await putCursor(editor, new vscode.Position(9, 0));
    await typeStrength(editor);
    await waitFor({ selector: '.suggest-widget.visible .monaco-list-row' });
    await takePicture('offers');
    await press('Enter');
    await typeText('x');
    await textArrives(editor.document, 'Strength\nx');
    await press('Enter');
    await press('Enter');
    await typeStrength(editor);
    await waitFor({ selector: '.suggest-widget.visible .monaco-list-row' });
    await press('ArrowDown');
    await waitFor({ selector: '.suggest-widget.visible .monaco-list-row.focused' });
    await press('Enter');
    await textArrives(editor.document, 'Strength\nx\n\n- **S[number]** [The strength');
  });

  it('Tab in a table goes from cell to cell, and begins the next row', async function () {
    needsWindow(this);
    const editor = await openNew('tabs.plan.md', '## Actions\n\n| Ref | Action | Due |\n| --- | --- | --- |\n| T1 | Recruit | May |\n');
    await extension().then(({ server }) => server.running());
    await putCursor(editor, new vscode.Position(4, 3));
    // The window has to know that the cursor is in a table: messages to it arrive in order, so when this is answered it does.
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await press('Tab');
    await cursorArrives(editor, new vscode.Position(4, 14));
    await typeText('Train');
    await textArrives(editor.document, '| T1 | Train | May |');
    await press('Tab');
    await cursorArrives(editor, new vscode.Position(4, 18));
    await press('Tab');
    await textArrives(editor.document, '| T1 | Train | May |\n| T2 |  |  |');
    await cursorArrives(editor, new vscode.Position(5, 7));
    await press('Shift+Tab');
    await cursorArrives(editor, new vscode.Position(5, 4));
  });

  it('goes on with a list on a new line', async function () {
    needsWindow(this);
    const editor = await openNew('list.report.md', '# A report\n\n- one');
    await putCursor(editor, new vscode.Position(2, 5));
    await press('Enter');
    await typeText('two');
    await textArrives(editor.document, '- one\n- two');
  });
});

describe('Enter in what is being written', () => {
  afterEach(closeEverything);

  it('begins the next row of a plan, with the cursor in its first empty cell, and ends the table after an empty one', async function () {
    needsWindow(this);
    const row = '| W1 | Recruit six social workers | Head of Assessment | 31 July 2026 |';
    const editor = await openNew('rows.plan.md', `## Actions\n\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n${row}\n`);
    await extension().then(({ server }) => server.running());
    await putCursor(editor, new vscode.Position(4, row.length));
    await press('Enter');
    await textArrives(editor.document, '| W2 |  |  |  |');
    await cursorArrives(editor, new vscode.Position(5, 7));
    await typeText('Review');
    await textArrives(editor.document, '| W2 | Review |  |  |');
    await takePicture('new-row');
    await vscode.commands.executeCommand('cursorLineEnd');
    await press('Enter');
    await textArrives(editor.document, '| W3 |  |  |  |');
    await vscode.commands.executeCommand('undo');
    await textArrives(editor.document, '| W2 | Review |  |  |\n\n');
    await vscode.commands.executeCommand('redo');
    await textArrives(editor.document, '| W3 |  |  |  |');
    await vscode.commands.executeCommand('cursorLineEnd');
    await press('Enter');
    await textArrives(editor.document, '| W2 | Review |  |  |\n\n\n');
  });

  it('begins the next numbered paragraph', async function () {
    needsWindow(this);
    const editor = await openNew('numbers.report.md', '# A report\n\n2.2 The board met in May.\n\n2.3 The board met in June.');
    await extension().then(({ server }) => server.running());
    await putCursor(editor, new vscode.Position(4, 26));
    await press('Enter');
    await textArrives(editor.document, 'June.\n\n2.4 ');
    await typeText('It');
    await textArrives(editor.document, '2.4 It');
  });
});

describe('the commands that rewrite', () => {
  afterEach(closeEverything);

  it('Sort Actions by… asks by what, and sorts the table at the cursor', async function () {
    needsWindow(this);
    const [first, second] = ['| A1 | Recruit | Ruth Vale | 31 July 2026 |', '| A2 | Train | Ann Moss | 1 May 2026 |'];
    const editor = await openNew(
      'sort.plan.md',
      `## Actions\n\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n${first}\n${second}\n`,
    );
    await putCursor(editor, new vscode.Position(4, 8));
    const sorted = vscode.commands.executeCommand('inspectionResponse.sortActions');
    await waitFor({ selector: '.quick-input-widget :text("Due date")' });
    await press('Enter');
    await sorted;
    await textArrives(editor.document, `${second}\n${first}\n`);
    await vscode.commands.executeCommand('undo');
    await textArrives(editor.document, `${first}\n${second}\n`);
  });

  it('Align Tables aligns every table of the document', async () => {
    const { document } = await openNew('align.plan.md', '# A plan\n\n|A|B|\n|-|-|\n|a|b|\n\nWords.\n\n|Cc|D|\n|-|-|\n|c|d|\n');
    await vscode.commands.executeCommand('inspectionResponse.alignTables');
    await textArrives(document, '| A   | B   |\n| --- | --- |\n| a   | b   |\n\nWords.\n\n| Cc  | D   |\n| --- | --- |\n| c   | d   |\n');
  });

  it('Renumber Paragraphs counts them through, with what refers to them', async () => {
    const { document } = await openNew(
      'renumber.report.md',
      '# A report\n\n## Background\n\n1. One.\n\n3. Two.\n\n## Next\n\n7. Three, as paragraph 3 says.\n',
    );
    await vscode.commands.executeCommand('inspectionResponse.renumberParagraphs');
    await textArrives(document, '1. One.\n\n2. Two.\n\n## Next\n\n3. Three, as paragraph 2 says.\n');
  });

  it('the light bulb has them too', async function () {
    needsWindow(this);
    const editor = await openNew(
      'bulb.plan.md',
      '## Actions\n\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| A1 | Recruit | Ruth Vale | 31 July 2026 |\n| A2 | Train | Ann Moss | 1 May 2026 |\n',
    );
    await putCursor(editor, new vscode.Position(5, 8));
    await reportedInFull(editor.document.uri);
    await vscode.commands.executeCommand('editor.action.refactor');
    await waitFor({ selector: '.action-widget :text("Turn this row into an item with fields")' });
    await takePicture('refactorings');
    await press('Escape');
  });
});

describe('New Document…', () => {
  afterEach(closeEverything);

  it('opens the skeleton of a kind and a house style', async () => {
    await extension();
    await vscode.commands.executeCommand('inspectionResponse.newDocument', { type: 'action-plan', houseStyle: 'generic' });
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document !== undefined && document.isUntitled);
    assert.equal(document.languageId, 'inspection-response');
    assert.match(document.getText(), /^---\n(.*\n)*type: action-plan\n/);
  });

  it('asks for kind and house style, and its tab stops take what is typed', async function () {
    needsWindow(this);
    await extension();
    const opened = vscode.commands.executeCommand('inspectionResponse.newDocument');
    await waitFor({ selector: '.quick-input-widget :text("Committee report")' });
    await press('Enter');
    await waitFor({ selector: '.quick-input-widget :text("Generic")' });
    await typeText('sefton');
    await waitFor({ selector: '.quick-input-widget :text("Generic")' }, 'hidden');
    await press('Enter');
    await opened;
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor !== undefined);
    assert.match(editor.document.getText(), /house-style: sefton/);
    await typeText('Zebra crossings');
    await textArrives(editor.document, 'Zebra crossings');
  });
});

const cursorArrives = (editor: vscode.TextEditor, place: vscode.Position): Promise<true> =>
  eventually(
    () =>
      `the cursor at line ${place.line}, column ${place.character}; it is at ${editor.selection.active.line}, ${editor.selection.active.character}`,
    (again) => vscode.window.onDidChangeTextEditorSelection(again),
    () => (editor.selection.active.isEqual(place) ? true : undefined),
  );

const nameOf = (label: string | vscode.CompletionItemLabel): string => (typeof label === 'string' ? label : label.label);

async function completions(uri: vscode.Uri, position: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, position);
  return list.items.map(({ label }) => nameOf(label));
}

async function hoversAt(uri: vscode.Uri, position: vscode.Position): Promise<string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)));
}

/**
 * Types “Strength”, the last letter once the server has answered for those before: VS Code asks again at each letter, but not while it
 * waits for an answer.
 */
async function typeStrength(editor: vscode.TextEditor): Promise<void> {
  const { length } = editor.document.getText();
  await typeText('Strengt');
  await eventually(
    () => 'what was typed',
    (again) => vscode.workspace.onDidChangeTextDocument(again),
    () => (editor.document.getText().length >= length + 7 ? true : undefined),
  );
  await completions(editor.document.uri, editor.selection.active);
  await typeText('h');
}
