import type { ActionItem } from '../../model/items.ts';
import type { Snapshot } from '../../snapshot.ts';
import { blockAt, startOf } from '../../syntax/layout.ts';
import type { Span, TextEdit } from '../../text/span.ts';
import type { Words } from '../../words.ts';
import { linesOf } from '../as-written/source-lines.ts';
import { tableAt, type Table } from '../as-written/tables.ts';
import type { Refactoring } from './offer.ts';

const orders = ['due', 'owner', 'label', 'status'] as const;
type Order = (typeof orders)[number];

/**
 * Puts the rows of a table of actions into an order. A line across the table that heads the rows below it stays, and they stay below it.
 */
export const sortTable: Refactoring = {
  id: 'sort-table',
  offers(snapshot, { start }) {
    const table = actionsAt(snapshot, start);
    return table
      ? orders
          .filter((order) => sorted(snapshot, table, order).length > 0)
          .map((order) => ({ title: titleOf(order, snapshot.words), choice: order }))
      : [];
  },
  // From the palette it may be asked for anywhere: where there is one table of actions only, that one is meant.
  edits(snapshot, { start }, choice) {
    const table = actionsAt(snapshot, start) ?? onlyActions(snapshot);
    return table && (orders as readonly string[]).includes(choice) ? sorted(snapshot, table, choice as Order) : [];
  },
};

function actionsAt({ view, model }: Snapshot, offset: number): Table | null {
  const index = blockAt(view.layout, offset);
  const table = model.syntax.blocks[index] ? tableAt(view, index) : null;
  return table?.header.use === 'actions' ? table : null;
}

function onlyActions({ view }: Snapshot): Table | null {
  const [only, ...others] = view.items('table').filter(({ item }) => item.use === 'actions');
  return only && others.length === 0 ? tableAt(view, only.index) : null;
}

function titleOf(order: Order, words: Words): string {
  switch (order) {
    case 'due':
      return words.say('Sort these actions by due date');
    case 'owner':
      return words.say('Sort these actions by owner');
    case 'label':
      return words.say('Sort these actions by label');
    case 'status':
      return words.say('Sort these actions by status');
  }
}

interface Row {
  readonly action: ActionItem | null;
  readonly line: string;
  readonly span: Span;
}

function sorted({ view, model }: Snapshot, table: Table, order: Order): readonly TextEdit[] {
  const rows = model.blocks.slice(table.first + 1, table.end).map(({ block, items }, i): Row => {
    const line = linesOf(block.text)[0]?.text ?? '';
    const start = startOf(view.layout, table.first + 1 + i);
    return {
      line,
      span: { start, end: start + line.length },
      action: items.find((item): item is ActionItem => item.kind === 'action') ?? null,
    };
  });
  const scale = model.context.statusScale.statuses.map(({ word }) => word);
  const keyOf = ({ action }: Row): string => (action ? keyIn(order, action, scale) : '');
  return groupsOf(rows).flatMap((group) => {
    const inOrder = group.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
    return group.flatMap(({ line, span }, i): readonly TextEdit[] =>
      line === inOrder[i]!.line ? [] : [{ span, newText: inOrder[i]!.line }],
    );
  });
}

/**
 * Rows between lines that are no actions, such as a heading across the table. An action that is struck through parts nothing, and comes
 * last.
 */
function groupsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups: Row[][] = [[]];
  for (const row of rows) {
    if (row.action || row.line.includes('~~')) groups.at(-1)!.push(row);
    else groups.push([]);
  }
  return groups;
}

/** What a row is sorted by; empty where it does not say, and then it comes last. */
function keyIn(order: Order, { due, fields, label, status }: ActionItem, scale: readonly string[]): string {
  switch (order) {
    case 'due':
      return due?.to ?? '';
    case 'owner':
      return fields.owner?.text ?? '';
    case 'label':
      return label?.key ?? '';
    case 'status':
      return status === null ? '' : String(scale.indexOf(status) < 0 ? scale.length : scale.indexOf(status));
  }
}

/** Made when it is first needed: it takes milliseconds, which would be added to every start of the server. */
let collator: Intl.Collator | undefined;
const compare = (a: string, b: string): number =>
  a === '' || b === '' ? Number(a === '') - Number(b === '') : (collator ??= new Intl.Collator('en-GB', { numeric: true })).compare(a, b);
