import type { IsoDate } from '../../../language/host.ts';
import { joined, type TextBlock } from '../paper/blocks.ts';
import { statedDates } from '../paper/dates.ts';
import { isCapitals, isMarking, isOrganisation, isTitleLike, readKnownHeading } from '../body/headings.ts';
import type { KnownNames } from './known-names.ts';
import { coverLine } from './letters.ts';
import { minutesAlone, minutesOf, readAddressee, readCommittee, readMeetingDate, readMeetingLine, readMinutesLine, readPageHeading, readTitleOfMeeting, spelt } from './meeting-lines.ts';
import { namesPart, type SettledHeadings } from '../body/settle-headings.ts';
import { addressedTo, bodyNames, bodyWords } from './names-of-bodies.ts';
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
const mostBlocks = 12;
/** Longest line that says what an agenda is. */
const longestName = 100;

/** What else tells the title of a paper. */
interface Titles {
  /** That of its header form. */
  readonly formTitle?: string | null;
  /** That of the properties of the file. */
  readonly fileTitle?: string | null;
}

/** Whether what is set as a title is that of an agenda, and not only whose it is over a line "Agenda": nothing says what the paper is, or its file is called so too. */
const namesAgenda = (block: TextBlock, blocks: readonly TextBlock[], fileTitle: string | null): boolean =>
  joined(block) === fileTitle || !blocks.some((one) => /^(?:agenda|supplementary)\b/i.test(joined(one)) && joined(one).length < longestName);

/**
 * Committee, date and title at the head of a paper. A line that is nothing but the committee, or the committee and its date, and
 * the title are taken; a line that says more (weekday, time, place) also stays in the text, where its date is checked, and so does
 * what the header form says already (`inForm`).
 */
export function readFrontSheet(blocks: readonly TextBlock[], names: KnownNames, inForm: (key: string) => boolean, settled?: SettledHeadings, { formTitle = null, fileTitle = null }: Titles = {}): FrontSheet {
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
  if (titleBlock && !inForm('title') && (names.type !== 'agenda' || namesAgenda(titleBlock, blocks, fileTitle))) {
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
  if (titleBlock && names.type === 'agenda') body = readCommittee(joined(titleBlock), names)?.body ?? null;
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
  // Where nobody formatted anything, the title under the name of the committee looks like text.
  const nothingStandsOut = !blocks.slice(0, mostBlocks).some((block) => block.form !== undefined && standsOut(block));
  for (const [index, block] of blocks.slice(0, mostBlocks).entries()) {
    const text = joined(block);
    if (block === titleBlock || taken.has(block)) continue;
    if (isReport && title === null && !inForm('title') && (isUnderReportLine(blocks, index, settled) || isOverReportLine(blocks, index))) {
      title = text;
      taken.add(block);
      continue;
    }
    // The one line of a header that has its label.
    const labelled = isReport && title === null && !inForm('title') && block.lines.length === 1 && block.form?.kind !== 'item' && block.form?.kind !== 'table' ? /^((?:subject|title|report title|subject of (?:the )?report|title of (?:the )?report)\s*:)\s*(\S.{3,240})$/i.exec(text) : null;
    if (labelled) {
      title = labelled[2]!;
      taken.add(block);
      rewritten.push(labelled[1]!);
      continue;
    }
    const held = names.type === 'minutes' ? readMinutesLine(text, names) : null;
    // "Notes of the meeting held on 8 May 2026" may be the heading under the title.
    if (!held?.date && settled?.levels.has(block) && (block.form?.kind === 'heading' || readKnownHeading(block, names))) break;
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
    const numbered = names.type === 'minutes' && index === 0 && block.form === undefined && title === null && !inForm('title') ? /^(\d{1,3})\.?\s+(\p{Lu}.+)$/u.exec(text) : null;
    if (numbered && isTitle(numbered[2]!) && !inForm('agenda-item')) {
      title = numbered[2]!;
      agendaItem = numbered[1]!;
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
    // Lines of a header, joined, with others of it behind them.
    if (block.line < 0 && !block.form && block.lines.every((line) => line.includes('\t'))) continue;
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
    if (names.type === 'minutes' && /^(?:apologies|declarations? of|disclosures? of)\b/i.test(text)) break;
    if (title === null && !inForm('title') && !block.isBoxed && !settled?.levels.has(block) && !namesPart.test(text) && (isTitle(text) || (blocks.slice(0, index).every((before) => taken.has(before)) && isTitleWithColon(block, names))) && ((nothingStandsOut && body !== null) || standsOut(block)) && !goesOn(blocks[index + 1])) {
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
  return { title, body: names.type === 'inspection-letter' ? null : body, meetingDate: names.type === 'inspection-letter' ? null : meetingDate, time, venue, agendaItem, reportOf, taken, rewritten };
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

/** Whether a block begins in the middle of a sentence. */
const goesOn = (block: TextBlock | undefined): boolean => block !== undefined && /^\p{Ll}/u.test(block.lines[0]!.trim());

/** In a formatted paper a title does not look like text. */
const standsOut = ({ form, lines }: TextBlock): boolean => form === undefined || form.kind === 'heading' || (form.kind === 'paragraph' && (form.look.strong || form.look.setOff || lines.every(isCapitals)));

/** "Quality Assurance: Thematic Audit of Plans" as the first line but for whose meeting it is and when: the words before the colon are no label of a header. */
function isTitleWithColon({ lines }: TextBlock, names: KnownNames): boolean {
  const found = lines.length === 1 ? /^(\p{Lu}[^:\t]{2,50}):\s+(?:\p{Lu}|(?<=\bplan:\s)\p{Ll})\S*(?:\s\S+){2,14}$/u.exec(lines[0]!.trim()) : null;
  return found !== null && !/[.,;:]$/.test(lines[0]!.trim()) && statedDates(lines[0]!).length === 0 && names.key(found[1]!) === null && (names.section(found[1]!) === null || /\b(?:plan|statement of action|report|update)$/i.test(found[1]!)) && !/^(?:present|apologies|chair|venue|contact|from|to|subject)\b/i.test(found[1]!);
}

/** The heading of an item, over what was minuted of it: longer than other titles, and the first line of the page of that item. */
const isTitleOfItem = ({ lines, form }: TextBlock, next: TextBlock | undefined): boolean =>
  form === undefined && lines.length === 1 && lines[0]!.length <= 250 && /^\p{Lu}.*[^.,;:]$/u.test(lines[0]!.trim()) && next !== undefined && /^\p{Lu}.{60,}\.$/u.test(joined(next));

const isTitle = (text: string): boolean => !isMarking(text) && (isTitleLike(text) || (isCapitals(text) && text.split(' ').length <= 25 && !/[.;]$/.test(text))) && !/^\d/.test(text);
