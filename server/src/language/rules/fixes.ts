import type { Snapshot } from '../snapshot.ts';
import { rulesByName } from './index.ts';
import type { Fix, FixContext, FixEdits, Report } from './rule.ts';

/** One thing that the officer can choose to put a report right. */
export interface OfferedFix {
  readonly id: string;
  readonly title: string;
  readonly safe: boolean;
  /** Data of the problem with that of the choice. */
  readonly data: Readonly<Record<string, string | number>>;
}

const fixOf = (report: Report, id: string): Fix | undefined => rulesByName.get(report.rule)?.fixes?.[id];

/** Ways to put a report right, the best first. Cheap: no edits are worked out. Never throws. */
export function fixesFor(snapshot: Snapshot, report: Report): readonly OfferedFix[] {
  return report.fixes.flatMap((id) => {
    const fix = fixOf(report, id);
    if (!fix) return [];
    try {
      const choices = fix.choices?.(contextOf(snapshot, report, report.data)) ?? [{ title: fix.title, data: {} }];
      return choices.map((choice) => {
        const data = { ...report.data, ...choice.data };
        return { id, title: snapshot.words.say(choice.title, data), safe: fix.safe, data };
      });
    } catch {
      return []; // the document has moved on; the next report will offer it again
    }
  });
}

/** The edits of a fix, in offsets of the snapshot's document, or null where it can no longer be made. Never throws. */
export function editsFor(snapshot: Snapshot, report: Report, id: string, data: Readonly<Record<string, string | number>>): FixEdits | null {
  try {
    return fixOf(report, id)?.edits(contextOf(snapshot, report, data)) ?? null;
  } catch {
    return null;
  }
}

const contextOf = (
  { model, view, configuration, calendar, today, response }: Snapshot,
  { messageId, span }: Report,
  data: Readonly<Record<string, string | number>>,
): FixContext => ({ model, view, configuration, calendar, today, response, problem: { message: messageId, span, data } });
