import type { IsoDate } from '../host.ts';
import { field, type FrontMatter } from '../model/front-matter/front-matter.ts';
import type { ActionItem, TableItem } from '../model/items.ts';
import type { DocumentView, Located } from '../model/view.ts';
import type { ActionField } from '../model/vocabulary.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { cellOf, firstWords } from './block-spans.ts';
import { inLineEndings } from './insertion.ts';

export { stageOf } from '../model/item-parts/read-status.ts';

/**
 * The text to mark where an action lacks a field: its empty cell, else its label, else its first words. Null where its table has no
 * such column at all, which is reported once, at the header.
 */
export function placeOfMissing({ item, model }: Pick<Located<ActionItem>, 'item' | 'model'>, field: ActionField): Span | null {
  const { text } = model.block;
  if (item.form === 'table') {
    const cell = item.fields[field];
    return cell ? cellOf(text, cell.span) : null;
  }
  const empty = item.fields[field];
  if (empty) return lineOf(text, empty.span.start);
  if (item.label) return item.label.span;
  return firstWords(text, item.textSpan);
}

/** The words of the line around an offset, without bullet. */
function lineOf(text: string, offset: number): Span {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const length = text.slice(start).search(/[\r\n]/);
  return firstWords(text, { start, end: length < 0 ? text.length : start + length });
}

/** "31 July 2024, then on the first day of each month": what is done again and again is not late because its first day has passed. */
export const isRepeated = ({ fields: { due } }: ActionItem): boolean =>
  /\b(?:then|thereafter|afterwards|onwards|ongoing|on-going|(?:twice )?(?:daily|weekly|fortnightly|monthly|quarterly|termly|annually|yearly)|each|every|rolling|repeated)\b/i.test(
    due?.text ?? '',
  );

/**
 * Whether a plan that does not say which day it speaks of was over long ago: the last of its due dates lies a year or more before today. It
 * is a paper of its time, and nobody is told that its dates have passed.
 */
export function isOfThePast(actions: readonly { readonly item: ActionItem }[], frontMatter: FrontMatter, today: IsoDate): boolean {
  if (field(frontMatter, 'as-at')?.value) return false;
  const lastDays = actions.flatMap(({ item: { due } }) => due?.to ?? []);
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return lastDays.length > 0 && lastDays.every((day) => day <= yearAgo);
}

/** "Completed", "In place since May": where a plan keeps no status, the column for the date says that it is done. */
export function isDoneByDue({ fields: { due } }: ActionItem): boolean {
  const said = due?.text.trim() ?? '';
  return (
    /^[a-z]/i.test(said) && /^(?:now |already )?(?:completed?|done|achieved|closed|delivered|implemented|in place|embedded)\b/i.test(said)
  );
}

/** The columns of a table of actions that lacks a column, to be marked as a whole. */
export function headerSpan(item: TableItem): Span {
  const columns = item.columns.filter(({ text }) => text !== '');
  return columns.length > 0 ? { start: columns[0]!.span.start, end: columns.at(-1)!.span.end } : item.span;
}

/** The action that a problem's text belongs to. */
export const actionAt = (view: DocumentView, span: Span): Located<ActionItem> | undefined => {
  const around = view.items('action').filter((one) => one.span.start <= span.start && span.end <= one.span.end);
  return around.at(-1) ?? view.items('action').find(({ base, model }) => base <= span.start && span.end <= base + model.block.text.length);
};

/** Writes a value into a field of an action: into its cell, behind its empty `Owner:`, or as a new line under the item. */
export function writeField(view: DocumentView, on: Located<ActionItem>, field: ActionField, name: string, value: string): TextEdit | null {
  const { item, base, model } = on;
  const part = item.fields[field];
  const { text } = model.block;
  if (item.form === 'table') {
    if (!part) return null;
    const cell = cellOf(text, part.span);
    if (text.slice(cell.start, cell.end).trim() !== '')
      return {
        span: { start: base + part.span.start, end: base + part.span.end },
        newText: `${spaceBehindStruck(text, part.span)}${value}`,
      };
    const bars = text[cell.start] === '|';
    return { span: { start: base + (bars ? cell.start + 1 : cell.start), end: base + cell.end }, newText: ` ${value} ` };
  }
  if (part)
    return {
      span: { start: base + part.span.start, end: base + part.span.end },
      newText: `${/[:\s]$/.test(text.slice(0, part.span.start)) && text[part.span.start - 1] === ':' ? ' ' : spaceBehindStruck(text, part.span)}${value}`,
    };
  const last = Math.max(item.textSpan.end, ...Object.values(item.fields).map(({ span }) => span.end));
  const end = endOfLine(text, last);
  return { span: { start: base + end, end: base + end }, newText: inLineEndings(view, `\n${indentOf(text, item)}- ${name}: ${value}`) };
}

/** What stands in a field that says nothing is struck through, and a new value comes behind it. */
const spaceBehindStruck = (text: string, { start, end }: Span): string => (start === end && text[start - 1] === '~' ? ' ' : '');

const endOfLine = (text: string, offset: number): number => {
  const length = text.slice(offset).search(/[ \t]*(?:[\r\n]|$)/);
  return length < 0 ? text.length : offset + length;
};

/** White space before a field's bullet: as the action's other fields have it, else so far that it belongs to the item. */
function indentOf(text: string, item: ActionItem): string {
  const lineStart = (offset: number) => Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const own = lineStart(item.textSpan.start);
  for (const { span } of Object.values(item.fields)) {
    const start = lineStart(span.start);
    if (start > own) return /^[ \t]*/.exec(text.slice(start))![0];
  }
  const [, space, bullet] = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(text.slice(own))!;
  return space! + ' '.repeat(bullet?.length ?? 0);
}
