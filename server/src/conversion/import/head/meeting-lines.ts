import type { IsoDate } from '../../../language/host.ts';
import type { TextBlock } from '../paper/blocks.ts';
import { statedDates } from '../paper/dates.ts';
import type { KnownNames } from './known-names.ts';
import { addressedTo, bodyNames, bodyWords, pageHeading } from './names-of-bodies.ts';

/**
 * "MINUTES of the meeting of the Children's Committee held at 10.00 am on Tuesday, 14 January 2025 in the Council Chamber", or a part of
 * it; "Adult Services Cabinet Member – minutes – 13 January 2025".
 */
export function readMinutesLine(
  text: string,
  names: KnownNames,
): { readonly body: string | null; readonly date: IsoDate | null; readonly time: string | null; readonly venue: string | null } | null {
  const headed = /^(\p{Lu}.{3,80}?)\s+[–—-]\s+(?:draft )?minutes\s+[–—-]\s+(.{6,60})$/iu.exec(text);
  const held = headed && statedDates(headed[2]!)[0];
  if (headed && held && held.from === held.to) return { body: headed[1]!, date: held.from, time: null, venue: null };
  const start =
    /^(?:draft |unconfirmed )?(?:minutes|notes?)\b(?: of)?(?: (?:the|an?))?(?: (?:adjourned|extraordinary|special|virtual|ordinary))?(?: (?:meeting|proceedings))?(?: of)?(?: the)?(?:\s*[-–—:])?\s*/i.exec(
      text,
    );
  if (!start || text.length > 300) return null;
  const date = statedDates(text)[0] ?? null;
  const name = text
    .slice(start[0].length)
    .split(/\s*(?:[,(–—]|\s-\s|\bheld\b|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bat \d|\bon \d)/i)[0]!
    .trim();
  const body =
    names.committees.has(name.toLowerCase()) || (bodyNames.test(name.replace(/\s*\([^()]*\)$/, '')) && name.split(' ').length <= 14)
      ? name
      : null;
  if (body === null && date === null) return null;
  const time = /\bat (\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|noon|hours)|\d{1,2}[.:]\d{2})/i.exec(text)?.[1] ?? null;
  const after = date
    ? /^,?\s*(?:at (?:\d[\d.:]*\s*(?:am|pm|noon)?)\s*)?(?:,|in|at)\s+(?:the\s+)?(\p{Lu}[^.]{3,100}?)\.?$/u.exec(text.slice(date.end))
    : null;
  return { body, date: date && date.from === date.to ? date.from : null, time, venue: after?.[1] ?? null };
}

/** "Minutes" alone: what the paper is. */
export const minutesAlone = /^(?:draft )?minutes$/i;

/** "Cabinet Minutes": whose minutes they are. */
export function minutesOf(text: string, names: KnownNames): string | null {
  const body = /^(.{4,60}?) (?:draft )?minutes$/i.exec(text)?.[1];
  return body !== undefined && (names.committees.has(body.toLowerCase()) || bodyNames.test(body)) ? spelt(body, names) : null;
}

interface Committee {
  readonly body: string;
  readonly date: { readonly iso: IsoDate; readonly text: string } | null;
  /** Whether the line says more than that: a day of the week, which is checked where it stands, or “Report to”. */
  readonly saysMore: boolean;
}

/** "Children's Committee Thursday, 14th March, 2024 10.00 am": whose meeting, its day and its time. */
export function readTitleOfMeeting(
  title: string,
  names: KnownNames,
): { readonly body: string; readonly date: IsoDate; readonly time: string | null } | null {
  const [date] = statedDates(title);
  if (!date || date.from !== date.to) return null;
  const time = /^,?\s*(?:at\s+)?(\d{1,2}[.:]\d{2}\s*(?:am|pm)?)?$/i.exec(title.slice(date.end));
  const committee = time && readCommittee(title.slice(0, date.end), names);
  return committee ? { body: committee.body, date: date.from, time: time[1] ?? null } : null;
}

/** "CHILDREN AND FAMILIES SCRUTINY PANEL 6 MARCH 2019", with or without the date. */
export function readCommittee(text: string, names: KnownNames): Committee | null {
  if (text.length > 160) return null;
  const minutes = /^(?:draft )?minutes of (?:(?:the|a) )?(?:meeting of )?(?:the )?/i.exec(text);
  if (minutes) return readCommittee(text.slice(minutes[0].length), names);
  const addressed = /^report (?:to|for)(?: the)?:?\s+(?=\p{Lu})/iu.exec(text);
  if (addressed) {
    const committee = readCommittee(text.slice(addressed[0].length), names);
    return committee && { ...committee, saysMore: true };
  }
  const dates = statedDates(text);
  const date =
    dates.length === 1 && dates[0]!.end >= text.replace(/[).\s]+$/, '').length && dates[0]!.from === dates[0]!.to ? dates[0]! : null;
  const bare = (words: string): string => words.replace(/[\s,:–—(-]+$/, '');
  const name = bare(
    bare(date ? text.slice(0, date.start) : text).replace(
      /\s+(?:on\s+)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),?$/i,
      '',
    ),
  );
  const known = names.committees.get(name.toLowerCase());
  const looksLike =
    !/^[^:]{2,30}:\s/.test(name) &&
    bodyWords.test(name.replace(/\s*\([^()]*\)$/, '')) &&
    name.split(' ').length >= 2 &&
    name.split(' ').length <= 14 &&
    /^\p{Lu}/u.test(name) &&
    !/^(?:about|version|draft|date)\b|\b(?:approved|agreed|endorsed|adopted|prepared|produced|written|signed off|considered|noted|received|owned|presented|submitted|reported) (?:by|to|at)\b|\b(?:are|is|to the|report of|county council|city council|borough council|district council)\b/i.test(
      name,
    );
  if (!known && !looksLike) return null;
  const saysMore = date !== null && /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i.test(text.slice(name.length, date.start));
  return { body: known ?? name, date: date ? { iso: date.from, text: date.text } : null, saysMore };
}

/** A body as its house style spells it. */
export const spelt = (body: string, names: KnownNames): string => names.committees.get(body.toLowerCase()) ?? body;

/**
 * "Meeting: 03/11/2022 - Children and Young People Scrutiny Committee (Item 20)" or "Meeting of Children and Young People Scrutiny
 * Committee, Thursday, 3rd November, 2022 10.00 am (Item 20.)", as committee web pages print it.
 */
export function readMeetingLine(text: string): { readonly body: string; readonly date: IsoDate; readonly item: string | null } | null {
  const of = /^meeting of (?:the )?(.{4,120}?),\s*(?=(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d))/i.exec(text);
  const day = of && bodyNames.test(of[1]!) ? statedDates(text)[0] : undefined;
  if (of && day && day.from === day.to)
    return { body: of[1]!, date: day.from, item: /\(item\s+([\w.]{1,10}?)\.?\)\s*$/i.exec(text)?.[1] ?? null };
  const start = /^(?:decided at )?meeting:\s*/i.exec(text);
  if (!start) return null;
  const date = statedDates(text)[0];
  if (!date || date.start !== start[0].length || date.from !== date.to) return null;
  const rest = text.slice(date.end).replace(/^[\s–—-]+/, '');
  const item = /\s*\(item\s+([\w.]{1,10})\)\s*$/i.exec(rest);
  const body = item ? rest.slice(0, item.index) : rest;
  return body === '' || body.length > 120 ? null : { body, date: date.from, item: item?.[1] ?? null };
}

interface Headed {
  readonly body: string;
  readonly date: IsoDate | null;
  readonly time: string | null;
  /** Whether the line says nothing else, not even a day of the week. */
  readonly saysAll: boolean;
}

/** "Children and Families Committee - Monday, 8th July, 2024 10.30 am". */
export function readPageHeading(text: string): Headed | null {
  const found = pageHeading.exec(text);
  const date = found && statedDates(found[2]!)[0];
  if (!found || !date || date.from !== date.to) return null;
  return {
    body: found[1]!.replace(/^(?:special|extraordinary|adjourned|additional) meeting(?: of)?(?: the)?,?\s+/i, ''),
    date: date.from,
    time: /\b(\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)?)$/i.exec(found[2]!)?.[1]?.trim() ?? null,
    saysAll: false,
  };
}

/** "Report to Children's Scrutiny Panel, 20 February 2024". */
export function readAddressee(text: string, names: KnownNames): Headed | null {
  const found = addressedTo.exec(text);
  const committee = found && readCommittee(found[1]!, names);
  return committee ? { body: committee.body, date: committee.date?.iso ?? null, time: null, saysAll: !committee.saysMore } : null;
}

/** A day, a time and a place are no longer. */
const longestDateLine = 160;

/** "Wednesday, 16 May 2018, 10.00 am" with the place behind it or on the next line. */
export function readMeetingDate(block: TextBlock): {
  readonly iso: IsoDate;
  readonly text: string;
  readonly time: string | null;
  readonly venue: string | null;
  readonly isAlone: boolean;
} | null {
  const inLines = (lines: readonly string[]): string =>
    lines
      .map((line) => line.trim())
      .join(', ')
      .replace(/,\s*,/g, ',');
  const text = inLines(inLines(block.lines).length > longestDateLine ? block.lines.slice(0, 2) : block.lines);
  const date = statedDates(text)[0];
  if (!date || text.length > longestDateLine || date.from !== date.to) return null;
  const before = text.slice(0, date.start).trim();
  if (
    before !== '' &&
    !/^(?:date(?: of meeting)?:?\s*|(?:meeting )?(?:to be )?held(?: (?:in|at) [^.]{3,80}?)? on:?\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?$/i.test(
      before,
    )
  )
    return null;
  const after = text.slice(date.end);
  const time = /^,?\s*(?:at\s+)?(\d{1,2}[.:]\d{2}\s*(?:am|pm|noon)?|\d{1,2}\s*(?:am|pm))\b/i.exec(after);
  if (after.trim() !== '' && !time && !after.startsWith(',')) return null;
  const place = (time ? after.slice(time[0].length) : after).replace(/^[,\s–—-]+/, '').replace(/[\s.,]+$/, '');
  return {
    iso: date.from,
    text: date.text,
    time: time?.[1] ?? null,
    venue: place === '' ? null : place,
    isAlone: before === '' && after.trim() === '',
  };
}
