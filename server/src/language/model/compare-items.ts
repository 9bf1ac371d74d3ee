import type { BlockModel } from './document.ts';
import type { Item, ItemKind } from './items.ts';
import { shapeOf } from './shape.ts';

/** An item in the block that says it. */
export interface Placed {
  readonly item: Item;
  readonly model: BlockModel;
}

/** What an edit did to the items of the blocks that it replaced. */
export interface ItemChange {
  /** Kinds of which an item came, went, or says something else than before. */
  readonly changed: ReadonlySet<ItemKind>;
  /** Of the other kinds: each old item, and the new one that says the same. */
  readonly moved: ReadonlyMap<Item, Placed>;
}

export function compareItems(removed: readonly BlockModel[], inserted: readonly BlockModel[]): ItemChange {
  const before = byKind(removed);
  const after = byKind(inserted);
  const changed = new Set<ItemKind>();
  const moved = new Map<Item, Placed>();
  for (const kind of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(kind) ?? [];
    const now = after.get(kind) ?? [];
    const same = old.length === now.length && old.every(({ item }, i) => item === now[i]!.item || shapeOf(item) === shapeOf(now[i]!.item));
    if (!same) changed.add(kind);
    else old.forEach(({ item }, i) => moved.set(item, now[i]!));
  }
  return { changed, moved };
}

function byKind(models: readonly BlockModel[]): ReadonlyMap<ItemKind, readonly Placed[]> {
  const kinds = new Map<ItemKind, Placed[]>();
  for (const model of models) {
    for (const item of model.items) {
      const list = kinds.get(item.kind);
      if (list) list.push({ item, model });
      else kinds.set(item.kind, [{ item, model }]);
    }
  }
  return kinds;
}
