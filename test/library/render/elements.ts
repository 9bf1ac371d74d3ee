import type { Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';

export interface FoundElement {
  readonly name: string;
  /** As HTML spells them: `aria-label`. */
  readonly attributes: Readonly<Record<string, string>>;
}

const spelling: Readonly<Record<string, string>> = { className: 'class', colSpan: 'colspan', rowSpan: 'rowspan', tabIndex: 'tabindex' };

/** Every element of an HTML text, as a browser's parser finds them. */
export function elementsIn(html: string): readonly FoundElement[] {
  const found: FoundElement[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'element') {
      const attributes = Object.entries(node.properties).map(([name, value]) => [
        spelling[name] ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        Array.isArray(value) ? value.join(' ') : String(value),
      ]);
      found.push({ name: node.tagName, attributes: Object.fromEntries(attributes) });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(raw({ type: 'root', children: [{ type: 'raw', value: html }] } as unknown as Root) as Root);
  return found;
}
