import type { ListPlace } from '../paper/make-blocks.ts';
import type { Run } from '../paper/inline-markdown.ts';
import { isSymbolFont, symbolOf, symbolsIn } from './symbol-fonts.ts';
import { OpenFields } from './word-fields.ts';
import type { Numbering } from './word-numbering.ts';
import { isOn, sizeOf, strikes, valueOf, type ParagraphStyle, type WordStyles } from './word-styles.ts';
import { childOf, childrenOf, descendantsOf, elementsOf, textIn, type XmlElement } from './xml.ts';

export interface WordParts {
  readonly styles: WordStyles;
  readonly numbering: Numbering;
  /** Outside address of a link, by its id. */
  address(id: string): string | undefined;
  /** Another part of the file by the id of the relation to it: the words of a diagram, a chart. */
  inner(id: string): XmlElement | undefined;
  /** Footnotes and endnotes, by `w:footnote:1`. */
  readonly notes: ReadonlyMap<string, XmlElement>;
}

/** What is noticed on the way, for the notes to the officer. */
export interface Seen {
  changes: boolean;
  /** Words that tracked changes delete. */
  readonly deleted: string[];
  /** What the makers of pictures wrote of them; empty for one without words. */
  readonly pictures: string[];
  /** Titles and names of charts. */
  readonly charts: string[];
  readonly contents: string[];
  /** Other files inside the paper that Word puts in when it opens it. */
  embedded: number;
  /** Footnotes and endnotes in the order of their marks. */
  readonly noted: { readonly mark: string; readonly paragraphs: XmlElement }[];
}

export const nothingSeen = (): Seen => ({ changes: false, deleted: [], pictures: [], charts: [], contents: [], embedded: 0, noted: [] });

/** A run with what only tables ask for. */
export type WordRun = Run & { readonly size?: number; readonly colour?: string };

/** One paragraph, taken apart. */
export interface Paragraph {
  readonly runs: readonly WordRun[];
  readonly style: ParagraphStyle;
  readonly heading: number | null;
  readonly list: ListPlace | null;
  readonly size: number;
  /** Whether all of it is underlined, as headings were on typewriters. */
  readonly setOff: boolean;
  /** Paragraphs of text boxes that are anchored in it. */
  readonly boxes: readonly XmlElement[];
  /** The words of diagrams that are anchored in it, one for each shape. */
  readonly shapes: readonly string[];
  readonly breaksBefore: boolean;
  readonly breaksAfter: boolean;
  /** Whether a tracked change deletes its end, so that it goes on in the next one. */
  readonly goesOn: boolean;
}

/** Elements that only hold what stands in the line. */
const holders = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
  'w:bdo',
  'w:dir',
  'mc:Choice',
  'w:fldSimple',
  'w:object',
  'w:ruby',
  'w:rubyBase',
]);

/** Takes a paragraph apart. Counts its number, so paragraphs have to be read in the order of the page, each once. */
export function readParagraph(element: XmlElement, parts: WordParts, seen: Seen): Paragraph {
  const properties = childOf(element, 'w:pPr');
  const styleId = valueOf(properties, 'w:pStyle');
  const style = parts.styles.paragraph(styleId);
  const runs: WordRun[] = [];
  const boxes: XmlElement[] = [];
  const shapes: string[] = [];
  const fields = new OpenFields();
  let breaksBefore = isOn(properties, 'w:pageBreakBefore') ?? false;
  let breaksAfter = childOf(properties, 'w:sectPr') !== undefined;

  const walk = (parent: XmlElement, link: string | undefined): void => {
    for (const child of elementsOf(parent)) {
      if (child.name === 'w:r') readRun(child, link);
      else if (child.name === 'w:hyperlink') walk(child, parts.address(child.attributes['r:id'] ?? '') ?? link);
      else if (child.name === 'w:del' || child.name === 'w:moveFrom') {
        seen.changes = true;
        if (child.name === 'w:del') seen.deleted.push(deletedText(child));
      } else if (child.name === 'mc:AlternateContent') readAlternative(child);
      else if (child.name === 'm:oMath' || child.name === 'm:oMathPara')
        runs.push({ text: [...descendantsOf(child, 'm:t')].map(textIn).join('') });
      else if (holders.has(child.name)) {
        if (child.name === 'w:ins' || child.name === 'w:moveTo') seen.changes = true;
        walk(child, link);
      }
    }
  };
  const readAlternative = (element: XmlElement) => {
    const choice = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
    if (choice) readDrawn(choice);
  };
  const readDrawn = (drawn: XmlElement) => {
    const boxed = [...descendantsOf(drawn, 'w:txbxContent')];
    const diagram = [...descendantsOf(drawn, 'dgm:relIds')][0];
    const chart = [...descendantsOf(drawn, 'c:chart')][0];
    if (boxed.length > 0) boxes.push(...boxed);
    else if (diagram) shapes.push(...diagramTexts(parts.inner(diagram.attributes['r:dm'] ?? '')));
    else if (chart) seen.charts.push(chartText(parts.inner(chart.attributes['r:id'] ?? '')));
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
    const struck = strikes(look) ?? ((characterStyle !== undefined && parts.styles.isStruck(characterStyle)) || style.struck);
    const faces = childOf(look, 'w:rFonts')?.attributes;
    const face = faces?.['w:ascii'] ?? faces?.['w:hAnsi'] ?? '';
    const size = sizeOf(look);
    const colour = valueOf(look, 'w:color');
    const push = (text: string) => {
      if (fields.hides || text === '') return;
      const address = link ?? fields.link;
      fields.printed();
      runs.push({
        text,
        strong,
        emphasis: isOn(look, 'w:i') ?? false,
        ...(struck ? { struck } : {}),
        ...(address === undefined ? {} : { link: address }),
        ...(size === undefined ? {} : { size }),
        ...(colour === undefined ? {} : { colour }),
      });
    };
    for (const child of elementsOf(run)) {
      switch (child.name) {
        case 'w:t':
          push(isSymbolFont(face) ? symbolsIn(face, textIn(child)) : textIn(child));
          break;
        case 'w:tab':
        case 'w:ptab':
          push('\t');
          break;
        case 'w:noBreakHyphen':
          push('-');
          break;
        case 'w:cr':
          push('\n');
          break;
        case 'w:br':
          if (child.attributes['w:type'] === 'page') {
            if (runs.some(({ text }) => text.trim() !== '')) breaksAfter = true;
            else breaksBefore = true;
          } else push('\n');
          break;
        case 'w:sym':
          push(symbolOf(child.attributes['w:font'] ?? '', parseInt(child.attributes['w:char'] ?? '', 16)));
          break;
        case 'w:fldChar':
          push(fields.mark(child));
          break;
        case 'w:instrText':
          fields.instruct(textIn(child));
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          const note = parts.notes.get(`${child.name.replace('Reference', '')}:${child.attributes['w:id'] ?? ''}`);
          if (!note) break;
          seen.noted.push({ mark: String(seen.noted.length + 1), paragraphs: note });
          push(`[${seen.noted.length}]`);
          break;
        }
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          readDrawn(child);
          break;
        case 'mc:AlternateContent':
          readAlternative(child);
          break;
        default:
          break;
      }
    }
  };
  walk(element, undefined);
  const mark = childOf(properties, 'w:rPr');
  const goesOn = childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined;
  const outline = valueOf(properties, 'w:outlineLvl');
  const heading = style.heading ?? (outline !== undefined && /^[0-8]$/.test(outline) ? Number(outline) + 1 : null);
  const sizes = runs.filter(({ text }) => text.trim() !== '').map(({ size }) => size ?? style.size);
  return {
    runs,
    style,
    heading,
    list: goesOn ? null : listPlace(properties, styleId, style, parts.numbering),
    size: sizes.length > 0 ? Math.min(...sizes) : 0,
    setOff: isSetOff(element),
    boxes,
    shapes,
    breaksBefore,
    breaksAfter,
    goesOn,
  };
}

/** Paragraphs one after the other, where one whose end was deleted goes on in the next. */
export function readParagraphs(elements: readonly XmlElement[], parts: WordParts, seen: Seen): readonly Paragraph[] {
  const read: Paragraph[] = [];
  let before: Paragraph | null = null;
  for (const [index, element] of elements.entries()) {
    const paragraph: Paragraph = before ? joinParagraphs(before, readParagraph(element, parts, seen)) : readParagraph(element, parts, seen);
    before = paragraph.goesOn && index < elements.length - 1 ? paragraph : null;
    if (!before) read.push(paragraph);
  }
  return read;
}

/** What becomes of two paragraphs between which the end of the first was deleted. It has the look and number of the second, as in Word. */
export const joinParagraphs = (first: Paragraph, second: Paragraph): Paragraph => ({
  ...second,
  runs: [...first.runs, ...second.runs],
  boxes: [...first.boxes, ...second.boxes],
  shapes: [...first.shapes, ...second.shapes],
  breaksBefore: first.breaksBefore || second.breaksBefore,
});

/** The words of something that a tracked change deletes. */
export const deletedText = (deleted: XmlElement): string => [...descendantsOf(deleted, 'w:delText')].map(textIn).join('');

/** The words of the shapes of a diagram (SmartArt), in the order in which they were written. */
const diagramTexts = (data: XmlElement | undefined): readonly string[] =>
  childrenOf(childOf(data, 'dgm:ptLst'), 'dgm:pt')
    .map((point) =>
      [...descendantsOf(point, 'a:p')]
        .map((paragraph) => [...descendantsOf(paragraph, 'a:t')].map(textIn).join(''))
        .join(' ')
        .trim(),
    )
    .filter((text) => text !== '');

/** Title, names of the lines or bars, and what stands below them. */
function chartText(part: XmlElement | undefined): string {
  if (!part) return '';
  const title = [...descendantsOf(part, 'c:title')].map((element) => [...descendantsOf(element, 'a:t')].map(textIn).join(''));
  const names = [...descendantsOf(part, 'c:tx'), ...descendantsOf(part, 'c:cat')].flatMap((element) =>
    [...descendantsOf(element, 'c:v')].map(textIn),
  );
  return [...new Set([...title, ...names].map((text) => text.trim()).filter((text) => text !== ''))].join(', ');
}

/** Underlined from end to end. */
const isSetOff = (paragraph: XmlElement): boolean => {
  const runs = childrenOf(paragraph, 'w:r').filter((run) => childOf(run, 'w:t'));
  return (
    runs.length > 0 &&
    runs.every((run) => {
      const line = valueOf(childOf(run, 'w:rPr'), 'w:u');
      return line !== undefined && line !== 'none';
    })
  );
};

function listPlace(
  properties: XmlElement | undefined,
  styleId: string | undefined,
  style: ParagraphStyle,
  numbering: Numbering,
): ListPlace | null {
  const own = childOf(properties, 'w:numPr');
  const tied = styleId === undefined ? null : numbering.ofStyle(styleId);
  const id = valueOf(own, 'w:numId') ?? style.numberingId ?? tied?.id ?? null;
  if (id === null || id === '0') return null;
  const level = Number(valueOf(own, 'w:ilvl') ?? (tied && tied.id === id ? tied.level : null) ?? style.numberingLevel ?? 0);
  const marker = numbering.next(id, level);
  return marker === undefined ? null : { depth: level, marker };
}
