import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answerDialog, closeEverything, eventually, extension, needsWindow, openExample, openNew, workspaceFolder } from './editor.ts';
import { accessibilityOf, click, count, press, resize, takePicture, textOf, waitFor } from './window.ts';

/** The page stands in a frame inside a frame. */
const frames = ['iframe.webview.ready', '#active-frame'];
const inPanel = (selector: string) => ({ selector, frames });

const editorOn = (ending: string, line: number) =>
  eventually(
    () => `an editor on line ${line} of ${ending}`,
    (again) => vscode.window.onDidChangeTextEditorSelection(again),
    () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.fileName.endsWith(ending) && editor.selection.active.line === line ? editor : undefined;
    },
  );

describe('traceability in the window', () => {
  before(function () {
    needsWindow(this);
  });
  afterEach(async () => {
    await press('Escape');
    await closeEverything();
  });

  it('shows gaps first, filters, and goes to a finding', async () => {
    const { document } = await openExample('with-warnings/wexcombe-visit.letter.md');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('inspectionResponse.showTraceability');
    await waitFor(inPanel('#matrix tbody tr'));
    assert.match(await textOf(inPanel('#matrix tbody tr td.gaps')), /no owner/);
    await takePicture('traceability');
    assert.deepEqual(await accessibilityOf(frames), []);
    const all = await count(inPanel('#matrix tbody tr'));
    await click(inPanel('#overdue'));
    await waitFor(inPanel('#matrix tbody tr:only-child'));
    assert.ok(all > 1);
    assert.equal(await textOf(inPanel('#count')), '1 row, 0 with a gap');
    assert.equal(await count(inPanel('#matrix thead th.gaps')), 1, 'columns do not come and go with the filter');
    await click(inPanel('#overdue'));
    // Lines that only move change nothing in the panel, and it goes to where things stand then.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().indexOf('# Focused visit')), 'Words.\n\n');
    await vscode.workspace.applyEdit(edit);
    await click(inPanel('#matrix tbody th button.link:has-text("F2")'));
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('**F2**'));
    await editorOn('wexcombe-visit.letter.md', line);
  });

  it('is told from that of another response by its tab, and has no column of blanks', async () => {
    await openExample('northmere/northmere-focused-visit.plan.md');
    await vscode.commands.executeCommand('inspectionResponse.showTraceability');
    await waitFor(inPanel('#matrix tbody tr'));
    assert.equal(await count(inPanel('#matrix thead th')), 7);
    assert.equal(await count(inPanel('#matrix thead th.gaps')), 0);
    assert.equal(
      vscode.window.tabGroups.activeTabGroup.activeTab?.label,
      'Traceability: Focused visit to Northmere Council children’s services',
    );
  });

  it('writes an action for a finding into the plan', async () => {
    await openExample('with-warnings/wexcombe-visit.letter.md');
    await vscode.commands.executeCommand('inspectionResponse.showTraceability');
    await click(inPanel('td.gaps button'));
    const editor = await eventually(
      () => 'the plan',
      (again) => vscode.window.onDidChangeActiveTextEditor(again),
      () =>
        vscode.window.activeTextEditor?.document.fileName.endsWith('wexcombe-visit.plan.md') ? vscode.window.activeTextEditor : undefined,
    );
    assert.match(editor.document.getText(), /\| A5 \| F2 \| \[what will be done\]/);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('saves what is shown where the officer says', async () => {
    await openExample('with-warnings/wexcombe-visit.letter.md');
    await vscode.commands.executeCommand('inspectionResponse.showTraceability');
    await click(inPanel('#overdue'));
    await waitFor(inPanel('#matrix tbody tr:only-child'));
    await click(inPanel('button[data-format="csv"]'));
    const target = await answerDialog('traceability.csv');
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(target)));
    assert.equal(saved.trim().split('\r\n').length, 2, saved);
    await vscode.workspace.fs.delete(vscode.Uri.file(target));
  });

  it('has the responses of the folder in the explorer', async () => {
    await openExample('northmere/northmere-focused-visit.plan.md');
    await vscode.commands.executeCommand('inspectionResponse.responses.focus');
    await waitFor({ selector: '.monaco-list-row:has-text("Northmere Council")' });
    await waitFor({ selector: '.monaco-list-row:has-text("P1 The attendance")' });
    await takePicture('responses');
  });

  it('takes what a comparison shows beside a paper for no paper of its own', async () => {
    const { document } = await openExample('northmere/northmere-focused-visit.plan.md');
    await vscode.commands.executeCommand('inspectionResponse.responses.focus');
    await waitFor({ selector: '.monaco-list-row:has-text("Northmere Council")' });
    const client = await (await extension()).server.running();
    const responses = () => client.sendRequest<readonly { readonly documents: number }[]>('inspectionResponse/responses');
    const before = await responses();
    await vscode.env.clipboard.writeText(document.getText());
    await vscode.commands.executeCommand('workbench.files.action.compareWithClipboard');
    await eventually(
      () => 'the paper on the clipboard',
      (again) => vscode.workspace.onDidOpenTextDocument(again),
      () =>
        vscode.workspace.textDocuments.find(
          ({ uri, languageId }) => uri.scheme.startsWith('clipboardCompare') && languageId === 'inspection-response',
        ),
    );
    assert.deepEqual(await responses(), before);
  });

  it('has the next dates of law and of meetings there, and goes to them', async () => {
    const days = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
    const { document } = await openNew(
      'dates/coming.report.md',
      `---\ntype: committee-report\ntitle: A paper to come\nbody: Cabinet\nmeeting-date: ${days(60)}\n---\n\n# A paper to come\n`,
    );
    // Rows that have no room are not there.
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await resize(1280, 1400);
    await vscode.commands.executeCommand('inspectionResponse.responses.focus');
    await waitFor({ selector: '.monaco-list-row:has-text("A paper to come")' });
    await click({ selector: '.monaco-list-row:has-text("Next dates")' });
    await waitFor({ selector: '.monaco-list-row:has-text("Publish the papers for the meeting of Cabinet")' });
    await takePicture('responses-dates');
    await click({ selector: '.monaco-list-row:has-text("Publish the papers for the meeting of Cabinet")' });
    await editorOn('coming.report.md', 4);
    await resize(1280, 800);
    await closeEverything();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(document.uri, '..'), { recursive: true });
  });

  it('tells what changed since another file', async () => {
    const { document } = await openExample('northmere/northmere-focused-visit.plan.md');
    const earlier = await openNew('earlier.plan.md', document.getText().replace('30 June 2026 | Social', '31 May 2026 | Social'));
    await vscode.window.showTextDocument(document);
    void vscode.commands.executeCommand('inspectionResponse.compare', { file: earlier.document.uri.toString() });
    const page = await eventually(
      () => 'the page',
      (again) => vscode.window.onDidChangeActiveTextEditor(again),
      () => (vscode.window.activeTextEditor?.document.isUntitled ? vscode.window.activeTextEditor.document : undefined),
    );
    assert.match(page.getText(), /### Due later than before\n\n- A6 /);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(vscode.Uri.file(workspaceFolder()), 'earlier.plan.md'));
  });
});
