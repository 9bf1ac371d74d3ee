import type { BlockModel } from './document.ts';
import type { Item, ItemKind } from './items.ts';
import { shapeOf } from './shape.ts';
import { isRole, type Role } from './vocabulary.ts';

/** An item in the block that says it. */
export interface Placed<I extends Item = Item> {
  readonly item: I;
  readonly model: BlockModel;
}

/** Items of one kind, everywhere or only in the sections of a role (and of the roles inside it). */
export type Reading = ItemKind | { readonly kind: ItemKind; readonly in: Role };

/** What an edit did to the items of the blocks that it replaced. */
export interface ItemChange {
  /** Whether, of what is read, an item came, went, says something else than before, or stands in a section of another role. */
  concerns(reading: Reading): boolean;
  /** Of the kinds that say what they said: each old item, and the new one in its place. */
  readonly moved: ReadonlyMap<Item, Placed>;
}

export function compareItems(removed: readonly BlockModel[], inserted: readonly BlockModel[]): ItemChange {
  const before = byKind(removed);
  const after = byKind(inserted);
  const changed = new Map<ItemKind, { readonly old: readonly Placed[]; readonly now: readonly Placed[] }>();
  const same = new Map<ItemKind, { readonly old: readonly Placed[]; readonly now: readonly Placed[] }>();
  const moved = new Map<Item, Placed>();
  for (const kind of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(kind) ?? [], after.get(kind) ?? []];
    (sayTheSame(old, now) ? same : changed).set(kind, { old, now });
  }
  const inTurn = orderOf(removed, same) === orderOf(inserted, same);
  for (const [kind, items] of same) {
    if (inTurn) items.old.forEach(({ item }, i) => moved.set(item, items.now[i]!));
    else changed.set(kind, items);
  }
  return {
    concerns(reading) {
      if (typeof reading === 'string') return changed.has(reading);
      const items = changed.get(reading.kind);
      if (!items) return false;
      const inRole = ({ model }: Placed) => model.place.roles.some((role) => isRole(role, reading.in));
      const [old, now] = [items.old.filter(inRole), items.now.filter(inRole)];
      if (!sayTheSame(old, now)) return true;
      old.forEach(({ item }, i) => moved.set(item, now[i]!));
      return false;
    },
    moved,
  };
}

/** In which order items of some kinds stand among each other: where a definition went past a use, each kind for itself is what it was. */
function orderOf(models: readonly BlockModel[], kinds: ReadonlyMap<ItemKind, unknown>): string {
  const kindsOf = ({ items }: BlockModel): readonly ItemKind[] =>
    items
      .filter(({ kind }) => kinds.has(kind))
      .toSorted((a, b) => a.span.start - b.span.start || (a.kind < b.kind ? -1 : 1))
      .map(({ kind }) => kind);
  return models.flatMap(kindsOf).join(' ');
}

const sayTheSame = (old: readonly Placed[], now: readonly Placed[]): boolean =>
  old.length === now.length &&
  old.every((one, i) => haveSameRoles(one, now[i]!) && (one.item === now[i]!.item || shapeOf(one.item) === shapeOf(now[i]!.item)));

/** Whether two items stand in sections of the same roles: most rules look at that too. */
const haveSameRoles = ({ model: { place: a } }: Placed, { model: { place: b } }: Placed): boolean =>
  a === b || (a.roles.length === b.roles.length && a.roles.every((role, i) => role === b.roles[i]));

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
