import type { IsoDate } from '../../../language/host.ts';
import { statedDates, weekdayOf } from '../paper/dates.ts';

/** A line and the day that stands at its end. */
export interface DatedLine {
  /** Without the day and what parts it from the words. */
  readonly words: string;
  readonly day: IsoDate;
  /** "10.00 am", where the day is followed by a time. */
  readonly time: string | null;
  /** The day, its weekday and the time as written. */
  readonly written: string;
}

const tail = /(?<gap>\s*[–—:,(-]\s*|\s+)(?:held )?(?:on )?(?:(?<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s+)?$/i;
const timeBehind = /^,?\s*(?:at\s+)?(\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)?\s*\)?\.?$/i;
/** What happens on a day of its own, which may be the one that is said behind it. */
const event = /\b(?:visits?|assessments?|reviews?|letters?|hearings?)$/i;
/** Words that the day behind them belongs to. */
const takesDay =
  /(?:\b(?:on|of|to|from|in|at|by|and|until|since|before|after|between|for|held|dated|published|issued|received|end(?:ed|ing)?|starting|commencing|quarter|week|month|year)|\d|&|[–-])$/i;
/** Minutes of which nothing but their day says which they are. */
const isOnlyMinutes = /^(?:(?:draft|unconfirmed) )?(?:minutes|notes)(?: of (?:the |an? )?meeting)?$/i;
/** What a day may follow with nothing between. */
const namesPaper =
  /\b(?:plan|report|log|tracker|minutes|agenda|update|paper|briefing|meeting|board|committee|panel|cabinet|council|services?|director|member|officer|executive)$/i;

/**
 * The words of a title and the day that was put behind them ("Improvement plan – 12 March 2026"); null where there is none, or where the
 * day belongs to what the title speaks of ("Focused visit on 12 March 2026"). `known` is the day that the paper is known to have. A wrong
 * day of the week stays, for the check to find.
 */
export function datedLine(text: string, known: string | null = null): DatedLine | null {
  const date = statedDates(text).at(-1);
  if (!date || date.from !== date.to || text.length > 250) return null;
  const behind = timeBehind.exec(text.slice(date.end));
  const before = tail.exec(text.slice(0, date.start));
  if (!behind || !before) return null;
  const words = text.slice(0, before.index).trim();
  const weekday = weekdayOf(date.from);
  if (
    words === '' ||
    isOnlyMinutes.test(words) ||
    takesDay.test(words) ||
    (before.groups!['weekday'] !== undefined && before.groups!['weekday'].toLowerCase() !== weekday.toLowerCase())
  )
    return null;
  const isApart = before.groups!['gap']!.trim() !== '' || before.groups!['weekday'] !== undefined || namesPaper.test(words);
  if (known !== date.from && (!isApart || event.test(words))) return null;
  return { words, day: date.from, time: behind[1]?.trim() ?? null, written: text.slice(before.index) };
}

/** "Report of the Director of Children’s Services to the Cabinet – 12 March 2026": whose report it is, for whom, and of which day. */
export interface ReportLine {
  readonly of: string;
  readonly to: string | null;
  readonly dated: DatedLine | null;
}

/** Null for any other line, sentences among them. */
export function reportLine(text: string): ReportLine | null {
  const dated = datedLine(text);
  const found = /^(?:joint )?report (?:of|by|from):?(?: the)?\s+(\p{Lu}.+)$/iu.exec(dated?.words ?? text);
  if (!found || text.length > 200 || /[.;:]$/.test(found[1]!) || /\b(?:is|are|was|were|has|have|will|should)\b/.test(found[1]!))
    return null;
  const to =
    /^(.+?)[,–-]?\s+to (?:the )?(\p{Lu}(?:.*\b)?(?:[Cc]ommittee|[Pp]anel|[Bb]oard|abinet|[Cc]ommission|[Cc]ouncil|[Ee]xecutive|[Ff]orum))$/u.exec(
      found[1]!,
    );
  return { of: to?.[1] ?? found[1]!, to: to?.[2] ?? null, dated };
}
