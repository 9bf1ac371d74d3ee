import type { Connection } from 'vscode-languageserver';
import { documentSymbols } from '../../language/features/outline/document-symbol.ts';
import { foldingRanges } from '../../language/features/outline/folding-range.ts';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import type { WithSnapshot } from '../documents/with-snapshot.ts';
import { toDocumentSymbols, toFoldingRanges } from '../to-protocol/outline.ts';

/** The outline of a document, and what of it can be folded. */
export function answerOutline(connection: Connection, { client, host: { log } }: Surroundings, withSnapshot: WithSnapshot): void {
  connection.onDocumentSymbol(
    fenced('textDocument/documentSymbol', log, null, ({ textDocument }, token) =>
      withSnapshot(textDocument.uri, 'modelled', token, null, (snapshot, places, text) =>
        toDocumentSymbols(documentSymbols(snapshot), text.spelling, places, client),
      ),
    ),
  );
  connection.onFoldingRanges(
    fenced('textDocument/foldingRange', log, null, ({ textDocument }, token) =>
      withSnapshot(textDocument.uri, 'modelled', token, null, (snapshot) => toFoldingRanges(foldingRanges(snapshot), client)),
    ),
  );
}
