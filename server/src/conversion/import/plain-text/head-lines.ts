import { addressedTo, headLineNames, pageHeading } from '../head/names-of-bodies.ts';
import type { TextBlock } from '../paper/blocks.ts';
import { dateAlone } from '../paper/dates.ts';
import { isCapitals, isOrganisation, isTitleLike } from '../body/headings.ts';
import { datedLine } from '../head/title-lines.ts';
import { monthNames } from '../../../language/model/dates/date-words.ts';

/** Blocks at the head of a plain text whose lines may each say something of its own. */
const headBlocks = 3;
/** Longer lines are text. */
const longestLine = 150;

const saysWhoseOrWhen =
  /^(?:meeting: \d|(?:joint )?(?:report|paper) (?:of|by|from) |(?:final |draft |interim |annual |progress )?report,? (?:january|february|march|april|may|june|july|august|september|october|november|december) |(?:version|draft v|v)\s?\d|updated? |as at |position (?:at|as at) )/i;
/** "Minutes" and "Cabinet Minutes": what the paper is, and whose. */
const saysMinutes = /^(?:\p{Lu}[^.:;]{2,60} )?(?:draft )?minutes$/iu;
const isField = (line: string): boolean => /^[^:\t]{2,60}:(?:\s|$)/.test(line);
/** What the head of a letter has, whose lines belong together. */
const isAddress = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|@|\bT(?:el)?:? ?0\d{2,}|^dear\b/im;

/**
 * The lines at the head of a plain text, parted where each says by itself what it is: the council, the body and its day, whose report it
 * is. Other lines stay together, since a title may go over two. Nothing is changed in what they say.
 */
export function withHeadLinesApart(blocks: readonly TextBlock[]): readonly TextBlock[] {
  return blocks.flatMap((block, index) => (index < headBlocks ? parted(block, index === 0) : [block]));
}

/** Lines of a block that are looked at. */
const mostLines = 10;

function parted(block: TextBlock, isFirst: boolean): readonly TextBlock[] {
  const text = block.lines.findIndex(
    (line) => line.includes('\t') || line.length > longestLine || /^\s*(?:[-•*]|\(?[a-z\d]{1,2}[.)])\s/.test(line),
  );
  const length = Math.min(mostLines, text < 0 ? block.lines.length : text);
  const lines = block.lines.slice(0, length);
  if (block.lines.length < 2 || isAddress.test(block.lines.slice(0, mostLines).join('\n'))) return [block];
  const alone: boolean[] = [];
  // The name of a body may go over two lines, so that its last line stands alone only under another that does.
  for (const line of lines) alone.push(standsAlone(line.trim()) || (alone.at(-1) !== false && isBody(line.trim())));
  // "WRITTEN STATEMENT OF ACTION" over whose it is.
  if (
    isFirst &&
    lines.length === 2 &&
    isCapitals(lines[0]!.trim()) &&
    isTitleLike(lines[0]!.trim()) &&
    !isCapitals(lines[1]!.trim()) &&
    isTitleLike(lines[1]!.trim())
  )
    alone[0] = true;
  // A title with nothing but fields under it.
  const isOverFields =
    lines.length > 1 &&
    isTitleLike(lines[0]!.trim()) &&
    lines.length === block.lines.length &&
    lines.slice(1).every((line) => isField(line) && /^\p{Lu}/u.test(line.trim()));
  if (!alone.includes(true) && !isOverFields) return [block];
  const parts: { readonly lines: string[]; readonly at: number; readonly kind: 'alone' | 'field' | 'text' }[] = [];
  lines.forEach((line, at) => {
    const last = parts.at(-1);
    const kind = alone[at] ? 'alone' : isField(line) ? 'field' : 'text';
    if (last && kind !== 'alone' && last.kind === kind) last.lines.push(line);
    else parts.push({ lines: [line], at, kind });
  });
  if (length < block.lines.length) parts.push({ lines: block.lines.slice(length), at: length, kind: 'text' });
  return parts.map((part, at) => ({
    lines: part.lines,
    line: block.line < 0 ? -1 : block.line + part.at,
    afterPageBreak: at === 0 && block.afterPageBreak,
  }));
}

const standsAlone = (line: string): boolean =>
  pageHeading.test(line) ||
  addressedTo.test(line) ||
  saysWhoseOrWhen.test(line) ||
  saysMinutes.test(line) ||
  (!isField(line) && (isOrganisation(line) || dateAlone(line) !== null || monthAlone.test(line) || saysBodyAndDay(line)));

/** "March 2026" under the title. */
const monthAlone = new RegExp(`^(?:${monthNames.join('|')}) (?:19|20)\\d\\d$`);

/** "Scrutiny Panel, 10 March 2026": the name of a body and the day on which it meets. */
function saysBodyAndDay(line: string): boolean {
  const dated = datedLine(line);
  return dated !== null && isBody(dated.words);
}

const isBody = (line: string): boolean =>
  !/^[^:]{2,60}:\s.*:/.test(line) &&
  /^\p{Lu}/u.test(line) &&
  headLineNames.test(line) &&
  line.split(' ').length <= 12 &&
  !/\b(?:to|for|of) the\b/i.test(line);
