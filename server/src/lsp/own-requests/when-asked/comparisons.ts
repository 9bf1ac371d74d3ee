import { insertProgress } from '../../../language/features/when-asked/insert-progress.ts';
import { dayInWords } from '../../../language/model/dates/date-words.ts';
import type { DocumentView } from '../../../language/model/view.ts';
import { findingsOfLetter, nextReport, onlyPlan } from '../../../language/new-document/next-report.ts';
import { progressSection } from '../../../language/new-document/progress-section.ts';
import { compareDocuments } from '../../../language/response/compare.ts';
import { earlierMeetings } from '../../../language/response/earlier-meetings.ts';
import { factsOf } from '../../../language/response/facts-of.ts';
import type { DocumentFacts } from '../../../language/response/facts.ts';
import type { Snapshot } from '../../../language/snapshot.ts';
import { documentAddress, fileNameOf } from '../../../language/text/document-address.ts';
import type { Surroundings } from '../../documents/surroundings.ts';
import type { Compared, InsertProgressParams, NextReportMade, PlanOf, ProgressInserted, ShownMeeting } from '../../protocol/comparisons.ts';
import { toEdits } from '../../to-protocol/edits.ts';
import type { Places } from '../../to-protocol/positions.ts';

/** What changed since an earlier version, as a section of a report, and the reports that it may go into. */
export async function compared({ model, response }: Snapshot, earlier: string, { service, texts }: Surroundings): Promise<Compared> {
  const comparison = compareDocuments(await service.factsOfText(model.address, earlier), factsOf(model));
  const { counts, actions, findings, recommendations, measures } = comparison;
  const hasChanged =
    counts.unchanged < actions.kept.length + counts.added + counts.removed ||
    measures.moved.length > 0 ||
    [findings, recommendations, measures].some(({ added, removed, reworded }) => added.length + removed.length + reworded.length > 0);
  const lastMeeting = ({ meetings }: DocumentFacts): string =>
    meetings
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? '';
  const reports = (response?.documents ?? [])
    .filter(({ type }) => type === 'committee-report')
    .toSorted((a, b) => (lastMeeting(a) < lastMeeting(b) ? 1 : lastMeeting(a) > lastMeeting(b) ? -1 : 0));
  return {
    markdown: progressSection(comparison),
    hasChanged,
    reports: reports.map(({ address, title }) => ({ uri: texts.spelling(address), title: title ?? fileNameOf(address) })),
  };
}

/** The plan that a report, minutes or an agenda speak of. */
export function planOf({ model, response }: Snapshot, { texts }: Surroundings): PlanOf | null {
  const plan = onlyPlan(response?.documents ?? []);
  if (plan === 'none' || plan === 'several' || plan.address === model.address || factsOf(model).actions.length > 0) return null;
  return { uri: texts.spelling(plan.address) };
}

export const meetingsBefore = (documents: readonly DocumentFacts[], { host }: Surroundings): readonly ShownMeeting[] =>
  earlierMeetings(documents, host.today()).map(({ date, body, until }) => ({
    dateInWords: dayInWords(date),
    body,
    until,
    untilInWords: dayInWords(until),
  }));

/** The edit that puts what changed into a report; null where the document that was compared cannot be read any more. */
export async function progressInserted(
  view: DocumentView,
  places: Places,
  { compared: address, earlier }: Pick<InsertProgressParams, 'compared' | 'earlier'>,
  { service }: Surroundings,
): Promise<ProgressInserted | null> {
  const now = await service.facts(documentAddress(address));
  if (!now) return null;
  const comparison = compareDocuments(await service.factsOfText(now.address, earlier), now);
  const { edit, replaces, keeps } = insertProgress(view, (level) => progressSection(comparison, level));
  return { version: view.model.version, edits: toEdits([edit], places), replaces, keeps };
}

export async function madeNextReport(
  { model, response }: Snapshot,
  earlierPlan: string | null,
  { service, texts }: Surroundings,
): Promise<NextReportMade> {
  const nothing = { text: '', plan: '' };
  if (model.context.type !== 'committee-report') return { problem: 'not-a-report', ...nothing };
  const plan = onlyPlan(response?.documents ?? []);
  if (plan === 'none' || plan === 'several') return { problem: plan, ...nothing };
  const earlier = earlierPlan === null ? null : await service.factsOfText(plan.address, earlierPlan);
  return {
    problem: null,
    text: nextReport(
      { last: model, plan, earlierPlan: earlier, findings: findingsOfLetter(response?.documents ?? []) },
      model.context.houseStyle,
    ),
    plan: texts.spelling(plan.address),
  };
}
