import type { Label } from '../items.ts';

const label = String.raw`([A-Z]{1,4})([ -]?)(\d{1,3}(?:\.\d{1,3}){0,3})(?![A-Za-zÀ-ɏ\d_%]|[./]\d|\sper\scent|[–-][a-zß-ɏ])`;
const here = new RegExp(label, 'uy');
/** Before one of these, capitals are part of something else. */
const partOfMore = /[A-Za-zÀ-ɏ\d_.@£$€#&'’]/;
const leading = new RegExp(String.raw`\s*${label}`, 'uy');
/** The second half of a postcode. */
const inwardCode = /\s?\d[A-Z]{2}(?![A-Za-zÀ-ɏ\d])/uy;

/** Capitals that stand before a number without making a label of it: words in capitals, months, countries, schooling. */
const notPrefixes = new Set(
  `UK EU US USA NHS PDF KB MB GB KS GCSE IT ISO BS TV AM PM BST GMT AND OR IN OF TO THE FOR BY AT ON AS IS ARE WAS NOT ALL ANY NO PART PAGE ITEM YEAR WARD STEP TERM WEEK ROOM NOTE FORM UNIT ROW DAY DAYS AGE AGED
JAN FEB MAR APR MAY JUN JUNE JUL JULY AUG SEP SEPT OCT NOV DEC MON TUE WED THU FRI SAT SUN TEL FAX EXT REF FD LD FROM OVER NEXT LAST PAST ONLY WITH UP ACT SI RULE`.split(
    /\s+/,
  ),
);

/**
 * Every bare label in running text: one to four capitals, a space or a hyphen or nothing, and a number (`F3`, `AFI 3`, `A1.4`).
 * Quarters (Q1 to Q4), postcodes, form numbers (FD 6400/21) and words in capitals before a number are none. Whether a document defines
 * the prefix is for the caller to say. `text` is the source slice of a text node; spans are `base` + index in it. Never throws; linear.
 */
export function findLabels(text: string, base: number): Label[] {
  const found: Label[] = [];
  capitalAndFigure.lastIndex = 0;
  for (let near = capitalAndFigure.exec(text); near; near = capitalAndFigure.exec(text)) {
    let start = near.index;
    while (start > 0 && isCapital(text.charCodeAt(start - 1))) start--;
    if (start > 0 && partOfMore.test(text[start - 1]!)) continue;
    here.lastIndex = start;
    const match = here.exec(text);
    if (!match) continue;
    capitalAndFigure.lastIndex = start + match[0].length;
    const label = toLabel(match, text, start, base);
    if (!label) continue;
    // "F2/F3" and "F1-F3" are two labels; "a/F3" and "non-F3", parts of something else, are none.
    if (/[/-]/.test(text[start - 1] ?? '') && found.at(-1)?.span.end !== base + start - 1) continue;
    found.push(label);
  }
  return found;
}

/**
 * A capital before a figure. Most texts have none, and are spared the search; so is a block, since marks of Markdown between the two leave
 * no label.
 */
export function mayHoldLabel(text: string): boolean {
  capitalAndFigure.lastIndex = 0;
  return capitalAndFigure.test(text);
}

const capitalAndFigure = /[A-Z][ -]?\d/g;

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** The label that a text begins with (after white space), as in a bold run or a Ref cell; null where there is none. */
export function readLabel(text: string, base: number): Label | null {
  leading.lastIndex = 0;
  const match = leading.exec(text);
  return match && toLabel(match, text, match[0].length - match[0].trimStart().length, base);
}

function toLabel(match: RegExpExecArray, text: string, start: number, base: number): Label | null {
  const [, prefix, gap, number] = match as unknown as [string, string, string, string];
  const end = match.index + match[0].length;
  if (notPrefixes.has(prefix)) return null;
  if (prefix === 'Q' && gap !== '-' && /^[1-4]$/.test(number)) return null;
  // "A 3 month plan": the article, or the person writing.
  if (gap === ' ' && (prefix === 'A' || prefix === 'I')) return null;
  inwardCode.lastIndex = end;
  if (prefix.length <= 2 && inwardCode.test(text)) return null;
  return { span: { start: base + start, end: base + end }, text: text.slice(start, end), key: prefix + number, prefix, number };
}
