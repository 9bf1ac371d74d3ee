import { markBoxed, type TextBlock } from '../paper/blocks.ts';
import { changesNote } from '../paper/changes-note.ts';
import { namesColumns } from '../body/formed-blocks.ts';
import { emptyCell, joinedCell, paragraphBlock, tableBlock, tableCell, type CellParagraph } from '../paper/make-blocks.ts';
import type { TableCell, TableRow } from '../paper/block-form.ts';
import type { Run } from '../paper/inline-markdown.ts';
import { picturesNote } from '../paper/pictures.ts';
import { isColouredSign, statusColour, type StatusColour } from '../paper/status-colour.ts';
import {
  deletedText,
  joinParagraphs,
  nothingSeen,
  readParagraph,
  readParagraphs,
  type Paragraph,
  type WordParts,
} from './word-paragraph.ts';
import { isOn, valueOf } from './word-styles.ts';
import { childOf, childrenOf, descendantsOf, elementsOf, textIn, type XmlElement } from './xml.ts';

export interface WordBody {
  readonly blocks: readonly TextBlock[];
  /** Notes in the order of their marks. */
  readonly noted: readonly { readonly mark: string; readonly paragraphs: XmlElement }[];
  /** Sentences for the officer. */
  readonly remarks: readonly string[];
}

/** Reads what stands in a body, a cell, a text box, a header or a note, in the order of the page. */
export function readWordBody(root: XmlElement, parts: WordParts): WordBody {
  const blocks: TextBlock[] = [];
  const seen = nothingSeen();
  let pageEnded = false;

  const add = (block: TextBlock | null) => {
    if (!block) return;
    blocks.push(pageEnded && !block.afterPageBreak ? { ...block, afterPageBreak: true } : block);
    pageEnded = false;
  };

  const addParagraph = ({ runs, style, heading, list, size, setOff, boxes, shapes, breaksBefore, breaksAfter }: Paragraph) => {
    if (breaksBefore) pageEnded = true;
    const words = runs
      .map(({ text }) => text)
      .join('')
      .trim();
    if (style.isContents) {
      if (words !== '') seen.contents.push(words);
    } else add(paragraphBlock(runs, { heading, list, look: { strong: isStrong(runs), size, setOff } }));
    for (const text of shapes) add(paragraphBlock([{ text }], { list: { depth: 0, marker: null } }));
    const start = blocks.length;
    for (const box of boxes) addAll(box);
    markBoxed(blocks, start);
    if (breaksAfter) pageEnded = true;
  };

  const addTable = (table: XmlElement) => {
    const rows = rowsOf(table, (deleted) => {
      seen.changes = true;
      seen.deleted.push(deletedText(deleted) || textOfRow(deleted));
    });
    const cells = rows.flatMap((row) => cellsOf(row));
    if (isLayout(rows, cells)) {
      for (const cell of cells) addAll(cell);
      return;
    }
    const above: (TableCell | undefined)[] = [];
    const read = rows.map((row): TableRow => {
      const line: TableCell[] = [];
      const gap = Number(valueOf(childOf(row, 'w:trPr'), 'w:gridBefore') ?? 0);
      for (let index = 0; index < gap; index++) line.push(emptyCell);
      let allStrong = true;
      for (const cell of cellsOf(row)) {
        const properties = childOf(cell, 'w:tcPr');
        const merge = childOf(properties, 'w:vMerge');
        const joined = merge !== undefined && merge.attributes['w:val'] !== 'restart';
        const paragraphs = readParagraphs(paragraphsIn(cell), parts, seen);
        const content = joined ? { ...(above[line.length] ?? emptyCell), isRepeated: true } : readCell(cell, paragraphs);
        const colour =
          statusColour(childOf(properties, 'w:shd')?.attributes['w:fill']) ??
          content.colour ??
          (content.text === '' && !joined ? colourInside(cell) : null);
        allStrong &&= paragraphs.every(({ runs }) => isStrong(runs) || runs.every(({ text }) => text.trim() === ''));
        above[line.length] = content;
        line.push(colour ? { ...content, colour } : content);
        for (let span = Number(valueOf(properties, 'w:gridSpan') ?? 1); span > 1; span--) {
          above[line.length] = joinedCell;
          line.push(joinedCell);
        }
      }
      return { cells: line, isHeader: (isOn(childOf(row, 'w:trPr'), 'w:tblHeader') ?? false) || allStrong };
    });
    add(tableBlock(read));
  };

  /** The words of a cell; a table that stands in it gives a line for each of its rows. */
  const readCell = (cell: XmlElement, paragraphs: readonly Paragraph[]): TableCell => {
    const colour = colourOfSign(paragraphs);
    const inside = tablesIn(cell).flatMap((table) =>
      rowsOf(table).map((row): CellParagraph => ({
        runs: betweenCells(cellsOf(row).map((one) => readParagraphs(paragraphsIn(one), parts, seen).flatMap(({ runs }) => runs))),
      })),
    );
    const read = tableCell([
      ...paragraphs.flatMap((paragraph) => [
        { runs: paragraph.runs, marker: markOf(paragraph) },
        ...paragraph.shapes.map((text) => ({ runs: [{ text }] })),
        ...paragraph.boxes.flatMap((box) => readParagraphs(paragraphsIn(box), parts, seen).map(({ runs }) => ({ runs }))),
      ]),
      ...inside,
    ]);
    return colour ? { ...read, colour } : read;
  };

  const addAll = (parent: XmlElement): void => {
    /** A paragraph whose end was deleted, until the next one comes. */
    let open: Paragraph | null = null;
    const close = () => {
      if (open) addParagraph(open);
      open = null;
    };
    const walk = (element: XmlElement): void => {
      for (const child of elementsOf(element)) {
        if (child.name === 'w:p') {
          const read = readParagraph(child, parts, seen);
          const paragraph: Paragraph = open ? joinParagraphs(open, read) : read;
          open = paragraph.goesOn ? paragraph : null;
          if (!open) addParagraph(paragraph);
        } else if (child.name === 'w:tbl') {
          close();
          addTable(child);
        } else if (child.name === 'w:sdt') {
          const gallery = [...descendantsOf(child, 'w:docPartGallery')][0]?.attributes['w:val'] ?? '';
          if (/table of contents/i.test(gallery))
            seen.contents.push(
              ...[...descendantsOf(child, 'w:p')]
                .map((paragraph) => [...descendantsOf(paragraph, 'w:t')].map(textIn).join('').trim())
                .filter((words) => words !== ''),
            );
          else walk(childOf(child, 'w:sdtContent') ?? child);
        } else if (child.name === 'w:ins' || child.name === 'w:customXml' || child.name === 'w:smartTag') walk(child);
        else if (child.name === 'mc:AlternateContent') walk(childOf(child, 'mc:Choice') ?? child);
        else if (child.name === 'w:altChunk' || child.name === 'w:subDoc') seen.embedded++;
      }
    };
    walk(parent);
    close();
  };
  addAll(root);
  return {
    blocks,
    noted: seen.noted,
    remarks: [
      ...changesNote(seen.changes, seen.deleted),
      ...picturesNote(seen.pictures),
      ...seen.charts.map((words) => `A chart was left out${words === '' ? '' : `: “${words}”`}.`),
      ...(seen.embedded > 0
        ? [
            'A part of the paper is another file inside it, and was not imported. Open the paper in Word, save it, and import it again: then that part is text.',
          ]
        : []),
      ...(seen.contents.length > 0
        ? [`The table of contents was left out: ${seen.contents.map((line) => `“${line.replace(/\t/g, ' ')}”`).join(', ')}.`]
        : []),
    ],
  };
}

/**
 * Whether a table only lays out the page, so that what stands in it is text: it has one cell or one column of words, or holds tables. A
 * table that names the columns of a plan, or has at least three cells in every row, is one though a cell holds a small table too.
 */
function isLayout(rows: readonly XmlElement[], cells: readonly XmlElement[]): boolean {
  if (cells.length === 1 || cells.every((cell, index) => index < 1 || cellText(cell) === '')) return true;
  if (!cells.some((cell) => [...descendantsOf(cell, 'w:tbl')].length > 0)) return false;
  const names = (row: XmlElement) =>
    namesColumns({ isHeader: false, cells: cellsOf(row).map((cell) => ({ text: cellText(cell), markdown: '' })) });
  return !rows.slice(0, 3).some(names) && !(rows.length > 1 && rows.every((row) => cellsOf(row).length >= 3));
}

const rowsOf = (table: XmlElement, whenDeleted?: (row: XmlElement) => void): readonly XmlElement[] =>
  elementsOf(table).flatMap((child) => {
    if (child.name === 'w:sdt') return rowsOf(childOf(child, 'w:sdtContent') ?? child, whenDeleted);
    if (child.name === 'w:customXml' || child.name === 'w:ins') return rowsOf(child, whenDeleted);
    if (child.name !== 'w:tr') return [];
    if (!childOf(childOf(child, 'w:trPr'), 'w:del')) return [child];
    whenDeleted?.(child);
    return [];
  });
const cellsOf = (row: XmlElement): readonly XmlElement[] =>
  elementsOf(row).flatMap((child) =>
    child.name === 'w:tc'
      ? [child]
      : child.name === 'w:sdt'
        ? cellsOf(childOf(child, 'w:sdtContent') ?? child)
        : child.name === 'w:customXml'
          ? cellsOf(child)
          : [],
  );
/** The paragraphs of a cell or a text box, without those of the boxes in it. */
const paragraphsIn = (parent: XmlElement): readonly XmlElement[] =>
  elementsOf(parent).flatMap((child) =>
    child.name === 'w:p'
      ? [child]
      : child.name === 'w:sdt' || child.name === 'w:sdtContent' || child.name === 'w:ins' || child.name === 'w:customXml'
        ? paragraphsIn(child)
        : [],
  );
const tablesIn = (cell: XmlElement): readonly XmlElement[] => [...descendantsOf(cell, 'w:tbl')];
const cellText = (cell: XmlElement): string => [...descendantsOf(cell, 'w:t')].map(textIn).join('').trim();
const textOfRow = (row: XmlElement): string => cellsOf(row).map(cellText).join(' ');

const isStrong = (runs: readonly Run[]): boolean =>
  runs.some(({ text }) => text.trim() !== '') && runs.every(({ text, strong }) => strong || text.trim() === '');
const betweenCells = (cells: readonly (readonly Run[])[]): readonly Run[] =>
  cells
    .filter((runs) => runs.some(({ text }) => text.trim() !== ''))
    .flatMap((runs, index) => (index === 0 ? runs : [{ text: ' – ' }, ...runs]));

/** Word's names for the colours that words are marked with, where those are colours of status. */
const highlights: Readonly<Record<string, string>> = {
  red: 'ff0000',
  yellow: 'ffff00',
  green: '00ff00',
  darkGreen: '008000',
  blue: '0000ff',
  darkBlue: '00008b',
  darkRed: '8b0000',
  darkYellow: '808000',
  cyan: '00ffff',
};

/** The colour in a cell without words: that of its empty lines, or of a circle or box that is drawn in it. */
function colourInside(cell: XmlElement): StatusColour | null {
  const fills = [
    ...[...descendantsOf(cell, 'w:shd')].map(({ attributes }) => attributes['w:fill']),
    ...[...descendantsOf(cell, 'w:highlight')].map(({ attributes }) => highlights[attributes['w:val'] ?? '']),
    ...[...descendantsOf(cell, 'wps:spPr')].flatMap((shape) =>
      childrenOf(shape, 'a:solidFill').map((fill) => childOf(fill, 'a:srgbClr')?.attributes['val']),
    ),
    ...['v:shape', 'v:oval', 'v:rect', 'v:roundrect'].flatMap((name) =>
      [...descendantsOf(cell, name)].map(({ attributes }) => attributes['fillcolor']?.split(' ')[0]),
    ),
  ];
  return fills.map(statusColour).find((colour) => colour !== null) ?? null;
}

/** The colour of a dot or square that is all that a cell holds, as plans show a status. */
function colourOfSign(paragraphs: readonly Paragraph[]): StatusColour | null {
  const runs = paragraphs.flatMap((paragraph) => paragraph.runs).filter(({ text }) => text.trim() !== '');
  return runs.length === 1 && isColouredSign(runs[0]!.text.trim()) ? statusColour(runs[0]!.colour) : null;
}

const markOf = ({ list }: Paragraph): string | null => (list ? (list.marker ?? '•') : null);
