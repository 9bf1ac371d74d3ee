import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './editor.ts';
import { afterReload } from './index.ts';
import { dayOfDeadlines, panels } from './reload.ts';
import { takePicture, textOf, valueOf, waitFor } from './window.ts';

const onPage = (selector: string) => ({ selector, frames: ['iframe.webview.ready', '#active-frame'] });

/**
 * The browser's own worker behind all pages of panels is started anew with the window; on a busy machine that has taken half a minute. In
 * milliseconds.
 */
const patience = 60_000;

/** Brings a tab to the front, as one who clicks on it. */
async function show(title: string): Promise<void> {
  const tab = await eventually(
    () => `a tab “${title}” among ${vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).join(', ')}`,
    (again) => vscode.window.tabGroups.onDidChangeTabs(again),
    () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === title),
  );
  await vscode.commands.executeCommand('workbench.action.openEditorAtIndex', tab.group.tabs.indexOf(tab));
}

describe(afterReload, function () {
  this.timeout(1.5 * patience);

  for (const { title, shows } of panels) {
    it(`“${title}” is there and shows its response`, async () => {
      await show(title);
      await waitFor({ ...onPage(shows), patience });
    });
  }

  it('the deadlines are looked at as before', async () => {
    await show('Deadlines');
    await waitFor(onPage('h2:has-text("Out-of-Hours Manager")'));
    assert.equal(await valueOf(onPage('#as-at'), dayOfDeadlines), dayOfDeadlines);
    assert.match(await textOf(onPage('#response')), /Northmere/);
    await takePicture('after-reload');
  });
});
