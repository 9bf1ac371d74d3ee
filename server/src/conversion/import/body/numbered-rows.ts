import type { TextBlock } from '../paper/blocks.ts';
import { paragraphBlock, withNumber } from '../paper/make-blocks.ts';
import { markerOf } from '../paper/markers.ts';
import { plainLook, type Look, type TableCell, type TableRow } from '../paper/block-form.ts';

/** A number alone: `1`, `2.1`, `(a)`, `iv.`. */
const numberAlone = /^\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)]*$/;
/** `R1`, `AFI 2`: the label of a recommendation, finding or action, which stands in bold before its words. `KS2` and `Q1` are none. */
const labelAlone = /^(R|REC|F|AFI|PA|A) ?(\d{1,2})[.)]?$/i;

/**
 * Numbered paragraphs that were laid out as a table, the number in a column of its own, as paragraphs with their numbers. A table with a
 * heading row, or with more than numbers and text, is a table and stays.
 */
export function partNumberedRows(blocks: readonly TextBlock[]): readonly TextBlock[] {
  return blocks.flatMap((block) => {
    if (block.form?.kind !== 'table') return [block];
    const { rows } = block.form;
    return rows.every(isNumbered) && isRunOfLabels(rows) && rows.some(({ cells }) => cells[0]!.text !== '') && hasSentences(rows)
      ? rows.flatMap((row, index) => paragraphsOf(row, index === 0 && block.afterPageBreak))
      : [block];
  });
}

/** “5 - 12”, the pages of a paper, and what stands over them. */
const pagesAlone = /^\d{1,4}(?:\s*[-–]\s*\d{1,4})?$/;
const pagesHead = /^pages?(?:\s*(?:nos?\.?|numbers?))?$/i;
const itemNumber = /^\d{1,3}\.?$/;

/**
 * Items of an agenda that were laid out as a table, number, subject and pages, as the headings that they are, each with its pages and what
 * is said of it. Only rows that count their items are such.
 */
export function partAgendaRows(blocks: readonly TextBlock[]): readonly TextBlock[] {
  let level = 1;
  return blocks.flatMap((block) => {
    if (block.form?.kind === 'heading') level = block.form.level;
    const items = block.form?.kind === 'table' ? agendaItems(block.form.rows) : null;
    return items === null
      ? [block]
      : items.flatMap(({ number, subject, pages }, index) => {
          const facts = { look: plainLook, afterPageBreak: index === 0 && block.afterPageBreak };
          const about =
            number === ''
              ? linesOfCell('', subject.markdown, plainLook, facts.afterPageBreak)
              : [paragraphBlock([{ text: `${number} ${subject.text}` }], { ...facts, heading: level + 1 })];
          return [...about, ...(pages === '' ? [] : linesOfCell('', pages, plainLook, false))].filter((one) => one !== null);
        });
  });
}

function agendaItems([head, ...rows]: readonly TableRow[]):
  | readonly { readonly number: string; readonly subject: TableCell; readonly pages: string }[]
  | null {
  const over = head?.cells[2]?.text ?? '';
  if (head?.cells.length !== 3 || head.cells.slice(0, 2).some(({ text }) => text !== '') || !pagesHead.test(over)) return null;
  const isItem = ({ cells }: TableRow): boolean =>
    cells.length === 3 &&
    (cells[0]!.text === '' || itemNumber.test(cells[0]!.text)) &&
    cells[1]!.text !== '' &&
    (cells[2]!.text === '' || pagesAlone.test(cells[2]!.text));
  const numbers = rows
    .map(({ cells }) => cells[0]!.text)
    .filter((text) => text !== '')
    .map(Number.parseFloat);
  if (numbers.length < 3 || !rows.every(isItem) || numbers.some((number, index) => index > 0 && number !== numbers[index - 1]! + 1))
    return null;
  return rows.map(({ cells: [number, subject, pages] }) => ({
    number: number!.text,
    subject: subject!,
    pages: pages!.text === '' ? '' : `${over} ${pages!.text}`,
  }));
}

/** "2.1" or "3." alone. A bare figure or letter may be anything. */
const paragraphNumber = /^(?:\d{1,3}(?:\.\d{1,3}){1,3}|\d{1,3}[.)]|\([a-z]\))$/;

/**
 * Paragraphs whose numbers stand beside them as paragraphs of their own, as a page has them that lays both out in columns, with their
 * numbers. One such pair tells nothing.
 */
export function joinLoneNumbers(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const isPair = (index: number): boolean => {
    const [number, text] = [blocks[index], blocks[index + 1]];
    return (
      number?.form?.kind === 'paragraph' &&
      text?.form?.kind === 'paragraph' &&
      number.lines.length === 1 &&
      paragraphNumber.test(number.lines[0]!.trim()) &&
      text.lines[0]!.split(' ').length >= 3 &&
      markerOf(text.lines[0]!) === null
    );
  };
  const pairs = blocks.flatMap((_, index) => (isPair(index) ? [index] : []));
  if (pairs.length < 2) return blocks;
  const numbers = new Set(pairs);
  return blocks.flatMap((block, index) =>
    numbers.has(index) ? [] : numbers.has(index - 1) ? [withNumber(block, blocks[index - 1]!.lines[0]!.trim()) ?? block] : [block],
  );
}

/** A number, or nothing where the paragraph above goes on, and text behind it. */
const isNumbered = ({ cells }: TableRow): boolean =>
  cells.length === 2 &&
  (cells[0]!.text === '' || numberAlone.test(cells[0]!.text) || labelAlone.test(cells[0]!.text)) &&
  cells[1]!.text !== '' &&
  !cells[1]!.isJoined &&
  !cells[1]!.isRepeated;

/** Whether labels, where there are any, count from 1 on. */
function isRunOfLabels(rows: readonly TableRow[]): boolean {
  const marks = rows.map(({ cells }) => cells[0]!.text).filter((text) => text !== '');
  const labels = marks.map((text) => labelAlone.exec(text));
  return (
    labels.every((label) => label === null) ||
    labels.every((label, index) => label !== null && label[1] === labels[0]![1] && Number(label[2]) === index + 1)
  );
}

/** Numbers beside names or figures are a list of something; beside sentences they count paragraphs. */
const hasSentences = (rows: readonly TableRow[]): boolean =>
  rows.filter(({ cells }) => cells[1]!.text.split(' ').length >= 4).length * 2 >= rows.length;

function paragraphsOf({ cells: [number, text], isHeader }: TableRow, afterPageBreak: boolean): readonly TextBlock[] {
  const mark = number!.text === '' ? '' : `${number!.text} `;
  return linesOfCell(mark, text!.markdown, { ...plainLook, strong: isHeader }, afterPageBreak);
}

/** The lines of a cell as paragraphs, a number or label before the first. */
function linesOfCell(number: string, markdown: string, look: Look, afterPageBreak: boolean): readonly TextBlock[] {
  return markdown.split('<br>').flatMap((line, index): readonly TextBlock[] => {
    const plain = line.replace(/\*\*|\\(?=[!-/:-@[-`{-~])/g, '');
    const mark = index === 0 ? number : '';
    const written = labelAlone.test(mark.trim()) ? `**${mark.trim()}** ` : mark;
    const block = paragraphBlock([{ text: plain }], { look, afterPageBreak: index === 0 && afterPageBreak });
    return block?.form
      ? [{ ...block, lines: [`${mark}${block.lines.join(' ')}`], form: { kind: 'paragraph', look, markdown: [`${written}${line}`] } }]
      : [];
  });
}
