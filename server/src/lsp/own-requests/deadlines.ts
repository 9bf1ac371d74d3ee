import type { Connection } from 'vscode-languageserver';
import { documentAddress } from '../../language/text/document-address.ts';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import * as own from '../protocol/deadlines.ts';

/** Everything that is coming, for panels and trees of the client. Loaded when first asked for. */
export function answerDeadlines(connection: Connection, surroundings: Surroundings): void {
  const {
    host,
    service: { workspace },
  } = surroundings;
  const load = () => import('./when-asked/deadlines.ts');
  connection.onRequest<own.ShownDeadlines | null, never>(
    own.deadlinesMethod,
    fenced<own.DeadlinesParams, own.ShownDeadlines | null>(own.deadlinesMethod, host.log, null, async ({ uri, asAt }, token) => {
      const day = asAt ?? host.today();
      if (uri !== null) {
        const documents = await workspace.responseOf(documentAddress(uri), token);
        return documents.length === 0 ? null : (await load()).shownDeadlines([documents], day, surroundings, token);
      }
      await workspace.complete(token);
      return (await load()).shownDeadlines(await workspace.responses(), day, surroundings, token);
    }),
  );
  connection.onRequest<own.DeadlinePlace | null, never>(
    own.deadlinePlaceMethod,
    fenced<own.DeadlinePlaceParams, own.DeadlinePlace | null>(own.deadlinePlaceMethod, host.log, null, async (params) =>
      (await load()).placeOfDeadline(params, surroundings),
    ),
  );
}
