import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { answerDialog, closeEverything, eventually, inEveryTheme, needsWindow, openExample, workspaceFolder } from './editor.ts';
import { clearNotices } from './notices.ts';
import { accessibilityOf, click, count, fill, press, select, takePicture, textOf, waitFor } from './window.ts';

/** The page stands in a frame inside a frame. */
const frames = ['iframe.webview.ready', '#active-frame'];
const inPanel = (selector: string) => ({ selector, frames });

const readFile = async (path: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(path)));
const entries = (calendar: string): readonly string[] =>
  calendar
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => /^(?:DTSTART|SUMMARY)/.test(line));

describe('deadlines in the window', () => {
  before(function () {
    needsWindow(this);
  });
  afterEach(async () => {
    await press('Escape');
    await closeEverything();
  });

  const openOn = async (day: string, path = 'northmere/northmere-focused-visit.plan.md'): Promise<void> => {
    await openExample(path);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('inspectionResponse.showDeadlines');
    await waitFor(inPanel('#deadlines section'));
    await fill(inPanel('#as-at'), day);
  };

  it('are shown as they stand on a day, overdue first, each with its sum', async () => {
    await openOn('2026-04-02');
    await waitFor(inPanel('section.overdue:first-child tr:has-text("A10 Replace the handover")'));
    const plan = await textOf(inPanel('tr:has-text("Send the final action plan to Ofsted")'));
    assert.match(plan, /Wednesday 3 June 2026/);
    assert.match(plan, /70 working days after 19 February 2026, the day of receipt; that day is day 0/);
    assert.match(plan, /Not counted: Good Friday \(3 April 2026\)/);
    await fill(inPanel('#as-at'), '2026-03-02');
    await waitFor(inPanel('section.overdue'), 'hidden');
    await waitFor(inPanel('section.soon:first-child tr:has-text("A10 Replace the handover")'));
  });

  it('can be had by owner, of one kind, and with what is done', async () => {
    await openOn('2026-04-02');
    await waitFor(inPanel('section.overdue'));
    await fill(inPanel('#owner'), 'out-of-hours');
    await waitFor(inPanel('#count:has-text("1 in all, 1 overdue")'));
    await fill(inPanel('#owner'), '');
    await select(inPanel('#order'), 'owner');
    await waitFor(inPanel('section:first-child h2:has-text("Out-of-Hours Manager")'));
    await waitFor(inPanel('section:has(h2:has-text("Principal Social Worker")) tbody tr:nth-child(2):has-text("A6")'));
    await select(inPanel('#kind'), 'inspection');
    await waitFor(inPanel('#count:has-text("2 in all")'));
    await select(inPanel('#kind'), '');
    const before = await count(inPanel('tbody tr'));
    await click(inPanel('#done'));
    await waitFor(inPanel('tr:has-text("A1 Hold no strategy meeting")'));
    assert.ok((await count(inPanel('tbody tr'))) > before);
  });

  it('lead to the action and to the meeting', async () => {
    const goesTo = async (what: string, file: string, line: RegExp): Promise<void> => {
      await openOn('2026-03-02');
      await click(inPanel(`button.link:has-text("${what}")`));
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
    await goesTo('A5 Write a guide', '.plan.md', /^\| A5 /);
    await goesTo('Hand in the final report', '.report.md', /^meeting-date:/);
  });

  it('of every response of the folders', async () => {
    await openOn('2026-03-02');
    await select(inPanel('#scope'), 'every');
    await waitFor(inPanel('#response:has-text("Every response")'));
    await waitFor(inPanel('tr:has-text("wexcombe-visit")'));
    await waitFor(inPanel('tr:has-text("northmere-focused-visit")'));
  });

  it('are saved as a calendar: what is shown, where the officer says', async () => {
    await openOn('2026-03-02');
    await select(inPanel('#kind'), 'inspection');
    await waitFor(inPanel('#count:has-text("2 in all")'));
    await click(inPanel('#save'));
    const target = await answerDialog('deadlines.ics');
    assert.deepEqual(entries(await readFile(target)), [
      'DTSTART;VALUE=DATE:20260319',
      'SUMMARY:Send the draft action plan to Ofsted',
      'DTSTART;VALUE=DATE:20260603',
      'SUMMARY:Send the final action plan to Ofsted',
    ]);
    await vscode.workspace.fs.delete(vscode.Uri.file(target));
  });

  it('are saved from the palette too, all that are not done', async () => {
    await openExample('northmere/northmere-focused-visit.report.md');
    const target = join(workspaceFolder(), 'all of them.ics');
    await vscode.commands.executeCommand('inspectionResponse.saveDeadlines', { target: vscode.Uri.file(target) });
    const saved = entries(await readFile(target));
    assert.ok(
      saved.includes('SUMMARY:Send the final action plan to Ofsted') &&
        saved.some((line) => line.startsWith('SUMMARY:Due: A5') || line.startsWith('SUMMARY:A5')),
    );
    assert.ok(!saved.some((line) => line.includes('A1 Hold')), 'what is done is left out');
    await vscode.workspace.fs.delete(vscode.Uri.file(target));
  });

  it('can be used by everybody, in light, dark and high contrast', async () => {
    await openOn('2026-04-02');
    await waitFor(inPanel('section.overdue'));
    await clearNotices();
    await inEveryTheme(async (name, kind) => {
      await waitFor(inPanel(`body.${kind}`));
      assert.deepEqual(await accessibilityOf(frames), [], name);
      await takePicture(`deadlines-${name}`);
    });
  });

  it('can be used with the keyboard alone', async () => {
    await openOn('2026-04-02');
    await waitFor(inPanel('section.overdue'));
    await click(inPanel('#done'));
    // Past the table, which can be scrolled by itself.
    for (const key of ['Tab', 'Tab', 'Enter']) await press(key);
    await eventually(
      () => `the plan, instead of ${vscode.window.activeTextEditor?.document.fileName}`,
      (again) => vscode.window.onDidChangeActiveTextEditor(again),
      () => (vscode.window.activeTextEditor?.document.fileName.endsWith('.plan.md') ? true : undefined),
    );
  });
});
