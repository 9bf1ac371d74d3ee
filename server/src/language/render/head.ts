import type { Element, ElementContent } from 'hast';
import type { HeaderRow } from './header.ts';
import type { ContentsEntry } from './rendering.ts';

export const element = (tagName: string, properties: Element['properties'], children: ElementContent[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
export const text = (value: string): ElementContent => ({ type: 'text', value });

/** Nodes without white space at either end. */
export const trimmed = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.map((node, index) => {
    if (node.type !== 'text') return node;
    const start = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === nodes.length - 1 ? start.trimEnd() : start };
  });

/** The header form of a paper as a table. */
export function headerTable(rows: readonly HeaderRow[]): Element {
  const line = ({ label, values }: HeaderRow): Element =>
    element('tr', {}, [
      element('th', { scope: 'row' }, [text(label)]),
      element(
        'td',
        {},
        values.flatMap(({ text: value, link }, index): ElementContent[] => [
          ...(index > 0 ? [element('br', {})] : []),
          link === null ? text(value) : element('a', { href: link }, [text(value)]),
        ]),
      ),
    ]);
  return element('table', { className: ['paper-header'], ariaLabel: 'About this paper' }, [element('tbody', {}, rows.map(line))]);
}

/** Fewest headings for which contents help more than they are in the way. */
export const fewestContents = 6;

/** The contents of a paper, sections and those right inside them; `others` are further papers that are bound with it. */
export function contentsList(
  contents: readonly ContentsEntry[],
  id: string,
  others: readonly { readonly id: string; readonly heading: string }[] = [],
): Element {
  const top = Math.min(...contents.map(({ level }) => level));
  const shown = contents.filter(({ level }) => level <= top + 1);
  const items = shown.map(({ level, number, text: heading, id: target }) =>
    element('li', { className: [level === top ? 'first' : 'second'] }, [
      element('a', { href: `#${target}` }, [text(number === null ? heading : `${number} ${heading}`)]),
    ]),
  );
  const bound = others.map((other) =>
    element('li', { className: ['first'] }, [element('a', { href: `#${other.id}` }, [text(other.heading)])]),
  );
  return element('nav', { className: ['contents'], ariaLabelledBy: [`${id}-contents`] }, [
    element('h2', { id: `${id}-contents` }, [text('Contents')]),
    element('ul', {}, [...items, ...bound]),
  ]);
}
