import type { Item } from './items.ts';

const shapes = new WeakMap<Item, string>();

/**
 * An item with all spans counted from its own start: two items of equal shape say the same thing in the same letters, and what was
 * found in the one stands in the other at the same distance from its start.
 */
export function shapeOf(item: Item): string {
  let shape = shapes.get(item);
  if (shape === undefined) shapes.set(item, (shape = write(item, item.span.start)));
  return shape;
}

function write(item: Item, origin: number): string {
  return JSON.stringify(item, (_key, value: unknown) => (isSpan(value) ? [value.start - origin, value.end - origin] : value));
}

const isSpan = (value: unknown): value is { start: number; end: number } =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value && Object.keys(value).length === 2;

const meanings = new WeakMap<Item, string>();

/** What an item says, without where it or any part of it stands. */
export function meaningOf(item: Item): string {
  let meaning = meanings.get(item);
  if (meaning === undefined) {
    meaning = JSON.stringify(item, (key, value: unknown) => (key === 'span' || key.endsWith('Span') ? undefined : value));
    meanings.set(item, meaning);
  }
  return meaning;
}
