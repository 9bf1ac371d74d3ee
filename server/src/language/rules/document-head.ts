import { field } from '../model/front-matter.ts';
import type { Span } from '../text/span.ts';
import type { Located } from '../model/view.ts';
import type { DocumentContext } from './rule.ts';

/**
 * Where to report what the document as a whole lacks: its title, else the first field of its front matter that says what it is,
 * else its first line. The rule that asks reads `heading`.
 */
export function documentHead(context: DocumentContext): { readonly on: Located | null; readonly span: Span } {
  const title = context.items('heading').find(({ item }) => item.isTitle && item.text !== '');
  if (title) return { on: title, span: title.item.textSpan };
  const { frontMatter } = context;
  const says = field(frontMatter, 'title') ?? field(frontMatter, 'house-style') ?? field(frontMatter, 'type') ?? frontMatter.fields.values().next().value;
  if (says) return { on: null, span: { start: says.keySpan.start, end: Math.max(says.keySpan.end, says.valueSpan.end) } };
  return { on: null, span: firstLine(context) };
}

function firstLine({ view: { layout } }: DocumentContext): Span {
  // A comment that leaves this very rule out does not become the head.
  const index = layout.syntax.blocks.findIndex(({ text }) => text.trim() !== '' && !text.trimStart().startsWith('<!-- inspection-response-'));
  const block = layout.syntax.blocks[index];
  if (!block) return { start: 0, end: 0 };
  const start = block.text.length - block.text.trimStart().length;
  const length = block.text.slice(start).search(/[\r\n]/);
  const base = layout.starts[index]!;
  return { start: base + start, end: base + (length < 0 ? block.text.length : start + length) };
}

/** Whether nothing is written yet: a new file is not told what it lacks before its first word. */
export const isBlank = ({ view }: DocumentContext): boolean => view.layout.syntax.blocks.every(({ text }) => text.trim() === '');

/** Lines of the header, beside its kind, that only a paper for a meeting has. */
const meetingKeys = ['body', 'meeting-date', 'agenda-item', 'report-of', 'portfolio', 'key-decision', 'forward-plan', 'decision-type'];
/** Sections that only a report to a committee has; an annual report or a needs assessment also has a summary and a conclusion. */
const committeeSections: ReadonlySet<string> = new Set(['purpose', 'key-issues', 'recommendations', 'reasons', 'alternatives', 'background-papers', 'implications']);

/**
 * Whether a document may be held against the form of its kind: its header or its name says the kind, or it shows by its header or its
 * sections that it is the report to a committee that it was taken for. The rule that asks reads `heading`.
 */
export function kindIsKnown({ document, frontMatter, items }: DocumentContext): boolean {
  if (document.typeIsStated || document.houseStyle.name !== 'generic') return true;
  return meetingKeys.some((key) => frontMatter.fields.has(key)) || items('heading').some(({ item }) => item.role !== null && committeeSections.has(item.role.split('/')[0]!));
}
