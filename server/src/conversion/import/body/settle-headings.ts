import { joined, type TextBlock } from '../paper/blocks.ts';
import { dateAlone, statedDates } from '../paper/dates.ts';
import { isCapitals, isMarking, isOrganisation, isTitleLike } from './headings.ts';
import type { KnownNames } from '../head/known-names.ts';
import { isClosing, isSalutation } from '../head/letters.ts';
import { readAddressee, readCommittee } from '../head/meeting-lines.ts';
import { markerOf } from '../paper/markers.ts';
import type { Look } from '../paper/block-form.ts';

/** Which blocks of a formatted paper are its title and its headings, and of which level. */
export interface SettledHeadings {
  readonly title: TextBlock | null;
  /** 2 for a section, up to 6. */
  readonly levels: ReadonlyMap<TextBlock, number>;
  /** Whether the format tells headings at all; where it does not, they are told by their words as in a plain text. */
  readonly areTold: boolean;
}

/** Names of sections that a whole paper may have as well. */
const namesPaper = /\b(?:plan|statement of action|report|minutes|agenda)$/i;
/** "Priority action 2: …", with what is asked in the same bold words. */
export const namesPart =
  /^(?:priority(?: (?:action|area))?|area (?:for (?:improvement|priority action)|of (?:(?:significant|serious) )?(?:weakness|concern))|recommendation|theme|objective|outcome|workstream|standard) \d{1,2}\s*(?:[:.–—-]\s*|\s)\p{Lu}/iu;
/** What a person does, under the name of the person. */
const post =
  /\b(?:director|inspector|officer|chief executive|manager|chair|head of|leader|secretary|commissioner|councillor|member|minister)\b/i;
/** "Item 8" at the edge of the first page. */
const itemAlone = /^item(?: no\.?)? ?\d{1,3}[a-z]?$/i;
const deepest = 6;
/** Blocks at the head of a paper among which its title is looked for. */
const headBlocks = 10;
/** Blocks among which a month alone tells of when the paper is. */
export const underTitle = 3;

/**
 * Headings by their style where the paper has styles, and by their look (bold, larger, underlined, in capitals) where it has none;
 * a bold line between styled headings is one below them. `fileTitle` is the title that the file's properties give.
 */
export function settleHeadings(blocks: readonly TextBlock[], names: KnownNames, fileTitle: string | null = null): SettledHeadings {
  // A box at the head is no title, unless nothing else is.
  const outside = blocks.filter(({ isBoxed }, index) => !(isBoxed && index < headBlocks));
  const settled = outside.length < blocks.length ? settle(outside, names, fileTitle) : null;
  return settled?.title ? settled : settle(blocks, names, fileTitle);
}

function settle(blocks: readonly TextBlock[], names: KnownNames, fileTitle: string | null): SettledHeadings {
  const levels = new Map<TextBlock, number>();
  const isSection = (block: TextBlock) => names.section(joined(block)) !== null;
  const styled = blocks.filter((block, index) => block.form?.kind === 'heading' && !isWhoseOverTitle(block, blocks[index + 1], index));
  let title = styled.find((block) => block.form?.kind === 'heading' && block.form.isTitle) ?? null;
  let rest = styled.filter((block) => block !== title);
  // Whose paper it is, set as a title is, over the title.
  if (title && blocks.indexOf(title) < 2 && saysWhose(title, names)) {
    const next = blocks[blocks.indexOf(title) + 1];
    if (next && rest[0] === next) {
      title =
        rest.length > 1 &&
        (!isSection(next) || rest.slice(1).every((other) => levelOf(other) > levelOf(next))) &&
        !namesPart.test(joined(next))
          ? next
          : null;
      if (title) rest = rest.slice(1);
    } else if (next && isTitleUnder(next, isSection)) title = next;
  }
  if (!title) {
    const [first] = rest;
    // The one heading of a paper under a line that is set as a title.
    const above = rest.length === 1 ? largestAbove(blocks, blocks.indexOf(first!)) : null;
    const highest = rest.reduce((level, block) => Math.min(level, levelOf(block)), deepest);
    const [, second, ...lower] = rest;
    if (above) title = above;
    // Whose paper it is in a heading, over its title in a lower one.
    else if (
      first &&
      second &&
      blocks.indexOf(first) < 2 &&
      isOrganisation(joined(first)) &&
      second === blocks[blocks.indexOf(first) + 1] &&
      !namesPart.test(joined(second)) &&
      (!isSection(second) || lower.length === 0) &&
      lower.every((other) => levelOf(other) > levelOf(second))
    ) {
      title = second;
      rest = lower;
    } else if (
      first &&
      !namesPart.test(joined(first)) &&
      (rest.length > 1 || blocks.indexOf(first) < 2) &&
      levelOf(first) === highest &&
      rest.filter((block) => levelOf(block) === highest).length === 1 &&
      blocks.indexOf(first) < headBlocks &&
      (!isSection(first) || joined(first) === fileTitle || (blocks.indexOf(first) === 0 && namesPaper.test(joined(first))))
    ) {
      title = first;
      rest = rest.slice(1);
    }
  }
  if (!title && rest.length > 0)
    title = openingTitle(blocks, looked(blocks, isSection), isSection) ?? largestAbove(blocks, blocks.indexOf(rest[0]!));
  const ranks = [...new Set(rest.map(levelOf))].sort((a, b) => a - b);
  const looks = looked(blocks, isSection);
  const groups = blocks.filter((block, index) => block !== title && isGroup(block, blocks[index + 1], ranks[0]));
  const top = groups.length > 1 ? 3 : 2;
  for (const block of rest) levels.set(block, Math.min(deepest, top + ranks.indexOf(levelOf(block))));
  if (groups.length > 1) for (const block of groups) levels.set(block, 2);
  if (rest.length > 0) addBetween(blocks, looks, levels, title);
  else title = addByLook(blocks, looks, levels, title, isSection, (block) => readCommittee(joined(block), names) !== null);
  return { title, levels: withoutSkips(blocks, levels), areTold: levels.size > 0 };
}

/** Whose paper it is, set as the title under it is. */
const isWhoseOverTitle = (block: TextBlock, next: TextBlock | undefined, index: number): boolean =>
  index === 0 &&
  isOrganisation(joined(block)) &&
  next?.form?.kind === 'heading' &&
  block.form?.kind === 'heading' &&
  !block.form.isTitle &&
  levelOf(next) === levelOf(block);

/**
 * Whether a line is nothing but whose paper it is: a council, or the body that a report goes to. Minutes and agendas are called after their
 * body.
 */
const saysWhose = (block: TextBlock, names: KnownNames): boolean =>
  isOrganisation(joined(block)) ||
  (names.type === 'committee-report' &&
    (readCommittee(joined(block), names)?.saysMore === false || readAddressee(joined(block), names)?.saysAll === true));

/** Whether a paragraph right under whose paper it is reads as the title. */
const isTitleUnder = (block: TextBlock, isSection: (block: TextBlock) => boolean): boolean =>
  block.form?.kind === 'paragraph' &&
  block.lines.length === 1 &&
  isTitleLike(joined(block)) &&
  joined(block).split(' ').length >= 3 &&
  !isSection(block) &&
  markerOf(joined(block)) === null &&
  !isOrganisation(joined(block));

/** No heading more than one level below the one that it stands under. */
function withoutSkips(blocks: readonly TextBlock[], levels: ReadonlyMap<TextBlock, number>): ReadonlyMap<TextBlock, number> {
  const open: number[] = [];
  return new Map(
    blocks.flatMap((block) => {
      const level = levels.get(block);
      if (level === undefined) return [];
      while (open.length > 0 && open.at(-1)! >= level) open.pop();
      open.push(level);
      return [[block, Math.min(deepest, open.length + 1)] as const];
    }),
  );
}

/** A bold line right above a heading of the highest level: it heads several of them ("For information"). */
const isGroup = (block: TextBlock, next: TextBlock | undefined, highest: number | undefined): boolean =>
  next?.form?.kind === 'heading' &&
  levelOf(next) === highest &&
  block.lines.length === 1 &&
  (lookOf(block)?.strong ?? false) &&
  joined(block).length < 120 &&
  !/[.,;:]$/.test(joined(block)) &&
  statedDates(joined(block)).length === 0;

const levelOf = (block: TextBlock): number => (block.form?.kind === 'heading' ? block.form.level : deepest);

interface Looked {
  readonly look: Look;
  readonly capitals: boolean;
  /** 1 for "1.", 2 for "1.1"; 0 without a number. */
  readonly numbers: number;
}

const lookOf = (block: TextBlock): Look | null =>
  block.form?.kind === 'paragraph' || block.form?.kind === 'item' ? block.form.look : null;

/** Lines that look like headings: set off from the text around them, short, and no sentence. */
function looked(blocks: readonly TextBlock[], isSection: (block: TextBlock) => boolean): ReadonlyMap<TextBlock, Looked> {
  const body = usualSize(blocks);
  const found = new Map<TextBlock, Looked>();
  for (const [index, block] of blocks.entries()) {
    const look = lookOf(block);
    if (!look || block.lines.length > 2 || (block.form?.kind === 'item' && block.form.marker === null)) continue;
    const text = joined(block);
    if ((index < headBlocks && (isOrganisation(text) || itemAlone.test(text))) || (index < underTitle && isDateLine(text))) continue;
    const marker = markerOf(text);
    // "7 Wards affected": a number without a stop.
    const bare =
      marker || !look.strong || isSection(block) || statedDates(text).length > 0 ? null : /^\d{1,2}(?:\.\d{1,2})?\s+(?=\p{Lu})/u.exec(text);
    const words = (marker ? marker.rest : text.slice(bare?.[0].length ?? 0)).replace(/:$/, '');
    // An acronym alone (AOB) is no look of its own.
    const capitals = isCapitals(words) && words.length >= 8;
    // "That the Cabinet:" leads to what is recommended.
    if (/^that\b.*:$/i.test(text)) continue;
    const stands = look.strong || look.setOff || look.size > body * 1.1;
    if (!stands || isClosing(text) || isSalutation(text) || words === '' || marker?.style === 'letter' || marker?.style === 'roman')
      continue;
    if (
      !isTitleLike(words) &&
      !(marker?.style === 'number' && look.strong && isTitleLike(words.replace(/:\s/, ' '))) &&
      !isSection(block) &&
      !(look.strong && text.length <= 300 && namesPart.test(text)) &&
      !(words.endsWith('?') && words.split(' ').length <= 14 && /^\p{Lu}/u.test(words))
    )
      continue;
    found.set(block, { look, capitals, numbers: marker ? marker.values.length : (bare?.[0].split('.').length ?? 0) });
  }
  // What is set as two other headings are is one too, though its words might be a sentence: "Actions that are behind".
  const sizes = [...found.values()].filter(({ look }) => look.strong && look.size > body * 1.05).map(({ look }) => look.size);
  return new Map(
    blocks.flatMap((block) => {
      const look = lookOf(block);
      const known = found.get(block);
      if (known) return [[block, known] as const];
      const text = joined(block);
      return look?.strong &&
        block.form?.kind === 'paragraph' &&
        block.lines.length === 1 &&
        sizes.filter((size) => size === look.size).length >= 2 &&
        text.length <= 100 &&
        /^\p{Lu}/u.test(text) &&
        !/[.,;:!?]$/.test(text) &&
        markerOf(text) === null &&
        !isOrganisation(text) &&
        statedDates(text).length === 0
        ? [[block, { look, capitals: false, numbers: 0 }] as const]
        : [];
    }),
  );
}

/** The size of most of the text, in points. */
function usualSize(blocks: readonly TextBlock[]): number {
  const sizes = new Map<number, number>();
  for (const block of blocks) {
    const look = lookOf(block);
    if (look && look.size > 0) sizes.set(look.size, (sizes.get(look.size) ?? 0) + joined(block).length);
  }
  return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1000;
}

/** Bold lines below styled headings. */
function addBetween(
  blocks: readonly TextBlock[],
  looks: ReadonlyMap<TextBlock, Looked>,
  levels: Map<TextBlock, number>,
  title: TextBlock | null,
): void {
  let above = 0;
  blocks.forEach((block, index) => {
    const level = levels.get(block);
    if (level !== undefined) above = level;
    else if (block !== title && above > 0 && looks.get(block)?.look.strong && standsOverText(blocks, looks, index))
      levels.set(block, Math.min(deepest, above + 1));
  });
}

/**
 * Whether nothing else is set as large as the first line: a title, although a section may be called so too ("Written Statement of Action").
 */
const isLargest = (blocks: readonly TextBlock[], first: TextBlock): boolean =>
  blocks.every((block) => block === first || (lookOf(block)?.size ?? 0) < (lookOf(first)?.size ?? 0));

/** The one line above the first heading that is set larger than all other text: the title on a cover of several lines. */
function largestAbove(blocks: readonly TextBlock[], end: number): TextBlock | null {
  const head = blocks.slice(0, Math.min(end, headBlocks * 2)).filter((block) => lookOf(block));
  const largest = head.reduce((size, block) => Math.max(size, lookOf(block)!.size), 0);
  const [title, ...others] = head.filter((block) => lookOf(block)!.size === largest);
  return title &&
    others.length === 0 &&
    largest > usualSize(blocks) * 1.3 &&
    joined(title).length < 150 &&
    !isOrganisation(joined(title)) &&
    !/[.;:]$/.test(joined(title))
    ? title
    : null;
}

/** "May 2012", "19 July 2013". */
export const isDateLine = (text: string): boolean => dateAlone(text) !== null || /^\p{L}{3,9} \d{4}$/u.test(text);

/**
 * A line at the very beginning that does not look like text, with text after it: the title, unless it is one of several lines of a cover.
 */
function openingTitle(
  blocks: readonly TextBlock[],
  looks: ReadonlyMap<TextBlock, Looked>,
  isSection: (block: TextBlock) => boolean,
): TextBlock | null {
  const stands = (block: TextBlock) => (lookOf(block)?.strong ?? false) && joined(block).length < 150;
  const sizeOf = (block: TextBlock | undefined): number => (block && lookOf(block)?.size) ?? 0;
  const head = blocks
    .slice(0, headBlocks)
    .filter((block, index) => (index > 1 || !isOrganisation(joined(block))) && !isMarking(joined(block)));
  // A small line over a much larger one says whose paper it is.
  const [first, second] = head[1] && stands(head[1]) && sizeOf(head[1]) > sizeOf(head[0]) * 1.25 ? head.slice(1) : head;
  if (
    !first ||
    !second ||
    first.form?.kind !== 'paragraph' ||
    !stands(first) ||
    (isSection(first) && !isLargest(blocks, first) && !namesPaper.test(joined(first))) ||
    (stands(second) &&
      !isOrganisation(joined(second)) &&
      !(sizeOf(first) > sizeOf(second) * 1.15) &&
      !isDateLine(joined(second)) &&
      markerOf(joined(second)) === null &&
      !(looks.has(second) && standsOverText(blocks, looks, blocks.indexOf(second))))
  )
    return null;
  const text = joined(first);
  return /^[\p{Lu}\d‘“(]/u.test(text) &&
    !/[.,;:]$|\b(?:council|committee|panel|board|cabinet|group|partnership|trust|commission)$/i.test(text) &&
    dateAlone(text) === null &&
    (!/^\p{Lu}[\p{L} ]{1,20}:/u.test(text) || namesPaper.test(text.split(':')[0]!) || isLargest(blocks, first)) &&
    markerOf(text) === null
    ? first
    : null;
}

/**
 * Headings of a paper without heading styles, ranked by size, capitals and boldness; a number says its level by itself. Gives the title.
 */
function addByLook(
  blocks: readonly TextBlock[],
  looks: ReadonlyMap<TextBlock, Looked>,
  levels: Map<TextBlock, number>,
  known: TextBlock | null,
  isSection: (block: TextBlock) => boolean,
  isBody: (block: TextBlock) => boolean,
): TextBlock | null {
  const keyOf = ({ look, capitals }: Looked): string =>
    [String(1000 - look.size).padStart(6, '0'), capitals ? 0 : 1, look.strong ? 0 : 1].join(' ');
  const head = blocks.slice(0, headBlocks);
  const largest = [...looks].reduce((size, [, { look }]) => Math.max(size, look.size), 0);
  const large = [...looks].filter(([, { look }]) => look.size === largest).map(([block]) => block);
  const first = large[0];
  const title =
    known ??
    openingTitle(blocks, looks, isSection) ??
    capitalsOver(head, new Map([...looks].filter(([block]) => !isBody(block))), isSection) ??
    (first &&
    large.length === 1 &&
    looks.size > 1 &&
    largest > usualSize(blocks) * 1.1 &&
    head.includes(first) &&
    !isSection(first) &&
    markerOf(joined(first)) === null
      ? first
      : null);
  const again = repeated([...looks].map(([block]) => joined(block)));
  const headings = blocks.filter(
    (block, index) =>
      looks.has(block) && block !== title && (isSection(block) || standsOverText(blocks, looks, index) || again.has(joined(block))),
  );
  const plain = headings.filter((block) => looks.get(block)!.numbers === 0);
  const keys = [...new Set(plain.map((block) => keyOf(looks.get(block)!)))].sort();
  const sections = plain.filter(isSection).map((block) => keys.indexOf(keyOf(looks.get(block)!)));
  // Where the sections that every report has are known, their look is that of the first level.
  const top = sections.length > 0 ? Math.min(...sections) : 0;
  for (const block of headings) {
    const { numbers } = looks.get(block)!;
    levels.set(block, numbers > 0 ? Math.min(4, 1 + numbers) : Math.min(4, 2 + Math.max(0, keys.indexOf(keyOf(looks.get(block)!)) - top)));
  }
  return title;
}

/** The one line of the head that is in capitals, right over a heading that is not: the title, under whose paper it is. */
function capitalsOver(
  head: readonly TextBlock[],
  looks: ReadonlyMap<TextBlock, Looked>,
  isSection: (block: TextBlock) => boolean,
): TextBlock | null {
  const [line, ...others] = [...looks].filter(([, { capitals }]) => capitals).map(([block]) => block);
  const next = line && looks.get(head[head.indexOf(line) + 1]!);
  return line &&
    others.length === 0 &&
    head.includes(line) &&
    next &&
    !next.capitals &&
    !isSection(line) &&
    !namesPart.test(joined(line)) &&
    markerOf(joined(line)) === null
    ? line
    : null;
}

/** Whether the next block is text, a list or a table, or a heading that ranks below: lines of a cover stand over none of these. */
function standsOverText(blocks: readonly TextBlock[], looks: ReadonlyMap<TextBlock, Looked>, index: number): boolean {
  const next = blocks[index + 1];
  // Nor may the last one: “7 Date of next meeting”.
  if (!next) return isNextNumber(blocks, looks, index);
  if (next.form?.kind === 'table' || next.form?.kind === 'heading') return true;
  const own = looks.get(blocks[index]!)!;
  const below = looks.get(next);
  // An item of an agenda may have nothing under it.
  if (
    below &&
    own.numbers <= 1 &&
    below.numbers <= 1 &&
    below.look.size === own.look.size &&
    below.look.strong === own.look.strong &&
    own.look.strong &&
    firstNumber(joined(next)) === firstNumber(joined(blocks[index]!)) + 1
  )
    return true;
  if (below)
    return (
      below.look.size < own.look.size ||
      below.numbers > own.numbers ||
      (own.capitals && !below.capitals) ||
      (own.look.strong && !below.look.strong)
    );
  const look = lookOf(next);
  if (
    isPerson(joined(blocks[index]!)) &&
    !look?.strong &&
    joined(next).length < 80 &&
    post.test(joined(next)) &&
    !/[.:;]$/.test(joined(next))
  )
    return false;
  if (look?.strong && joined(next).length < 100 && (statedDates(joined(next)).length > 0 || /^\p{Lu}[\p{L} ]{1,20}:/u.test(joined(next))))
    return false;
  return true;
}

/** Whether a heading counts on from the one before it that looks the same. */
function isNextNumber(blocks: readonly TextBlock[], looks: ReadonlyMap<TextBlock, Looked>, index: number): boolean {
  const own = looks.get(blocks[index]!)!;
  const before = blocks.slice(0, index).findLast((block) => looks.has(block) && !Number.isNaN(firstNumber(joined(block))));
  return (
    own.numbers <= 1 &&
    before !== undefined &&
    looks.get(before)!.look.size === own.look.size &&
    looks.get(before)!.look.strong &&
    own.look.strong &&
    firstNumber(joined(blocks[index]!)) === firstNumber(joined(before)) + 1
  );
}

/** A line that stands in a paper so often, set off from its text, is a heading in each of its parts, whatever stands under it. */
const fewestRepeated = 3;

function repeated(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= fewestRepeated).map(([text]) => text));
}

const firstNumber = (text: string): number => Number(/^(\d{1,3})(?![\d]|\.\d)/.exec(text)?.[1] ?? Number.NaN);

/** Two to four words that begin with capitals, as a name does that stands over a post. */
const isPerson = (text: string): boolean =>
  /^(?:\p{Lu}[\p{L}’'-]+ |\p{Lu}\.? ){1,3}\p{Lu}[\p{L}’'-]+(?: (?:CBE|OBE|MBE|KC|KPM|QPM))?$/u.test(text);
