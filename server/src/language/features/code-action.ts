import type { Fix, FixContext, FixEdits, Report, Rule, RuleName } from '../rules/rule.ts';
import type { Snapshot } from '../snapshot.ts';
import { blockAt } from '../syntax/layout.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { silenceInFile, silenceNextLine } from './silence.ts';

/** Something that can be done about what is reported. Its edits are worked out by {@link editsOf}, when it is chosen. */
export type CodeAction =
  | { readonly kind: 'fix'; readonly title: string; readonly preferred: boolean; readonly report: Report; readonly choice: Choice }
  | { readonly kind: 'fix-all'; readonly title: string }
  | { readonly kind: 'silence-line' | 'silence-file'; readonly title: string; readonly report: Report }
  | { readonly kind: 'rule-page'; readonly title: string; readonly rule: RuleName };

/** One fix of a rule, and the data that one of its choices adds. */
export interface Choice {
  readonly fix: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Which code action it was, in data that can travel and be looked up in a later version of the document. */
export interface CodeActionKey {
  readonly kind: CodeAction['kind'];
  readonly rule?: RuleName;
  readonly messageId?: string;
  readonly span?: Span;
  readonly choice?: Choice;
}

export type Rules = ReadonlyMap<string, Rule>;

/** Most choices of one fix that are offered. */
const mostChoices = 8;

/** What can be done about the reports that touch a range: fixes, the best first, then leaving the rule out, then its page. */
export function codeActions(snapshot: Snapshot, reports: readonly Report[], range: Span, rules: Rules): readonly CodeAction[] {
  const touching = reports.filter(({ span }) => span.start <= range.end && range.start <= span.end);
  const fixes = touching.flatMap((report) => fixesOf(snapshot, report, rules));
  const all: readonly CodeAction[] = reports.some((report) => safeFix(report, rules)) ? [fixAll] : [];
  const names = [...new Map(touching.map((report) => [report.rule, report])).values()];
  const silences = names.flatMap((report): readonly CodeAction[] => [
    ...(silenceNextLine(snapshot, report.span.start, report.rule) ? [{ kind: 'silence-line', title: `Leave out ${report.rule} ${inTable(snapshot, report) ? 'in this table' : 'here'}, with a reason`, report } as const] : []),
    { kind: 'silence-file', title: `Leave out ${report.rule} in this document, with a reason`, report },
  ]);
  const pages = names.filter(({ rule }) => rules.has(rule)).map(({ rule }): CodeAction => ({ kind: 'rule-page', title: `About ${rule}`, rule }));
  return [...fixes, ...(fixes.length > 0 ? all : []), ...silences, ...pages];
}

const fixAll: CodeAction = { kind: 'fix-all', title: 'Put right everything that is safe to put right' };

/** The one action that puts right everything safe, or none where there is nothing. */
export const fixAllAction = (reports: readonly Report[], rules: Rules): readonly CodeAction[] => (reports.some((report) => safeFix(report, rules)) ? [fixAll] : []);

const inTable = ({ view: { layout } }: Snapshot, { span }: Report): boolean => layout.syntax.blocks[blockAt(layout, span.start)]?.kind === 'table-row';

function fixesOf(snapshot: Snapshot, report: Report, rules: Rules): readonly CodeAction[] {
  const rule = rules.get(report.rule);
  return report.fixes.flatMap((id, index) => {
    const fix = rule?.fixes?.[id];
    if (!fix) return [];
    const context = fixContext(snapshot, report, {});
    const choices = fix.choices?.(context).slice(0, mostChoices) ?? [{ title: filled(fix.title, context.problem.data), data: {} }];
    return choices.map(({ title, data }, nth): CodeAction => ({
      kind: 'fix', title: filled(title, { ...report.data, ...data }), preferred: index === 0 && nth === 0 && (fix.safe || choices.length === 1), report, choice: { fix: id, data },
    }));
  });
}

const filled = (title: string, data: Readonly<Record<string, string | number>>): string => title.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => String(data[name] ?? whole));

function fixContext({ model, view, configuration, calendar, today, response }: Snapshot, report: Report, data: Choice['data']): FixContext {
  return { model, view, configuration, calendar, today, response, problem: { message: report.messageId, span: report.span, data: { ...report.data, ...data } } };
}

/** A key that finds the action again; a rule's page needs none. */
export function keyOf(action: CodeAction): CodeActionKey {
  if (action.kind === 'fix-all') return { kind: action.kind };
  if (action.kind === 'rule-page') return { kind: action.kind, rule: action.rule };
  const { rule, messageId, span } = action.report;
  return { kind: action.kind, rule, messageId, span, ...(action.kind === 'fix' && { choice: action.choice }) };
}

/** The edits of an action in the document as it now is; null where what it was about is no longer reported. Edits never overlap. */
export function editsOf(snapshot: Snapshot, reports: readonly Report[], key: CodeActionKey, rules: Rules): FixEdits | null {
  if (key.kind === 'fix-all') return { here: safeEdits(snapshot, reports, rules) };
  const report = reports.find((one) => one.rule === key.rule && one.messageId === key.messageId && one.span.start === key.span?.start && one.span.end === key.span.end);
  if (!report) return null;
  if (key.kind === 'silence-line') return asEdits(silenceNextLine(snapshot, report.span.start, report.rule));
  if (key.kind === 'silence-file') return asEdits(silenceInFile(snapshot, report.rule));
  const fix = key.choice ? rules.get(report.rule)?.fixes?.[key.choice.fix] : undefined;
  return fix ? fix.edits(fixContext(snapshot, report, key.choice!.data)) : null;
}

const asEdits = (edit: TextEdit | null): FixEdits | null => (edit ? { here: [edit] } : null);

/**
 * Edits of every safe fix, of each report its first. Those that would overlap another's are left for the next time; fixes that
 * write in other documents are left to the officer.
 */
export function safeEdits(snapshot: Snapshot, reports: readonly Report[], rules: Rules): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const report of reports) {
    const found = safeFix(report, rules);
    const edits = found?.fix.edits(fixContext(snapshot, report, {}));
    if (!edits || edits.elsewhere?.size) continue;
    const news = edits.here.filter((edit) => !taken.some((other) => sameEdit(edit, other)));
    if (news.every((edit) => taken.every((other) => !overlap(edit.span, other.span)))) taken.push(...news);
  }
  return taken.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function safeFix(report: Report, rules: Rules): { readonly fix: Fix } | null {
  const fix = rules.get(report.rule)?.fixes?.[report.fixes[0] ?? ''];
  return fix?.safe ? { fix } : null;
}

const sameEdit = (a: TextEdit, b: TextEdit): boolean => a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;

/** Two insertions at one place overlap too: nobody could say which comes first. */
const overlap = (a: Span, b: Span): boolean => (a.start < b.end && b.start < a.end) || (a.start === b.start && (a.start === a.end || b.start === b.end));
