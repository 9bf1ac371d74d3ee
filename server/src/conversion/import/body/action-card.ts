import { actionFieldOf } from '../../../language/model/item-parts/fields.ts';
import type { ActionField } from '../../../language/model/vocabulary.ts';
import type { TableCell, TableRow } from '../paper/block-form.ts';

/** One action that a paper shows as a small table of labels and values. */
export interface ActionCard {
  /** "Action 1.1", as printed. */
  readonly label: string;
  /** In Markdown. */
  readonly action: string;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
}

/** The field that a label of an action stands for: "Action", "Action 1.1", "Lead officer:"; null for any other. */
export const actionLabelField = (label: string): ActionField | null =>
  actionFieldOf(label.replace(/\s*:$/, '')) ?? (/^action\s+[\w.]{1,6}:?$/i.test(label) ? 'action' : null);

/** An action in a table of its own: a label and its value beside it, once or twice in each row. Null for every other table. */
export function readActionCard(rows: readonly TableRow[]): ActionCard | null {
  const pairs: { readonly label: TableCell; readonly value: TableCell; readonly field: ActionField | null }[] = [];
  for (const row of rows) {
    const cells = row.cells.filter(({ isJoined }) => !isJoined);
    while (cells.length > 2 && cells.at(-1)!.text === '' && cells.at(-2)!.text === '') cells.length -= 2;
    if (cells.length === 0 || cells.length % 2 > 0) return null;
    for (let at = 0; at < cells.length; at += 2) {
      const [label, value, field] = [cells[at]!, cells[at + 1]!, actionLabelField(cells[at]!.text)];
      // A status that only the colour of its cell shows.
      pairs.push({
        label,
        value: field === 'status' && value.text === '' && value.colour ? { text: value.colour, markdown: value.colour } : value,
        field,
      });
    }
  }
  const known = pairs.map(({ field }) => field).filter((field) => field !== null);
  const isCard =
    rows.length >= 3 &&
    known.filter((field) => field === 'action').length === 1 &&
    (known.includes('owner') || known.includes('due')) &&
    known.length * 3 >= pairs.length * 2;
  // A heading row over a row of names is no label beside a value.
  if (!isCard || pairs.some(({ label, value }) => label.text === '' || label.text.length > 60 || actionLabelField(value.text) !== null))
    return null;
  const action = pairs.find(({ field }) => field === 'action')!;
  const inLine = ({ markdown }: TableCell): string => markdown.replaceAll('<br>', ' ');
  return {
    label: action.label.text.replace(/\s*:$/, ''),
    action: inLine(action.value),
    fields: pairs
      .filter((pair) => pair !== action)
      .map(({ label, value }) => ({ label: inLine(label).replaceAll('**', '').replace(/\s*:$/, ''), value: inLine(value) })),
  };
}
