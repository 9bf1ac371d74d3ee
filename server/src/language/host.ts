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

/** Something that stands in a folder. */
export interface FolderEntry {
  /** Without a slash at its end. */
  readonly address: DocumentAddress;
  readonly kind: 'file' | 'folder';
  /** Of a link to a folder: the address of what it leads to, without a slash at its end; null for everything else. */
  readonly linksTo: string | null;
  /** Of a Markdown file: another one whenever its content may be another; null where that cannot be told without reading it. */
  readonly stamp: string | null;
}

/** A closed file that is to be read. */
export interface ReadingTask {
  readonly address: DocumentAddress;
  /** Whether a Markdown file that does not say that it is a document of ours is to be left. */
  readonly oursOnly: boolean;
  /** Name of the text whose facts are known: where the file still has it, nothing more is read. */
  readonly held: string | null;
  /** House style that the editor's settings name. */
  readonly houseStyle: string | null;
}

/** What was read of a file, as it is kept and sent. */
export interface ReadFile {
  /** Name of the text. */
  readonly content: string;
  /** Name of the configuration that it was read with; null for one that has none. */
  readonly configuration: string | null;
  /** Its facts as JSON, `null` for a file that is none of ours; null where the text is the one that was held. */
  readonly written: string | null;
}

/** Another thread, which reads files with this same library. */
export interface Helper {
  readonly isFree: boolean;
  /** Null where the file cannot be read there. Never throws. */
  read(task: ReadingTask): Promise<ReadFile | null>;
  /** Configurations have changed. */
  reset(): void;
}

/** A text that is kept, with a few words of what it is, which are read much more often. */
export interface KeptPiece {
  readonly head: string;
  /** Made, or read, when it is asked for: most never is. */
  body(): string;
}

/** A place of the user's own, where texts are kept from one run to the next. */
export interface Keeping {
  /** Names the build of the program: what another one wrote is of no use. */
  readonly build: string;
  /**
   * Piece by piece, in the order in which they were written, without those that are not as they were; none where there is nothing, or it
   * cannot be read. Never throws.
   */
  read(name: string): AsyncIterable<KeptPiece>;
  /** All of the pieces are kept, or none. Never throws. */
  write(name: string, pieces: AsyncIterable<KeptPiece>): Promise<void>;
  /** Forgets everything that was ever written. Never throws. */
  clear(): Promise<void>;
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
  /** Files and folders of a folder (its address ends with `/`); null where it cannot be read (the host logs why). */
  entries(folder: string): Promise<readonly FolderEntry[] | null>;
  /** Whether a file is there; null where that cannot be known (a share that is away), so that nobody is told that it is missing. */
  exists(address: DocumentAddress): Promise<boolean | null>;
  /** Null where nothing is kept. */
  readonly kept: Keeping | null;
  /** Null where everything is read here. */
  readonly helper: Helper | null;
  log(level: 'error' | 'warning' | 'information' | 'debug', message: string): void;
}

/** Longest that a piece of work may keep waiting events out, in milliseconds. */
const sliceLength = 10;

/**
 * Returns a function to call often in a long loop: it throws {@link Cancelled} when nobody waits any more, and pauses when the slice is
 * over.
 */
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

/** The value, or null where it takes longer than `milliseconds`; `late` is called when it comes after all. */
export async function waitFor<T>(value: Promise<T>, milliseconds: number, host: Host, late: () => void): Promise<T | null> {
  if (milliseconds === Infinity) return value;
  let done = false;
  const settled = value
    .then((result) => ({ result }))
    .finally(() => {
      done = true;
    });
  const start = host.now();
  const clock = (async () => {
    await host.pause();
    while (!done && host.now() - start < milliseconds) await host.pause();
    return null;
  })();
  const first = await Promise.race([settled, clock]);
  if (first) return first.result;
  if (done) return (await settled).result;
  settled.then(late, () => undefined);
  return null;
}
