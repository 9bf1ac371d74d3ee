import type { AcronymDefinitionItem, AcronymUseItem } from '../items.ts';
import { quotationsIn } from '../words/quotations.ts';
import { longFormOf, neverFlagged } from './acronym-data.ts';
import { findLongFormBefore, isLongFormOf } from './long-forms.ts';

const shortForm = String.raw`([A-ZÀ-Þ][A-Za-zÀ-ɏ]*(?:&[A-ZÀ-Þ]+)?)`;
/** "(MASH)", "(the 'MASH')", "(known as the MASH)", "(LAs)", "(CQC’s)", "(EHC Plans)" with the word that ends the name again. */
const bracketed = new RegExp(
  String.raw`\((?:(?:the|or|hereafter|hereinafter|known as|referred to as|abbreviated to|henceforth)\s(?:the\s)?)?["“'‘]?${shortForm}(?<again>\s[A-Za-zÀ-ɏ]{3,20})?(?:["”'’]|['’]s)?\)`,
  'gu',
);
/** "MASH (Multi Agency Safeguarding Hub)", "ILACS Framework (Inspections of …)". */
const explained = new RegExp(
  String.raw`(?<![A-Za-zÀ-ɏ\d])([A-ZÀ-Þ][a-zß-ɏ]?[A-ZÀ-Þ&][A-Za-zÀ-ɏ]{0,9}|[A-ZÀ-Þ][a-zß-ɏ]{1,2}[A-ZÀ-Þ])(?:\s[A-Za-zÀ-ɏ]{2,20}){0,2}\s\(["“'‘]?([A-Za-zÀ-ɏ][^()\n]{5,120}?)["”'’]?\)`,
  'gu',
);
/** "ICPC: initial child protection conference.", as the key under a table says it. */
const inKey = new RegExp(String.raw`(?:^|(?<=[\n;.]\s?)|(?<=,\s))${shortForm}\s?(?::|=|–|—|\s-)\s+([A-Za-zÀ-ɏ][^.;:\n()]{5,120})`, 'gu');
/** "Abbreviations: AD Assistant Director; DCO Designated Clinical Officer", with nothing between the two. */
const inList = new RegExp(String.raw`(?<=[:;]\s|\n)${shortForm}\s+([A-Za-zÀ-ɏ][^.;:\n()]{5,120})`, 'gu');
const isListOfThem = /^\W{0,6}(?:(?:list of|key to|table of) )?(?:abbreviations|acronyms|glossary|key|terms)\b[^:\n]{0,40}[:\n]/i;
const mayHoldKey = /[A-ZÀ-Þ]{2}s?\s?[:=–—-]\s/u;
const token = /(?<![A-Za-zÀ-ɏ\d])[A-Za-zÀ-ɏ]+(?:&[A-ZÀ-Þ]+)?(?![A-Za-zÀ-ɏ\d])/gu;
const romanNumeral = /^(?=[IVXL])(?:X{0,3}|X?L)(?:IX|IV|V?I{0,3})$/;
const title = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Councillor|Councillors|Sir|Dame|Lord|Lady|Rev|Revd)\.?\s+$/;

/**
 * Places where a text says what a short form stands for: "Multi Agency Safeguarding Hub (MASH)", "MASH (Multi Agency Safeguarding Hub)",
 * "MASH: Multi Agency Safeguarding Hub".
 * The item's span is the long form and the bracket. `text` is the source slice of a text node; spans are `base` + index. Never throws.
 */
export function findAcronymDefinitions(text: string, base: number): AcronymDefinitionItem[] {
  const found: AcronymDefinitionItem[] = [];
  for (const match of [...(mayHoldKey.test(text) ? text.matchAll(inKey) : []), ...(isListOfThem.test(text) ? text.matchAll(inList) : [])]) {
    const short = singular(match[1]!);
    const long = match[2]!.split(/,\s(?=[A-ZÀ-Þ]{2,}\s?[:=–—])/u)[0]!;
    if (isShortForm(short) && isLongFormOf(long, short))
      found.push(definition(short, long, base, match.index, match.index + match[0].length - match[2]!.length + long.length, match.index));
  }
  if (!text.includes('(')) return found;
  for (const match of text.matchAll(bracketed)) {
    const short = singular(match[1]!);
    if (!isShortForm(short)) continue;
    const end =
      match.groups!['again'] === undefined ? match.index : startOfWordAgain(text.slice(0, match.index), match.groups!['again'].trim());
    const start = end === null ? null : findLongFormBefore(text, end, short);
    if (start === null) continue;
    const shortStart = match.index + match[0].indexOf(match[1]!);
    found.push(definition(short, text.slice(start, end!), base, start, match.index + match[0].length, shortStart));
  }
  for (const match of text.matchAll(explained)) {
    const short = singular(match[1]!);
    const end = match.index + match[0].length;
    if (
      !isShortForm(short) ||
      !isLongFormOf(match[2]!, short) ||
      found.some(({ span }) => span.start < base + end && base + match.index < span.end)
    )
      continue;
    found.push(definition(short, match[2]!, base, match.index, end, match.index));
  }
  return found.toSorted((a, b) => a.span.start - b.span.start);
}

/** Where the word of "(EHC Plans)" stands at the end of the words before the bracket; null where they end otherwise. */
function startOfWordAgain(before: string, word: string): number | null {
  const last = /([A-Za-zÀ-ɏ]+)\s*$/u.exec(before);
  const bare = (one: string): string => one.toLowerCase().replace(/s$/, '');
  return last && bare(last[1]!) === bare(word) ? last.index : null;
}

function definition(short: string, long: string, base: number, start: number, end: number, shortStart: number): AcronymDefinitionItem {
  return {
    kind: 'acronym-definition',
    short,
    long: long
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^["“'‘]+|["”'’,;:\s]+$/gu, '')
      .replace(/['’]s$/u, ''),
    span: { start: base + start, end: base + end },
    shortSpan: { start: base + shortStart, end: base + shortStart + short.length },
  };
}

/**
 * Short forms that a text uses: two capitals or more, or a known one in mixed case ("CiN", "DfE"). Left out are those that everybody
 * knows, lines and runs of words in capitals, roman numerals, labels, postcodes, form numbers, file endings, initials of people,
 * and the place where the short form is defined. The same about `text`, `base` and throwing as {@link findAcronymDefinitions}.
 */
export function findAcronymUses(text: string, base: number, quoted: boolean): AcronymUseItem[] {
  const quotations = quoted ? [] : quotationsIn(text);
  const definitions = findAcronymDefinitions(text, 0);
  const definedAt = new Set(definitions.map(({ shortSpan }) => shortSpan.start));
  const inOwnName = (short: string, at: number): boolean =>
    definitions.some((one) => one.short === short && one.span.start <= at && at < one.span.end);
  const shouted = shoutedStretches(text);
  let shoutedUntil = 0;
  let nextShouted = 0;
  const found: AcronymUseItem[] = [];
  for (const match of text.matchAll(token)) {
    const short = singular(match[0]);
    const start = match.index;
    if (!isShortForm(short) || !isWordAlone(text, start, start + match[0].length)) continue;
    for (; nextShouted < shouted.length && shouted[nextShouted]![0] <= start; nextShouted++)
      shoutedUntil = Math.max(shoutedUntil, shouted[nextShouted]![1]);
    if (start < shoutedUntil || definedAt.has(start) || inOwnName(short, start)) continue;
    found.push({
      kind: 'acronym-use',
      short,
      quoted: quoted || quotations.some(([from, to]) => from <= start && start < to),
      next: initialAfter(text, start + match[0].length),
      span: { start: base + start, end: base + start + short.length },
    });
  }
  return found;
}

/** "P" behind "EHC" in "EHC plan": what the short form would end in with the word after it. */
const initialAfter = (text: string, end: number): string | null =>
  /^\s+([A-Za-zÀ-ɏ])/u.exec(text.slice(end, end + 4))?.[1]?.toUpperCase() ?? null;

/** "SWs" is SW; "ILACs", whose capitals are ILAC, is a slip for ILACS. */
function singular(written: string): string {
  if (!/[A-ZÀ-Þ]s$/u.test(written) || longFormOf(written) !== undefined) return written;
  return written.slice(0, -1);
}

/** So many letters an unknown short form may have; a longer word in capitals is a word. */
const longestUnknown = 6;

function isShortForm(short: string): boolean {
  if (neverFlagged.has(short) || romanNumeral.test(short)) return false;
  const known = longFormOf(short) !== undefined;
  if (!/[A-ZÀ-Þ].*[A-ZÀ-Þ]/u.test(short)) return false;
  if (/^[A-ZÀ-Þ&]+$/u.test(short)) return short.length <= longestUnknown || known;
  // Mixed case is a name ("McAllister", "YouTube") unless it is known, or short and made as such forms are ("CiN").
  return known || /^[A-ZÀ-Þ]{1,2}[a-zß-ɏ][A-ZÀ-Þ]{1,2}$/u.test(short);
}

/** HMI Probation is a name, and no HMI. */
const inspectorateName = /^ (?:Probation|Prisons?|Constabulary)\b/;

const placeName = /(?<!^|[.!?] )\b\p{Lu}\p{Ll}{2,} (?:MBC|LBC|MDC|CBC|UHB)$/u;

/** "DCC Rhian Morgan": a rank is part of how somebody is called. */
const rankedName = /^(?:DCC|ACC|CC|DCS|DSU|DCI|DI|DS|DC|PC|PS|PCSO) \p{Lu}\p{Ll}+ \p{Lu}/u;

function isWordAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 4);
  if (/[.@/\\_=#<&]$/.test(before) && !/\s[.]$/.test(before) && !/[A-Za-zÀ-ɏ]\/$/u.test(before)) return false;
  if (/[.:]\S*\/$/.test(before)) return false;
  // "v Hackney LBC [2019]": the name of a case.
  if (/^\s?\[\d/.test(after)) return false;
  // "Wyemouth MBC": what kind of council or board it is belongs to its name. "FIN/26/114" is a reference.
  if (placeName.test(text.slice(Math.max(0, start - 30), end)) || /^\/\d/.test(after)) return false;
  if (/^[@_=]|^\.[A-Za-zÀ-ɏ\d]|^[ -]?\d|^:\/\//u.test(after)) return false;
  // "CO-OPTED", "RE-INSPECTION"
  if (text.slice(start, end) === 'HMI' && inspectorateName.test(text.slice(end, end + 16))) return false;
  if (rankedName.test(text.slice(start, end + 40))) return false;
  if (/[A-ZÀ-Þ]-$/u.test(before) || /^-[A-ZÀ-Þ]{2}/u.test(after)) return false;
  return !(end - start <= 3 && title.test(before));
}

/** Lines that are all capitals, and runs of two or more words in capitals that are not all known short forms, in order of their start. */
function shoutedStretches(text: string): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (/[A-ZÀ-Þ].*[A-ZÀ-Þ]/u.test(line) && !/[a-zß-ɏ]/u.test(line.replaceAll(/(?<=[A-ZÀ-Þ])s\b/gu, '')))
      stretches.push([at, at + line.length]);
    at += line.length + 1;
  }
  for (const match of text.matchAll(/(?<![A-Za-zÀ-ɏ\d])[A-ZÀ-Þ]{2,}(?:[ \t'’,/-]{1,2}[A-ZÀ-Þ]{1,})+(?![A-Za-zÀ-ɏ\d])/gu)) {
    const words = match[0].split(/[ \t'’,/-]+/);
    // Short forms stand beside one another with a slash ("SEND/AP"); with a longer word it is a heading ("WARDS/COMMUNITIES").
    if (match[0].includes('/') && !words.some((word) => word.length > longestUnknown && longFormOf(word) === undefined)) continue;
    if (words.some((word) => longFormOf(word) === undefined && !(neverFlagged.has(word) && word.length <= 3)))
      stretches.push([match.index, match.index + match[0].length]);
  }
  return stretches.toSorted((a, b) => a[0] - b[0]);
}
