import type { List, ListItem, Node, Paragraph, Parent } from 'mdast';
import type { Block } from '../../syntax/syntax.ts';
import { isActionByFields, readFieldLine, readPiece, type Piece } from './read-item.ts';
import type { Item, ParagraphItem, ParagraphNumber } from '../items.ts';
import type { ReadingContext } from '../context/model-context.ts';
import { isGlossary, readGlossaryEntry } from '../acronyms/read-glossary.ts';
import { readBoldLine, readNumber, spanOfNode } from './read-heading.ts';
import { introduces, readIntroduction, subjectOfRole } from '../context/read-introduction.ts';
import { readLabelled, readStruck } from '../item-parts/read-label.ts';
import { markOf, type BlockReading, type ReadingState, type Subject } from '../context/reading-state.ts';
import type { ActionField } from '../vocabulary.ts';
import { part, wordsBetween, wordsOf, type Words } from '../words/words.ts';

/** Lists inside lists beyond this depth are no part of a report's structure. */
const deepest = 12;

/** An item of a top-level list, with the lists inside it. */
export function readListItem(block: Block, node: ListItem, before: ReadingState, context: ReadingContext): BlockReading {
  const source = block.text;
  const isOrdered = block.container?.type === 'list' && block.container.ordered;
  const marker = isOrdered ? markerOf(source, node) : null;
  const [only] = node.children;
  if (node.children.length === 1 && only?.type === 'paragraph') {
    const heading = readBoldLine(source, only, spanOfNode(node), before, context, marker);
    if (heading && marker) return heading;
  }
  // "13." over a table is the number of what stands below it.
  if (marker && node.children.length === 0)
    return { items: [{ kind: 'paragraph', span: marker.span, number: marker, text: '', depth: 0, quoted: false }], after: before };
  const item = takeApart(source, node, marker);
  const isBodyParagraph = block.container?.type === 'list' && isBodyText(item, block.container.start, context);
  const state = introductionAt(before, block.opensContainer, item.number);
  const subject = subjectOfItem(state, isBodyParagraph);
  const introduced = item.introduces ? readIntroduction(part(item.piece.words).text, state.place.role) : null;
  const paragraphs = paragraphsOf(source, node, item, isOrdered ? 0 : 1);
  if (isGlossary(state.place.role))
    return { items: [...paragraphs, ...readGlossaryEntry(item.piece.words, item.piece.span)], after: state };
  if (introduced && item.lists.length === 0) {
    const introduction = {
      subject: introduced,
      number: item.number && markOf(item.number),
      isListItem: true,
      reach: 'next',
      last: null,
    } as const;
    return { items: [...paragraphs, ...readPiece(item.piece, null, context)], after: { ...state, introduction } };
  }
  const items = [...paragraphs, ...readItem(source, item, subject, introduced, context, 1)];
  const listed = items.some(({ kind }) => kind === 'recommendation') && !state.recommendationsListed;
  return { items, after: listed ? { ...state, recommendationsListed: true } : state };
}

/**
 * What a list item is, with the items inside it. One that introduces the list inside it gives its place to the items of that list, and so
 * does one over items with labels or fields of their own ("Workforce", and under it **A1**, **A2**).
 */
function readItem(
  source: string,
  item: TakenApart,
  subject: Subject | null,
  introduced: Subject | null,
  context: ReadingContext,
  depth: number,
): readonly Item[] {
  if (item.lists.length === 0 || depth >= deepest) return readPiece(item.piece, subject, context);
  const inner = item.lists.flatMap((list) =>
    list.children.map((child) => takeApart(source, child, list.ordered ? markerOf(source, child) : null)),
  );
  const subjectInside = introduced ?? (item.introduces && subject?.of === 'recommendations' ? subject : null);
  if (subjectInside && subjectInside.of !== 'other' && (subjectInside !== subject || subject.of === 'recommendations')) {
    return [
      ...readPiece(item.piece, null, context),
      ...inner.flatMap((one) => readItem(source, one, subjectInside, null, context, depth + 1)),
    ];
  }
  const own = inner.filter(({ piece }) => piece.label !== null || isActionByFields(piece));
  const isGroup = own.length > 0 && item.piece.label === null;
  return [
    ...readPiece(item.piece, isGroup ? null : subject, context),
    ...(isGroup ? inner : own).flatMap((one) => readItem(source, one, subject, null, context, depth + 1)),
  ];
}

/**
 * The state in which an item is read: an introduction reaches over the first list after it, or, where it is an item itself, over the
 * items after it in its own list that have no number.
 */
function introductionAt(state: ReadingState, opensList: boolean, number: ParagraphNumber | null): ReadingState {
  const { introduction } = state;
  if (!introduction) return state;
  if (introduction.reach === 'next') {
    if (opensList) return { ...state, introduction: { ...introduction, reach: 'list' } };
    if (introduction.isListItem && number === null && introduction.number !== null)
      return { ...state, introduction: { ...introduction, reach: 'siblings' } };
  }
  if (introduction.reach === 'list' && !opensList) return state;
  if (introduction.reach === 'siblings' && !opensList && number === null) return state;
  return { ...state, introduction: null };
}

function subjectOfItem({ introduction, place }: ReadingState, isBodyParagraph: boolean): Subject | null {
  if (introduction && introduction.reach !== 'next') return introduction.subject;
  const subject = subjectOfRole(place.role);
  return isBodyParagraph && subject?.of !== 'recommendations' ? null : subject;
}

/** "14." is a paragraph of a report that is numbered straight through, not the fourteenth action; and so is "2.4". */
function isBodyText({ number, piece }: TakenApart, listStart: number | null, { type }: ReadingContext): boolean {
  if (number === null || piece.label) return false;
  return number.values.length > 1 || (listStart !== null && listStart > 1 && type !== 'inspection-letter' && type !== 'action-plan');
}

interface TakenApart {
  readonly piece: Piece;
  readonly number: ParagraphNumber | null;
  /** Whether its own text ends as one does that a list follows. */
  readonly introduces: boolean;
  /** Lists inside it, without those that hold its fields. */
  readonly lists: readonly List[];
  readonly own: Paragraph | null;
}

function takeApart(source: string, node: ListItem, marker: ParagraphNumber | null): TakenApart {
  const own = node.children.find((child): child is Paragraph => child.type === 'paragraph') ?? null;
  const words = own ? wordsOf(source, own.children) : { start: spanOfNode(node).end, text: '' };
  const written = readNumber(words);
  const number = written?.number ?? marker;
  const labelled = own ? readLabelled(source, own, words, written?.rest ?? 0) : { label: null, words };
  const withdrawn = own && readStruck(source, own, labelled);
  const lists = node.children.filter((child): child is List => child.type === 'list');
  const { text, fields } = fieldsOf(source, labelled.words, lists);
  const piece: Piece = {
    span: spanOfNode(node),
    label: withdrawn ? withdrawn.label : labelled.label,
    words: text,
    fields,
    form: 'item',
    link: linkOf(own),
    withdrawn: withdrawn && withdrawn.words,
  };
  return {
    piece,
    number,
    own,
    lists: fields.size > 0 ? [] : lists,
    introduces: introduces(part(text).text),
  };
}

/** `Owner: …` and its like: from the lists inside an item, and from lines of its own text after the first. */
function fieldsOf(source: string, words: Words, lists: readonly List[]): { text: Words; fields: ReadonlyMap<ActionField, Words> } {
  const fields = new Map<ActionField, Words>();
  const { text, lines } = splitFieldLines(words);
  for (const line of lines) addField(fields, line);
  for (const list of lists) {
    for (const item of list.children) {
      const [first] = item.children;
      if (first?.type !== 'paragraph') continue;
      const line = wordsOf(source, first.children);
      const last = item.children.at(-1)!;
      // A dated log in a list of its own belongs to its field.
      addField(fields, last === first ? line : wordsOf(source, item.children));
    }
  }
  return { text, fields };
}

function addField(fields: Map<ActionField, Words>, line: Words): void {
  const read = readFieldLine(line);
  if (read && !fields.has(read.field)) fields.set(read.field, read.value);
}

/** Parts the lines of a text at those that are fields: an item may have them under its text without a list. */
function splitFieldLines(words: Words): { readonly text: Words; readonly lines: readonly Words[] } {
  if (!/[\r\n]/.test(words.text)) return { text: words, lines: [] };
  const starts = Array.from(words.text.matchAll(/(?:\r\n|\r|\n)(?=[^\r\n])/g), ({ 0: mark, index }) => index + mark.length).filter(
    (start) => readFieldLine({ start: words.start + start, text: /^[^\r\n]*/.exec(words.text.slice(start))![0] }) !== null,
  );
  const [first] = starts;
  if (first === undefined) return { text: words, lines: [] };
  return { text: wordsBetween(words, 0, first), lines: starts.map((start, index) => wordsBetween(words, start, starts[index + 1])) };
}

/** The number that Markdown takes as the marker of an ordered list's item, as written: `12.` */
function markerOf(source: string, node: ListItem): ParagraphNumber | null {
  const { start } = spanOfNode(node);
  const match = /^(\d{1,9})([.)])/.exec(source.slice(start, start + 11));
  if (!match) return null;
  const closing = match[2] === '.' ? '.' : ')';
  return { span: { start, end: start + match[0].length }, text: match[1]!, style: 'number', closing, values: [Number(match[1])] };
}

/** Every paragraph of an item and of the lists inside it. Field lines are paragraphs too: their text is text. */
function paragraphsOf(source: string, node: ListItem, { number, own }: TakenApart, depth: number): readonly ParagraphItem[] {
  const found: ParagraphItem[] = [];
  const waiting: { readonly node: Node; readonly depth: number; readonly quoted: boolean; readonly marker: ParagraphNumber | null }[] = [
    { node, depth, quoted: false, marker: number },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node: at, depth: level, quoted, marker } = next;
    if (at.type === 'paragraph') {
      const words = wordsOf(source, (at as Paragraph).children);
      const { text, span } = part(words);
      if (text !== '')
        found.push({
          kind: 'paragraph',
          span,
          number: at === own ? number : (readNumber(words)?.number ?? marker),
          text,
          depth: level,
          quoted,
        });
    } else if ('children' in at) {
      const { children } = at as Parent;
      const isList = at.type === 'list';
      for (let i = children.length - 1; i >= 0; i--) {
        const child = children[i]! as Node;
        const isFirst = i === 0 && at.type === 'listItem';
        waiting.push({
          node: child,
          depth: isList ? level + 1 : level,
          quoted: quoted || at.type === 'blockquote',
          marker: isList && (at as List).ordered ? markerOf(source, child as ListItem) : isFirst ? marker : null,
        });
      }
    }
  }
  return found;
}

function linkOf(node: Paragraph | null): string | null {
  const link = node?.children.find(({ type }) => type === 'link');
  return link?.type === 'link' ? link.url : null;
}
