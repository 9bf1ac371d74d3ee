import type { DocumentModel } from '../model/document.ts';
import { field } from '../model/front-matter/front-matter.ts';
import { layoutOf } from '../syntax/layout.ts';
import { span, type Span } from '../text/span.ts';
import type { DocumentContext, LocatedProblem } from './rule.ts';

/**
 * Where to report what the document as a whole lacks: its title, else the first field of its front matter that says what it is,
 * else its first line. A new file is not told what it lacks before its first word. The rule that asks reads `heading`.
 */
export function documentHead({ items, frontMatter }: DocumentContext): { readonly on: LocatedProblem['on']; readonly span: Span } {
  const title = items('heading').find(({ item }) => item.isTitle && item.text !== '');
  if (title) return { on: title, span: title.item.textSpan };
  const says =
    field(frontMatter, 'title') ??
    field(frontMatter, 'house-style') ??
    field(frontMatter, 'type') ??
    frontMatter.fields.values().next().value;
  if (says) return { on: null, span: { start: says.keySpan.start, end: Math.max(says.keySpan.end, says.valueSpan.end) } };
  return { on: 'first-line', span: span(0, 0) };
}

/**
 * The first line that says something, in document offsets; null where nothing is written. A comment that leaves a check out is none, or it
 * would leave out what is said of the document.
 */
export function firstLine({ syntax }: DocumentModel): Span | null {
  const index = syntax.blocks.findIndex(({ text }) => text.trim() !== '' && !text.trimStart().startsWith('<!-- inspection-response-'));
  const block = syntax.blocks[index];
  if (!block) return null;
  const start = block.text.length - block.text.trimStart().length;
  const length = block.text.slice(start).search(/[\r\n]/);
  const base = layoutOf(syntax).starts[index]!;
  return { start: base + start, end: base + (length < 0 ? block.text.length : start + length) };
}

/** Lines of the header, beside its kind, that only a report has: minutes, agendas and records of decisions also name a body and a day. */
const reportKeys = ['agenda-item', 'report-of', 'portfolio', 'forward-plan', 'decision-type'];
/** Sections that only a report to a committee has; an annual report or a needs assessment also has a summary and a conclusion. */
const committeeSections: ReadonlySet<string> = new Set([
  'purpose',
  'key-issues',
  'recommendations',
  'reasons',
  'alternatives',
  'background-papers',
  'implications',
]);

/**
 * Whether a document may be held against the form of its kind: its header or its name says the kind, or it shows by its header or its
 * sections that it is the report to a committee that it was taken for. The rule that asks reads `heading`.
 */
export function kindIsKnown({ document, frontMatter, items }: DocumentContext): boolean {
  if (document.typeIsStated || document.houseStyle.name !== 'generic') return true;
  return (
    reportKeys.some((key) => frontMatter.fields.has(key)) ||
    items('heading').some(({ item }) => item.role !== null && committeeSections.has(item.role.split('/')[0]!))
  );
}
