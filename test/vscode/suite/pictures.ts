import * as vscode from 'vscode';
import { closeEverything, diagnosticsWhere, openExample, placeOf, putCursor, reported, reportedInFull, ruleOf } from './editor.ts';
import { clearNotices } from './notices.ts';
import { click, fill, press, resize, takePicture, waitFor } from './window.ts';

/**
 * Opens the light bulb's menu of rewritings, until one is in it: VS Code gives the question up where it hears of other reports meanwhile,
 * and says that there are none.
 */
async function openRefactorings(title: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await vscode.commands.executeCommand('editor.action.refactor');
    try {
      await waitFor({ selector: `.action-widget :text("${title}")`, patience: 10_000 });
      return;
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

/** The pictures of the README, made of the examples. Also run as tests, so that what they show is known to come up. */
describe('pictures', () => {
  before(async () => {
    await resize(1200, 720);
    await dress();
    await clearNotices();
  });
  afterEach(async () => {
    await press('Escape');
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await closeEverything();
  });
  after(() => resize(1280, 800));

  it('a report with its list of what to put right', async () => {
    const editor = await openExample('with-warnings/wexcombe-visit.report.md');
    const { uri } = editor.document;
    await diagnosticsWhere(uri, 'five reports', (all) => all.length >= 5);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await waitFor({ selector: '.markers-panel :text("Noting is all")' });
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await putCursor(editor, placeOf(editor.document, '## Background').start);
    await takePicture('problems');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('what a slip is and what to do, on hover', async () => {
    const editor = await openExample('with-warnings/wexcombe-visit.report.md');
    const diagnostic = await reported(editor.document.uri, 'language/acronym-undefined');
    await putCursor(editor, diagnostic.range.start);
    await vscode.commands.executeCommand('editor.action.showHover');
    await waitFor({ selector: '.monaco-hover :text("independent reviewing officer")' });
    await waitFor({ selector: '.monaco-hover a.action:has-text("Quick Fix")' });
    await takePicture('hover');
  });

  it('a preview, with the actions that answer a finding', async () => {
    const editor = await openExample('northmere/northmere-focused-visit.letter.md');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('inspectionResponse.openPreviewToSide');
    const inPreview = (selector: string) => ({ selector, frames: ['iframe.webview.ready', '#active-frame'] });
    await waitFor(inPreview('.answers a'));
    editor.revealRange(placeOf(editor.document, '## Area for priority action'), vscode.TextEditorRevealType.AtTop);
    await waitFor({ ...inPreview('.answers a'), inSight: true });
    // Lenses that stand above lines without their words yet would leave gaps in the text.
    await waitFor({ selector: '.codelens-decoration a:text("action") >> nth=0' });
    await takePicture('preview');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('quick fixes', async () => {
    const editor = await openExample('with-warnings/wexcombe-visit.report.md');
    const diagnostic = await reported(editor.document.uri, 'inspectorate/official-name');
    await reportedInFull(editor.document.uri);
    await putCursor(editor, diagnostic.range.start);
    await vscode.commands.executeCommand('editor.action.quickFix');
    await waitFor({ selector: '.action-widget :text("Write “Ofsted”")' });
    await takePicture('quick-fix');
  });

  it('what the light bulb does with a table of actions', async () => {
    const editor = await openExample('with-warnings/wexcombe-visit.plan.md');
    await diagnosticsWhere(editor.document.uri, 'something reported', (all) => all.some((one) => ruleOf(one).startsWith('actions/')));
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await putCursor(editor, placeOf(editor.document, 'Publish a tracker').start);
    await reportedInFull(editor.document.uri);
    await openRefactorings('Sort these actions by owner');
    await takePicture('light-bulb');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('the sections of the house style, offered', async () => {
    const editor = await openExample('northmere/northmere-focused-visit.report.md');
    const last = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(last, '\n\n## '));
    await putCursor(editor, editor.document.lineAt(editor.document.lineCount - 1).range.end);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await waitFor({ selector: '.suggest-widget .monaco-list-row' });
    await takePicture('completion');
  });

  it('the outline of a report', async () => {
    const editor = await openExample('northmere/northmere-focused-visit.report.md');
    await diagnosticsWhere(editor.document.uri, 'nothing reported', (all) => all.length === 0);
    await putCursor(editor, placeOf(editor.document, '## Recommendations').start);
    await vscode.commands.executeCommand('outline.focus');
    await waitFor({ selector: '.outline-pane .monaco-list-row :text("Recommendations")' });
    await takePicture('outline');
    await vscode.commands.executeCommand('workbench.files.action.focusFilesExplorer');
  });

  it('an action plan, as items and as a table', async () => {
    const editor = await openExample('with-warnings/wexcombe-visit.plan.md');
    await diagnosticsWhere(editor.document.uri, 'something reported', (all) => all.some((one) => ruleOf(one).startsWith('actions/')));
    await putCursor(editor, placeOf(editor.document, '| A2 |').start);
    await takePicture('action-plan');
  });

  it('what is done about each finding, above it', async () => {
    const editor = await openExample('with-warnings/wexcombe-visit.letter.md');
    await putCursor(editor, placeOf(editor.document, '**').start);
    await waitFor({ selector: '.codelens-decoration a:text("action") >> nth=0' });
    await takePicture('lenses');
  });

  it('what answers what', async () => {
    await openExample('with-warnings/wexcombe-visit.letter.md');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('inspectionResponse.showTraceability');
    await waitFor({ selector: '#matrix tbody tr >> nth=0', frames: ['iframe.webview.ready', '#active-frame'] });
    await takePicture('traceability');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('how a response stands', async () => {
    await openExample('northmere/northmere-focused-visit.plan.md');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('inspectionResponse.showOverview');
    await waitFor({ selector: 'svg.chart >> nth=1', frames: ['iframe.webview.ready', '#active-frame'] });
    await takePicture('overview');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('everything that is coming, with its sum', async () => {
    await openExample('northmere/northmere-focused-visit.plan.md');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('inspectionResponse.showDeadlines');
    const inPanel = (selector: string) => ({ selector, frames: ['iframe.webview.ready', '#active-frame'] });
    await waitFor(inPanel('#deadlines section'));
    await fill(inPanel('#as-at'), '2026-05-08');
    await waitFor(inPanel('section.overdue:first-child'));
    await click(inPanel('#response'));
    await takePicture('deadlines');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('the kinds of a new document', async () => {
    const opened = vscode.commands.executeCommand('inspectionResponse.newDocument');
    await waitFor({ selector: '.quick-input-widget :text("Committee report")' });
    await takePicture('new-document');
    await press('Escape');
    await opened;
  });
});

/** In a window that runs tests, VS Code looks up no colours and icons by itself; a change of the settings makes it. */
async function dress(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('workbench');
  await settings.update('colorTheme', 'Default Light Modern', vscode.ConfigurationTarget.Global);
  await settings.update('iconTheme', 'vs-seti', vscode.ConfigurationTarget.Global);
}
