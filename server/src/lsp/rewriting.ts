import type { Connection } from 'vscode-languageserver';
import { refactoringEdits } from '../language/features/refactoring/refactoring.ts';
import type { Surroundings } from './diagnostics.ts';
import { fenced } from './fence.ts';
import * as own from './protocol.ts';
import { toEdits } from './to-protocol.ts';
import type { WithSnapshot } from './with-snapshot.ts';

/** The rewritings of the light bulb, for the commands of the palette. */
export function answerRewriting(connection: Connection, { host: { log } }: Surroundings, withSnapshot: WithSnapshot): void {
  connection.onRequest<own.Rewritten | null, never>(own.rewriteMethod, fenced<own.RewriteParams, own.Rewritten | null>(own.rewriteMethod, log, null, ({ uri, position, rewriting, choice }, token) =>
    withSnapshot<own.Rewritten | null>(uri, 'modelled', token, null, (snapshot, places) => {
      const start = places.offset(position);
      const edits = refactoringEdits(snapshot, { refactoring: rewriting, choice, range: { start, end: start }, version: snapshot.model.version });
      return edits && { version: snapshot.model.version, edits: toEdits(edits, places) };
    })));
}
