import type { IsoDate } from '../../language/host.ts';
import { joined, type TextBlock } from './blocks.ts';
import { statedDates } from './dates.ts';
import { addressedTo, pageHeading } from './head-lines.ts';
import { isCapitals, isOrganisation, isTitleLike, readKnownHeading } from './headings.ts';
import type { KnownNames } from './known-names.ts';
import { coverLine } from './letters.ts';
import type { SettledHeadings } from './settle-headings.ts';
import { reportLine } from './title-lines.ts';

/** What the head of a paper says before its first section. */
export interface FrontSheet {
  readonly title: string | null;
  readonly body: string | null;
  readonly meetingDate: IsoDate | null;
  readonly time: string | null;
  readonly venue: string | null;
  readonly agendaItem: string | null;
  /** Whose report it is, by post. */
  readonly reportOf: string | null;
  /** Blocks that the front matter holds in full, so that they leave the text. */
  readonly taken: ReadonlySet<TextBlock>;
  /** Dates of those blocks as they were written. */
  readonly rewritten: readonly string[];
}

/** Blocks of the head that are looked at. */
const mostBlocks = 8;
/** Last words of the name of any meeting that has minutes. */
const bodyNames = /\b(?:committee|panel|board|cabinet|commission|council|forum|executive|sub-committee|group|partnership|network|assembly)$/i;
const bodyWords = /\b(?:committee|panel|board|cabinet|commission|council|forum|executive|sub-committee)$/i;

/**
 * Committee, date and title at the head of a paper. A line that is nothing but the committee, or the committee and its date, and
 * the title are taken; a line that says more (weekday, time, place) also stays in the text, where its date is checked, and so does
 * what the header form says already (`inForm`).
 */
export function readFrontSheet(blocks: readonly TextBlock[], names: KnownNames, inForm: (key: string) => boolean, settled?: SettledHeadings, formTitle: string | null = null): FrontSheet {
  const taken = new Set<TextBlock>();
  const rewritten: string[] = [];
  let title: string | null = null;
  let body: string | null = null;
  let meetingDate: IsoDate | null = null;
  let time: string | null = null;
  let venue: string | null = null;
  let agendaItem: string | null = null;
  let reportOf: string | null = null;
  const isReport = names.type === 'committee-report' || names.type === 'action-plan';
  const titleBlock = isReport && settled?.title && titleUnderReportLine(blocks, settled) ? null : (settled?.title ?? null);
  if (titleBlock && !inForm('title') && names.type !== 'agenda') {
    title = joined(titleBlock);
    taken.add(titleBlock);
    // "An inspection of youth justice services in" over "Cotsmere".
    const more = blocks[blocks.indexOf(titleBlock) + 1];
    if (more && /\b(?:of|in|to|for|at|and|the|by|with|on)$/i.test(title) && more.lines.length === 1 && isTitleLike(joined(more)) && more.form?.kind !== 'item' && more.form?.kind !== 'table') {
      title = `${title} ${joined(more)}`;
      taken.add(more);
    }
    // Minutes are headed by whose they are.
    if (names.type === 'minutes' && !inForm('body')) {
      const meeting = readTitleOfMeeting(title, names);
      body = meeting?.body ?? readCommittee(title, names)?.body ?? null;
      meetingDate = meeting?.date ?? null;
      time = meeting?.time ?? null;
    }
  }
  const cover = names.type === 'inspection-letter' && title === null && !inForm('title') ? coverTitle(blocks) : null;
  if (cover) {
    title = cover.map(joined).join(' ');
    for (const block of cover) taken.add(block);
  }
  // "Open Data User Group – Minutes": the title says whose they are.
  const owner = (names.type === 'minutes' || names.type === 'agenda') && title !== null ? /^(.{4,100}?)\s*(?:[-–—:]\s*|\s)(?:draft )?(?:minutes|agenda|notes)(?: of (?:the )?meeting)?$/i.exec(title)?.[1] : undefined;
  if (owner !== undefined && bodyNames.test(owner)) body = spelt(owner, names);
  // A form has the title among its lines, and it stands over the paper as well.
  if (titleBlock && formTitle === joined(titleBlock)) taken.add(titleBlock);
  for (const [index, block] of blocks.slice(0, mostBlocks).entries()) {
    const text = joined(block);
    if (block === titleBlock || taken.has(block)) continue;
    if (isReport && title === null && !inForm('title') && (isUnderReportLine(blocks, index, settled) || isOverReportLine(blocks, index))) {
      title = text;
      taken.add(block);
      continue;
    }
    if (settled?.levels.has(block) && (block.form?.kind === 'heading' || readKnownHeading(block, names))) break;
    const held = names.type === 'minutes' ? readMinutesLine(text, names) : null;
    if (held) {
      // The one line that looks like a heading may be taken for one.
      if (title === null && settled?.levels.has(block) && !inForm('title')) {
        title = text;
        taken.add(block);
      }
      body ??= held.body && spelt(held.body, names);
      meetingDate ??= held.date;
      time ??= held.time;
      venue ??= held.venue;
      continue;
    }
    if (names.type === 'minutes' && !inForm('title') && title === null && (minutesAlone.test(text) || (index === 0 && isTitleOfItem(block, blocks[1])))) {
      title = text;
      taken.add(block);
      continue;
    }
    const whose = names.type === 'minutes' ? minutesOf(text, names) : null;
    if (whose !== null && !inForm('body') && (body === null || body === whose)) {
      body = whose;
      // Over it may stand what the council says of itself, which goes back into the text.
      if (!inForm('title') && titleBlock === null) {
        for (const over of taken) if (joined(over) === title && !minutesAlone.test(title)) taken.delete(over);
        if (title !== null && minutesAlone.test(title)) rewritten.push(title);
        title = text;
        taken.add(block);
      }
      continue;
    }
    if (block.lines.some((line) => line.includes('\t')) || text.length > 200) break;
    const maker = names.type === 'minutes' ? /^decision maker:\s*(\S.{2,100})$/i.exec(text)?.[1] : undefined;
    if (maker !== undefined) {
      body ??= spelt(maker, names);
      continue;
    }
    const meeting = readMeetingLine(text);
    if (meeting) {
      body ??= spelt(meeting.body, names);
      meetingDate ??= meeting.date;
      agendaItem ??= meeting.item;
      continue;
    }
    const report = names.type === 'committee-report' && !inForm('report-of') ? reportLine(text) : null;
    if (report) {
      const isPlaced = (report.to === null || (!inForm('body') && (body === null || spelt(report.to, names) === spelt(body, names)))) && (!report.dated || (!inForm('meeting-date') && report.dated.time === null && (meetingDate ?? report.dated.day) === report.dated.day));
      reportOf ??= report.of;
      body ??= report.to && spelt(report.to, names);
      meetingDate ??= report.dated?.day ?? null;
      if (isPlaced && reportOf === report.of) {
        taken.add(block);
        rewritten.push(text);
      }
      continue;
    }
    const headed = readPageHeading(text) ?? readAddressee(text, names);
    if (headed) {
      if (isReport && headed.saysAll && !inForm('body') && (body === null || body === spelt(headed.body, names)) && (headed.date === null || (!inForm('meeting-date') && (meetingDate ?? headed.date) === headed.date))) {
        taken.add(block);
        rewritten.push(text);
      }
      body ??= spelt(headed.body, names);
      meetingDate ??= headed.date;
      time ??= headed.time;
      continue;
    }
    if (isOrganisation(text)) continue;
    const committee = readCommittee(text, names);
    if (committee) {
      body ??= committee.body;
      meetingDate ??= committee.date?.iso ?? null;
      if (isReport && !committee.saysMore && index < 4 && committee.body === body && !inForm('body') && (!committee.date || (committee.date.iso === meetingDate && !inForm('meeting-date')))) {
        taken.add(block);
        if (committee.date) rewritten.push(committee.date.text);
      }
      continue;
    }
    const date = readMeetingDate(block);
    // A date alone is the meeting's only where the body was named before it.
    if (date && (body !== null || names.type === 'agenda' || date.time !== null)) {
      meetingDate ??= date.iso;
      time ??= date.time;
      venue ??= date.venue;
      if (isReport && date.isAlone && date.iso === meetingDate && !inForm('meeting-date')) {
        taken.add(block);
        rewritten.push(date.text);
      }
      continue;
    }
    const known = readKnownHeading(block, names);
    if (known && index === 0 && names.type === 'action-plan' && known.lines === block.lines.length && known.rest === null && !/^(?:actions?|introduction|foreword|background|summary)$/i.test(known.text)) {
      // "Written Statement of Action" over "Northmoor local area SEND".
      title = known.text;
      taken.add(block);
      continue;
    }
    if (known) {
      // "Supplementary Papers" on a cover, with what they are under it.
      const rest = block.lines.slice(known.lines).map((line) => line.trim()).join(' ');
      if (names.type === 'agenda' && rest !== '' && /^supplementary|^agenda/i.test(known.text)) title ??= rest;
      if (names.type === 'agenda') continue;
      break;
    }
    if (names.type === 'agenda') {
      if (block.lines.length > 1 && /^supplementary|^agenda supplement/i.test(block.lines[0]!.trim())) title ??= block.lines.slice(1).map((line) => line.trim()).join(' ');
      continue;
    }
    if (title === null && !inForm('title') && !settled?.levels.has(block) && (isTitle(text) || (index === 0 && isTitleWithColon(block, names))) && standsOut(block) && !goesOn(blocks[index + 1])) {
      title = text;
      taken.add(block);
      continue;
    }
    if (text.split(' ').length > 25 || /[.:;]$/.test(text)) break;
  }
  // A page of a decision says at its end when it was taken.
  if (names.type === 'minutes' && meetingDate === null) {
    const [day, ...others] = blocks.filter((block) => block.lines.length === 1 && /^date of decision:\s/i.test(joined(block))).flatMap((block) => statedDates(joined(block)));
    if (day && others.length === 0 && day.from === day.to) meetingDate = day.from;
  }
  return { title, body, meetingDate, time, venue, agendaItem, reportOf, taken, rewritten };
}

/** Whether a line under “Report of …” is the title: another heading, and no text, stands under it. */
function isUnderReportLine(blocks: readonly TextBlock[], index: number, settled?: SettledHeadings): boolean {
  const [before, block, next] = [blocks[index - 1], blocks[index]!, blocks[index + 1]];
  return before !== undefined && next !== undefined && settled !== undefined && (reportLine(joined(before)) !== null || addressedTo.test(joined(before))) && isTitle(joined(block)) && (block === settled.title || settled.levels.has(block) || standsOut(block)) && settled.levels.has(next);
}

/** Whether “Report of …” stands under a line: no section says so, a title does. */
const isOverReportLine = (blocks: readonly TextBlock[], index: number): boolean => {
  const next = blocks[index + 1];
  return next !== undefined && reportLine(joined(next)) !== null && isTitle(joined(blocks[index]!)) && !isOrganisation(joined(blocks[index]!)) && !bodyWords.test(joined(blocks[index]!));
};

/** Whether what looks like the title says whose report it is, and the title stands under it. */
const titleUnderReportLine = (blocks: readonly TextBlock[], settled: SettledHeadings): boolean => isUnderReportLine(blocks, blocks.indexOf(settled.title!) + 1, settled);

/** "An inspection of youth justice services in" over "Cotsmere": the first words of the cover of an inspectorate's report. */
function coverTitle(blocks: readonly TextBlock[]): readonly TextBlock[] | null {
  const at = blocks.slice(0, 3).findIndex((block) => coverLine.test(joined(block)) && joined(block).length <= 200 && !/[.;:]$/.test(joined(block)));
  const [first, second] = [blocks[at], blocks[at + 1]];
  if (!first || first.form) return null;
  return second && /\b(?:of|in|to|for|at)$/i.test(joined(first)) && second.lines.length === 1 && isTitleLike(joined(second)) ? [first, second] : [first];
}

/** "MINUTES of the meeting of the Children's Committee held at 10.00 am on Tuesday, 14 January 2025 in the Council Chamber", or a part of it. */
function readMinutesLine(text: string, names: KnownNames): { readonly body: string | null; readonly date: IsoDate | null; readonly time: string | null; readonly venue: string | null } | null {
  const start = /^(?:draft |unconfirmed )?(?:minutes|notes?)\b(?: of)?(?: (?:the|an?))?(?: (?:adjourned|extraordinary|special|virtual|ordinary))?(?: (?:meeting|proceedings))?(?: of)?(?: the)?(?:\s*[-–—:])?\s*/i.exec(text);
  if (!start || text.length > 300) return null;
  const date = statedDates(text)[0] ?? null;
  const name = text.slice(start[0].length).split(/\s*(?:[,(–—]|\s-\s|\bheld\b|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bat \d|\bon \d)/i)[0]!.trim();
  const body = names.committees.has(name.toLowerCase()) || (bodyNames.test(name.replace(/\s*\([^()]*\)$/, '')) && name.split(' ').length <= 14) ? name : null;
  if (body === null && date === null) return null;
  const time = /\bat (\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|noon|hours)|\d{1,2}[.:]\d{2})/i.exec(text)?.[1] ?? null;
  const after = date ? /^,?\s*(?:at (?:\d[\d.:]*\s*(?:am|pm|noon)?)\s*)?(?:,|in|at)\s+(?:the\s+)?(\p{Lu}[^.]{3,100}?)\.?$/u.exec(text.slice(date.end)) : null;
  return { body, date: date && date.from === date.to ? date.from : null, time, venue: after?.[1] ?? null };
}

const minutesAlone = /^(?:draft )?minutes$/i;

/** "Cabinet Minutes": whose minutes they are. */
function minutesOf(text: string, names: KnownNames): string | null {
  const body = /^(.{4,60}?) (?:draft )?minutes$/i.exec(text)?.[1];
  return body !== undefined && (names.committees.has(body.toLowerCase()) || bodyNames.test(body)) ? spelt(body, names) : null;
}

/** Whether a block begins in the middle of a sentence. */
const goesOn = (block: TextBlock | undefined): boolean => block !== undefined && /^\p{Ll}/u.test(block.lines[0]!.trim());

/** In a formatted paper a title does not look like text. */
const standsOut = ({ form, lines }: TextBlock): boolean => form === undefined || form.kind === 'heading' || (form.kind === 'paragraph' && (form.look.strong || form.look.setOff || lines.every(isCapitals)));

/** "Quality Assurance: Thematic Audit of Plans" as the very first line: the words before the colon are no label of a header. */
function isTitleWithColon({ lines }: TextBlock, names: KnownNames): boolean {
  const found = lines.length === 1 ? /^(\p{Lu}[^:\t]{2,50}):\s+\p{Lu}\S*(?:\s\S+){2,14}$/u.exec(lines[0]!.trim()) : null;
  return found !== null && !/[.,;:]$/.test(lines[0]!.trim()) && statedDates(lines[0]!).length === 0 && names.key(found[1]!) === null && names.section(found[1]!) === null && !/^(?:present|apologies|chair|venue|contact|from|to|subject)\b/i.test(found[1]!);
}

/** The heading of an item, over what was minuted of it: longer than other titles, and the first line of the page of that item. */
const isTitleOfItem = ({ lines, form }: TextBlock, next: TextBlock | undefined): boolean =>
  form === undefined && lines.length === 1 && lines[0]!.length <= 250 && /^\p{Lu}.*[^.,;:]$/u.test(lines[0]!.trim()) && next !== undefined && /^\p{Lu}.{60,}\.$/u.test(joined(next));

const isTitle = (text: string): boolean => (isTitleLike(text) || (isCapitals(text) && text.split(' ').length <= 25 && !/[.;]$/.test(text))) && !/^\d/.test(text);

interface Committee {
  readonly body: string;
  readonly date: { readonly iso: IsoDate; readonly text: string } | null;
  /** Whether the line says more than that: a day of the week, which is checked where it stands, or “Report to”. */
  readonly saysMore: boolean;
}

/** "Children's Committee Thursday, 14th March, 2024 10.00 am": whose meeting, its day and its time. */
function readTitleOfMeeting(title: string, names: KnownNames): { readonly body: string; readonly date: IsoDate; readonly time: string | null } | null {
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
  const date = dates.length === 1 && dates[0]!.end >= text.replace(/[).\s]+$/, '').length && dates[0]!.from === dates[0]!.to ? dates[0]! : null;
  const name = (date ? text.slice(0, date.start) : text).replace(/[\s,:–—(-]+$/, '').replace(/\s+(?:on\s+)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),?$/i, '').replace(/[\s,:–—(-]+$/, '');
  const known = names.committees.get(name.toLowerCase());
  const looksLike = !/^[^:]{2,30}:\s/.test(name) && bodyWords.test(name.replace(/\s*\([^()]*\)$/, '')) && name.split(' ').length >= 2 && name.split(' ').length <= 14 && /^\p{Lu}/u.test(name) && !/\b(?:are|is|to the|report of|county council|city council|borough council|district council)\b/i.test(name);
  if (!known && !looksLike) return null;
  const saysMore = date !== null && /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i.test(text.slice(name.length, date.start));
  return { body: known ?? name, date: date ? { iso: date.from, text: date.text } : null, saysMore };
}

const spelt = (body: string, names: KnownNames): string => names.committees.get(body.toLowerCase()) ?? body;

/**
 * "Meeting: 03/11/2022 - Children and Young People Scrutiny Committee (Item 20)" or "Meeting of Children and Young People Scrutiny Committee, Thursday, 3rd
 * November, 2022 10.00 am (Item 20.)", as committee web pages print it.
 */
function readMeetingLine(text: string): { readonly body: string; readonly date: IsoDate; readonly item: string | null } | null {
  const of = /^meeting of (?:the )?(.{4,120}?),\s*(?=(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d))/i.exec(text);
  const day = of && bodyNames.test(of[1]!) ? statedDates(text)[0] : undefined;
  if (of && day && day.from === day.to) return { body: of[1]!, date: day.from, item: /\(item\s+([\w.]{1,10}?)\.?\)\s*$/i.exec(text)?.[1] ?? null };
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
function readPageHeading(text: string): Headed | null {
  const found = pageHeading.exec(text);
  const date = found && statedDates(found[2]!)[0];
  if (!found || !date || date.from !== date.to) return null;
  return { body: found[1]!, date: date.from, time: /\b(\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)?)$/i.exec(found[2]!)?.[1]?.trim() ?? null, saysAll: false };
}

/** "Report to Children's Scrutiny Panel, 20 February 2024". */
function readAddressee(text: string, names: KnownNames): Headed | null {
  const found = addressedTo.exec(text);
  const committee = found && readCommittee(found[1]!, names);
  return committee ? { body: committee.body, date: committee.date?.iso ?? null, time: null, saysAll: !committee.saysMore } : null;
}

/** A day, a time and a place are no longer. */
const longestDateLine = 160;

/** "Wednesday, 16 May 2018, 10.00 am" with the place behind it or on the next line. */
function readMeetingDate(block: TextBlock): { readonly iso: IsoDate; readonly text: string; readonly time: string | null; readonly venue: string | null; readonly isAlone: boolean } | null {
  const inLines = (lines: readonly string[]): string => lines.map((line) => line.trim()).join(', ').replace(/,\s*,/g, ',');
  const text = inLines(inLines(block.lines).length > longestDateLine ? block.lines.slice(0, 2) : block.lines);
  const date = statedDates(text)[0];
  if (!date || text.length > longestDateLine || date.from !== date.to) return null;
  const before = text.slice(0, date.start).trim();
  if (before !== '' && !/^(?:date(?: of meeting)?:?\s*|(?:meeting )?held on:?\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?$/i.test(before)) return null;
  const after = text.slice(date.end);
  const time = /^,?\s*(?:at\s+)?(\d{1,2}[.:]\d{2}\s*(?:am|pm|noon)?|\d{1,2}\s*(?:am|pm))\b/i.exec(after);
  if (after.trim() !== '' && !time && !after.startsWith(',')) return null;
  const place = (time ? after.slice(time[0].length) : after).replace(/^[,\s–—-]+/, '').replace(/[\s.,]+$/, '');
  return { iso: date.from, text: date.text, time: time?.[1] ?? null, venue: place === '' ? null : place, isAlone: before === '' && after.trim() === '' };
}
