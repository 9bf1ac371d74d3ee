import type { Definition, Image, ImageReference, Link, LinkReference, Node, Parent } from 'mdast';
import type { StatusScale } from '../../house-styles/house-style.ts';
import { findAcronymDefinitions, findAcronymUses } from '../acronyms/acronyms.ts';
import { findDates } from '../dates/dates.ts';
import { findDeadlineMentions, findDeadlinePeriods } from '../dates/deadline-mentions.ts';
import { findEvidence } from '../inline/evidence.ts';
import { findJudgements } from '../inline/judgements.ts';
import { findLabels, mayHoldLabel } from '../inline/labels.ts';
import { numbersInWords } from '../../text/english.ts';
import { readCount } from '../inline/numbers.ts';
import { findPercentages } from '../inline/percentages.ts';
import type {
  AppendixMentionItem,
  CountItem,
  Item,
  LabelReferenceItem,
  LinkItem,
  LinkReferenceItem,
  ParagraphReferenceItem,
} from '../items.ts';
import { introduces } from '../context/read-introduction.ts';
import { findStatusTotals } from '../item-parts/read-status.ts';
import { readSuppression } from './read-suppression.ts';
import { isBareLink, plain, wordsOf, type Words } from '../words/words.ts';
import { contains, type Span } from '../../text/span.ts';

/** Some words of a block, with whose words they are. */
interface Unit {
  readonly words: Words;
  readonly quoted: boolean;
}

/**
 * The facts of a block, whatever it is: dates, percentages, labels, links and the like. Unlike what its structure says, these
 * are read in quotations too. `structure` are the items already found: what they define is not also a reference.
 */
export function readFacts(source: string, nodes: readonly Node[], structure: readonly Item[], statusScale: StatusScale): readonly Item[] {
  const known = knownOf(structure);
  const { leaves, passages } = takeApart(nodes);
  const items = leaves.flatMap(({ node, quoted }) => readLeaf(source, node, quoted) ?? []);
  for (const { node, quoted } of passages) items.push(...readUnit({ words: wordsOf(source, node.children), quoted }, known, statusScale));
  return items;
}

/** Of the facts of a block only what other documents of the response may ask for: links and references to labels. */
export function readReferences(source: string, nodes: readonly Node[], structure: readonly Item[]): readonly Item[] {
  if (!mayHoldLink.test(source) && !mayHoldLabel(source)) return nothing;
  const { leaves, passages } = takeApart(nodes);
  const known = knownOf(structure);
  const links = leaves.flatMap(({ node, quoted }) =>
    node.type === 'link' || node.type === 'definition' ? (readLeaf(source, node, quoted) ?? []) : [],
  );
  return [
    ...links,
    ...passages.flatMap(({ node }) => (mayHoldLabel(sourceOf(source, node)) ? findReferences(wordsOf(source, node.children), known) : [])),
  ];
}

const nothing: readonly Item[] = [];

const sourceOf = (source: string, { position }: Node): string => (position ? source.slice(position.start.offset, position.end.offset) : '');

/** What stands in every block with a link: a bracket, or what is made a link of as it is written. */
const mayHoldLink = /[[<@]|www\.|:\/\//i;

const isLeaf: ReadonlySet<string> = new Set(['link', 'image', 'html', 'definition', 'linkReference', 'imageReference']);

/** A node, with whether it stands in a quotation. */
interface Found<N extends Node = Node> {
  readonly node: N;
  readonly quoted: boolean;
}

/** The passages of a block, and all that stands in it which is more than words. */
function takeApart(nodes: readonly Node[]): { readonly leaves: readonly Found[]; readonly passages: readonly Found<Parent>[] } {
  const leaves: Found[] = [];
  const passages: Found<Parent>[] = [];
  // A list of its own instead of recursion: hostile text nests deeper than a stack.
  const waiting: Found[] = nodes.map((node) => ({ node, quoted: false })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next;
    const quoted = next.quoted || node.type === 'blockquote';
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') passages.push(next as Found<Parent>);
    if (isLeaf.has(node.type)) leaves.push(next);
    if (!('children' in node)) continue;
    const { children } = node as Parent;
    for (let i = children.length - 1; i >= 0; i--) if (children[i]!.type !== 'text') waiting.push({ node: children[i]!, quoted });
  }
  return { leaves, passages };
}

/** What the structure of a block has claimed already. */
interface Known {
  /** Where labels and short forms stand that are defined there. */
  readonly defined: ReadonlySet<number>;
  readonly addresses: readonly Span[];
  readonly listedAppendices: readonly Span[];
  readonly hasGlossaryEntry: boolean;
}

function knownOf(structure: readonly Item[]): Known {
  const defined = new Set<number>();
  const addresses: Span[] = [];
  const listedAppendices: Span[] = [];
  let hasGlossaryEntry = false;
  for (const item of structure) {
    if (item.kind === 'label-definition') defined.add(item.label.span.start);
    else if (item.kind === 'acronym-definition') defined.add(item.shortSpan.start);
    else if (item.kind === 'appendix-listed') listedAppendices.push(item.span);
    else if (item.kind === 'action' && item.fields.addresses) addresses.push(item.fields.addresses.span);
    hasGlossaryEntry ||= item.kind === 'acronym-definition';
  }
  return { defined, addresses, listedAppendices, hasGlossaryEntry };
}

function readLeaf(source: string, node: Node, quoted: boolean): Item | null {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  if (node.type === 'link') {
    const { url, children } = node as Link;
    return {
      kind: 'link',
      span: { start, end },
      url,
      text: plain(wordsOf(source, children).text),
      bare: isBareLink(node),
      quoted,
    } satisfies LinkItem;
  }
  if (node.type === 'definition') {
    const { url, identifier } = node as Definition;
    return { kind: 'link-definition', span: { start, end }, url, identifier, nameSpan: nameBehind(source, start, end) };
  }
  if (node.type === 'linkReference' || node.type === 'imageReference')
    return linkReference(source, node as LinkReference | ImageReference, start, end);
  if (node.type === 'image')
    return { kind: 'image', span: { start, end }, url: (node as Image).url, alternative: (node as Image).alt ?? '' };
  return node.type === 'html' ? readSuppression(source.slice(start, end), start) : null;
}

/** The name in the brackets that open a definition or a reference. */
function nameBehind(source: string, start: number, end: number): Span {
  const name = /^!?\[((?:[^\\[\]]|\\.)*)\]/s.exec(source.slice(start, end));
  const from = start + (source[start] === '!' ? 2 : 1);
  return { start: from, end: from + (name?.[1]!.length ?? 0) };
}

function linkReference(
  source: string,
  { identifier, referenceType: form }: LinkReference | ImageReference,
  start: number,
  end: number,
): LinkReferenceItem {
  const last = /\[((?:[^\\[\]]|\\.)*)\]$/s.exec(source.slice(start, end))?.[1]!.length ?? 0;
  return {
    kind: 'link-reference',
    span: { start, end },
    identifier,
    form,
    nameSpan: form === 'shortcut' ? nameBehind(source, start, end) : { start: end - 1 - last, end: end - 1 },
  };
}

function readUnit(unit: Unit, known: Known, statusScale: StatusScale): readonly Item[] {
  const { words, quoted } = unit;
  const { text, start } = words;
  if (!/[A-Za-zÀ-ɏ]|\d/u.test(text)) return [];
  const dates = findDates(text, start, quoted);
  return [
    ...dates,
    ...findDeadlineMentions(text, start, dates),
    ...(quoted ? [] : findDeadlinePeriods(text, start, dates)),
    ...findPercentages(text, start),
    ...findAcronyms(unit, known),
    ...findReferences(words, known),
    ...findAppendixMentions(words, known),
    ...findParagraphReferences(words),
    ...(quoted ? [] : findCounts(words)),
    ...findStatusTotals(text, statusScale).map(
      ({ status, stated, written, start: from, end: to }) =>
        ({
          kind: 'status-total',
          status,
          stated,
          written,
          quoted,
          partial: partOnly.test(text),
          span: { start: start + from, end: start + to },
        }) as const,
    ),
    ...(quoted ? [] : findEvidence(text, start)),
    ...findJudgements(text, start, quoted),
  ];
}

/** Words by which a count of statuses speaks of another time, or of some of the actions only. */
const partOnly =
  /\b(?:last|previous(?:ly)?|earlier|quarter|was|were|had|overdue|due|priority|those|these|of which|target|since|compared|against|from|moved|changed|at the (?:end|start)|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** Two capitals in one word. Most paragraphs have none, and are spared the search. */
const mayHoldAcronym = /[A-ZÀ-Þ][A-Za-zÀ-ɏ&]{0,2}[A-ZÀ-Þ]/u;

function findAcronyms({ words: { text, start }, quoted }: Unit, { defined, hasGlossaryEntry }: Known): readonly Item[] {
  if (!mayHoldAcronym.test(text)) return [];
  const uses = findAcronymUses(text, start, quoted).filter(({ span }) => !defined.has(span.start));
  return [...(hasGlossaryEntry ? [] : findAcronymDefinitions(text, start)), ...uses];
}

function findReferences({ text, start }: Words, { defined, addresses }: Known): readonly LabelReferenceItem[] {
  return findLabels(text, start)
    .filter(({ span }) => !defined.has(span.start))
    .map((label) => ({
      kind: 'label-reference',
      span: label.span,
      label,
      addresses: addresses.some((span) => contains(span, label.span)),
    }));
}

const appendixNumber = String.raw`(?:\d{1,2}[A-Za-z]?|[A-Z])(?![A-Za-zÀ-ɏ\d]|\.\d)`;
const appendixMention = new RegExp(
  String.raw`(?<![A-Za-zÀ-ɏ\d])[Aa]ppend(?:ix|ices)\s+(${appendixNumber}(?:(?:\s*,\s*|\s+(?:and|or|to)\s+|\s*&\s*|\s*,\s*and\s+)${appendixNumber}){0,12})`,
  'gu',
);
const capitalAppendix = /APPENDIX|APPENDICES/g;

function findAppendixMentions({ text, start }: Words, { listedAppendices }: Known): readonly AppendixMentionItem[] {
  if (!/append/i.test(text)) return [];
  const small = text.replace(capitalAppendix, (word) => word.toLowerCase());
  return Array.from(small.matchAll(appendixMention))
    .flatMap((match) => {
      const from = match.index + match[0].length - match[1]!.length;
      return Array.from(match[1]!.matchAll(/\d{1,2}[A-Za-z]?|[A-Z]/g), ({ 0: number, index }, place): AppendixMentionItem => {
        const end = start + from + index + number.length;
        return {
          kind: 'appendix-mention',
          span: { start: place === 0 ? start + match.index : start + from + index, end },
          number: number.toUpperCase(),
        };
      });
    })
    .filter(({ span }) => !listedAppendices.some((item) => contains(item, span)));
}

const paragraphReference =
  /(?<![A-Za-zÀ-ɏ\d])(?:(?:[Pp]aragraphs?|[Pp]aras?\.?)\s+(\d{1,3}(?:\.\d{1,3}){0,3})((?:(?:\s*,\s*|\s+(?:and|or|to)\s+|\s*[–-]\s*)\d{1,3}(?:\.\d{1,3}){0,3}(?!\d)){0,8})|[Ss]ections?\s+(\d{1,3}(?:\.\d{1,3}){1,3}))(?![\d(%]|\s?\()/gu;
/** "paragraph 3 of Schedule 12A", "paragraphs 106 to 117 of the framework" are somebody else's paragraphs. */
const elsewhere = /^\s*(?:of|in|to|from|under)\s+(?!(?:this|the)\s+(?:report|paper|plan)\b)(?:[A-Z]|the\b|that\b|their\b|its\b|Part\b)/;

function findParagraphReferences({ text, start }: Words): readonly ParagraphReferenceItem[] {
  if (!/para|section/i.test(text)) return [];
  return Array.from(text.matchAll(paragraphReference)).flatMap((match) => {
    if (
      elsewhere.test(text.slice(match.index + match[0].length, match.index + match[0].length + 60)) ||
      /(?:schedule\s\S{1,4},?|framework|handbook|letter’?'?s?)\s*$/i.test(text.slice(Math.max(0, match.index - 30), match.index))
    )
      return [];
    return Array.from(match[0].matchAll(/\d{1,3}(?:\.\d{1,3}){0,3}/g), ({ 0: number, index }, place): ParagraphReferenceItem => {
      const end = start + match.index + index + number.length;
      return { kind: 'paragraph-reference', span: { start: place === 0 ? start + match.index : end - number.length, end }, number };
    });
  });
}

const counted = new RegExp(
  String.raw`(?<![A-Za-zÀ-ɏ\d.,£%-])(${numbersInWords.join('|')}|\d{1,2})\s+((?:(?:[a-zß-ɏ-]{3,20})\s+){0,3}?)(areas?\s+(?:for|of|requiring|needing)\s+(?:priority\s+action|improvement|development|strength|significant\s+weakness)|(?:priority\s+)?actions?|priorities|strengths?|recommendations?|findings?|targets?|measures?|appendices|weaknesses)(?![A-Za-zÀ-ɏ-]|\s+(?:plans?|points?|taken|by)\b)`,
  'g',
);
/** Words between number and noun that do not make it something else; "two further actions" counts others. */
const describing = /^(?:(?:specific|key|main|clear|important|distinct|broad|identified|particular|the|of|these)\s+)*$/i;

const mayHoldCount = /area|action|priorit|strength|recommend|finding|target|measure|append|weakness/i;

function findCounts({ text, start }: Words): readonly CountItem[] {
  if (!mayHoldCount.test(text)) return [];
  const whole = introduces(plain(text));
  // In small letters, since a pattern that heeds no case takes twice as long to get ready. Few letters have a small form of another length.
  const small = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
  return Array.from(small.matchAll(counted)).flatMap((match): CountItem[] => {
    const stated = readCount(match[1]!);
    if (stated === null || !describing.test(match[2]!)) return [];
    return [
      {
        kind: 'count',
        span: { start: start + match.index, end: start + match.index + match[0].length },
        stated,
        counted: plain(match[3]!).toLowerCase(),
        introduces: whole,
      },
    ];
  });
}
