import type { Element, ElementContent, Root } from 'hast';
import { raw } from 'hast-util-raw';
import type { Definition, Nodes, Root as MarkdownRoot, RootContent, TableRow } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Block, BlockNode } from '../syntax/syntax.ts';
import { walk } from '../syntax/walk.ts';
import { trimmed } from './head.ts';
import { sanitise, type PageRules } from './sanitise.ts';

/**
 * A block's nodes as HTML, clean: for an item of a list its `li`, for a row of a table its `tr`, for everything else what it is made of.
 * Positions stay relative to the block. `definitions` are those that its links name.
 */
export function blockTree(
  block: Block,
  nodes: readonly BlockNode[],
  definitions: readonly Definition[],
  rules: PageRules,
): readonly ElementContent[] {
  const root: MarkdownRoot = { type: 'root', children: [...wrapped(block, nodes), ...definitions] };
  const hasHtml = nodes.some((node) => holdsHtml(node as Nodes));
  const tree = toHast(root, { allowDangerousHtml: hasHtml }) as Root;
  if (!hasHtml) return unwrapped(block, sanitise(tree, rules)) ?? [];
  return unwrapped(block, sanitise(raw(tree) as Root, rules)) ?? unwrapped(block, sanitise(toHast(root) as Root, rules)) ?? [];
}

function holdsHtml(node: Nodes): boolean {
  let found = false;
  walk(node, ({ type }) => {
    found ||= type === 'html';
    return !found;
  });
  return found;
}

/** An item in a list, a row in a table with a header, as they stand in the document. */
function wrapped({ kind, container, opensContainer }: Block, nodes: readonly BlockNode[]): RootContent[] {
  if (container?.type === 'list')
    return nodes.map((node) => ({
      type: 'list',
      ordered: container.ordered,
      start: container.start,
      spread: false,
      children: [node as never],
    }));
  if (container?.type !== 'table' || kind !== 'table-row') return nodes as RootContent[];
  const header: TableRow[] = opensContainer ? [] : [{ type: 'tableRow', children: [] }];
  return [{ type: 'table', align: [...container.align], children: [...header, ...(nodes as TableRow[])] }];
}

/** What was wrapped, alone; null where HTML written in the text has broken out of it. */
function unwrapped({ container, opensContainer }: Block, { children }: Root): readonly ElementContent[] | null {
  const elements = children.filter((node): node is Element => node.type === 'element');
  if (!container) return paragraphsOfLooseWords(children.filter((node): node is ElementContent => node.type !== 'doctype'));
  const [only] = elements;
  if (elements.length !== 1 || !only) return null;
  if (container.type === 'list') {
    const items = inside(only, 'li');
    return (only.tagName === 'ul' || only.tagName === 'ol') && items.length === 1 && inside(only).length === 1 ? items : null;
  }
  const rows = only.tagName === 'table' ? inside(only, opensContainer ? 'thead' : 'tbody').flatMap((part) => inside(part, 'tr')) : [];
  return rows.length === 1 ? rows : null;
}

/** What stands in the middle of a line. */
const inLine = /^(?:a|abbr|b|br|cite|code|del|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)$/;

/**
 * Foreign markup that was taken away may leave words that stand in nothing: they are paragraphs of their own, so that none of them is lost
 * where a page is put together from elements.
 */
function paragraphsOfLooseWords(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const result: ElementContent[] = [];
  let loose: ElementContent[] = [];
  const close = (): void => {
    if (loose.some((node) => node.type === 'element' || node.value.trim() !== ''))
      result.push({
        type: 'element',
        tagName: 'p',
        properties: {},
        children: trimmed(loose),
        ...(loose[0]!.position && { position: loose[0]!.position }),
      });
    loose = [];
  };
  for (const node of nodes) {
    if (node.type === 'text' || (node.type === 'element' && inLine.test(node.tagName))) loose.push(node);
    else {
      close();
      result.push(node);
    }
  }
  close();
  return result;
}

const inside = ({ children }: Element, tagName?: string): Element[] =>
  children.filter((child): child is Element => child.type === 'element' && (tagName === undefined || child.tagName === tagName));
