import type { Connection } from 'vscode-languageserver';
import type { Surroundings } from './diagnostics.ts';
import { fenced } from './fence.ts';
import * as own from './protocol.ts';
import type { WithSnapshot } from './with-snapshot.ts';

/** How the response of a document stands; its page is loaded with the first one. */
export function answerOverviews(connection: Connection, surroundings: Surroundings, withSnapshot: WithSnapshot): void {
  connection.onRequest<own.ShownOverview | null, never>(own.overviewMethod, fenced<own.OverviewParams, own.ShownOverview | null>(own.overviewMethod, surroundings.host.log, null, ({ uri }, token) =>
    withSnapshot<own.ShownOverview | null>(uri, 'linked', token, null, async (snapshot) => (await import('./overview.ts')).shownOverview(snapshot, surroundings))));
  connection.onRequest<string | null, never>(own.overviewFileMethod, fenced<own.OverviewParams, string | null>(own.overviewFileMethod, surroundings.host.log, null, ({ uri }, token) =>
    withSnapshot<string | null>(uri, 'linked', token, null, async (snapshot) => (await import('./overview.ts')).overviewFile(snapshot, surroundings))));
}
