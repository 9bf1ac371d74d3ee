import * as vscode from 'vscode';
import type { Server } from '../server.ts';

const setting = 'inspectionResponse.language';

/** The language that the officer has chosen for the checks; undefined for that of VS Code, which there is no Welsh of. */
export function languageOfChecks(): string | undefined {
  const language = vscode.workspace.getConfiguration().get<string>(setting, 'auto');
  return language === 'auto' ? undefined : language;
}

/** The server learns its language when it starts. */
export function followLanguage(server: Server): vscode.Disposable[] {
  return [
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(setting) || !server.client.isRunning()) return;
      server.restart().catch((error: unknown) => server.log.error(`The checks could not be started again: ${String(error)}`));
    }),
  ];
}
