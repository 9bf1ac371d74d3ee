import type { Connection } from 'vscode-languageserver';
import { cellBeside } from '../../language/features/typing-aids/cell-beside.ts';
import { refactoringEdits } from '../../language/features/refactoring/refactoring.ts';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import type { WithSnapshot } from '../documents/with-snapshot.ts';
import * as own from '../protocol/rewriting.ts';
import { toEdits } from '../to-protocol/edits.ts';

/** The rewritings of the light bulb, for the commands of the palette; and Tab in tables. */
export function answerRewriting(connection: Connection, { host: { log } }: Surroundings, withSnapshot: WithSnapshot): void {
  connection.onRequest<own.Rewritten | null, never>(
    own.rewriteMethod,
    fenced<own.RewriteParams, own.Rewritten | null>(own.rewriteMethod, log, null, ({ uri, position, rewriting, choice }, token) =>
      withSnapshot<own.Rewritten | null>(uri, 'modelled', token, null, (snapshot, places) => {
        const start = places.offset(position);
        const edits = refactoringEdits(snapshot, {
          refactoring: rewriting,
          choice,
          range: { start, end: start },
          version: snapshot.model.version,
        });
        return edits && { version: snapshot.model.version, edits: toEdits(edits, places) };
      }),
    ),
  );

  connection.onRequest<own.ShownCell | null, never>(
    own.cellBesideMethod,
    fenced<own.CellBesideParams, own.ShownCell | null>(own.cellBesideMethod, log, null, ({ uri, position, by }, token) =>
      withSnapshot<own.ShownCell | null>(uri, 'modelled', token, null, (snapshot, places) => {
        const cell = cellBeside(snapshot, places.offset(position), by);
        if (!cell) return null;
        const { edit, place } = cell;
        if (!edit) return { version: snapshot.model.version, edit, range: places.range(place) };
        // The new row is not in the document yet, so its columns are counted from where it will begin.
        const start = edit.span.start + /^[\r\n]+/.exec(edit.newText)![0].length;
        const line = position.line + 1;
        return {
          version: snapshot.model.version,
          edit: toEdits([edit], places)[0]!,
          range: { start: { line, character: place.start - start }, end: { line, character: place.end - start } },
        };
      }),
    ),
  );
}
