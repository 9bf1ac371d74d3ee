import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, eventually, needsWindow, openExample, placeOf } from './editor.ts';
import { clearNotices, notice } from './notices.ts';
import { accessibilityOf, click, count, doubleClick, press, printedBeside, selectionIn, takePicture, textOf, waitFor } from './window.ts';

const frames = ['iframe.webview.ready', '#active-frame'];
const onPage = (selector: string) => ({ selector, frames });

describe('the overview of a response', () => {
  before(function () {
    needsWindow(this);
  });
  afterEach(async () => {
    await press('Escape');
    await closeEverything();
  });

  const openOverview = async (path: string): Promise<vscode.TextEditor> => {
    const editor = await openExample(path);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('inspectionResponse.showOverview');
    await waitFor(onPage('#measures'));
    return editor;
  };

  it('shows statuses, dates, findings and measures, each as a picture', async () => {
    await openOverview('northmere/northmere-focused-visit.plan.md');
    assert.match(await textOf(onPage('.figures')), /Actions\s*10/);
    for (const picture of ['#progress-bar-title', '#timeline-months-title', '#coverage-squares-title', '#measures'])
      assert.equal(await count(onPage(picture)), 1, picture);
    assert.match(await textOf(onPage('section:has(#progress) table')), /green\s+4/);
  });

  it('goes to an action, a finding and a measure', async () => {
    const goesTo = async (link: string, file: string, line: RegExp): Promise<void> => {
      const editor = await openOverview('northmere/northmere-focused-visit.plan.md');
      // What only moves lines changes nothing on the page, and its links lead to where things stand then.
      const edit = new vscode.WorkspaceEdit();
      edit.insert(editor.document.uri, placeOf(editor.document, '## Introduction').start, 'More words.\n\nAnd more.\n\n');
      await vscode.workspace.applyEdit(edit);
      await click(onPage(link));
      await eventually(
        () => `${file}, instead of ${vscode.window.activeTextEditor?.document.fileName}`,
        (again) => vscode.window.onDidChangeTextEditorSelection(again),
        () => {
          const active = vscode.window.activeTextEditor;
          return active?.document.fileName.endsWith(file) && line.test(active.document.lineAt(active.selection.active.line).text)
            ? true
            : undefined;
        },
      );
      await closeEverything();
    };
    await goesTo('#list-findings td a:text-is("A7")', '.plan.md', /A7/);
    await goesTo('#list-findings th a:has-text("F2")', '.letter.md', /F2/);
    await goesTo('section:has(#measures) th a:has-text("M1")', '.plan.md', /M1/);
  });

  it('follows what is written', async () => {
    const editor = await openOverview('northmere/northmere-focused-visit.plan.md');
    const row = placeOf(editor.document, '| Attendance lists | amber |');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(editor.document.uri, row, '| Attendance lists | complete |');
    await vscode.workspace.applyEdit(edit);
    await waitFor(onPage('.figures > div:has(dt:text-is("Marked complete")) dd:text-is("2")'));
  });

  it('does not touch what stays the same: words that are selected in it stay so', async () => {
    const editor = await openOverview('northmere/northmere-focused-visit.plan.md');
    // The word makes its column as wide as it is, so that the middle of the cell is in it, whatever the letters.
    await doubleClick(onPage('section:has(#measures) th:text-is("Target")'));
    const selected = await selectionIn(frames);
    assert.match(selected, /Target/);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(editor.document.uri, placeOf(editor.document, '| Attendance lists | amber |'), '| Attendance lists | complete |');
    await vscode.workspace.applyEdit(edit);
    await waitFor(onPage('.figures > div:has(dt:text-is("Marked complete")) dd:text-is("2")'));
    assert.equal(await selectionIn(frames), selected);
  });

  it('can be used by everybody, in light, dark and high contrast', async () => {
    const settings = vscode.workspace.getConfiguration('workbench');
    const before = settings.get<string>('colorTheme');
    await openOverview('northmere/northmere-focused-visit.plan.md');
    try {
      for (const [theme, kind, name] of [
        ['Default Light Modern', 'vscode-light', 'light'],
        ['Default Dark Modern', 'vscode-dark', 'dark'],
        ['Default High Contrast', 'vscode-high-contrast', 'contrast'],
      ] as const) {
        await settings.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
        await waitFor(onPage(`body.${kind}`));
        assert.deepEqual(await accessibilityOf(frames), [], theme);
        await takePicture(`overview-${name}`);
      }
    } finally {
      await settings.update('colorTheme', before, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('printing', () => {
  afterEach(closeEverything);

  it('opens the paper in the browser, which asks how it is to be printed', async function () {
    needsWindow(this);
    const editor = await openExample('northmere/northmere-focused-visit.report.md');
    await editor.edit((edit) => edit.insert(placeOf(editor.document, '## Summary').start, 'Not saved yet.\n\n'));
    const printing = vscode.commands.executeCommand('inspectionResponse.print');
    const { title, text } = await printedBeside();
    assert.match(title, /focused visit/i);
    assert.match(text, /Not saved yet\./);
    await printing;
    await waitFor(await notice('northmere-focused-visit.report.html is open in your browser.'));
    await clearNotices();
  });

  it('opens the overview that has the focus', async function () {
    needsWindow(this);
    await openExample('northmere/northmere-focused-visit.plan.md');
    await vscode.commands.executeCommand('inspectionResponse.showOverview');
    await waitFor(onPage('#progress'));
    const printing = vscode.commands.executeCommand('inspectionResponse.print');
    const { text } = await printedBeside();
    assert.match(text, /Marked complete/);
    await printing;
    await clearNotices();
  });

  it('says why the overview of a document that is none of ours any more cannot be printed', async function () {
    needsWindow(this);
    const { document } = await openExample('northmere/northmere-focused-visit.plan.md');
    await vscode.commands.executeCommand('inspectionResponse.showOverview');
    await waitFor(onPage('#progress'));
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    try {
      await vscode.commands.executeCommand('inspectionResponse.print');
      await waitFor(await notice('its document cannot be read any more'));
    } finally {
      await vscode.languages.setTextDocumentLanguage(document, 'inspection-response');
      await clearNotices();
    }
  });
});
