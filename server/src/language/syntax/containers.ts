/** What may stand in a list or table: a block, or something that was made of one. */
interface Contained {
  /** The same object for all that stands in the same list or table; null outside of them. */
  readonly container: object | null;
}

/** Runs of blocks that stand in one list or table; a block outside of them is a run by itself. */
export function runsByContainer<B extends Contained>(blocks: readonly B[]): readonly (readonly B[])[] {
  const runs: (readonly B[])[] = [];
  for (let from = 0; from < blocks.length; from += runs.at(-1)!.length) {
    const { container } = blocks[from]!;
    let to = from + 1;
    while (container && blocks[to]?.container === container) to++;
    runs.push(blocks.slice(from, to));
  }
  return runs;
}

/** Index of the first block of the list or table that a block stands in. */
export function firstInContainer(blocks: readonly (Contained & { readonly opensContainer: boolean })[], index: number): number {
  let first = index;
  while (first > 0 && !blocks[first]!.opensContainer && blocks[first - 1]!.container === blocks[index]!.container) first--;
  return first;
}
