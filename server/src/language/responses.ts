import { slices, type Cancellation, type Host } from './host.ts';
import type { DocumentModel } from './model/document.ts';
import { hasTypeInName } from './model/front-matter/says-its-type.ts';
import type { OpenDocument } from './open-document.ts';
import type { FactStore } from './response/fact-store.ts';
import { factsOf } from './response/facts-of.ts';
import type { DocumentFacts, ResponseFacts } from './response/facts.ts';
import { gatherFiles, gatherResponse, type FactSource } from './response/gather.ts';
import type { ChangedDocument, WorkspaceIndex } from './response/workspace-index.ts';
import { folderOf, type DocumentAddress } from './text/document-address.ts';

/** The responses of the open documents. */
export interface Responses {
  /** Facts of a document, open or closed. */
  facts(address: DocumentAddress): Promise<DocumentFacts | null>;
  /**
   * The same where only what is meant is asked for: where things stand in an open document may be what it was a while ago. Costs nothing
   * while it means the same.
   */
  meant(address: DocumentAddress): Promise<DocumentFacts | null>;
  /** The response of a document, gathered now if need be. */
  of(document: OpenDocument, cancellation: Cancellation): Promise<ResponseFacts>;
  /** The response as last gathered, or null. */
  known(document: OpenDocument): ResponseFacts | null;
  /**
   * Open documents that must look again because a document's meaning for others is not what it was; null where it is, which costs nothing
   * to tell.
   */
  meaningChanged(document: OpenDocument, model: DocumentModel): readonly DocumentAddress[] | null;
  /** Open documents that must look again because closed ones have another meaning, came or went. */
  closedChanged(changes: readonly ChangedDocument[]): readonly DocumentAddress[];
  /** A document was opened: responses may have more members than was known. */
  membershipChanged(): void;
  /** What was read of a file no longer holds. */
  forget(address: DocumentAddress): void;
  /** How often a response was gathered, for tests that count instead of timing. */
  readonly cost: { readonly gathered: number };
}

/** Keeps the responses of the open documents, and knows when one has to be gathered anew. */
export function createResponses(
  host: Host,
  open: ReadonlyMap<DocumentAddress, OpenDocument>,
  modelOf: (document: OpenDocument) => Promise<DocumentModel>,
  store: FactStore,
  index: () => Pick<WorkspaceIndex, 'inFolder' | 'respondingTo'>,
): Responses {
  const folders = new Map<string, Promise<readonly DocumentAddress[]>>();
  const existing = new Map<DocumentAddress, Promise<boolean | null>>();
  /** `isStale` where a document in it is known to mean something else now. */
  const gathered = new WeakMap<OpenDocument, { readonly revision: number; isStale: boolean; readonly response: ResponseFacts }>();
  const meanings = new WeakMap<OpenDocument, Pick<DocumentFacts, 'meaning' | 'respondsTo'>>();
  /**
   * Facts of an open document at a revision of them, which hold on to where things stood then; and the revision that others were last told
   * of.
   */
  const meant = new WeakMap<OpenDocument, { readonly revision: number; readonly facts: DocumentFacts }>();
  const told = new WeakMap<OpenDocument, number>();
  let revision = 0;

  const source: FactSource = {
    async facts(address) {
      const document = open.get(address);
      return document ? factsOf(await modelOf(document)) : store.facts(address);
    },
    async inFolder(folder) {
      let found = folders.get(folder);
      if (!found) folders.set(folder, (found = host.list(folder).then((files) => files.filter(hasTypeInName))));
      return [...(await found), ...[...open.keys()].filter((address) => folderOf(address) === folder), ...index().inFolder(folder)];
    },
    async respondingTo(address) {
      const opened = await Promise.all(
        [...open.values()].map(async (document) =>
          factsOf(await modelOf(document)).respondsTo.includes(address) ? [document.address] : [],
        ),
      );
      return [
        ...opened.flat(),
        ...index()
          .respondingTo(address)
          .filter((one) => !open.has(one)),
      ];
    },
    async exists(address) {
      if (open.has(address)) return true;
      let found = existing.get(address);
      if (!found) existing.set(address, (found = host.exists(address)));
      return found;
    },
  };

  const cost = { gathered: 0 };
  const markStale = (document: OpenDocument): void => {
    const known = gathered.get(document);
    if (known) known.isStale = true;
  };

  return {
    cost,
    facts: source.facts,
    async meant(address) {
      const document = open.get(address);
      if (!document) return store.facts(address);
      const model = await modelOf(document);
      const before = meant.get(document);
      if (before?.revision === document.factsRevision) return before.facts;
      const facts = factsOf(model);
      meant.set(document, { revision: document.factsRevision, facts });
      return facts;
    },
    async of(document, cancellation) {
      const before = gathered.get(document);
      if (before && before.revision === revision && !before.isStale) return before.response;
      const asked = revision;
      const own = factsOf(await modelOf(document));
      const documents = [own, ...(await gatherResponse(own, source, slices(host, cancellation)))];
      const files = await gatherFiles(own, documents, source);
      const same = before && sameMeaning(before.response.documents, documents) && sameFiles(before.response.files, files);
      const response = same ? before.response : { documents, files };
      cost.gathered++;
      gathered.set(document, { revision: asked, isStale: false, response });
      // Whoever asks first must not keep the others from being told.
      if (!meanings.has(document)) meanings.set(document, own);
      return response;
    },
    known: (document) => gathered.get(document)?.response ?? null,
    meaningChanged(document, model) {
      if (told.get(document) === document.factsRevision) return null;
      told.set(document, document.factsRevision);
      const now = factsOf(model);
      const before = meanings.get(document);
      if (before?.meaning === now.meaning) return null;
      meanings.set(document, now);
      if (before === undefined) return [];
      const tied = [document.address, ...before.respondsTo, ...now.respondsTo];
      const concerned = [...open.values()].filter(
        (other) => other === document || tied.some((address) => concerns(gathered.get(other)?.response, address)),
      );
      for (const other of concerned) markStale(other);
      return concerned.filter((other) => other !== document).map(({ address }) => address);
    },
    closedChanged(changes) {
      const concerned = [...open.values()].filter((document) => {
        const known = gathered.get(document);
        if (!known) return false;
        const members = new Map(known.response.documents.map((facts) => [facts.address, facts]));
        return changes.some(({ address, before, now }) => {
          const member = members.get(address);
          if (member && now?.meaning !== member.meaning) return true;
          if (member && (!before || isSameList(before.respondsTo, member.respondsTo))) return false;
          return (
            now !== null &&
            (folderOf(address) === folderOf(document.address) ||
              [...now.respondsTo, ...(before?.respondsTo ?? [])].some((target) => members.has(target)))
          );
        });
      });
      for (const document of concerned) markStale(document);
      return concerned.map(({ address }) => address);
    },
    membershipChanged() {
      revision++;
    },
    forget(address) {
      store.forget(address);
      existing.delete(address);
      folders.delete(folderOf(address));
      revision++;
    },
  };
}

const isSameList = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((each, place) => each === other[place]);

/** Whether a document belongs to a response; a response not gathered yet will look by itself. */
const concerns = (response: ResponseFacts | undefined, address: DocumentAddress): boolean =>
  response !== undefined && response.documents.some((facts) => facts.address === address);

const sameMeaning = (before: readonly DocumentFacts[], now: readonly DocumentFacts[]): boolean =>
  before.length === now.length && before.every((facts, i) => facts.address === now[i]!.address && facts.meaning === now[i]!.meaning);

const sameFiles = (before: ResponseFacts['files'], now: ResponseFacts['files']): boolean =>
  before.size === now.size && [...now].every(([path, exists]) => before.get(path) === exists);
