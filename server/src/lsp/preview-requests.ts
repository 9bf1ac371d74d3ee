import type { Connection } from 'vscode-languageserver';
import type { Surroundings } from './diagnostics.ts';
import { fenced, fencedNotification, inBackground } from './fence.ts';
import * as own from './protocol.ts';

/** Previews, whose printing is loaded with the first of them. */
export function answerPreviews(connection: Connection, { service, host: { log } }: Surroundings): void {
  const load = async () => (await import('./preview.ts')).createPreviews(service);
  let previews: ReturnType<typeof load> | undefined;
  connection.onRequest(own.previewMethod, fenced<own.PreviewParams, own.Preview | null>(own.previewMethod, log, null, async (params) => (await (previews ??= load())).preview(params)));
  connection.onNotification(own.previewClosedMethod, fencedNotification<{ readonly uri: string }>(own.previewClosedMethod, log, ({ uri }) => {
    if (previews) inBackground('Closing a preview', log, previews.then(({ forget }) => forget(uri)));
  }));
}
