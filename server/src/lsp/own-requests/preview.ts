import type { Connection } from 'vscode-languageserver';
import { documentAddress } from '../../language/text/document-address.ts';
import { fenced, fencedNotification, inBackground } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import type { WithSnapshot } from '../documents/with-snapshot.ts';
import * as own from '../protocol/preview.ts';

/** Previews, whose printing is loaded with the first of them. */
export function answerPreviews(connection: Connection, { host: { log } }: Surroundings, withSnapshot: WithSnapshot): void {
  const load = async () => (await import('./when-asked/preview.ts')).createPreviews();
  let previews: ReturnType<typeof load> | undefined;
  connection.onRequest(
    own.previewMethod,
    fenced<own.PreviewParams, own.Preview | null>(own.previewMethod, log, null, (params, token) =>
      withSnapshot<own.Preview | null>(params.uri, 'linked', token, null, async (snapshot) =>
        (await (previews ??= load())).preview(snapshot, params),
      ),
    ),
  );
  connection.onNotification(
    own.previewClosedMethod,
    fencedNotification<{ readonly uri: string }>(own.previewClosedMethod, log, ({ uri }) => {
      if (previews)
        inBackground(
          'Closing a preview',
          log,
          previews.then(({ forget }) => forget(documentAddress(uri))),
        );
    }),
  );
}
