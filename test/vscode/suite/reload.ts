import * as vscode from 'vscode';
import { closeEverything, openExample } from './editor.ts';
import { fill, select, waitFor } from './window.ts';

const frames = ['iframe.webview.ready', '#active-frame'];
const onPage = (selector: string) => ({ selector, frames });

/** Each panel with what only it shows, in the order of the columns that they are opened in. */
export const panels = [
  { command: 'inspectionResponse.openPreview', title: 'Preview northmere-focused-visit.plan.md', shows: '#text td .status' },
  { command: 'inspectionResponse.showOverview', title: 'Overview of the response', shows: '#measures' },
  {
    command: 'inspectionResponse.showTraceability',
    title: 'Traceability: Focused visit to Northmere Council children’s services',
    shows: '#matrix tbody tr',
  },
  { command: 'inspectionResponse.showDeadlines', title: 'Deadlines', shows: '#deadlines section' },
] as const;

/** The day that the deadlines are looked at. */
export const dayOfDeadlines = '2026-04-02';

/** Opens every panel and loads the window again. Never returns: this extension host ends with the window. */
export async function reloadWithPanels(): Promise<never> {
  await closeEverything();
  await vscode.commands.executeCommand('workbench.action.closeSidebar');
  for (const { command, shows } of panels) {
    await openExample('northmere/northmere-focused-visit.plan.md');
    await vscode.commands.executeCommand(command);
    await waitFor(onPage(shows));
  }
  await fill(onPage('#as-at'), dayOfDeadlines);
  await waitFor(onPage('section.overdue'));
  await select(onPage('#order'), 'owner');
  await waitFor(onPage('h2:has-text("Out-of-Hours Manager")'));
  await vscode.commands.executeCommand('workbench.action.reloadWindow');
  return new Promise(() => {});
}
