import type { IsoDate } from '../host.ts';
import type { DecisionFact, DocumentFacts, RecommendationFact } from './facts.ts';
import { likeness } from './likeness.ts';

/**
 * What became of a recommendation: `to come` before its meeting; `no record` where no minutes of the meeting are here, or they do not let
 * it be told; `not decided` only where the minutes decide on others and not on this one.
 */
export type Decision = 'decided' | 'not decided' | 'to come' | 'no record';

export interface DecisionOn {
  readonly decision: Decision;
  /** The day of the meeting. */
  readonly meeting: IsoDate | null;
  readonly minutes: DocumentFacts | null;
}

/** What the minutes among the documents say of each recommendation of a report, in order. */
export function decisionsOn(report: DocumentFacts, documents: readonly DocumentFacts[], asAt: IsoDate): readonly DecisionOn[] {
  const record = recordOf(report, documents);
  const meeting = record?.date ?? report.meetings[0]?.date ?? null;
  if (!record)
    return report.recommendations.map(() => ({
      decision: meeting !== null && meeting >= asAt ? 'to come' : 'no record',
      meeting,
      minutes: null,
    }));
  const { decisions } = record.minutes;
  const isDecided = report.recommendations.map((recommendation, place) =>
    decisions.some((decision) => decides(decision, recommendation, place + 1)),
  );
  // Minutes tell in their own words what was resolved. Only where fewer things were decided than asked for, and some of them can be told,
  // was one left out.
  const canTell = isDecided.includes(true) && decisions.filter(({ text }) => text.length > 20).length < report.recommendations.length;
  return isDecided.map((decided) => ({
    decision: decided ? 'decided' : canTell ? 'not decided' : 'no record',
    meeting,
    minutes: record.minutes,
  }));
}

/** The minutes of a meeting that the report went to. */
function recordOf(
  report: DocumentFacts,
  documents: readonly DocumentFacts[],
): { readonly minutes: DocumentFacts; readonly date: IsoDate } | null {
  for (const { date, body } of report.meetings) {
    const minutes = documents.find(
      (one) =>
        one.type === 'minutes' &&
        one.decisions.length > 0 &&
        one.meetings.some(
          (meeting) =>
            meeting.date === date && (body === null || meeting.body === null || meeting.body.toLowerCase() === body.toLowerCase()),
        ),
    );
    if (minutes) return { minutes, date };
  }
  return null;
}

function decides({ text, mentions }: DecisionFact, { label, text: asked }: RecommendationFact, number: number): boolean {
  if (label && mentions.includes(label.key)) return true;
  const named = /\brecommendations?\b((?:\s*(?:\(?\d{1,2}\)?|,|and|to|-|–))*)/i.exec(text);
  if (named && /\b(?:agreed?|approved?|accepted?|adopted?|endorsed?|noted?|supported?|carried|received?)\b/i.test(text)) {
    const said = named[1]!;
    if (!/\d/.test(said)) return mentions.length === 0;
    return numbersIn(said).includes(number);
  }
  return likeness(text, asked) >= 0.4;
}

/** `1, 3 to 5` → 1, 3, 4, 5. */
function numbersIn(text: string): readonly number[] {
  return Array.from(text.matchAll(/(\d{1,2})(?:\)?\s*(?:to|-|–)\s*\(?(\d{1,2}))?/g)).flatMap(([, from, to]) =>
    Array.from({ length: Math.max(1, (to ? Number(to) : Number(from)) - Number(from) + 1) }, (_, i) => Number(from) + i),
  );
}
