import { slices, type Cancellation, type Host } from '../host.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import { messageOf } from '../text/errors.ts';
import type { FactReader, FactStore } from './fact-store.ts';
import type { DocumentSummary } from './facts.ts';
import { findFiles, isMarkdown } from './find-files.ts';
import { inLanes } from './in-lanes.ts';
import type { KnownFile } from './kept-facts.ts';
import { createKeptWorkspace } from './kept-workspace.ts';
import { tiesOf } from './ties.ts';
import { createWaiting } from './waiting.ts';

/** Every document of the workspace, read in the background. */
export interface WorkspaceIndex {
  /** The folders that the workspace consists of, addresses that end in a slash; replaces those before. Reading begins at once. */
  setFolders(folders: readonly string[]): void;
  /** Comes when everything has been read that is there now. Throws {@link Cancelled} where the asker does not wait. */
  complete(cancellation: Cancellation): Promise<void>;
  readonly isComplete: boolean;
  /** Whether everything has been read once since the folders were last told of. What changes after that is read soon. */
  readonly isReady: boolean;
  /** Folders will be told of: until then it is not complete, and, where `isReady` is false, not ready. */
  expectFolders(isReady: boolean): void;
  /** Files that wait to be read. */
  readonly left: number;
  /** The closed documents in the workspace's folders, as far as they have been read; in order of address. */
  documents(): readonly KnownDocument[];
  /** Closed documents that say that they respond to one, and those of a folder; as when they were last read. */
  respondingTo(address: DocumentAddress): readonly DocumentAddress[];
  inFolder(folder: string): readonly DocumentAddress[];
  /** Something came, went, or changed outside the editor: files or whole folders. */
  changed(addresses: readonly DocumentAddress[]): void;
  /** The configuration changed: what it leaves out, and what it makes of documents. */
  configurationChanged(): void;
  /** Whether anything is kept from one start to the next. Where it is not, what was kept is deleted. */
  setKeeping(isWanted: boolean): void;
  /** Writes down what is known for the next start, where that has changed. Never throws. */
  keep(): Promise<void>;
  onProgress(listener: (progress: IndexProgress) => void): void;
  /**
   * Told of the closed documents whose meaning is another, each time when everything has been read; with `becomesReady` where it was not
   * ready before.
   */
  onChanged(listener: (changes: readonly ChangedDocument[], becomesReady: boolean) => void): void;
}

/** A closed document that came, went, or means something else than when it was last read. */
export interface ChangedDocument {
  readonly address: DocumentAddress;
  readonly before: DocumentSummary | null;
  readonly now: DocumentSummary | null;
}

/** A file that is a document of ours. */
export interface KnownDocument extends Pick<KnownFile, 'facts'> {
  readonly summary: NonNullable<KnownFile['summary']>;
}

export interface IndexProgress {
  readonly read: number;
  readonly found: number;
  readonly isComplete: boolean;
}

export interface IndexOptions {
  readonly host: Host;
  readonly store: FactStore;
  isExcluded(address: DocumentAddress): Promise<boolean>;
  readonly nameOfConfiguration: FactReader['configurationOf'];
  /** Whether the editor has a document: it is not read from its file. */
  isOpen(address: DocumentAddress): boolean;
  /** Whether somebody waits for an open document, which comes first. */
  isBusy(): boolean;
}

/** How many files are read at once: while one is waited for, another is understood. */
const lanes = 8;

/** How often an open document is let past between two files. */
const mostPauses = 20;

export function createWorkspaceIndex({ host, store, isExcluded, nameOfConfiguration, isOpen, isBusy }: IndexOptions): WorkspaceIndex {
  let folders: readonly string[] = [];
  let files = new Set<DocumentAddress>();
  /** Folders that could not be looked into: what was kept of them is kept on. */
  let unread: string[] = [];
  let run = 0;
  let running: Promise<void> = Promise.resolve();
  let isComplete = true;
  let isReady = true;
  let isKept = true;
  const listeners: ((progress: IndexProgress) => void)[] = [];
  const changeListeners: Parameters<WorkspaceIndex['onChanged']>[0][] = [];
  /** The documents of ours, as they were when everything had last been read. */
  let summaries: ReadonlyMap<DocumentAddress, DocumentSummary> = new Map();
  let ties = tiesOf([]);
  const kept = createKeptWorkspace(host, () => folders);
  const waiting = createWaiting(() => isComplete);
  let left = 0;
  const tell = (read: number, found: number): void => {
    left = found - read;
    for (const listener of listeners) listener({ read, found, isComplete });
    waiting.answer();
  };

  /** Everything has been read: sees what came of it. */
  const settle = (): void => {
    const now = new Map<DocumentAddress, DocumentSummary>();
    for (const address of files) {
      // What the editor has is not read here.
      const summary = isOpen(address) ? summaries.get(address) : store.known(address)?.summary;
      if (summary) now.set(address, summary);
    }
    const changes = changesBetween(summaries, now);
    const becomesReady = !isReady;
    if (changes.length > 0) [summaries, ties] = [now, tiesOf(now.values())];
    [isComplete, isReady] = [true, true];
    if (changes.length > 0 || becomesReady) for (const listener of changeListeners) listener(changes, becomesReady);
  };

  const overtakenBy = (own: number): Cancellation => ({
    get isCancellationRequested() {
      return own !== run;
    },
  });
  const search = {
    host,
    isExcluded,
    onUnread: (folder: string) => {
      unread.push(folder);
    },
  };

  /** Looks through all folders and reads what is new in them. */
  async function readAll(own: number, useKept: boolean): Promise<void> {
    const { reads } = store.cost;
    isKept = useKept;
    const overtaken = overtakenBy(own);
    unread = [];
    const found = await findFiles(folders, search, overtaken);
    const checkpoint = slices(host, overtaken);
    for (const { address, stamp } of found) {
      const known = store.known(address);
      if (known && ((stamp !== null && known.stamp !== stamp) || known.configuration !== (await nameOfConfiguration(address))))
        store.forget(address);
      store.stamped(address, stamp);
      await checkpoint();
    }
    files = new Set(found.map(({ address }) => address));
    if (useKept) for await (const { address, file } of kept.read(overtaken)) if (files.has(address)) await store.offer(address, file);
    await readFiles([...files], overtaken);
    store.offerOver();
    isKept = isKept && store.cost.reads === reads && [...files].every((address) => store.known(address)?.stamp !== null);
  }

  async function readFiles(addresses: readonly DocumentAddress[], overtaken: Cancellation): Promise<void> {
    const checkpoint = slices(host, overtaken);
    let read = 0;
    tell(read, addresses.length);
    await inLanes(addresses, lanes, async (address) => {
      if (overtaken.isCancellationRequested) return;
      if (!isOpen(address))
        await store.know(address).catch((error: unknown) => host.log('error', `${address} was not understood: ${String(error)}`));
      tell(++read, addresses.length);
      await checkpoint();
      for (let pauses = 0; pauses < mostPauses && isBusy(); pauses++) await host.pause();
    });
  }

  /** Begins a piece of reading; one that is under way is given up where `overtakes` says so, else waited for. */
  function begin(work: (own: number) => Promise<void>, overtakes: boolean): void {
    if (overtakes) run++;
    const own = run;
    const before = running;
    isComplete = false;
    isKept = false;
    const inTurn = async (): Promise<void> => {
      await before;
      if (own !== run) return;
      try {
        await work(own);
      } catch (error) {
        if (own === run) host.log('error', `The documents of the workspace were not all read: ${messageOf(error)}`);
      }
    };
    const begun = inTurn().finally(() => {
      if (running !== begun) return;
      settle();
      tell(files.size, files.size);
    });
    running = begun;
  }

  /** Looks again at what is said to have changed: files, or folders with all that is in them. */
  async function readChanged(addresses: readonly DocumentAddress[], own: number): Promise<void> {
    const overtaken = overtakenBy(own);
    const again: DocumentAddress[] = [];
    for (const address of addresses) {
      for (const file of [...files]) if (file === address || file.startsWith(`${address}/`)) files.delete(file);
      if (isMarkdown(address)) {
        if (await isThere(address)) again.push(address);
      } else
        again.push(...(await findFiles([`${address}/`], { ...search, onUnread: () => undefined }, overtaken)).map((file) => file.address));
      if (overtaken.isCancellationRequested) return;
    }
    for (const address of again) files.add(address);
    await readFiles(again, overtaken);
  }

  async function isThere(address: DocumentAddress): Promise<boolean> {
    return !(await isExcluded(address)) && (await host.exists(address)) !== false;
  }

  function* knownFiles(): Generator<readonly [DocumentAddress, KnownFile]> {
    for (const address of [...files]) {
      const known = store.known(address);
      if (known) yield [address, known];
    }
  }

  /** Of a share that is away today and there again tomorrow. */
  const isAway = (address: DocumentAddress): boolean => !files.has(address) && unread.some((folder) => address.startsWith(folder));

  const isWithin = (address: DocumentAddress): boolean =>
    folders.some((folder) => address.startsWith(folder)) && !/\/(?:\.|node_modules\/|__pycache__\/)/.test(address);

  return {
    setFolders(given) {
      if (given.length === folders.length && given.every((folder) => folders.includes(folder))) return;
      folders = [...new Set(given)];
      begin((own) => readAll(own, true), true);
    },
    complete: waiting.wait,
    get left() {
      return left;
    },
    get isComplete() {
      return isComplete;
    },
    get isReady() {
      return isReady;
    },
    expectFolders(isReadyMeanwhile) {
      isComplete = false;
      isReady = isReadyMeanwhile;
    },
    respondingTo: (address) => ties.respondingTo.get(address) ?? [],
    inFolder: (folder) => ties.inFolder.get(folder) ?? [],
    documents: () =>
      [...files].sort().flatMap((address) => {
        const known = store.known(address);
        return known?.summary ? [known as KnownDocument] : [];
      }),
    changed(addresses) {
      const ours = addresses.filter(isWithin);
      for (const address of ours) for (const file of files) if (file.startsWith(`${address}/`)) store.forget(file);
      if (ours.length > 0) begin((own) => readChanged(ours, own), false);
    },
    configurationChanged() {
      if (folders.length > 0) begin((own) => readAll(own, false), true);
    },
    setKeeping: kept.setWanted,
    async keep() {
      if (kept.isWanted && !isKept && isComplete && folders.length > 0) {
        isKept = true;
        kept.write(knownFiles(), unread.length === 0 ? null : isAway);
      }
      await kept.written();
    },
    onProgress(listener) {
      listeners.push(listener);
    },
    onChanged(listener) {
      changeListeners.push(listener);
    },
  };
}

/** The documents that came, went, or mean something else. */
const changesBetween = (
  before: ReadonlyMap<DocumentAddress, DocumentSummary>,
  now: ReadonlyMap<DocumentAddress, DocumentSummary>,
): readonly ChangedDocument[] =>
  [...new Set([...before.keys(), ...now.keys()])]
    .map((address): ChangedDocument => ({ address, before: before.get(address) ?? null, now: now.get(address) ?? null }))
    .filter((change) => change.before?.meaning !== change.now?.meaning);
