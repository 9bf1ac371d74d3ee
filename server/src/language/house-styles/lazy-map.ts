/** A map with known keys, each of whose values is made when it is first asked for. */
export function lazyMap<K, V>(keys: readonly K[], make: (key: K) => V): ReadonlyMap<K, V> {
  const known = new Set(keys);
  const made = new Map<K, V>();
  const get = (key: K): V | undefined => {
    if (!known.has(key)) return undefined;
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key);
  };
  function* entries(): MapIterator<[K, V]> {
    for (const key of known) yield [key, get(key)!];
    return undefined;
  }
  function* values(): MapIterator<V> {
    for (const key of known) yield get(key)!;
    return undefined;
  }
  const map: ReadonlyMap<K, V> = {
    size: known.size,
    has: (key) => known.has(key),
    get,
    keys: () => known.keys(),
    values,
    entries,
    [Symbol.iterator]: entries,
    forEach: (callback, self) => {
      for (const key of known) callback.call(self, get(key)!, key, map);
    },
  };
  return map;
}

/** An object with known keys, each of whose values is made when it is first asked for. */
export function lazyRecord<K extends string, V>(keys: readonly K[], make: (key: K) => V): Readonly<Partial<Record<K, V>>> {
  const record: Partial<Record<K, V>> = {};
  for (const key of keys) {
    const get = (): V => {
      const value = make(key);
      Object.defineProperty(record, key, { enumerable: true, value });
      return value;
    };
    Object.defineProperty(record, key, { enumerable: true, configurable: true, get });
  }
  return record;
}
