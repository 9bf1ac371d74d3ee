import type { ReadFile } from '../host.ts';
import { hasTypeInName } from '../model/front-matter/says-its-type.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import type { DocumentFacts } from './facts.ts';
import { heldFrom, readNow, type KeptFile, type KnownFile } from './kept-facts.ts';

/** The facts of closed documents: each file is read once, until it changes. The one place where they are. */
export interface FactStore {
  /** Null where there is no such file, or it cannot be read. */
  facts(address: DocumentAddress): Promise<DocumentFacts | null>;
  /** Reads a file where nothing is known of it. Its facts are left out where it does not say that it is one of our documents. */
  know(address: DocumentAddress): Promise<void>;
  /** What a file's stamp is, as far as is known: whatever was kept under another one is compared by content. */
  stamped(address: DocumentAddress, stamp: string | null): void;
  /** What was read of a file no longer holds. */
  forget(address: DocumentAddress): void;
  /**
   * Takes what was kept of a file by an earlier run. Where the stamp is the same it holds; else it may still, when the content is looked
   * at.
   */
  offer(address: DocumentAddress, kept: KeptFile): Promise<void>;
  /** Nothing that was offered is needed any more. */
  offerOver(): void;
  /** What is known of a file without reading it. */
  known(address: DocumentAddress): KnownFile | undefined;
  /** Files that were read since the store was made. For tests that count, and to tell whether there is something to keep. */
  readonly cost: { readonly reads: number };
}

/** How a file is read and understood, and by which configuration. */
export interface FactReader {
  /** A name for the configuration that holds for a document: another one, and its facts are to be read anew. Null for one that has none. */
  configurationOf(address: DocumentAddress): Promise<string | null>;
  /** Null where there is no such file, or it cannot be read. */
  readFile(address: DocumentAddress, oursOnly: boolean, held: string | null): Promise<ReadFile | null>;
}

export function createFactStore(reader: FactReader): FactStore {
  interface Entry {
    readonly oursOnly: boolean;
    readonly reading: Promise<KnownFile | null>;
    file: KnownFile | null;
  }
  const entries = new Map<DocumentAddress, Entry>();
  const stamps = new Map<DocumentAddress, string | null>();
  const offered = new Map<DocumentAddress, KeptFile>();
  const cost = { reads: 0 };

  const read = async (address: DocumentAddress, oursOnly: boolean): Promise<KnownFile | null> => {
    const before = offered.get(address);
    const stamp = stamps.get(address) ?? null;
    const configuration = await reader.configurationOf(address);
    const holds = configuration !== null && before?.configuration === configuration && (oursOnly || before.summary) ? before : undefined;
    cost.reads++;
    const found = await reader.readFile(address, oursOnly, holds?.content ?? null);
    if (!found) return null;
    const file = { stamp, content: found.content, configuration: found.configuration };
    return found.written === null ? heldFrom(holds!, file) : readNow(file, found.written);
  };

  const begin = (address: DocumentAddress, oursOnly: boolean): Entry => {
    const entry: Entry = { oursOnly, reading: read(address, oursOnly), file: null };
    entries.set(address, entry);
    entry.reading.then(
      (file) => {
        entry.file = file;
      },
      () => undefined,
    );
    return entry;
  };

  return {
    async facts(address) {
      const entry = entries.get(address) ?? begin(address, false);
      const file = await entry.reading;
      if (file?.facts || !entry.oursOnly || hasTypeInName(address)) return file?.facts ?? null;
      // Somebody responds to a file that does not say that it is ours: for them it is.
      return (await begin(address, false).reading)?.facts ?? null;
    },
    async know(address) {
      await (entries.get(address) ?? begin(address, true)).reading;
    },
    stamped(address, stamp) {
      stamps.set(address, stamp);
    },
    forget(address) {
      entries.delete(address);
      stamps.delete(address);
    },
    async offer(address, kept) {
      const stamp = stamps.get(address) ?? null;
      if (
        stamp === null ||
        kept.stamp !== stamp ||
        kept.configuration === null ||
        kept.configuration !== (await reader.configurationOf(address))
      ) {
        offered.set(address, kept);
        return;
      }
      if (entries.has(address)) return;
      const file = heldFrom(kept, kept);
      entries.set(address, { oursOnly: file.summary === null, reading: Promise.resolve(file), file });
    },
    offerOver() {
      offered.clear();
    },
    known: (address) => entries.get(address)?.file ?? undefined,
    cost,
  };
}
