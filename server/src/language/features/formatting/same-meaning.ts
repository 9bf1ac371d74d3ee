import { sameContainer } from '../../syntax/blocks.ts';
import type { Block, Reparsed, Syntax } from '../../syntax/syntax.ts';

/** Whether Markdown reads the same in the blocks that an edit changed as before it, one for one. */
export function readsTheSame(before: Syntax, { syntax, changes }: Reparsed): boolean {
  return (
    before.blocks.length === syntax.blocks.length &&
    changes.every(
      ({ from, removed, inserted }) =>
        removed === inserted &&
        syntax.blocks.slice(from, from + inserted).every((block, i) => sameMeaning(before.blocks[from + i]!, block)),
    )
  );
}

function sameMeaning(a: Block, b: Block): boolean {
  return (
    a.kind === b.kind &&
    a.opensContainer === b.opensContainer &&
    a.leftUnread === b.leftUnread &&
    (a.container === null ? b.container === null : b.container !== null && sameContainer(a.container, b.container)) &&
    same(a.nodes, b.nodes)
  );
}

/** Deep equality of nodes wherever they stand. Empty cells at the end of a row are as good as none. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => same(one, b[i]));
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => key === 'position' || same(valueOf(one, key), valueOf(other, key)));
}

function valueOf(node: Record<string, unknown>, key: string): unknown {
  const value = node[key];
  if (key !== 'children' || node['type'] !== 'tableRow' || !Array.isArray(value)) return value;
  return value.slice(0, value.findLastIndex((cell: { readonly children: readonly unknown[] }) => cell.children.length > 0) + 1);
}
