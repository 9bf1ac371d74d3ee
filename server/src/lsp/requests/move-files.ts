import type { Connection, WorkspaceEdit } from 'vscode-languageserver';
import { isTouched, movingOf, pathsAfterMove } from '../../language/features/navigation/move-files.ts';
import { slices } from '../../language/host.ts';
import { documentAddress, type DocumentAddress } from '../../language/text/document-address.ts';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import { whereaboutsOfViews } from '../documents/whereabouts.ts';
import { toWorkspaceEdit, type PlacedEdits } from '../to-protocol/edits.ts';

/**
 * Before a paper or a folder gets another name or place: every paper of the workspace that names it goes on naming it. Only what has been
 * read by then is looked at.
 */
export function answerMoves(connection: Connection, surroundings: Surroundings): void {
  const { service, client, host } = surroundings;
  if (!client.tellsOfFiles.toBeRenamed) return;
  const whereaboutsOf = whereaboutsOfViews(surroundings);
  const address = (uri: string): DocumentAddress => documentAddress(uri.replace(/\/$/, ''));
  connection.workspace.onWillRenameFiles(
    fenced('workspace/willRenameFiles', host.log, null, async ({ files }, token): Promise<WorkspaceEdit | null> => {
      const moving = movingOf(files.map(({ oldUri, newUri }) => ({ from: address(oldUri), to: address(newUri) })));
      const touched = isTouched(moving);
      const checkpoint = slices(host, token);
      const edits: PlacedEdits[] = [];
      for await (const facts of service.workspace.documents()) {
        const view = touched(facts) ? await service.read(facts.address) : null;
        const own = view ? pathsAfterMove(view, moving) : [];
        if (view && own.length > 0) edits.push({ in: whereaboutsOf(view), edits: own });
        await checkpoint();
      }
      return edits.length === 0 ? null : toWorkspaceEdit(edits, client);
    }),
  );
}
