import { defaultTreeAdapter } from 'parse5';
import type { TextBlock } from '../paper/blocks.ts';
import { toGrid } from '../paper/cell-grid.ts';
import {
  attribute,
  blockElements,
  cellsOf,
  deepest,
  definitionParts,
  elementsIn,
  hasHeading,
  inlineOf,
  isControl,
  isFoldingSign,
  isHidden,
  isPlain,
  lengthOf,
  rowsOf,
  silent,
  textIn,
  type Element,
} from './elements.ts';
import { cellColour } from './cell-colour.ts';
import { isStruck, isStruckAround } from './struck.ts';
import { isOfSite } from './site.ts';
import { isWordMark, wordListPlace } from './word-list.ts';
import { cleanWords, type Run } from '../paper/inline-markdown.ts';
import { cellOfBlocks, paragraphBlock, tableBlock, withNumber, withTypedMarker, type ListPlace } from '../paper/make-blocks.ts';
import { markersOf } from '../paper/markers.ts';
import { figureOf } from '../paper/number-figures.ts';
import { plainLook, type TableRow } from '../paper/block-form.ts';

const { isElementNode, isTextNode } = defaultTreeAdapter;

/** Titles that the committee systems of councils print in paragraphs of their own classes; the level of each. */
const committeeTitles: readonly (readonly [RegExp, number])[] = [
  [/(?:^|\s)mgAiTitleTxt(?:$|\s)/, 3],
  [/(?:^|\s)mgSubItemTitleTxt(?:$|\s)/, 4],
];
/** What those systems call their pages, over the title of the paper. */
const pageNames =
  /^(?:agenda items?|agenda|agenda and (?:draft )?minutes|agenda and decisions|draft minutes|decisions?|decision details|issue details|issue - (?:meetings|decisions)|issue history)$/i;
/** What only those hear who have the page read out. */
const unseenNames =
  /(?:^|\s)(?:\w+-)?(?:sr-only|visually-?hidden|screen-?reader(?:-(?:only|text))?|mgHide|offscreen|element-invisible)(?:$|\s)/i;

interface Look {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly struck: boolean;
  readonly link: string | undefined;
}

/** Where a run of inline words will stand. */
interface Place {
  readonly heading: number | null;
  readonly list: ListPlace | null;
  readonly quoted: boolean;
}

const asText: Place = { heading: null, list: null, quoted: false };

/** How far the reading of one element has come. */
interface Reading {
  readonly root: Element;
  readonly leaveOut: ((element: Element) => void) | null;
  readonly blocks: TextBlock[];
  readonly pictures: string[];
  /** Words of the paragraph that is still open, and where it will stand. */
  runs: Run[];
  place: Place;
}

/** What is known of an element from those around it. */
interface Around {
  readonly look: Look;
  /** How many lists it stands in. */
  readonly lists: number;
  readonly depth: number;
}

const deeper = (around: Around): Around => ({ ...around, depth: around.depth + 1 });
const strongly = (around: Around): Around => ({ ...around, look: { ...around.look, strong: true } });
const styledBy = (element: Element, around: Around): Around => ({ ...around, look: styled(element, around.look) });

/** Reads what an element holds. `leaveOut` is given the parts that belong to the site; null reads everything. Never throws. */
export function readElements(
  root: Element,
  leaveOut: ((element: Element) => void) | null,
): { readonly blocks: readonly TextBlock[]; readonly pictures: readonly string[] } {
  const reading: Reading = { root, leaveOut, blocks: [], pictures: [], runs: [], place: asText };
  readInside(reading, root, {
    look: { strong: false, emphasis: false, struck: isStruckAround(root), link: undefined },
    lists: 0,
    depth: 0,
  });
  closeParagraph(reading);
  return { blocks: reading.blocks, pictures: reading.pictures };
}

function closeParagraph(reading: Reading): void {
  const { place } = reading;
  const words = reading.runs.filter(({ text }) => text.trim() !== '');
  if (words.length > 0) {
    const block = paragraphBlock(withSpaceBehindNumber(reading.runs), {
      heading: place.heading,
      list: place.list,
      look: { ...plainLook, strong: words.every(({ strong }) => strong) },
      quoted: place.quoted,
    });
    if (block) reading.blocks.push(block);
    // Only the first paragraph of an item has its mark.
    if (place.list) reading.place = { ...place, list: null };
  }
  reading.runs = [];
}

/** Reads something that stands in a place of its own, and goes on where the text was before. */
function inPlace(reading: Reading, next: Place, read: () => void): void {
  closeParagraph(reading);
  const before = reading.place;
  reading.place = next;
  read();
  closeParagraph(reading);
  reading.place = before.list ? { ...before, list: null } : before;
}

/** Words inside a paragraph; the blocks inside it are read on their own. */
function readInside(reading: Reading, parent: Element, around: Around): void {
  if (around.depth > deepest) {
    reading.runs.push({ text: textIn(parent).replace(/\s+/g, ' ') });
    return;
  }
  const { strong, emphasis, struck, link } = around.look;
  for (const node of parent.childNodes) {
    if (isTextNode(node)) {
      // In text that keeps its line breaks, a blank line is the end of a paragraph.
      const paragraphs = parent.tagName === 'pre' ? node.value.split(/\n[ \t]*\r?\n\s*/) : [node.value.replace(/[ \t\n\r\f]+/g, ' ')];
      paragraphs.forEach((text, at) => {
        if (at > 0) closeParagraph(reading);
        reading.runs.push({ text, strong, emphasis, ...(struck && { struck }), ...(link !== undefined && { link }) });
      });
    } else if (isElementNode(node)) readElement(reading, node, deeper(around));
  }
}

function readElement(reading: Reading, element: Element, around: Around): void {
  const { tagName } = element;
  if (
    silent.has(tagName) ||
    isControl(element) ||
    isFoldingSign(element) ||
    isHidden(element) ||
    isWordMark(element) ||
    isLeftOut(reading, element)
  )
    return;
  const inside = (next: Around = around): void => readInside(reading, element, next);
  const committee = committeeTitles.find(([name]) => name.test(attribute(element, 'class')));
  if (committee && lengthOf(element) < 250) {
    inPlace(reading, { ...asText, heading: committee[1] }, inside);
    return;
  }
  switch (tagName) {
    case 'br':
      reading.runs.push({ text: '\n' });
      return;
    case 'img':
      reading.pictures.push(attribute(element, 'alt'));
      return;
    case 'b':
    case 'strong':
      inside(styledBy(element, strongly(around)));
      return;
    case 'i':
    case 'em':
    case 'cite':
      inside({ ...around, look: { ...around.look, emphasis: true } });
      return;
    case 'a':
      // The way back from a footnote to the text is an arrow.
      if (/[\p{L}\p{N}]/u.test(textIn(element)) || !attribute(element, 'href').startsWith('#'))
        inside({ ...around, look: { ...around.look, link: linkOf(element) ?? around.look.link } });
      return;
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      inPlace(reading, { ...asText, heading: Number(tagName[1]) }, inside);
      return;
    case 'ul':
    case 'ol':
    case 'menu':
      readList(reading, element, around);
      return;
    case 'table':
      readTable(reading, element, around);
      return;
    case 'blockquote':
      inPlace(reading, { ...asText, quoted: true }, inside);
      return;
    case 'sup':
      readSuperscript(reading, element, around);
      return;
    case 'dl':
      readDefinitions(reading, element, around);
      return;
    case 'p': {
      const list = wordListPlace(element);
      inPlace(reading, list ? { ...asText, list: list.place } : reading.place, () => inside(styledBy(element, around)));
      return;
    }
    case 'button':
    case 'summary': {
      // The heading of a part that is opened by it, where no element says so.
      const isHeaded = reading.place.heading !== null || [...elementsIn(element)].some((inner) => /^h[1-6]$/.test(inner.tagName));
      if (isHeaded) inside();
      else inPlace(reading, asText, () => inside(strongly(around)));
      return;
    }
    case 'dt':
      inPlace(reading, asText, () => inside(strongly(around)));
      return;
    case 'hr':
      closeParagraph(reading);
      return;
    default:
      // A style says bold where an element does not: what word processors put on the clipboard.
      if (blockElements.has(tagName)) inPlace(reading, reading.place, () => inside(styledBy(element, around)));
      else inside(styledBy(element, around));
  }
}

/**
 * Whether an element is no part of the paper: it belongs to the site, or only those hear it who have the page read out. Then it is given
 * away.
 */
function isLeftOut(reading: Reading, element: Element): boolean {
  const { root, leaveOut } = reading;
  const names = attribute(element, 'class');
  if (leaveOut && (isOfSite(element, root) || (element.tagName === 'ul' && isCommitteeLinks(element)))) {
    closeParagraph(reading);
    leaveOut(element);
    return true;
  }
  const isUnseen = unseenNames.test(names) && lengthOf(element) < 200;
  if (!isUnseen && !(leaveOut && /(?:^|\s)mgMainTitleTxt(?:$|\s)/.test(names) && pageNames.test(textIn(element).trim()))) return false;
  leaveOut?.(element);
  return true;
}

/** The mark of a footnote is no part of the word before it; that of a unit (m²) or an ordinal (1st) is. */
function readSuperscript(reading: Reading, element: Element, around: Around): void {
  const before = reading.runs.map(({ text }) => text).join('');
  const mark = textIn(element).trim();
  if (/^\d{1,3}$/.test(mark) && /(?:\p{L}{3}|\b(?:19|20)\d\d|[.,;:’”")])$/u.test(before)) reading.runs.push({ text: `[${mark}]` });
  else readInside(reading, element, around);
}

function readList(reading: Reading, list: Element, around: Around): void {
  closeParagraph(reading);
  const isNumbered = list.tagName === 'ol';
  const within: Around = { ...around, lists: around.lists + 1 };
  let count = Number(attribute(list, 'start') || 1) - 1;
  for (const node of list.childNodes) {
    if (isTextNode(node)) reading.runs.push({ text: node.value.replace(/\s+/g, ' ') });
    if (!isElementNode(node) || isHidden(node)) continue;
    if (node.tagName !== 'li') {
      readElement(reading, node, deeper(within));
      continue;
    }
    count = Number(attribute(node, 'value') || count + 1);
    // A list whose own numbers are hidden has them typed.
    const typed = isNumbered
      ? markersOf(textIn(node).trim()).find(({ values, style }) => values.at(-1) === count && style !== 'section.paragraph')
      : undefined;
    if (typed) readTypedItem(reading, node, { depth: around.lists, marker: typed.text }, within);
    else {
      const marker = isNumbered ? `${figureOf(attribute(list, 'type') || '1', count)}.` : null;
      inPlace(reading, { ...asText, list: { depth: around.lists, marker } }, () =>
        readInside(reading, node, deeper(styledBy(node, within))),
      );
    }
  }
}

/** An item whose number is among its words. */
function readTypedItem(reading: Reading, element: Element, place: ListPlace, around: Around): void {
  const { blocks } = reading;
  const start = blocks.length;
  inPlace(reading, asText, () => readInside(reading, element, styledBy(element, around)));
  const item = blocks[start] && withTypedMarker(blocks[start], place);
  if (item) blocks[start] = item;
}

/** A term and what is said of it, in one paragraph where both are short: "From: Department for Education". */
function readDefinitions(reading: Reading, list: Element, around: Around): void {
  closeParagraph(reading);
  const parts = definitionParts(list);
  for (let at = 0; at < parts.length; at++) {
    const [term, said] = [parts[at]!, parts[at + 1]];
    const isPair =
      term.tagName === 'dt' &&
      said?.tagName === 'dd' &&
      parts[at + 2]?.tagName !== 'dd' &&
      lengthOf(term) <= 60 &&
      lengthOf(said) <= 200 &&
      isPlain(term) &&
      isPlain(said) &&
      lengthOf(said) > 0;
    if (!isPair) {
      readElement(reading, term, deeper(around));
      continue;
    }
    inPlace(reading, asText, () => {
      readInside(reading, term, deeper(strongly(around)));
      if (!/[:?.!–-]\s*$/.test(textIn(term))) reading.runs.push({ text: ':', strong: true });
      reading.runs.push({ text: ' ' });
      for (const node of inlineOf(said)) readInside(reading, node, deeper(around));
    });
    at++;
  }
}

function readTable(reading: Reading, table: Element, around: Around): void {
  closeParagraph(reading);
  const caption = table.childNodes.find((node): node is Element => isElementNode(node) && node.tagName === 'caption');
  if (caption) {
    if (unseenNames.test(attribute(caption, 'class'))) reading.leaveOut?.(caption);
    else inPlace(reading, asText, () => readInside(reading, caption, { ...deeper(around), lists: 0 }));
  }
  const rows = rowsOf(table, false);
  if (laysOut(table, rows)) {
    readLayout(reading, rows, around);
    return;
  }
  const read = rows.map((row) => readRow(reading, row));
  const grid = toGrid(read.map(({ cells }) => cells));
  const block = tableBlock(grid.map((cells, index): TableRow => ({ cells, isHeader: read[index]!.isHeader })));
  if (block) reading.blocks.push(block);
}

type Rows = ReturnType<typeof rowsOf>;

/**
 * A table that holds tables or headings, or has one cell, lays out the page; one that names its columns does not, whatever is in its cells.
 */
function laysOut(table: Element, rows: Rows): boolean {
  const cells = rows.flatMap(({ row }) => cellsOf(row));
  const named = rows.some(({ row }) => cellsOf(row).length >= 3 && cellsOf(row).every(({ tagName }) => tagName === 'th'));
  const isCommitteeTitle = ({ tagName, attrs }: Element): boolean =>
    tagName !== 'span' && attrs.some(({ name, value }) => name === 'class' && committeeTitles.some(([title]) => title.test(value)));
  const holds = (tags: RegExp): boolean =>
    cells.some((cell) => [...elementsIn(cell)].some((element) => tags.test(element.tagName) || isCommitteeTitle(element)));
  return (
    cells.length === 1 ||
    attribute(table, 'role') === 'presentation' ||
    (!named && holds(/^table$/)) ||
    (!cells.some(({ tagName }) => tagName === 'th') && holds(/^h[1-6]$/))
  );
}

/** Rows that lay out a page, each cell as text; a number in a cell of its own belongs to what stands beside it. */
function readLayout(reading: Reading, rows: Rows, around: Around): void {
  const { blocks, leaveOut } = reading;
  for (const { row } of rows) {
    const cells = cellsOf(row);
    if (leaveOut && rows.length > 1 && cells.every((cell) => cell.tagName === 'th' && lengthOf(cell) < 30 && !hasHeading(cell))) {
      cells.forEach(leaveOut);
      continue;
    }
    const number =
      cells.length === 2 && /^\(?(?:\d{1,3}(?:\.\d{1,3})?|[a-z])[.)]*$/.test(textIn(cells[0]!).trim()) ? textIn(cells[0]!).trim() : null;
    const start = blocks.length;
    for (const cell of number === null ? cells : cells.slice(1))
      inPlace(reading, asText, () => readInside(reading, cell, { ...deeper(around), lists: 0 }));
    if (number === null) continue;
    const numbered = blocks[start] && withNumber(blocks[start], number);
    const alone = numbered ? null : paragraphBlock([{ text: number }]);
    if (numbered) blocks[start] = numbered;
    else if (alone) blocks.splice(start, 0, alone);
  }
}

function readRow({ leaveOut, pictures }: Reading, { row, isHeader }: Rows[number]) {
  const elements = cellsOf(row);
  const inside = elements.map((cell) => readElements(cell, leaveOut));
  pictures.push(...inside.flatMap((one) => one.pictures));
  const cells = elements.map((element, at) => {
    const colour = cellColour(element);
    return {
      cell: { ...cellOfBlocks(inside[at]!.blocks), ...(colour && { colour }) },
      columns: Number(attribute(element, 'colspan') || 1),
      rows: Number(attribute(element, 'rowspan') || 1),
    };
  });
  const isStrong =
    elements.length > 0 &&
    inside.every(({ blocks }) => blocks.every(({ form }) => (form?.kind === 'paragraph' || form?.kind === 'item') && form.look.strong));
  return { cells, isHeader: isHeader || isStrong || (elements.length > 0 && elements.every(({ tagName }) => tagName === 'th')) };
}

/** A number in an element of its own, which the page sets apart by its style: "<span>1.1</span>To tell". */
function withSpaceBehindNumber(runs: Run[]): Run[] {
  const at = runs.findIndex(({ text }) => text.trim() !== '');
  const [number, next] = [runs[at], runs[at + 1]];
  return number && next && /^\s*\(?(?:\d{1,3}(?:\.\d{1,3})+|\d{1,3}[.)]|[a-z]\))$/.test(number.text) && /^\p{Lu}/u.test(next.text)
    ? [...runs.slice(0, at + 1), { text: ' ' }, ...runs.slice(at + 1)]
    : runs;
}

const styled = (element: Element, look: Look): Look => {
  const style = attribute(element, 'style');
  const struck = look.struck || isStruck(element);
  if (style === '') return struck === look.struck ? look : { ...look, struck };
  const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1];
  return {
    ...look,
    struck,
    strong: weight === undefined ? look.strong : weight === 'bold' || Number(weight) >= 600,
    emphasis: /font-style:\s*italic/i.test(style) || look.emphasis,
  };
};

const linkOf = (element: Element): string | undefined => {
  const address = cleanWords(attribute(element, 'href')).trim();
  return /^(?:https?:|mailto:)/i.test(address) ? address : undefined;
};

/** The list of links to the meeting and its papers beside the title. */
const isCommitteeLinks = (list: Element): boolean =>
  list.parentNode !== null && 'attrs' in list.parentNode && /(?:^|\s)mgLinks(?:$|\s)/.test(attribute(list.parentNode, 'class'));
