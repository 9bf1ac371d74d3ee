import type { DateItem } from '../items.ts';
import {
  academicYear,
  eitherQuarter,
  financialQuarter,
  financialYear,
  firstOfMonth,
  isoDay,
  lastOfMonth,
  longYear,
  monthNumber,
  monthSource,
  seasonOf,
  stretch,
  withoutYear,
  type DateReading,
  type FoundDate,
} from './date-words.ts';
import { readDayMonth } from './day-dates.ts';
import { eat, isClean, wordBefore } from '../words/scanning.ts';

/**
 * Every date in a stretch of running text, in order, in any form that an English officer writes. Years, periods, quarters and seasons
 * are dates too. What could as well be something else (a reference, a page range, a verb) is left alone.
 * `text` is the source slice of a text node; spans are `base` + index in it. Never throws. Time linear in the text's length.
 */
export function findDates(text: string, base: number, quoted: boolean): DateItem[] {
  return scanDates(text).map((found) => ({
    kind: 'date',
    span: { start: base + found.start, end: base + found.end },
    text: text.slice(found.start, found.end).replaceAll(/\s+/g, ' '),
    from: found.from,
    to: found.to,
    precision: found.precision,
    weekday: found.weekday,
    weekdaySpan: found.weekday === null ? null : { start: base + found.weekdayStart, end: base + found.weekdayEnd },
    style: found.style,
    hasYear: found.hasYear,
    possible: found.possible,
    alone: isAlone(text, found.start, found.end),
    quoted,
  }));
}

/** Whether a text says nothing but the date, with or without "Date:" before it. */
const isAlone = (text: string, start: number, end: number): boolean =>
  text.length - (end - start) < 40 && /^[\s*_]*(?:dated?\b)?[\s:*_]*$/i.test(text.slice(0, start)) && /^[\s.,;*_]*$/.test(text.slice(end));

type Reader = (text: string, at: number) => readonly FoundDate[];
const only =
  (read: (text: string, at: number) => FoundDate | null): Reader =>
  (text, at) => {
    const found = read(text, at);
    return found ? [found] : [];
  };

/** The reader for each word that a date can begin with. */
const readersByWord: ReadonlyMap<string, Reader> = new Map(
  (
    [
      ['mon tue wed thu fri sat sun', readDayMonth],
      ['jan feb mar apr may jun jul aug sep oct nov dec', readMonths],
      ['spring summer autumn winter', only(readSeason)],
      ['q1 q2 q3 q4 quarter first second third fourth', only(readQuarter)],
      ['end early mid late beginning start middle', only(readQualified)],
    ] satisfies readonly (readonly [string, Reader])[]
  ).flatMap(([words, read]) => words.split(' ').map((word) => [word, read] as const)),
);

/** The same words, and figures, wherever they stand. */
const beginning =
  /\d{1,4}|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|spring|summer|autumn|winter|Q[1-4]|quarter|first|second|third|fourth|end|early|mid|late|beginning|start|middle)/gi;

export function scanDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  beginning.lastIndex = 0;
  for (let match = beginning.exec(text); match; match = beginning.exec(text)) {
    const at = match.index;
    const dates = /^\d/.test(match[0]) ? readFromFigure(text, at) : readFromWord(text, at, match[0].toLowerCase());
    if (dates.length === 0) continue;
    found.push(...dates);
    beginning.lastIndex = Math.max(beginning.lastIndex, dates.at(-1)!.end);
  }
  return found;
}

function readFromFigure(text: string, at: number): readonly FoundDate[] {
  if (!isClean(text, at)) return [];
  const single = readIso(text, at) ?? readFigures(text, at) ?? readYears(text, at);
  return single ? [single] : readDayMonth(text, at);
}

function readFromWord(text: string, at: number, word: string): readonly FoundDate[] {
  if (at > 0 && /[A-Za-zÀ-ɏ\d_@./-]/u.test(text[at - 1]!)) return [];
  return readersByWord.get(word)?.(text, at) ?? [];
}

const plainDate = (reading: DateReading, start: number, end: number): FoundDate => ({
  ...reading,
  start,
  end,
  weekday: null,
  weekdayStart: 0,
  weekdayEnd: 0,
});

const isoPattern = /(\d{4})([-/])(\d{2})\2(\d{2})(?!\d)(?!-\d)(?:\/(\d{4})-(\d{2})-(\d{2})(?!\d))?(?!\/)/y;

/** 2019-03-06, 2019/03/06, and 2019-01-08/2019-01-09 for a period. */
function readIso(text: string, at: number): FoundDate | null {
  const match = eat(isoPattern, text, at);
  if (!match) return null;
  const [all, year, , month, day, endYear, endMonth, endDay] = match;
  if (Number(month) > 12 || Number(month) < 1 || Number(day) > 31 || Number(day) < 1) return null;
  const from = isoDay(Number(year), Number(month), Number(day));
  const to = endYear ? isoDay(Number(endYear), Number(endMonth), Number(endDay)) : from;
  const possible = from !== null && to !== null && from <= to;
  const precision = endYear ? 'period' : 'day';
  return plainDate(
    possible ? stretch(from, to, precision, 'iso') : { ...stretch('', '', precision, 'iso'), from: null, to: null, possible },
    at,
    at + all.length,
  );
}

const figuresPattern = /(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(?![/.-]\d)(?!\/)(?!%)/y;
/** Before 6.3.19 or 6-3-19, which would else be a section or a sort code. */
const dateWords = new Set([
  'on',
  'by',
  'dated',
  'date',
  'from',
  'to',
  'until',
  'till',
  'of',
  'due',
  'before',
  'after',
  'since',
  'and',
  'meeting',
  'published',
  'received',
  'issued',
  'updated',
  'reviewed',
  'completed',
  'complete',
]);
/** Before figures with strokes that are no date. */
const notDateWords = new Set([
  'years',
  'year',
  'aged',
  'age',
  'ages',
  'grades',
  'classes',
  'version',
  'ref',
  'reference',
  'no',
  'number',
  'section',
  'sections',
  'paragraph',
  'paragraphs',
  'minute',
  'form',
  'application',
  'case',
]);

/** 06/03/2019, 6.3.19, 06-03-2019: day first. */
function readFigures(text: string, at: number): FoundDate | null {
  const match = eat(figuresPattern, text, at);
  if (!match) return null;
  const [all, first, mark, second, yearFigures] = match;
  const end = at + all.length;
  if (/[A-Za-zÀ-ɏ_]/u.test(text[end] ?? '')) return null;
  const before = wordBefore(text, at).toLowerCase();
  if (notDateWords.has(before)) return null;
  if (yearFigures!.length === 2 && mark !== '/') {
    const alone = text.slice(0, at).trim() === '' && text.slice(end).trim() === '';
    if (!alone && !dateWords.has(before)) return null;
  }
  const year = longYear(yearFigures!);
  if (year < 1900 || year > 2199) return null;
  let [day, month] = [Number(first), Number(second)];
  let style: DateItem['style'] = 'all-figures';
  if (month > 12 && month <= 31 && day <= 12 && yearFigures!.length === 4) {
    [day, month] = [month, day];
    style = 'month-first';
  }
  if (month > 12 || month < 1 || day > 31 || day < 1) return null;
  const date = isoDay(year, month, day);
  return plainDate(
    date ? stretch(date, date, 'day', style) : { ...stretch('', '', 'day', style), from: null, to: null, possible: false },
    at,
    end,
  );
}

const yearsPattern = /((?:19|20|21)\d{2})(\s?[/–-]\s?)(\d{4}|\d{2})(?!\d)(?![/.–-]\d)(?!\/)(\s{1,2}Q([1-4])(?![A-Za-zÀ-ɏ\d]))?/uy;

/** 2019/20, 2019-20, 2019/2020: a financial year, or a school's where it says so; 2019/20 Q2. */
function readYears(text: string, at: number): FoundDate | null {
  const match = /[\s/–-]/.test(text[at + 4] ?? '') ? eat(yearsPattern, text, at) : null;
  if (!match) return null;
  const [all, first, mark, second, , quarter] = match;
  const year = Number(first);
  if (second!.length === 2 ? (year + 1) % 100 !== Number(second) : year + 1 !== Number(second)) return null;
  if (mark!.trim() !== '/' && mark!.trim() !== mark) return null;
  if (
    /[%A-Za-zÀ-ɏ_]/u.test(text[at + all.length] ?? '') ||
    (notDateWords.has(wordBefore(text, at).toLowerCase()) &&
      !/(?:academic|school|financial|municipal)\s+year\s*$/i.test(text.slice(Math.max(0, at - 24), at)) &&
      !/\byears?\s*$/i.test(text.slice(Math.max(0, at - 8), at)))
  )
    return null;
  if (quarter) return plainDate(financialQuarter(year, Number(quarter)), at, at + all.length);
  const school = /(?:academic|school)\s+year\s*(?:of\s*)?$/i.test(text.slice(Math.max(0, at - 24), at));
  return plainDate(school ? academicYear(year) : financialYear(year), at, at + all.length);
}

const quarterPattern =
  /(?:Q([1-4])(?!\d)|quarter\s([1-4])(?!\d)|(first|second|third|fourth)\squarter(?![A-Za-zÀ-ɏ]))(?:\s(?:of|in)(?:\sthe\sfinancial\syear)?|,)?\s?\(?(?:((?:19|20|21)\d{2})(?!\d)(?:[/–-](\d{4}|\d{2})(?!\d))?|(\d{2})[/–-](\d{2})(?![\d/–-]))\)?/iy;

/** Q2 2019/20, quarter 2 of 2019-20, second quarter of 2019/20, Q2 19/20; Q2 2019. */
function readQuarter(text: string, at: number): FoundDate | null {
  // "The last quarter", "the first visit": such words stand everywhere, and seldom before a quarter.
  if (!/^(?:\w{5,7}\s(?:quarter|[1-4])|Q[1-4])/i.test(text.slice(at, at + 16))) return null;
  const match = eat(quarterPattern, text, at);
  if (!match) return null;
  const [all, short, long, word, inFull, afterFull, shortYear, afterShort] = match;
  const quarter = word ? ['first', 'second', 'third', 'fourth'].indexOf(word.toLowerCase()) + 1 : Number(short ?? long);
  const year = longYear(inFull ?? shortYear!);
  const next = afterFull ?? afterShort;
  // A closing bracket belongs to the date only with the opening one.
  const end = at + all.length - (all.endsWith(')') && !all.includes('(') ? 1 : 0);
  if (next === undefined) return plainDate(eitherQuarter(year, quarter), at, end);
  if ((year + 1) % 100 !== Number(next) % 100) return null;
  return plainDate(financialQuarter(year, quarter), at, end);
}

const seasonPattern =
  /(spring|summer|autumn|winter)(?:\s(?:term|half[ -]term))?(?:(?:\sof)?,?\s((?:19|20|21)\d{2})(?!\d)(?:\/(\d{4}|\d{2})(?!\d))?)?(?![A-Za-zÀ-ɏ\d])/iy;
const inTheBefore =
  /\b(?:in|by|during|until|before|after|since|for|of)\s+(?:the\s+)?(?:(?:early|late|end\s+of|start\s+of)\s+)?(?:the\s+)?$/i;
const seasonFollowers = /\s*(?:$|[.,;:)!?–-]|(?:and|but|when|to|at|with|after|before|followed|following)\b)/y;

/** "spring 2020", "winter 2019/20"; "in the autumn" as a date without a year. */
function readSeason(text: string, at: number): FoundDate | null {
  const match = eat(seasonPattern, text, at);
  if (!match) return null;
  const [all, season, year] = match;
  const end = at + all.length;
  if (year) return plainDate(seasonOf(season!, Number(year)), at, end);
  if (!inTheBefore.test(text.slice(Math.max(0, at - 30), at)) || !eat(seasonFollowers, text, end)) return null;
  return plainDate(withoutYear('season'), at, end);
}

const qualifiedPattern = new RegExp(
  String.raw`(?:(end|beginning|start|middle|early\spart|latter\spart)(?:\sof)?\s|(early|mid|late)[\s-](?:in\s)?)(?:(${monthSource})(?:,?\s((?:19|20|21)\d{2})(?!\d|\/\d)|\s?['’](\d{2})(?!\d))?|((?:19|20|21)\d{2})(?!\d|[/–-]\d))`,
  'iy',
);

/** "end of July 2019", "early July 2019", "mid-July", "the end of 2019". */
function readQualified(text: string, at: number): FoundDate | null {
  const match = eat(qualifiedPattern, text, at);
  if (!match) return null;
  const [all, long, short, month, year, shortYear, onlyYear] = match;
  const word = (long ?? short)!.toLowerCase();
  const end = at + all.length;
  if (onlyYear) {
    if (word !== 'end') return plainDate(stretch(`${onlyYear}-01-01`, `${onlyYear}-12-31`, 'year'), at, end);
    return plainDate(stretch(`${onlyYear}-12-31`, `${onlyYear}-12-31`, 'year'), at, end);
  }
  if (!/^[A-ZÀ-Þ]/u.test(month!)) return null;
  const number = monthNumber(month!);
  if (!year && !shortYear)
    return nameFollows(text, end) || /^\s\d/.test(text.slice(end, end + 2)) ? null : plainDate(withoutYear('month'), at, end);
  return plainDate(partOfMonth(longYear(year ?? shortYear!), number, word), at, end);
}

/** The end of a month is its last day; early, mid and late are its thirds. */
function partOfMonth(year: number, month: number, word: string): DateReading {
  const last = lastOfMonth(year, month);
  const day = (of: number) => isoDay(year, month, of)!;
  if (word === 'end') return stretch(last, last, 'month');
  if (word === 'mid' || word === 'middle') return stretch(day(11), day(20), 'month');
  if (word.startsWith('late') || word.startsWith('latter')) return stretch(day(21), last, 'month');
  return stretch(day(1), day(10), 'month');
}

const monthPattern = new RegExp(monthSource, 'iy');
const yearAfterMonth = /,?\s((?:19|20|21)\d{2})(?!\d|\/\d|[–-]\d{2}(?!\d|\s?[A-Za-zÀ-ɏ]))|\s?['’](\d{2})(?![\d%])/uy;
const dayAfterMonth = /\s(\d{1,2})(st|nd|rd|th)?(?:,\s?|\s)((?:19|20|21)\d{2})(?!\d|\/\d)/iy;
const ordinalAfterMonth = /\s(?:the\s)?(\d{1,2})(st|nd|rd|th)(?![A-Za-zÀ-ɏ\d])/iy;
const monthJoin = /\s?(?:(,)\s?(?:and\s)?|\s(and|&)\s|\s(to|until|through)\s|([–—-])\s?)/uy;
const prepositionBefore = /\b(?:in|by|since|until|till|during|before|after|from|for|last|next|this|each|every|late|early)\s+$/i;

/** "March 2019", "April to June 2021", "April and May 2021", "March 6, 2019"; "in March" as a date without a year. */
function readMonths(text: string, at: number): readonly FoundDate[] {
  const months: {
    readonly month: number;
    readonly year: number | null;
    readonly short: boolean;
    readonly start: number;
    readonly end: number;
    readonly join: string;
  }[] = [];
  let join = '';
  for (let next = at; months.length < 12;) {
    const name = eat(monthPattern, text, next);
    if (!name) break;
    const nameEnd = next + name[0].length;
    const day = months.length === 0 ? readMonthFirst(text, at, nameEnd, monthNumber(name[0])) : null;
    if (day) return [day];
    const year = eat(yearAfterMonth, text, nameEnd);
    if (!year && !/^[A-ZÀ-Þ]/u.test(name[0])) break;
    months.push({
      month: monthNumber(name[0]),
      year: year ? longYear((year[1] ?? year[2])!) : null,
      short: year?.[2] !== undefined,
      start: next,
      end: nameEnd + (year?.[0].length ?? 0),
      join,
    });
    const joined = eat(monthJoin, text, months.at(-1)!.end);
    if (!joined) break;
    join = joined[0].includes(',') ? (/and/.test(joined[0]) ? 'and' : ',') : (joined[2] ?? joined[3] ?? joined[4])!;
    next = months.at(-1)!.end + joined[0].length;
  }
  return readMonthRow(text, months);
}

interface MonthFound {
  readonly month: number;
  readonly year: number | null;
  readonly short: boolean;
  readonly start: number;
  readonly end: number;
  readonly join: string;
}

function readMonthRow(text: string, months: readonly MonthFound[]): readonly FoundDate[] {
  const first = months[0];
  if (!first) return [];
  const second = months[1];
  const isRange = second && ['to', 'until', 'through', '-', '–', '—'].includes(second.join);
  if (isRange && second.year !== null) {
    const startYear = first.year ?? (first.month > second.month ? second.year - 1 : second.year);
    const from = firstOfMonth(startYear, first.month);
    const to = lastOfMonth(second.year, second.month);
    if (from <= to)
      return [plainDate(stretch(from, to, 'period', first.short || second.short ? 'short-year' : 'plain'), first.start, second.end)];
  }
  if (first.year !== null) {
    return [
      plainDate(
        stretch(firstOfMonth(first.year, first.month), lastOfMonth(first.year, first.month), 'month', first.short ? 'short-year' : 'plain'),
        first.start,
        first.end,
      ),
    ];
  }
  // "April, May and June 2021": the year at the end is everybody's.
  const last = months.findIndex(({ year }) => year !== null);
  if (
    last > 0 &&
    months.slice(1, last + 1).every(({ join }) => join === ',' || join === 'and' || join === '&') &&
    months[last]!.join !== ','
  ) {
    const { year, month, end } = months[last]!;
    if (first.month < month)
      return [plainDate(stretch(firstOfMonth(year!, first.month), lastOfMonth(year!, month), 'period'), first.start, end)];
  }
  return isMonthAlone(text, first) ? [plainDate(withoutYear('month', 'plain'), first.start, first.end)] : [];
}

/**
 * A month without a year is a date only where a preposition leads to it and nothing says that it is a name, a verb or "the March meeting".
 */
function isMonthAlone(text: string, { start, end }: MonthFound): boolean {
  return (
    prepositionBefore.test(text.slice(Math.max(0, start - 12), start)) &&
    !nameFollows(text, end) &&
    !/^\s?['’]?\d/.test(text.slice(end, end + 3)) &&
    !/^[-/’']/.test(text.slice(end, end + 1))
  );
}

/** Whether a capitalised word stands next: "by June Smith", "in March Road". */
const nameFollows = (text: string, at: number): boolean => /^\s[A-ZÀ-Þ]/u.test(text.slice(at, at + 3));

/** "March 6, 2019", "March 6th". */
function readMonthFirst(text: string, start: number, at: number, month: number): FoundDate | null {
  const full = eat(dayAfterMonth, text, at);
  if (full && Number(full[1]) >= 1 && Number(full[1]) <= 31) {
    const date = isoDay(Number(full[3]), month, Number(full[1]));
    return plainDate(
      date
        ? stretch(date, date, 'day', 'month-first')
        : { ...stretch('', '', 'day', 'month-first'), from: null, to: null, possible: false },
      start,
      at + full[0].length,
    );
  }
  const ordinal = eat(ordinalAfterMonth, text, at);
  if (!ordinal || Number(ordinal[1]) < 1 || Number(ordinal[1]) > 31) return null;
  return plainDate(withoutYear('day', 'month-first', isoDay(2020, month, Number(ordinal[1])) !== null), start, at + ordinal[0].length);
}
