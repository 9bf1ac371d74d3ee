import type { Run } from '../paper/inline-markdown.ts';
import type { OpenStyle, OpenStyles } from './open-document-styles.ts';
import { isSymbolFont, symbolsIn } from './symbol-fonts.ts';
import { childOf, childrenOf, descendantsOf, elementsOf, textIn, type XmlElement } from './xml.ts';

/** What is met on the way and is told at the end, or stands there. */
export interface OpenSeen {
  changes: boolean;
  /** Words that tracked changes delete. */
  readonly deleted: string[];
  /** What the makers of pictures wrote of them; empty for one without words. */
  readonly pictures: string[];
  readonly contents: string[];
  readonly comments: string[];
  /** Words of places that are still to be filled in. */
  readonly blanks: string[];
  /** Footnotes and endnotes in the order of their marks. */
  readonly notes: XmlElement[];
}

/** One paragraph, taken apart. */
export interface OpenParagraph {
  readonly runs: readonly Run[];
  readonly style: OpenStyle;
  /** The smallest of its words, in points; 0 where the file does not say. */
  readonly size: number;
  /** Text boxes and shapes with words that are anchored in it. */
  readonly boxes: readonly XmlElement[];
}

/** Reads a paragraph or heading, and notes what it holds besides its words. */
export function readOpenParagraph(element: XmlElement, styles: OpenStyles, seen: OpenSeen): OpenParagraph {
  const style = styles.style(element.attributes['text:style-name']);
  const runs: Run[] = [];
  const boxes: XmlElement[] = [];
  let size = Infinity;
  const walk = (parent: XmlElement, look: OpenStyle, link: string | undefined): void => {
    for (const child of parent.children) {
      const push = (text: string) => {
        runs.push({
          text,
          strong: look.strong,
          emphasis: look.emphasis,
          ...(look.struck ? { struck: true } : {}),
          ...(link === undefined ? {} : { link }),
        });
        if (text.trim() !== '') size = Math.min(size, look.size);
      };
      if (typeof child === 'string') {
        // White space of the file is none of the text.
        if (child !== '') push(isSymbolFont(look.font) ? symbolsIn(look.font, child.replace(/\s+/g, ' ')) : child.replace(/\s+/g, ' '));
        continue;
      }
      switch (child.name) {
        case 'text:span': {
          const own = styles.style(child.attributes['text:style-name']);
          walk(
            child,
            {
              ...look,
              strong: own.strong || look.strong,
              emphasis: own.emphasis || look.emphasis,
              underlined: own.underlined || look.underlined,
              struck: own.struck || look.struck,
              size: own.size || look.size,
              font: own.font || look.font,
            },
            link,
          );
          break;
        }
        case 'text:a':
          walk(child, look, child.attributes['xlink:href'] ?? link);
          break;
        case 'text:s':
          push(' '.repeat(Math.min(20, Number(child.attributes['text:c'] ?? 1))));
          break;
        case 'text:tab':
          push('\t');
          break;
        case 'text:line-break':
          push('\n');
          break;
        case 'text:note': {
          seen.notes.push(child);
          push(`[${seen.notes.length}]`);
          break;
        }
        case 'office:annotation':
          seen.comments.push(
            `${textIn(childOf(child, 'dc:creator')) || 'Somebody'} comments: “${childrenOf(child, 'text:p').map(textIn).join(' ')}”`,
          );
          break;
        case 'office:annotation-end':
        case 'text:soft-page-break':
        case 'text:bookmark':
        case 'text:bookmark-start':
        case 'text:bookmark-end':
          break;
        case 'draw:frame':
        case 'draw:custom-shape':
        case 'draw:a':
        case 'draw:g': {
          const boxed = textShapes(child);
          if (boxed.length > 0) boxes.push(...boxed);
          else seen.pictures.push(words(child));
          break;
        }
        case 'field:fieldmark':
          push(shownByForm(child));
          break;
        case 'loext:content-control':
          if (child.attributes['loext:showing-place-holder'] === 'true') seen.blanks.push(textIn(child).trim());
          else walk(child, look, link);
          break;
        case 'text:change-start':
        case 'text:change-end':
        case 'text:change':
          seen.changes = true;
          break;
        default:
          walk(child, look, link);
      }
    }
  };
  walk(element, style, undefined);
  return { runs, style, size: size === Infinity ? 0 : size, boxes };
}

/** What the maker of a picture wrote of it. */
const words = (frame: XmlElement): string =>
  textIn([...descendantsOf(frame, 'svg:desc')][0]) || textIn([...descendantsOf(frame, 'svg:title')][0]);

/** Text boxes and shapes with words in something drawn, in the order of the file. */
const textShapes = (drawn: XmlElement): readonly XmlElement[] =>
  drawn.name === 'draw:text-box' || drawn.name === 'draw:custom-shape' ? [drawn] : elementsOf(drawn).flatMap(textShapes);

/** What a box or a list of a form shows: ☒, ☐, or the line that was chosen. */
function shownByForm(mark: XmlElement): string {
  const values = (name: string): readonly string[] =>
    childrenOf(mark, 'field:param')
      .filter(({ attributes }) => attributes['field:name'] === name)
      .map(({ attributes }) => attributes['field:value'] ?? '');
  const type = mark.attributes['field:type'] ?? '';
  if (type.endsWith('FORMCHECKBOX')) return values('Checkbox_Checked')[0] === 'true' ? '☒' : '☐';
  return type.endsWith('FORMDROPDOWN') ? (values('Dropdown_ListEntry')[Number(values('Dropdown_Selected')[0] ?? 0)] ?? '') : '';
}
