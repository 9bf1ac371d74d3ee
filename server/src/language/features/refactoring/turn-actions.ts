import type { TableItem } from '../../model/items.ts';
import { actionFieldOf, tellingFields } from '../../model/item-parts/fields.ts';
import { isRole, type DocumentView } from '../../model/view.ts';
import { blockEnd, inLineEndings } from '../../rules/insertion.ts';
import { freeLabels, usualPrefix } from '../../rules/labelling.ts';
import type { Snapshot } from '../../snapshot.ts';
import { blockAt, startOf } from '../../syntax/layout.ts';
import type { Span, TextEdit } from '../../text/span.ts';
import { linesOf } from '../as-written/source-lines.ts';
import { nextLabels } from '../as-written/next-label.ts';
import { cellTexts, rowOf } from '../as-written/table-cells.ts';
import { tableAt, type Table } from '../as-written/tables.ts';
import { cellOf, itemOf, readItem, readRow, type ActionSource } from './action-source.ts';
import type { Offer, Refactoring } from './offer.ts';

/** Turns actions from rows of a table into items of a list with fields, and back. What the table has no column for gets one. */
export const turnActions: Refactoring = {
  id: 'turn-actions',
  offers(snapshot, { start }) {
    const { words } = snapshot;
    const titles: Readonly<Record<Turn, string>> = {
      'row-to-item': words.say('Turn this row into an item with fields'),
      'rows-to-items': words.say('Turn every row of this table into an item with fields'),
      'item-to-row': words.say('Turn this item into a row of the table'),
      'list-to-table': words.say('Turn this list into a table of actions'),
    };
    return (Object.keys(turns) as Turn[]).flatMap((turn): readonly Offer[] =>
      turns[turn](snapshot, start).length > 0 ? [{ title: titles[turn], choice: turn }] : [],
    );
  },
  edits: (snapshot, { start }, choice) => (Object.hasOwn(turns, choice) ? turns[choice as Turn](snapshot, start) : []),
};

const turns = { 'row-to-item': rowToItem, 'rows-to-items': rowsToItems, 'item-to-row': itemToRow, 'list-to-table': listToTable } as const;
type Turn = keyof typeof turns;

/** The table of actions that an offset stands in, with the index of the block. */
function tableOfActions({ view }: Snapshot, offset: number): { readonly table: Table; readonly index: number } | null {
  const index = blockAt(view.layout, offset);
  const table = view.model.syntax.blocks[index] ? tableAt(view, index) : null;
  return table?.header.use === 'actions' ? { table, index } : null;
}

/** From the start of one block to the end of the text of another. */
const spanOfBlocks = ({ layout }: DocumentView, first: number, last: number): Span => ({
  start: startOf(layout, first),
  end: startOf(layout, last) + layout.syntax.blocks[last]!.text.trimEnd().length,
});

function rowToItem(snapshot: Snapshot, offset: number): readonly TextEdit[] {
  const found = tableOfActions(snapshot, offset);
  if (!found || found.index === found.table.first) return [];
  const {
    table: { header, first, end },
    index,
  } = found;
  if (end - first === 2) return rowsToItems(snapshot, offset);
  const { view } = snapshot;
  const item = itemAt(snapshot, index, header);
  if (item === null || !mayFollow(view, end)) return [];
  const own = spanOfBlocks(view, index, index);
  // The item stands behind the table, which goes on without the row.
  if (index === end - 1) return [{ span: own, newText: inLineEndings(view, `\n${item}`) }];
  return [{ span: { start: own.start, end: startOf(view.layout, index + 1) }, newText: '' }, blockEnd(view, end - 1, `\n${item}`)];
}

function rowsToItems(snapshot: Snapshot, offset: number): readonly TextEdit[] {
  const found = tableOfActions(snapshot, offset);
  if (!found) return [];
  const { header, first, end } = found.table;
  const items = Array.from({ length: end - first - 1 }, (_, i) => itemAt(snapshot, first + 1 + i, header));
  if (items.length === 0 || !items.every((item) => item !== null) || !mayFollow(snapshot.view, end)) return [];
  return [{ span: spanOfBlocks(snapshot.view, first, end - 1), newText: inLineEndings(snapshot.view, items.join('\n')) }];
}

/** The row as an item. Where neither the section nor a field would make an action of it, it asks for an owner. */
function itemAt({ model }: Snapshot, index: number, header: TableItem): string | null {
  const row = model.blocks[index]!;
  const source = readRow(row, header);
  if (!source) return null;
  const isAction =
    isRole(row.place.role, 'actions') || source.fields.some(({ name }) => tellingFields.some((field) => field === actionFieldOf(name)));
  return itemOf(isAction ? source : { ...source, fields: [{ name: 'Owner', text: '' }, ...source.fields] });
}

/** An indented line behind a list would become part of it. */
const mayFollow = ({ model }: DocumentView, index: number): boolean =>
  !/^[ \t]+\S/.test(model.syntax.blocks[index]?.text.replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, '') ?? '');

function itemToRow(snapshot: Snapshot, offset: number): readonly TextEdit[] {
  const { view, model } = snapshot;
  const index = blockAt(view.layout, offset);
  const item = model.blocks[index];
  const source = item?.block.kind === 'list-item' ? readItem(item) : null;
  const table = source && nearestTable(snapshot, index);
  if (!source || !table) return [];
  const { columns, cells } = fittedTo(columnsOf(table.header), [source]);
  const added = columns.length - table.header.columns.length;
  const row = rowOf(cells[0]!);
  const without = withoutItem(view, index);
  if (added === 0) return [blockEnd(view, table.end - 1, row), without].toSorted((a, b) => a.span.start - b.span.start);
  const before = columns[0]!.isNew ? 1 : 0;
  const lines = Array.from({ length: table.end - table.first }, (_, i) =>
    linesOf(model.syntax.blocks[table.first + i]!.text).filter(({ text }) => text.trim() !== ''),
  ).flat();
  const widened = lines.map(({ text }, i) => {
    const own = cellTexts(text);
    const fill = (column: Column): string => (i === 0 ? column.name : i === 1 ? '---' : '');
    const middle = Array.from({ length: table.header.columns.length }, (_, at) => own[at] ?? '');
    return rowOf([...columns.slice(0, before).map(fill), ...middle, ...columns.slice(before + middle.length).map(fill)]);
  });
  const edit = { span: spanOfBlocks(view, table.first, table.end - 1), newText: inLineEndings(view, [...widened, row].join('\n')) };
  return [edit, without].toSorted((a, b) => a.span.start - b.span.start);
}

/** The table of actions of the section that an item stands in: the last one before it, else the first one after it. */
function nearestTable({ view }: Snapshot, index: number): Table | null {
  const section = view.sectionAt(startOf(view.layout, index));
  const tables = view
    .items('table')
    .filter(
      ({ item, span }) =>
        item.use === 'actions' &&
        (!section || (section.span.start <= span.start && span.start < section.span.end)) &&
        view.sectionAt(span.start) === section,
    );
  const nearest = tables.findLast((table) => table.index < index) ?? tables[0];
  return nearest ? tableAt(view, nearest.index) : null;
}

/** Takes an item out of its list, and the blank line before or behind it that was there for its sake. */
function withoutItem(view: DocumentView, index: number): TextEdit {
  const start = startOf(view.layout, index);
  const { text } = view.layout.syntax.blocks[index]!;
  const own = text.trimEnd().length;
  const ending = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(own))?.[0].length ?? 0;
  return { span: { start, end: start + (isParted(view, start) ? text.length : own + ending) }, newText: '' };
}

function listToTable(snapshot: Snapshot, offset: number): readonly TextEdit[] {
  const { view, model, response } = snapshot;
  const { blocks } = model.syntax;
  const index = blockAt(view.layout, offset);
  const container = blocks[index]?.container;
  if (container?.type !== 'list') return [];
  const first = blocks.findIndex((block) => block.container === container);
  const last = blocks.findLastIndex((block) => block.container === container);
  const read = model.blocks.slice(first, last + 1).map(readItem);
  if (!read.every((source) => source !== null)) return [];
  const missing = read.filter(({ label }) => label === null).length;
  const written = view.items('label-definition').flatMap(({ item }) => (item.defines === 'action' ? [item.label] : []));
  const labels = [...(nextLabels(snapshot, written, missing) ?? freeLabels(usualPrefix('action', view, 'A'), missing, view, response))];
  const sources = read.map((source) => ({ ...source, label: source.label ?? labels.shift()! }));
  const { columns, cells } = fittedTo(
    [
      { name: 'Ref', field: 'ref' },
      { name: 'Action', field: 'action' },
      { name: 'Owner', field: 'owner' },
      { name: 'Due', field: 'due' },
    ],
    sources,
  );
  const table = [columns.map(({ name }) => name), columns.map(() => '---'), ...cells].map(rowOf).join('\n');
  const span = spanOfBlocks(view, first, last);
  // A table needs a blank line between it and a paragraph; a list does not.
  return [{ span, newText: inLineEndings(view, `${isParted(view, span.start) ? '' : '\n'}${table}`) }];
}

/** Whether a blank line, or nothing, comes before an offset. */
const isParted = (view: DocumentView, start: number): boolean =>
  start === 0 || /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(view.slice({ start: Math.max(0, start - 40), end: start }));

interface Column {
  readonly name: string;
  readonly field: string | null;
  readonly isNew?: boolean;
}

const columnsOf = ({ columns }: TableItem): readonly Column[] => columns.map(({ text, field }) => ({ name: text, field }));

/** The cells of actions under columns, with a column more for every field that there is none for. The column of labels comes first. */
function fittedTo(
  given: readonly Column[],
  actions: readonly ActionSource[],
): { readonly columns: readonly Column[]; readonly cells: readonly (readonly string[])[] } {
  const columns = [...given];
  if (actions.some(({ label }) => label !== null) && !columns.some(({ field }) => field === 'ref'))
    columns.unshift({ name: 'Ref', field: 'ref', isNew: true });
  const columnFor = (name: string): number => {
    const field = actionFieldOf(name);
    const same = columns.findIndex((column) => column.field !== 'action' && column.name.toLowerCase() === name.toLowerCase());
    const found = same >= 0 || field === 'action' ? same : columns.findIndex((column) => field !== null && column.field === field);
    return found >= 0 ? found : columns.push({ name: cellOf(name), field, isNew: true }) - 1;
  };
  const rows = actions.map(({ label, text, fields }) => {
    const cells = new Map<number, string>([[columns.findIndex(({ field }) => field === 'action'), cellOf(text)]]);
    if (label !== null)
      cells.set(
        columns.findIndex(({ field }) => field === 'ref'),
        label,
      );
    for (const { name, text: value } of fields) {
      const column = columnFor(name);
      cells.set(column, [cells.get(column), cellOf(value)].filter((part) => part !== undefined && part !== '').join('<br>'));
    }
    return cells;
  });
  return { columns, cells: rows.map((cells) => columns.map((_, index) => cells.get(index) ?? '')) };
}
