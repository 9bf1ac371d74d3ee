import { readLabel } from '../../model/inline/labels.ts';
import type { Label, ParagraphItem } from '../../model/items.ts';
import type { DocumentView, Located } from '../../model/view.ts';
import { lineEndingOf } from '../../rules/insertion.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { TextEdit } from '../../text/span.ts';
import { lineAt, lineBefore, type Line } from '../as-written/lines.ts';
import { nextLabels } from '../as-written/next-label.ts';
import { following, marked, readAfter, type NumberStyle } from '../as-written/paragraph-numbers.ts';
import { readNumberAlone } from './number-alone.ts';
import { cellTexts, rowOf } from '../as-written/table-cells.ts';
import { columnOf, tableAt, type Table } from '../as-written/tables.ts';

/**
 * What comes of the Enter that made the line of the cursor: the next row of a table of actions, findings or measures, with the next label;
 * the next number in a row of numbered paragraphs; and where the row or number above was left empty, its end. Nothing anywhere else, and
 * nothing where the cursor's line is not blank: there somebody has parted a line in two.
 *
 * @param offset of the cursor, on its new line
 */
export function afterEnter(snapshot: Snapshot, offset: number): readonly TextEdit[] {
  const { view } = snapshot;
  const line = lineAt(view, offset);
  const above = line && lineBefore(view, line);
  if (!line || !above || line.text.trim() !== '' || above.text.trim() === '') return [];
  if (view.model.frontMatter.span && above.span.start < view.model.frontMatter.span.end) return [];
  return above.block.kind === 'table-row' ? inTable(snapshot, line, above) : inNumbered(view, line, above);
}

function inTable(snapshot: Snapshot, line: Line, above: Line): readonly TextEdit[] {
  const { view } = snapshot;
  const table = tableAt(view, above.index);
  if (!table || table.header.use === 'other' || !/^ {0,3}\|.*\|[ \t]*$/.test(above.text)) return [];
  const isHeader = above.index === table.first;
  // The line of hyphens under the header ends the header's block; before it there is no table yet.
  if (isHeader && !/^[\s|:-]+$/.test(above.text)) return [];
  const cells = cellTexts(above.text);
  if (cells.length !== table.header.columns.length) return [];
  const ref = columnOf(table.header, 'ref');
  if (!isHeader && cells.every((cell, column) => cell === '' || column === ref)) return [{ span: above.span, newText: '' }];
  return [{ span: line.span, newText: newRow(snapshot, table, line) }];
}

/**
 * A row with nothing in it but, where the table has a column for labels, the next one. `line` is the last of the table, or the blank one
 * that has parted it.
 */
export function newRow(snapshot: Snapshot, table: Table, line: Line): string {
  const ref = columnOf(table.header, 'ref');
  const label = ref < 0 ? null : labelForNewRow(snapshot, table, line, ref);
  return rowOf(table.header.columns.map((_, column) => (column === ref && label !== null ? label : '')));
}

/**
 * The next label of the table. Rows below, which the new line has parted from their table, are no rows as long as it is blank: their labels
 * are read by hand.
 */
function labelForNewRow(snapshot: Snapshot, table: Table, line: Line, ref: number): string | null {
  const { view } = snapshot;
  const below = view.layout.syntax.blocks[line.index + 1]?.text ?? '';
  const parted = /^ {0,3}\|/.test(below) ? below.split(/\r\n|\r|\n/).flatMap((row) => readLabel(cellTexts(row)[ref] ?? '', 0) ?? []) : [];
  const labels = view.model.blocks
    .slice(table.first, table.end)
    .flatMap(({ items }) => items.flatMap((item): readonly Label[] => (item.kind === 'label-definition' ? [item.label] : [])));
  const taken = new Set(parted.map(({ text }) => text));
  return nextLabels(snapshot, labels.length > 0 ? labels : parted, parted.length + 1)?.find((text) => !taken.has(text)) ?? null;
}

function inNumbered(view: DocumentView, line: Line, above: Line): readonly TextEdit[] {
  const alone = readNumberAlone(above.text);
  if (alone) return withoutEmptyNumber(view, line, above, alone);
  const paragraphs = numberedParagraphs(view);
  const at = paragraphs.findIndex(
    ({ span }) =>
      span.start <= above.span.end &&
      above.span.start < span.end &&
      above.span.end <= span.end + (above.text.length - above.text.trimEnd().length),
  );
  const paragraph = paragraphs[at];
  if (!paragraph) return [];
  const { base, item } = paragraph;
  const number = numberOf(paragraph, paragraphs[at - 1]);
  const start = lineAt(view, base + item.number!.span.start)!;
  const indentation = start.text.slice(0, base + item.number!.span.start - start.span.start);
  // A number that stands behind something else than spaces (a bullet, a label, a quotation) is not counted on.
  if (indentation.trim() !== '') return [];
  const next = `${indentation}${marked(following(number))} `;
  const apart = isParted(view, paragraph, start, paragraphs[at - 1]);
  return [{ span: line.span, newText: apart ? lineEndingOf(view) + next : next }];
}

/** Paragraphs with a number, outside of quotations, in order. */
const numberedParagraphs = (view: DocumentView): readonly Located<ParagraphItem>[] =>
  view.items('paragraph').filter(({ item }) => item.number !== null && !item.quoted);

const numberOf = ({ item }: Located<ParagraphItem>, before: Located<ParagraphItem> | undefined): NumberStyle =>
  readAfter(item.number!, before?.item.number ?? null);

/** Whether a blank line comes before the next number: as before this one, else as Markdown needs it. */
function isParted(
  view: DocumentView,
  paragraph: Located<ParagraphItem>,
  start: Line,
  previous: Located<ParagraphItem> | undefined,
): boolean {
  const above = lineBefore(view, start);
  const isItem = paragraph.model.block.kind === 'list-item';
  const follows = previous && marked(following(numberOf(previous, undefined))) === marked(paragraph.item.number!);
  if (!isItem) return true;
  return follows === true && above !== null && above.text.trim() === '';
}

/** A number with nothing behind it that was begun with Enter gives way to the blank line that ends the row of paragraphs. */
function withoutEmptyNumber(view: DocumentView, line: Line, above: Line, alone: NumberStyle): readonly TextEdit[] {
  const before = numberedParagraphs(view).findLast(({ span }) => span.end <= above.span.start);
  if (!before || marked(following(numberOf(before, undefined))) !== marked(alone)) return [];
  const beforeThat = lineBefore(view, above);
  return [{ span: beforeThat?.text.trim() === '' ? { start: above.span.start, end: line.span.start } : above.span, newText: '' }];
}
