import { defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5';

const { isElementNode, isTextNode } = defaultTreeAdapter;

/** An element of a web page. What is asked of elements here looks at them and changes nothing. */
export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Elements that show nothing. */
export const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'iframe',
  'object',
  'audio',
  'video',
  'canvas',
  'input',
  'select',
  'textarea',
  'map',
  'datalist',
  'meta',
  'link',
  'title',
]);

/** Elements that stand on lines of their own. */
export const blockElements = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'ul',
  'caption',
]);

/** The value of an attribute; empty where the element has none of that name. */
export const attribute = (element: Element, name: string): string => element.attrs.find((one) => one.name === name)?.value ?? '';

/** Deeper than any page that people wrote; deeper elements are read as text. */
export const deepest = 300;

/** Every element below another, in the order of the page, as deep as {@link deepest}. */
export function* elementsIn(parent: Element, depth = 0): Generator<Element> {
  if (depth > deepest) return;
  for (const node of parent.childNodes) {
    if (!isElementNode(node)) continue;
    yield node;
    yield* elementsIn(node, depth + 1);
  }
}

/** All words of an element, however deep they are nested. */
export const textIn = (element: Element): string => (isControl(element) ? '' : wordsIn(element));

function wordsIn(element: Element): string {
  let text = '';
  const waiting: Node[] = [...element.childNodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isTextNode(node)) text += node.value;
    else if (isElementNode(node) && !silent.has(node.tagName) && !isControl(node)) {
      if (blockElements.has(node.tagName) || /^t[rdh]$/.test(node.tagName)) text += ' ';
      for (let index = node.childNodes.length - 1; index >= 0; index--) waiting.push(node.childNodes[index]!);
    }
  }
  return text;
}

/** How many characters of text stand in an element. */
export const lengthOf = (element: Element): number => textIn(element).replace(/\s+/g, ' ').length;

/** What buttons and signs are called that open and close a part of a page. */
const namesFolding = /accordion|collaps|expand|tab-?pane|tab-?panel|toggle/i;
const namesSite = /(?:^|[\s_-])(?:menu|nav|navbar|search|cookies?|modal|dialog|dropdown|tooltip|share|feedback)(?:$|[\s_-])/i;
/** "Show", "Hide all sections": what a button does, and not what it opens. */
const foldingWords =
  /^(?:show|hide|open|close|expand|collapse|toggle|read more|more|menu|search|[+–—-])?(?: (?:this|all))?(?: (?:sections?|panels?|details?))?$/i;

const parentOf = (element: Element): Element | null => (element.parentNode && 'attrs' in element.parentNode ? element.parentNode : null);
const isHeadingElement = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName);
const namesOf = (element: Element): string => `${attribute(element, 'class')} ${attribute(element, 'id')} ${attribute(element, 'role')}`;

/** A button to press. One that opens a part of the page shows the heading of that part. */
export function isControl(element: Element): boolean {
  if (element.tagName !== 'button') return false;
  const parent = parentOf(element);
  const opens = ['aria-controls', 'aria-expanded', 'data-toggle', 'data-bs-toggle', 'data-target', 'data-bs-target'].some(
    (name) => attribute(element, name) !== '',
  );
  const isOfPart =
    (parent !== null && isHeadingElement(parent)) ||
    [...elementsIn(element)].some(isHeadingElement) ||
    ['data-toggle', 'data-bs-toggle'].some((name) => attribute(element, name) === 'collapse') ||
    namesFolding.test(`${namesOf(element)} ${parent ? namesOf(parent) : ''}`);
  return !opens || !isOfPart || namesSite.test(namesOf(element)) || foldingWords.test(wordsIn(element).replace(/\s+/g, ' ').trim());
}

/** "Show", beside the heading inside the button of a part. */
export function isFoldingSign(element: Element): boolean {
  if (element.tagName !== 'span' || !foldingWords.test(textIn(element).trim())) return false;
  for (let outer = parentOf(element), steps = 0; outer && steps < 6; outer = parentOf(outer), steps++)
    if (outer.tagName === 'button') return true;
  return false;
}

/** Whether an element is a part of the paper that the page shows when its heading is pressed. */
const isFolded = (element: Element): boolean =>
  attribute(element, 'hidden') === 'until-found' ||
  ((namesFolding.test(namesOf(element)) || /^tabpanel$/.test(attribute(element, 'role'))) && !namesSite.test(namesOf(element)));

/** Hidden from everybody; or a sign hidden from those who listen, since the word beside it says the same. */
export const isHidden = (element: Element): boolean =>
  (element.attrs.some(({ name }) => name === 'hidden') && !isFolded(element)) ||
  (attribute(element, 'aria-hidden') === 'true' && !/[\p{L}\p{N}]/u.test(textIn(element))) ||
  (/display:\s*none|visibility:\s*hidden|mso-hide:\s*all/i.test(attribute(element, 'style')) && !isFolded(element));

/** The terms and what is said of them, also where each pair stands in a `div` of its own. */
export const definitionParts = (list: Element): readonly Element[] =>
  list.childNodes.flatMap((node) =>
    !isElementNode(node) || isHidden(node) ? [] : node.tagName === 'div' ? definitionParts(node) : [node],
  );

/** Whether an element is words of one paragraph. */
export const isPlain = (element: Element): boolean =>
  inlineOf(element).length === 1 &&
  [...elementsIn(inlineOf(element)[0]!)].every(({ tagName }) => !blockElements.has(tagName) && tagName !== 'br');

/** An element, or the one paragraph that is all it holds. */
export const inlineOf = (element: Element): readonly Element[] => {
  const inside = element.childNodes.filter((node) => !isTextNode(node) || node.value.trim() !== '');
  return inside.length === 1 && isElementNode(inside[0]!) && (inside[0].tagName === 'p' || inside[0].tagName === 'div')
    ? inlineOf(inside[0])
    : [element];
};

/** Whether one of the two highest headings stands in an element. */
export const hasHeading = (element: Element): boolean =>
  [...elementsIn(element)].some(({ tagName }) => tagName === 'h1' || tagName === 'h2');

/** The rows of a table that are shown, and whether they stand in its head. */
export const rowsOf = (table: Element, isHeader: boolean): readonly { readonly row: Element; readonly isHeader: boolean }[] =>
  table.childNodes.flatMap((node) => {
    if (!isElementNode(node) || isHidden(node)) return [];
    if (node.tagName === 'tr') return [{ row: node, isHeader }];
    return ['thead', 'tbody', 'tfoot'].includes(node.tagName) ? rowsOf(node, node.tagName === 'thead') : [];
  });

/** The cells of a row. */
export const cellsOf = (row: Element): readonly Element[] =>
  row.childNodes.filter((node): node is Element => isElementNode(node) && (node.tagName === 'td' || node.tagName === 'th'));
