import type { Due } from '../items.ts';
import { struckIn, type Words } from '../words/words.ts';
import { scanDates } from './dates.ts';
import { readDue } from './due.ts';

/** A due date, and what it was at first where its cell or field shows that it has moved. */
export interface MovedDue {
  readonly due: Due | null;
  /** The date before it moved; null where nothing says that it did. */
  readonly original: Due | null;
}

/**
 * Reads a due date beside which an earlier one is struck through ("~~30 April 2026~~ 31 July 2026"), or which says in words that it has
 * moved ("30 April 2026, revised to 31 July 2026", "31 July 2026 (originally 30 April 2026)"). Of several dates that nothing ties together
 * none is the first.
 */
export function readMovedDue(words: Words): MovedDue {
  const due = readDue(words.text, words.start);
  const struck =
    struckIn(words)
      .map(({ text, start }) => readDue(text, start))
      .find((one) => one !== null && one.from !== null) ?? null;
  if (!due || struck) return { due, original: struck };
  const told = due.precision === 'period' ? readInWords(words.text, words.start) : null;
  return told
    ? { due: { ...due, from: told.due.from, to: told.due.to, precision: told.due.precision }, original: told.original }
    : { due, original: null };
}

/** Words between two dates by which the second has taken the place of the first. */
const becomes =
  /^[\s,;:(–—-]*(?:and |but |has been |have been |was |is |since )?(?:(?:(?:now|then)\s?:?\s?)?(?:revised|moved|changed|extended|amended|rescheduled|re-?profiled|re-?baselined|postponed|deferred|delayed|slipped|pushed back|put back|brought forward)\b(?:\s(?:date|deadline|due date|target|timescale))?(?:\s?:|\s(?:to|until|till)\b)?|now(?: due(?: on| by)?| by)?\b\s?:?|new (?:due )?(?:date|deadline|target|timescale)\s?:?|→|->|=>)\s*$/i;
/** Words between two dates by which the second was there before the first. */
const was =
  /^[\s,;:–—-]*[([]?\s*(?:(?:it |this )?was(?: originally| initially| previously)?(?: due(?: on| by)?)?|originally(?: due)?(?: on| by)?|original (?:due )?(?:date|deadline|target|timescale)(?: was)?|original|initially|previously|formerly|(?:first|at first) due(?: on| by)?|(?:date )?(?:revised|moved|changed|extended|amended|rescheduled|re-?profiled|re-?baselined|postponed|deferred|delayed|slipped|pushed back|put back|brought forward) from)\s?:?\s*$/i;
/** What may stand before the first of two dates, the earlier of which comes first. */
const beforeFirst =
  /^\s*(?:was(?: due)?(?: on| by)?|originally(?: due)?(?: on| by)?|original (?:due )?(?:date|deadline|target)|original|initially|previously|formerly|by)?\s?:?\s*$/i;
/** The same, where the date that counts comes first. */
const beforeLast = /^\s*(?:now(?: due)?(?: on| by)?|revised(?: to| date)?|by|new (?:due )?(?:date|deadline))?\s?:?\s*$/i;
/** "30 April 2026 31 July 2026 (revised)": the mark behind the second of two dates. */
const revisedBehind = /^\s*[([]\s*(?:revised|new|now|amended|extended)(?:\s(?:date|deadline))?\s*[)\]]/i;
const parted = /^[\s,;/–—-]*(?:<br\s*\/?>)?\s*$/i;

function readInWords(text: string, base: number): { readonly due: Due; readonly original: Due } | null {
  const dates = scanDates(text);
  const [first, last] = [dates[0], dates.at(-1)];
  if (
    !first ||
    !last ||
    first === last ||
    dates.some(({ from, precision }) => from === null || (precision !== 'day' && precision !== 'month'))
  )
    return null;
  const between = dates.slice(1).map((date, index) => text.slice(dates[index]!.end, date.start));
  const dueAt = ({ start, end }: { readonly start: number; readonly end: number }): Due => readDue(text.slice(start, end), base + start)!;
  const before = text.slice(0, first.start);
  if (beforeFirst.test(before) && between.every((words) => becomes.test(words))) return { due: dueAt(last), original: dueAt(first) };
  if (dates.length > 2) return null;
  if (beforeLast.test(before) && was.test(between[0]!)) return { due: dueAt(first), original: dueAt(last) };
  return beforeFirst.test(before) && parted.test(between[0]!) && revisedBehind.test(text.slice(last.end))
    ? { due: dueAt(last), original: dueAt(first) }
    : null;
}
