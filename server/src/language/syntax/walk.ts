import type { Nodes } from 'mdast';

/** Visits a node and everything under it, parents before children. A visitor that returns false keeps the children out. */
export function walk(node: Nodes, visit: (node: Nodes) => boolean | void): void {
  if (visit(node) === false || !('children' in node)) return;
  for (const child of node.children) walk(child, visit);
}

/** Moves a tree by so many characters and lines, in place: only for trees that nobody else has seen yet. */
export function move(node: Nodes, offset: number, lines: number): void {
  if (offset === 0 && lines === 0) return;
  walk(node, ({ position }) => {
    if (!position) return;
    position.start.offset! += offset;
    position.end.offset! += offset;
    position.start.line += lines;
    position.end.line += lines;
  });
}
