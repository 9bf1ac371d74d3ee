import * as vscode from 'vscode';

/**
 * Says why something was not done, and offers one thing to do about it. With something to click, VS Code shows a message in full; without,
 * only its first words.
 */
export async function sayWithChoice(message: string, choice: string, act: () => unknown): Promise<void> {
  if ((await vscode.window.showErrorMessage(message, choice)) === choice) await act();
}
