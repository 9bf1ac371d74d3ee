import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { runsByContainer } from '../syntax/containers.ts';
import type { Container } from '../syntax/syntax.ts';
import { onlyElement, type RenderedBlock } from './rendering.ts';

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const pages = new WeakMap<RenderedBlock, string>();

/**
 * A block as HTML for a page that follows its source: with its number and identifier, and with `data-line`, the line of each part counted
 * from the first line of the block, so that it stays the same wherever the block moves to. An item is a `li`, a row a `tr`.
 */
export function blockHtml(block: RenderedBlock): string {
  let html = pages.get(block);
  if (html === undefined) pages.set(block, (html = toHtml(blockElements(block).map((node) => withLines(node)))));
  return html;
}

/** A block's elements with its number and identifier. */
export function blockElements(block: RenderedBlock): ElementContent[] {
  const { nodes, number, id } = block;
  const first = nodes.findIndex(({ type }) => type === 'element');
  return nodes.map((node, index) => {
    if (index !== first || node.type !== 'element') return node;
    const properties = { ...node.properties, ...(id !== null && { id }), ...classesOf(block, node) };
    const children = node.tagName === 'tr' ? cells(block, node) : node.children;
    return {
      ...node,
      properties,
      children: number
        ? [element('span', { className: ['number'] }, [{ type: 'text', value: number.text }]), { type: 'text', value: ' ' }, ...children]
        : children,
    };
  });
}

function classesOf({ is, number }: RenderedBlock, { tagName, properties }: Element): Element['properties'] {
  // `of-section`: counted on from the section's number, beside its paragraphs, where other numbers of recommendations begin a count of
  // their own.
  const own = [
    ...(is === 'text' || is === 'heading' ? [] : [is]),
    ...(number && !/^h\d$/.test(tagName) ? ['numbered', ...(number.values.length > 1 ? ['of-section'] : [])] : []),
  ];
  return own.length === 0 ? {} : { className: [...((properties['className'] as string[] | undefined) ?? []), ...own] };
}

/** Heads of columns and of rows say so, for those who hear the table. */
function cells({ model }: RenderedBlock, { children }: Element): ElementContent[] {
  const isHeader = model.block.opensContainer;
  return children.map((cell, index) => {
    if (cell.type !== 'element') return cell;
    if (isHeader)
      return cell.children.length === 0 ? { ...cell, tagName: 'td' } : { ...cell, properties: { ...cell.properties, scope: 'col' } };
    const headsRow = index === children.findIndex(({ type }) => type === 'element') && holdsLabel(cell);
    return headsRow ? { ...cell, tagName: 'th', properties: { ...cell.properties, scope: 'row' } } : cell;
  });
}

const holdsLabel = ({ children }: Element): boolean =>
  children.some(
    (child) =>
      child.type === 'element' &&
      ((Array.isArray(child.properties['className']) && child.properties['className'].includes('label')) || holdsLabel(child)),
  );

function withLines(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const line = node.position?.start.line;
  const isPart = /^(?:h\d|p|li|tr|blockquote|pre|table)$/.test(node.tagName);
  return {
    ...node,
    properties: { ...node.properties, ...(isPart && line !== undefined && { dataLine: line - 1 }) },
    children: node.children.map(withLines),
  };
}

/** Blocks with the lists and tables around them that they stand in. */
export function flow(blocks: readonly RenderedBlock[]): ElementContent[] {
  return runsByContainer(blocks).flatMap((run) => {
    const { container } = run[0]!;
    return container ? [around(container, run)] : run.flatMap(blockElements);
  });
}

/** The element of a list or table, around what stands in it. Also tells a page that is built bit by bit what to put its blocks into. */
function around(container: Container, blocks: readonly RenderedBlock[]): Element {
  if (container.type === 'list') return element(container.ordered ? 'ol' : 'ul', listProperties(container), blocks.flatMap(blockElements));
  const header = blocks.filter(({ model }) => model.block.opensContainer);
  const rows = blocks.filter(({ model }) => !model.block.opensContainer);
  const parts = [
    element('thead', {}, header.flatMap(blockElements)),
    ...(rows.length > 0 ? [element('tbody', {}, rows.flatMap(blockElements))] : []),
  ];
  return element('div', { className: ['table'] }, [element('table', { className: [isWide(header) ? 'wide' : 'narrow'] }, parts)]);
}

const listProperties = (container: Extract<Container, { type: 'list' }>): Element['properties'] =>
  container.ordered && container.start !== null && container.start !== 1 ? { start: container.start } : {};

/** A table of many columns is laid across the page. */
export const isWide = ([header]: readonly RenderedBlock[]): boolean => (header ? (onlyElement(header)?.children.length ?? 0) >= 7 : false);
