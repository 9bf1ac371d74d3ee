import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  checkNow,
  closeEverything,
  diagnosticsWhere,
  eventually,
  needsWindow,
  noLongerReported,
  openExample,
  openNew,
  placeOf,
  putCursor,
  reported,
  ruleOf,
  textArrives,
  typeText,
} from './editor.ts';
import { clearNotices } from './notices.ts';
import { click, textOf, waitFor } from './window.ts';

describe('a document in VS Code', () => {
  afterEach(closeEverything);

  it('has nothing reported where there is nothing to report', async () => {
    for (const name of [
      'northmere-focused-visit.letter.md',
      'northmere-focused-visit.report.md',
      'northmere-focused-visit.plan.md',
      '2026-03-10-scrutiny.agenda.md',
      '2026-03-10-scrutiny.minutes.md',
    ]) {
      const { document } = await openExample(`northmere/${name}`);
      assert.equal(document.languageId, 'inspection-response');
      assert.deepEqual(
        (await checkNow(document.uri)).map(({ code, message }) => `${String(code)}: ${message}`),
        [],
        name,
      );
    }
  });

  it('is spoken of in the language that the settings name', async () => {
    const settings = vscode.workspace.getConfiguration('inspectionResponse');
    const { document } = await openNew('welsh.report.md', '---\ntype: committee-report\n---\n\n# A report\n\n## Summary\n\nOFSTED came.\n');
    await reported(document.uri, 'inspectorate/official-name');
    const says = (words: RegExp) =>
      diagnosticsWhere(document.uri, `a report that says ${String(words)}`, (all) =>
        all.some((one) => ruleOf(one) === 'inspectorate/official-name' && words.test(one.message)),
      );
    try {
      await settings.update('language', 'cy', vscode.ConfigurationTarget.Global);
      await says(/^Ysgrifennwch “Ofsted” yn lle “OFSTED”/);
    } finally {
      await settings.update('language', undefined, vscode.ConfigurationTarget.Global);
    }
    await says(/^Write “Ofsted”/);
  });

  it('is checked as it is typed', async () => {
    const editor = await openExample('northmere/northmere-focused-visit.report.md');
    const summary = placeOf(editor.document, '## Summary');
    await putCursor(editor, editor.document.lineAt(summary.start.line + 2).range.end);
    await typeText(' OFSTED came again.');
    await textArrives(editor.document, ' OFSTED came again.');
    const diagnostic = await reported(editor.document.uri, 'inspectorate/official-name');
    assert.equal(editor.document.getText(diagnostic.range), 'OFSTED');
    assert.equal(diagnostic.source, 'inspection-response');
  });

  it('is not called wrong before a word is finished', async () => {
    const editor = await openExample('northmere/northmere-focused-visit.report.md');
    const end = editor.document.lineAt(placeOf(editor.document, '## Summary').start.line + 2).range.end;
    await putCursor(editor, end);
    await typeText(' OFSTED');
    await eventually(
      () => 'the cursor behind what was typed',
      (again) => vscode.window.onDidChangeTextEditorSelection(again),
      () => (editor.selection.active.character === end.character + ' OFSTED'.length ? true : undefined),
    );
    const reportsNow = async (): Promise<boolean> =>
      (await checkNow(editor.document.uri)).some(({ code }) => code === 'inspectorate/official-name');
    assert.equal(await reportsNow(), false);
    await putCursor(editor, end);
    await reported(editor.document.uri, 'inspectorate/official-name');
    assert.equal(await reportsNow(), true);
  });

  it('keeps what is reported when the cursor is put on it, so that it can be read and fixed', async () => {
    const editor = await openExample('with-warnings/wexcombe-visit.report.md');
    const diagnostic = await reported(editor.document.uri, 'inspectorate/official-name');
    await putCursor(editor, diagnostic.range.start.translate(0, 2));
    assert.ok((await checkNow(editor.document.uri)).some(({ code }) => code === 'inspectorate/official-name'));
  });

  it('is put right by a quick fix', async () => {
    const { document } = await openExample('with-warnings/wexcombe-visit.report.md');
    const diagnostic = await reported(document.uri, 'inspectorate/official-name');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const fix = actions.find(({ title }) => title === 'Write “Ofsted”');
    assert.ok(fix?.edit !== undefined, `offered: ${actions.map(({ title }) => title).join(', ')}`);
    await vscode.workspace.applyEdit(fix.edit);
    await noLongerReported(document.uri, 'inspectorate/official-name');
    assert.ok(document.getText().includes('Ofsted visited Wexcombe'));
  });

  it('has everything safe put right at once', async () => {
    const { document } = await openExample('with-warnings/wexcombe-visit.report.md');
    await reported(document.uri, 'inspectorate/official-name');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [all] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      whole,
      'source.fixAll.inspectionResponse',
      10,
    );
    assert.ok(all?.edit !== undefined);
    await vscode.workspace.applyEdit(all.edit);
    await noLongerReported(document.uri, 'inspectorate/official-name');
  });

  it('has the slips of the examples reported', async () => {
    const { document } = await openExample('with-warnings/wexcombe-visit.report.md');
    const wanted = [
      'inspectorate/official-name',
      'recommendations/bare-note',
      'dates/weekday-mismatch',
      'language/acronym-undefined',
      'structure/placeholder',
      'language/empty-link',
    ];
    await diagnosticsWhere(document.uri, wanted.join(', '), (all) => wanted.every((rule) => all.some((one) => ruleOf(one) === rule)));
  });

  it('has a page for what is reported, a click away and without a network', async function () {
    needsWindow(this);
    const { document } = await openExample('with-warnings/wexcombe-visit.report.md');
    await reported(document.uri, 'inspectorate/official-name');
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    // What another test or VS Code itself told lies over the list, in the corner of the window.
    await clearNotices();
    await click({ selector: '.markers-panel a:has-text("inspectorate/official-name")' });
    await waitFor({ selector: 'iframe.webview.ready' });
    await eventually(
      () => 'the page to open',
      (again) => vscode.window.tabGroups.onDidChangeTabs(again),
      () => (vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('official-name') === true ? true : undefined),
    );
    assert.match(await textOf({ selector: 'h1', frames: ['iframe.webview', '#active-frame'] }), /inspectorate\/official-name/);
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('is reported as it is on the command line', async () => {
    const { document } = await openExample('with-warnings/wexcombe-visit.plan.md');
    const reportedHere = (await checkNow(document.uri)).map(({ code, message }) => `${String(code)}: ${message}`).sort();
    assert.ok(reportedHere.length > 0);
    assert.deepEqual(reportedHere, commandLineReports(document.uri.fsPath).sort());
  });
});

/** What `check --format json` says of a file. */
function commandLineReports(file: string): string[] {
  const done = spawnSync(
    process.execPath,
    [join(process.env.INSPECTION_RESPONSE_REPOSITORY ?? '', 'server/dist/cli.js'), 'check', '--format', 'json', file],
    { encoding: 'utf8', env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
  );
  const { findings } = JSON.parse(done.stdout) as { findings: { rule: string; message: string }[] };
  return findings.map(({ rule, message }) => `${rule}: ${message}`);
}
