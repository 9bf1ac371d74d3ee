import type { DocumentAddress } from './text/document-address.ts';

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string;

/** Whether the asker still wants the answer. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

export const neverCancelled: Cancellation = { isCancellationRequested: false };

/** Thrown where a long piece of work finds that nobody waits for it any more. An answer, not an error: never logged as one. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Everything that the library asks of the world. The editor, the command line, a browser worker and a test in memory each bring one. */
export interface Host {
  /** Today, where the officer is. */
  today(): IsoDate;
  /** Milliseconds from any fixed start; only differences are used. */
  now(): number;
  /** Lets waiting events in. */
  pause(): Promise<void>;
  /** The text of a document, or null where there is none, it cannot be read, or it is too large or binary (the host logs which). */
  read(address: DocumentAddress): Promise<string | null>;
  /** Files of a folder (its address ends with `/`), not of its sub-folders; empty where it cannot be read. */
  list(folder: string): Promise<readonly DocumentAddress[]>;
  /** Whether a file is there; null where that cannot be known (a share that is away), so that nobody is told that it is missing. */
  exists(address: DocumentAddress): Promise<boolean | null>;
  log(level: 'error' | 'warning' | 'information' | 'debug', message: string): void;
}

/** Longest that a piece of work may keep waiting events out, in milliseconds. */
const sliceLength = 10;

/** Returns a function to call often in a long loop: it throws {@link Cancelled} when nobody waits any more, and pauses when the slice is over. */
export function slices(host: Host, cancellation: Cancellation): () => Promise<void> | undefined {
  let start = host.now();
  return () => {
    if (cancellation.isCancellationRequested) throw new Cancelled();
    if (host.now() - start < sliceLength) return undefined;
    return host.pause().then(() => {
      start = host.now();
      if (cancellation.isCancellationRequested) throw new Cancelled();
    });
  };
}
