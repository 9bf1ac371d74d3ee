import type { IsoDate } from '../../language/host.ts';
import type { HouseStyle } from '../../language/house-styles/house-style.ts';
import { builtInHouseStyles, genericHouseStyle } from '../../language/house-styles/index.ts';
import { findDates } from '../../language/model/dates/dates.ts';
import { typeNames, type DocumentType } from '../../language/model/vocabulary.ts';
import { writeBody } from './body/body.ts';
import { joined, type TextBlock } from './paper/blocks.ts';
import { readActionCard } from './body/action-card.ts';
import { withoutContents } from './body/contents-list.ts';
import { statedDates } from './paper/dates.ts';
import { struckWords } from './paper/struck-words.ts';
import { joinFieldLines } from './head/field-lines.ts';
import { namesColumns } from './body/formed-blocks.ts';
import { emptySheet } from './head/front-sheet-lines.ts';
import { readFrontSheet, type FrontSheet } from './head/front-sheet.ts';
import { partHeaderRows } from './head/header-rows.ts';
import { readHeaderTable, type HeaderEntry } from './head/header-table.ts';
import { inspectionFacts, judgementsIn } from './head/inspection-facts.ts';
import { knownNames } from './head/known-names.ts';
import { isTitleLike } from './body/headings.ts';
import { joinLabelledActions } from './body/labelled-actions.ts';
import { partLetterhead } from './head/letterheads.ts';
import { findLetter, type LetterPart } from './head/letters.ts';
import { joinLoneNumbers, partAgendaRows, partNumberedRows } from './body/numbered-rows.ts';
import { isMinutesTable } from './body/minutes-table.ts';
import type { Paper, PaperProperties } from './paper/paper.ts';
import { joinPartedTitle } from './head/parted-title.ts';
import { recogniseHouseStyle } from './head/recognise-house-style.ts';
import { recogniseType } from './head/recognise-type.ts';
import { settleHeadings } from './body/settle-headings.ts';
import { placeHeader, writeFrontMatter } from './head/write-front-matter.ts';
import { datedLine, type DatedLine } from './head/title-lines.ts';
import { partSectionCells, partSectionRows } from './head/section-rows.ts';
import { partTitleRow } from './head/title-row.ts';
import { joinPieces } from './body/write-markdown.ts';

export interface ImportOptions {
  /** Kind of paper, where the officer says it. */
  readonly type?: DocumentType;
  /** Name of the house style, where the officer says it. */
  readonly houseStyle?: string;
  readonly fileName?: string;
  /** All house styles by name; the built-in ones where left out. */
  readonly houseStyles?: ReadonlyMap<string, HouseStyle>;
  /** What the officer is told to do where the kind or the house style was not recognised: to write it at the top, where left out. */
  readonly advice?: { readonly type: string; readonly houseStyle: string };
}

const adviceInEditor: Required<ImportOptions>['advice'] = {
  type: 'Write it at the top, behind “type:”, if you know it.',
  houseStyle: 'Write another one at the top, behind “house-style:”, if you know it.',
};

export interface Imported {
  /** The document, front matter included. */
  readonly text: string;
  readonly type: DocumentType;
  readonly houseStyle: string;
  /** What was recognised and by what, and what could not be placed: sentences for the officer. */
  readonly notes: readonly string[];
  /**
   * What of the paper is not in the document as it stood: page furniture, labels that are keys of the front matter now, and dates that are
   * ISO dates there.
   */
  readonly removed: readonly string[];
}

export interface ImportedPaper extends Imported {
  /** Its header, fences included. */
  readonly frontMatter: string;
  /** The notes that are about the header. */
  readonly headerNotes: readonly string[];
}

/** Blocks at the head of a paper among which its header form is looked for. */
const headBlocks = 6;
/** Characters between “updated” and the day. */
const mostBetween = 25;
/** Blocks at the head of a plan among which it says of which day it is. */
const planHead = 14;

/** A paper as a document of the dialect. Pure; never throws; what it cannot place stays in the text where it stood. */
export function importPaper(
  { blocks: read, everything, furniture, pageHeads = [], properties, notes: remarks }: Paper,
  options: ImportOptions = {},
): ImportedPaper {
  const { advice = adviceInEditor } = options;
  const styles = options.houseStyles ?? builtInHouseStyles;
  const all = [...styles.values()];
  const generic = styles.get('generic') ?? genericHouseStyle;
  const notes: string[] = [...remarks];
  // Behind the paper, so that its head stays the head.
  const signs = everything ?? [...read, ...furniture.map((text): TextBlock => ({ lines: [text], line: -1, afterPageBreak: false }))];
  const type = recogniseType(signs, all, generic, options.fileName);
  const kind = options.type ?? type.value;
  if (!options.type) {
    notes.push(
      type.certain
        ? `Taken for ${article(typeNames[kind])}, because of ${type.signs.join(', ')}.`
        : `What kind of paper this is could not be told, so its header does not say it, and nothing that only one kind has is missed in it. ${advice.type}`,
    );
  }
  const style = recogniseHouseStyle(signs, kind, all, generic);
  const houseStyle = (options.houseStyle === undefined ? undefined : styles.get(options.houseStyle)) ?? style.value;
  if (options.houseStyle === undefined) {
    notes.push(
      style.certain
        ? `House style ${houseStyle.name}, because of ${style.signs.join('; ')}.`
        : `No house style was recognised; the generic one was taken. ${advice.houseStyle}`,
    );
  }

  const names = knownNames(houseStyle, kind, all);
  const contents = withoutContents(read);
  if (contents.lines.length > 0) notes.push(`The table of contents was left out: ${contents.lines.map((line) => `“${line}”`).join(', ')}.`);
  const blocks = joinFieldLines(
    joinLabelledActions(
      joinLoneNumbers(
        partNumberedRows(
          partAgendaRows(
            partHeaderRows(
              partSectionRows(partSectionCells(partTitleRow(joinPartedTitle(partLetterhead(contents.blocks, names), names)), names), names),
              names,
            ),
          ),
        ),
      ),
    ),
    names,
  );
  const settled = settleHeadings(blocks, names, titleOfFile(properties));
  const letter = findLetter(blocks);
  const form = headerForm(blocks, letter, names);
  const header = placeHeader(form?.entries ?? [], names);
  const sheet = readFrontSheet(letter?.start === 0 ? [] : blocks, names, (key) => header.fields.has(key), settled, {
    formTitle: header.fields.get('title')?.[0] ?? null,
    fileTitle: titleOfFile(properties),
  });
  for (const { label } of header.unknown)
    notes.push(`“${label}” in the header is neither a field nor a section that is known; it stayed in the text.`);
  notes.push(...header.problems);
  const decided = kind === 'minutes' && sheet.meetingDate === null && !header.fields.has('meeting-date') ? dateOfDecision(blocks) : null;
  const written =
    header.fields.get('title')?.[0] ??
    sheet.title ??
    letterTitle(blocks, letter) ??
    (kind === 'agenda' ? titleOfAgenda(blocks) : kind === 'minutes' ? titleOfMinutes(blocks) : null) ??
    titleOfPages(pageHeads) ??
    titleOfFile(properties);
  const asAt = kind === 'action-plan' ? dayOfPlan(blocks) : null;
  const dated =
    written === null
      ? null
      : dayInTitle(written, kind, {
          meetingDate: header.fields.get('meeting-date')?.[0] ?? sheet.meetingDate ?? decided,
          time: header.fields.get('time')?.[0] ?? sheet.time,
          asAt,
        });
  const title = dated?.words ?? written;
  const inspection = inspectionFacts(blocks, title, letter, kind === 'inspection-letter' ? { around: furniture, isOwn: true } : {});
  const frontMatter = writeFrontMatter({
    type: options.type || type.certain ? kind : null,
    houseStyle: houseStyle.name,
    sheet: { ...sheet, meetingDate: sheet.meetingDate ?? decided ?? (kind === 'action-plan' ? null : (dated?.day ?? null)) },
    header,
    title,
    time: dated?.time ?? null,
    published: dateOfIssue(blocks),
    asAt: asAt ?? (kind === 'action-plan' ? (dated?.day ?? null) : null),
    inspection,
  });
  if (
    kind === 'minutes' &&
    sheet.body === null &&
    !header.fields.has('body') &&
    decided === null &&
    sheet.meetingDate === null &&
    !header.fields.has('meeting-date') &&
    !dated
  )
    notes.push(
      'The paper does not say which meeting it is of, as the page of a single item often does not. Write “body:” and “meeting-date:” at the top, if you know them.',
    );
  const headerNotes = [...notes];

  if (title === null) notes.push('No title was found; write one in the front matter.');
  const body = writeBody(blocks, {
    names,
    sheet,
    letter,
    form: form?.block ?? null,
    header,
    title,
    titleLeft: title !== null && hasLeftText(written!, header.fields.get('title')?.[0], sheet),
    settled,
  });
  notes.push(...body.notes);
  const text = joinPieces(body.pieces);
  const struck = struckWords(blocks, text);
  notes.push(...struck.notes);
  const removed = [
    ...furniture,
    ...struck.removed,
    ...contents.lines,
    ...sheet.rewritten,
    ...(dated ? [dated.written] : []),
    ...header.rewritten,
    ...body.removed,
  ];
  notes.push(...leftOut(furniture));
  return {
    text: `${frontMatter}${text === '' ? '' : `\n${text}`}`,
    type: kind,
    houseStyle: houseStyle.name,
    notes,
    removed,
    frontMatter,
    headerNotes,
  };
}

/** Whether the title stands in the text no more: it was in the header form, or most of a block that the front matter holds. */
const hasLeftText = (written: string, inForm: string | undefined, { title, taken }: FrontSheet): boolean =>
  written === inForm ||
  (written === title &&
    [...taken].map(joined).some((text) => (written.startsWith(text) && text.length * 2 > written.length) || text.endsWith(` ${written}`)));

/**
 * The day at the end of a title, where it is the day of the paper: that of the meeting, or the one that a plan tells of. Null where the
 * paper says another day.
 */
function dayInTitle(
  title: string,
  kind: DocumentType,
  { meetingDate, time, asAt }: { readonly meetingDate: string | null; readonly time: string | null; readonly asAt: IsoDate | null },
): DatedLine | null {
  const known = kind === 'action-plan' ? asAt : meetingDate;
  const dated = kind === 'inspection-letter' ? null : datedLine(title, known);
  const isSaidAlready =
    dated !== null && (known === null || known === dated.day) && (dated.time === null || time === null || time === dated.time);
  return isSaidAlready && (dated.time === null || kind === 'minutes' || kind === 'agenda') ? dated : null;
}

/** Pages of the web have hundreds of lines around the paper; the first ones tell what they are. */
const mostListed = 25;

function leftOut(furniture: readonly string[]): readonly string[] {
  const lines = [...new Set(furniture)].filter((text) => /[\p{L}\p{N}]/u.test(text));
  if (lines.length === 0) return [];
  const more = lines.length > mostListed ? ` and ${lines.length - mostListed} more lines` : '';
  return [
    `Left out as belonging to the page and not to the paper: ${lines
      .slice(0, mostListed)
      .map((text) => `“${text}”`)
      .join(', ')}${more}.`,
  ];
}

/** A piece of a paper as Markdown without a header: what stands in it as it stands, its headings in levels from 2 on. */
export function importFragment({ blocks }: Paper, styles: readonly HouseStyle[], generic: HouseStyle): string {
  const names = knownNames(generic, 'committee-report', styles);
  const sheet = emptySheet();
  const { pieces } = writeBody(blocks, {
    names,
    sheet,
    letter: null,
    form: null,
    header: placeHeader([], names),
    title: null,
    titleLeft: false,
    settled: settleHeadings(blocks, names),
  });
  return joinPieces(pieces);
}

const article = (name: string): string => (name === 'minutes' ? name : `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`);

/** Whether a heading is higher than every other one, as a title is that could be the name of a section (“Outcome of the visit”). */
const standsOverAll = (block: TextBlock, blocks: readonly TextBlock[]): boolean => {
  const levelOf = ({ form }: TextBlock): readonly number[] => (form?.kind === 'heading' ? [form.isTitle ? 0 : form.level] : []);
  const [level] = levelOf(block);
  const others = blocks.flatMap((other) => (other === block ? [] : levelOf(other)));
  return level !== undefined && others.length > 0 && others.every((other) => other > level);
};

/** The header form: the first rows of labels before anything else but short lines. */
function headerForm(
  blocks: readonly TextBlock[],
  letter: LetterPart | null,
  names: Parameters<typeof readHeaderTable>[1],
): { readonly block: TextBlock; readonly entries: readonly HeaderEntry[] } | null {
  // In a plain text the lines before a form are one block; elsewhere each is one of its own.
  const head = blocks.some(({ form }) => form !== undefined) ? headBlocks * 2 : headBlocks;
  for (const [index, block] of blocks.slice(0, Math.min(head, letter?.start ?? head)).entries()) {
    // In a section of the paper a table of labels is the section's own: its appendices, its implications.
    if (index > 0 && block.form?.kind === 'heading' && names.section(joined(block)) !== null && !standsOverAll(block, blocks)) return null;
    if (
      block.form?.kind === 'item' ||
      (block.form?.kind === 'table' &&
        (namesColumns(block.form.rows[0]!) ||
          readActionCard(block.form.rows) !== null ||
          (names.type === 'minutes' && isMinutesTable(block.form.rows)))) ||
      judgementsIn(block) !== null
    )
      continue;
    const entries = readHeaderTable(block, names);
    if (entries && (entries.length >= 2 || isOneRow(block, index)) && entries.some(({ label }) => names.key(label) !== null))
      return { block, entries };
  }
  return null;
}

/** A form of one row, label and value, right under the title. */
const isOneRow = ({ form }: TextBlock, index: number): boolean =>
  index <= 1 && form?.kind === 'table' && form.rows.length === 1 && form.rows[0]!.cells.length === 2;

/** The line under "Dear …", which says what a letter is about. */
function letterTitle(blocks: readonly TextBlock[], letter: LetterPart | null): string | null {
  if (letter?.start !== 0) return null;
  const subject = blocks[letter.salutation + 1];
  return subject && joined(subject).length < 150 && !/[.]$/.test(joined(subject)) ? joined(subject) : null;
}

const titleOfAgenda = (blocks: readonly TextBlock[]): string | null => {
  const line = blocks.find((block) => /^agenda$/i.test(joined(block)));
  return line ? joined(line) : null;
};

/** "Minutes of the meeting of …" or "… – minutes – …", among the first lines. */
const titleOfMinutes = (blocks: readonly TextBlock[]): string | null => {
  const line = blocks
    .slice(0, headBlocks)
    .find((block) => /^(?:draft )?minutes of\b|\s[–—-] (?:draft )?minutes [–—-] /i.test(joined(block)) && joined(block).length <= 160);
  return line ? joined(line) : null;
};

/** A title that stands only at the head of each page, as in some plans that are one table. */
const titleOfPages = (heads: readonly string[]): string | null =>
  heads.find(
    (text) =>
      text.split(' ').length >= 2 &&
      text.length <= 120 &&
      isTitleLike(text) &&
      !/\b(?:page|draft|version|council$|official|protect|restricted|confidential)\b/i.test(text),
  ) ?? null;

/** A title in the file's own properties, which programs often fill with the name of a file or of a template. */
const titleOfFile = ({ title }: PaperProperties): string | null =>
  title !== undefined &&
  title.length <= 200 &&
  title.split(' ').length >= 2 &&
  !/\.(?:docx?|odt|pdf|html?|rtf)\b|\btemplate\b|^microsoft|^untitled|[{}\\/]/i.test(title)
    ? title
    : null;

/**
 * The day that a plan says it tells the position of: "Version 2.0 – 4 November 2019", "Updated 30 April 2025". Without it, old plans would
 * be held against today.
 */
function dayOfPlan(blocks: readonly TextBlock[]): IsoDate | null {
  const days = blocks
    .slice(0, planHead)
    .flatMap(({ lines, form }) => (form?.kind === 'item' ? [] : lines))
    .flatMap((line) => {
      const found =
        /\b(?:updated?|as (?:at|of)|position at|version:?\s*\d+(?:\.\d+)*|v\d+(?:\.\d+)*|status at|progress (?:to|at)|plan (?:submitted|approved|agreed|published)(?: on)?:?)\b/i.exec(
          line,
        );
      if (!found || line.length > 120 || line.includes('\t')) return [];
      const behind = line.slice(found.index + found[0].length);
      const dates = statedDates(behind);
      // "Update the guidance by 15 January 2027" is something to be done.
      if (/^update/i.test(found[0]) && (dates[0]?.start ?? 0) > mostBetween) return [];
      if (dates.length > 0) return dates.length === 1 && dates[0]!.from === dates[0]!.to ? [{ day: dates[0]!.from, isDay: true }] : [];
      // "Progress at December 2025" tells the position at the end of the month.
      const [month, ...more] = findDates(behind, 0, false).filter(({ precision }) => precision === 'month');
      return month?.to && more.length === 0 ? [{ day: month.to, isDay: false }] : [];
    });
  // A day says more than a month.
  const told = (days.some(({ isDay }) => isDay) ? days.filter(({ isDay }) => isDay) : days).map(({ day }) => day);
  return told.length === 0 ? null : told.reduce((latest, day) => (day > latest ? day : latest));
}

/** "Date of decision: 23/11/2010", which a record of a decision has among its last lines. */
function dateOfDecision(blocks: readonly TextBlock[]): IsoDate | null {
  for (const line of blocks.flatMap(({ lines }) => lines)) {
    if (!/^\s*(?:date of decision|decision date|decided at meeting)\s*:/i.test(line) || line.length > 100) continue;
    const [date] = statedDates(line);
    if (date && date.from === date.to) return date.from;
  }
  return null;
}

/** "Date of Issue: Tuesday, 8 May 2018". */
function dateOfIssue(blocks: readonly TextBlock[]): string | null {
  for (const block of blocks) {
    for (const line of block.lines) {
      if (!/^\s*(?:date of issue|date published|publication date|published(?: on)?)\s*:/i.test(line) || line.length > 100) continue;
      const [date] = statedDates(line);
      if (date && date.from === date.to) return date.from;
    }
  }
  return null;
}
