import type { Connection } from 'vscode-languageserver';
import type { Surroundings } from './diagnostics.ts';
import { fenced } from './fence.ts';
import * as own from './protocol.ts';
import type { WithSnapshot } from './with-snapshot.ts';

/** What answers what, for panels and trees of the client. Loaded when first asked for. */
export function answerTraces(connection: Connection, surroundings: Surroundings, withSnapshot: WithSnapshot): void {
  const { host: { log } } = surroundings;
  const load = () => import('./traces.ts');
  connection.onRequest(own.tracesMethod, fenced<own.TracesParams, readonly own.ShownTrace[]>(own.tracesMethod, log, [], async (params, token) => {
    const { shownTraces, tracesAmong } = await load();
    if ('uris' in params) return shownTraces(await tracesAmong(params.uris, surroundings, token), surroundings);
    return withSnapshot<readonly own.ShownTrace[]>(params.uri, 'linked', token, [], ({ response, today }) => (response ? shownTraces([{ documents: response.documents, today }], surroundings) : []));
  }));
  connection.onRequest(own.traceFileMethod, fenced<own.TraceFileParams, string | null>(own.traceFileMethod, log, null, async ({ uri, format, filter }, token) =>
    withSnapshot<string | null>(uri, 'linked', token, null, async ({ response, today }) => (response ? (await load()).traceFile({ documents: response.documents, today }, format, filter, surroundings) : null))));
}
