import { defaultTreeAdapter, parse } from 'parse5';
import { asWindows1252 } from '../../../language/text/windows-1252.ts';
import type { TextBlock } from '../paper/blocks.ts';
import { attribute, elementsIn, lengthOf, silent, textIn, type Element } from './elements.ts';
import { readElements } from './reader.ts';
import { attachment } from '../plain-text/page-furniture.ts';
import type { Paper } from '../paper/paper.ts';
import { picturesNote } from '../paper/pictures.ts';
import { readPlainText } from '../plain-text/plain-text.ts';
import { textOf } from '../office/zip.ts';

const { isElementNode, isTextNode } = defaultTreeAdapter;

/** The text of a page: UTF-16 by its mark, else the encoding that the page names, else UTF-8, else that of old Windows programs. */
export function decodeHtml(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return textOf(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const named =
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(start)?.[1] ??
    /<\?xml[^>]{0,100}encoding="([\w-]{2,30})"/i.exec(start)?.[1];
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
  const propertiesOf = (blocks: readonly TextBlock[]): Paper['properties'] => {
    const title = titleOf(root, blocks);
    return title === '' ? {} : { title };
  };
  const plain = plainTextOf(body);
  if (plain !== null) {
    const paper = readPlainText(plain);
    return { ...paper, properties: propertiesOf(paper.blocks) };
  }
  const main = mainOf(body);
  const furniture: string[] = [];
  const reader = readElements(main, (element) => furniture.push(...linesOf(element)));
  if (main !== body) furniture.push(...linesAround(body, main));
  const blocks = reader.blocks.map((block) => withoutAttachment(block, (words) => furniture.push(words)));
  return {
    blocks,
    furniture: [...new Set(furniture)],
    properties: propertiesOf(blocks),
    notes: picturesNote(reader.pictures),
  };
}

/** A block without the kind and size of a file behind its words, as pages of committee systems print them: “PDF 512 KB”. */
function withoutAttachment(block: TextBlock, leaveOut: (words: string) => void): TextBlock {
  const { form, lines } = block;
  const [only, ...more] = lines;
  const found = only === undefined || more.length > 0 || only.length > 300 || !form || form.kind === 'table' ? null : attachment.exec(only);
  if (!found || found.index === 0 || !form || form.kind === 'table' || !form.markdown[0]!.endsWith(found[0].trim())) return block;
  leaveOut(found[0].trim());
  return {
    ...block,
    lines: [only!.slice(0, found.index)],
    form: { ...form, markdown: [form.markdown[0]!.slice(0, -found[0].trim().length).trimEnd()] },
  };
}

/** The text of a page that is one plain text, with the line breaks that somebody typed; null for any other. */
function plainTextOf(body: Element): string | null {
  const texts = [...elementsIn(body)].filter(({ tagName }) => tagName === 'pre');
  return texts.length > 0 && texts.reduce((sum, text) => sum + lengthOf(text), 0) * 20 >= lengthOf(body) * 19
    ? texts.map(textIn).join('\n\n')
    : null;
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

/** Dashes at the end of a title that may part the name of a site from it. */
const mostParts = 12;

/**
 * The title of the page without the name of the site behind it: as much of it as the paper says in a line, else what stands before the
 * first dash.
 */
function titleOf(root: Element, blocks: readonly TextBlock[]): string {
  const head = root.childNodes.find((node): node is Element => isElementNode(node) && node.tagName === 'head');
  const title = head?.childNodes.find((node): node is Element => isElementNode(node) && node.tagName === 'title');
  const text = title
    ? title.childNodes
        .map((node) => (isTextNode(node) ? node.value : ''))
        .join('')
        .replace(/\s+/g, ' ')
        .trim()
    : '';
  const ends = [...[...text.matchAll(/\s+[|–—-]\s+/g)].map(({ index }) => index), text.length];
  const lines = new Set(blocks.flatMap((block) => (block.form?.kind === 'table' ? [] : block.lines.join(' '))));
  const said = ends.slice(-mostParts).findLast((end) => lines.has(text.slice(0, end)));
  return text.slice(0, said ?? ends[0]);
}
