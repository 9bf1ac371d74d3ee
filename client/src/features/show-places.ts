import * as vscode from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';
import type * as own from '../../../server/src/lsp/protocol/commands.ts';

export const showPlacesCommand: typeof own.showPlacesCommand = 'inspectionResponse.showPlaces';

/** What a click on a lens does: goes to the one place, or shows several in a list, with the editor's own means. */
export function registerShowPlaces({ protocol2CodeConverter: convert }: BaseLanguageClient): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(showPlacesCommand, async (uri: string, position: Position, locations: readonly Location[]) => {
      const places = locations.map((location) => convert.asLocation(location));
      await vscode.commands.executeCommand('editor.action.goToLocations', convert.asUri(uri), convert.asPosition(position), places, 'peek');
    }),
  ];
}
