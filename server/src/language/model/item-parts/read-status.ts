import type { Status, StatusScale } from '../../house-styles/house-style.ts';
import type { ModelContext } from '../document.ts';
import { numbersInWords } from '../../text/english.ts';
import { readCount } from '../inline/numbers.ts';
import type { ActionItem } from '../items.ts';

/** How far an action is. */
export type Stage = Status['stage'];

/** A status as the scale calls it, or as written where the scale does not know it. */
export interface StatusReading {
  readonly status: string | null;
  readonly isKnown: boolean;
}

const indexes = new WeakMap<StatusScale, readonly (readonly [string, string])[]>();

/** What has been read lately, by scale: a plan says the same few words on every line. */
const readings = new WeakMap<StatusScale, Map<string, StatusReading>>();
const mostReadings = 200;
/** A piece of a string that is longer would keep its whole document in memory. */
const longestKept = 12;

/** Every way of writing a status, the longest first, with the scale's own word for it. */
function namesOf(scale: StatusScale): readonly (readonly [string, string])[] {
  let names = indexes.get(scale);
  if (!names) {
    const all = new Map<string, string>();
    for (const { word } of scale.statuses) all.set(word.toLowerCase(), word);
    for (const { word, aliases } of scale.statuses)
      for (const alias of aliases) if (!all.has(alias.toLowerCase())) all.set(alias.toLowerCase(), word);
    indexes.set(scale, (names = [...all].sort(([a], [b]) => b.length - a.length)));
  }
  return names;
}

/**
 * What a Status cell or field says: a word of the scale or another name of it, in any case; its first letter alone; a coloured mark; or
 * one of these followed by more ("Amber (slipped)", "🟢 Green", "Complete – see minutes"), or with a shape before it ("● green").
 */
export function readStatus(text: string, scale: StatusScale): StatusReading {
  if (text.length > longestKept) return readAnew(text, scale);
  let known = readings.get(scale);
  if (!known) readings.set(scale, (known = new Map()));
  let reading = known.get(text);
  if (!reading) {
    if (known.size === mostReadings) known.clear();
    known.set(text, (reading = readAnew(text, scale)));
  }
  return reading;
}

function readAnew(text: string, scale: StatusScale): StatusReading {
  const written = text.replace(/\ufe0f/g, '').trim();
  const said = written.toLowerCase();
  if (said === '') return { status: null, isKnown: false };
  const names = namesOf(scale);
  const whole = names.find(([name]) => name === said.replace(/[.;]$/, ''));
  if (whole) return { status: whole[1], isKnown: true };
  // Behind a tick the words count: "✓ On track", "☒ On track ☐ Off track".
  const behindTick = /^[✓✔✅☑☒]\s*(\S.*)$/su.exec(written)?.[1];
  const told = behindTick === undefined ? null : readAnew(behindTick, scale);
  if (told?.isKnown) return told;
  // A single letter counts only alone: "A plan is ready" is not amber.
  const start = names.find(
    ([name]) => !/^[a-z]$/.test(name) && said.startsWith(name) && !/^[A-Za-zÀ-ɏ\d'’-]/u.test(said.slice(name.length)),
  );
  if (start) return { status: start[1], isKnown: true };
  // “● green”, as a status is printed that colour alone must not tell. An empty box, or a cross, says that it is not so.
  const bare = written.replace(/^(?:(?![☐✗✘❌])\p{So})+\s+/u, '');
  const reading = bare === written ? null : readAnew(bare, scale);
  if (reading?.isKnown) return reading;
  return { status: /\p{L}/u.test(bare) ? bare : written, isKnown: false };
}

/** What the scale makes of an action's status; null where it has none or the scale does not know it. */
export function stageOf({ status, statusIsKnown }: ActionItem, { statusScale }: ModelContext): Stage | null {
  return status === null || !statusIsKnown ? null : stageNamed(status, statusScale);
}

/** What a scale makes of one of its words. */
const stageNamed = (status: string | null, { statuses }: StatusScale): Stage | null =>
  statuses.find(({ word }) => word.toLowerCase() === status?.toLowerCase())?.stage ?? null;

/**
 * Whether a status says that an action is still to be done; null where that cannot be told: the scale does not know the word, or it says
 * that all goes well, which many plans keep for what is finished. Whether no status means anything depends on the plan, and counts as open.
 */
export function isOpen({
  status,
  statusIsKnown,
  stage,
}: {
  readonly status: string | null;
  readonly statusIsKnown: boolean;
  readonly stage: Stage | null;
}): boolean | null {
  if (status !== null && !statusIsKnown) return null;
  if (stage === 'on-track') return null;
  return !(stage === 'complete' || (stage === 'other' && givenUp.test(status ?? '')));
}

/** Whether a text is a status of the scale that says that nothing is left to do. */
export function isClosed(text: string, scale: StatusScale): boolean {
  const { status, isKnown } = readStatus(text, scale);
  return isKnown && isOpen({ status, statusIsKnown: isKnown, stage: stageNamed(status, scale) }) === false;
}

/** Statuses of actions that nobody is to finish. */
const givenUp = /withdrawn|superseded|no longer|hold|paused|cancelled|closed|merged|transferred/i;

const numberBefore = new RegExp(
  String.raw`(?<![A-Za-zÀ-ɏ\d.,/£%-])(\d{1,3}|${numbersInWords.join('|')})\s(?:(?:actions?|items?|recommendations?|of (?:them|these)|are|is|were|was|rated|marked|now|at|as)\s){0,4}$`,
  'i',
);
const mayHoldNumber = new RegExp(String.raw`\d|\b(?:${numbersInWords.join('|')})\b`, 'i');

/** A status of the scale with a number before it, at indices of the text that it was found in. */
export interface StatusTotal {
  readonly status: string;
  readonly stated: number;
  /** The number as it is written: `12`, `Twelve`. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/**
 * "12 green, three amber": statuses of the scale with a number before them. Only where two or more are counted, or the text speaks of
 * actions.
 */
export function findStatusTotals(text: string, scale: StatusScale): readonly StatusTotal[] {
  if (!mayHoldNumber.test(text)) return [];
  const found: StatusTotal[] = [];
  const low = text.toLowerCase();
  for (const [name, status] of namesOf(scale)) {
    if (!/^[a-z][a-z ]{2,}$/.test(name)) continue;
    for (let at = low.indexOf(name); at >= 0; at = low.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (
        found.some((other) => other.start <= at && at < other.end) ||
        !/^\s*(?:$|[,.;:()–—-]|(?:and|or|with|actions?|items?|rated)\b)/.test(low.slice(end, end + 12))
      )
        continue;
      const before = numberBefore.exec(text.slice(Math.max(0, at - 60), at));
      const stated = before && readCount(before[1]!);
      if (before && stated !== null) found.push({ status, stated, written: before[1]!, start: at - before[0].length, end });
    }
  }
  return found.length > 1 || /\bactions?\b/i.test(text) ? found.sort((a, b) => a.start - b.start) : [];
}
