import type { Connection } from 'vscode-languageserver';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import type { WithSnapshot } from '../documents/with-snapshot.ts';
import * as own from '../protocol/comparisons.ts';

/** What changed since an earlier version, and the next report. Loaded when first asked for. */
export function answerComparisons(connection: Connection, surroundings: Surroundings, withSnapshot: WithSnapshot): void {
  const {
    host: { log },
  } = surroundings;
  const load = () => import('./when-asked/comparisons.ts');
  connection.onRequest(
    own.compareMethod,
    fenced<own.CompareParams, own.Compared | null>(own.compareMethod, log, null, ({ uri, earlier }, token) =>
      withSnapshot<own.Compared | null>(uri, 'linked', token, null, async (snapshot) =>
        (await load()).compared(snapshot, earlier, surroundings),
      ),
    ),
  );
  connection.onRequest(
    own.planOfMethod,
    fenced<own.PlanOfParams, own.PlanOf | null>(own.planOfMethod, log, null, ({ uri }, token) =>
      withSnapshot<own.PlanOf | null>(uri, 'linked', token, null, async (snapshot) => (await load()).planOf(snapshot, surroundings)),
    ),
  );
  connection.onRequest(
    own.earlierMeetingsMethod,
    fenced<own.EarlierMeetingsParams, readonly own.ShownMeeting[] | null>(own.earlierMeetingsMethod, log, null, ({ uri }, token) =>
      withSnapshot<readonly own.ShownMeeting[] | null>(uri, 'linked', token, null, async ({ response }) =>
        (await load()).meetingsBefore(response?.documents ?? [], surroundings),
      ),
    ),
  );
  connection.onRequest(
    own.insertProgressMethod,
    fenced<own.InsertProgressParams, own.ProgressInserted | null>(
      own.insertProgressMethod,
      log,
      null,
      ({ uri, compared, earlier }, token) =>
        withSnapshot<own.ProgressInserted | null>(uri, 'modelled', token, null, async ({ view }, places) =>
          (await load()).progressInserted(view, places, { compared, earlier }, surroundings),
        ),
    ),
  );
  connection.onRequest(
    own.nextReportMethod,
    fenced<own.NextReportParams, own.NextReportMade | null>(own.nextReportMethod, log, null, ({ uri, earlierPlan }, token) =>
      withSnapshot<own.NextReportMade | null>(uri, 'linked', token, null, async (snapshot) =>
        (await load()).madeNextReport(snapshot, earlierPlan, surroundings),
      ),
    ),
  );
}
