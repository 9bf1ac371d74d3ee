import type { IsoDate } from '../../../language/host.ts';
import { isCapitals, isMarking, isOrganisation, isTitleLike, readKnownHeading } from '../body/headings.ts';
import { namesPart, type SettledHeadings } from '../body/settle-headings.ts';
import { joined, type TextBlock } from '../paper/blocks.ts';
import { statedDates } from '../paper/dates.ts';
import type { KnownNames } from './known-names.ts';
import {
  minutesAlone,
  minutesOf,
  readAddressee,
  readCommittee,
  readMeetingDate,
  readMeetingLine,
  readMinutesLine,
  readPageHeading,
  spelt,
} from './meeting-lines.ts';
import { addressedTo, bodyWords } from './names-of-bodies.ts';
import { reportLine } from './title-lines.ts';

/** What has been read of the head of a paper so far. */
export interface SheetSoFar {
  title: string | null;
  body: string | null;
  meetingDate: IsoDate | null;
  time: string | null;
  venue: string | null;
  agendaItem: string | null;
  reportOf: string | null;
  readonly taken: Set<TextBlock>;
  readonly rewritten: string[];
}

/** A front sheet of which nothing has been read yet, or that a piece of a paper has not. */
export const emptySheet = (): SheetSoFar => ({
  title: null,
  body: null,
  meetingDate: null,
  time: null,
  venue: null,
  agendaItem: null,
  reportOf: null,
  taken: new Set(),
  rewritten: [],
});

/** What its lines are read by. */
export interface Head {
  readonly blocks: readonly TextBlock[];
  readonly names: KnownNames;
  readonly settled: SettledHeadings | undefined;
  readonly titleBlock: TextBlock | null;
  readonly isReport: boolean;
  /** Whether nobody formatted anything: the title under the name of the committee looks like text. */
  readonly nothingStandsOut: boolean;
  /** Whether the header form says something already. */
  inForm(key: string): boolean;
}

interface Line {
  readonly block: TextBlock;
  readonly index: number;
  readonly text: string;
}

/** Reads a line into the sheet. `next` and `end`: it is done with, and so is the head. Null where it says nothing of the reader's kind. */
type Reader = (line: Line, head: Head, sheet: SheetSoFar) => 'next' | 'end' | null;

/** Reads one block of the head; whether the head goes on behind it. */
export function readLine(block: TextBlock, index: number, head: Head, sheet: SheetSoFar): boolean {
  const line = { block, index, text: joined(block) };
  for (const read of readers) {
    const outcome = read(line, head, sheet);
    if (outcome !== null) return outcome === 'next';
  }
  return true;
}

/** Whether the title is still to be found among the lines. */
const lacksTitle = ({ inForm }: Head, { title }: SheetSoFar): boolean => title === null && !inForm('title');

function takeTitle(title: string, { block }: Line, sheet: SheetSoFar): 'next' {
  sheet.title = title;
  sheet.taken.add(block);
  return 'next';
}

const titleBesideReportLine: Reader = (line, head, sheet) =>
  head.isReport &&
  lacksTitle(head, sheet) &&
  (isUnderReportLine(head.blocks, line.index, head.settled) || isOverReportLine(head.blocks, line.index))
    ? takeTitle(line.text, line, sheet)
    : null;

/** The one line of a header that has its label. */
const labelledTitle: Reader = (line, head, sheet) => {
  const { block, text } = line;
  const labelled =
    head.isReport && lacksTitle(head, sheet) && block.lines.length === 1 && block.form?.kind !== 'item' && block.form?.kind !== 'table'
      ? /^((?:subject|title|report title|subject of (?:the )?report|title of (?:the )?report)\s*:)\s*(\S.{3,240})$/i.exec(text)
      : null;
  if (!labelled) return null;
  sheet.rewritten.push(labelled[1]!);
  return takeTitle(labelled[2]!, line, sheet);
};

/** "Notes of the meeting held on 8 May 2026", which may be the heading under the title; any other heading ends the head. */
const minutesLineOrHeading: Reader = ({ block, text }, { names, settled, inForm }, sheet) => {
  const held = names.type === 'minutes' ? readMinutesLine(text, names) : null;
  if (!held?.date && settled?.levels.has(block) && (block.form?.kind === 'heading' || readKnownHeading(block, names))) return 'end';
  if (!held) return null;
  // The one line that looks like a heading may be taken for one.
  if (sheet.title === null && settled?.levels.has(block) && !inForm('title')) {
    sheet.title = text;
    sheet.taken.add(block);
  }
  sheet.body ??= held.body && spelt(held.body, names);
  sheet.meetingDate ??= held.date;
  sheet.time ??= held.time;
  sheet.venue ??= held.venue;
  return 'next';
};

const titleOfMinutes: Reader = (line, head, sheet) =>
  head.names.type === 'minutes' &&
  lacksTitle(head, sheet) &&
  (minutesAlone.test(line.text) || (line.index === 0 && isTitleOfItem(line.block, head.blocks[1])))
    ? takeTitle(line.text, line, sheet)
    : null;

const numberedItem: Reader = (line, head, sheet) => {
  const numbered =
    head.names.type === 'minutes' && line.index === 0 && line.block.form === undefined && lacksTitle(head, sheet)
      ? /^(\d{1,3})\.?\s+(\p{Lu}.+)$/u.exec(line.text)
      : null;
  if (!numbered || !isTitle(numbered[2]!) || head.inForm('agenda-item')) return null;
  sheet.agendaItem = numbered[1]!;
  return takeTitle(numbered[2]!, line, sheet);
};

const whoseMinutes: Reader = (line, { names, titleBlock, inForm }, sheet) => {
  const whose = names.type === 'minutes' ? minutesOf(line.text, names) : null;
  if (whose === null || inForm('body') || (sheet.body !== null && sheet.body !== whose)) return null;
  sheet.body = whose;
  if (inForm('title') || titleBlock !== null) return 'next';
  // Over it may stand what the council says of itself, which goes back into the text.
  const { title, taken } = sheet;
  for (const over of taken) if (joined(over) === title && !minutesAlone.test(title)) taken.delete(over);
  if (title !== null && minutesAlone.test(title)) sheet.rewritten.push(title);
  return takeTitle(line.text, line, sheet);
};

/** Lines of a header, joined, with others of it behind them; rows of a table and text end the head. */
const rowsOrText: Reader = ({ block, text }) => {
  if (block.line < 0 && !block.form && block.lines.every((line) => line.includes('\t'))) return 'next';
  return block.lines.some((line) => line.includes('\t')) || text.length > 200 ? 'end' : null;
};

const decisionMaker: Reader = ({ text }, { names }, sheet) => {
  const maker = names.type === 'minutes' ? /^decision maker:\s*(\S.{2,100})$/i.exec(text)?.[1] : undefined;
  if (maker === undefined) return null;
  sheet.body ??= spelt(maker, names);
  return 'next';
};

const meetingLine: Reader = ({ text }, { names }, sheet) => {
  const meeting = readMeetingLine(text);
  if (!meeting) return null;
  sheet.body ??= spelt(meeting.body, names);
  sheet.meetingDate ??= meeting.date;
  sheet.agendaItem ??= meeting.item;
  return 'next';
};

const whoseReport: Reader = ({ block, text }, { names, inForm }, sheet) => {
  const report = names.type === 'committee-report' && !inForm('report-of') ? reportLine(text) : null;
  if (!report) return null;
  const { to, dated } = report;
  const bodyFits = to === null || (!inForm('body') && (sheet.body === null || spelt(to, names) === spelt(sheet.body, names)));
  const dayFits = !dated || (!inForm('meeting-date') && dated.time === null && (sheet.meetingDate ?? dated.day) === dated.day);
  sheet.reportOf ??= report.of;
  sheet.body ??= to && spelt(to, names);
  sheet.meetingDate ??= dated?.day ?? null;
  if (bodyFits && dayFits && sheet.reportOf === report.of) {
    sheet.taken.add(block);
    sheet.rewritten.push(text);
  }
  return 'next';
};

const pageHeading: Reader = ({ block, text }, { names, isReport, inForm }, sheet) => {
  const headed = readPageHeading(text) ?? readAddressee(text, names);
  if (!headed) return null;
  const bodyFits = !inForm('body') && (sheet.body === null || sheet.body === spelt(headed.body, names));
  const dayFits = headed.date === null || (!inForm('meeting-date') && (sheet.meetingDate ?? headed.date) === headed.date);
  if (isReport && headed.saysAll && bodyFits && dayFits) {
    sheet.taken.add(block);
    sheet.rewritten.push(text);
  }
  sheet.body ??= spelt(headed.body, names);
  sheet.meetingDate ??= headed.date;
  sheet.time ??= headed.time;
  return 'next';
};

const organisation: Reader = ({ text }) => (isOrganisation(text) ? 'next' : null);

const committeeLine: Reader = ({ block, index, text }, { names, isReport, inForm }, sheet) => {
  const committee = readCommittee(text, names);
  if (!committee) return null;
  sheet.body ??= committee.body;
  sheet.meetingDate ??= committee.date?.iso ?? null;
  if (
    isReport &&
    !committee.saysMore &&
    index < 4 &&
    committee.body === sheet.body &&
    !inForm('body') &&
    (!committee.date || (committee.date.iso === sheet.meetingDate && !inForm('meeting-date')))
  ) {
    sheet.taken.add(block);
    if (committee.date) sheet.rewritten.push(committee.date.text);
  }
  return 'next';
};

/** A date alone is the meeting's only where the body was named before it. */
const meetingDay: Reader = ({ block }, { names, isReport, inForm }, sheet) => {
  const date = readMeetingDate(block);
  if (!date || (sheet.body === null && names.type !== 'agenda' && date.time === null)) return null;
  sheet.meetingDate ??= date.iso;
  sheet.time ??= date.time;
  sheet.venue ??= date.venue;
  if (isReport && date.isAlone && date.iso === sheet.meetingDate && !inForm('meeting-date')) {
    sheet.taken.add(block);
    sheet.rewritten.push(date.text);
  }
  return 'next';
};

const knownHeading: Reader = (line, { names }, sheet) => {
  const { block, index } = line;
  const known = readKnownHeading(block, names);
  if (!known) return null;
  // "Written Statement of Action" over "Northmoor local area SEND".
  const isKind =
    index === 0 &&
    names.type === 'action-plan' &&
    known.lines === block.lines.length &&
    known.rest === null &&
    !/^(?:actions?|introduction|foreword|background|summary)$/i.test(known.text);
  if (isKind) return takeTitle(known.text, line, sheet);
  if (names.type !== 'agenda') return 'end';
  // "Supplementary Papers" on a cover, with what they are under it.
  const rest = block.lines
    .slice(known.lines)
    .map((one) => one.trim())
    .join(' ');
  if (rest !== '' && /^supplementary|^agenda/i.test(known.text)) sheet.title ??= rest;
  return 'next';
};

const supplementToAgenda: Reader = ({ block }, { names }, sheet) => {
  if (names.type !== 'agenda') return null;
  if (block.lines.length > 1 && /^supplementary|^agenda supplement/i.test(block.lines[0]!.trim()))
    sheet.title ??= block.lines
      .slice(1)
      .map((line) => line.trim())
      .join(' ');
  return 'next';
};

const firstItemOfMinutes: Reader = ({ text }, { names }) =>
  names.type === 'minutes' && /^(?:apologies|declarations? of|disclosures? of)\b/i.test(text) ? 'end' : null;

const unmarkedTitle: Reader = (line, head, sheet) => {
  const { block, index, text } = line;
  const { blocks, names, settled, nothingStandsOut } = head;
  if (!lacksTitle(head, sheet) || block.isBoxed || settled?.levels.has(block) || namesPart.test(text)) return null;
  const reads = isTitle(text) || (blocks.slice(0, index).every((before) => sheet.taken.has(before)) && isTitleWithColon(block, names));
  return reads && ((nothingStandsOut && sheet.body !== null) || standsOut(block)) && !goesOn(blocks[index + 1])
    ? takeTitle(text, line, sheet)
    : null;
};

const runningText: Reader = ({ text }) => (text.split(' ').length > 25 || /[.:;]$/.test(text) ? 'end' : null);

/** In the order in which they are asked: what one has read, or ended, is no other's. */
const readers: readonly Reader[] = [
  titleBesideReportLine,
  labelledTitle,
  minutesLineOrHeading,
  titleOfMinutes,
  numberedItem,
  whoseMinutes,
  rowsOrText,
  decisionMaker,
  meetingLine,
  whoseReport,
  pageHeading,
  organisation,
  committeeLine,
  meetingDay,
  knownHeading,
  supplementToAgenda,
  firstItemOfMinutes,
  unmarkedTitle,
  runningText,
];

/** Whether a line under “Report of …” is the title: another heading, and no text, stands under it. */
export function isUnderReportLine(blocks: readonly TextBlock[], index: number, settled?: SettledHeadings): boolean {
  const [before, block, next] = [blocks[index - 1], blocks[index]!, blocks[index + 1]];
  return (
    before !== undefined &&
    next !== undefined &&
    settled !== undefined &&
    (reportLine(joined(before)) !== null || addressedTo.test(joined(before))) &&
    isTitle(joined(block)) &&
    (block === settled.title || settled.levels.has(block) || standsOut(block)) &&
    settled.levels.has(next)
  );
}

/** Whether “Report of …” stands under a line: no section says so, a title does. */
const isOverReportLine = (blocks: readonly TextBlock[], index: number): boolean => {
  const next = blocks[index + 1];
  return (
    next !== undefined &&
    reportLine(joined(next)) !== null &&
    isTitle(joined(blocks[index]!)) &&
    !isOrganisation(joined(blocks[index]!)) &&
    !bodyWords.test(joined(blocks[index]!))
  );
};

/** Whether a block begins in the middle of a sentence. */
const goesOn = (block: TextBlock | undefined): boolean => block !== undefined && /^\p{Ll}/u.test(block.lines[0]!.trim());

/** In a formatted paper a title does not look like text. */
export const standsOut = ({ form, lines }: TextBlock): boolean =>
  form === undefined ||
  form.kind === 'heading' ||
  (form.kind === 'paragraph' && (form.look.strong || form.look.setOff || lines.every(isCapitals)));

/**
 * "Quality Assurance: Thematic Audit of Plans" as the first line but for whose meeting it is and when: the words before the colon are no
 * label of a header.
 */
function isTitleWithColon({ lines }: TextBlock, names: KnownNames): boolean {
  const found =
    lines.length === 1 ? /^(\p{Lu}[^:\t]{2,50}):\s+(?:\p{Lu}|(?<=\bplan:\s)\p{Ll})\S*(?:\s\S+){1,14}$/u.exec(lines[0]!.trim()) : null;
  return (
    found !== null &&
    (found[0].slice(found[1]!.length).trim().split(/\s+/).length > 3 || found[1]!.split(' ').length >= 3) &&
    !/[.,;:]$/.test(lines[0]!.trim()) &&
    statedDates(lines[0]!).length === 0 &&
    names.key(found[1]!) === null &&
    (names.section(found[1]!) === null || /\b(?:plan|statement of action|report|update)$/i.test(found[1]!)) &&
    !/^(?:present|apologies|chair|venue|contact|from|to|subject)\b/i.test(found[1]!)
  );
}

/** The heading of an item, over what was minuted of it: longer than other titles, and the first line of the page of that item. */
const isTitleOfItem = ({ lines, form }: TextBlock, next: TextBlock | undefined): boolean =>
  form === undefined &&
  lines.length === 1 &&
  lines[0]!.length <= 250 &&
  /^\p{Lu}.*[^.,;:]$/u.test(lines[0]!.trim()) &&
  next !== undefined &&
  /^\p{Lu}.{60,}\.$/u.test(joined(next));

const isTitle = (text: string): boolean =>
  !isMarking(text) && (isTitleLike(text) || (isCapitals(text) && text.split(' ').length <= 25 && !/[.;]$/.test(text))) && !/^\d/.test(text);
