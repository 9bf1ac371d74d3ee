import type { Block, BlockChange, Container } from './syntax.ts';
import { sameBlock, sameContainer } from './blocks.ts';

/** One stretch of a row of blocks and what it gives way to. */
export interface Replacement {
  readonly from: number;
  readonly removed: readonly Block[];
  readonly inserted: readonly Block[];
}

/** The row after a replacement. */
export const replaced = (row: readonly Block[], { from, removed, inserted }: Replacement): readonly Block[] =>
  row.slice(0, from).concat(inserted, row.slice(from + removed.length));

/**
 * A replacement in which every block that says what an old one said is the old one, so that whatever was worked out about it holds,
 * trimmed of those at both ends. Lists and tables that were only read again keep their object too.
 */
export function keepingOldBlocks(row: readonly Block[], { from, removed, inserted }: Replacement): Replacement {
  const containers = new KeptContainers(row[from - 1]?.container ?? null, row[from + removed.length]?.container ?? null);
  const most = Math.min(removed.length, inserted.length);
  let front = 0;
  while (front < most && isKept(removed[front]!, inserted[front]!, containers)) front++;
  let back = 0;
  while (back < most - front && isKept(removed.at(-1 - back)!, inserted.at(-1 - back)!, containers)) back++;
  return {
    from: from + front,
    removed: removed.slice(front, removed.length - back),
    inserted: inserted.slice(front, inserted.length - back).map((block) => containers.rejoin(block)),
  };
}

const isKept = (old: Block, fresh: Block, containers: KeptContainers): boolean =>
  sameBlock(old, fresh) && containers.match(old.container, fresh.container);

/** Which old list or table object each fresh one stands for. Neither ever has two counterparts. */
class KeptContainers {
  private readonly oldOf = new Map<Container, Container>();
  private readonly taken = new Set<Container>();

  /** Those of the blocks just before and just after are settled: the fresh blocks have them already where they belong to them. */
  constructor(...settled: (Container | null)[]) {
    for (const container of settled) {
      if (container) this.oldOf.set(container, container);
      if (container) this.taken.add(container);
    }
  }

  match(old: Container | null, fresh: Container | null): boolean {
    if (!old || !fresh) return old === fresh;
    const known = this.oldOf.get(fresh);
    if (known) return known === old;
    if (this.taken.has(old) || !sameContainer(old, fresh)) return false;
    this.oldOf.set(fresh, old);
    this.taken.add(old);
    return true;
  }

  rejoin(block: Block): Block {
    const container = block.container && (this.oldOf.get(block.container) ?? block.container);
    return container === block.container ? block : { ...block, container };
  }
}

/** Adds a change that was made after those of a list, and speaks of the row that they left. Ascending, never overlapping. */
export function withChange(changes: readonly BlockChange[], next: BlockChange): BlockChange[] {
  if (next.removed === 0 && next.inserted === 0) return [...changes];
  const result: BlockChange[] = [];
  let joined = next;
  for (const change of changes) {
    if (change.from + change.inserted < joined.from) result.push(change);
    else if (change.from > joined.from + joined.removed) result.push({ ...change, from: change.from + next.inserted - next.removed });
    else joined = join(change, joined);
  }
  return [...result, joined].toSorted((a, b) => a.from - b.from);
}

/** One change for an earlier one and a later one that meets it. */
function join(earlier: BlockChange, later: BlockChange): BlockChange {
  const from = Math.min(earlier.from, later.from);
  const length = Math.max(earlier.from + earlier.inserted, later.from + later.removed) - from;
  return { from, removed: length - earlier.inserted + earlier.removed, inserted: length - later.removed + later.inserted };
}
