import type { Connection, TextEdit as ProtocolEdit } from 'vscode-languageserver';
import { afterEnter } from '../../language/features/typing-aids/on-type-formatting.ts';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import type { WithSnapshot } from '../documents/with-snapshot.ts';
import { toEdits } from '../to-protocol/edits.ts';

/** Formatting of a document, of a range, and after Enter. */
export function answerFormatting(connection: Connection, { host: { log } }: Surroundings, withSnapshot: WithSnapshot): void {
  const nothing: ProtocolEdit[] = [];
  const load = () => import('../../language/features/formatting/formatting.ts');

  connection.onDocumentFormatting(
    fenced('textDocument/formatting', log, nothing, ({ textDocument }, token) =>
      withSnapshot(textDocument.uri, 'modelled', token, nothing, async (snapshot, places) =>
        toEdits((await load()).formatting(snapshot, null), places),
      ),
    ),
  );

  connection.onDocumentRangeFormatting(
    fenced('textDocument/rangeFormatting', log, nothing, ({ textDocument, range }, token) =>
      withSnapshot(textDocument.uri, 'modelled', token, nothing, async (snapshot, places) =>
        toEdits((await load()).formatting(snapshot, places.span(range)), places),
      ),
    ),
  );

  connection.onDocumentOnTypeFormatting(
    fenced('textDocument/onTypeFormatting', log, nothing, ({ textDocument, position, ch }, token) =>
      withSnapshot(textDocument.uri, 'modelled', token, nothing, (snapshot, places) =>
        toEdits(ch === '\n' ? afterEnter(snapshot, places.offset(position)) : [], places),
      ),
    ),
  );
}
