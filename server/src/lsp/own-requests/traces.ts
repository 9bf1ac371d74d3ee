import type { Connection } from 'vscode-languageserver';
import { documentAddress } from '../../language/text/document-address.ts';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import * as own from '../protocol/traces.ts';

/** How long several changes of responses are gathered into one notification, in milliseconds. */
const gather = 200;

/** Which responses there are, and what answers what in one of them, for panels and trees of the client. Loaded when first asked for. */
export function answerTraces(connection: Connection, surroundings: Surroundings): void {
  const {
    host: { log },
    client,
    service: { workspace },
  } = surroundings;
  const load = () => import('./when-asked/traces.ts');
  connection.onRequest(
    own.responsesMethod,
    fenced<unknown, readonly own.ShownResponse[]>(own.responsesMethod, log, [], async (_, token) => {
      await workspace.complete(token);
      return (await load()).shownResponses(await workspace.responses(), surroundings);
    }),
  );
  connection.onRequest(
    own.tracesMethod,
    fenced<own.TracesParams, readonly own.ShownTrace[]>(own.tracesMethod, log, [], async ({ uri }, token) => {
      const documents = await workspace.responseOf(documentAddress(uri), token);
      return documents.length === 0 ? [] : [(await load()).shownTrace(documents, surroundings)];
    }),
  );
  connection.onRequest(
    own.traceFileMethod,
    fenced<own.TraceFileParams, string | null>(own.traceFileMethod, log, null, async ({ uri, format, filter }, token) => {
      const documents = await workspace.responseOf(documentAddress(uri), token);
      return documents.length === 0 ? null : (await load()).traceFile(documents, format, filter, surroundings);
    }),
  );
  if (!client.followsResponses) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  workspace.onResponsesChanged(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      connection
        .sendNotification(own.responsesChangedMethod)
        .catch((error: unknown) => log('debug', `The client was not told of changed responses: ${String(error)}`));
    }, gather);
  });
}
