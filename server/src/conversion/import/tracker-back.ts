import { inWords } from '../../language/calendar/deadlines.ts';
import type { DocumentView } from '../../language/model/view.ts';
import { actionColumnOf } from '../../language/model/fields.ts';
import type { ActionField } from '../../language/model/vocabulary.ts';
import { writeField } from '../../language/rules/action-places.ts';
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
  /** What has no place in the plan: sentences for the officer. */
  readonly notes: readonly string[];
  /** The plan with the changes made. */
  readonly text: string;
}

/** Fields that tell which action a row is of; they are never changed from a workbook. */
const fixed: ReadonlySet<ActionField> = new Set(['ref', 'addresses']);
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
const sameWords = (a: string, b: string): boolean => folded(a) === folded(b);

/**
 * Takes what owners filled into a tracker back into its plan: a cell is an edit where it differs from what was exported and the plan still
 * says what was exported; where the plan has changed too, it is a conflict and the plan stays as it is. Throws {@link CannotImport}.
 */
export async function trackerBack(bytes: Uint8Array, view: DocumentView, planTitle: string | null): Promise<TrackerBack> {
  const workbook = await readWorkbook(bytes);
  const { columns, rows } = actionsOf(workbook);
  const exported = exportedOf(workbook);
  const inPlan = trackerRows(view);
  const byLabel = new Map(inPlan.flatMap((row) => (row.action.item.label ? [[row.action.item.label.key, row] as const] : [])));
  const changes: TrackerChange[] = [];
  const edits: TextEdit[] = [];
  const homeless: Homeless[] = [];
  const conflicts: TrackerConflict[] = [];
  const notes: string[] = exported ? [] : ['The workbook does not hold what was exported, so that every difference from the plan was taken for a change by its owner.'];
  const plan = columns.findIndex(({ heading }) => heading === 'Plan');
  rows.forEach((row, index) => {
    if (plan >= 0 && planTitle !== null && row[plan] !== '' && !sameWords(row[plan]!, planTitle)) return;
    const value = (field: ActionField): string => row[columns.findIndex((column) => column.field === field)] ?? '';
    const label = folded(value('ref'));
    const own = byLabel.get(keyOf(label)) ?? (label === '' ? unlabelled(inPlan, value('action'), exported?.[index]?.get('action')) : undefined);
    const name = label || `“${folded(value('action')).slice(0, 40)}”`;
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
      if (!sameWords(now, before)) {
        conflicts.push({ ...change, plan: now });
        return;
      }
      changes.push(change);
      const newText = written(after, own);
      const edit = writeField(view, own.action, field, trackerHeadings[field], newText);
      if (edit) edits.push(edit);
      else homeless.push({ at: own.action.span.start, heading: trackerHeadings[field], value: newText });
    });
  });
  const added = [...new Set(homeless.map(({ heading }) => `“${heading}”`))];
  if (added.length > 0) notes.push(`The plan’s table has no column ${added.join(', ')}; it gets ${added.length === 1 ? 'one' : 'them'}.`);
  const inOrder = <T extends TrackerChange>(list: readonly T[]) => list.toSorted((a, b) => a.action.localeCompare(b.action, 'en', { numeric: true }));
  return { changes: inOrder(changes), conflicts: inOrder(conflicts), notes, text: applyEdits(view.text, [...edits, ...addColumns(view.text, homeless)]) };
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
function written(value: string, { action }: TrackerRow): string {
  const said = /^\d{4}-\d{2}-\d{2}$/.test(value) ? inWords(value) : escapeWords(value);
  return action.item.form === 'table' ? said.replaceAll('|', '\\|').replace(/\s*\n\s*/g, '<br>') : said.replace(/\s*\n\s*/g, ' ');
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
