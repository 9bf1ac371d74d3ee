import type { AlignType } from 'mdast';
import type { Block } from '../../syntax/syntax.ts';
import { displayWidth } from './display-width.ts';
import { cellTexts, trimmed } from '../as-written/table-cells.ts';
import { linesOf, type SourceLine } from '../as-written/source-lines.ts';

/** Widest that a column is made, in characters: a longer cell goes on beyond its column, and the other rows stay readable. */
const widestColumn = 40;

/** The texts of the rows of a table with their cells under each other; null where its lines are not what they seem. */
export function formatTable(rows: readonly Block[]): readonly (readonly SourceLine[])[] | null {
  const [header] = rows;
  if (header?.container?.type !== 'table') return null;
  const { align } = header.container;
  const sources = rows.map((row) => ({ lines: linesOf(row.text), at: (row.nodes[0]?.position?.start.line ?? 1) - 1 }));
  const cells = sources.map(({ lines, at }) => cellTexts(lines[at]?.text ?? ''));
  if (
    !sources.every(({ lines, at }, i) =>
      lines.every(({ text }, line) => line === at || (i === 0 && line === at + 1) || trimmed(text) === ''),
    )
  )
    return null;
  const widths = align.map((_, column) =>
    Math.max(3, ...cells.map((row) => displayWidth(row[column] ?? '')).filter((width) => width <= widestColumn)),
  );
  return sources.map(({ lines, at }, i) =>
    lines.map((line, number) => {
      if (number === at) return { ...line, text: padded(cells[i]!, align, widths) };
      return i === 0 && number === at + 1 ? { ...line, text: delimiters(align, widths) } : line;
    }),
  );
}

function padded(cells: readonly string[], align: readonly AlignType[], widths: readonly number[]): string {
  const filled = widths.map((width, column) => pad(cells[column] ?? '', width, align[column] ?? null));
  return `| ${[...filled, ...cells.slice(widths.length)].join(' | ')} |`;
}

function pad(text: string, width: number, align: AlignType): string {
  const room = Math.max(0, width - displayWidth(text));
  const before = align === 'right' ? room : align === 'center' ? Math.floor(room / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(room - before);
}

const delimiters = (align: readonly AlignType[], widths: readonly number[]): string =>
  `| ${widths
    .map((width, column) => {
      const [left, right] = [
        align[column] === 'left' || align[column] === 'center',
        align[column] === 'right' || align[column] === 'center',
      ];
      return `${left ? ':' : '-'}${'-'.repeat(width - 2)}${right ? ':' : '-'}`;
    })
    .join(' | ')} |`;
