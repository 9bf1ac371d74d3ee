import type { StatusScale } from '../../../language/house-styles/house-style.ts';
import { dayInWords } from '../../../language/model/dates/date-words.ts';
import { readDate } from '../../../language/model/dates/due.ts';
import { readStatus } from '../../../language/model/item-parts/read-status.ts';
import type { DocumentView } from '../../../language/model/view.ts';
import { actionColumnOf } from '../../../language/model/item-parts/fields.ts';
import type { ActionField } from '../../../language/model/vocabulary.ts';
import { writeField } from '../../../language/rules/action-places.ts';
import { inLineEndings } from '../../../language/rules/insertion.ts';
import { applyEdits, type TextEdit } from '../../../language/text/span.ts';
import { textOfValue, trackerHeadings, trackerMark, trackerRows, trackerSheets, type TrackerRow } from '../../tracker.ts';
import { addColumns, type Homeless } from './add-columns.ts';
import { CannotImport } from '../cannot-import.ts';
import { escapeWords } from '../paper/inline-markdown.ts';
import { namesColumns } from '../body/formed-blocks.ts';
import { tableCell } from '../paper/make-blocks.ts';
import { folded, matchRows, sameWords, type RowValues } from './tracker-rows.ts';
import { readWorkbook, type ReadWorkbook } from '../excel/workbook.ts';

/** A cell that an owner changed. */
export interface TrackerChange {
  /** The action: its label, or its first words. */
  readonly action: string;
  readonly field: ActionField;
  readonly before: string;
  readonly after: string;
}

/** A cell that an owner changed, and the plan has come to say something else of since. */
export interface TrackerConflict extends TrackerChange {
  readonly plan: string;
}

export interface TrackerBack {
  readonly changes: readonly TrackerChange[];
  readonly conflicts: readonly TrackerConflict[];
  /** Rows that owners added, by the label or the first words of each. */
  readonly added: readonly string[];
  /** What has no place in the plan: sentences for the officer. */
  readonly notes: readonly string[];
  /** What makes the chosen changes in the plan. */
  readonly edits: readonly TextEdit[];
  /** The plan with the chosen changes made. */
  readonly text: string;
}

/** What of a tracker is to be taken: a changed cell or, without a field, a new row. */
export const trackerKey = (action: string, field: ActionField | null): string => `${field ?? 'row'} ${action}`;

/** Fields that tell which action a row is of; they are never changed from a workbook. */
const fixed: ReadonlySet<ActionField> = new Set(['ref', 'addresses']);

/**
 * Takes what owners filled into a tracker back into its plan: a cell is an edit where it differs from what was exported and the plan still
 * says what was exported; where the plan has changed too, it is a conflict and the plan stays as it is. `chosen` holds the keys of what
 * somebody chose of these and of the new rows ({@link trackerKey}); without it all changes are made, and nothing else. Throws {@link
 * CannotImport}.
 */
export async function trackerBack(
  bytes: Uint8Array,
  view: DocumentView,
  planTitle: string | null,
  chosen: ReadonlySet<string> | null = null,
): Promise<TrackerBack> {
  const workbook = await readWorkbook(bytes);
  const { columns, rows, others } = actionsOf(workbook);
  const exported = exportedOf(workbook);
  const inPlan = trackerRows(view);
  const { statusScale } = view.model.context;
  const changes: TrackerChange[] = [];
  const edits: TextEdit[] = [];
  const homeless: Homeless[] = [];
  const conflicts: TrackerConflict[] = [];
  const added: string[] = [];
  const notes: string[] = exported
    ? []
    : ['The workbook does not hold what was exported, so that every difference from the plan was taken for a change by its owner.'];
  if (others.length > 0)
    notes.push(
      `The plan has no place for what stands in ${others.length === 1 ? 'the column' : 'the columns'} ${others.map((heading) => `“${heading}”`).join(', ')}; it was left out.`,
    );
  const plan = columns.findIndex(({ heading }) => heading === 'Plan');
  const valuesOf = (row: readonly string[]): RowValues =>
    new Map(columns.flatMap(({ field }, column) => (field === null ? [] : [[field, asExported(field, row[column] ?? '')] as const])));
  const matched = matchRows(
    rows.flatMap(({ cells, ...at }) =>
      plan >= 0 && planTitle !== null && cells[plan] !== '' && !sameWords(cells[plan] ?? '', planTitle)
        ? []
        : [{ values: valuesOf(cells), ...at }],
    ),
    exported,
    inPlan,
  );
  notes.push(...matched.notes);
  for (const { name, values, own, base, isNew } of matched.rows) {
    if (isNew && !own) {
      added.push(name);
      if (!chosen?.has(trackerKey(name, null))) continue;
      const placed = newAction(view, inPlan, new Map([...values].filter(([, value]) => folded(value) !== '')));
      edits.push(placed.edit);
      if (placed.left.length > 0)
        notes.push(
          `The table has no column ${placed.left.map((field) => `“${trackerHeadings[field]}”`).join(', ')} for the new row ${name}.`,
        );
    }
    if (!own) continue;
    for (const [field, value] of values) {
      if (fixed.has(field)) continue;
      const now = textOfValue(own.values[field]);
      const before = base ? (base.get(field) ?? '') : now;
      const after = field === 'status' ? inScale(value, statusScale) : value;
      // "Red" and "red" are one status.
      const isSame = (one: string, other: string) =>
        sameWords(one, other) ||
        (field === 'status' && sameWords(inScale(one, statusScale).toLowerCase(), inScale(other, statusScale).toLowerCase()));
      if (isSame(after, before) || isSame(after, now) || (!base && after === '')) continue;
      const change = { action: name, field, before, after };
      const isConflict = !sameWords(now, before);
      if (isConflict) conflicts.push({ ...change, plan: now });
      else changes.push(change);
      if (chosen ? !chosen.has(trackerKey(name, field)) : isConflict) continue;
      const newText = written(after, own);
      const edit = writeField(view, own.action, field, trackerHeadings[field], newText);
      if (edit) edits.push(edit);
      else homeless.push({ at: own.action.span.start, heading: trackerHeadings[field], value: newText });
    }
  }
  const lacking = [...new Set(homeless.map(({ heading }) => `“${heading}”`))];
  if (lacking.length > 0)
    notes.push(`The plan’s table has no column ${lacking.join(', ')}; it gets ${lacking.length === 1 ? 'one' : 'them'}.`);
  const inOrder = <T extends TrackerChange>(list: readonly T[]) =>
    list.toSorted((a, b) => a.action.localeCompare(b.action, 'en', { numeric: true }));
  const all = joinedAtPlaces([...edits, ...addColumns(view.text, homeless)]);
  return { changes: inOrder(changes), conflicts: inOrder(conflicts), added, notes, edits: all, text: applyEdits(view.text, all) };
}

/** Several new rows, or a new column and a new row, begin at one place: one edit for each place. */
function joinedAtPlaces(edits: readonly TextEdit[]): readonly TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of edits.toSorted(
    (a, b) => a.span.start - b.span.start || Number(a.newText.startsWith('\n')) - Number(b.newText.startsWith('\n')),
  )) {
    const before = joined.at(-1);
    if (before && before.span.start === edit.span.start && before.span.end === edit.span.end)
      joined[joined.length - 1] = { ...before, newText: before.newText + edit.newText };
    else joined.push(edit);
  }
  return joined;
}

/**
 * A new action under the last one of the plan: a row of its table, or an item with fields. `left` are the fields that the table has no
 * column for.
 */
function newAction(
  view: DocumentView,
  inPlan: readonly TrackerRow[],
  values: ReadonlyMap<ActionField, string>,
): { readonly edit: TextEdit; readonly left: readonly ActionField[] } {
  const last = inPlan.at(-1)?.action;
  const end = last ? last.base + last.model.block.text.trimEnd().length : view.text.trimEnd().length;
  const table =
    last?.item.form === 'table'
      ? view.items('table').findLast(({ item, span }) => item.use === 'actions' && span.start < last.span.start)
      : undefined;
  const said = (field: ActionField): string => plainValue(values.get(field) ?? '', table !== undefined);
  const insert = (newText: string, left: readonly ActionField[] = []) => ({
    edit: { span: { start: end, end }, newText: inLineEndings(view, newText) },
    left,
  });
  if (table) {
    // A first column without a name holds the references.
    const fields = table.item.columns.map(
      ({ field }, index) => (field ?? (index === 0 && table.item.columns[0]!.text === '' ? 'ref' : null)) as ActionField | null,
    );
    return insert(
      `\n| ${fields.map((field) => (field === null ? '' : said(field))).join(' | ')} |`,
      [...values.keys()].filter((field) => !fields.includes(field)),
    );
  }
  const label = values.has('ref') ? `**${said('ref')}** ` : '';
  const fields = [...values.keys()]
    .filter((field) => field !== 'ref' && field !== 'action')
    .map((field) => `\n  - ${trackerHeadings[field]}: ${said(field)}`);
  return insert(`${last ? '\n' : '\n\n'}- ${label}${said('action')}${fields.join('')}`);
}

/** Fields that say a day. */
const days: ReadonlySet<ActionField> = new Set(['due', 'original-due', 'start']);

/**
 * A value as it would have been exported: a day that was typed as text, in any order that can be told, or that lost its format, is that
 * day.
 */
function asExported(field: ActionField, value: string): string {
  if (!days.has(field)) return value;
  const serial = /^\d{5}(?:\.0)?$/.test(value) ? Number(value) : 0;
  // Excel counts days from the end of 1899; 2000 to 2100 are the numbers that mean one here.
  if (serial > 36_525 && serial < 73_050) return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
  return readDate(value) ?? value;
}

/** A status in the plan's own word, where it says nothing beside it: “Completed”, “G”. */
function inScale(value: string, scale: StatusScale): string {
  const { status, isKnown } = readStatus(value, scale);
  const words = (text: string) => text.split(/[^\p{L}\p{N}'’]+/u).filter((word) => word !== '').length;
  return isKnown && status !== null && words(value) <= words(status) ? status : value;
}

/** A value as the plan has it: a day in words, one line, nothing that Markdown would take for a mark. */
const written = (value: string, { action }: TrackerRow): string => plainValue(value, action.item.form === 'table');

function plainValue(value: string, inTable: boolean): string {
  const said = /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value) : escapeWords(value);
  return inTable ? said.replaceAll('|', '\\|').replace(/\s*\n\s*/g, '<br>') : said.replace(/\s*\n\s*/g, ' ');
}

interface Columns {
  readonly columns: readonly { readonly heading: string; readonly field: ActionField | null }[];
  /** Rows with their place in the table, from 0, and in the sheet, from 1. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly order: number; readonly place: number }[];
  /** Names of columns that owners added and filled. */
  readonly others: readonly string[];
}

const headings = new Map(Object.entries(trackerHeadings).map(([field, heading]) => [heading.toLowerCase(), field as ActionField]));
/** Columns of a tracker that are no fields of an action. */
const notFields: ReadonlySet<string> = new Set(['plan', 'overdue?', '']);
/** Rows that somebody may have put over the heading row. */
const mostAbove = 20;

function actionsOf(workbook: ReadWorkbook): Columns {
  const { sheets } = workbook;
  const isOurs = exportedOf(workbook) !== null;
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const own = sheets.find(({ name }) => name === trackerSheets.actions);
  for (const sheet of own ? [own, ...shown.filter((other) => other !== own)] : shown) {
    const fieldOf = (heading: string): ActionField | null =>
      headings.get(folded(heading).toLowerCase()) ?? (isOurs ? null : actionColumnOf(heading));
    const isHead = (row: readonly string[]) =>
      isOurs
        ? row.map(fieldOf).filter((field) => field !== null).length >= 2
        : namesColumns({ cells: row.map((text) => tableCell([{ runs: [{ text }] }])), isHeader: false });
    const start = sheet.rows.slice(0, mostAbove).findIndex(isHead);
    const head = sheet.rows[start];
    if (!head) continue;
    const columns = head.map((heading) => ({ heading, field: fieldOf(heading) }));
    if (!columns.some(({ field }) => field === 'action')) continue;
    const rows = sheet.rows.slice(start + 1);
    const others = isOurs
      ? columns.flatMap(({ heading, field }, column) =>
          field === null && !notFields.has(heading.toLowerCase()) && rows.some((row) => (row[column] ?? '') !== '') ? [heading] : [],
        )
      : [];
    return {
      columns,
      rows: rows
        .map((cells, order) => ({ cells, order, place: start + 2 + order }))
        .filter(({ cells }) => cells.some((cell) => cell !== '')),
      others,
    };
  }
  throw new CannotImport(
    'The workbook has no table of actions: no sheet has a column that is called Action, with Owner, Due or Ref beside it.',
  );
}

/** What was exported, row by row; null for a workbook that is not a tracker of ours. */
function exportedOf({ sheets }: ReadWorkbook): readonly ReadonlyMap<ActionField, string>[] | null {
  const rows = sheets.find(({ name, rows: [head] }) => name === trackerSheets.exported && head?.[0] === trackerMark)?.rows;
  const fields = rows?.[1];
  return rows && fields
    ? rows.slice(2).map((row) => new Map(fields.map((field, column) => [field as ActionField, row[column] ?? ''])))
    : null;
}
