import * as vscode from 'vscode';
import { closeEverything, extension, needsWindow } from './editor.ts';
import { clearNotices } from './notices.ts';
import { click, press, takePicture, waitFor } from './window.ts';

describe('the first steps', () => {
  before(extension);
  afterEach(async () => {
    await press('Escape');
    await closeEverything();
  });

  it('lead from an empty window to a new paper, each with a picture', async function () {
    needsWindow(this);
    await clearNotices();
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'inspection-response.inspection-response#start', false);
    await waitFor({ selector: '.gettingStartedContainer :text("Answer an inspection")' });
    for (const step of ['Put right what is underlined', 'Take it to committee', 'Begin a paper, or bring one in']) {
      await click({ selector: `.gettingStartedContainer .getting-started-step:has-text("${step}") .step-title` });
      await waitFor({ selector: `.gettingStartedContainer .getting-started-step.expanded:has-text("${step}")` });
      await waitFor({ selector: '.gettingStartedContainer .getting-started-media img' });
    }
    await takePicture('first-steps');
    await click({ selector: '.gettingStartedContainer .getting-started-step.expanded .monaco-button:has-text("New Document…")' });
    await waitFor({ selector: '.quick-input-widget .monaco-list-row:has-text("Action plan")' });
  });
});
