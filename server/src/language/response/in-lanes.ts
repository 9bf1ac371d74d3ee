/** Does something with each of a row of things, in their order, so many at a time: while one is waited for, another is worked on. */
export async function inLanes<T>(things: Iterable<T>, lanes: number, work: (thing: T) => Promise<void>): Promise<void> {
  const waiting = things[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
