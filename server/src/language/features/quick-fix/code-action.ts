import { editsFor, fixesFor, type OfferedFix } from '../../rules/fixes.ts';
import type { FixEdits, Report, RuleName } from '../../rules/rule.ts';
import type { Snapshot } from '../../snapshot.ts';
import { blockAt } from '../../syntax/layout.ts';
import type { Span, TextEdit } from '../../text/span.ts';
import { silenceInFile, silenceNextLine } from './silence.ts';

/** Something that can be done about what is reported. Its edits are worked out by {@link editsOf}, when it is chosen. */
export type CodeAction =
  | { readonly kind: 'fix'; readonly title: string; readonly preferred: boolean; readonly report: Report; readonly choice: Choice }
  | { readonly kind: 'fix-all'; readonly title: string }
  | { readonly kind: 'silence-line' | 'silence-file' | 'silence-everywhere'; readonly title: string; readonly report: Report }
  | { readonly kind: 'rule-page'; readonly title: string; readonly rule: RuleName };

/** One fix of a rule, with the data of the problem and of the choice. */
export type Choice = Pick<OfferedFix, 'id' | 'data'>;

/** Which code action it was, in data that can travel and be looked up in a later version of the document. */
export interface CodeActionKey {
  readonly kind: CodeAction['kind'];
  readonly rule?: RuleName;
  readonly messageId?: string;
  readonly span?: Span;
  readonly choice?: Choice;
}

/** Most choices of one report that are offered. */
const mostChoices = 10;

/**
 * What can be done about the reports that touch a range: fixes, the best first, then leaving the rule out (everywhere, where a
 * configuration file can say so or one can be made), then its page.
 */
export function codeActions(
  snapshot: Snapshot,
  reports: readonly Report[],
  range: Span,
  configurationFile: 'found' | 'new' | null = null,
): readonly CodeAction[] {
  const { words } = snapshot;
  const touching = reports.filter(({ span }) => span.start <= range.end && range.start <= span.end);
  const fixes = touching.flatMap((report) => fixActions(snapshot, report));
  const names = [...new Map(touching.map((report) => [report.rule, report])).values()];
  const silences = names.flatMap((report): readonly CodeAction[] => [
    ...(silenceNextLine(snapshot, report.span.start, report.rule)
      ? [
          {
            kind: 'silence-line',
            title: words.say(
              isInTable(snapshot, report) ? 'Leave out {rule} in this table, with a reason' : 'Leave out {rule} here, with a reason',
              { rule: report.rule },
            ),
            report,
          } as const,
        ]
      : []),
    { kind: 'silence-file', title: words.say('Leave out {rule} in this document, with a reason', { rule: report.rule }), report },
    ...(configurationFile
      ? [
          {
            kind: 'silence-everywhere',
            title:
              configurationFile === 'new'
                ? words.say('Switch off {rule} for every document, in a new .inspection-response.json', { rule: report.rule })
                : words.say('Switch off {rule} for every document, in .inspection-response.json', { rule: report.rule }),
            report,
          } as const,
        ]
      : []),
  ]);
  return [
    ...fixes,
    ...(fixes.length > 0 ? fixAllAction(snapshot, reports) : []),
    ...silences,
    ...names.map(({ rule }): CodeAction => ({ kind: 'rule-page', title: words.say('About {rule}', { rule }), rule })),
  ];
}

/** The one action that puts right everything safe, or none where there is nothing. */
export const fixAllAction = (snapshot: Snapshot, reports: readonly Report[]): readonly CodeAction[] =>
  reports.some((report) => safeFix(snapshot, report))
    ? [{ kind: 'fix-all', title: snapshot.words.say('Put right everything that is safe to put right') }]
    : [];

const isInTable = ({ view: { layout } }: Snapshot, { span }: Report): boolean =>
  layout.syntax.blocks[blockAt(layout, span.start)]?.kind === 'table-row';

function fixActions(snapshot: Snapshot, report: Report): readonly CodeAction[] {
  const offered = fixesFor(snapshot, report).slice(0, mostChoices);
  return offered.map(({ id, title, safe, data }, index): CodeAction => ({
    kind: 'fix',
    title,
    preferred: index === 0 && (safe || offered.length === 1),
    report,
    choice: { id, data },
  }));
}

/** A key that finds the action again. */
export function keyOf(action: CodeAction): CodeActionKey {
  if (action.kind === 'fix-all') return { kind: action.kind };
  if (action.kind === 'rule-page') return { kind: action.kind, rule: action.rule };
  const { rule, messageId, span } = action.report;
  return { kind: action.kind, rule, messageId, span, ...(action.kind === 'fix' && { choice: action.choice }) };
}

/** The edits of an action in the document as it now is; null where what it was about is no longer reported there. */
export function editsOf(snapshot: Snapshot, reports: readonly Report[], key: CodeActionKey): FixEdits | null {
  if (key.kind === 'fix-all') return { here: safeEdits(snapshot, reports) };
  const report = reports.find(
    (one) =>
      one.rule === key.rule && one.messageId === key.messageId && one.span.start === key.span?.start && one.span.end === key.span.end,
  );
  if (!report) return null;
  if (key.kind === 'silence-line') return asEdits(silenceNextLine(snapshot, report.span.start, report.rule));
  if (key.kind === 'silence-file') return asEdits(silenceInFile(snapshot, report.rule));
  return key.choice ? editsFor(snapshot, report, key.choice.id, key.choice.data) : null;
}

const asEdits = (edit: TextEdit | null): FixEdits | null => (edit ? { here: [edit] } : null);

/**
 * Edits of the first fix of every report whose first fix is safe, in order of place and without overlap. Those that would overlap
 * another's are left for the next time; a fix that writes in other documents is left to the officer.
 */
export function safeEdits(snapshot: Snapshot, reports: readonly Report[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const report of reports) {
    const fix = safeFix(snapshot, report);
    const edits = fix && editsFor(snapshot, report, fix.id, fix.data);
    if (!edits || edits.elsewhere?.size) continue;
    const news = edits.here.filter((edit) => !taken.some((other) => isSame(edit, other)));
    if (news.every((edit) => taken.every((other) => !overlap(edit.span, other.span)))) taken.push(...news);
  }
  return taken.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The first fix of a report, where it is safe. */
export function safeFix(snapshot: Snapshot, report: Report): OfferedFix | undefined {
  const [first] = report.fixes.length > 0 ? fixesFor(snapshot, report) : [];
  return first?.safe ? first : undefined;
}

const isSame = (a: TextEdit, b: TextEdit): boolean => a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;

/** Two insertions at one place overlap too: nobody could say which comes first. */
const overlap = (a: Span, b: Span): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && (a.start === a.end || b.start === b.end));
