import type { TextBlock } from '../paper/blocks.ts';
import { paragraphBlock } from '../paper/make-blocks.ts';
import type { TableRow } from '../paper/paper.ts';

/** A number alone: `1`, `2.1`, `(a)`, `iv.`. */
const numberAlone = /^\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)]*$/;

/**
 * Numbered paragraphs that were laid out as a table, the number in a column of its own, as paragraphs with their numbers. A table with a heading
 * row, or with more than numbers and text, is a table and stays.
 */
export function partNumberedRows(blocks: readonly TextBlock[]): readonly TextBlock[] {
  return blocks.flatMap((block) => {
    if (block.form?.kind !== 'table') return [block];
    const { rows } = block.form;
    return rows.every(isNumbered) && rows.some(({ cells }) => cells[0]!.text !== '') && hasSentences(rows) ? rows.flatMap((row, index) => paragraphsOf(row, index === 0 && block.afterPageBreak)) : [block];
  });
}

/** A number, or nothing where the paragraph above goes on, and text behind it. */
const isNumbered = ({ cells }: TableRow): boolean => cells.length === 2 && (cells[0]!.text === '' || numberAlone.test(cells[0]!.text)) && cells[1]!.text !== '' && !cells[1]!.isJoined && !cells[1]!.isRepeated;

/** Numbers beside names or figures are a list of something; beside sentences they count paragraphs. */
const hasSentences = (rows: readonly TableRow[]): boolean => rows.filter(({ cells }) => cells[1]!.text.split(' ').length >= 4).length * 2 >= rows.length;

function paragraphsOf({ cells: [number, text], isHeader }: TableRow, afterPageBreak: boolean): readonly TextBlock[] {
  const look = { strong: isHeader, size: 0, setOff: false };
  return text!.markdown.split('<br>').flatMap((line, index): readonly TextBlock[] => {
    const plain = line.replace(/\*\*|\\(?=[!-/:-@[-`{-~])/g, '');
    const mark = index === 0 && number!.text !== '' ? `${number!.text} ` : '';
    const block = paragraphBlock([{ text: plain }], { look, afterPageBreak: index === 0 && afterPageBreak });
    return block?.form ? [{ ...block, lines: [`${mark}${block.lines.join(' ')}`], form: { kind: 'paragraph', look, markdown: [`${mark}${line}`] } }] : [];
  });
}
