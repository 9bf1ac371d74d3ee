import type { TableCell } from 'mdast';
import type { BlockModel } from '../../model/document.ts';
import type { TableItem } from '../../model/items.ts';
import { cellOf } from '../block-spans.ts';
import { blockRule } from '../rule.ts';

type Message = 'noHeader' | 'emptyCell';

export default blockRule<Message>({
  name: 'accessibility/table-header',
  summary: 'A table has no words at the head of a column.',
  why: `A screen reader says the head of the column before each cell. Where the head is empty, “31 July” is a date of nothing. The first column may go without,
where its cells are the names of the rows, and so may the further columns of a heading that spans several, where a second row names each. So may a
table of two columns without any head: a form (“Contact officer:”) or a key (“AB | Ada Brown, Head of Assessment”), whose first column names its rows; and a list of people with their
addresses or telephone numbers. Several empty heads in one table are reported once.`,
  sources: [
    {
      title: 'Web Content Accessibility Guidelines 2.2, success criterion 1.3.1 Info and Relationships',
      url: 'https://www.w3.org/TR/WCAG22/#info-and-relationships',
      certainty: 'to confirm',
    },
  ],
  severity: 'error',
  messages: {
    noHeader: 'The first row of this table is empty. Say in it what each column holds.',
    emptyCell: 'This column has no heading. Say what it holds.',
  },
  examples: {
    valid: [
      { title: 'Each column has its heading', text: '| Meeting | Date |\n| --- | --- |\n| Board | 3 June 2026 |\n' },
      { title: 'Names of rows in the first column', text: '| | 2025 | 2026 |\n| --- | --- | --- |\n| Visits on time | 61% | 84% |\n' },
      {
        title: 'A form, whose labels are the names of its rows',
        text: '| | |\n| --- | --- |\n| Contact officer: | Ada Marlow |\n| Appendices: | None |\n',
      },
      {
        title: 'Initials and the people that they stand for',
        text: '| | |\n| --- | --- |\n| AM | Ada Marlow, Head of Assessment |\n| BT | Ben Tull, Head of Practice |\n',
      },
      {
        title: 'People and how to reach them',
        text: '| | | |\n| --- | --- | --- |\n| Ada Marlow | Head of Assessment | ada.marlow@northmere.example |\n',
      },
      {
        title: 'One heading over several columns, which a second row names',
        text: '| | Autumn | | Spring |\n| --- | --- | --- | --- |\n| | Northmere | Seaborne | |\n| Visits on time | 61% | 84% | 90% |\n',
      },
    ],
    invalid: [
      {
        title: 'An empty first row',
        text: `|  |  |  |
^^^^^^^^^^
| --- | --- | --- |
| Board | 3 June 2026 | County Hall |
`,
      },
      {
        title: 'One heading is missing',
        text: `| Meeting |  | Place |
           ^^
| --- | --- | --- |
| Board | 3 June 2026 | County Hall |
`,
      },
    ],
  },
  // In an inspectorate's letter the tables are the inspectorate's.
  types: ['committee-report', 'action-plan', 'minutes', 'agenda'],
  waitsForCursor: true,
  needs: ['table'],
  readsNext: true,
  *check({ items, text, next }) {
    for (const { columns } of items('table')) {
      if (columns.length === 0 || isForm(columns, next) || isListOfPeople(columns, next)) continue;
      if (isEmpty(columns)) {
        const length = text.search(/[\r\n]/);
        const line = length < 0 ? text : text.slice(0, length);
        yield { message: 'noHeader', span: { start: line.length - line.trimStart().length, end: Math.max(1, line.trimEnd().length) } };
        continue;
      }
      const below = filledCells(next);
      const empty = columns.find((column, at) => at > 0 && column.text.trim() === '' && !continuesHeading(columns, at, below));
      if (empty) yield { message: 'emptyCell', span: cellOf(text, empty.span) };
    }
  },
});

const isEmpty = (columns: TableItem['columns']): boolean => columns.every(({ text }) => text.trim() === '');

/** A list of people with an address or a telephone number: each cell says itself what it is. */
const isListOfPeople = (columns: TableItem['columns'], row: BlockModel | null): boolean =>
  isEmpty(columns) && /\S@\S+\.\S|\b0\d{2,4}[ )]\s?\d{3}/.test(row?.block.kind === 'table-row' ? row.block.text : '');

/** Two columns, “Contact officer: | Ada Marlow”, “AM | Ada Marlow”: the first says what its row is, and is read out with it. */
function isForm(columns: TableItem['columns'], row: BlockModel | null): boolean {
  if (columns.length !== 2) return false;
  if (isEmpty(columns)) return true;
  const node = row?.block.nodes[0];
  const first =
    columns[0]!.text.trim() !== '' ? columns[0]!.text : node?.type === 'tableRow' ? textIn(row!.block.text, node.children[0]) : '';
  return /[:?]\*{0,2}$/.test(first.trim());
}

const textIn = (source: string, cell: TableCell | undefined): string => {
  const [first, last] = [cell?.children[0], cell?.children.at(-1)];
  return first && last ? source.slice(first.position!.start.offset, last.position!.end.offset) : '';
};

/** Which cells of a row hold something; none where the block is no row. */
function filledCells(row: BlockModel | null): readonly boolean[] {
  const node = row?.block.nodes[0];
  return node?.type === 'tableRow' ? node.children.map(({ children }) => children.length > 0) : [];
}

/**
 * Whether an empty head goes on with the heading to its left, which spans several columns: a second row, itself without a name, names each.
 */
const continuesHeading = (columns: TableItem['columns'], at: number, below: readonly boolean[]): boolean =>
  below[0] === false && below[at] === true && columns.slice(1, at).some(({ text }) => text.trim() !== '');
