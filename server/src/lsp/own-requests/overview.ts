import type { Connection } from 'vscode-languageserver';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import type { WithSnapshot } from '../documents/with-snapshot.ts';
import * as own from '../protocol/overview.ts';

/** How the response of a document stands; its page is loaded with the first one. */
export function answerOverviews(connection: Connection, surroundings: Surroundings, withSnapshot: WithSnapshot): void {
  const load = () => import('./when-asked/overview.ts');
  connection.onRequest<own.ShownOverview | null, never>(
    own.overviewMethod,
    fenced<own.OverviewParams, own.ShownOverview | null>(
      own.overviewMethod,
      surroundings.host.log,
      null,
      ({ uri, revision = null }, token) =>
        withSnapshot<own.ShownOverview | null>(uri, 'modelled', token, null, async (snapshot) =>
          (await load()).shownOverview(snapshot, revision, surroundings, token),
        ),
    ),
  );
  connection.onRequest<string | null, never>(
    own.overviewFileMethod,
    fenced<own.OverviewParams, string | null>(own.overviewFileMethod, surroundings.host.log, null, ({ uri }, token) =>
      withSnapshot<string | null>(uri, 'modelled', token, null, async (snapshot) =>
        (await load()).overviewFile(snapshot, surroundings, token),
      ),
    ),
  );
}
