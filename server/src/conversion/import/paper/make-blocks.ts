import { actionFieldOf } from '../../../language/model/item-parts/fields.ts';
import type { TextBlock } from './blocks.ts';
import { inlineText, type Run } from './inline-markdown.ts';
import { markerOf } from './markers.ts';
import { plainLook, type Look, type TableCell, type TableRow } from './block-form.ts';

/** Where a paragraph stands in a list. */
export interface ListPlace {
  /** 0 for an item of a list that stands in no other. */
  readonly depth: number;
  /** As printed: `2.`, `a)`, `1.4`; null for a bullet. */
  readonly marker: string | null;
}

export interface ParagraphFacts {
  /** 1 for the highest level of headings; 0 for the title of the paper; null for text. */
  readonly heading?: number | null;
  readonly list?: ListPlace | null;
  readonly look?: Look;
  readonly afterPageBreak?: boolean;
  /** Whether it is quoted from somebody. */
  readonly quoted?: boolean;
}

/** A paragraph with what its format says of it, or null where it has no words. A bullet that was typed makes an item of it. */
export function paragraphBlock(
  runs: readonly Run[],
  { heading = null, list = null, look = plainLook, afterPageBreak = false, quoted = false }: ParagraphFacts = {},
): TextBlock | null {
  const { lines, markdown } = inlineText(runs);
  if (lines.length === 0) return null;
  const base = { line: -1, afterPageBreak };
  const numbered = (first: string) => (list?.marker ? `${list.marker} ${first}` : first);
  if (heading !== null) {
    const plain = inlineText(runs, { strong: false });
    return {
      ...base,
      lines: [numbered(plain.lines.join(' '))],
      form: {
        kind: 'heading',
        level: Math.max(1, heading),
        isTitle: heading === 0,
        markdown: [numbered(plain.markdown.join(' '))],
        ...(list?.marker ? { marker: list.marker } : {}),
      },
    };
  }
  if (list)
    return {
      ...base,
      lines: [numbered(lines[0]!), ...lines.slice(1)],
      form: { kind: 'item', ...list, look, markdown: markdown.map(plainField) },
    };
  const typed = lines.length === 1 ? markerOf(lines[0]!) : null;
  if (typed?.style === 'bullet' && !/^[–—]$/.test(typed.text)) {
    // A tick says that something is done, a cross that it is not: no mere bullets.
    const rest = ticks.test(typed.text) ? runs : withoutStart(runs, typed.text.length);
    const own = inlineText(rest);
    return {
      ...base,
      lines: ticks.test(typed.text) ? own.lines : [typed.rest],
      form: { kind: 'item', depth: 0, marker: null, look, markdown: own.markdown },
    };
  }
  return { ...base, lines, form: { kind: 'paragraph', look, markdown, ...(quoted ? { quoted } : {}) } };
}

const ticks = /^[✓✔☑✗✘☒✅❌]/u;

/** "**Owner:** Head of Service" as the dialect writes it: the name of a field needs no bold. */
const plainField = (line: string): string =>
  line.replace(
    /^\*\*([^*:]{2,40}):\*\*(?=\s)|^\*\*([^*:]{2,40})\*\*:(?=\s)/,
    (whole, inside: string | undefined, before: string | undefined) =>
      actionFieldOf(inside ?? before ?? '') === null ? whole : `${inside ?? before}:`,
  );

/** A heading, item or paragraph with the number that stands beside it before its words; null for a table. */
export function withNumber({ form, ...block }: TextBlock, number: string): TextBlock | null {
  if (!form || form.kind === 'table' || (form.kind === 'item' && form.marker !== null)) return null;
  const [first = '', ...more] = block.lines;
  if (form.kind === 'item')
    return {
      ...block,
      lines: [`${number} ${first}`, ...more],
      form: {
        kind: 'paragraph',
        look: form.look,
        markdown: form.markdown.map((line, index) => (index === 0 ? `${number} ${line}` : line)),
      },
    };
  return {
    ...block,
    lines: [`${number} ${first}`, ...more],
    form: { ...form, markdown: form.markdown.map((line, index) => (index === 0 ? `${number} ${line}` : line)) },
  };
}

/** A paragraph that begins with the number that was typed before it, as the item of a list with that number; null where it does not. */
export function withTypedMarker({ form, ...block }: TextBlock, place: ListPlace): TextBlock | null {
  const [first = '', ...more] = block.lines;
  const marker = place.marker ?? '';
  if (form?.kind !== 'paragraph' || !form.markdown[0]?.startsWith(marker) || !first.startsWith(marker)) return null;
  const rest = form.markdown[0].slice(marker.length).trimStart();
  return rest === ''
    ? null
    : { ...block, lines: [first, ...more], form: { kind: 'item', ...place, look: form.look, markdown: [rest, ...form.markdown.slice(1)] } };
}

function withoutStart(runs: readonly Run[], length: number): readonly Run[] {
  const [first, ...more] = runs.slice(runs.findIndex(({ text }) => text.trim() !== ''));
  return first ? [{ ...first, text: first.text.trimStart().slice(length) }, ...more] : [];
}

export interface CellParagraph {
  readonly runs: readonly Run[];
  /** The number or bullet before it. */
  readonly marker?: string | null;
}

/** A cell out of its paragraphs; a line break parts them, since a row has only one line. */
export function tableCell(paragraphs: readonly CellParagraph[]): TableCell {
  // A bold line over others says what they are about.
  const isHeaded = paragraphs.length > 1 && paragraphs.some(({ runs }) => runs.some((run) => !run.strong && run.text.trim() !== ''));
  const parts = paragraphs.flatMap(({ runs, marker }) => {
    const { lines, markdown } = inlineText(isHeaded ? runs : withoutWholeLook(runs));
    // A number that Word prints before nothing, as in a column of references.
    if (lines.length === 0 && marker && marker !== '•') return [{ text: marker, markdown: marker }];
    const mark = marker ? `${marker} ` : '';
    return lines.map((text, index) => ({
      text: index === 0 ? `${mark}${text}` : text,
      markdown: index === 0 ? `${mark}${markdown[index]!}` : markdown[index]!,
    }));
  });
  return cellOfLines(parts);
}

/** A cell out of its lines, each as plain text and in Markdown. */
const cellOfLines = (parts: readonly { readonly text: string; readonly markdown: string }[]): TableCell => ({
  text: parts.map(({ text }) => text).join(' '),
  markdown: parts.map(({ markdown }) => markdown).join('<br>'),
  ...(parts.length > 1 ? { lines: parts.map(({ text }) => text) } : {}),
});

/** Bold or slanted words tell nothing where all of them are so. */
function withoutWholeLook(runs: readonly Run[]): readonly Run[] {
  const words = runs.filter(({ text }) => text.trim() !== '');
  const strong = words.every((run) => run.strong);
  const emphasis = words.every((run) => run.emphasis);
  return strong || emphasis
    ? runs.map((run) => ({ ...run, strong: strong ? false : (run.strong ?? false), emphasis: emphasis ? false : (run.emphasis ?? false) }))
    : runs;
}

const inOneLine = (cells: readonly TableCell[]): TableCell => ({
  text: cells.map(({ text }) => text).join(' – '),
  markdown: cells.map(({ markdown }) => markdown).join(' – '),
});

/** A cell out of the blocks that stand in it. */
export function cellOfBlocks(blocks: readonly TextBlock[]): TableCell {
  return cellOfLines(
    blocks.flatMap(({ form, lines }) => {
      if (!form) return [];
      // A table inside a cell, row by row.
      if (form.kind === 'table') return form.rows.map(({ cells }) => inOneLine(cells.filter(({ text }) => text !== '')));
      const mark = form.kind === 'item' && !(form.marker === null && ticks.test(lines[0] ?? '')) ? `${form.marker ?? '•'} ` : '';
      const alone = blocks.length === 1 && form.kind !== 'heading' && form.look.strong;
      return form.markdown.map((line, index) => ({
        text: `${index === 0 && mark === '• ' ? mark : ''}${lines[index]!}`,
        markdown: `${index === 0 ? mark : ''}${alone ? line.replace(/^\*\*([^*]+)\*\*$/, '$1') : line}`,
      }));
    }),
  );
}

export const emptyCell: TableCell = { text: '', markdown: '' };
/** What stands beside a cell that reaches over several columns. */
export const joinedCell: TableCell = { ...emptyCell, isJoined: true };

/** A table, its rows made equally long; null where it has no words. Columns and rows that are empty throughout are left out. */
export function tableBlock(rows: readonly TableRow[], afterPageBreak = false): TextBlock | null {
  const filled = rows.filter(({ cells }) => cells.some(({ text }) => text !== ''));
  if (filled.length === 0) return null;
  const width = filled.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const used = Array.from({ length: width }, (_, column) =>
    filled.some(({ cells }) => (cells[column]?.text ?? '') !== '' || cells[column]?.colour !== undefined),
  );
  const even = filled.map((row) => ({
    ...row,
    cells: Array.from({ length: width }, (_, column) => row.cells[column] ?? emptyCell).filter((_, column) => used[column]),
  }));
  return {
    lines: even.map(({ cells }) => cells.map(({ text }) => text).join('\t')),
    line: -1,
    afterPageBreak,
    form: { kind: 'table', rows: even },
  };
}
