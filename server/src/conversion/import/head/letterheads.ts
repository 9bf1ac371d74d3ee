import type { TextBlock } from '../paper/blocks.ts';
import { isOrganisation } from '../body/headings.ts';
import type { KnownNames } from './known-names.ts';
import { paragraphBlock } from '../paper/make-blocks.ts';
import type { TableRow } from '../paper/block-form.ts';

/** Blocks at the head of a paper among which its letterhead stands, and the most rows and the longest line of one. */
const [headBlocks, mostRows, longestLine] = [3, 8, 60];

/** A letterhead whose addresses stand beside each other in a table, as paragraphs: each of its columns is one, line by line. */
export function partLetterhead(blocks: readonly TextBlock[], names: KnownNames): readonly TextBlock[] {
  return blocks.flatMap((block, index) => {
    if (index >= headBlocks || block.form?.kind !== 'table' || !isLetterhead(block.form.rows, names)) return [block];
    const { rows } = block.form;
    return rows[0]!.cells.flatMap((_, column) => {
      const lines = rows.flatMap(({ cells }) => linesOf(cells[column])).filter((line) => line !== '');
      return paragraphBlock([{ text: lines.join('\n') }], { afterPageBreak: column === 0 && block.afterPageBreak }) ?? [];
    });
  });
}

const linesOf = (cell: TableRow['cells'][number] | undefined): readonly string[] => cell?.lines ?? [cell?.text ?? ''];

/** Names and addresses beside each other, the name of an organisation first, and nothing that is a label of a form. */
function isLetterhead(rows: readonly TableRow[], names: KnownNames): boolean {
  const [first] = rows;
  if (!first || first.cells.length < 2 || rows.length > mostRows) return false;
  const lines = rows.flatMap(({ cells }) => cells.flatMap(linesOf)).filter((line) => line !== '');
  const heads = first.cells.map((cell) => linesOf(cell)[0]!);
  return (
    lines.length >= 4 &&
    heads.filter((line) => line !== '').length >= 2 &&
    heads.some(isOrganisation) &&
    lines.every((line) => line.length <= longestLine && !/[.;:?]$/.test(line) && names.key(line) === null)
  );
}
