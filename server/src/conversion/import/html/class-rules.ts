import { defaultTreeAdapter } from 'parse5';
import { attribute, elementsIn, type Element } from './elements.ts';

const { isElementNode, isTextNode } = defaultTreeAdapter;

const rulesByPage = new WeakMap<object, ReadonlyMap<string, string>>();

/**
 * What the style sheets in its page say of the classes of an element, in the order of its classes, the latest rules first: what
 * spreadsheets and word processors write (`.xl66 { background: red }`).
 */
export function rulesOfClasses(element: Element): readonly string[] {
  const names = attribute(element, 'class')
    .split(/\s+/)
    .filter((name) => name !== '');
  if (names.length === 0) return [];
  const rules = rulesOfPage(element);
  return names.flatMap((name) => rules.get(name) ?? []);
}

function rulesOfPage(element: Element): ReadonlyMap<string, string> {
  let top: Element['parentNode'] | Element = element;
  while (top && 'parentNode' in top && top.parentNode) top = top.parentNode;
  if (!top) return new Map();
  let known = rulesByPage.get(top);
  if (!known) {
    const sheets = top.childNodes
      .flatMap((node) => (isElementNode(node) ? [node, ...elementsIn(node)] : []))
      .filter(({ tagName }) => tagName === 'style');
    const text = sheets
      .flatMap(({ childNodes }) => childNodes.map((node) => (isTextNode(node) ? node.value : '')))
      .join('\n')
      .replace(/\/\*[^]*?\*\/|<!--|-->/g, '');
    const rules = new Map<string, string>();
    for (const [, selectors, said] of text.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      for (const name of selectors!
        .split(',')
        .flatMap((selector) => /^\s*(?:td|tr|th|span|div|p)?\.([\w-]+)\s*$/i.exec(selector)?.[1] ?? []))
        rules.set(name, `${said!};${rules.get(name) ?? ''}`);
    }
    rulesByPage.set(top, (known = rules));
  }
  return known;
}
