import { inWords } from '../../language/calendar/deadlines.ts';
import type { DocumentView } from '../../language/model/view.ts';
import { actionColumnOf } from '../../language/model/fields.ts';
import type { ActionField } from '../../language/model/vocabulary.ts';
import { writeField } from '../../language/rules/action-places.ts';
import { inLineEndings } from '../../language/rules/insertion.ts';
import { applyEdits, type TextEdit } from '../../language/text/span.ts';
import { textOfValue, trackerHeadings, trackerMark, trackerRows, trackerSheets, type TrackerRow } from '../tracker.ts';
import { addColumns, type Homeless } from './add-columns.ts';
import { CannotImport } from './cannot-import.ts';
import { escapeWords } from './inline-markdown.ts';
import { namesColumns } from './formed-blocks.ts';
import { tableCell } from './make-blocks.ts';
import { readWorkbook, type ReadWorkbook } from './workbook.ts';

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
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
const sameWords = (a: string, b: string): boolean => folded(a) === folded(b);

/**
 * Takes what owners filled into a tracker back into its plan: a cell is an edit where it differs from what was exported and the plan still
 * says what was exported; where the plan has changed too, it is a conflict and the plan stays as it is. `chosen` holds the keys of what somebody
 * chose of these and of the new rows ({@link trackerKey}); without it all changes are made, and nothing else. Throws {@link CannotImport}.
 */
export async function trackerBack(bytes: Uint8Array, view: DocumentView, planTitle: string | null, chosen: ReadonlySet<string> | null = null): Promise<TrackerBack> {
  const workbook = await readWorkbook(bytes);
  const { columns, rows } = actionsOf(workbook);
  const exported = exportedOf(workbook);
  const inPlan = trackerRows(view);
  const byLabel = new Map(inPlan.flatMap((row) => (row.action.item.label ? [[row.action.item.label.key, row] as const] : [])));
  const changes: TrackerChange[] = [];
  const edits: TextEdit[] = [];
  const homeless: Homeless[] = [];
  const conflicts: TrackerConflict[] = [];
  const added: string[] = [];
  const notes: string[] = exported ? [] : ['The workbook does not hold what was exported, so that every difference from the plan was taken for a change by its owner.'];
  const plan = columns.findIndex(({ heading }) => heading === 'Plan');
  rows.forEach((row, index) => {
    if (plan >= 0 && planTitle !== null && row[plan] !== '' && !sameWords(row[plan]!, planTitle)) return;
    const value = (field: ActionField): string => row[columns.findIndex((column) => column.field === field)] ?? '';
    const label = folded(value('ref'));
    const own = byLabel.get(keyOf(label)) ?? (label === '' ? unlabelled(inPlan, value('action'), exported?.[index]?.get('action')) : undefined);
    const name = label || `“${folded(value('action')).slice(0, 40)}”`;
    const isNew = exported !== null && value('action') !== '' && !exported.some((one) => (label !== '' ? sameWords(one.get('ref') ?? '', label) : sameWords(one.get('action') ?? '', value('action'))));
    if (!own && isNew) {
      added.push(name);
      if (!chosen?.has(trackerKey(name, null))) return;
      const values = new Map(columns.flatMap(({ field }) => (field === null || folded(value(field)) === '' ? [] : [[field, value(field)] as const])));
      const placed = newAction(view, inPlan, values);
      edits.push(placed.edit);
      if (placed.left.length > 0) notes.push(`The table has no column ${placed.left.map((field) => `“${trackerHeadings[field]}”`).join(', ')} for the new row ${name}.`);
      return;
    }
    if (!own) {
      notes.push(`Row ${index + 2} (${name}) is no action of the plan; it was left out.`);
      return;
    }
    const base = exported?.find((one) => (label !== '' ? sameWords(one.get('ref') ?? '', label) : sameWords(one.get('action') ?? '', own.values.action ? textOfValue(own.values.action) : '')));
    columns.forEach(({ field }, column) => {
      if (field === null || fixed.has(field)) return;
      const after = row[column] ?? '';
      const now = textOfValue(own.values[field]);
      const before = base ? (base.get(field) ?? '') : now;
      // "Red" and "red" are one status.
      const saysNow = sameWords(after, now) || (field === 'status' && sameWords(after.toLowerCase(), now.toLowerCase()));
      if (sameWords(after, before) || saysNow || (!base && after === '')) return;
      const change = { action: name, field, before, after };
      const isConflict = !sameWords(now, before);
      if (isConflict) conflicts.push({ ...change, plan: now });
      else changes.push(change);
      if (chosen ? !chosen.has(trackerKey(name, field)) : isConflict) return;
      const newText = written(after, own);
      const edit = writeField(view, own.action, field, trackerHeadings[field], newText);
      if (edit) edits.push(edit);
      else homeless.push({ at: own.action.span.start, heading: trackerHeadings[field], value: newText });
    });
  });
  const lacking = [...new Set(homeless.map(({ heading }) => `“${heading}”`))];
  if (lacking.length > 0) notes.push(`The plan’s table has no column ${lacking.join(', ')}; it gets ${lacking.length === 1 ? 'one' : 'them'}.`);
  const inOrder = <T extends TrackerChange>(list: readonly T[]) => list.toSorted((a, b) => a.action.localeCompare(b.action, 'en', { numeric: true }));
  const all = joinedAtPlaces([...edits, ...addColumns(view.text, homeless)]);
  return { changes: inOrder(changes), conflicts: inOrder(conflicts), added, notes, edits: all, text: applyEdits(view.text, all) };
}

/** Several new rows, or a new column and a new row, begin at one place: one edit for each place. */
function joinedAtPlaces(edits: readonly TextEdit[]): readonly TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start || Number(a.newText.startsWith('\n')) - Number(b.newText.startsWith('\n')))) {
    const before = joined.at(-1);
    if (before && before.span.start === edit.span.start && before.span.end === edit.span.end) joined[joined.length - 1] = { ...before, newText: before.newText + edit.newText };
    else joined.push(edit);
  }
  return joined;
}

/** A new action under the last one of the plan: a row of its table, or an item with fields. `left` are the fields that the table has no column for. */
function newAction(view: DocumentView, inPlan: readonly TrackerRow[], values: ReadonlyMap<ActionField, string>): { readonly edit: TextEdit; readonly left: readonly ActionField[] } {
  const last = inPlan.at(-1)?.action;
  const end = last ? last.base + last.model.block.text.trimEnd().length : view.text.trimEnd().length;
  const table = last?.item.form === 'table' ? view.items('table').findLast(({ item, span }) => item.use === 'actions' && span.start < last.span.start) : undefined;
  const said = (field: ActionField): string => plainValue(values.get(field) ?? '', table !== undefined);
  const insert = (newText: string, left: readonly ActionField[] = []) => ({ edit: { span: { start: end, end }, newText: inLineEndings(view, newText) }, left });
  if (table) {
    // A first column without a name holds the references.
    const fields = table.item.columns.map(({ field }, index) => (field ?? (index === 0 && table.item.columns[0]!.text === '' ? 'ref' : null)) as ActionField | null);
    return insert(`\n| ${fields.map((field) => (field === null ? '' : said(field))).join(' | ')} |`, [...values.keys()].filter((field) => !fields.includes(field)));
  }
  const label = values.has('ref') ? `**${said('ref')}** ` : '';
  const fields = [...values.keys()].filter((field) => field !== 'ref' && field !== 'action').map((field) => `\n  - ${trackerHeadings[field]}: ${said(field)}`);
  return insert(`${last ? '\n' : '\n\n'}- ${label}${said('action')}${fields.join('')}`);
}

const keyOf = (label: string): string => label.toUpperCase().replace(/[\s-]+/g, '');

/** An action without a label, by its words as they are or as they were exported. */
const unlabelled = (rows: readonly TrackerRow[], ...texts: readonly (string | undefined)[]): TrackerRow | undefined => {
  for (const text of texts) {
    const found = text === undefined ? [] : rows.filter(({ action, values }) => action.item.label === null && sameWords(textOfValue(values.action), text));
    if (found.length === 1) return found[0];
  }
  return undefined;
};

/** A value as the plan has it: a day in words, one line, nothing that Markdown would take for a mark. */
const written = (value: string, { action }: TrackerRow): string => plainValue(value, action.item.form === 'table');

function plainValue(value: string, inTable: boolean): string {
  const said = /^\d{4}-\d{2}-\d{2}$/.test(value) ? inWords(value) : escapeWords(value);
  return inTable ? said.replaceAll('|', '\\|').replace(/\s*\n\s*/g, '<br>') : said.replace(/\s*\n\s*/g, ' ');
}

interface Columns {
  readonly columns: readonly { readonly heading: string; readonly field: ActionField | null }[];
  readonly rows: readonly (readonly string[])[];
}

const headings = new Map(Object.entries(trackerHeadings).map(([field, heading]) => [heading.toLowerCase(), field as ActionField]));

function actionsOf({ sheets }: ReadWorkbook): Columns {
  const own = sheets.find(({ name }) => name === trackerSheets.actions);
  for (const sheet of own ? [own] : sheets.filter(({ isHidden }) => !isHidden)) {
    const start = own ? 0 : sheet.rows.findIndex((row) => namesColumns({ cells: row.map((text) => tableCell([{ runs: [{ text }] }])), isHeader: false }));
    const head = sheet.rows[start];
    if (!head) continue;
    const columns = head.map((heading) => ({ heading, field: headings.get(heading.toLowerCase()) ?? (own ? null : actionColumnOf(heading)) }));
    if (!columns.some(({ field }) => field === 'action')) continue;
    return { columns, rows: sheet.rows.slice(start + 1).filter((row) => row.some((cell) => cell !== '')) };
  }
  throw new CannotImport('The workbook has no table of actions: no sheet has a column that is called Action, with Owner, Due or Ref beside it.');
}

/** What was exported, row by row; null for a workbook that is not a tracker of ours. */
function exportedOf({ sheets }: ReadWorkbook): readonly ReadonlyMap<ActionField, string>[] | null {
  const rows = sheets.find(({ name, rows: [head] }) => name === trackerSheets.exported && head?.[0] === trackerMark)?.rows;
  const fields = rows?.[1];
  return rows && fields ? rows.slice(2).map((row) => new Map(fields.map((field, column) => [field as ActionField, row[column] ?? '']))) : null;
}
