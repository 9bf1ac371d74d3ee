import type { Connection } from 'vscode-languageserver';
import type { Surroundings } from './diagnostics.ts';
import { fenced } from './fence.ts';
import * as own from './protocol.ts';
import type { WithSnapshot } from './with-snapshot.ts';

/** Everything that is coming, for panels of the client. Loaded when first asked for. */
export function answerDeadlines(connection: Connection, surroundings: Surroundings, withSnapshot: WithSnapshot): void {
  const { host, service: { workspace } } = surroundings;
  const load = () => import('./deadlines.ts');
  connection.onRequest<own.ShownDeadlines | null, never>(own.deadlinesMethod, fenced<own.DeadlinesParams, own.ShownDeadlines | null>(own.deadlinesMethod, host.log, null, async ({ uri, asAt }, token) => {
    const day = asAt ?? host.today();
    if (uri !== null) return withSnapshot<own.ShownDeadlines | null>(uri, 'linked', token, null, async ({ response }) => (response ? (await load()).shownDeadlines([response.documents], day, surroundings, token) : null));
    await workspace.complete(token);
    return (await load()).shownDeadlines(await workspace.responses(), day, surroundings, token);
  }));
  connection.onRequest<own.DeadlinePlace | null, never>(own.deadlinePlaceMethod, fenced<own.DeadlinePlaceParams, own.DeadlinePlace | null>(own.deadlinePlaceMethod, host.log, null, async (params) => (await load()).placeOfDeadline(params, surroundings)));
}
