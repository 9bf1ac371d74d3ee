/** Finds the places in a list by something that its members have. */
export function placesBy<T, K>(list: readonly T[], keysOf: (one: T) => Iterable<K>): (key: K) => readonly number[] {
  const places = new Map<K, number[]>();
  list.forEach((one, place) => {
    for (const key of keysOf(one)) {
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
  });
  return (key) => places.get(key) ?? [];
}
