import type { List, ListItem } from 'mdast';
import type { ActionItem, TableItem } from '../../model/items.ts';
import { actionFieldOf } from '../../model/item-parts/fields.ts';
import type { ActionField } from '../../model/vocabulary.ts';
import type { BlockModel } from '../../model/document.ts';
import { linesOf } from '../as-written/source-lines.ts';
import { cellTexts } from '../as-written/table-cells.ts';

/** An action as it is written, whether in a row or in an item: Markdown in one line each, without the marks of either form. */
export interface ActionSource {
  readonly label: string | null;
  readonly text: string;
  /** In their order, by the names that they have there; what is no field of an action as well. */
  readonly fields: readonly NamedText[];
}

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Longest name that a field line may have before its colon; see `readFieldLine`. */
const longestName = 60;

/** The action of a row; null where the row is none, or has words in a column whose name cannot name a field. */
export function readRow({ block, items }: BlockModel, { columns }: TableItem): ActionSource | null {
  const action = items.find((item): item is ActionItem => item.kind === 'action');
  if (!action) return null;
  const texts = cellTexts(linesOf(block.text)[0]?.text ?? '').map((text) => text.replaceAll('\\|', '|'));
  const label = action.label && action.fields.ref?.text === action.label.text ? action.label.text : null;
  const fields: NamedText[] = [];
  let text = '';
  for (const [index, column] of columns.entries()) {
    const cell = texts[index] ?? '';
    if (column.field === 'action') text = cell;
    else if (cell !== '' && !(column.field === 'ref' && label !== null)) {
      const name = nameOf(column.text, column.field as ActionField | null);
      if (name === null) return null;
      fields.push({ name, text: cell });
    }
  }
  return { label, text, fields };
}

/** What a column is called as a field: its own name, where that means the same; null where it has none that could stand before a colon. */
function nameOf(name: string, field: ActionField | null): string | null {
  if (field !== null) return actionFieldOf(name) === field ? name : nameOfField(field);
  return name !== '' && !/[:*_\n]/.test(name) && name.length <= longestName && actionFieldOf(name) !== 'action' ? name : null;
}

/** `original-due` → `Original due`. */
const nameOfField = (field: ActionField): string => field[0]!.toUpperCase() + field.slice(1).replace('-', ' ');

/** The action of an item of a list; null where there is more or other in it than one action and its fields. */
export function readItem({ block, items }: BlockModel): ActionSource | null {
  const [node] = block.nodes;
  const actions = items.filter((item): item is ActionItem => item.kind === 'action');
  const [action] = actions;
  if (
    node?.type !== 'listItem' ||
    actions.length !== 1 ||
    action!.taken ||
    action!.span.start !== node.position?.start.offset ||
    typeof node.checked === 'boolean'
  )
    return null;
  const [own, ...rest] = node.children;
  if (own?.type !== 'paragraph' || !rest.every((child): child is List => child.type === 'list' && !child.ordered)) return null;
  const nested = rest.flatMap(({ children }) => children.map((child) => readField(block.text, child)));
  if (!nested.every((field) => field !== null)) return null;
  const { text, fields } = readLines(sourceOf(block.text, own));
  const words = action!.label ? behindLabel(text, action!.label.text) : text;
  return words === null ? null : { label: action!.label?.text ?? null, text: words, fields: [...fields, ...nested] };
}

const sourceOf = (
  source: string,
  node: { readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } } | undefined },
): string => source.slice(node.position?.start.offset, node.position?.end.offset);

/** The lines of an item, and the fields that some of them are (`Owner: …` on a line of its own). */
function readLines(source: string): { readonly text: string; readonly fields: readonly NamedText[] } {
  const parts: { name: string; lines: string[] }[] = [{ name: '', lines: [] }];
  for (const [index, { text }] of linesOf(source).entries()) {
    const named = index === 0 ? null : readNamed(text.trim());
    if (named && actionFieldOf(named.name)) parts.push({ name: named.name, lines: [named.text] });
    else parts.at(-1)!.lines.push(text);
  }
  const [first, ...fields] = parts.map(({ name, lines }) => ({ name, text: inOneLine(lines) }));
  return { text: first!.text, fields };
}

const inOneLine = (lines: readonly string[]): string =>
  lines
    .map((line, i) =>
      i === lines.length - 1 ? line.trim() : /(?: {2,}|\\)$/.test(line) ? `${line.replace(/\\$/, '').trim()}<br>` : `${line.trim()} `,
    )
    .join('')
    .trim();

const named = /^(\*\*|__|\*|_)?([^:*_\r\n|]{1,60}?)\1?:\1?\s*([\s\S]*)$/;

function readNamed(text: string): NamedText | null {
  const match = named.exec(text);
  return match && { name: match[2]!.trim(), text: match[3]! };
}

/** A field in a list of its own, with the list that may go on from it (a dated log). */
function readField(source: string, { children, checked }: ListItem): NamedText | null {
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph' || typeof checked === 'boolean' || !rest.every((child): child is List => child.type === 'list'))
    return null;
  const log = rest.flatMap((list) => list.children);
  if (!log.every((entry) => entry.children.length === 1 && entry.children[0]!.type === 'paragraph' && typeof entry.checked !== 'boolean'))
    return null;
  const field = readNamed(inOneLine(linesOf(sourceOf(source, first)).map(({ text }) => text)));
  const lines = log.map((entry) => inOneLine(linesOf(sourceOf(source, entry.children[0]!)).map(({ text }) => text)));
  return field && { name: field.name, text: [field.text, ...lines].filter((line) => line !== '').join('<br>') };
}

/** The words behind a label in bold; null where the label is not what the text begins with. A bold that goes on is opened anew. */
function behindLabel(text: string, label: string): string | null {
  const mark = /^(?:\*\*|__)/.exec(text)?.[0];
  if (!mark || !text.startsWith(label, mark.length)) return null;
  const behind = text.slice(mark.length + label.length).replace(/^[\s.:)–—-]+/, '');
  return behind.startsWith(mark) ? behind.slice(mark.length).replace(/^[\s.:)–—-]+/, '') : mark + behind;
}

/** An item with its fields, in lines. */
export function itemOf({ label, text, fields }: ActionSource): string {
  const words = [label === null ? '' : `**${label}**`, label === null ? escapedStart(text) : text].filter((part) => part !== '').join(' ');
  return [`- ${words}`.trimEnd(), ...fields.map(({ name, text: value }) => `  - ${name}: ${value}`.trimEnd())].join('\n');
}

/** What would begin a list, a heading or a quotation is text. */
const escapedStart = (text: string): string => text.replace(/^(?=[-+#>](?:[\s#>]|$))/, '\\').replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');

/** Text as a cell holds it: a pipe in it parts no cells. */
export const cellOf = (text: string): string =>
  text.replace(/(\\*)\|/g, (whole, before: string) => (before.length % 2 === 0 ? `${before}\\|` : whole));
