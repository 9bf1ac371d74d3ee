import { neverCancelled, slices, type Cancellation, type Host, type KeptPiece } from '../host.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import { hashOf } from '../text/hash.ts';
import { keptHead, readKept, writeKept, type KeptFile, type KnownFile } from './kept-facts.ts';

/** What is kept of the files of a workspace from one start to the next. */
export interface KeptWorkspace {
  /** Whether anything is kept. Where nothing is to be, what was kept is deleted. */
  readonly isWanted: boolean;
  setWanted(isWanted: boolean): void;
  /** What an earlier start wrote down of the folders that the workspace has now. */
  read(cancellation: Cancellation): AsyncGenerator<{ readonly address: DocumentAddress; readonly file: KeptFile }>;
  /** Writes down what is known of files, in place of what was. What was written of files that are away stays; null where none can be. */
  write(known: Iterable<readonly [DocumentAddress, KnownFile]>, isAway: ((address: DocumentAddress) => boolean) | null): void;
  /** Done when all is written. Never throws. */
  written(): Promise<void>;
}

/** Keeps what is known of the files of some folders where the host keeps things. */
export function createKeptWorkspace(host: Host, folders: () => readonly string[]): KeptWorkspace {
  let { kept } = host;
  let writing: Promise<void> = Promise.resolve();
  const name = (): string => hashOf(folders().toSorted().join('\n'));

  async function* read(cancellation: Cancellation): ReturnType<KeptWorkspace['read']> {
    if (!kept) return;
    const checkpoint = slices(host, cancellation);
    let isFirst = true;
    for await (const piece of kept.read(name())) {
      if (!isFirst) yield readKept(piece);
      else if (piece.head !== keptHead(kept.build).head) return;
      isFirst = false;
      await checkpoint();
    }
  }

  async function* pieces(build: string, ...[known, isAway]: Parameters<KeptWorkspace['write']>): AsyncGenerator<KeptPiece> {
    const checkpoint = slices(host, neverCancelled);
    yield keptHead(build);
    for (const [address, file] of known) {
      yield writeKept(address, file);
      await checkpoint();
    }
    if (isAway) for await (const { address, file } of read(neverCancelled)) if (isAway(address)) yield writeKept(address, file);
  }

  return {
    get isWanted() {
      return kept !== null;
    },
    setWanted(isWanted) {
      if (!isWanted) kept?.clear().catch(() => undefined);
      kept = isWanted ? host.kept : null;
    },
    read,
    write(known, isAway) {
      writing = writing.then(() => kept?.write(name(), pieces(kept.build, known, isAway)));
    },
    written: () => writing,
  };
}
