import { joined, type TextBlock } from '../paper/blocks.ts';
import { statedDates } from '../paper/dates.ts';
import { longestHeading, type KnownNames } from '../head/known-names.ts';
import { isClosing, isSalutation } from '../head/letters.ts';
import { markerOf, markersOf, type Marker } from '../paper/markers.ts';

/** Most words of a line that counts as a heading without being a known one. */
const mostWords = 12;
/** Most words of one in capitals, whose look already tells it from text. */
const mostWordsInCapitals = 20;

/** Shorter words in capitals are acronyms. */
const shortestInCapitals = 5;

/** Words that make a sentence of a line, so that it is no heading. */
const sentenceWords = /\b(?:is|are|was|were|will|would|shall|should|can|could|may|must|has|have|had|does|do|did)\b/i;
/** The month, which is no verb: "visit of May 2026". */
const monthOfMay = /\bMay(?=,? \d{4})|(?<=\d )May\b/g;
const question = /^(?:what|who|when|where|why|how|which|do|does|is|are|should|will|can)\b/i;
const address = /@|https?:|www\.|\d{5}|\b\d{3,} \d{3,}\b|£/i;
/** "Owner: …"; but "Domain one: …", "Priority 2: …" and their like are names of parts. */
const field =
  /^(?!(?:domain|priority|theme|part|section|chapter|outcome|objective|standard|workstream|strand|area|quality statement|recommendation|action|goal|aim|annex|appendix) )\p{Lu}[\p{L} ]{1,20}:\s/iu;
const personTitle = /^(?:mr|mrs|ms|miss|dr|cllr|councillor|sir|dame|lord|lady|revd?|professor|prof)\b/i;
/** Last words of a line that a sentence breaks off after. */
const goesOn = /\b(?:a|an|the|and|or|of|that|their|its|our|these|which)$/i;
const notHeadings = /^(?:(?:joint )?report (?:of|by) .*|none|n\/a|nil|not applicable|yes|no|or|and|both|dear\b.*|present:?|apologies:?)$/i;

const marking =
  /^(?:(?:OPEN|PUBLIC|PART (?:1|I|A))(?: (?:REPORT|ITEM|DOCUMENT))?$|DRAFT|OFFICIAL|CONFIDENTIAL|RESTRICTED|EXEMPT|EMBARGOED|NOT FOR PUBLICATION)\b[^\p{Ll}]{0,60}$/u;
/** "DRAFT FOR COMMENT", "OFFICIAL – SENSITIVE", "Agenda item 6": how a paper is marked, at the edge of its first page. */
export const isMarking = (text: string): boolean => marking.test(text) || /^agenda item(?: no\.?| number)?:? ?\d{1,3}[a-z]?$/i.test(text);
/** The month or year behind whose paper it is: "Aldersham Council, March 2026". */
const monthBehind = /[\s,–—|-]+(?:\p{L}{3,9} )?(?:19|20)\d\d$/u;

/** A grade alone says how what stands above it was judged. */
export const isGrade = (text: string): boolean =>
  /^(?:outstanding|good|adequate|requires improvement(?: to be good)?|inadequate)$/i.test(text);

const wordCount = (text: string): number => text.split(/\s+/).length;
export const isCapitals = (text: string): boolean => /\p{Lu}{2,}/u.test(text) && !/\p{Ll}/u.test(text);

/** A short line that reads as a heading: it starts with a capital, is no sentence and ends with no stop. */
export function isTitleLike(text: string): boolean {
  if (text.length > 120 || wordCount(text) > (isCapitals(text) ? mostWordsInCapitals : mostWords) || !/^[\p{Lu}‘'"“(]/u.test(text))
    return false;
  if (isMarking(text) || (monthBehind.test(text) && isOrganisation(text.replace(monthBehind, '')))) return false;
  if (
    notHeadings.test(text) ||
    isGrade(text) ||
    field.test(text) ||
    personTitle.test(text) ||
    address.test(text) ||
    isClosing(text) ||
    isSalutation(text) ||
    statedDates(text).length > 0
  )
    return false;
  if (text.endsWith('?')) return question.test(text) || isCapitals(text);
  if (/[.,;:!…]$|[.!?]['"’”]$|\[\d+\]$/.test(text) || /[.]\s+\p{Lu}/u.test(text) || text.includes('\t')) return false;
  if (/\p{L}\p{L}/u.exec(text) === null || goesOn.test(text)) return false;
  if (isCapitals(text)) return true;
  return !sentenceWords.test(text.replace(monthOfMay, '')) || /^(?:what|who|when|where|why|how|which)\b/i.test(text);
}

const inspectorateName =
  "(?:ofsted|CQC|care quality commission|HMICFRS|HMI Probation|(?:HM|H(?:is|er) Majesty['’]s) Inspectorate of (?:Probation|Prisons|Constabulary(?: and Fire (?:&|and) Rescue Services)?))";
/** An inspectorate's name alone, as its sign says. */
const inspectorateAlone = new RegExp(`^${inspectorateName}$`, 'i');
/** "An inspection by HMI Probation and Ofsted": who inspected, as a report of inspectors says under its title, and nothing else. */
export const inspectedBy = new RegExp(
  `^an? (?:(?:joint|thematic) )*(?:re-?inspection|inspection|review) (?:carried out |undertaken |conducted )?by (?:the )?${inspectorateName}(?:(?:,? and|,| with) (?:the )?${inspectorateName})*$`,
  'i',
);

/** "Aldersham Council" alone: whose paper it is, as its letterhead or cover says. */
export const isOrganisation = (text: string): boolean =>
  inspectorateAlone.test(text) ||
  (/\b(?:council|authority|partnership|trust|constabulary|icb|integrated care board|youth (?:justice|offending) (?:service|team)|fire (?:and|&) rescue service|safeguarding (?:children|adults)(?: board)?|police|office of the police(?:, fire)? and crime commissioner)$/i.test(
    text,
  ) &&
    !/^full council$/i.test(text) &&
    text.split(' ').length <= 8 &&
    /^\p{Lu}/u.test(text) &&
    !/\b(?:report|inspection|information|about|plan|review|response|assessment|update|letter|for|to|by|with)\b/i.test(text));

/**
 * "The experiences and progress of care leavers: good", over one or two lines: the heading that a report of Ofsted has over each judgement.
 */
const judgementHeading =
  /^(?:The )?(?:experiences and progress of|impact of leaders on|effectiveness of leaders|quality of|overall effectiveness)\b.{0,110}?(?::|\bis|\bare) (?:outstanding|good|requires improvement(?: to be good)?|inadequate)$/i;
export function readJudgementHeading(block: TextBlock): ReadHeading | null {
  for (const lines of [1, 2, 3]) {
    if (block.lines.length < lines) break;
    const text = block.lines
      .slice(0, lines)
      .map((line) => line.trim())
      .join(' ');
    const next = block.lines[lines];
    if (judgementHeading.test(text) && !(next !== undefined && /^to be good\b/i.test(next.trim())))
      return { level: 2, text, rest: null, lines, known: false };
  }
  return null;
}

export interface ReadHeading {
  readonly level: 2 | 3 | 4;
  readonly text: string;
  /** What stood on the same line behind the heading: "(B) External consultations N/A". */
  readonly rest: string | null;
  /** Lines of the block that the heading took. */
  readonly lines: number;
  readonly known: boolean;
}

/** A known heading at the head of a block: the whole first line, with or without a colon, an "N/A" behind it allowed. */
export function readKnownHeading(block: TextBlock, names: KnownNames): ReadHeading | null {
  const line = block.lines[0]!.trim();
  if (line.length > longestHeading || line.includes('\t') || /^[-•]/.test(line)) return null;
  for (const [text, rest] of [[line, null], ...splitValue(line)] as const) {
    const section = names.section(text);
    if (!section) continue;
    // "RESOLVED: That" and "RESOLVED –" begin what was resolved.
    if (/\bthat:?$|[–—-]$/i.test(text)) continue;
    const whole = names.isWholeName(text);
    if (!whole && (!isTitleLike(text.replace(/:$/, '')) || block.lines.length > 1)) continue;
    // Further lines under the name belong to the section only where the line cannot be the start of a sentence.
    if (block.lines.length > 1 && !text.endsWith(':') && /^\p{Ll}/u.test(block.lines[1]!.trim())) continue;
    const marker = markerOf(line);
    // "2.1 The Committee is asked to:" is what section 2 says.
    if (marker?.style === 'section.paragraph' && line.endsWith(':') && /\b(?:asked|recommended|requested|invited)\b/i.test(line)) continue;
    // "1. Finance" among other items of a list is an item, not a section.
    if (marker && marker.style !== 'capital' && block.lines.length > 1 && markerOf(block.lines[1]!)?.style === marker.style) continue;
    if (marker && (marker.style === 'letter' || marker.style === 'roman' || marker.style === 'bullet')) continue;
    return { level: section.level, text: text.replace(/\s*:$/, ''), rest, lines: 1, known: true };
  }
  return null;
}

function splitValue(line: string): readonly (readonly [string, string])[] {
  const found = /^(\S.{2,120}[^\s:])\s+(N\/A|Nil|None)\.?$/i.exec(line);
  return found ? [[found[1]!, found[2]!]] : [];
}

/** Numbers of headings ("2.1 Areas for priority action") by the first line of their block; see {@link numberedHeadings}. */
export type NumberedHeadings = ReadonlyMap<TextBlock, ReadHeading>;

/**
 * Which numbered lines are headings and which are paragraphs or items. A heading stands on a line of its own, is title-like, and
 * something follows it that is not the next number; the first of a sequence decides for the sequence. A line that ends with a
 * colon ("2.3 There were also strengths:") is a heading only where its neighbours 2.1 or 2.2 are.
 */
export function numberedHeadings(blocks: readonly TextBlock[]): NumberedHeadings {
  const headings = new Map<TextBlock, ReadHeading>();
  const candidates = blocks.flatMap((block, index) => {
    const marker = markerOf(block.lines[0]!);
    return marker && marker.indent === 0 && (marker.style === 'number' || marker.style === 'section.paragraph')
      ? [{ block, index, marker }]
      : [];
  });
  // "7 Wards affected" over "7.1 All": a number without a stop.
  blocks.forEach((block, index) => {
    const found = block.lines.length === 1 ? /^(\d{1,2})\s+(\p{Lu}.*)$/u.exec(block.lines[0]!.trim()) : null;
    const next = blocks[index + 1]?.lines[0]?.trim() ?? '';
    if (found && isTitleLike(found[2]!) && next.startsWith(`${found[1]!}.1`) && /^\d+\.1[.)]?\s/.test(next))
      headings.set(block, { level: 2, text: `${found[1]!} ${found[2]!}`, rest: null, lines: 1, known: false });
  });
  const parents = new Set<string>();
  let lastTop = 0;
  for (const { block, index, marker } of candidates) {
    if (!isAloneAsHeading(block, blocks[index + 1], marker) || !isTitleLike(marker.rest) || isLastOfSection(marker, blocks[index + 1]))
      continue;
    if (marker.style === 'number') {
      // Minutes go on from the last meeting's: the first number may be any, where the next one follows.
      const [value] = marker.values;
      const begins =
        value === 1 ||
        (lastTop === 0 &&
          candidates.some(
            (other) => other.marker.style === 'number' && other.marker.values[0] === value! + 1 && isTitleLike(other.marker.rest),
          ));
      if (!/^\d{1,3}\.?$/.test(marker.text) || (!begins && value !== lastTop + 1)) continue;
      lastTop = marker.values[0]!;
    } else parents.add(marker.values.slice(0, -1).join('.'));
    headings.set(block, asHeading(marker));
  }
  for (const { block, index, marker } of candidates) {
    if (headings.has(block) || marker.style !== 'section.paragraph' || !parents.has(marker.values.slice(0, -1).join('.'))) continue;
    if (isAloneAsHeading(block, blocks[index + 1], marker) && marker.rest.endsWith(':') && wordCount(marker.rest) <= mostWords)
      headings.set(block, asHeading(marker));
  }
  return headings;
}

function isAloneAsHeading(block: TextBlock, next: TextBlock | undefined, marker: Marker): boolean {
  if (block.lines.length > 1) {
    const second = markerOf(block.lines[1]!);
    // "1. Monitoring visit" with "1.1 …" or " - 1.1. …" right under it.
    return second !== null && sameNumber(block.lines[1]!, marker);
  }
  if (!next) return false;
  const following = markersOf(next.lines[0]!).find(({ style }) => style === marker.style);
  return !following || following.values.length !== marker.values.length;
}

/** Whether a line is numbered under a heading's number: `- 1.1.` under `1.`. */
function sameNumber(line: string, heading: Marker): boolean {
  const marker = markerOf(line);
  const inner = marker?.style === 'bullet' ? markerOf(marker.rest) : marker;
  return inner?.style === 'section.paragraph' && inner.values[0] === heading.values[0];
}

/** "7.1 All" right before "8 Contact information": a heading would have nothing under it. */
const isLastOfSection = (marker: Marker, next: TextBlock | undefined): boolean =>
  marker.style === 'section.paragraph' &&
  Number(/^(\d{1,2})\.?\s+\p{Lu}/u.exec(next?.lines[0]!.trim() ?? '')?.[1] ?? 0) > marker.values[0]!;

const asHeading = (marker: Marker): ReadHeading => ({
  level: Math.min(4, marker.values.length + 1) as 2 | 3 | 4,
  // A colon stays: "2.3 There were also strengths:" introduces the list under it.
  text: `${marker.text} ${marker.rest}`,
  rest: null,
  lines: 1,
  known: false,
});

/** Whether a block is text that a heading may stand over: a sentence, a list, a table; not a run of names or of other short lines. */
const readsAsText = (block: TextBlock): boolean =>
  block.lines.some((line) => /[.,:;!?]/.test(line) || line.includes('\t')) || markerOf(block.lines[0]!) !== null;

/**
 * A line in capitals right over the text that it heads, without a blank line between them, as minutes and plans are typed: "14. CARE
 * ASSESSMENT" over "The Director spoke."
 */
export function readCapitalsHeading({ lines, form }: TextBlock): string | null {
  const [first, second] = lines.map((line) => line.trim());
  if (form || first === undefined || second === undefined || first.includes('\t') || second.includes('\t')) return null;
  const marker = markerOf(first);
  const words = marker?.style === 'number' ? marker.rest : first;
  if (!isCapitals(words) || words.length < shortestInCapitals || !isTitleLike(words) || isOrganisation(words) || isCapitals(second))
    return null;
  return /^\p{Lu}|^[(\d•‘“-]/u.test(second) &&
    (/[.:;?!]$/.test(second) || wordCount(second) >= 5 || (lines.length > 2 && /[.:;?!]$/.test(lines[2]!.trim())))
    ? first
    : null;
}

/** A title-like line that stands alone, with text after it. */
export function readPlainHeading(block: TextBlock, next: TextBlock | undefined): string | null {
  if (block.lines.length !== 1 || !next || /^\p{Ll}/u.test(next.lines[0]!.trim())) return null;
  const text = joined(block);
  if (!isTitleLike(text) || markerOf(text) !== null) return null;
  if (!isCapitals(text) && !readsAsText(next)) return null;
  // Two title-like lines in a row are names or a cover, unless the first is in capitals.
  if (
    !isCapitals(text) &&
    next.lines.length === 1 &&
    isTitleLike(joined(next)) &&
    markerOf(next.lines[0]!) === null &&
    !isCapitals(joined(next))
  )
    return null;
  return text;
}
