/** What VS Code tells in the corner of its window. */
import * as vscode from 'vscode';
import type { Place } from './window.ts';

/**
 * Where a notice with these words stands, for what waits for it or clicks in it: in the list of notices, which is opened for it. In the
 * corner itself VS Code takes notices away after some seconds, and shows none of those that come in quick succession.
 */
export async function notice(words: string, within = ''): Promise<Place> {
  // An empty list closes by itself, also right before what is waited for arrives.
  void vscode.window.showInformationMessage('The notices so far');
  await vscode.commands.executeCommand('notifications.showList');
  return { selector: `.notifications-center .notification-list-item:has-text("${words}") ${within}` };
}

/** A button of the notice with these words. */
export const noticeButton = (words: string, label: string): Promise<Place> => notice(words, `.monaco-button:has-text("${label}")`);

/** Takes every notice away, and the list of them. */
export const clearNotices = async (): Promise<void> => {
  await vscode.commands.executeCommand('notifications.clearAll');
};
