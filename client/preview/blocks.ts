import type { PageBlock, PageChange, PageContainer } from '../../server/src/lsp/protocol/preview.ts';

/** A block that is shown. */
interface Shown {
  readonly block: PageBlock;
  readonly nodes: readonly Element[];
  wrapper: Wrapper | null;
}

/** The list or table that stands around blocks. */
interface Wrapper {
  /** What stands among the other blocks. */
  readonly outer: HTMLElement;
  /** What holds the header row of a table; for a list what holds its items. */
  readonly head: HTMLElement;
  readonly body: HTMLElement;
}

export interface Blocks {
  /** Takes over a change. Nodes of blocks that did not change are not touched, so that a selection in them and the scroll position stay. */
  apply(change: PageChange, isWhole: boolean): void;
  /** Line of the source, with a part of it, that stands at a height of the window. */
  lineAt(height: number): number;
  /** Line of the source that an element of the page was made of; null for an element of something else. */
  lineOf(element: Element): number | null;
  /** Height in the window at which a line of the source stands; null where nothing is shown. */
  heightOf(line: number): number | null;
}

/** Keeps the blocks of a page under `parent`. */
export function createBlocks(parent: HTMLElement): Blocks {
  const blocks: Shown[] = [];
  /** First line of each block; worked out when it is asked for. */
  let starts: number[] | null = null;

  const startsOf = (): readonly number[] => {
    if (!starts) {
      starts = [];
      let line = 0;
      for (const { block } of blocks) {
        starts.push(line);
        line += block.lines;
      }
    }
    return starts;
  };

  /** The next block from an index on, forwards or backwards, that shows something. */
  const visible = (index: number, step: 1 | -1): Shown | null => {
    for (let i = index; i >= 0 && i < blocks.length; i += step) if (blocks[i]!.nodes.length > 0) return blocks[i]!;
    return null;
  };

  function apply({ from, removed, inserted }: PageChange, isWhole: boolean): void {
    if (isWhole) {
      parent.replaceChildren();
      blocks.length = 0;
    }
    for (const { nodes, wrapper } of blocks.splice(from, isWhole ? 0 : removed, ...inserted.map(made))) {
      for (const node of nodes) node.remove();
      if (wrapper && wrapper.head.childElementCount === 0 && wrapper.body.childElementCount === 0) wrapper.outer.remove();
    }
    starts = null;
    const end = from + inserted.length;
    splitAround(from, end);
    for (let i = from; i < end; i++) if (blocks[i]!.nodes.length > 0) place(i);
    mergeAround(end);
  }

  /** A list or table in whose middle something else now stands, becomes two. */
  function splitAround(from: number, end: number): void {
    const before = visible(from - 1, -1);
    const after = visible(end, 1);
    const isCut =
      before?.wrapper &&
      before.wrapper === after?.wrapper &&
      blocks.slice(from, end).some(({ block, nodes }) => nodes.length > 0 && block.container?.id !== before.block.container!.id);
    if (!isCut) return;
    const wrapper = wrapperFor(after!.block.container!);
    before.wrapper!.outer.after(wrapper.outer);
    move(end, before.wrapper!, wrapper);
  }

  /** Two halves of one list or table between which nothing stands any more become one. */
  function mergeAround(end: number): void {
    const before = visible(end - 1, -1);
    const after = visible(end, 1);
    if (!before?.wrapper || !after?.wrapper || before.wrapper === after.wrapper || before.block.container!.id !== after.block.container!.id)
      return;
    const { outer } = after.wrapper;
    move(end, after.wrapper, before.wrapper);
    outer.remove();
  }

  /** Moves the blocks from an index on that stand in one wrapper to the end of another. */
  function move(index: number, from: Wrapper, to: Wrapper): void {
    for (let i = index; i < blocks.length && (blocks[i]!.nodes.length === 0 || blocks[i]!.wrapper === from); i++) {
      if (blocks[i]!.nodes.length === 0) continue;
      blocks[i]!.wrapper = to;
      (blocks[i]!.block.isHead ? to.head : to.body).append(...blocks[i]!.nodes);
    }
  }

  /** Puts the nodes of a block where they belong; those before it are in place. */
  function place(index: number): void {
    const shown = blocks[index]!;
    const {
      block: { container, isHead },
      nodes,
    } = shown;
    const before = visible(index - 1, -1);
    const after = nextInPlace(index);
    if (!container) return placeAmongBlocks(nodes, before, after);
    const beside =
      before?.wrapper && before.block.container!.id === container.id
        ? before
        : after?.wrapper && after.block.container!.id === container.id
          ? after
          : null;
    if (!beside) {
      shown.wrapper = wrapperFor(container);
      (isHead ? shown.wrapper.head : shown.wrapper.body).append(...nodes);
      if (isHead) nameTable(shown.wrapper, nodes[0]!);
      return placeAmongBlocks([shown.wrapper.outer], before, after);
    }
    shown.wrapper = beside.wrapper;
    const { head, body } = beside.wrapper!;
    if (isHead) head.append(...nodes);
    else if (beside === before && !before.block.isHead) before.nodes.at(-1)!.after(...nodes);
    else body.prepend(...nodes);
  }

  /** The next block that stands on the page already: one behind those that are being put in. */
  const nextInPlace = (index: number): Shown | null => {
    for (let i = index + 1; i < blocks.length; i++) if (blocks[i]!.nodes[0]?.isConnected) return blocks[i]!;
    return null;
  };

  function placeAmongBlocks(nodes: readonly Element[], before: Shown | null, after: Shown | null): void {
    if (before) (before.wrapper?.outer ?? before.nodes.at(-1)!).after(...nodes);
    else if (after) (after.wrapper?.outer ?? after.nodes[0]!).before(...nodes);
    else parent.append(...nodes);
  }

  /** Index of the block in whose lines a line is. */
  const blockOfLine = (line: number): number => {
    const all = startsOf();
    let low = 0;
    let high = all.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (all[middle]! <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  return {
    apply,
    lineAt(height) {
      const shown = blocks.map((_, index) => index).filter((index) => blocks[index]!.nodes.length > 0);
      if (shown.length === 0) return 0;
      let low = 0;
      let high = shown.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (blocks[shown[middle]!]!.nodes.at(-1)!.getBoundingClientRect().bottom > height) high = middle;
        else low = middle + 1;
      }
      const index = shown[low]!;
      const { nodes, block } = blocks[index]!;
      const { top } = nodes[0]!.getBoundingClientRect();
      const { bottom } = nodes.at(-1)!.getBoundingClientRect();
      const part = bottom > top ? Math.min(1, Math.max(0, (height - top) / (bottom - top))) : 0;
      return startsOf()[index]! + part * Math.max(0, block.lines - 1);
    },
    lineOf(element) {
      const index = blocks.findIndex(({ nodes }) => nodes.some((node) => node.contains(element)));
      if (index < 0) return null;
      const inside = element.closest<HTMLElement>('[data-line]')?.dataset['line'];
      return startsOf()[index]! + Number(inside ?? 0);
    },
    heightOf(line) {
      if (blocks.length === 0) return null;
      const index = blockOfLine(line);
      const shown = blocks[index]!.nodes.length > 0 ? blocks[index]! : (visible(index, 1) ?? visible(index, -1));
      if (!shown) return null;
      const { top } = shown.nodes[0]!.getBoundingClientRect();
      if (shown !== blocks[index]) return top;
      const { bottom } = shown.nodes.at(-1)!.getBoundingClientRect();
      const lines = Math.max(1, shown.block.lines - 1);
      return top + Math.min(1, (line - startsOf()[index]!) / lines) * (bottom - top);
    },
  };
}

function made(block: PageBlock): Shown {
  const template = document.createElement('template');
  template.innerHTML = block.html;
  return { block, nodes: [...template.content.children], wrapper: null };
}

/** A table that is wider than the page is scrolled with the keyboard too, and so is a stop with a name. */
function nameTable({ outer, body }: Wrapper, header: Element): void {
  outer.tabIndex = 0;
  outer.setAttribute('role', 'group');
  outer.setAttribute(
    'aria-label',
    [...header.children]
      .map(({ textContent }) => textContent?.trim())
      .filter(Boolean)
      .join(', '),
  );
  if (header.childElementCount >= 7) body.parentElement!.className = 'wide';
}

function wrapperFor({ tag, start }: PageContainer): Wrapper {
  if (tag !== 'table') {
    const list = document.createElement(tag);
    if (start !== null) list.setAttribute('start', String(start));
    return { outer: list, head: list, body: list };
  }
  const outer = document.createElement('div');
  outer.className = 'table';
  const table = outer.appendChild(document.createElement('table'));
  const head = table.appendChild(document.createElement('thead'));
  return { outer, head, body: table.appendChild(document.createElement('tbody')) };
}
