import type { Comparison, ComparedTexts } from '../language/response/compare.ts';
import type { ActionFact, DueFact, LabelName, MeasureFact } from '../language/response/facts.ts';
import type { Span } from '../language/text/span.ts';

/** Line, from 1, of a place in one of the two versions. */
export interface CompareLines {
  before(offset: number): number;
  now(offset: number): number;
}

type LineOf = (offset: number) => number;

/** What changed, for scripts (docs/compare.md). Keys, `null` for what is absent, ISO dates and lines from 1 are a promise. */
export function comparisonAsJson(
  comparison: Comparison,
  files: { readonly before: string; readonly now: string },
  lines: CompareLines,
): string {
  const { before, now, counts, statuses, actions, findings, recommendations, measures } = comparison;
  return `${JSON.stringify(
    {
      before: { file: files.before, ...before },
      now: { file: files.now, ...now },
      counts,
      statuses,
      actions: {
        added: actions.added.map((one) => actionAsJson(one, lines.now)),
        removed: actions.removed.map((one) => actionAsJson(one, lines.before)),
        changed: actions.kept
          .filter(({ changes, isSure }) => changes.length > 0 || !isSure)
          .map((one) => ({
            before: actionAsJson(one.before, lines.before),
            now: actionAsJson(one.now, lines.now),
            sure: one.isSure,
            changes: one.changes,
            daysMoved: one.daysMoved,
            firstDue: dateOf(one.firstDue),
          })),
      },
      findings: textsAsJson(findings, lines),
      recommendations: textsAsJson(recommendations, lines),
      measures: {
        ...textsAsJson(measures, lines),
        moved: measures.moved.map((one) => ({ before: measureAsJson(one.before, lines.before), now: measureAsJson(one.now, lines.now) })),
      },
    },
    null,
    2,
  )}\n`;
}

const dateOf = (due: DueFact | null): string | null => due?.to ?? null;

interface Said {
  readonly label: LabelName | null;
  readonly text: string;
  readonly nameSpan: Span;
}

const saidAsJson = ({ label, text, nameSpan }: Said, lineOf: LineOf) => ({
  label: label?.text ?? null,
  text,
  line: lineOf(nameSpan.start),
});

const actionAsJson = (action: ActionFact, lineOf: LineOf) => ({
  ...saidAsJson(action, lineOf),
  owner: action.owner,
  due: dateOf(action.due),
  dueText: action.due?.text ?? null,
  originalDue: dateOf(action.originalDue),
  status: action.status,
  addresses: action.addresses.map(({ text }) => text),
  measure: action.measure,
});

const measureAsJson = (measure: MeasureFact, lineOf: LineOf) => ({
  ...saidAsJson(measure, lineOf),
  baseline: measure.baseline,
  target: measure.target,
  actual: measure.actual,
  by: measure.by?.to ?? measure.by?.text ?? null,
});

const textsAsJson = ({ added, removed, reworded }: ComparedTexts<Said>, lines: CompareLines) => ({
  added: added.map((one) => saidAsJson(one, lines.now)),
  removed: removed.map((one) => saidAsJson(one, lines.before)),
  reworded: reworded.map((one) => ({
    before: saidAsJson(one.before, lines.before),
    now: saidAsJson(one.now, lines.now),
    sure: one.isSure,
  })),
});
