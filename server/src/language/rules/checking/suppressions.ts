import type { Configuration } from '../../configuration/configuration.ts';
import type { DocumentModel } from '../../model/document.ts';
import type { Part, SuppressionItem } from '../../model/items.ts';
import { viewOf, type DocumentView, type Located } from '../../model/view.ts';
import { blockAt, startOf } from '../../syntax/layout.ts';
import { shifted, type Span } from '../../text/span.ts';
import type { Words } from '../../words.ts';
import unusedDisable from '../project/unused-disable.ts';
import type { Report, Rule } from '../rule.ts';
import { nearest } from '../wording.ts';
import { messageOf } from './messages.ts';
import { severityOf } from './severity.ts';

/** One rule name of one comment, with the stretch of the document that it silences. */
interface Silence {
  readonly comment: Located<SuppressionItem>;
  /** `family/rule`, or `*` where the comment names none. */
  readonly rule: string;
  /** Of the name in the comment, or of the whole comment. */
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  used: boolean;
}

/**
 * The reports without those that a comment silences (dialect.md part 12), and with a report for each comment that silenced nothing.
 * `complete` says whether every rule has run: while some have not, no comment is called unused.
 */
export function applySuppressions(
  model: DocumentModel,
  reports: readonly Report[],
  rules: readonly Rule[],
  active: readonly Rule[],
  configuration: Configuration,
  complete: boolean,
  words: Words,
): readonly Report[] {
  const view = viewOf(model);
  const comments = view.items('suppression');
  if (comments.length === 0) return reports;
  const silences = silencesOf(view, comments);
  const kept = reports.filter((report) => {
    const silent = silences.filter(
      (silence) =>
        (silence.rule === '*' || silence.rule === report.rule) && silence.from <= report.span.start && report.span.start < silence.to,
    );
    for (const silence of silent) silence.used = true;
    return silent.length === 0;
  });
  if (!complete) return kept;
  const unused = silences
    .filter(({ used }) => !used)
    .flatMap((silence) => reportUnused(silence, rules, active, configuration, model, words))
    // A comment may be wanted although it silences nothing: only one that names this check says so.
    .filter(({ span }) => !silences.some(({ rule, from, to }) => rule === unusedDisable.name && from <= span.start && span.start < to));
  return unused.length === 0 ? kept : [...kept, ...unused].sort((a, b) => a.span.start - b.span.start);
}

function silencesOf(view: DocumentView, comments: readonly Located<SuppressionItem>[]): readonly Silence[] {
  return comments
    .filter(({ item }) => item.form !== 'enable')
    .flatMap((comment) => {
      const { from, to } = reach(view, comment);
      const names: readonly (Part | null)[] = comment.item.rules.length > 0 ? comment.item.rules : [null];
      return names.map((name): Silence => {
        const rule = name?.text ?? '*';
        return {
          comment,
          rule,
          span: name ? shifted(name.span, comment.base) : comment.span,
          from,
          to: comment.item.form === 'disable' ? enabledAgain(view, comment, comments, rule) : to,
          used: false,
        };
      });
    });
}

/** What a comment covers, before an "enable" is thought of. */
function reach(view: DocumentView, comment: Located<SuppressionItem>): { from: number; to: number } {
  const { length } = view.layout.syntax;
  if (comment.item.form === 'file') return { from: 0, to: length + 1 };
  if (comment.item.form === 'disable') return { from: comment.span.end, to: length + 1 };
  return nextLine(view, comment.span.end);
}

/**
 * The next line with text after the comment. A comment cannot stand between the rows of a table without ending it, so before a
 * table the whole table counts as the line.
 */
function nextLine(view: DocumentView, after: number): { from: number; to: number } {
  const { syntax } = view.layout;
  for (let index = blockAt(view.layout, after); index < syntax.blocks.length; index++) {
    const block = syntax.blocks[index]!;
    const base = startOf(view.layout, index);
    const from = Math.max(0, after - base);
    const rest = block.text.slice(from);
    const lineBreak = base + from === after ? (/^[^\S\r\n]*(?:\r\n|\r|\n)/.exec(rest)?.[0].length ?? 0) : 0;
    const text = rest.slice(lineBreak);
    const blank = /^\s*/.exec(text)![0].length;
    if (blank === text.length) continue;
    const start = base + from + lineBreak + blank;
    if (block.container?.type === 'table' && block.opensContainer) {
      let last = index;
      while (syntax.blocks[last + 1]?.container === block.container) last++;
      return { from: start, to: startOf(view.layout, last + 1) };
    }
    const lineLength = text.slice(blank).search(/[\r\n]/);
    return { from: start, to: lineLength < 0 ? base + block.text.length + 1 : start + lineLength + 1 };
  }
  return { from: after, to: after };
}

function enabledAgain(
  view: DocumentView,
  disable: Located<SuppressionItem>,
  all: readonly Located<SuppressionItem>[],
  rule: string,
): number {
  const enable = all.find(
    ({ item, span }) =>
      item.form === 'enable' && span.start >= disable.span.end && (item.rules.length === 0 || item.rules.some(({ text }) => text === rule)),
  );
  return enable?.span.start ?? view.layout.syntax.length + 1;
}

function reportUnused(
  silence: Silence,
  rules: readonly Rule[],
  active: readonly Rule[],
  configuration: Configuration,
  model: DocumentModel,
  words: Words,
): readonly Report[] {
  const severity = severityOf(unusedDisable, null, configuration, model.context.houseStyle.rules);
  if (severity === 'off' || silence.rule === unusedDisable.name) return [];
  // A rule that does not run here (switched off, or for other kinds of document) leaves its comments in peace.
  const known = silence.rule === '*' || rules.some(({ name }) => name === silence.rule);
  if (known && silence.rule !== '*' && !active.some(({ name }) => name === silence.rule)) return [];
  const messageId = !known ? 'unknown' : silence.rule === '*' ? 'unusedAll' : 'unused';
  const [near] = known
    ? []
    : nearest(
        silence.rule,
        rules.map(({ name }) => name),
        1,
      );
  return [
    {
      rule: unusedDisable.name,
      severity,
      messageId,
      message: words.say(messageOf(unusedDisable, messageId), { rule: silence.rule }),
      span: silence.span,
      data: { rule: silence.rule, ...(near !== undefined && { near }) },
      related: [],
      fixes: near === undefined ? ['remove'] : ['correct', 'remove'],
      fixable: true,
    },
  ];
}
