import type { Node, Parent } from 'mdast';
import type { Block } from '../../syntax/syntax.ts';
import type { Span } from '../../text/span.ts';
import type { Item } from '../items.ts';
import { quotationsIn } from './quotations.ts';
import { isRole, type Role } from '../vocabulary.ts';
import { wordsOf, type Words } from './words.ts';

/** A paragraph or a cell that its author wrote as running text. Rules about style look at these and at nothing else. */
export interface Passage {
  /** Marks are blanked out; a place in the text stands at the same distance from the start in the block. */
  readonly words: Words;
  readonly form: 'paragraph' | 'cell';
  /**
   * What is not the author's own: quotations, link texts, titles in italics, code, long forms of acronyms. Indices of the text, in order.
   */
  readonly notOwn: readonly Span[];
}

/** Sections that hold names, titles and addresses rather than sentences. */
const listSections: readonly Role[] = [
  'background-papers',
  'appendices',
  'contact',
  'attendance',
  'membership',
  'people',
  'glossary',
  'agenda-items',
  'declarations',
];

/**
 * What the author of a document says in a block in words of his own. Left out are headings (they are the council's form), heads of
 * tables, block quotes, what inspectors found (the words are theirs) and sections that are lists of names. `items` are the block's, `role`
 * that of its section.
 */
export function ownPassages(block: Block, items: readonly Item[], role: Role | null): readonly Passage[] {
  if (
    block.kind === 'front-matter' ||
    block.leftUnread ||
    listSections.some((one) => isRole(role, one)) ||
    items.some(({ kind }) => kind === 'table')
  )
    return [];
  return leavesOf(block).flatMap(({ node, quoted }): readonly Passage[] => {
    if (quoted || node.type === 'heading') return [];
    const words = wordsOf(block.text, node.children);
    // Three words in a cell are an entry, such as a status, and no running text.
    if (node.type === 'tableCell' && words.text.split(/\s+/, 6).filter(Boolean).length < 4) return [];
    if (isSomebodyElses(words, items)) return [];
    return [{ words, form: node.type === 'paragraph' ? 'paragraph' : 'cell', notOwn: notOwn(words, node.children, items) }];
  });
}

interface Leaf {
  readonly node: Parent;
  /** In a block quote: somebody else's words. */
  readonly quoted: boolean;
}

/** Paragraphs, headings and cells of a block, in order. */
function leavesOf({ nodes }: Block): readonly Leaf[] {
  const leaves: Leaf[] = [];
  // A list of its own instead of recursion: hostile text nests deeper than a stack.
  const waiting = nodes.toReversed().map((node: Node) => ({ node, quoted: false }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next;
    if (!('children' in node)) continue;
    const parent = node as Parent;
    const quoted = next.quoted || node.type === 'blockquote';
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') leaves.push({ node: parent, quoted });
    else for (let i = parent.children.length - 1; i >= 0; i--) waiting.push({ node: parent.children[i]!, quoted });
  }
  return leaves;
}

/** The words of a block that are not in a block quote: paragraphs, headings and cells, whoever wrote them. */
export const unquotedWordsOf = (block: Block): readonly Words[] =>
  block.kind === 'front-matter' || block.leftUnread
    ? []
    : leavesOf(block)
        .filter(({ quoted }) => !quoted)
        .map(({ node }) => wordsOf(block.text, node.children));

/** A line that heads a section, or what inspectors found. */
function isSomebodyElses({ start, text }: Words, items: readonly Item[]): boolean {
  const holds = (span: Span) => span.start < start + text.length && start < span.end;
  return items.some(
    (item) =>
      (item.kind === 'heading' && holds(item.form === 'field-line' ? item.textSpan : item.span)) ||
      (item.kind === 'finding' && holds(item.textSpan)),
  );
}

function notOwn({ start, text }: Words, children: readonly Node[], items: readonly Item[]): readonly Span[] {
  const spans: Span[] = quotationsIn(text).map(([from, to]) => ({ start: from, end: to }));
  const waiting: Node[] = [...children];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (from === undefined || to === undefined) continue;
    const isTitle = node.type === 'emphasis' && /\s/.test(text.slice(from - start, to - start).trim());
    if (isTitle || node.type === 'link' || node.type === 'linkReference' || node.type === 'inlineCode')
      spans.push({ start: from - start, end: to - start });
    else if ('children' in node) waiting.push(...(node as Parent).children);
  }
  for (const item of items)
    if (item.kind === 'acronym-definition') spans.push({ start: item.span.start - start, end: item.span.end - start });
  return spans.sort((a, b) => a.start - b.start);
}

/** Whether a place touches words that are not the author's own. */
export const isNotOwn = ({ notOwn: spans }: Passage, { start, end }: Span): boolean =>
  spans.some((span) => span.start < end && start < span.end);
