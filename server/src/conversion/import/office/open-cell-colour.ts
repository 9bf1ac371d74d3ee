import { isColouredSign, statusColour, type StatusColour } from '../paper/status-colour.ts';
import type { OpenStyles } from './open-document-styles.ts';
import { elementsOf, textIn, type XmlElement } from './xml.ts';

/** The colour of status that a cell shows: by its fill, or, where it holds no words, by what stands in it. */
export function openCellColour(cell: XmlElement, styles: OpenStyles): StatusColour | null {
  const own = statusColour(styles.style(cell.attributes['table:style-name']).fill);
  const text = textIn(cell).trim();
  if (isColouredSign(text))
    return first(cell, (element) => statusColour(styles.style(element.attributes['text:style-name']).colour)) ?? own;
  if (own || text !== '') return own;
  return first(cell, (element) =>
    statusColour(styles.style(element.attributes['text:style-name'] ?? element.attributes['draw:style-name']).fill),
  );
}

/** The first colour that is found below an element; a style of its own counts before that of what it stands in. */
function first(parent: XmlElement, colourOf: (element: XmlElement) => StatusColour | null): StatusColour | null {
  for (const element of elementsOf(parent)) {
    const found =
      first(element, colourOf) ??
      (element.attributes['text:style-name'] !== undefined || element.attributes['draw:style-name'] !== undefined
        ? colourOf(element)
        : null);
    if (found) return found;
  }
  return null;
}
