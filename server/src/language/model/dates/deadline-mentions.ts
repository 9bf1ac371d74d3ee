import type { DateItem, DeadlineMentionItem, DeadlinePeriodItem } from '../items.ts';
import { holdsAny } from '../words/scanning.ts';

/**
 * A sentence around an offset of a text: from behind the last full stop, colon excluded, to the next. Looks no further than 300 characters
 * either way.
 */
export function sentenceAround(text: string, at: number): { readonly before: string; readonly after: string } {
  const before = text.slice(Math.max(0, at - 300), at);
  const after = text.slice(at, at + 300);
  const start = Math.max(
    before.lastIndexOf('. '),
    before.lastIndexOf('; '),
    before.lastIndexOf('.\n'),
    before.lastIndexOf('? '),
    before.lastIndexOf('\n\n'),
    before.lastIndexOf('|'),
  );
  const end = after.search(/[.;?!](?:\s|$)|\n\n|\|/);
  return { before: before.slice(start + 1), after: end < 0 ? after : after.slice(0, end) };
}

/** Words that make the date behind them a deadline. */
const byBefore =
  /\b(?:by|before|no later than|not later than|due(?: on| by)?|deadline(?: (?:is|was|of)| for [^.;|]{0,60} (?:is|was))?:?|until)\s+(?:the\s+)?$/i;
/** What is told of the past is no deadline that anybody still states. */
const told = /\b(?:was|were|has been|have been|had been)\s+(?:\w+\s+)?(?:submitted|sent|published|returned|provided|approved|agreed)\b/i;
const inspectorate =
  /\b(?:ofsted|inspectorates?|inspectors|chief inspector|hmci|secretary of state|department for education|dfe|cqc|statutory|deadline)\b/i;
const elsewhere =
  /\b(?:submitted|presented|reported|sent|taken|return(?:ed)?|go|goes|come|comes) (?:back )?to (?:the )?(?:[A-ZÀ-Þ][A-Za-zÀ-ɏ]* ){0,5}(?:cabinet|committee|panel|board|council|members)\b/i;
/** A body of the council does something by that day: “and Cabinet will consider it by …”. */
const byAnotherBody =
  /\b(?:cabinet|committee|panel|board|members|scrutiny)\b[^,;]{0,12}\b(?:will|is to|are to)\s(?:see|consider|receive|review|approve|endorse|discuss|scrutinise|hear)\b[^,;]*$/i;

/**
 * Of the dates of a text, those that its sentence makes the deadline of an action plan, a draft of one, or the publication of a report
 * after an inspection. `text` is the source slice that the dates were found in, `base` its place. Never throws.
 */
export function findDeadlineMentions(text: string, base: number, dates: readonly DateItem[]): readonly DeadlineMentionItem[] {
  return dates.flatMap(({ precision, from, span, quoted }): DeadlineMentionItem[] => {
    if (precision !== 'day' || from === null) return [];
    const { before, after } = sentenceAround(text, span.start - base);
    if (
      !holdsAny(before, documents) ||
      !byBefore.test(before) ||
      told.test(before) ||
      elsewhere.test(before) ||
      byAnotherBody.test(before) ||
      !inspectorate.test(before + after)
    )
      return [];
    const due = documentMeant(before);
    return due ? [{ kind: 'deadline-mention', span, day: from, due, quoted }] : [];
  });
}

/** One of them is in every name of what is due. */
const documents = ['plan', 'statement', 'report'];

/** "70 working days from receipt of the letter", "20 days after the letter was received". */
const period =
  /\b(\d{2}|twenty|thirty|seventy)\s+(?:working\s+)?days\s+(?:after|of|from|following)\s+(?:the\s+)?(?:date\s+of\s+)?(?:(?:receipt|publication|receiving)(?:\s+of)?(?:\s+(?:the|this|its|their))?(?:\s+(?:inspection\s+)?(?:letter|report))?|(?:inspection\s+)?(?:letter|report)(?:\s+(?:was|is|has\s+been))?(?:\s+(?:received|published|issued))?)/gi;
const numbers: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, seventy: 70 };

/** Words that make the day behind them the end of a period: "That is", "The deadline is", "It must be in by". */
const saysWhen =
  /\b(?:deadline|by|no later than|that is|which is|this is|falls on|ends on|due|until|means)\s+(?:on\s+)?(?:the\s+)?(?:[A-Za-z]+day,?\s+)?$/i;

/**
 * Periods in days that a text counts from an inspection's letter or report. About `text`, `base` and throwing the same as {@link
 * findDeadlineMentions}.
 */
export function findDeadlinePeriods(text: string, base: number, dates: readonly DateItem[]): readonly DeadlinePeriodItem[] {
  if (!holdsAny(text, ['days'])) return [];
  return Array.from(text.matchAll(period)).flatMap((match): DeadlinePeriodItem[] => {
    const { before, after } = sentenceAround(text, match.index);
    if (!/\b(?:plan|statement|report)\b/i.test(before + after)) return [];
    const saysDay = dates.some(({ precision, span }) => {
      const at = span.start - base;
      return (
        precision === 'day' &&
        ((at >= match.index - before.length && at <= match.index + after.length) ||
          (at > match.index && at < match.index + 500 && saysWhen.test(text.slice(Math.max(match.index, at - 60), at))))
      );
    });
    return [
      {
        kind: 'deadline-period',
        saysDay,
        days: numbers[match[1]!.toLowerCase()] ?? Number(match[1]),
        span: { start: base + match.index, end: base + match.index + match[0].length },
      },
    ];
  });
}

/** What the words before a date say is due; null where they could mean another thing. */
function documentMeant(before: string): DeadlineMentionItem['due'] | null {
  const plan = /\b(?:action plan|improvement plan|written statement|statement of (?:proposed )?action|priority action plan)\b/i.test(
    before,
  );
  if (plan)
    return /\b(?:submi|sen[dt]|return|provid|publish|due|deadline|require|receive|ready)/i.test(before)
      ? /\bdraft\b/i.test(before)
        ? 'draft plan'
        : 'plan'
      : null;
  return /\bpublish(?:ed)?\b[^.;]{0,40}\breport\b|\breport\b[^.;]{0,40}\bpublished\b/i.test(before) ? 'report' : null;
}
