import { builtInHouseStyles, genericHouseStyle } from '../../language/house-styles/index.ts';
import { readHtml } from './html/html.ts';
import { importFragment } from './import-paper.ts';
import type { Paper } from './paper/paper.ts';

/** Where the words go: what stands on the line before and behind them, and the line above. */
export interface PastePlace {
  readonly before: string;
  readonly after: string;
  readonly above: string;
}

const nowhere: PastePlace = { before: '', after: '', above: '' };

/** Editors put their text on the clipboard as HTML too, coloured line by line: that is plain text. */
const fromEditor = /font-family:[^;"]*(?:monospace|consolas|menlo|courier new)[^;"]*;[^"]*white-space:\s*pre/i;

/**
 * Rich text from the clipboard (Word, Outlook, a web page) as Markdown with the dialect's headings, so that it fits where it is put: words
 * go into a sentence, anything goes into one line in a cell, rows go under the rows of a table, and what begins a block begins a line. Null
 * where it holds no heading, list, table, link or emphasis, so that plain text serves as well, and where it holds a table and would go into
 * a cell.
 */
export function pastedMarkdown(html: string, place: PastePlace = nowhere): string | null {
  if (fromEditor.test(html)) return null;
  const paper = withoutFrame(readHtml(html));
  const isInCell = isRow(place.before);
  if (!isRich(paper) && !(isInCell && paper.blocks.length > 1)) return null;
  const markdown = importFragment(paper, [...builtInHouseStyles.values()], genericHouseStyle).trimEnd();
  if (markdown === '') return null;
  if (isInCell) return paper.blocks.some(({ form }) => form?.kind === 'table') ? null : inOneLine(markdown);
  return fitted(markdown, place);
}

const isRich = ({ blocks }: Paper): boolean =>
  blocks.some(
    ({ form }) =>
      form !== undefined &&
      (form.kind !== 'paragraph' ||
        form.quoted ||
        form.markdown.some((line, index, lines) => (lines.length > 1 && index > 0) || /\*|\]\(/.test(line))),
  );

/** A single cell that was copied from a spreadsheet is the words in it. */
function withoutFrame(paper: Paper): Paper {
  const [only] = paper.blocks;
  if (paper.blocks.length !== 1 || only?.form?.kind !== 'table' || only.form.rows.length !== 1 || only.form.rows[0]!.cells.length !== 1)
    return paper;
  const [cell] = only.form.rows[0]!.cells;
  return {
    ...paper,
    blocks: [{ ...only, form: { kind: 'paragraph', look: { strong: false, size: 0, setOff: false }, markdown: [cell!.markdown] } }],
  };
}

const isRow = (line: string): boolean => /^\s*\|/.test(line);
const listMarker = /^\s*(?:[-*+]|\d+[.)])\s+/;
const blockMarker = /^(?:#{1,6}\s+|>\s?|\|)/;
const beginsBlock = (line: string): boolean => listMarker.test(line) || blockMarker.test(line);

/** Everything in a line, as a cell of a table wants it. */
function inOneLine(markdown: string): string {
  const parts = markdown.split(/\n{2,}|\n(?=\s*(?:[-*+]|\d+[.)])\s)/).map((part) =>
    part
      .replace(/^#{1,6}\s+/, '')
      .replace(/\s*\n\s*/g, ' ')
      .trim(),
  );
  return parts.join('<br>').replace(/(?<!\\)\|/g, '\\|');
}

function fitted(markdown: string, { before, after, above }: PastePlace): string {
  const lines = markdown.split('\n');
  const isTable = lines.every(isRow);
  if (isTable && before.trim() === '' && isRow(above))
    return `${[...(/^[\s|]*$/.test(lines[0]!) ? [] : [lines[0]!]), ...lines.slice(2)].join('\n')}\n`;
  // An item or heading that somebody has begun already has its mark.
  const marker = /^\s*(?:[-*+]|\d+[.)]|#{1,6}|>)\s+$/.test(before)
    ? (listMarker.exec(lines[0]!) ?? blockMarker.exec(lines[0]!))?.[0]
    : undefined;
  const text = marker !== undefined && marker !== '|' ? markdown.slice(marker.length) : markdown;
  return `${spaceBefore(text, before, above)}${text}${spaceAfter(text, after)}`;
}

function spaceBefore(text: string, before: string, above: string): string {
  const [first] = text.split('\n') as [string];
  if (!beginsBlock(first)) return '';
  if (before.trim() !== '') return '\n\n';
  return above.trim() === '' || (listMarker.test(first) && listMarker.test(above)) ? '' : '\n';
}

/** Words end where they end; behind anything else a new line begins. */
function spaceAfter(text: string, after: string): string {
  const last = text.slice(text.lastIndexOf('\n\n') + 1).trimStart();
  if (after.trim() !== '') return beginsBlock(last) ? '\n\n' : '';
  return text.includes('\n') || beginsBlock(last) ? '\n' : '';
}
