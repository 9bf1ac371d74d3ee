import type { MeasureItem, TableItem } from '../../model/items.ts';
import type { Located } from '../../model/view.ts';
import type { Span } from '../../text/span.ts';
import { firstWords } from '../block-spans.ts';
import type { DocumentContext } from '../rule.ts';
import { hasUnnamedColumn } from '../unnamed-columns.ts';

/** A measure that lacks something, or the header of a table whose column is not there at all. */
export interface Gap {
  readonly on: Located;
  readonly span: Span;
  readonly of: 'measure' | 'column';
}

/**
 * Where measures lack a part: once at the header of a table that has no such column, else at each measure. `lacks` says whether a
 * measure that has such a column, or needs none, lacks it. A table that follows measures from period to period (March, June,
 * September) reports on them: its first period is where they started, and its targets stand for the whole time.
 */
export function* gapsOf(
  { items }: DocumentContext,
  column: 'baseline' | 'target' | 'by',
  lacks: (measure: Located<MeasureItem>) => boolean,
): Generator<Gap> {
  const headers = items('table').filter(({ item }) => item.use === 'measures');
  for (const header of headers)
    if (
      !hasColumn(header.item, column) &&
      !hasUnnamedColumn(header.item) &&
      (column === 'target' || !hasPeriods(header.item)) &&
      !(column === 'by' && datesTarget(header.item))
    )
      yield { on: header, span: columnsOf(header.item), of: 'column' };
  for (const measure of items('measure')) {
    if (measure.item.form === 'table') {
      const header = headers.findLast(({ index }) => index <= measure.index);
      if (!header || !hasColumn(header.item, column)) continue;
    }
    if (lacks(measure)) yield { on: measure, span: wordsOf(measure), of: 'measure' };
  }
}

const period =
  /\b(?:19|20)\d\d\b|\b\d\d[/–-]\d\d\b|\bQ[1-4]\b|\bquarter [1-4]\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\s['’]?\d\d)?$|\b(?:last|previous|prior) (?:year|month|quarter)\b/i;

/** Whether two columns are periods of time. */
const hasPeriods = ({ columns }: TableItem): boolean =>
  columns.filter(({ field, text }) => (field === null || field === 'actual' || field === 'baseline') && period.test(text)).length >= 2;

/** "Target (March 2027)": the head of the column says by when. */
const datesTarget = ({ columns }: TableItem): boolean =>
  columns.some(({ field, text }) => field === 'target' && period.test(text.replace(/[()]/g, ' ').trim()));

const hasColumn = ({ columns }: TableItem, column: string): boolean => columns.some(({ field }) => field === column);

function columnsOf({ columns, span }: TableItem): Span {
  const named = columns.filter(({ text }) => text !== '');
  return named.length > 0 ? { start: named[0]!.span.start, end: named.at(-1)!.span.end } : span;
}

/** What the measure counts, in its block. */
function wordsOf({ item, model: { block } }: Located<MeasureItem>): Span {
  const at = block.text.indexOf(item.text, item.span.start);
  return at >= 0 && at + item.text.length <= item.span.end ? { start: at, end: at + item.text.length } : firstWords(block.text, item.span);
}
