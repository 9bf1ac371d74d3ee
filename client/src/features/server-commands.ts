import * as vscode from 'vscode';
import type { Server } from '../server.ts';

/** Commands for the rare day on which something is wrong with the checks themselves. */
export function registerServerCommands(server: Server): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('inspectionResponse.restartServer', async () => {
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Starting the checks again') },
        () => server.restart(),
      );
    }),
    vscode.commands.registerCommand('inspectionResponse.showLog', () => server.log.show()),
  ];
}
