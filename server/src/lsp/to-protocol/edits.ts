import type { TextEdit as ProtocolEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '../../language/text/span.ts';
import type { Client } from '../connection/client.ts';
import type { Places, Whereabouts } from './positions.ts';

export const toEdits = (edits: readonly TextEdit[], places: Places): ProtocolEdit[] =>
  edits.map(({ span, newText }) => ({ range: places.range(span), newText }));

/** Edits of one document, and what the officer is asked before they are made. */
export interface PlacedEdits {
  readonly in: Whereabouts;
  readonly edits: readonly TextEdit[];
  readonly question?: string | null;
}

/** An edit that makes a file which is not there yet. It is refused where the file has come in the meantime. */
export const toNewFile = (uri: string, content: string): WorkspaceEdit => ({
  documentChanges: [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    {
      textDocument: { uri, version: null },
      edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: content }],
    },
  ],
});

/** Edits of several documents; with the versions that they are meant for where the client minds them, so that a stale one is refused. */
export function toWorkspaceEdit(edits: readonly PlacedEdits[], client: Client): WorkspaceEdit {
  if (!client.versionedEdits)
    return { changes: Object.fromEntries(edits.map(({ in: { uri, places }, edits: own }) => [uri, toEdits(own, places)])) };
  const questions = client.annotatedEdits ? edits.flatMap(({ question }) => question ?? []) : [];
  const annotated = (own: readonly TextEdit[], places: Places, question: string | null | undefined) =>
    toEdits(own, places).map((edit) => (question && client.annotatedEdits ? { ...edit, annotationId: question } : edit));
  return {
    documentChanges: edits.map(({ in: { uri, version, places }, edits: own, question }) => ({
      textDocument: { uri, version },
      edits: annotated(own, places, question),
    })),
    ...(questions.length > 0 && {
      changeAnnotations: Object.fromEntries(questions.map((question) => [question, { label: question, needsConfirmation: true }])),
    }),
  };
}
