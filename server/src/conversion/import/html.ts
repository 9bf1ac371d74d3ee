import { defaultTreeAdapter, parse } from 'parse5';
import { asWindows1252 } from '../../language/text/windows-1252.ts';
import type { TextBlock } from './blocks.ts';
import { toGrid } from './cell-grid.ts';
import {
  attribute, blockElements, cellsOf, deepest, definitionParts, elementsIn, hasHeading, inlineOf, isHidden, isPlain, lengthOf, rowsOf, silent, textIn, type Element,
} from './html-elements.ts';
import { isOfSite } from './html-site.ts';
import { cleanWords } from './inline-markdown.ts';
import { isWordMark, wordListPlace } from './html-word-list.ts';
import { cellOfBlocks, paragraphBlock, tableBlock, withNumber, withTypedMarker, type ListPlace } from './make-blocks.ts';
import { markersOf } from './markers.ts';
import { figureOf } from './number-figures.ts';
import { plainLook, type Paper, type Run, type TableRow } from './paper.ts';
import { picturesNote } from './pictures.ts';
import { statusColour } from './status-colour.ts';
import { textOf } from './zip.ts';

const { isElementNode, isTextNode } = defaultTreeAdapter;

/** Titles that the committee systems of councils print in paragraphs of their own classes; the level of each. */
const committeeTitles: readonly (readonly [RegExp, number])[] = [[/(?:^|\s)mgAiTitleTxt(?:$|\s)/, 3], [/(?:^|\s)mgSubItemTitleTxt(?:$|\s)/, 4]];
/** What those systems call their pages, over the title of the paper. */
const pageNames = /^(?:agenda items?|agenda|agenda and (?:draft )?minutes|agenda and decisions|draft minutes|decisions?|decision details|issue details|issue - (?:meetings|decisions)|issue history)$/i;
/** What only those hear who have the page read out. */
const unseenNames = /(?:^|\s)(?:\w+-)?(?:sr-only|visually-?hidden|screen-?reader(?:-(?:only|text))?|mgHide|offscreen|element-invisible)(?:$|\s)/i;

/** The text of a page: UTF-16 by its mark, else the encoding that the page names, else UTF-8, else that of old Windows programs. */
export function decodeHtml(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return textOf(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const named = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(start)?.[1] ?? /<\?xml[^>]{0,100}encoding="([\w-]{2,30})"/i.exec(start)?.[1];
  for (const encoding of [named, 'utf-8']) {
    if (encoding === undefined) continue;
    if (/^(?:windows-1252|cp1252|iso-8859-1|latin1|us-ascii)$/i.test(encoding)) break;
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // An encoding that is not known, or that the bytes are not in: the next one.
    }
  }
  return asWindows1252(new TextDecoder('latin1').decode(bytes));
}

/** Reads a web page, or a piece of one from the clipboard. Never throws. */
export function readHtml(source: string): Paper {
  const document = parse(source);
  const root = document.childNodes.find((node): node is Element => isElementNode(node) && node.tagName === 'html');
  const body = root?.childNodes.find((node): node is Element => isElementNode(node) && node.tagName === 'body');
  if (!root || !body) return { blocks: [], furniture: [], properties: {}, notes: [] };
  const main = mainOf(body);
  const furniture: string[] = [];
  const reader = readElements(main, (element) => furniture.push(...linesOf(element)));
  if (main !== body) furniture.push(...linesAround(body, main));
  const title = titleOf(root);
  return {
    blocks: reader.blocks,
    furniture: [...new Set(furniture)],
    properties: title === '' ? {} : { title },
    notes: picturesNote(reader.pictures),
  };
}

/** The part that the page says is its content, where that holds a good part of the words; else all of it. */
function mainOf(body: Element): Element {
  const all = lengthOf(body);
  for (const isMain of [
    (element: Element) => element.tagName === 'main' || attribute(element, 'role') === 'main',
    (element: Element) => element.tagName === 'article',
    (element: Element) => /^(?:main-?content|content|main)$/i.test(attribute(element, 'id')),
  ]) {
    const found = [...elementsIn(body)].filter(isMain);
    if (found.length === 1 && lengthOf(found[0]!) * 3 > all) return found[0]!;
  }
  return body;
}

/** The words of a part that is left out, a line for each block. */
function linesOf(element: Element): readonly string[] {
  return readElements(element, null).blocks.map(({ lines }) => lines.join(' ').replace(/\t/g, ' '));
}

/** What stands outside the main part. */
function linesAround(body: Element, main: Element): readonly string[] {
  const path = new Set<unknown>();
  for (let at: unknown = main; at && at !== body; at = (at as { parentNode?: unknown }).parentNode) path.add(at);
  const lines: string[] = [];
  const walk = (parent: Element) => {
    for (const node of parent.childNodes) {
      if (node === main) continue;
      if (isElementNode(node)) {
        if (path.has(node)) walk(node);
        else if (!silent.has(node.tagName)) lines.push(...linesOf(node));
      } else if (isTextNode(node) && node.value.trim() !== '') lines.push(node.value.replace(/\s+/g, ' ').trim());
    }
  };
  walk(body);
  return lines;
}

/** The title of the page without the name of the site behind it. */
function titleOf(root: Element): string {
  const head = root.childNodes.find((node): node is Element => isElementNode(node) && node.tagName === 'head');
  const title = head?.childNodes.find((node): node is Element => isElementNode(node) && node.tagName === 'title');
  const text = title ? title.childNodes.map((node) => (isTextNode(node) ? node.value : '')).join('').replace(/\s+/g, ' ').trim() : '';
  return text.split(/\s+[|–—-]\s+/)[0] ?? '';
}

interface Look {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly link: string | undefined;
}

/** Where a run of inline words will stand. */
interface Place {
  readonly heading: number | null;
  readonly list: ListPlace | null;
  readonly quoted: boolean;
}

const asText: Place = { heading: null, list: null, quoted: false };

/** Reads what an element holds. `leaveOut` is given the parts that belong to the site; null reads everything. */
function readElements(root: Element, leaveOut: ((element: Element) => void) | null): { readonly blocks: readonly TextBlock[]; readonly pictures: readonly string[] } {
  const blocks: TextBlock[] = [];
  const pictures: string[] = [];
  let runs: Run[] = [];
  let place: Place = asText;

  const flush = () => {
    const words = runs.filter(({ text }) => text.trim() !== '');
    runs = withSpaceBehindNumber(runs);
    if (words.length > 0) {
      const block = paragraphBlock(runs, { heading: place.heading, list: place.list, look: { ...plainLook, strong: words.every(({ strong }) => strong) }, quoted: place.quoted });
      if (block) blocks.push(block);
      // Only the first paragraph of an item has its mark.
      if (place.list) place = { ...place, list: null };
    }
    runs = [];
  };

  /** Words inside a paragraph; the blocks inside it are read on their own. */
  const walk = (parent: Element, look: Look, listDepth: number, depth: number): void => {
    if (depth > deepest) {
      runs.push({ text: textIn(parent).replace(/\s+/g, ' ') });
      return;
    }
    for (const node of parent.childNodes) {
      if (isTextNode(node)) {
        const text = isPreformatted(parent) ? node.value : node.value.replace(/[ \t\n\r\f]+/g, ' ');
        runs.push({ text, strong: look.strong, emphasis: look.emphasis, ...(look.link === undefined ? {} : { link: look.link }) });
      } else if (isElementNode(node)) readElement(node, look, listDepth, depth + 1);
    }
  };

  const inPlace = (next: Place, inside: () => void) => {
    flush();
    const before = place;
    place = next;
    inside();
    flush();
    place = before.list ? { ...before, list: null } : before;
  };

  const readElement = (element: Element, look: Look, listDepth: number, depth: number): void => {
    const { tagName } = element;
    if (silent.has(tagName) || isHidden(element) || isWordMark(element)) return;
    if (leaveOut && (isOfSite(element, root) || (tagName === 'ul' && isCommitteeLinks(element)))) {
      flush();
      leaveOut(element);
      return;
    }
    if (unseenNames.test(attribute(element, 'class')) && lengthOf(element) < 200) {
      leaveOut?.(element);
      return;
    }
    if (leaveOut && /(?:^|\s)mgMainTitleTxt(?:$|\s)/.test(attribute(element, 'class')) && pageNames.test(textIn(element).trim())) {
      leaveOut(element);
      return;
    }
    const committee = committeeTitles.find(([name]) => name.test(attribute(element, 'class')));
    if (committee && lengthOf(element) < 250) {
      inPlace({ ...asText, heading: committee[1] }, () => walk(element, look, listDepth, depth));
      return;
    }
    switch (tagName) {
      case 'br': runs.push({ text: '\n' }); return;
      case 'img': {
        pictures.push(attribute(element, 'alt'));
        return;
      }
      case 'b': case 'strong': walk(element, styled(element, { ...look, strong: true }), listDepth, depth); return;
      case 'i': case 'em': case 'cite': walk(element, { ...look, emphasis: true }, listDepth, depth); return;
      case 'a':
        // The way back from a footnote to the text is an arrow.
        if (/[\p{L}\p{N}]/u.test(textIn(element)) || !attribute(element, 'href').startsWith('#')) walk(element, { ...look, link: linkOf(element) ?? look.link }, listDepth, depth);
        return;
      case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6':
        inPlace({ ...asText, heading: Number(tagName[1]) }, () => walk(element, look, listDepth, depth));
        return;
      case 'ul': case 'ol': case 'menu': readList(element, look, listDepth, depth); return;
      case 'table': flush(); readTable(element, look, depth); return;
      case 'blockquote': inPlace({ ...asText, quoted: true }, () => walk(element, look, listDepth, depth)); return;
      case 'sup': {
        // The mark of a footnote is no part of the word before it; that of a unit (m²) or an ordinal (1st) is.
        const before = runs.map(({ text }) => text).join('');
        const mark = textIn(element).trim();
        if (/^\d{1,3}$/.test(mark) && /(?:\p{L}{3}|\b(?:19|20)\d\d|[.,;:’”")])$/u.test(before)) runs.push({ text: `[${mark}]` });
        else walk(element, look, listDepth, depth);
        return;
      }
      case 'dl': readDefinitions(element, look, listDepth, depth); return;
      case 'p': {
        const list = wordListPlace(element);
        if (list) inPlace({ ...asText, list: list.place }, () => walk(element, styled(element, look), listDepth, depth));
        else inPlace(place, () => walk(element, styled(element, look), listDepth, depth));
        return;
      }
      case 'dt': inPlace(asText, () => walk(element, { ...look, strong: true }, listDepth, depth)); return;
      case 'hr': flush(); return;
      default:
        // A style says bold where an element does not: what word processors put on the clipboard.
        if (blockElements.has(tagName)) inPlace(place, () => walk(element, styled(element, look), listDepth, depth));
        else walk(element, styled(element, look), listDepth, depth);
    }
  };

  const readList = (list: Element, look: Look, listDepth: number, depth: number): void => {
    flush();
    let count = Number(attribute(list, 'start') || 1) - 1;
    for (const node of list.childNodes) {
      if (isTextNode(node)) runs.push({ text: node.value.replace(/\s+/g, ' ') });
      if (!isElementNode(node) || isHidden(node)) continue;
      if (node.tagName !== 'li') {
        readElement(node, look, listDepth + 1, depth + 1);
        continue;
      }
      count = Number(attribute(node, 'value') || count + 1);
      // A list whose own numbers are hidden has them typed.
      const typed = list.tagName === 'ol' ? markersOf(textIn(node).trim()).find(({ values, style }) => values.at(-1) === count && style !== 'section.paragraph') : undefined;
      const marker = list.tagName === 'ol' && !typed ? `${figureOf(attribute(list, 'type') || '1', count)}.` : null;
      if (typed) {
        const start = blocks.length;
        inPlace(asText, () => walk(node, styled(node, look), listDepth + 1, depth));
        const first = blocks[start];
        const item = first && withTypedMarker(first, { depth: listDepth, marker: typed.text });
        if (item) blocks[start] = item;
        continue;
      }
      inPlace({ ...asText, list: { depth: listDepth, marker } }, () => walk(node, styled(node, look), listDepth + 1, depth + 1));
    }
  };

  /** A term and what is said of it, in one paragraph where both are short: "From: Department for Education". */
  const readDefinitions = (list: Element, look: Look, listDepth: number, depth: number): void => {
    flush();
    const parts = definitionParts(list);
    for (let at = 0; at < parts.length; at++) {
      const [term, said] = [parts[at]!, parts[at + 1]];
      const isPair = term.tagName === 'dt' && said?.tagName === 'dd' && parts[at + 2]?.tagName !== 'dd' && lengthOf(term) <= 60 && lengthOf(said) <= 200 && isPlain(term) && isPlain(said) && lengthOf(said) > 0;
      if (!isPair) {
        readElement(term, look, listDepth, depth + 1);
        continue;
      }
      inPlace(asText, () => {
        walk(term, { ...look, strong: true }, listDepth, depth + 1);
        if (!/[:?.!–-]\s*$/.test(textIn(term))) runs.push({ text: ':', strong: true });
        runs.push({ text: ' ' });
        for (const node of inlineOf(said)) walk(node, look, listDepth, depth + 1);
      });
      at++;
    }
  };

  /** Rows that lay out a page, each cell as text; a number in a cell of its own belongs to what stands beside it. */
  const readLayout = (rows: ReturnType<typeof rowsOf>, look: Look, depth: number): void => {
    for (const { row } of rows) {
      const cells = cellsOf(row);
      if (leaveOut && rows.length > 1 && cells.every((cell) => cell.tagName === 'th' && lengthOf(cell) < 30 && !hasHeading(cell))) {
        cells.forEach(leaveOut);
        continue;
      }
      const number = cells.length === 2 && /^\(?(?:\d{1,3}(?:\.\d{1,3})?|[a-z])[.)]*$/.test(textIn(cells[0]!).trim()) ? textIn(cells[0]!).trim() : null;
      const start = blocks.length;
      for (const cell of number === null ? cells : cells.slice(1)) inPlace(asText, () => walk(cell, look, 0, depth + 1));
      if (number === null) continue;
      const numbered = blocks[start] && withNumber(blocks[start], number);
      if (numbered) blocks[start] = numbered;
      else {
        const alone = paragraphBlock([{ text: number }]);
        if (alone) blocks.splice(start, 0, alone);
      }
    }
  };

  const readTable = (table: Element, look: Look, depth: number): void => {
    const rows = rowsOf(table, false);
    const cells = rows.flatMap(({ row }) => cellsOf(row));
    const caption = table.childNodes.find((node): node is Element => isElementNode(node) && node.tagName === 'caption');
    if (caption) {
      if (unseenNames.test(attribute(caption, 'class'))) leaveOut?.(caption);
      else inPlace(asText, () => walk(caption, look, 0, depth + 1));
    }
    // A table that holds tables or headings, or has one cell, lays out the page; one that names its columns does not, whatever is in its cells.
    const named = rows.some(({ row }) => cellsOf(row).length >= 3 && cellsOf(row).every(({ tagName }) => tagName === 'th'));
    const holds = (tags: RegExp) => cells.some((cell) => [...elementsIn(cell)].some(({ tagName, attrs }) => tags.test(tagName) || (tagName !== 'span' && attrs.some(({ name, value }) => name === 'class' && committeeTitles.some(([title]) => title.test(value))))));
    const laysOut = cells.length === 1 || attribute(table, 'role') === 'presentation' || (!named && holds(/^table$/)) || (!cells.some(({ tagName }) => tagName === 'th') && holds(/^h[1-6]$/));
    if (laysOut) {
      readLayout(rows, look, depth);
      return;
    }
    const heads: boolean[] = [];
    const grid = toGrid(rows.map(({ row, isHeader }) => {
      const own = cellsOf(row);
      let isStrong = own.length > 0;
      const line = own.map((cell) => {
        const inside = readElements(cell, leaveOut);
        pictures.push(...inside.pictures);
        isStrong &&= inside.blocks.every(({ form }) => (form?.kind === 'paragraph' || form?.kind === 'item') && form.look.strong);
        const colour = statusColour(fillOf(cell));
        return { cell: colour ? { ...cellOfBlocks(inside.blocks), colour } : cellOfBlocks(inside.blocks), columns: Number(attribute(cell, 'colspan') || 1), rows: Number(attribute(cell, 'rowspan') || 1) };
      });
      heads.push(isHeader || isStrong || (own.length > 0 && own.every(({ tagName }) => tagName === 'th')));
      return line;
    }));
    const block = tableBlock(grid.map((line, index): TableRow => ({ cells: line, isHeader: heads[index]! })));
    if (block) blocks.push(block);
  };

  walk(root, { strong: false, emphasis: false, link: undefined }, 0, 0);
  flush();
  return { blocks, pictures };
}

/** A number in an element of its own, which the page sets apart by its style: "<span>1.1</span>To tell". */
function withSpaceBehindNumber(runs: Run[]): Run[] {
  const at = runs.findIndex(({ text }) => text.trim() !== '');
  const [number, next] = [runs[at], runs[at + 1]];
  return number && next && /^\s*\(?(?:\d{1,3}(?:\.\d{1,3})+|\d{1,3}[.)]|[a-z]\))$/.test(number.text) && /^\p{Lu}/u.test(next.text) ? [...runs.slice(0, at + 1), { text: ' ' }, ...runs.slice(at + 1)] : runs;
}

const styled = (element: Element, look: Look): Look => {
  const style = attribute(element, 'style');
  if (style === '') return look;
  const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1];
  return { ...look, strong: weight === undefined ? look.strong : weight === 'bold' || Number(weight) >= 600, emphasis: /font-style:\s*italic/i.test(style) || look.emphasis };
};

/** Colours by their names, as pages use them for a status. */
const named: Readonly<Record<string, string>> = { red: '#ff0000', orange: '#ffa500', yellow: '#ffff00', green: '#008000', lime: '#00ff00', blue: '#0000ff', purple: '#800080' };

/** What a cell is filled with, where its own style or attribute says. */
function fillOf(cell: Element): string | undefined {
  const said = /background(?:-color)?:\s*(#[\da-f]{3,6}\b|rgb\([\d ,]+\)|[a-z]+\b)/i.exec(attribute(cell, 'style'))?.[1] ?? attribute(cell, 'bgcolor');
  const parts = /^rgb\((\d+)[ ,]+(\d+)[ ,]+(\d+)\)$/i.exec(said);
  if (parts) return parts.slice(1).map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0')).join('');
  return named[said.toLowerCase()] ?? said.replace(/^#([\da-f])([\da-f])([\da-f])$/i, '#$1$1$2$2$3$3');
}

const isPreformatted = (element: Element): boolean => element.tagName === 'pre';

const linkOf = (element: Element): string | undefined => {
  const address = cleanWords(attribute(element, 'href')).trim();
  return /^(?:https?:|mailto:)/i.test(address) ? address : undefined;
};

/** The list of links to the meeting and its papers beside the title. */
const isCommitteeLinks = (list: Element): boolean => list.parentNode !== null && 'attrs' in list.parentNode && /(?:^|\s)mgLinks(?:$|\s)/.test(attribute(list.parentNode, 'class'));

