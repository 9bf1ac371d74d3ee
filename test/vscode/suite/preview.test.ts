import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeEverything, eventually, needsWindow, openExample, openNew, placeOf, putCursor, typeText, workspaceFolder } from './editor.ts';
import { accessibilityOf, click, count, doubleClick, press, selectionIn, takePicture, textOf, waitFor, wheel } from './window.ts';

/** The page stands in a frame inside a frame. */
const frames = ['iframe.webview.ready', '#active-frame'];
const inPreview = (selector: string) => ({ selector, frames });

describe('the preview', () => {
  before(function () {
    needsWindow(this);
  });
  afterEach(async () => {
    await press('Escape');
    await closeEverything();
  });

  const openBeside = async (path: string): Promise<vscode.TextEditor> => {
    const editor = await openExample(path);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('inspectionResponse.openPreviewToSide');
    await waitFor(inPreview('#text h2'));
    return editor;
  };

  it('shows the paper in the council’s layout', async () => {
    await openBeside('northmere/northmere-focused-visit.report.md');
    assert.match(await textOf(inPreview('#title')), /Northmere|[Ff]ocused/);
    assert.ok((await count(inPreview('.paper-header tr'))) >= 3);
    await takePicture('preview-report');
  });

  it('shows an action plan with its statuses in words and shapes', async () => {
    await openBeside('northmere/northmere-focused-visit.plan.md');
    await waitFor(inPreview('td .status .shape'));
    await takePicture('preview-plan');
  });

  it('says under the findings of the letter which actions answer them, and goes there', async () => {
    await openBeside('northmere/northmere-focused-visit.letter.md');
    await waitFor(inPreview('.answers a'));
    await takePicture('preview-letter');
    await click(inPreview('.answers a'));
    await eventually(
      () => `the plan, instead of ${vscode.window.activeTextEditor?.document.fileName}`,
      (again) => vscode.window.onDidChangeActiveTextEditor(again),
      () => (vscode.window.activeTextEditor?.document.fileName.endsWith('.plan.md') ? true : undefined),
    );
  });

  it('leads from a link to the source of its heading, and follows there', async () => {
    const editor = await openBeside('northmere/northmere-focused-visit.report.md');
    await editor.edit((edit) => edit.insert(placeOf(editor.document, '## Summary').start, 'See [what comes next](#next-steps).\n\n'));
    await click(inPreview('a:text("what comes next")'));
    const moves = (again: () => void): vscode.Disposable =>
      vscode.Disposable.from(vscode.window.onDidChangeTextEditorSelection(again), vscode.window.onDidChangeActiveTextEditor(again));
    await eventually(
      () => `the heading, instead of line ${vscode.window.activeTextEditor?.selection.active.line}`,
      moves,
      () => {
        const active = vscode.window.activeTextEditor;
        return active?.document.lineAt(active.selection.active.line).text === '## Next steps' ? true : undefined;
      },
    );
    await waitFor({ ...inPreview('h2:text("Next steps")'), inSight: true });
  });

  it('follows what is typed, block by block: what did not change stays the same', async () => {
    const editor = await openBeside('northmere/northmere-focused-visit.report.md');
    const untouched = await textOf(inPreview('#text h2'));
    await click(inPreview('#text h2'));
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n\n'));
    await putCursor(editor, editor.document.lineAt(editor.document.lineCount - 1).range.end);
    await typeText('Thank you for reading.');
    await waitFor(inPreview('p:text("Thank you for reading.")'));
    assert.equal(await textOf(inPreview('#text h2')), untouched);
  });

  it('keeps the words that are selected in it, while something else is typed', async () => {
    const text =
      '---\ntype: committee-report\ntitle: Marked\n---\n\n## Summary\n\nInspectors came.\n\n## Background\n\n**Remembered** words.\n\n## Next steps\n\nWe\n';
    const editor = await openNew('marked.report.md', text);
    await vscode.commands.executeCommand('inspectionResponse.openPreviewToSide');
    await waitFor(inPreview('strong:text-is("Remembered")'));
    await doubleClick(inPreview('strong:text-is("Remembered")'));
    assert.equal((await selectionIn(frames)).trim(), 'Remembered');
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await putCursor(editor, editor.document.lineAt(placeOf(editor.document, 'We').start.line).range.end);
    await typeText(' go on');
    await waitFor(inPreview('p:text-is("We go on")'));
    await putCursor(editor, editor.document.lineAt(placeOf(editor.document, 'came.').start.line).range.end);
    await typeText(' again');
    await waitFor(inPreview('p:text-is("Inspectors came. again")'));
    assert.equal((await selectionIn(frames)).trim(), 'Remembered');
  });

  it('scrolls with the editor and the editor with it, and goes to the source on a double click', async () => {
    const name = 'long.report.md';
    const text = `---\ntype: committee-report\ntitle: Long\n---\n\n# Long\n\n${Array.from({ length: 120 }, (_, i) => `## Part ${i}\n\nWords of part ${i}.\n`).join('\n')}`;
    const editor = await openNew(name, text);
    await vscode.commands.executeCommand('inspectionResponse.openPreviewToSide');
    await waitFor(inPreview('h2:text-is("Part 0")'));
    const shownAtTop = async (line: number) =>
      eventually(
        () => `line ${line} in sight, which is ${editor.visibleRanges[0]?.start.line}`,
        (again) => vscode.window.onDidChangeTextEditorVisibleRanges(again),
        () =>
          Math.abs((editor.visibleRanges[0]?.start.line ?? 0) - line) < 60 && (editor.visibleRanges[0]?.start.line ?? 0) > 5
            ? true
            : undefined,
      );
    const part60 = placeOf(editor.document, '## Part 60').start;
    editor.revealRange(new vscode.Range(part60, part60), vscode.TextEditorRevealType.AtTop);
    await waitFor(inPreview('h2:text-is("Part 60")'));
    await waitFor({ ...inPreview('h2:text-is("Part 60")'), inSight: true });
    editor.revealRange(new vscode.Range(0, 0, 0, 0), vscode.TextEditorRevealType.AtTop);
    await waitFor({ ...inPreview('#title'), inSight: true });
    await wheel(inPreview('#title'), 6000);
    await shownAtTop(60);
    await doubleClick(inPreview('p:text-is("Words of part 20.")'));
    await eventually(
      () => 'the cursor at part 20',
      (again) => vscode.window.onDidChangeTextEditorSelection(again),
      () => {
        const active = vscode.window.activeTextEditor;
        return active && active.document.lineAt(active.selection.active.line).text === 'Words of part 20.' ? true : undefined;
      },
    );
    await takePicture('preview-scrolled');
  });

  it('can be used by everybody, in light, dark and high contrast', async () => {
    const settings = vscode.workspace.getConfiguration('workbench');
    const before = settings.get<string>('colorTheme');
    await openBeside('northmere/northmere-focused-visit.plan.md');
    await waitFor(inPreview('td .status .shape'));
    try {
      for (const [theme, kind, name] of [
        ['Default Light Modern', 'vscode-light', 'light'],
        ['Default Dark Modern', 'vscode-dark', 'dark'],
        ['Default High Contrast', 'vscode-high-contrast', 'contrast'],
      ] as const) {
        await settings.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
        await waitFor(inPreview(`body.${kind}`));
        assert.deepEqual(await accessibilityOf(frames), [], theme);
        await takePicture(`preview-${name}`);
      }
    } finally {
      await settings.update('colorTheme', before, vscode.ConfigurationTarget.Global);
    }
  });

  it('of a paper that was never saved lets it go: nothing is opened again in its place', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'inspection-response',
      content: '---\ntype: committee-report\ntitle: Passing\n---\n\n## Summary\n\nIn 2026 this passes.\n',
    });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('inspectionResponse.openPreviewToSide');
    await waitFor(inPreview('p:text("In 2026 this passes.")'));
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await waitFor(inPreview('#notice:text("nothing to show")'));
    assert.deepEqual(
      vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled).map(({ uri }) => uri.toString()),
      [],
    );
  });

  it('of a paper that was never saved goes on with it under the name that it is saved by', async () => {
    const uri = vscode.Uri.file(join(workspaceFolder(), 'saved.report.md'));
    const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(0, 0), '---\ntype: committee-report\ntitle: Kept\n---\n\n## Summary\n\nIn 2026 this stays.\n'),
    );
    await vscode.commands.executeCommand('inspectionResponse.openPreviewToSide');
    await waitFor(inPreview('p:text("In 2026 this stays.")'));
    try {
      await document.save();
      await eventually(
        () => 'a preview of the saved paper',
        (again) => vscode.window.tabGroups.onDidChangeTabs(again),
        () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label === 'Preview saved.report.md') || undefined,
      );
      const saved = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), vscode.ViewColumn.Beside);
      await saved.edit((edit) => edit.insert(placeOf(saved.document, 'stays').start, 'really '));
      await waitFor(inPreview('p:text("In 2026 this really stays.")'));
      await saved.document.save();
    } finally {
      await closeEverything();
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('does no harm with hostile HTML', async () => {
    await openNew(
      'hostile.report.md',
      '---\ntype: committee-report\ntitle: Hostile\n---\n\n## Summary\n\n<img src=x onerror="document.body.id=\'hacked\'"><script>document.body.id="hacked"</script> [x](javascript:alert(1))\n\n<p style="position:fixed">over</p>\n\nSafe.\n',
    );
    await vscode.commands.executeCommand('inspectionResponse.openPreviewToSide');
    await waitFor(inPreview('p:text("Safe.")'));
    assert.equal(await count(inPreview('#hacked, #text script, #text [onerror], #text [style], #text a[href^="javascript"]')), 0);
  });
});
