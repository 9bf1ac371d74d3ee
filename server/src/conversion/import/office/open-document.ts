import { markBoxed, type TextBlock } from '../paper/blocks.ts';
import { CannotImport } from '../cannot-import.ts';
import { blanksNote } from '../paper/blanks-note.ts';
import { placedGrid, toGrid, type SpanningCell } from '../paper/cell-grid.ts';
import { changesNote } from '../paper/changes-note.ts';
import { namesColumns } from '../body/formed-blocks.ts';
import { paragraphBlock, tableBlock, tableCell, type ListPlace } from '../paper/make-blocks.ts';
import { openCellColour } from './open-cell-colour.ts';
import { createOpenCounting, type OpenList } from './open-document-counting.ts';
import { readOpenParagraph, type OpenParagraph, type OpenSeen } from './open-document-paragraph.ts';
import { pageEdges, readOpenStyles, type OpenStyle, type OpenStyles } from './open-document-styles.ts';
import type { TableRow } from '../paper/block-form.ts';
import type { Run } from '../paper/inline-markdown.ts';
import type { Paper } from '../paper/paper.ts';
import { picturesNote } from '../paper/pictures.ts';
import { childOf, childrenOf, descendantsOf, elementsOf, parseXml, partsIn, textIn, type XmlElement } from './xml.ts';
import { openZip } from './zip.ts';

const noText = (): CannotImport =>
  new CannotImport(
    'This is no OpenDocument text: it has no text in it. Open it in LibreOffice or Word, save it as a Word document (.docx), and import that.',
  );

/** Reads an OpenDocument text (.odt). Throws `CannotImport` where it is none. */
export function readOpenDocument(bytes: Uint8Array): Paper {
  const entries = openZip(bytes, (name) => /^(?:content|styles|meta|META-INF\/manifest)\.xml$/.test(name));
  const manifest = entries.get('META-INF/manifest.xml');
  if (manifest && [...descendantsOf(parseXml(manifest), 'manifest:encryption-data')].length > 0) {
    throw new CannotImport(
      'The file is protected with a password. Open it, take the password off, save it under another name, and import that.',
    );
  }
  const part = partsIn(entries);
  const meta = part('meta.xml');
  return paperOf(part('content.xml'), part('styles.xml'), childOf(meta, 'office:document-meta') ?? meta);
}

/** Reads an OpenDocument text that is one file of XML (.fodt). Throws `CannotImport` where it is none. */
export function readFlatOpenDocument(bytes: Uint8Array): Paper {
  const root = parseXml(bytes);
  return paperOf(root, root, root);
}

/** A paper of the elements that hold its text, its styles and page edges, and its properties; in a flat file all three are one. */
function paperOf(content: XmlElement | undefined, styleFile: XmlElement | undefined, meta: XmlElement | undefined): Paper {
  const text = childOf(childOf(content, 'office:body'), 'office:text');
  if (!content || !text) throw noText();
  const styles = readOpenStyles([...(styleFile && styleFile !== content ? [styleFile] : []), content]);
  const read = readBody(text, styles);
  const edges = (name: RegExp) =>
    pageEdges(styleFile)
      .filter((edge) => name.test(edge.name))
      .flatMap((edge) => readBody(edge, styles).blocks.map(({ lines }) => lines.join(' ').replaceAll('\t', ' ')));
  const pageHeads = edges(/header/);
  const title = textIn(childOf(childOf(meta, 'office:meta'), 'dc:title')).trim();
  return {
    blocks: [...read.blocks, ...read.noteBlocks],
    furniture: [...new Set([...pageHeads, ...edges(/footer/)])],
    pageHeads,
    properties: title === '' ? {} : { title },
    notes: read.remarks,
  };
}

/** The blocks of a text or of the edge of a page, its footnotes, and what is to be told of it. */
function readBody(
  root: XmlElement,
  styles: OpenStyles,
): { readonly blocks: readonly TextBlock[]; readonly noteBlocks: readonly TextBlock[]; readonly remarks: readonly string[] } {
  const blocks: TextBlock[] = [];
  const seen: OpenSeen = { changes: false, deleted: [], pictures: [], contents: [], comments: [], blanks: [], notes: [] };
  const { headingNumber, openList, nextPlace } = createOpenCounting(styles);
  const readParagraph = (element: XmlElement): OpenParagraph => readOpenParagraph(element, styles, seen);

  const headingOf = (element: XmlElement, style: OpenStyle): number | null => {
    if (/^title$/i.test(style.name)) return 0;
    if (element.name === 'text:h') return Number(element.attributes['text:outline-level'] ?? 1);
    const named = /^heading ([1-9])$/i.exec(style.name);
    return named ? Number(named[1]) : null;
  };

  const addParagraph = (element: XmlElement, list: ListPlace | null) => {
    const { runs, style, size, boxes } = readParagraph(element);
    const heading = headingOf(element, style);
    const words = runs.filter(({ text }) => text.trim() !== '');
    const look = { strong: words.length > 0 && words.every(({ strong }) => strong), size, setOff: style.underlined };
    const block = paragraphBlock(runs, {
      heading,
      list: list ?? (element.name === 'text:h' && words.length > 0 ? headingNumber(element) : null),
      look,
      afterPageBreak: style.breaksBefore,
    });
    if (block) blocks.push(block);
    const start = blocks.length;
    for (const box of boxes) addAll(box);
    markBoxed(blocks, start);
  };

  const addList = (list: XmlElement, depth: number, outer: OpenList | null) => {
    const open = openList(list, outer);
    if (outer && list.attributes['text:continue-numbering'] !== 'true') open.counts.length = Math.min(open.counts.length, depth);
    for (const item of elementsOf(list)) {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') continue;
      let first = item.name === 'text:list-item';
      for (const child of elementsOf(item)) {
        if (child.name === 'text:list') addList(child, depth + 1, open);
        else if (child.name === 'text:p' || child.name === 'text:h') {
          addParagraph(child, first ? nextPlace(open, depth, item) : null);
          first = false;
        } else addOne(child);
      }
    }
  };
  const paragraphsOf = (
    cell: XmlElement,
    counted: OpenList | null = null,
    depth = 0,
  ): readonly { readonly runs: readonly Run[]; readonly marker?: string | null }[] =>
    elementsOf(cell).flatMap((child) => {
      if (child.name === 'text:p' || child.name === 'text:h') {
        const { runs, boxes } = readParagraph(child);
        return [{ runs }, ...boxes.flatMap((box) => paragraphsOf(box))];
      }
      if (child.name === 'text:list') {
        const list = counted ?? openList(child, null);
        return elementsOf(child).flatMap((item) => {
          const place = nextPlace(list, depth, item);
          return paragraphsOf(item, list, depth + 1).map((one, index) =>
            index === 0 && one.marker === undefined && place ? { ...one, marker: place.marker ?? '•' } : one,
          );
        });
      }
      return child.name === 'text:section' || child.name === 'table:table' || child.name.startsWith('table:table-')
        ? paragraphsOf(child)
        : [];
    });

  const addTable = (table: XmlElement) => {
    const rows = rowsOf(table, false);
    const cells = rows.flatMap(({ row }) => cellsOf(row));
    if (
      isLayout(
        rows.map(({ row }) => row),
        cells,
      )
    ) {
      for (const cell of cells) addAll(cell);
      return;
    }
    const looks: boolean[] = [];
    const read = rows.map(({ row }) => {
      let strong = true;
      const line = elementsOf(row)
        .filter(isCellOrCovered)
        .flatMap((cell): readonly (SpanningCell | null)[] => {
          if (cell.name === 'table:covered-table-cell')
            return Array.from({ length: Math.min(100, Number(cell.attributes['table:number-columns-repeated'] ?? 1)) }, () => null);
          const paragraphs = paragraphsOf(cell);
          strong &&= paragraphs.every(({ runs }) => runs.every((run) => run.strong || run.text.trim() === ''));
          const colour = openCellColour(cell, styles);
          return [
            {
              cell: colour ? { ...tableCell(paragraphs), colour } : tableCell(paragraphs),
              columns: Number(cell.attributes['table:number-columns-spanned'] ?? 1),
              rows: Number(cell.attributes['table:number-rows-spanned'] ?? 1),
            },
          ];
        });
      looks.push(strong);
      return line;
    });
    const grid = read.some((line) => line.includes(null))
      ? placedGrid(read)
      : toGrid(read.map((line) => line.filter((cell) => cell !== null)));
    const block = tableBlock(grid.map((line, index): TableRow => ({ cells: line, isHeader: rows[index]!.isHeader || looks[index]! })));
    if (block) blocks.push(block);
  };

  const addOne = (child: XmlElement): void => {
    switch (child.name) {
      case 'text:p':
      case 'text:h':
        addParagraph(child, null);
        break;
      case 'text:list':
        addList(child, 0, null);
        break;
      case 'table:table':
        addTable(child);
        break;
      case 'text:table-of-content':
        seen.contents.push(...[...descendantsOf(child, 'text:p')].map(textIn).filter((line) => line.trim() !== ''));
        break;
      case 'text:tracked-changes':
        seen.changes ||= elementsOf(child).length > 0;
        seen.deleted.push(
          ...[...descendantsOf(child, 'text:deletion')].map((region) =>
            [...descendantsOf(region, 'text:p'), ...descendantsOf(region, 'text:h')].map(textIn).join(' '),
          ),
        );
        break;
      case 'office:forms':
      case 'text:sequence-decls':
      case 'text:variable-decls':
      case 'text:user-field-decls':
        break;
      case 'draw:frame':
        addAll(child);
        break;
      case 'draw:image':
        seen.pictures.push('');
        break;
      default:
        addAll(child);
    }
  };
  const addAll = (parent: XmlElement): void => {
    for (const child of elementsOf(parent)) addOne(child);
  };
  addAll(root);

  const noteBlocks = seen.notes.flatMap((note, index) => {
    const block = paragraphBlock([
      { text: `[${index + 1}] ` },
      ...[...descendantsOf(childOf(note, 'text:note-body') ?? note, 'text:p')].flatMap((paragraph) => readParagraph(paragraph).runs),
    ]);
    return block ? [block] : [];
  });
  return {
    blocks,
    noteBlocks,
    remarks: [
      ...changesNote(seen.changes, seen.deleted),
      ...picturesNote(seen.pictures),
      ...blanksNote(seen.blanks),
      ...(seen.contents.length > 0
        ? [`The table of contents was left out: ${seen.contents.map((line) => `“${line.replace(/\s+/g, ' ').trim()}”`).join(', ')}.`]
        : []),
      ...seen.comments,
    ],
  };
}

/**
 * Whether a table only lays out the page: it has one cell, or holds tables without being a plan or having at least three cells in every
 * row.
 */
function isLayout(rows: readonly XmlElement[], cells: readonly XmlElement[]): boolean {
  if (cells.length === 1) return true;
  if (!cells.some((cell) => [...descendantsOf(cell, 'table:table')].length > 0)) return false;
  const names = (row: XmlElement) =>
    namesColumns({ isHeader: false, cells: cellsOf(row).map((cell) => ({ text: textIn(cell).trim(), markdown: '' })) });
  return !rows.slice(0, 3).some(names) && !(rows.length > 1 && rows.every((row) => cellsOf(row).length >= 3));
}

const rowsOf = (table: XmlElement, isHeader: boolean): readonly { readonly row: XmlElement; readonly isHeader: boolean }[] =>
  elementsOf(table).flatMap((child) =>
    child.name === 'table:table-row'
      ? [{ row: child, isHeader }]
      : child.name === 'table:table-header-rows'
        ? rowsOf(child, true)
        : child.name === 'table:table-rows' || child.name === 'table:table-row-group'
          ? rowsOf(child, isHeader)
          : [],
  );
const isCellOrCovered = ({ name }: XmlElement): boolean => name === 'table:table-cell' || name === 'table:covered-table-cell';
const cellsOf = (row: XmlElement): readonly XmlElement[] => childrenOf(row, 'table:table-cell');
