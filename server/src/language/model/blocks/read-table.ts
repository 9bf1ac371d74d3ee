import type { TableCell, TableRow } from 'mdast';
import type { Span } from '../../text/span.ts';
import { actionColumnsOf, actionFieldOf, findingColumnOf, isRecommendationColumn, measureFieldOf } from '../item-parts/fields.ts';
import { readLabel } from '../inline/labels.ts';
import { readLabelled } from '../item-parts/read-label.ts';
import type { Item, Label, Part, TableItem } from '../items.ts';
import type { ReadingContext } from '../context/model-context.ts';
import { spanOfNode } from './read-heading.ts';
import { actionItem, define, listedAppendix, readPiece } from './read-item.ts';
import { measureOfRow, readMeasure } from '../item-parts/read-measure.ts';
import { isClosed, readStatus } from '../item-parts/read-status.ts';
import type { OpenTable, Subject } from '../context/reading-state.ts';
import type { ActionField, MeasureField, Polarity } from '../vocabulary.ts';
import { isStruck, part, spanOf, wordsOf, type Words } from '../words/words.ts';

/** What a header row says of the table below it. */
export function readHeaderRow(source: string, row: TableRow): { readonly item: TableItem; readonly table: OpenTable } {
  const texts = row.children.map((cell) => cellPart(source, cell));
  const table = tableOf(texts.map(({ text }) => text));
  const columns = texts.map(({ text, span }, index) => ({ text, span, field: table.columns[index] ?? null }));
  return { item: { kind: 'table', span: spanOfNode(row), use: table.use, columns }, table };
}

/**
 * A table of actions has an Action column and at least one of owner, due, ref; a table of measures a measure and its baseline, target or
 * actual figure.
 */
function tableOf(names: readonly string[]): OpenTable {
  const asActions = withReferences(onceEach(actionColumnsOf(names)), names);
  if (
    asActions.includes('action') &&
    !isTimeline(asActions, names) &&
    (['owner', 'due', 'ref'] as const).some((field) => asActions.includes(field) && names[asActions.indexOf(field)] !== '')
  )
    return { use: 'actions', columns: asActions, polarity: null };
  const asMeasures = withReferences(onceEach(names.map(measureFieldOf)), names);
  if (asMeasures.includes('measure') && (['baseline', 'target', 'actual'] as const).some((field) => asMeasures.includes(field)))
    return { use: 'measures', columns: asMeasures, polarity: null };
  const references = onceEach(names.map((name) => (actionFieldOf(name) === 'ref' ? 'ref' : null)));
  const findings = names.map(findingColumnOf);
  const at = findings.findIndex((found) => found !== null);
  if (at < 0) {
    const recommended = names.findIndex(isRecommendationColumn);
    return { use: 'other', columns: references.map((field, index) => (index === recommended ? 'recommendation' : field)), polarity: null };
  }
  const polarity = findings[at] === 'unsaid' ? null : (findings[at] ?? null);
  return { use: 'findings', columns: references.map((field, index) => (index === at ? 'finding' : field)), polarity };
}

/** "When | What" is a timeline: what is called no action, and nobody is to do. */
const isTimeline = (fields: readonly (ActionField | null)[], names: readonly string[]): boolean =>
  /^\W*(?:what|activity|activities)\W*$/i.test(names[fields.indexOf('action')] ?? '') &&
  !fields.includes('owner') &&
  names.every((name, index) => name === '' || fields[index] === 'due' || fields[index] === 'action');

/** A first column without a name, in a table that has several, holds the references. */
const withReferences = <F>(fields: readonly (F | null)[], names: readonly string[]): readonly (F | 'ref' | null)[] =>
  names.length > 2 && names[0] === '' && !fields.includes('ref' as F) ? ['ref', ...fields.slice(1)] : fields;

/** Of two columns with one meaning, the first has it. */
const onceEach = <F>(fields: readonly (F | null)[]): readonly (F | null)[] =>
  fields.map((field, index) => (field !== null && fields.indexOf(field) === index ? field : null));

interface Row {
  readonly span: Span;
  readonly label: Label | null;
  readonly cells: ReadonlyMap<string, Words>;
  readonly isEmpty: boolean;
}

/** What a row says, read by the header of its table; `subject` is that of the section around. */
export function readRow(
  source: string,
  node: TableRow,
  table: OpenTable,
  subject: Subject | null,
  context: ReadingContext,
): readonly Item[] {
  const row = readCells(source, node, table);
  if (row.isEmpty || isWithdrawn(row, table)) return readStruckRow(source, node, table, context);
  switch (table.use) {
    case 'actions':
      return readActionRow(source, row, node, table, context);
    case 'measures':
      return readMeasureRow(row);
    case 'findings':
      return readFindingRow(row, table.polarity ?? (subject?.of === 'findings' ? subject.polarity : null));
    default:
      return (
        readRecommendationRow(source, row, node, table, subject, context) ?? [
          ...define({ label: row.label, words: restOf(source, node), span: row.span }, 'other'),
          ...appendicesOfRow(source, node, subject),
        ]
      );
  }
}

/**
 * A row of a table of recommendations, in a section of them: "1 | Develop a business case | Director of Children’s Services | July 2027".
 * Null for any other.
 */
function readRecommendationRow(
  source: string,
  { label, cells }: Row,
  node: TableRow,
  { columns }: OpenTable,
  subject: Subject | null,
  context: ReadingContext,
): readonly Item[] | null {
  const cell = node.children[columns.indexOf('recommendation')];
  const words = cells.get('recommendation');
  if (subject?.of !== 'recommendations' || !cell || !words || words.text.trim() === '') return null;
  // A label may stand in its cell as well as in the column of references.
  const own = readLabelled(source, cell, words);
  return readPiece(
    { span: part(words).span, label: label ?? own.label, words: own.words, fields: new Map(), form: 'paragraph', link: null },
    subject,
    context,
  );
}

/** A row of a form that lists the appendices: "Appendices: | Appendix 1: the plan"; in a section of appendices "Appendix 1 | The plan". */
export function appendicesOfRow(source: string, { children }: TableRow, subject: Subject | null): readonly Item[] {
  const [name, ...cells] = children.map((cell) => cellWords(source, cell));
  if (
    name &&
    subject?.of === 'appendices' &&
    cells.some(({ text }) => text.trim() !== '') &&
    /^\W*(?:appendix|annexe?)\s+(?:[A-Z]|\d{1,2}[A-Z]?)\W*$/i.test(name.text)
  ) {
    const title = cells.find(({ text }) => text.trim() !== '')!;
    return listedAppendix({
      span: { start: spanOf(name).start, end: spanOf(title).end },
      words: { start: name.start, text: `${name.text.trim()}: ${title.text}` },
      link: null,
    });
  }
  if (!name || !/^\W*(?:list of )?(?:appendi(?:x|ces)|annex(?:es)?)(?:\s+attached)?\W*$/i.test(name.text)) return [];
  return cells.flatMap(({ text, start }) => {
    const starts = [...text.matchAll(/\b(?:appendix|annexe?)\s+[A-Z\d]/gi)].map(({ index }) => index);
    return starts.flatMap((from, at) => {
      const words = { start: start + from, text: text.slice(from, starts[at + 1]).replace(/(?:<br\s*\/?>|[;,\s]|\band)+$/i, '') };
      return listedAppendix({ span: spanOf(words), words, link: null });
    });
  });
}

/** Whether what a row is about is struck through. */
const isWithdrawn = ({ cells }: Row, { use }: OpenTable): boolean => {
  const about =
    use === 'actions'
      ? cells.get('action')
      : use === 'measures'
        ? cells.get('measure')
        : use === 'findings'
          ? cells.get('finding')
          : undefined;
  return about !== undefined && isStruck(about);
};

/**
 * A row that is struck through is withdrawn, and only its label is known, so that a paper may speak of it. But an action that is struck
 * through because it is finished, or because its status says what became of it, is told with that status.
 */
function readStruckRow(source: string, node: TableRow, table: OpenTable, context: ReadingContext): readonly Item[] {
  const live = readCells(source, node, table);
  const row = readCells(source, node, table, true);
  if (row.isEmpty) return [];
  const status = live.cells.get('status');
  const cells = status && !isBlank(status) ? new Map([...row.cells, ['status', status]]) : row.cells;
  if (table.use === 'actions' && isClosed(part(cells.get('status') ?? nowhere).text, context.statusScale))
    return readActionRow(source, { ...row, cells }, node, table, context);
  return define({ label: row.label, words: nowhere, span: row.span }, 'other');
}

const nowhere: Words = { start: 0, text: '' };
const isBlank = (words: Words): boolean => part(words).text === '';

function readCells(source: string, node: TableRow, { columns }: OpenTable, withStruck = false): Row {
  const cells = new Map<string, Words>();
  const end = spanOfNode(node).end;
  columns.forEach((field, index) => {
    if (field === null) return;
    const cell = node.children[index];
    cells.set(field, cell ? cellWords(source, cell, withStruck) : { start: end, text: '' });
  });
  const ref = cells.get('ref');
  const label = ref ? readLabel(ref.text, ref.start) : null;
  return {
    span: spanOfNode(node),
    label,
    cells,
    isEmpty: node.children.every((cell) => cellWords(source, cell, withStruck).text.trim() === ''),
  };
}

const refusal = /^(?:not (?:agreed|accepted|supported)|rejected|declined|disagreed?)\.?$/i;

function readActionRow(
  source: string,
  { span, label, cells }: Row,
  node: TableRow,
  { columns }: OpenTable,
  context: ReadingContext,
): readonly Item[] {
  const fields: Partial<Record<ActionField, Part>> = {};
  for (const [field, words] of cells) fields[field as ActionField] = part(words);
  // "Progress: Green" or "Progress: 🟢 The tender is out" in a table without a column for the status.
  if (!fields.status && fields.progress) {
    const { progress } = fields;
    const status = isStatusAlone(progress.text, context) ? progress : statusBefore(progress, context);
    if (status) fields.status = status;
  }
  const { text, span: textSpan } = fields.action!;
  const filled = node.children.filter(({ children }) => children.length > 0);
  // A line across the table ("**Priority 1: the front door**") heads the rows below it.
  if (filled.length === 1 && columns.length > 2 && (text === '' || filled[0]!.children.every(({ type }) => type === 'strong'))) return [];
  // Minutes have a column for what an item led to, which is mostly empty.
  if (text === '' && context.type === 'minutes') return [];
  const action = actionItem(
    {
      form: 'table',
      taken: false,
      refused: node.children.some((cell) => refusal.test(cellWords(source, cell).text.trim())),
      span,
      label,
      text,
      textSpan,
      fields,
      words: cells as ReadonlyMap<ActionField, Words>,
    },
    context,
  );
  const measure = cells.get('measure');
  const measured = measure && measure.text.trim() !== '' ? [readMeasure(measure, fields.measure!.span, null, 'field', null)] : [];
  return [...define({ label, words: cells.get('action')!, span }, 'action'), action, ...measured];
}

/** Whether words are a status and nothing more. */
const isStatusAlone = (text: string, { statusScale }: ReadingContext): boolean =>
  text !== '' && text.split(' ').length <= 3 && !/[.,;:]/.test(text) && readStatus(text, statusScale).isKnown;

/** A coloured mark, or a word of status and what parts it from the rest: "✅ Held in July", "On track – two of three are in post". */
const statusThenMore = /^(?:(?<mark>[🔴🟠🟡🟢🔵✅]\ufe0f?)\s+\S|(?<word>[A-Za-z]+(?: [A-Za-z]+){0,2})(?:\s*[:;.–—]\s|\s-\s)\s*\S)/u;

/** The status that words on progress begin with. */
function statusBefore({ text, span }: Part, { statusScale }: ReadingContext): Part | null {
  const { mark, word } = statusThenMore.exec(text)?.groups ?? {};
  const said = mark ?? word;
  if (said === undefined || !readStatus(said, statusScale).isKnown || (word !== undefined && /^[a-z]$/i.test(word))) return null;
  return { text: said, span: { start: span.start, end: span.start + said.length } };
}

function readMeasureRow({ span, label, cells }: Row): readonly Item[] {
  const measure = cells.get('measure')!;
  if (measure.text.trim() === '') return [];
  const cell = (field: MeasureField): Words | null => cells.get(field) ?? null;
  return [
    ...define({ label, words: measure, span }, 'measure'),
    measureOfRow(span, label, measure, { baseline: cell('baseline'), target: cell('target'), actual: cell('actual'), by: cell('by') }),
  ];
}

function readFindingRow({ span, label, cells }: Row, polarity: Polarity | null): readonly Item[] {
  const words = cells.get('finding')!;
  const { text, span: textSpan } = part(words);
  if (text === '' || polarity === null) return define({ label, words, span }, 'other');
  return [...define({ label, words, span }, 'finding'), { kind: 'finding', span, label, polarity, text, textSpan }];
}

/** The words of a cell; an empty one stands behind its opening stroke. */
export function cellWords(source: string, cell: TableCell, withStruck = false): Words {
  if (cell.children.length > 0) return wordsOf(source, cell.children, withStruck);
  const start = cell.position?.start.offset ?? 0;
  const end = cell.position?.end.offset ?? start;
  return { start: Math.min(source[start] === '|' ? start + 1 : start, end), text: '' };
}

const cellPart = (source: string, cell: TableCell): Part => part(cellWords(source, cell));

/** Everything behind the first cell, for a label of a table whose other columns are not known. */
function restOf(source: string, { children }: TableRow): Words {
  const next = children.find((cell, index) => index > 0 && cell.children.length > 0);
  return next ? cellWords(source, next) : { start: 0, text: '' };
}
