import type { IsoDate } from '../../../language/host.ts';
import { joined, type TextBlock } from '../paper/blocks.ts';
import { statedDates } from '../paper/dates.ts';
import { isTitleLike } from '../body/headings.ts';
import type { SettledHeadings } from '../body/settle-headings.ts';
import { emptySheet, type Head, isUnderReportLine, readLine, type SheetSoFar, standsOut } from './front-sheet-lines.ts';
import type { KnownNames } from './known-names.ts';
import { coverLine } from './letters.ts';
import { readCommittee, readMinutesLine, readTitleOfMeeting, spelt } from './meeting-lines.ts';
import { bodyNames } from './names-of-bodies.ts';

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

/**
 * Whether what is set as a title is that of an agenda, and not only whose it is over a line "Agenda": nothing says what the paper is, or
 * its file is called so too.
 */
const namesAgenda = (block: TextBlock, blocks: readonly TextBlock[], fileTitle: string | null): boolean =>
  joined(block) === fileTitle ||
  !blocks.some((one) => /^(?:agenda|supplementary)\b/i.test(joined(one)) && joined(one).length < longestName);

/**
 * Committee, date and title at the head of a paper. A line that is nothing but the committee, or the committee and its date, and
 * the title are taken; a line that says more (weekday, time, place) also stays in the text, where its date is checked, and so does
 * what the header form says already (`inForm`).
 */
export function readFrontSheet(
  blocks: readonly TextBlock[],
  names: KnownNames,
  inForm: (key: string) => boolean,
  settled?: SettledHeadings,
  { formTitle = null, fileTitle = null }: Titles = {},
): FrontSheet {
  const isReport = names.type === 'committee-report' || names.type === 'action-plan';
  const titleBlock = isReport && settled?.title && titleUnderReportLine(blocks, settled) ? null : (settled?.title ?? null);
  const nothingStandsOut = !blocks.slice(0, mostBlocks).some((block) => block.form !== undefined && standsOut(block));
  const head: Head = { blocks, names, settled, titleBlock, isReport, nothingStandsOut, inForm };
  const sheet = emptySheet();
  readTitleBlock(head, sheet, fileTitle);
  // A form has the title among its lines, and it stands over the paper as well.
  if (titleBlock && formTitle === joined(titleBlock)) sheet.taken.add(titleBlock);
  for (const [index, block] of blocks.slice(0, mostBlocks).entries()) {
    if (block !== titleBlock && !sheet.taken.has(block) && !readLine(block, index, head, sheet)) break;
  }
  if (names.type === 'minutes') sheet.meetingDate ??= dayOfDecision(blocks);
  return names.type === 'inspection-letter' ? { ...sheet, body: null, meetingDate: null } : sheet;
}

/** What is set as the title, or stands as one on a cover, and what it says of whose paper it is. */
function readTitleBlock({ blocks, names, titleBlock, inForm }: Head, sheet: SheetSoFar, fileTitle: string | null): void {
  if (titleBlock && !inForm('title') && (names.type !== 'agenda' || namesAgenda(titleBlock, blocks, fileTitle))) {
    // "Title of report: Outcome of the visit", set as the title.
    const labelled = /^((?:title of (?:the )?report|report title|subject|title)\s*:)\s*(\S.{3,})$/i.exec(joined(titleBlock));
    sheet.title = labelled?.[2] ?? joined(titleBlock);
    if (labelled) sheet.rewritten.push(labelled[1]!);
    sheet.taken.add(titleBlock);
    // "An inspection of youth justice services in" over "Cotsmere".
    const more = blocks[blocks.indexOf(titleBlock) + 1];
    if (
      more &&
      /\b(?:of|in|to|for|at|and|the|by|with|on)$/i.test(sheet.title) &&
      more.lines.length === 1 &&
      isTitleLike(joined(more)) &&
      more.form?.kind !== 'item' &&
      more.form?.kind !== 'table'
    ) {
      sheet.title = `${sheet.title} ${joined(more)}`;
      sheet.taken.add(more);
    }
    // Minutes are headed by whose they are.
    if (names.type === 'minutes' && !inForm('body')) {
      const held = readMinutesLine(sheet.title, names);
      const meeting = readTitleOfMeeting(sheet.title, names) ?? held;
      const body = meeting?.body ?? readCommittee(sheet.title, names)?.body ?? null;
      sheet.body = body && spelt(body, names);
      sheet.meetingDate = meeting?.date ?? null;
      sheet.time = meeting?.time ?? null;
      sheet.venue = held?.venue ?? null;
    }
  }
  if (titleBlock && names.type === 'agenda') sheet.body = readCommittee(joined(titleBlock), names)?.body ?? null;
  const cover = names.type === 'inspection-letter' && sheet.title === null && !inForm('title') ? coverTitle(blocks) : null;
  if (cover) {
    sheet.title = cover.map(joined).join(' ');
    for (const block of cover) sheet.taken.add(block);
  }
  // "Open Data User Group – Minutes": the title says whose they are.
  const owner =
    (names.type === 'minutes' || names.type === 'agenda') && sheet.title !== null
      ? /^(.{4,100}?)\s*(?:[-–—:]\s*|\s)(?:draft )?(?:minutes|agenda|notes)(?: of (?:the )?meeting)?$/i.exec(sheet.title)?.[1]
      : undefined;
  if (owner !== undefined && bodyNames.test(owner)) sheet.body = spelt(owner, names);
}

/** A page of a decision says at its end when it was taken. */
function dayOfDecision(blocks: readonly TextBlock[]): IsoDate | null {
  const [day, ...others] = blocks
    .filter((block) => block.lines.length === 1 && /^date of decision:\s/i.test(joined(block)))
    .flatMap((block) => statedDates(joined(block)));
  return day && others.length === 0 && day.from === day.to ? day.from : null;
}

/** Whether what looks like the title says whose report it is, and the title stands under it. */
const titleUnderReportLine = (blocks: readonly TextBlock[], settled: SettledHeadings): boolean =>
  isUnderReportLine(blocks, blocks.indexOf(settled.title!) + 1, settled);

/** "An inspection of youth justice services in" over "Cotsmere": the first words of the cover of an inspectorate's report. */
function coverTitle(blocks: readonly TextBlock[]): readonly TextBlock[] | null {
  const at = blocks
    .slice(0, 3)
    .findIndex((block) => coverLine.test(joined(block)) && joined(block).length <= 200 && !/[.;:]$/.test(joined(block)));
  const [first, second] = [blocks[at], blocks[at + 1]];
  if (!first || first.form) return null;
  return second && /\b(?:of|in|to|for|at)$/i.test(joined(first)) && second.lines.length === 1 && isTitleLike(joined(second))
    ? [first, second]
    : [first];
}
