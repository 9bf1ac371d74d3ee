import type { Nodes } from 'mdast';
import type { IsoDate } from '../language/host.ts';
import type { ActionItem, Part } from '../language/model/items.ts';
import type { DocumentView, Located } from '../language/model/view.ts';
import { actionFields, type ActionField } from '../language/model/vocabulary.ts';
import { contains } from '../language/text/span.ts';
import { plainText } from '../language/syntax/plain-text.ts';
import { walk } from '../language/syntax/walk.ts';

/**
 * The tracker: a plan's actions as a workbook that owners fill in and that comes back. Export writes it, import reads it; what both must
 * agree on is here.
 *
 * The sheet {@link trackerSheets.actions} has a row for each action, in the order of the plan, under the headings of {@link
 * trackerHeadings}. The hidden sheet {@link trackerSheets.exported} holds what was exported: in its first row {@link trackerMark}, the
 * version and the names of the documents; in its second one field names; below, the same rows with the same columns, every value as text
 * and dates as ISO. It tells what an owner changed from what the plan has come to say since.
 */
export const trackerSheets = { actions: 'Actions', findings: 'Findings', lists: 'Lists', exported: 'Exported' } as const;
export const trackerMark = 'Inspection Response tracker';
export const trackerVersion = 1;

/** Headings of the columns. */
export const trackerHeadings: Readonly<Record<ActionField, string>> = {
  ref: 'Ref',
  addresses: 'Addresses',
  outcome: 'Outcome',
  action: 'Action',
  owner: 'Owner',
  support: 'Support',
  start: 'Start',
  'original-due': 'Original due',
  due: 'Due',
  milestones: 'Milestones',
  measure: 'Measure',
  resources: 'Resources',
  evidence: 'Evidence',
  impact: 'Impact',
  progress: 'Progress',
  status: 'Status',
  assurance: 'Assurance',
};

/** What a cell holds: text, or a day. */
export type TrackerValue = { readonly text: string } | { readonly day: IsoDate };

export interface TrackerRow {
  readonly action: Located<ActionItem>;
  readonly values: Readonly<Partial<Record<ActionField, TrackerValue>>>;
}

/** Columns that every tracker has, whether the plan fills them or not: they are what owners are asked for. */
const always: ReadonlySet<ActionField> = new Set(['ref', 'action', 'owner', 'due', 'progress', 'status']);

export function trackerRows(view: DocumentView): readonly TrackerRow[] {
  return view.items('action').map((action) => ({ action, values: valuesOf(action.item, action.model.block.nodes as readonly Nodes[]) }));
}

export const trackerColumns = (rows: readonly TrackerRow[]): readonly ActionField[] =>
  actionFields.filter((field) => always.has(field) || rows.some(({ values }) => textOfValue(values[field]) !== ''));

function valuesOf(
  { label, text, fields, due, originalDue, start, status, statusIsKnown }: ActionItem,
  nodes: readonly Nodes[],
): TrackerRow['values'] {
  const values: Partial<Record<ActionField, TrackerValue>> = {};
  for (const field of actionFields) {
    const said = fields[field] && withAddresses(fields[field], nodes);
    if (said !== undefined && said !== '') values[field] = { text: said };
  }
  const day = (read: ActionItem['due']): TrackerValue | undefined =>
    read?.precision === 'day' && read.to !== null ? { day: read.to } : undefined;
  // "30 April 2026, revised to 31 July 2026" keeps all that it says.
  const isToldToMove = due !== null && originalDue !== null && due !== originalDue && contains(due.span, originalDue.span);
  const days = { due: isToldToMove ? undefined : day(due), 'original-due': day(originalDue), start: day(start) };
  for (const [field, value] of Object.entries(days)) if (value) values[field as ActionField] = value;
  if (label) values.ref = { text: label.text };
  values.action ??= { text };
  // A status that says more than its word ("amber: waiting for the police") keeps all that it says.
  const words = (said: string): number => said.split(/[^A-Za-z0-9']+/).filter((word) => word !== '').length;
  if (status !== null && statusIsKnown && words(fields.status?.text ?? '') <= words(status)) values.status = { text: status };
  return values;
}

/** A part with the addresses of the web in it, which are no words of the model: evidence is often nothing else. */
function withAddresses({ text, span }: Part, nodes: readonly Nodes[]): string {
  let holder: Nodes | null = null;
  for (const node of nodes) {
    walk(node, (each) => {
      const { start, end } = each.position ?? {};
      if (!start || !end || start.offset! > span.start || span.end > end.offset!) return false;
      if (each.type === 'tableCell' || each.type === 'paragraph') holder = each;
      return true;
    });
  }
  if (!holder) return text;
  const whole = plainText(holder);
  const said = (holder as Nodes).type === 'paragraph' ? whole.replace(/^[^:]{1,60}:\s*/, '') : whole;
  return /:\/\/|www\.|@/.test(said) ? said : text;
}

/** A value as the hidden sheet has it. */
export const textOfValue = (value: TrackerValue | undefined): string =>
  value === undefined ? '' : 'day' in value ? value.day : value.text;
