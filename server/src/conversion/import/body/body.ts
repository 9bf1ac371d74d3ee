import type { SectionLayout } from '../../../language/house-styles/house-style.ts';
import type { Role } from '../../../language/model/vocabulary.ts';
import { fromLine, hasRows, joined, type TextBlock } from '../paper/blocks.ts';
import type { FrontSheet } from '../head/front-sheet.ts';
import { mostColumns, widthOf } from '../head/header-table.ts';
import {
  isCapitals,
  isGrade,
  isOrganisation,
  numberedHeadings,
  readCapitalsHeading,
  readJudgementHeading,
  readKnownHeading,
  readPlainHeading,
} from './headings.ts';
import type { KnownNames } from '../head/known-names.ts';
import { isAddress, type LetterPart } from '../head/letters.ts';
import { isArea, isBoldArea } from './areas-for-improvement.ts';
import { paragraphsOf, paragraphsOfLines } from './paragraphs.ts';
import { addRows, fieldLine, formHeader, trimmedRows } from './plain-rows.ts';
import { escapeWords } from '../paper/inline-markdown.ts';
import { markerOf } from '../paper/markers.ts';
import { readActionCard } from './action-card.ts';
import { addItem, cardItems, tableOf } from './formed-blocks.ts';
import { actionWithFields } from './action-sentences.ts';
import { bracketedAction } from './bracketed-fields.ts';
import { actionItem, actionOfItem, actionOfParagraph, actionsBeside, isActionLine, isListed } from './minute-actions.ts';
import { listedActions, minutesItems } from './minutes-table.ts';
import type { BlockForm } from '../paper/block-form.ts';
import { partedColumnsNote } from './shared-columns.ts';
import { isDateLine, underTitle, type SettledHeadings } from './settle-headings.ts';
import type { HeaderFields } from '../head/write-front-matter.ts';
import { heading, item, markdownHeading, markdownItem, markdownParagraph, paragraph, type Piece } from './write-markdown.ts';

export interface BodyParts {
  readonly names: KnownNames;
  readonly sheet: FrontSheet;
  readonly letter: LetterPart | null;
  /** The block of the header form. */
  readonly form: TextBlock | null;
  readonly header: HeaderFields;
  readonly title: string | null;
  /** Whether the title left the text for the front matter, so that it also heads the document, as in a new one. */
  readonly titleLeft: boolean;
  readonly settled: SettledHeadings;
}

export interface Body {
  readonly pieces: readonly Piece[];
  readonly notes: readonly string[];
  /** What is not in the text again: heading rows that further pages repeated. */
  readonly removed: readonly string[];
}

/** Blocks at the head of a paper that say whose it is. */
const mostOfHead = 6;
/** Sections made of names and numbers: a short line there is a person or an office, not a heading. */
const formRoles: ReadonlySet<Role> = new Set<Role>(['contact', 'membership', 'attendance', 'core-purpose', 'agenda-items']);

/** Words told from the lines of a block. The stars of a formatted paper are stars, those of a plain text may be Markdown. */
const asMarkdown = ({ form }: TextBlock, words: string): string => (form ? escapeWords(words) : words);

/** Everything behind the front matter. */
export function writeBody(
  blocks: readonly TextBlock[],
  { names, sheet, letter, form, header, title, titleLeft, settled }: BodyParts,
): Body {
  const pieces: Piece[] = [];
  const notes: string[] = [];
  const removed: string[] = [];
  const numbered = numberedHeadings(blocks);
  const listed = names.type === 'minutes' ? listedActions(blocks) : [];
  const listsActions = title !== null && /\bactions? (?:log|list|tracker|plan|report|points)\b/i.test(title);
  const state = {
    actionColumns: null as readonly string[] | null,
    isOpen: false,
    areas: false,
    section: null as SectionLayout | null,
    role: null as Role | null,
    level: 0,
    numbered: false,
    capitals: false,
    started: false,
  };
  // Under its own title a letter is the whole paper, and one that has a heading of its own in it gets no other.
  const letterInside =
    letter !== null && letter.start > (names.type === 'inspection-letter' ? 1 : 0) && blocks[letter.start - 1]?.form?.kind !== 'heading';
  if (titleLeft && title !== null)
    pieces.push(blocks.some(({ form: own }) => own) ? markdownHeading(1, escapeWords(title)) : heading(1, title));

  const addHeading = (level: number, text: string, section: SectionLayout | null, isNumbered = false) => {
    pieces.push(heading(level, text));
    Object.assign(state, {
      section,
      role: section?.role ?? (level > 2 ? state.role : null),
      level,
      numbered: isNumbered,
      capitals: isCapitals(text),
      started: true,
      areas: false,
    });
  };
  const addParagraphs = (block: TextBlock, lineBreaks: 'all' | 'fields') => {
    if (block.form?.kind === 'paragraph') {
      pieces.push(...paragraphsOfLines(block.form.markdown).map((lines) => markdownParagraph(lines)));
      return;
    }
    notes.push(...paragraphsOf(block, pieces, lineBreaks));
  };

  const addBlock = (block: TextBlock, index: number, inLetter: boolean): void => {
    if (block.beside) {
      const { beside, ...own } = block;
      addBlock(own, index, inLetter);
      const done = actionsBeside(pieces.at(-1), beside);
      pieces.splice(pieces.length - done.taken, done.taken, ...done.pieces);
      removed.push(...done.left);
      return;
    }
    if (names.type === 'minutes' && addMinuted(block, index, inLetter)) return;
    if (block.form && addFormed(block, block.form, index, inLetter)) return;
    const next = blocks[index + 1];
    const deeper = inLetter && letterInside ? 1 : 0;
    const numberedHeading = numbered.get(block);
    const known =
      numberedHeading ??
      (isSalutationPart(letter, index)
        ? null
        : (readKnownHeading(block, names) ?? (names.type === 'inspection-letter' ? readJudgementHeading(block) : null)));
    if (known && !isCoverWord(block, next, names)) {
      const section = names.section(known.text);
      // "Councillors" inside "Membership" is a part of it, not a second section of the same role.
      const inside =
        section !== null && section.role === state.role && state.level === 2 && !numberedHeading && formRoles.has(section.role) ? 1 : 0;
      // "Decision:" under a numbered item of minutes or of a list of decisions.
      const underItem = names.type === 'minutes' && state.numbered && numberedHeading === undefined;
      addHeading(
        Math.min(4, Math.max(known.level, 2 + inside, underItem ? 3 : 2) + deeper),
        asMarkdown(block, known.text),
        section,
        numberedHeading !== undefined || underItem,
      );
      if (known.rest !== null) pieces.push(paragraph([asMarkdown(block, known.rest)]));
      const rest = fromLine(block, known.lines);
      if (rest) addBlock(rest, index, inLetter);
      return;
    }
    if (isCoverWord(block, next, names)) {
      addParagraphs(block, 'fields');
      return;
    }
    const overText =
      inLetter || (names.type === 'agenda' && !state.started) || state.role === 'contact' || state.role === 'membership'
        ? null
        : readCapitalsHeading(block);
    if (overText !== null) {
      addHeading(2, overText, null, markerOf(overText) !== null);
      addBlock(fromLine(block, 1)!, index, inLetter);
      return;
    }
    const minute = minuteHeading(block, title, names);
    if (minute !== null) {
      addHeading(2, asMarkdown(block, minute), null);
      return;
    }
    // A heading has text under it: a line right before another heading is a short sentence, unless it is in capitals.
    const beforeHeading =
      next !== undefined && !isCapitals(joined(block)) && (numbered.has(next) || readKnownHeading(next, names) !== null);
    const subject = letter !== null && index === letter.salutation + 1 ? subjectLine(block) : null;
    if (subject !== null) {
      addHeading(2 + deeper, asMarkdown(block, subject), null);
      return;
    }
    // Under its title, whose paper it is and when.
    const isWhose =
      title !== null && ((index < mostOfHead && isOrganisation(joined(block))) || (index < underTitle && isDateLine(joined(block))));
    const plain =
      beforeHeading ||
      isWhose ||
      isSalutationPart(letter, index) ||
      (state.role !== null && formRoles.has(state.role) && !isCommittee(block, sheet)) ||
      (names.type === 'agenda' && !state.started)
        ? null
        : readPlainHeading(block, next);
    if (plain !== null) {
      const level = inLetter
        ? 2 + deeper
        : state.numbered
          ? Math.min(4, state.level + 1)
          : isCommittee(block, sheet)
            ? 2
            : state.capitals && isCapitals(plain) && state.role === 'declarations'
              ? 3
              : 2;
      const numberedBefore = state.numbered;
      addHeading(level, asMarkdown(block, plain), null);
      // Headings without a number inside a numbered section stay siblings.
      if (numberedBefore && !inLetter) Object.assign(state, { numbered: true, level: level - 1 });
      return;
    }
    if (hasRows(trimmedRows(block)) && widthOf(block) <= mostColumns) {
      const parted = addRows(block, names, state.section, pieces);
      removed.push(...parted.left);
      if (parted.names.length > 0) notes.push(partedColumnsNote(parted.names));
      return;
    }
    addParagraphs(block, inLetter && isAddress(block, index <= letter!.salutation || index >= letter!.close) ? 'all' : 'fields');
  };

  /** What minutes ask somebody to do, in a paragraph “Action: …” or in the list of a section of actions, as an action. */
  const addMinuted = (block: TextBlock, index: number, inLetter: boolean): boolean => {
    const { form: own, lines } = block;
    const split = own ? -1 : lines.findIndex((line, at) => at > 0 && isActionLine(line));
    if (split > 0) {
      addBlock({ ...block, lines: lines.slice(0, split) }, index, inLetter);
      addBlock(fromLine(block, split)!, index, inLetter);
      return true;
    }
    if (own?.kind === 'table' || own?.kind === 'heading' || lines.some((line) => line.includes('\t')) || isListed(lines.join(' '), listed))
      return false;
    const markdown = own?.markdown ?? lines;
    const nextForm = blocks[index + 1]?.form;
    const isAlone = own?.kind === 'item' && own.depth === 0 && !(nextForm?.kind === 'item' && nextForm.depth > 0);
    const read =
      actionOfParagraph(markdown, pieces) ??
      (state.role === 'actions' && isAlone ? actionOfItem(markdown, own.marker, pieces.at(-1)?.kind === 'item') : null);
    if (read) {
      pieces.push(...read.pieces);
      removed.push(...read.left);
    }
    return read !== null;
  };

  /** What the format says already is written as it says. False where it tells no headings and the words must. */
  const addFormed = (block: TextBlock, blockForm: BlockForm, index: number, inLetter: boolean): boolean => {
    const level = settled.levels.get(block);
    const deeper = inLetter && letterInside ? 1 : 0;
    const card = blockForm.kind === 'table' ? readActionCard(blockForm.rows) : null;
    const items = blockForm.kind === 'table' && names.type === 'minutes' ? minutesItems(blockForm.rows, 2, listed) : null;
    if (card) {
      pieces.push(...cardItems(card));
      // The item is what its label says it is: "Action", "Force response".
      removed.push(card.label);
    } else if (items) {
      pieces.push(...items.pieces);
      removed.push(...items.removed);
      Object.assign(state, { section: null, role: null, level: 2, started: true });
    } else if (blockForm.kind === 'table') {
      const own = formHeader(
        state.section,
        blockForm.rows.map(({ cells }) => cells.map(({ text }) => text)),
      );
      const table = tableOf(blockForm.rows, {
        form: own,
        before: state.actionColumns,
        beforeIsOpen: state.isOpen,
        listsActions: listsActions || state.role === 'actions',
        level: Math.min(6, Math.max(1, state.level) + 1),
      });
      // A table that got the heading of one without rows leaves it open for the next one.
      if (table.actionColumns)
        Object.assign(state, {
          isOpen: table.isOpen || (state.isOpen && table.actionColumns === state.actionColumns),
          actionColumns: table.actionColumns,
        });
      pieces.push(...table.pieces);
      removed.push(...table.repeated);
      for (const note of table.notes) if (!notes.includes(note)) notes.push(note);
    } else if (
      blockForm.kind === 'paragraph' &&
      (isArea(block, blocks[index + 1], pieces.at(-1), state.role, names) || (state.areas && isBoldArea(block)))
    ) {
      state.areas = blockForm.look.strong;
      pieces.push(markdownItem('-', blockForm.markdown, 0, false, [{ depth: 0, content: 2, marker: '-' }]));
    } else if (blockForm.kind === 'heading' && level === undefined && index < mostOfHead && isOrganisation(joined(block))) {
      pieces.push(markdownParagraph([`**${blockForm.markdown.join(' ')}**`]));
    } else if (
      names.type === 'minutes' &&
      index < mostOfHead &&
      blockForm.kind !== 'item' &&
      blockForm.kind !== 'heading' &&
      isCommittee(block, sheet)
    ) {
      // Whose minutes they are, over the line that says so.
      pieces.push(markdownParagraph(blockForm.markdown));
    } else if (level !== undefined || blockForm.kind === 'heading') {
      const section = names.section(joined(block));
      // The colon of a heading that leads to a list ("Inspectors also noticed these strengths:") says what the list is.
      const said = blockForm.markdown.join(' ').replace(/^\*\*([^*]+)\*\*$/, '$1');
      const text = section === null || said.split(' ').length > 5 ? said : said.replace(/\s*:$/, '');
      const marker = blockForm.kind === 'item' && blockForm.marker !== null ? `${blockForm.marker} ` : '';
      // "RESOLVED" under a numbered item of minutes, however it is set.
      const isOfItem = names.type === 'minutes' && state.numbered && section?.role === 'decision';
      addHeading(
        Math.min(6, Math.max(level ?? 2, isOfItem ? 3 : 2) + deeper),
        marker + text,
        section,
        isOfItem || (names.type === 'minutes' && /^\d{1,3}\.?\s/.test(joined(block))),
      );
    } else if (letter !== null && index === letter.salutation + 1 && subjectLine(block) !== null) {
      addHeading(2 + deeper, blockForm.markdown.join(' ').replace(/^\*\*([^*]+)\*\*$/, '$1'), null);
    } else if (blockForm.kind === 'item') {
      const nextForm = blocks[index + 1]?.form;
      const isAlone =
        blockForm.depth === 0 &&
        !(nextForm?.kind === 'item' && nextForm.depth > 0) &&
        (blockForm.marker === null || /^\d{1,9}[.)]$/.test(blockForm.marker));
      const mayAct = isAlone && (names.type === 'action-plan' || state.role === 'actions');
      const bracketed = mayAct ? bracketedAction(blockForm.markdown) : null;
      const told = mayAct ? actionWithFields(blockForm.markdown) : null;
      if (told) pieces.push(...cardItems(told, blockForm.marker ?? '-', pieces.at(-1)?.kind === 'item'));
      else if (bracketed) {
        pieces.push(...actionItem(bracketed.action, blockForm.marker ?? '-', pieces.at(-1)?.kind === 'item'));
        removed.push(...bracketed.left);
      } else addItem(blockForm, pieces);
    } else {
      const isText = settled.areTold || blockForm.markdown.length > 1 || isSalutationPart(letter, index);
      // "The Panel is asked to:" is a name of the section too, but a paragraph where the paper has headings of its own.
      if (blockForm.quoted) {
        pieces.push(markdownParagraph(blockForm.markdown, true));
        return true;
      }
      if (!isText || (!joined(block).endsWith(':') && readKnownHeading(block, names) !== null)) return false;
      // In bold a grade would be read as the name of a section, “Areas for improvement” misspelt.
      if (isGrade(joined(block))) pieces.push(markdownParagraph([escapeWords(joined(block))]));
      else pieces.push(...paragraphsOfLines(blockForm.markdown).map((lines) => markdownParagraph(lines)));
    }
    return true;
  };

  blocks.forEach((block, index) => {
    if (block === form) {
      addFormSections(header, names, pieces);
      if (header.sections.length > 0) state.started = true;
      return;
    }
    if (sheet.taken.has(block)) return;
    if (letterInside && index === letter.start) addHeading(2, letterHeading(blocks, letter), null);
    addBlock(block, index, letter !== null && index >= letter.start);
  });
  return { pieces, notes, removed };
}

/** Lines of a letter between its head and its first paragraph: address, date, "Dear …". */
const isSalutationPart = (letter: LetterPart | null, index: number): boolean =>
  letter !== null && index >= letter.start && index <= letter.salutation;

/** What a letter is about, under "Dear …": one or two lines that are no sentence. */
function subjectLine(block: TextBlock): string | null {
  const text = joined(block);
  return block.lines.length <= 3 && text.split(' ').length <= 30 && /^\p{Lu}/u.test(text) && !/[.,;:]$/.test(text) ? text : null;
}

const isCommittee = (block: TextBlock, sheet: FrontSheet): boolean =>
  sheet.body !== null && joined(block).toLowerCase() === sheet.body.toLowerCase();

/** "Agenda" on the cover of an agenda names the paper; only the one above the table of items is a section. */
function isCoverWord(block: TextBlock, next: TextBlock | undefined, names: KnownNames): boolean {
  return names.type === 'agenda' && /^agenda$/i.test(joined(block)) && !(next !== undefined && hasRows(next));
}

/** "20 Inspection of children's services": the number of a minute and the paper's title. */
function minuteHeading(block: TextBlock, title: string | null, names: KnownNames): string | null {
  if (names.type !== 'minutes' || block.lines.length > 1 || title === null) return null;
  const found = /^(\d{1,3})\.?\s+(\S.*)$/.exec(joined(block));
  return found && found[2]!.toLowerCase() === title.toLowerCase() ? joined(block) : null;
}

function addFormSections(header: HeaderFields, names: KnownNames, pieces: Piece[]): void {
  for (const entry of header.unknown) pieces.push(fieldLine(entry));
  for (const { label, values } of header.sections) {
    pieces.push(heading(names.section(label)?.level ?? 2, label));
    for (const line of values.flatMap((value) => value.split('\n')).filter((text) => text !== '')) {
      pieces.push(line.startsWith('• ') ? item(0, [line.slice(2)], pieces.at(-1)?.kind === 'item') : paragraph([line]));
    }
  }
}

/** What the cover calls the paper that the letter is: "Appendix 1: …"; else the letter by its date. */
function letterHeading(blocks: readonly TextBlock[], letter: LetterPart): string {
  for (const block of blocks.slice(0, letter.start)) {
    const found = /\b(appendix)\s+([0-9A-Z]{1,3})\s*[:–-]\s*(\S[^.;]{3,120})$/i.exec(joined(block));
    if (found && block.lines.length <= 4) return `Appendix ${found[2]!}: ${found[3]!}`;
  }
  return letter.date ? `Letter of ${letter.date.text}` : 'Letter';
}
