import type { Nodes, RootContent } from 'mdast';
import { countLineBreaks } from './lines.ts';
import type { Parsed } from './markdown.ts';
import type { Block, BlockNode, Container } from './syntax.ts';
import { move } from './walk.ts';

/** What of a text becomes one block. */
interface Unit {
  readonly kind: Block['kind'];
  readonly nodes: readonly BlockNode[];
  readonly container: Container | null;
  readonly opensContainer: boolean;
}

/** A list or table that goes on from earlier blocks. For a table its header block's text, without which a row is no row. */
export interface Continuation {
  readonly container: Container;
  readonly header: string;
}

/**
 * Cuts a parsed text into blocks and makes their nodes' positions relative to them. The first block begins where the text does. Where
 * a list or table goes on from earlier blocks, the text begins with its header and the result without it; null where it does not go on.
 */
export function toBlocks(text: string, { nodes, unread }: Parsed, continuation: Continuation | null): Block[] | null {
  const units = unitsOf(nodes);
  if (continuation && !continues(units, continuation)) return null;
  const first = continuation?.container.type === 'table' ? 1 : 0;
  const joined = continuation ? units.map((unit) => joinedTo(unit, units[0]!, continuation.container)) : units;
  const start = continuation?.header.length ?? 0;
  const blocks = cut(text, joined.slice(first), start);
  return unread.length === 0 ? blocks : marked(blocks, start, unread);
}

/** The blocks with a mark on those of which something was left as text. */
function marked(blocks: readonly Block[], start: number, unread: Parsed['unread']): Block[] {
  let end = start;
  return blocks.map((block) => {
    const from = end;
    end += block.text.length;
    const found = unread.find(({ offset }) => from <= offset && offset < end);
    return found ? { ...block, leftUnread: found.reason } : block;
  });
}

function cut(text: string, units: readonly Unit[], start: number): Block[] {
  if (units.length === 0) return start < text.length || start === 0 ? [blankBlock(text.slice(start))] : [];
  const blocks: Block[] = [];
  for (let i = 0; i < units.length; i++) {
    const from = i === 0 ? start : lineOf(units[i]!);
    const to = i + 1 < units.length ? lineOf(units[i + 1]!) : text.length;
    const line = i === 0 ? countLineBreaks(text.slice(0, start)) + 1 : units[i]!.nodes[0]!.position!.start.line;
    const nextLine = i + 1 < units.length ? units[i + 1]!.nodes[0]!.position!.start.line : null;
    const blockText = text.slice(from, to);
    blocks.push({
      ...units[i]!,
      text: blockText,
      lineBreaks: nextLine === null ? countLineBreaks(blockText) : nextLine - line,
      leftUnread: null,
    });
    for (const node of units[i]!.nodes) move(node as Nodes, -from, 1 - line);
  }
  return blocks;
}

/** A block of nothing but white space: all of a blank document. */
export const blankBlock = (text: string): Block => ({
  kind: 'flow',
  text,
  lineBreaks: countLineBreaks(text),
  nodes: [],
  container: null,
  opensContainer: false,
  leftUnread: null,
});

/** Offset at which the first line of a unit starts. */
function lineOf({ nodes }: Unit): number {
  const { start } = nodes[0]!.position!;
  return start.offset! - (start.column - 1);
}

function unitsOf(nodes: readonly RootContent[]): Unit[] {
  return overlapping(nodes).flatMap((group): Unit[] => {
    const [node] = group;
    if (group.length === 1 && node!.type === 'list') {
      const container: Container = { type: 'list', ordered: node.ordered ?? false, start: node.start ?? null };
      return node.children.map((item, i) => ({ kind: 'list-item', nodes: [item], container, opensContainer: i === 0 }));
    }
    if (group.length === 1 && node!.type === 'table') {
      const container: Container = { type: 'table', align: node.align ?? [] };
      return node.children.map((row, i) => ({ kind: 'table-row', nodes: [row], container, opensContainer: i === 0 }));
    }
    return [{ kind: 'flow', nodes: group, container: null, opensContainer: false }];
  });
}

/**
 * Groups of nodes that cannot be told apart by lines: a setext heading right after definitions begins, by its position, at the first of
 * them.
 */
function overlapping(nodes: readonly RootContent[]): RootContent[][] {
  const groups: RootContent[][] = [];
  for (const node of nodes) {
    const start = node.position!.start.offset!;
    let group: RootContent[] = [node];
    while (groups.length > 0 && groups.at(-1)!.at(-1)!.position!.end.offset! > start) group = [...groups.pop()!, ...group];
    groups.push(group);
  }
  return groups;
}

/** Whether the first unit is an item or row of the list or table that goes on. */
function continues(units: readonly Unit[], { container, header }: Continuation): boolean {
  const [first, second] = units;
  if (!first?.container || !sameKindOf(first.container, container)) return false;
  const { start } = first.nodes[0]!.position!;
  if (container.type === 'list') return start.line === 1;
  return second?.container === first.container && lineOf(second) === header.length;
}

const joinedTo = (unit: Unit, first: Unit, container: Container): Unit =>
  unit.container === first.container ? { ...unit, container, opensContainer: false } : unit;

/** Whether two lists, or two tables, may be one: their items and rows are made the same way. */
export function sameKindOf(a: Container, b: Container): boolean {
  if (a.type === 'list' && b.type === 'list') return a.ordered === b.ordered;
  return a.type === 'table' && b.type === 'table' && sameContainer(a, b);
}

/** Whether two lists or tables say the same of themselves. */
export function sameContainer(a: Container, b: Container): boolean {
  if (a.type === 'list') return b.type === 'list' && a.ordered === b.ordered && a.start === b.start;
  return b.type === 'table' && a.align.length === b.align.length && a.align.every((align, i) => align === b.align[i]);
}

/** Whether a block is indented code, which changes how what follows it is read. */
export const isIndentedCode = ({ text, nodes }: Block): boolean => {
  const node = nodes.at(-1);
  if (node?.type !== 'code') return false;
  const first = text[node.position!.start.offset!];
  return first === ' ' || first === '\t'; // fenced code starts at its fence
};

/** Whether two blocks say the same, whatever list or table object they belong to. */
export const sameBlock = (a: Block, b: Block): boolean =>
  a === b ||
  (a.text === b.text &&
    a.kind === b.kind &&
    a.opensContainer === b.opensContainer &&
    a.leftUnread === b.leftUnread &&
    (a.container === null ? b.container === null : b.container !== null && sameContainer(a.container, b.container)) &&
    same(a.nodes, b.nodes));

/** Deep equality of plain data. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
