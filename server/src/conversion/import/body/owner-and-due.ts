import { actionFieldOf } from '../../../language/model/item-parts/fields.ts';
import { readDue } from '../../../language/model/dates/due.ts';
import { scanDates } from '../../../language/model/dates/dates.ts';
import type { ActionField } from '../../../language/model/vocabulary.ts';
import { isOwner, isStatus } from './action-columns.ts';
import { isActor, withoutDue } from './minute-actions.ts';

/** What a few words say of an action beside what is to be done. */
export interface Said {
  readonly owner?: string;
  readonly due?: string;
  /** Labels and links that a column of its own says without them: “Lead:”, “by”. */
  readonly left: readonly string[];
  /** Whether a label says what it is. */
  readonly isLabelled?: boolean;
}

/** Times without a date. */
const noDate =
  /^(?:on-?going|immediate(?:ly)?|asap|a\.s\.a\.p\.?|as soon as possible|tb[acd]|to be (?:agreed|confirmed|decided)|(?:bi-?)?(?:daily|weekly|monthly|quarterly|termly|annually|yearly)|with immediate effect|business as usual)\.?$/i;
/** What may stand before a date, and between two. */
const beforeDates =
  /^(?:(?:by|due|from|in|during|until|before|starting|no later than|on or before|the|end(?: of)?|early|mid|late)\b[\s:-]*)+/i;

/** Whether words are nothing but when something is to be done. */
export function isDue(text: string): boolean {
  const words = text.trim();
  if (words === '' || words.length > 60) return false;
  if (noDate.test(words)) return true;
  const dates = scanDates(words);
  if (dates.length === 0) return words.length <= 30 && !/^may$/i.test(words) && (readDue(words, 0)?.precision ?? 'none') !== 'none';
  const between = [...dates, null].map((date, index) =>
    words.slice(
      dates[index - 1]?.end ?? 0,
      date ? (date.weekday === null ? date.start : Math.min(date.start, date.weekdayStart)) : words.length,
    ),
  );
  return between.every((part) => /^[\s,;:.()/&–—-]*(?:and|to|then|until)?[\s,;:.()/&–—-]*$/i.test(part.trim().replace(beforeDates, '')));
}

/** Whether words are nothing but who is to do something: a post, a name, initials, or several of them. */
export const isWho = (text: string): boolean =>
  text.length <= 120 &&
  scanDates(text).length === 0 &&
  !isStatus(text) &&
  text
    .split(/\s*[/;]\s*|\s+(?:&|\+)\s+/)
    .every(
      (part) =>
        part !== '' &&
        !isDue(part) &&
        (/^all (?:\p{Ll}+ ?){1,3}$/iu.test(part) || isActor(part) || (/^(?:the )?\p{Lu}/u.test(part) && isOwner(part))),
    );

/** Words without stars around them and brackets around those. */
export const bare = (text: string): string =>
  text
    .replaceAll('**', '')
    .trim()
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/^\[([^[\]]*)\]$/, '$1')
    .trim();

const labelled = /^([^:–—]{2,40}?)\s*(?::|\s[–—])\s*(\S.*)$/s;

/** What words say that are nothing but an owner, a time or both, where those are `wanted`. Null for any others. */
export function readSaid(words: string, wanted: ReadonlySet<ActionField>): Said | null {
  const text = bare(words);
  if (text === '') return null;
  const label = labelled.exec(text);
  const field = label ? actionFieldOf(label[1]!) : null;
  if (label && (field === 'owner' || field === 'due') && wanted.has(field)) {
    const value = label[2]!.trim();
    const both = field === 'owner' && wanted.has('due') ? readSaid(value, wanted) : null;
    if (both?.due !== undefined && both.owner !== undefined) return { ...both, isLabelled: true, left: [label[1]!, ...both.left] };
    return value.length > 120 ? null : { [field]: value, isLabelled: true, left: [label[1]!] };
  }
  if (wanted.has('due') && isDue(text)) return { due: text, left: [] };
  const both = wanted.has('owner') && wanted.has('due') ? readBoth(text, isWho) : null;
  return both ?? (wanted.has('owner') && isWho(text) ? { owner: text, left: [] } : null);
}

/** Who and when in one: “JH, 3 May 2026”, “Head of Service by June 2026”, “3 May 2026 – JH”. `mayBeWho` judges what the time leaves. */
export function readBoth(text: string, mayBeWho: (words: string) => boolean): Said | null {
  const found = [splitAtTime(text), timeAtEnd(text), timeAtStart(text)].find(
    (said) => said !== null && said.owner !== undefined && mayBeWho(said.owner),
  );
  return found ?? null;
}

const parts = /\s*[,;|]\s*|\s+[/–—-]\s+|\s*\/\s*(?=\D)|\s*\(|\)/;

/** Parts of which the last, or the first, is a time: “JH (ongoing)”, “JH / June 2026”. */
function splitAtTime(text: string): Said | null {
  for (const { index, 0: separator } of [...text.matchAll(new RegExp(parts, 'g'))].reverse()) {
    const [before, behind] = [
      text.slice(0, index).trim(),
      text
        .slice(index + separator.length)
        .replace(/[).]+$/, '')
        .trim(),
    ];
    if (before === '' || behind === '') continue;
    if (isDue(behind) && !isDue(before)) return { owner: before, due: behind, left: [] };
    if (isDue(before) && !isDue(behind)) return { owner: behind, due: before, left: [] };
  }
  return null;
}

function timeAtEnd(text: string): Said | null {
  const linked = withoutDue(text);
  if (linked && linked.text !== '') return { owner: linked.text, due: linked.due, left: linked.left };
  const [first] = scanDates(text);
  if (!first || first.start === 0) return null;
  const words = text.slice(0, first.start);
  const lead = /(?:\b(?:by|from|until|the|end(?: of)?|early|mid|late)\b\s*)+$/i.exec(words);
  const [owner, due] = [words.slice(0, lead?.index ?? words.length).trim(), `${lead?.[0] ?? ''}${text.slice(first.start)}`.trim()];
  return owner !== '' && isDue(due) ? { owner: owner.replace(/[\s,;:–—-]+$/, ''), due, left: [] } : null;
}

function timeAtStart(text: string): Said | null {
  const last = scanDates(text).at(-1);
  if (!last || last.end === text.length) return null;
  const [due, owner] = [
    text.slice(0, last.end).trim(),
    text
      .slice(last.end)
      .replace(/^[\s,;:–—-]+/, '')
      .trim(),
  ];
  return owner !== '' && isDue(due) ? { owner, due, left: [] } : null;
}
