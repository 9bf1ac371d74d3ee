import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import type { Element, ElementContent } from 'hast';
import { trimmed } from '../../../language/render/head.ts';
import type { RenderedBlock } from '../../../language/render/rendering.ts';
import { runsByContainer } from '../../../language/syntax/containers.ts';
import { inline, marked, textOf, type Words } from './inline.ts';
import { clean } from '../xml-text.ts';
import { bulletStep, hanging, orderedIndent, type ListPlace, type Numbering } from './numbering.ts';
import { cellsIn, columnWidths, placeCells, rowsIn, type PlacedCell, type Row } from './table-grid.ts';
import { quoteIndent, statusGround, type StyleIds, type StyleName } from './styles.ts';

export interface Layout {
  readonly styles: StyleIds;
  readonly words: Words;
  readonly numbering: Numbering;
  /** Width of the text on the page, in twentieths of a point. */
  readonly width: number;
  /** How many levels the headings stand lower than in the paper alone: those of an appendix under its title. */
  readonly lower: number;
  /** How deep the template's own lists of bullets go. */
  readonly bulletDepth: number;
  /** How far from the margin lists and quotations begin, in twentieths of a point: under a numbered paragraph, where its words begin. */
  readonly under?: number;
  /**
   * Whether what is written stays on one page with what comes after it: the words of an action with its fields, or a sentence with the
   * table that it announces.
   */
  readonly keepsNext?: boolean;
  /** Whether the template numbers its headings, though the paper has numbers already: then a heading without one gets none. */
  readonly headingsNumbered: boolean;
}

type Piece = Paragraph | Table;

/** Blocks as Word's paragraphs and tables, in order: Word counts what it numbers in the order of the file. */
export function wordBlocks(blocks: readonly RenderedBlock[], layout: Layout): Piece[] {
  const pieces: Piece[] = [];
  let under = 0;
  const runs = runsByContainer(blocks);
  for (const [place, run] of runs.entries()) {
    const { container } = run[0]!;
    const announces = runs[place + 1]?.[0]!.container ? run.at(-1)! : null;
    if (container?.type === 'table') pieces.push(...wordTable(run, layout));
    else if (container)
      pieces.push(
        ...topList(run, container.ordered ? (container.start ?? 1) : null, { ...layout, under: run.some(isParagraphOfItsOwn) ? 0 : under }),
      );
    else
      pieces.push(
        ...run.flatMap((block) =>
          flowBlock(block, { ...layout, under, keepsNext: block === announces && /:\s*$/.test(textOf(block.nodes)) }),
        ),
      );
    under = underAfter(run, under);
  }
  return pieces;
}

/** Whether a block is counted with the paper's paragraphs, and not inside one of them. */
const isParagraphOfItsOwn = ({ number, is }: RenderedBlock): boolean =>
  number !== null && (is !== 'recommendation' || number.values.length > 1);

/** Where what comes after some blocks begins: what is no paragraph goes on under the paragraph before it. */
function underAfter(run: readonly RenderedBlock[], under: number): number {
  const last = run.at(-1)!;
  if (isParagraphOfItsOwn(last)) return last.is === 'heading' ? 0 : hanging;
  const [first] = last.nodes;
  const goesOn =
    last.nodes.length === 0 || last.container?.type === 'list' || (first?.type === 'element' && first.tagName === 'blockquote');
  return goesOn ? under : 0;
}

/** The number before a block: Word's own where it comes to the same, else as text. */
function numberOf(
  { number, id }: RenderedBlock,
  { numbering, words }: Layout,
): { readonly place: ListPlace | null; readonly text: ParagraphChild[] } {
  if (!number) return { place: null, text: [] };
  const place = numbering.counting(number);
  return place
    ? { place, text: [] }
    : { place: null, text: [...marked([new TextRun(number.text)], id, words), new TextRun({ children: [new Tab()] })] };
}

function flowBlock(block: RenderedBlock, layout: Layout): Piece[] {
  const [first] = block.nodes;
  if (first?.type !== 'element' || block.nodes.length !== 1 || !/^(?:p|h[1-6])$/.test(first.tagName))
    return block.nodes.flatMap((node) => piecesOf(node, layout, 'body'));
  const { place, text } = numberOf(block, layout);
  const words = inline(first.children, layout.words);
  const isHeading = first.tagName !== 'p';
  const style: StyleName = isHeading ? headingStyle(first, layout) : block.number ? 'numbered' : 'body';
  const hangs = block.number !== null &&
    place === null && { indent: { left: hanging, hanging }, tabStops: [{ type: 'left' as const, position: hanging }] };
  return [
    paragraph(style, [...text, ...(text.length > 0 && block.number ? words : marked(words, block.id, layout.words))], layout, {
      ...numberingOf(place),
      ...hangs,
      ...(isHeading && place === null && layout.headingsNumbered && { numbering: false }),
      ...(hasBreak(first) && { alignment: AlignmentType.LEFT }),
    }),
  ];
}

/** Lines that end where they were broken; Word would draw them to the full width in a council's justified text. */
const hasBreak = ({ children }: Element): boolean => children.some((node) => node.type === 'element' && node.tagName === 'br');

const headingStyle = ({ tagName }: Element, { lower }: Layout): StyleName =>
  (['heading1', 'heading1', 'heading2', 'heading3', 'heading4', 'heading5'] as const)[Number(tagName[1]) - 1 + lower] ?? 'heading5';

const numberingOf = (place: ListPlace | null): IParagraphOptions =>
  place ? { numbering: { reference: place.reference, level: place.level } } : {};

const paragraph = (
  style: StyleName,
  children: readonly ParagraphChild[],
  { styles, under = 0, keepsNext = false }: Layout,
  options: IParagraphOptions = {},
): Paragraph =>
  new Paragraph({
    style: styles[style],
    children,
    ...(keepsNext && { keepNext: true }),
    ...(style === 'quote' && under > 0 && { indent: { left: under + quoteIndent, right: quoteIndent } }),
    ...options,
  });

/** An element of the text as paragraphs of a style; what stands in it keeps its own. */
function piecesOf(node: ElementContent, layout: Layout, style: StyleName): Piece[] {
  if (node.type === 'text') return node.value.trim() === '' ? [] : [paragraph(style, inline([node], layout.words), layout)];
  if (node.type !== 'element') return [];
  switch (node.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [paragraph(headingStyle(node, layout), inline(node.children, layout.words), layout)];
    case 'ul':
    case 'ol':
      return list(node, layout, 0);
    case 'table':
      return [...captionOf(node, layout), ...tableOf(rowsIn(node), { ...layout, under: 0 })];
    case 'blockquote':
      return mixed(node.children, layout, 'quote');
    case 'pre':
      return codeLines(node, layout);
    case 'hr':
      return [new Paragraph({ thematicBreak: true })];
    case 'div':
    case 'figure':
    case 'dl':
    case 'dd':
    case 'dt':
      return mixed(node.children, layout, style);
    case 'p':
    case 'figcaption':
    case 'caption':
      return [paragraph(style, inline(node.children, layout.words), layout)];
    default:
      return [paragraph(style, inline([node], layout.words), layout)];
  }
}

const isBlock = (node: ElementContent): boolean =>
  node.type === 'element' && /^(?:h[1-6]|[uo]l|table|blockquote|pre|hr|div|figure|figcaption|d[ldt]|p)$/.test(node.tagName);

/** Paragraphs of words and blocks that stand side by side. */
function mixed(nodes: readonly ElementContent[], layout: Layout, style: StyleName): Piece[] {
  return runsOf(nodes).flatMap((run) => {
    if (!Array.isArray(run)) return piecesOf(run as ElementContent, layout, style);
    const words = inline(trimmed(run as ElementContent[]), layout.words);
    return words.length > 0 && textOf(run as ElementContent[]).trim() !== '' ? [paragraph(style, words, layout)] : [];
  });
}

/** Words that stand together, and the blocks between them. */
function runsOf(nodes: readonly ElementContent[]): readonly (ElementContent | readonly ElementContent[])[] {
  const result: (ElementContent | ElementContent[])[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (isBlock(node)) result.push(node);
    else if (Array.isArray(last)) last.push(node);
    else result.push([node]);
  }
  return result;
}

const codeLines = (node: Element, layout: Layout): Paragraph[] => {
  const text = node.children
    .map((child) =>
      child.type === 'text'
        ? child.value
        : child.type === 'element'
          ? child.children.map((inner) => (inner.type === 'text' ? inner.value : '')).join('')
          : '',
    )
    .join('');
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => paragraph('code', [new TextRun(clean(line))], layout));
};

/** A list of the text itself: its items are blocks, and may have numbers of the house style. */
function topList(blocks: readonly RenderedBlock[], start: number | null, layout: Layout): Piece[] {
  let ordered: ListPlace | null = null;
  return blocks.flatMap((block, index) => {
    const items = block.nodes.filter((node): node is Element => node.type === 'element' && node.tagName === 'li');
    const { place, text } = numberOf(block, layout);
    const together = { ...layout, keepsNext: block.is === 'action' };
    if (block.number)
      return items.flatMap((item) =>
        listItem(item, together, 0, { place, text, style: block.is === 'recommendation' ? 'recommendation' : 'numbered', id: block.id }),
      );
    if (start !== null) ordered ??= layout.numbering.orderedList(0, start + index, /^\s*\d+\)/.test(block.model.block.text) ? ')' : '.');
    return items.flatMap((item) =>
      listItem(item, together, 0, {
        place: start === null ? bullet(0, layout) : ordered,
        text: [],
        style: start === null ? 'bullet' : 'listNumber',
        id: block.id,
      }),
    );
  });
}

const bullet = (depth: number, { numbering, bulletDepth }: Layout): ListPlace | null =>
  depth < bulletDepth ? null : numbering.bullet(depth);

function list(node: Element, layout: Layout, depth: number): Piece[] {
  const items = node.children.filter((child): child is Element => child.type === 'element' && child.tagName === 'li');
  const start = typeof node.properties['start'] === 'number' ? node.properties['start'] : 1;
  const place = node.tagName === 'ol' && items.length > 0 ? layout.numbering.orderedList(depth, start, '.') : bullet(depth, layout);
  return items.flatMap((item, index) =>
    listItem(item, { ...layout, keepsNext: layout.keepsNext === true && index < items.length - 1 }, depth, {
      place,
      text: [],
      style: node.tagName === 'ol' ? 'listNumber' : depth === 0 ? 'bullet' : 'bullet2',
      id: null,
    }),
  );
}

interface Marker {
  readonly place: ListPlace | null;
  readonly text: readonly ParagraphChild[];
  readonly style: StyleName;
  readonly id: string | null;
}

/** The first words of an item carry its mark; more paragraphs stand under them, and lists one step deeper. */
function listItem(item: Element, layout: Layout, depth: number, { place, text, style, id }: Marker): Piece[] {
  let isFirst = true;
  const { under = 0 } = layout;
  const indent = under + (style === 'numbered' || style === 'recommendation' ? hanging : bulletStep * (depth + 1));
  const hangs = indentOf(style, depth);
  const moved = place !== null && under > 0 && { indent: { left: under + hangs.left, hanging: hangs.hanging } };
  const runs = runsOf(item.children).filter(
    (run) => !Array.isArray(run) || textOf(run as ElementContent[]).trim() !== '' || run.some((node) => node.type === 'element'),
  );
  return runs.flatMap((run, at): Piece[] => {
    // The last words of an item that stands in no other end what is kept together.
    const here =
      depth === 0 && at === runs.length - 1 && (Array.isArray(run) || (run as Element).tagName === 'p')
        ? { ...layout, keepsNext: false }
        : layout;
    if (!Array.isArray(run)) {
      const block = run as Element;
      if (block.tagName === 'ul' || block.tagName === 'ol') return list(block, layout, depth + 1);
      if (block.tagName !== 'p') return piecesOf(block, layout, 'listContinue');
    }
    const nodes = trimmed(Array.isArray(run) ? (run as ElementContent[]) : (run as Element).children);
    if (textOf(nodes).trim() === '' && !nodes.some((node) => node.type === 'element')) return [];
    const words = inline(nodes, layout.words);
    if (!isFirst) return [paragraph('listContinue', words, here, { indent: { left: indent } })];
    isFirst = false;
    const literal = text.length > 0;
    return [
      paragraph(style, [...text, ...(literal ? words : marked(words, id, layout.words))], here, {
        ...numberingOf(place),
        ...moved,
        ...(literal && { indent: { left: indent, hanging: indent - under } }),
      }),
    ];
  });
}

/** Where an item of a list stands that Word marks by itself. */
const indentOf = (style: StyleName, depth: number): { readonly left: number; readonly hanging: number } =>
  style === 'numbered' || style === 'recommendation'
    ? { left: hanging, hanging }
    : style === 'listNumber'
      ? orderedIndent(depth)
      : { left: bulletStep * (depth + 1), hanging: bulletStep };

function wordTable(blocks: readonly RenderedBlock[], layout: Layout): Piece[] {
  const rows = blocks.flatMap(({ nodes, model }) =>
    nodes.flatMap((node) =>
      node.type === 'element' && node.tagName === 'tr' ? [{ isHeader: model.block.opensContainer, cells: cellsIn(node) }] : [],
    ),
  );
  return tableOf(rows, layout);
}

/** The title that a table of foreign HTML has. */
const captionOf = (table: Element, layout: Layout): Piece[] =>
  table.children.flatMap((part) => (part.type === 'element' && part.tagName === 'caption' ? piecesOf(part, layout, 'body') : []));

const line = { style: BorderStyle.SINGLE, size: 4, color: '8A9099' };
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

/** A table whose head is repeated on every page, with a space after it. */
function tableOf(written: readonly Row[], layout: Layout): Piece[] {
  const { rows, columns } = placeCells(written);
  if (columns === 0) return [];
  const widths = columnWidths(rows, columns, layout.width);
  const table = new Table({
    width: { size: layout.width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders,
    tableLook: {
      firstRow: rows.some(({ isHeader }) => isHeader),
      firstColumn: false,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: rows.map(
      ({ isHeader, cells }) =>
        new TableRow({
          tableHeader: isHeader,
          cantSplit: true,
          children: cells.map((placed) =>
            tableCell(
              placed,
              isHeader,
              widths.slice(placed.column, placed.column + placed.columnSpan).reduce((sum, width) => sum + width, 0),
              layout,
            ),
          ),
        }),
    ),
  });
  return [table, gap()];
}

/** Word joins two tables that touch. */
const gap = (): Paragraph => new Paragraph({ children: [], spacing: { before: 0, after: 60, line: 120, lineRule: LineRuleType.EXACT } });

const cellMargin = 80;

const alignments: Readonly<Record<string, 'right' | 'center'>> = {
  'align-right': AlignmentType.RIGHT,
  'align-center': AlignmentType.CENTER,
};

function tableCell({ cell, columnSpan, rowSpan }: Omit<PlacedCell, 'column'>, isHeader: boolean, width: number, layout: Layout): TableCell {
  const style = isHeader ? 'tableHeading' : 'tableText';
  const classes = Array.isArray(cell?.properties['className']) ? cell.properties['className'].map(String) : [];
  const alignment = alignments[classes[0] ?? ''];
  const blocks = cell?.children.some(isBlock);
  const children = !cell
    ? []
    : blocks
      ? mixed(cell.children, { ...layout, width: width - 2 * cellMargin }, style)
      : [paragraph(style, inline(cell.children, layout.words), layout, alignment ? { alignment } : {})];
  const stage = cell ? stageIn(cell) : null;
  return new TableCell({
    children: children.length > 0 && children.at(-1) instanceof Paragraph ? children : [...children, paragraph(style, [], layout)],
    width: { size: width, type: WidthType.DXA },
    ...(columnSpan > 1 && { columnSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    margins: { left: cellMargin, right: cellMargin },
    ...(isHeader
      ? { shading: { fill: 'F2F4F6', type: 'clear', color: 'auto' } }
      : stage
        ? { shading: { fill: statusGround[stage] ?? 'EFEFEF', type: 'clear', color: 'auto' } }
        : {}),
  });
}

function stageIn({ children }: Element): string | null {
  for (const child of children) {
    if (child.type !== 'element') continue;
    const classes = child.properties['className'];
    const found =
      Array.isArray(classes) && classes.includes('status') ? classes.find((name) => String(name).startsWith('stage-')) : undefined;
    if (found !== undefined) return String(found);
  }
  return null;
}

/** The header table of a paper. */
export function headerTable(
  rows: readonly { readonly label: string; readonly values: readonly ElementContent[] }[],
  layout: Layout,
): Piece[] {
  const cell = (children: ElementContent[]) => ({
    cell: { type: 'element' as const, tagName: 'td', properties: {}, children },
    columnSpan: 1,
    rowSpan: 1,
  });
  const label = Math.round(layout.width * 0.32);
  if (rows.length === 0) return [];
  const table = new Table({
    width: { size: layout.width, type: WidthType.DXA },
    columnWidths: [label, layout.width - label],
    layout: TableLayoutType.FIXED,
    borders,
    tableLook: { firstRow: false, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: [
            tableCell(cell([{ type: 'text', value: row.label }]), true, label, layout),
            tableCell(cell([...row.values]), false, layout.width - label, layout),
          ],
        }),
    ),
  });
  return [table, gap()];
}
