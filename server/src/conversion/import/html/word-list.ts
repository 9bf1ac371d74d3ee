import { defaultTreeAdapter } from 'parse5';
import { attribute, type Element } from './elements.ts';
import type { ListPlace } from '../paper/make-blocks.ts';
import { isBulletMark } from '../paper/markers.ts';

const { isElementNode, isTextNode } = defaultTreeAdapter;

const styleOf = (element: Element): string => attribute(element, 'style');

/** Whether an element holds nothing but the bullet or number of a paragraph that Word wrote. */
export const isWordMark = (element: Element): boolean => /mso-list:\s*ignore/i.test(styleOf(element));

/**
 * The place of a paragraph in a list, as Word writes it for the clipboard and in web pages: the level in the style of the paragraph, the
 * bullet or number in a part of its own. Null for a paragraph that is in no list.
 */
export function wordListPlace(paragraph: Element): { readonly place: ListPlace } | null {
  const level = /mso-list:\s*[\w-]+ level(\d)/i.exec(styleOf(paragraph))?.[1];
  const found = markIn(paragraph);
  if (found === null) return null;
  const mark = found.replace(/\s+/gu, '');
  return { place: { depth: Math.min(8, Math.max(0, Number(level ?? 1) - 1)), marker: mark === '' || isBulletMark(mark) ? null : mark } };
}

function markIn(element: Element, depth = 0): string | null {
  for (const node of element.childNodes) {
    if (!isElementNode(node)) continue;
    if (isWordMark(node)) return textIn(node);
    const inside = depth < 6 ? markIn(node, depth + 1) : null;
    if (inside !== null) return inside;
  }
  return null;
}

const textIn = (element: Element): string =>
  element.childNodes.map((node) => (isTextNode(node) ? node.value : isElementNode(node) ? textIn(node) : '')).join('');
