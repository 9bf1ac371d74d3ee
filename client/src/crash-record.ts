/** What is remembered of a server that ended by itself. Times in milliseconds. */
export interface CrashRecord {
  /** Times of the latest crashes, oldest first, within `window`. */
  readonly times: readonly number[];
  /** Document last sent to the server before each crash → number of crashes. */
  readonly suspects: ReadonlyMap<string, number>;
}

export const noCrashes: CrashRecord = { times: [], suspects: new Map() };

/** More crashes than this within `window`, and the server stays down until it is asked for. */
const mostCrashes = 5;
const window = 3 * 60 * 1000;
/** A document that stood before this many crashes is opened without analysis. */
const crashesOfOneDocument = 2;

/** What to do after a crash: start again or not, and the document that has just come under suspicion, if one has. */
export interface CrashVerdict {
  readonly record: CrashRecord;
  readonly restart: boolean;
  readonly setAside: string | null;
}

/** Counts one crash at `now`; `document` is the one that was sent last, or null. */
export function crashed(record: CrashRecord, now: number, document: string | null): CrashVerdict {
  const times = [...record.times.filter((time) => now - time < window), now];
  const suspects = new Map(record.suspects);
  const count = document === null ? 0 : (suspects.get(document) ?? 0) + 1;
  if (document !== null) suspects.set(document, count);
  return { record: { times, suspects }, restart: times.length <= mostCrashes, setAside: count === crashesOfOneDocument ? document : null };
}
