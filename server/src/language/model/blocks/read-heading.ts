import type { Heading, Node, Paragraph, Parent } from 'mdast';
import { readParagraphNumber } from '../inline/numbers.ts';
import type { HeadingItem, Item, ParagraphNumber } from '../items.ts';
import type { HeadingMatch } from '../context/match-heading.ts';
import type { ReadingContext } from '../context/model-context.ts';
import { readAskingHeading, readIntroduction, subjectOfRole } from '../context/read-introduction.ts';
import { define, listedAppendix, readPiece, readRequest } from './read-item.ts';
import { readLabelled } from '../item-parts/read-label.ts';
import { readRecommendationName } from '../item-parts/read-recommendation-name.ts';
import { enterSection, markOf, type BlockReading, type ReadingState } from '../context/reading-state.ts';
import { part, plain, wordsFrom, wordsOf, type Words } from '../words/words.ts';
import { sectionKey } from '../../house-styles/section-names.ts';
import type { Span } from '../../text/span.ts';
import type { Role } from '../vocabulary.ts';

/**
 * A Markdown heading. The first of level 1 without a role of its own is the document's title; so is one that stands first and is the title
 * of the front matter, though a section may be called so ("Outcome of the visit"), or only begins as the name of a section may ("Feedback
 * from …").
 */
export function readHeading(source: string, node: Heading, state: ReadingState, context: ReadingContext): BlockReading {
  const words = wordsOf(source, node.children);
  const numbered = readNumber(words, true);
  const { label, words: text } = readLabelled(source, node, words, numbered?.rest ?? 0);
  const { text: heading, span: textSpan } = part(text);
  const named = context.headings.match(heading);
  const isTitle =
    node.depth === 1 &&
    !state.hasTitle &&
    (named === null ||
      (state.sections.length === 0 && (context.headings.exactly(heading) === null || sectionKey(heading) === context.titleNamedAsSection)));
  const match = isTitle ? null : named;
  const span = spanOfNode(node);
  const item: HeadingItem = {
    kind: 'heading',
    form: 'heading',
    span,
    level: node.depth,
    text: heading,
    textSpan,
    number: numbered?.number ?? null,
    role: match?.role ?? null,
    nearly: match || isTitle ? null : nearlyOf(context, heading),
    isTitle,
    value: null,
  };
  const items = [item, ...define({ label, words: text, span }, 'other'), ...listedAppendix({ span, words: text, link: null })];
  if (isTitle)
    return {
      items,
      after: {
        ...state,
        sections: [],
        place: { roles: [], role: null, heading: null },
        hasTitle: true,
        introduction: null,
        recommendationsListed: false,
      },
    };
  const after = enterSection(state, { level: node.depth, heading, role: item.role });
  const recommended = item.role === null ? recommendedBy(text, after, context) : [];
  if (recommended.length > 0) return { items: [...items, ...recommended], after: { ...after, recommendationsListed: true } };
  return { items, after: introducedBy(item, plain(text.text), after) };
}

/** Shorter words behind “Recommendation 2:” in a plan are the subject of its part. */
const fewestWords = 4;

/**
 * What a heading asks that is called a recommendation: "Recommendation 2: Agree the priorities", over the reasons for it. One that asks
 * nothing says what its recommendation is about.
 */
function recommendedBy(words: Words, { place }: ReadingState, context: ReadingContext): readonly Item[] {
  const subject = subjectOfRole(place.role);
  // A plan repeats what it answers, in sections of no role of their own.
  const isAnswered = subject === null && context.type === 'action-plan' && place.role === null;
  const called = subject?.of === 'recommendations' || subject?.of === 'findings' || isAnswered ? readRecommendationName(words) : null;
  if (!called || called.text === '') return [];
  const { span, text } = part(called);
  if (isAnswered ? text.split(' ').length < fewestWords : readRequest(called, true).verb === null) return [];
  return readPiece(
    { span, label: null, words: called, fields: new Map(), form: 'paragraph', link: null },
    subject ?? subjectOfRole('recommendations'),
    context,
  );
}

/**
 * The state behind a heading whose words introduce what follows: "Actions taken so far include:" says more than the role of a section of
 * progress.
 */
function introducedBy({ role, number }: HeadingItem, text: string, after: ReadingState): ReadingState {
  const introduced = (role === 'recommendations' ? readAskingHeading(text) : null) ?? readIntroduction(text, after.place.role);
  if (!introduced || (introduced.of === 'other' && role !== null)) return after;
  return {
    ...after,
    introduction: { subject: introduced, number: number && markOf(number), isListItem: false, reach: 'next', last: null },
  };
}

/** "The Board is asked to:" within a section of recommendations leads to its list and opens no section. */
const onlyLeads = (heading: string, state: ReadingState): boolean =>
  state.place.role === 'recommendations' && readAskingHeading(heading.replace(/^\(?\d{1,3}(?:\.\d{1,3})*[.)]?\s+/, '')) !== null;

const nearlyOf = (context: ReadingContext, heading: string): HeadingItem['nearly'] => {
  const near = context.headings.nearly(heading);
  return near && { heading: near.heading, role: near.role };
};

/** A paragraph that is one line in bold and nothing else, naming a known section (or nearly). Null for any other paragraph. */
export function readBoldLine(
  source: string,
  node: Paragraph,
  span: Span,
  state: ReadingState,
  context: ReadingContext,
  marker: ParagraphNumber | null,
): BlockReading | null {
  const strong = node.children.find(({ type }) => type === 'strong');
  if (!strong || !node.children.every((child) => child === strong || isPunctuation(child))) return null;
  const words = wordsOf(source, (strong as Parent).children);
  if (/[\r\n]/.test(words.text.trim())) return null;
  const numbered = readNumber(words, true);
  const { text, span: textSpan } = part(wordsFrom(words, numbered?.rest ?? 0));
  const heading = text.replace(/\s*:$/, '');
  const match = context.headings.match(heading);
  const near = match ?? context.headings.nearly(heading);
  if (!near || onlyLeads(heading, state)) return null;
  const level = levelIn(state, near);
  const item: HeadingItem = {
    kind: 'heading',
    form: 'bold-line',
    span,
    level,
    text: heading,
    textSpan: { start: textSpan.start, end: textSpan.start + heading.length },
    number: marker ?? numbered?.number ?? null,
    role: match?.role ?? null,
    nearly: match ? null : { heading: near.heading, role: near.role },
    isTitle: false,
    value: null,
  };
  return { items: [item], after: introducedBy(item, text, enterSection(state, { level, heading, role: item.role })) };
}

const isPunctuation = (node: Node): boolean => node.type === 'text' && /^[\s:.]*$/.test((node as Node & { value: string }).value);

/** A section that no heading marks stands where its house style has it, but never above the heading of the document's own part. */
function levelIn({ sections }: ReadingState, { level }: HeadingMatch): number {
  const outermost = sections[0]?.level ?? level;
  return outermost > level ? outermost : level;
}

/** A line `Name: value` of a paragraph, with all up to the next such line. */
export interface FieldLine {
  readonly match: HeadingMatch;
  readonly name: Words;
  readonly value: Words;
}

/**
 * The lines of a paragraph that start with the name of a known section and a colon, as on a form ("Contact Officer: A. Person").
 * Empty unless the first line is one.
 */
export function readFieldLines(words: Words, state: ReadingState, context: ReadingContext): readonly FieldLine[] {
  const lines: { match: HeadingMatch; start: number; colon: number }[] = [];
  for (let start = 0; start < words.text.length; start = lineEnd(words.text, start)) {
    const line = words.text.slice(start, lineEnd(words.text, start));
    const colon = line.indexOf(':');
    const name = colon > 0 && colon <= longestName ? plain(line.slice(0, colon)) : '';
    const match = context.headings.exactly(name);
    if (match && !runIn.has(match.role) && !onlyLeads(name, state)) lines.push({ match, start, colon: start + colon });
    else if (lines.length === 0) return [];
  }
  return lines.map(({ match, start, colon }, index) => ({
    match,
    name: { start: words.start + start, text: words.text.slice(start, colon) },
    value: { start: words.start + colon + 1, text: words.text.slice(colon + 1, lines[index + 1]?.start ?? words.text.length) },
  }));
}

/**
 * Roles whose names stand before a colon in running text as well ("Action: CD to write to the schools", "Owner: Improvement Board",
 * "Strengths:" over a list), where they head no section.
 */
const runIn: ReadonlySet<Role> = new Set([
  'people',
  'actions',
  'measures',
  'progress',
  'strengths',
  'areas-for-improvement',
  'priority-actions',
  'agenda-items',
  'key-issues',
  'next-steps',
]);

/** The longest form heading is about 90 characters ("Alternative Options Considered and Rejected: (including any Risk Implications)"). */
const longestName = 100;

function lineEnd(text: string, start: number): number {
  const next = text.slice(start).search(/[\r\n]/);
  if (next < 0) return text.length;
  const end = start + next;
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

export function headingOfFieldLine({ match, name, value }: FieldLine, state: ReadingState): BlockReading {
  const numbered = readNumber(name, true);
  const { text, span: textSpan } = part(wordsFrom(name, numbered?.rest ?? 0));
  const said = part(value);
  const level = levelIn(state, match);
  const start = part(name).span.start;
  const item: HeadingItem = {
    kind: 'heading',
    form: 'field-line',
    span: { start, end: Math.max(said.span.end, name.start + name.text.length + 1) },
    level,
    text,
    textSpan,
    number: numbered?.number ?? null,
    role: match.role,
    nearly: null,
    isTitle: false,
    value: said.text === '' ? null : said,
  };
  return {
    items: [item],
    after: introducedBy(item, said.text === '' ? `${text}:` : text, enterSection(state, { level, heading: text, role: match.role })),
  };
}

/** The number written by hand before some words. A number that Markdown would take for a list may stand with its mark escaped (`12\.`). */
export function readNumber(words: Words, isHeading = false): { readonly number: ParagraphNumber; readonly rest: number } | null {
  const escaped = /^\s*\(?[\w.]{1,12}\\[.)]/.test(words.text);
  const found = readParagraphNumber(escaped ? words.text.replace(/\\([.)])/, '$1 ') : words.text, words.start, isHeading);
  if (!found || !escaped) return found;
  return { ...found, number: { ...found.number, span: { start: found.number.span.start, end: found.number.span.end + 1 } } };
}

export const spanOfNode = ({ position }: Node): Span => ({ start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 });
