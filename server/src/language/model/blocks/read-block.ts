import type { Blockquote, Node, Paragraph, Parent, TableRow } from 'mdast';
import type { Block } from '../../syntax/syntax.ts';
import { findSpellings, mayHoldSpelling } from '../words/spellings.ts';
import type { Item, ItemKind, ParagraphItem, ParagraphNumber } from '../items.ts';
import type { ReadingContext } from '../context/model-context.ts';
import { ownPassages } from '../words/own-words.ts';
import { readFacts, readReferences } from './read-facts.ts';
import { isGlossary, readGlossaryEntry, readGlossaryRow } from '../acronyms/read-glossary.ts';
import { headingOfFieldLine, readBoldLine, readFieldLines, readHeading, readNumber, spanOfNode } from './read-heading.ts';
import { introduces, readIntroduction, subjectOfRole } from '../context/read-introduction.ts';
import { define, readPiece, readRequest } from './read-item.ts';
import { type Labelled, readLabelled, readStruck } from '../item-parts/read-label.ts';
import { readFindingName } from '../item-parts/read-finding-name.ts';
import { isRecommendationName, readRecommendationName } from '../item-parts/read-recommendation-name.ts';
import { appendixLines, linesOf } from './read-lines.ts';
import { readOutline } from './read-outline.ts';
import { readListItem } from './read-list-item.ts';
import { appendicesOfRow, cellWords, readHeaderRow, readRow } from './read-table.ts';
import { switchedOffAfter } from './read-suppression.ts';
import {
  type BlockReading,
  type Introduction,
  markOf,
  type NumberMark,
  ownRole,
  type ReadingState,
  type Subject,
} from '../context/reading-state.ts';
import { firstVisible, part, struckIn, wordsOf, type Words } from '../words/words.ts';
import type { Span } from '../../text/span.ts';

/** How much is read of a block: everything, or only what {@link sharedKinds} has. */
export type Extent = 'everything' | 'shared';

/**
 * Kinds of items that the documents of a response know of each other. They are the same whether everything is read or these alone, which
 * takes a fraction of the time.
 */
export const sharedKinds: ReadonlySet<ItemKind> = new Set([
  'heading',
  'paragraph',
  'recommendation',
  'finding',
  'action',
  'measure',
  'table',
  'label-definition',
  'label-reference',
  'appendix-listed',
  'link',
  'link-definition',
] as const);

/** Reads one block. Depends on nothing but its arguments. */
export function readBlock(block: Block, before: ReadingState, context: ReadingContext, extent: Extent): BlockReading {
  if (block.kind === 'front-matter') return { items: [], after: before };
  const { items, after } = readStructure(block, before, context);
  if (extent === 'shared') {
    const references = readReferences(block.text, block.nodes, items);
    return { items: references.length === 0 ? items : [...items, ...references], after };
  }
  const all: Item[] = [...items, ...readFacts(block.text, block.nodes, items, context.statusScale), ...readOutline(block, items)];
  if (mayHoldSpelling(block.text)) all.push(...ownPassages(block, all, after.place.role).flatMap(findSpellings));
  const comments = all.filter((item) => item.kind === 'suppression');
  const switchedOff = comments.reduce(switchedOffAfter, before.switchedOff);
  return { items: all, after: switchedOff === after.switchedOff ? after : { ...after, switchedOff } };
}

function readStructure(block: Block, before: ReadingState, context: ReadingContext): BlockReading {
  const [node] = block.nodes;
  if (block.kind === 'table-row' && node?.type === 'tableRow') return readTableRow(block, node, before, context);
  const state = before.table ? { ...before, table: null } : before;
  if (block.kind === 'list-item' && node?.type === 'listItem') return readListItem(block, node, state, context);
  if (node && block.nodes.length === 1) return readFlow(block.text, node, state, context);
  return block.nodes.reduce<BlockReading>(
    ({ items, after }, next) => {
      const reading = readFlow(block.text, next, after, context);
      return { items: [...items, ...reading.items], after: reading.after };
    },
    { items: [], after: state },
  );
}

function readTableRow(block: Block, row: TableRow, before: ReadingState, context: ReadingContext): BlockReading {
  if (block.opensContainer || !before.table) {
    const { item, table } = readHeaderRow(block.text, row);
    // A list of appendices has no heads: its first row is the first of them.
    return {
      items: [item, ...appendicesOfRow(block.text, row, subjectOfRole(before.place.role))],
      after: { ...before, table, introduction: null },
    };
  }
  if (isGlossary(before.place.role)) {
    return {
      items: readGlossaryRow(
        row.children.map((cell) => cellWords(block.text, cell)),
        spanOfNode(row),
      ),
      after: before,
    };
  }
  return { items: readRow(block.text, row, before.table, subjectOfRole(before.place.role), context), after: before };
}

function readFlow(source: string, node: Node, state: ReadingState, context: ReadingContext): BlockReading {
  switch (node.type) {
    case 'heading':
      return readHeading(source, node as Parameters<typeof readHeading>[1], state, context);
    case 'paragraph':
      return readParagraph(source, node as Paragraph, state, context);
    case 'blockquote':
      return { items: quotedParagraphs(source, node as Blockquote), after: withoutIntroduction(state) };
    // A comment, or an address that a link elsewhere points to, comes between a paragraph and its list, or the items of a list, without
    // parting them.
    case 'html':
    case 'definition':
      return { items: [], after: betweenItems(state) };
    default:
      return { items: [], after: withoutIntroduction(state) };
  }
}

const withoutIntroduction = (state: ReadingState): ReadingState => (state.introduction ? { ...state, introduction: null } : state);

/** Markdown ends a list at a comment; what introduced the list introduces the one that goes on behind it. */
const betweenItems = (state: ReadingState): ReadingState =>
  state.introduction?.reach === 'list' || state.introduction?.reach === 'siblings'
    ? { ...state, introduction: { ...state.introduction, reach: 'next' } }
    : state;

function readParagraph(source: string, node: Paragraph, state: ReadingState, context: ReadingContext): BlockReading {
  const span = spanOfNode(node);
  const bold = readBoldLine(source, node, span, state, context, null);
  if (bold) return bold;
  const words = wordsOf(source, node.children);
  const withdrawn = words.struck ? readStruck(source, node, readLabelled(source, node, words)) : null;
  if (withdrawn) return { items: readWithdrawn(spanOfNode(node), words, withdrawn), after: state };
  if (firstVisible(words) === words.text.length) return { items: [], after: state };
  const fieldLines = readFieldLines(words, state, context);
  if (fieldLines.length === 0) return readText(source, node, words, state, context);
  return fieldLines.reduce<BlockReading>(
    (reading, line) => {
      const heading = headingOfFieldLine(line, reading.after);
      const value =
        part(line.value).text === '' ? { items: [], after: heading.after } : readText(source, null, line.value, heading.after, context);
      return { items: [...reading.items, ...heading.items, ...value.items], after: value.after };
    },
    { items: [], after: state },
  );
}

/** A paragraph that is struck through: its number still counts among the others, and its label is known. */
function readWithdrawn(span: Span, words: Words, { label }: Labelled): readonly Item[] {
  const number = readNumber(struckIn(words)[0]!)?.number ?? null;
  return [
    ...(number ? [{ kind: 'paragraph', span, number, text: '', depth: 0, quoted: false } as const] : []),
    ...define({ label, words, span }, 'other'),
  ];
}

/** A paragraph of text; `node` is null for the value of a field line, which can hold no label. */
function readText(
  source: string,
  node: Paragraph | null,
  words: Words,
  state: ReadingState,
  context: ReadingContext,
  isLine = false,
): BlockReading {
  const lines = isLine || state.place.role !== 'recommendations' ? [] : numberedLines(words);
  if (lines.length > 1) {
    return lines.reduce<BlockReading>(
      ({ items, after }, line) => {
        const reading = readText(source, null, line, after, context, true);
        return { items: [...items, ...reading.items], after: reading.after };
      },
      { items: [], after: state },
    );
  }
  const { span, text } = part(words);
  const numbered = node || isLine ? readNumber(words) : null;
  const number = numbered?.number ?? null;
  const paragraph: ParagraphItem = { kind: 'paragraph', span, number, text, depth: 0, quoted: false };
  const behind = numbered?.rest ?? 0;
  const { label, words: rest } = node
    ? readLabelled(source, node, words, behind)
    : { label: null, words: { text: words.text.slice(behind), start: words.start + behind } };
  const piece = { span, label, words: rest, fields: new Map(), form: 'paragraph', link: firstLink(node) } as const;
  const run = runUnderWay(state.introduction, number);
  if (run) {
    const recommendationsListed = state.recommendationsListed || run.subject.of === 'recommendations';
    return { items: [paragraph, ...readPiece(piece, run.subject, context)], after: { ...state, introduction: run, recommendationsListed } };
  }
  const introduced = introduces(text, state.place.role) ? readIntroduction(part(rest).text, state.place.role) : null;
  if (introduced) {
    const introduction: Introduction = {
      subject: introduced,
      number: number && markOf(number),
      isListItem: false,
      reach: 'next',
      last: null,
    };
    return { items: [paragraph, ...readPiece(piece, null, context)], after: { ...state, introduction } };
  }
  // In a section of appendices a paragraph is one of them, unless it has a line for each.
  if (!isLine && (state.place.role !== 'appendices' || linesOf(words).length > 1)) {
    const appendices = appendixLines(words);
    if (appendices.length > 0) return { items: [paragraph, ...appendices], after: withoutIntroduction(state) };
  }
  const called = isLine ? null : calledRecommendation(rest, state, context);
  if (called) {
    const items =
      called.text === ''
        ? []
        : readPiece({ ...piece, words: called }, subjectOfRole(state.place.role) ?? subjectOfRole('recommendations'), context);
    return { items: [paragraph, ...items], after: { ...withoutIntroduction(state), recommendationsListed: items.length > 0 } };
  }
  const finding = isLine ? null : readFindingName(rest);
  if (finding) {
    // "Area for improvement: **F2** Leaders should …": a label may stand behind the name as well.
    const labelled =
      node && !label ? readLabelled(source, node, words, finding.words.start - words.start) : { label, words: finding.words };
    return {
      items: [paragraph, ...readPiece({ ...piece, ...labelled }, { of: 'findings', polarity: finding.polarity }, context)],
      after: withoutIntroduction(state),
    };
  }
  const items = isGlossary(state.place.role) ? readGlossaryEntry(rest, span) : readPiece(piece, subjectOfParagraph(piece, state), context);
  // A paragraph without a number may go on with an item of a run: i., ii., more of ii., iii.
  const introduction = number === null && state.introduction?.reach === 'run' ? state.introduction : null;
  return { items: [paragraph, ...items], after: introduction === state.introduction ? state : { ...state, introduction } };
}

/**
 * "(1) That … be noted;", and "(2) …" on the next line: Markdown makes one paragraph of them, and they are two recommendations. Empty where
 * they are no such lines.
 */
function numberedLines(words: Words): readonly Words[] {
  const lines = linesOf(words);
  if (lines.length < 2) return [];
  const marks = lines.map((line) => readNumber(line)?.number ?? null);
  const isRun = marks.every((mark, at) => mark !== null && (at === 0 || follows(markOf(marks[at - 1]!), markOf(mark))));
  return isRun ? lines : [];
}

/**
 * The words of a paragraph that is called a recommendation by its number: "**Recommendation 2 – Agree the priorities.** They are many", or
 * the first one under the heading "Recommendation 2". Empty where the name stands alone; null for any other paragraph.
 */
function calledRecommendation(words: Words, { place, recommendationsListed }: ReadingState, { type }: ReadingContext): Words | null {
  const subject = subjectOfRole(place.role);
  // A plan repeats what it answers, in sections of no role of their own.
  const isAnswered = subject === null && type === 'action-plan' && place.role === null;
  if (subject?.of !== 'recommendations' && subject?.of !== 'findings' && !isAnswered) return null;
  const name = readRecommendationName(words);
  if (name) return name;
  if (isAnswered && /^\W*[A-Z][^:.]{1,60}:/.test(words.text)) return null;
  return isRecommendationName(place.heading ?? '') && !recommendationsListed ? words : null;
}

/**
 * What a paragraph of a section is by itself: only one with a label is a finding, action or measure; in a section of recommendations each
 * one is read.
 */
function subjectOfParagraph({ label, words }: { readonly label: unknown; readonly words: Words }, state: ReadingState): Subject | null {
  const subject = subjectOfRole(state.place.role);
  if (subject?.of !== 'recommendations') return label || subject?.of === 'appendices' ? subject : null;
  if (label) return subject;
  // Beside a list, or under a sub-heading, a paragraph that asks for nothing is an explanation.
  const mayExplain = state.recommendationsListed || ownRole(state) !== 'recommendations';
  return mayExplain && readRequest(words, false).verb === null ? null : subject;
}

/**
 * The introduction with its run gone on by one, where a numbered paragraph is the next item of it: "e) … areas for improvement:" and then
 * i., ii., iii.
 */
function runUnderWay(introduction: Introduction | null, number: ParagraphNumber | null): Introduction | null {
  if (!introduction || !number || (introduction.reach !== 'next' && introduction.reach !== 'run')) return null;
  const mark = markOf(number);
  const value = mark.values.at(-1)!;
  if (introduction.reach === 'next')
    return mark.values.length === 1 && value === 1 && !follows(introduction.number, mark)
      ? { ...introduction, reach: 'run', last: mark }
      : null;
  const { last } = introduction;
  if (!last || !follows(last, mark)) return null;
  return { ...introduction, last: { ...mark, style: last.style, values: [last.values.at(-1)! + 1] } };
}

/** Whether a number is the next after another: 2. after 1., (b) after (a), and i. after h. though i is also a roman number. */
function follows(before: NumberMark | null, next: NumberMark): boolean {
  if (!before || before.closing !== next.closing || before.values.length !== next.values.length) return false;
  const sameStem = before.values.slice(0, -1).every((value, index) => value === next.values[index]);
  const wanted = before.values.at(-1)! + 1;
  if (before.style === next.style) return sameStem && next.values.at(-1) === wanted;
  return letterAlone(before) && letterAlone(next) && lettersOf(next).includes(wanted);
}

const letterAlone = ({ style }: NumberMark): boolean => style === 'letter' || style === 'roman';

/** What a single letter can count as: `i` is 1 in roman numbers and 9 in the alphabet. */
function lettersOf({ style, values }: NumberMark): readonly number[] {
  const value = values[0]!;
  if (style === 'roman') return [value, ...(value === 1 ? [9] : value === 5 ? [22] : value === 10 ? [24] : [])];
  return [value, ...(value === 12 ? [50] : value === 3 ? [100] : [])];
}

/** Somebody else's words: they are paragraphs, and nothing of the document's own structure. */
function quotedParagraphs(source: string, quote: Blockquote): readonly ParagraphItem[] {
  const found: ParagraphItem[] = [];
  const waiting: { readonly node: Node; readonly depth: number }[] = [{ node: quote, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (node.type === 'paragraph') {
      const words = wordsOf(source, (node as Paragraph).children);
      const { text, span } = part(words);
      if (text !== '') found.push({ kind: 'paragraph', span, number: readNumber(words)?.number ?? null, text, depth, quoted: true });
    } else if ('children' in node) {
      const { children } = node as Parent;
      for (let i = children.length - 1; i >= 0; i--) waiting.push({ node: children[i]!, depth: node.type === 'list' ? depth + 1 : depth });
    }
  }
  return found;
}

/** Address of the first link of a paragraph, or null. */
function firstLink(node: Node | null): string | null {
  if (!node || !('children' in node)) return null;
  for (const child of (node as Parent).children) {
    if (child.type === 'link') return (child as Node & { url: string }).url;
  }
  return null;
}
