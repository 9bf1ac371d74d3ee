import type { List, ListItem, Nodes, Root, RootContent, Table, TableRow } from 'mdast';
import type { Point } from 'unist';
import { layoutOf, lineStarts } from './layout.ts';
import { isLineEnding, nextLine } from './lines.ts';
import type { Block, BlockNode, Container, Syntax } from './syntax.ts';
import { move } from './walk.ts';

/**
 * The whole document as one tree, positions counted in the document: what one parse of its whole text gives, front matter left out.
 * A copy: the blocks' own nodes stay as they are.
 */
export function treeOf(syntax: Syntax): Root {
  const { starts, lines } = layoutOf(syntax);
  const children: RootContent[] = [];
  const opening: Block[] = [];
  let container: Container | null = null;
  syntax.blocks.forEach((block, i) => {
    const nodes = block.nodes.map((node) => placed(node, starts[i]!, lines[i]!));
    if (!block.container) children.push(...(nodes as RootContent[]));
    else if (block.container === container) (children.at(-1) as List | Table).children.push(...(nodes as never[]));
    else children.push(openContainer(block.container, nodes));
    if (block.container && block.container !== container) opening.push(block);
    container = block.container;
  });
  let opened = 0;
  for (const node of children) if (node.type === 'list' || node.type === 'table') close(node, opening[opened++]!);
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end: endOf(syntax) } };
}

function placed(node: BlockNode, offset: number, lines: number): BlockNode {
  const copy = structuredCopy(node);
  move(copy as Nodes, offset, lines);
  return copy;
}

/** A deep copy of plain data. */
export function structuredCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(structuredCopy) as T;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, structuredCopy(each)])) as T;
}

const openContainer = (container: Container, nodes: BlockNode[]): List | Table =>
  container.type === 'list'
    ? { type: 'list', ordered: container.ordered, start: container.start, spread: false, children: nodes as ListItem[] }
    : { type: 'table', align: [...container.align], children: nodes as TableRow[] };

function close(node: List | Table, opening: Block): void {
  const first = node.children[0]!.position!;
  const last = node.children.at(-1)!.position!;
  node.position = { start: { ...first.start }, end: { ...last.end } };
  if (node.type === 'list') node.spread = isSpread(node.children);
  else if (node.children.length === 1) node.position.end = endOfDelimiterRow(first.start, opening);
}

/** A table of nothing but its header ends with the delimiter row, which is no node. */
function endOfDelimiterRow(header: Point, { text, nodes }: Block): Point {
  const headerStart = nodes[0]!.position!.start.offset!;
  const start = nextLine(text, headerStart);
  let end = nextLine(text, start);
  while (end > start && isLineEnding(text.charCodeAt(end - 1))) end--;
  return { line: header.line + 1, column: end - start + 1, offset: header.offset! + end - headerStart };
}

/** A list is spread where a blank line stands between two of its items. */
const isSpread = (items: readonly ListItem[]): boolean =>
  items.some((item, i) => i > 0 && item.position!.start.line - items[i - 1]!.position!.end.line > 1);

function endOf({ blocks, length }: Syntax): Point {
  const last: Block | undefined = blocks.at(-1);
  const line = blocks.reduce((sum, block) => sum + block.lineBreaks, 1);
  const column = last ? last.text.length - lineStarts(last).at(-1)! + 1 : 1;
  return { line, column, offset: length };
}
