import type { TextBlock } from './blocks.ts';
import { emptyCell, joinedCell, paragraphBlock, tableBlock, tableCell, type ListPlace } from './make-blocks.ts';
import type { Run, TableCell, TableRow } from './paper.ts';
import { picturesNote } from './pictures.ts';
import type { Numbering } from './word-numbering.ts';
import { statusColour } from './status-colour.ts';
import { symbolOf } from './symbol-fonts.ts';
import { isOn, sizeOf, valueOf, type ParagraphStyle, type WordStyles } from './word-styles.ts';
import { childOf, childrenOf, descendantsOf, elementsOf, textIn, type XmlElement } from './xml.ts';

export interface WordParts {
  readonly styles: WordStyles;
  readonly numbering: Numbering;
  /** Outside address of a link, by its id. */
  address(id: string): string | undefined;
  /** Footnotes and endnotes, by `w:footnote:1`. */
  readonly notes: ReadonlyMap<string, XmlElement>;
}

export interface WordBody {
  readonly blocks: readonly TextBlock[];
  /** Notes in the order of their marks. */
  readonly noted: readonly { readonly mark: string; readonly paragraphs: XmlElement }[];
  /** Sentences for the officer. */
  readonly remarks: readonly string[];
}

/** One paragraph, taken apart. */
interface Paragraph {
  readonly runs: readonly Run[];
  readonly style: ParagraphStyle;
  readonly heading: number | null;
  readonly list: ListPlace | null;
  readonly size: number;
  /** Paragraphs of text boxes that are anchored in it. */
  readonly boxes: readonly XmlElement[];
  readonly breaksBefore: boolean;
  readonly breaksAfter: boolean;
}

const alone = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:sdt', 'w:sdtContent', 'w:bdo', 'w:dir', 'mc:Choice', 'w:fldSimple', 'w:object', 'w:ruby', 'w:rubyBase']);

/** Reads what stands in a body, a cell, a text box, a header or a note, in the order of the page. */
export function readWordBody(root: XmlElement, parts: WordParts): WordBody {
  const blocks: TextBlock[] = [];
  const noted: { mark: string; paragraphs: XmlElement }[] = [];
  const seen = { changes: false, pictures: [] as string[], contents: [] as string[] };
  let pageEnded = false;

  const add = (block: TextBlock | null) => {
    if (!block) return;
    blocks.push(pageEnded && !block.afterPageBreak ? { ...block, afterPageBreak: true } : block);
    pageEnded = false;
  };

  const readParagraph = (element: XmlElement): Paragraph => {
    const properties = childOf(element, 'w:pPr');
    const styleId = valueOf(properties, 'w:pStyle');
    const style = parts.styles.paragraph(styleId);
    const runs: (Run & { size?: number })[] = [];
    const boxes: XmlElement[] = [];
    let breaksBefore = isOn(properties, 'w:pageBreakBefore') ?? false;
    let breaksAfter = childOf(properties, 'w:sectPr') !== undefined;
    /** Fields that are open: their instruction is not printed, their result is. */
    const fields: { instruction: string; inResult: boolean }[] = [];
    const walk = (parent: XmlElement, link: string | undefined): void => {
      for (const child of elementsOf(parent)) {
        if (child.name === 'w:r') readRun(child, link);
        else if (child.name === 'w:hyperlink') walk(child, parts.address(child.attributes['r:id'] ?? '') ?? link);
        else if (child.name === 'w:del' || child.name === 'w:moveFrom') seen.changes = true;
        else if (child.name === 'mc:AlternateContent') walkAlternative(child);
        else if (child.name === 'm:oMath' || child.name === 'm:oMathPara') runs.push({ text: [...descendantsOf(child, 'm:t')].map(textIn).join('') });
        else if (alone.has(child.name)) {
          if (child.name === 'w:ins' || child.name === 'w:moveTo') seen.changes = true;
          walk(child, link);
        }
      }
    };
    const walkAlternative = (element: XmlElement) => {
      const choice = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
      if (choice) readDrawn(choice);
    };
    const readDrawn = (drawn: XmlElement) => {
      const boxed = [...descendantsOf(drawn, 'w:txbxContent')];
      if (boxed.length > 0) boxes.push(...boxed);
      else {
        const picture = [...descendantsOf(drawn, 'wp:docPr')][0];
        seen.pictures.push(picture?.attributes['descr'] ?? [...descendantsOf(drawn, 'v:shape')][0]?.attributes['alt'] ?? '');
      }
    };
    const readRun = (run: XmlElement, link: string | undefined): void => {
      const look = childOf(run, 'w:rPr');
      if (isOn(look, 'w:vanish') || isOn(look, 'w:webHidden')) return;
      const characterStyle = valueOf(look, 'w:rStyle');
      const strong = isOn(look, 'w:b') ?? ((characterStyle !== undefined && parts.styles.isStrong(characterStyle)) || style.strong);
      const hidden = fields.some(({ inResult }) => !inResult);
      const field = fields.at(-1)?.instruction ?? '';
      const address = link ?? /^\s*HYPERLINK\s+"(https?:[^"]+|mailto:[^"]+)"/i.exec(field)?.[1];
      const push = (text: string) => {
        if (!hidden && text !== '') runs.push({ text, strong, emphasis: isOn(look, 'w:i') ?? false, ...(address === undefined ? {} : { link: address }), ...(sizeOf(look) === undefined ? {} : { size: sizeOf(look)! }) });
      };
      for (const child of elementsOf(run)) {
        switch (child.name) {
          case 'w:t': push(textIn(child)); break;
          case 'w:tab': case 'w:ptab': push('\t'); break;
          case 'w:noBreakHyphen': push('-'); break;
          case 'w:cr': push('\n'); break;
          case 'w:br':
            if (child.attributes['w:type'] === 'page') {
              if (runs.some(({ text }) => text.trim() !== '')) breaksAfter = true;
              else breaksBefore = true;
            } else push('\n');
            break;
          case 'w:sym': push(symbolOf(child.attributes['w:font'] ?? '', parseInt(child.attributes['w:char'] ?? '', 16))); break;
          case 'w:fldChar':
            if (child.attributes['w:fldCharType'] === 'begin') fields.push({ instruction: '', inResult: false });
            else if (child.attributes['w:fldCharType'] === 'separate' && fields.length > 0) fields.at(-1)!.inResult = true;
            else fields.pop();
            break;
          case 'w:instrText': if (fields.length > 0) fields.at(-1)!.instruction += textIn(child); break;
          case 'w:footnoteReference': case 'w:endnoteReference': {
            const note = parts.notes.get(`${child.name.replace('Reference', '')}:${child.attributes['w:id'] ?? ''}`);
            if (!note) break;
            noted.push({ mark: String(noted.length + 1), paragraphs: note });
            push(`[${noted.length}]`);
            break;
          }
          case 'w:drawing': case 'w:pict': case 'w:object': readDrawn(child); break;
          case 'mc:AlternateContent': walkAlternative(child); break;
          default: break;
        }
      }
    };
    walk(element, undefined);
    const outline = valueOf(properties, 'w:outlineLvl');
    const heading = style.heading ?? (outline !== undefined && /^[0-8]$/.test(outline) ? Number(outline) + 1 : null);
    const sizes = runs.filter(({ text }) => text.trim() !== '').map(({ size }) => size ?? style.size);
    return { runs, style, heading, list: listPlace(properties, styleId, style, parts.numbering), size: sizes.length > 0 ? Math.min(...sizes) : 0, boxes, breaksBefore, breaksAfter };
  };

  const addParagraph = (element: XmlElement) => {
    const paragraph = readParagraph(element);
    const { runs, style, heading, list, size, boxes, breaksBefore, breaksAfter } = paragraph;
    if (breaksBefore) pageEnded = true;
    const words = runs.map(({ text }) => text).join('').trim();
    if (style.isContents) {
      if (words !== '') seen.contents.push(words);
    } else add(paragraphBlock(runs, { heading, list, look: { strong: isStrong(runs), size, setOff: isSetOff(element) } }));
    for (const box of boxes) addAll(box);
    if (breaksAfter) pageEnded = true;
  };

  const addTable = (table: XmlElement) => {
    const rows = rowsOf(table);
    const cells = rows.flatMap((row) => cellsOf(row));
    // A table that holds tables, or has one cell, lays out the page; what stands in it is text.
    if (cells.length === 1 || cells.some((cell) => [...descendantsOf(cell, 'w:tbl')].length > 0) || cells.every((cell, index) => index < 1 || cellText(cell) === '')) {
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
        const paragraphs = paragraphsIn(cell).map(readParagraph);
        const content = joined ? { ...(above[line.length] ?? emptyCell), isRepeated: true } : tableCell(paragraphs.flatMap((paragraph) => [{ runs: paragraph.runs, marker: markOf(paragraph) }, ...paragraph.boxes.flatMap((box) => paragraphsIn(box).map((inner) => ({ runs: readParagraph(inner).runs })))]));
        const colour = statusColour(childOf(properties, 'w:shd')?.attributes['w:fill']);
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

  const addAll = (parent: XmlElement): void => {
    for (const child of elementsOf(parent)) {
      if (child.name === 'w:p') addParagraph(child);
      else if (child.name === 'w:tbl') addTable(child);
      else if (child.name === 'w:sdt') {
        const gallery = [...descendantsOf(child, 'w:docPartGallery')][0]?.attributes['w:val'] ?? '';
        if (/table of contents/i.test(gallery)) seen.contents.push(...[...descendantsOf(child, 'w:p')].map((paragraph) => [...descendantsOf(paragraph, 'w:t')].map(textIn).join('').trim()).filter((words) => words !== ''));
        else addAll(childOf(child, 'w:sdtContent') ?? child);
      } else if (child.name === 'w:ins' || child.name === 'w:customXml' || child.name === 'w:smartTag') addAll(child);
      else if (child.name === 'mc:AlternateContent') addAll(childOf(child, 'mc:Choice') ?? child);
    }
  };
  addAll(root);
  return {
    blocks, noted,
    remarks: [
      ...(seen.changes ? ['The paper has tracked changes; it was imported as if all of them were accepted.'] : []),
      ...picturesNote(seen.pictures),
      ...(seen.contents.length > 0 ? [`The table of contents was left out: ${seen.contents.map((line) => `“${line.replace(/\t/g, ' ')}”`).join(', ')}.`] : []),
    ],
  };
}

const rowsOf = (table: XmlElement): readonly XmlElement[] => elementsOf(table).flatMap((child) => (child.name === 'w:tr' ? (childOf(childOf(child, 'w:trPr'), 'w:del') ? [] : [child]) : child.name === 'w:sdt' ? rowsOf(childOf(child, 'w:sdtContent') ?? child) : child.name === 'w:customXml' || child.name === 'w:ins' ? rowsOf(child) : []));
const cellsOf = (row: XmlElement): readonly XmlElement[] => elementsOf(row).flatMap((child) => (child.name === 'w:tc' ? [child] : child.name === 'w:sdt' ? cellsOf(childOf(child, 'w:sdtContent') ?? child) : child.name === 'w:customXml' ? cellsOf(child) : []));
/** The paragraphs of a cell or a text box, without those of the boxes in it. */
const paragraphsIn = (parent: XmlElement): readonly XmlElement[] => elementsOf(parent).flatMap((child) => (child.name === 'w:p' ? [child] : child.name === 'w:sdt' || child.name === 'w:sdtContent' || child.name === 'w:ins' || child.name === 'w:customXml' ? paragraphsIn(child) : []));
const cellText = (cell: XmlElement): string => [...descendantsOf(cell, 'w:t')].map(textIn).join('').trim();

const isStrong = (runs: readonly Run[]): boolean => runs.some(({ text }) => text.trim() !== '') && runs.every(({ text, strong }) => strong || text.trim() === '');

/** Underlined from end to end, as headings were on typewriters. */
const isSetOff = (paragraph: XmlElement): boolean => {
  const runs = childrenOf(paragraph, 'w:r').filter((run) => childOf(run, 'w:t'));
  return runs.length > 0 && runs.every((run) => { const line = valueOf(childOf(run, 'w:rPr'), 'w:u'); return line !== undefined && line !== 'none'; });
};

const markOf = ({ list }: Paragraph): string | null => (list ? (list.marker ?? '•') : null);

function listPlace(properties: XmlElement | undefined, styleId: string | undefined, style: ParagraphStyle, numbering: Numbering): ListPlace | null {
  const own = childOf(properties, 'w:numPr');
  const tied = styleId === undefined ? null : numbering.ofStyle(styleId);
  const id = valueOf(own, 'w:numId') ?? style.numberingId ?? tied?.id ?? null;
  if (id === null || id === '0') return null;
  const level = Number(valueOf(own, 'w:ilvl') ?? (tied && tied.id === id ? tied.level : null) ?? style.numberingLevel ?? 0);
  const marker = numbering.next(id, level);
  return marker === undefined ? null : { depth: level, marker };
}
