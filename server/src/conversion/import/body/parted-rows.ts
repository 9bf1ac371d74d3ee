import type { ActionField } from '../../../language/model/vocabulary.ts';
import type { TableCell, TableRow } from '../paper/block-form.ts';
import { plainOfMarkdown } from '../paper/inline-markdown.ts';

type Field = ActionField | null;

/** What one cell says of all actions of its row, or a joined one of each of its rows: who, when and how far. */
export const isOfAll = (field: Field): boolean => field === 'owner' || field === 'due' || field === 'status' || field === 'addresses';
const marker = /^(?:•|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})*)[.)])\s+(?=\S)/;

const linesOf = ({ markdown }: TableCell): readonly string[] => markdown.split('<br>');

export interface PartedRow {
  readonly rows: readonly TableRow[];
  /** Letters and numbers that told which owner does which action. */
  readonly left: readonly string[];
}

/**
 * A row of a plan that holds several actions, “a) … b) …”, and beside them as many owners: a row for each. What a cell says once of who,
 * when and how far is said in each row, other words in the first. Null for any other row.
 */
export function partedRow(row: TableRow, fields: readonly Field[]): PartedRow | null {
  const [action, owner] = [fields.indexOf('action'), fields.indexOf('owner')];
  if (action < 0 || owner < 0 || row.cells.some(({ isRepeated, isJoined }) => isRepeated && !isJoined)) return null;
  const actions = linesOf(row.cells[action]!);
  const count = actions.length;
  if (count < 2 || linesOf(row.cells[owner]!).length !== count || !actions.every((line) => marker.test(line))) return null;
  const left: string[] = [];
  const rows = actions.map((_, at): TableRow => ({
    ...row,
    cells: row.cells.map((cell, column): TableCell => {
      const own = linesOf(cell);
      // Its letter or number stands before each action, and is not needed with what is said of it.
      if (own.length === count && (column === action || isOfAll(fields[column]!) || own.every((line) => marker.test(line)))) {
        const line = own[at]!;
        const mark = column === action ? (line.startsWith('• ') ? '• ' : '') : (marker.exec(line)?.[0] ?? '');
        left.push(mark);
        return lineCell(line.slice(mark.length));
      }
      return at === 0 || isOfAll(fields[column]!) ? cell : { text: '', markdown: '' };
    }),
  }));
  return { rows, left };
}

const lineCell = (markdown: string): TableCell => ({ text: plainOfMarkdown(markdown), markdown });
