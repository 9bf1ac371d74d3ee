import { isTitleLike } from '../body/headings.ts';
import { namesColumns } from '../body/formed-blocks.ts';
import type { TableCell, TableRow } from '../paper/block-form.ts';
import type { TextBlock } from '../paper/blocks.ts';
import { paragraphBlock, tableBlock } from '../paper/make-blocks.ts';
import type { KnownNames } from './known-names.ts';

/** A number alone in the column before a paragraph: `1.`, `(i)`, `2.1`. */
const numberAlone = /^\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]+$/;
/** Fewest rows that are nothing but the name of a section. */
const fewestSections = 2;

/**
 * A report that is laid out as a table, the name of each section in a row of its own and the number of each paragraph beside it, as the
 * headings and paragraphs that it shows. Rows before the first section are a header form and stay a table. Any other table stays whole.
 */
export function partSectionRows(blocks: readonly TextBlock[], names: KnownNames): readonly TextBlock[] {
  return blocks.flatMap((block) => {
    if (block.form?.kind !== 'table') return [block];
    const { rows } = block.form;
    const first = rows.findIndex((row) => isSectionRow(row, names));
    // A section that nobody knows by name stands over it as well.
    const start = first < 0 ? -1 : rows.slice(0, first).findLastIndex((row) => across(row) === null) + 1;
    const body = start < 0 ? [] : rows.slice(start);
    if (
      body.filter((row) => isSectionRow(row, names)).length < fewestSections ||
      rows.some(namesColumns) ||
      !body.every((row) => across(row) !== null || numbered(row) !== null)
    )
      return [block];
    const form = start === 0 ? null : tableBlock(rows.slice(0, start), block.afterPageBreak);
    return [...(form ? [form] : []), ...body.flatMap((row) => blocksOf(row, names))];
  });
}

/**
 * Sections that a header form holds, each in a cell over the whole width with its name in the first line, as the headings and paragraphs
 * that they are.
 */
export function partSectionCells(blocks: readonly TextBlock[], names: KnownNames): readonly TextBlock[] {
  return blocks.flatMap((block) => {
    if (
      block.form?.kind !== 'table' ||
      block.form.rows.some(namesColumns) ||
      block.form.rows.filter((row) => isSectionCell(row, names)).length < fewestSections
    )
      return [block];
    const parted: TextBlock[] = [];
    let waiting: TableRow[] = [];
    const close = (): void => {
      const table = tableBlock(waiting, parted.length === 0 && block.afterPageBreak);
      if (table) parted.push(table);
      waiting = [];
    };
    for (const row of block.form.rows) {
      if (!isSectionCell(row, names)) {
        waiting.push(row);
        continue;
      }
      close();
      const cell = across(row)!;
      parted.push(
        ...cell.lines!.flatMap((text) => {
          const isName = namesSection(text, names);
          return (
            paragraphBlock([{ text: text.replace(/^• /, ''), strong: isName }], {
              list: text.startsWith('• ') ? { depth: 0, marker: null } : null,
              look: { strong: isName, size: 0, setOff: false },
            }) ?? []
          );
        }),
      );
    }
    close();
    return parted;
  });
}

const namesSection = (text: string, names: KnownNames): boolean =>
  text.length <= 120 && names.section(text) !== null && names.isWholeName(text);

const isSectionCell = (row: TableRow, names: KnownNames): boolean => {
  const lines = across(row)?.lines;
  return lines !== undefined && lines.length > 1 && namesSection(lines[0]!, names);
};

/** The cell that is the whole row. */
function across({ cells }: TableRow): TableCell | null {
  const filled = cells.filter(({ text }) => text !== '');
  return filled.length === 1 &&
    !numberAlone.test(filled[0]!.text) &&
    cells[0]!.text !== '' &&
    cells.slice(1).every(({ isJoined, text }) => isJoined === true || text === '')
    ? filled[0]!
    : null;
}

const isSectionRow = (row: TableRow, names: KnownNames): boolean => {
  const text = across(row)?.text;
  return text !== undefined && namesSection(text, names);
};

/** A number and the paragraph that it counts, or a paragraph that stands where those do. */
function numbered({ cells }: TableRow): { readonly number: string; readonly text: TableCell } | null {
  const [first, second, ...more] = cells.filter(({ text }) => text !== '');
  if (!first || more.length > 0) return null;
  if (second) return numberAlone.test(first.text) ? { number: first.text, text: second } : null;
  return { number: '', text: first };
}

function blocksOf(row: TableRow, names: KnownNames): readonly TextBlock[] {
  const whole = across(row);
  const { number, text } = whole ? { number: '', text: whole } : numbered(row)!;
  const isHeading = whole !== null && (isSectionRow(row, names) || isTitleLike(whole.text.replace(/:$/, '')));
  const look = { strong: isHeading, size: 0, setOff: false };
  return text.markdown.split('<br>').flatMap((line, index): readonly TextBlock[] => {
    const words = text.lines?.[index] ?? text.text;
    const mark = index === 0 && number !== '' ? `${number} ` : '';
    const block = paragraphBlock([{ text: words }], { look });
    return block?.form
      ? [
          {
            ...block,
            lines: [`${mark}${block.lines.join(' ')}`],
            form: { kind: 'paragraph', look, markdown: [`${mark}${isHeading ? `**${line.replaceAll('**', '')}**` : line}`] },
          },
        ]
      : [];
  });
}
