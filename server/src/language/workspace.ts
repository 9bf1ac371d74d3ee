import { slices, type Cancellation, type Host } from './host.ts';
import type { OpenDocument } from './open-document.ts';
import { responsesAmong } from './response/among.ts';
import { summaryOf, type DocumentFacts, type DocumentSummary } from './response/facts.ts';
import type { KnownDocument, WorkspaceIndex } from './response/workspace-index.ts';
import type { Responses } from './responses.ts';
import type { DocumentAddress } from './text/document-address.ts';

/** All documents of the workspace, open or closed. */
export interface Workspace extends Pick<
  WorkspaceIndex,
  'expectFolders' | 'setFolders' | 'complete' | 'isComplete' | 'onProgress' | 'keep' | 'setKeeping'
> {
  /** Every document, as far as they have been read: open ones as they now are, first, those of no folder included. */
  summaries(): Promise<readonly DocumentSummary[]>;
  /** Facts of the same documents, one after the other, since there may be thousands of them. */
  documents(): AsyncIterable<DocumentFacts>;
  /** The documents, response by response. */
  responses(): Promise<readonly (readonly DocumentSummary[])[]>;
  /**
   * Facts of the response that a document belongs to, by the same rule, open or not; empty where it is none of ours. Only its documents are
   * read.
   */
  responseOf(address: DocumentAddress, cancellation: Cancellation): Promise<readonly DocumentFacts[]>;
  /** Called when a document of any response, open or not, came, went, or means something else. */
  onResponsesChanged(listener: () => void): void;
}

/** What the workspace is put together from. */
export interface WorkspaceParts {
  readonly host: Host;
  readonly index: WorkspaceIndex;
  readonly responses: Responses;
  openDocument(address: DocumentAddress): OpenDocument | undefined;
  /** Facts of the open documents, as they now are. */
  openFacts(): Promise<readonly DocumentFacts[]>;
}

/** The open documents and the closed ones of the index, as one. */
export function createWorkspace({
  host,
  index,
  responses,
  openDocument,
  openFacts,
}: WorkspaceParts): Workspace & { responsesChanged(): void } {
  const listeners: (() => void)[] = [];

  function closedDocuments(opened: readonly DocumentFacts[]): readonly KnownDocument[] {
    const isRead = new Set(opened.map(({ address }) => address));
    return index.documents().filter(({ summary }) => !isRead.has(summary.address));
  }

  const workspace: Workspace = {
    expectFolders: index.expectFolders,
    setFolders: index.setFolders,
    complete: index.complete,
    get isComplete() {
      return index.isComplete;
    },
    onProgress: index.onProgress,
    keep: index.keep,
    setKeeping: index.setKeeping,
    async summaries() {
      const opened = await openFacts();
      return [...opened.map(summaryOf), ...closedDocuments(opened).map(({ summary }) => summary)];
    },
    async *documents() {
      const opened = await openFacts();
      yield* opened;
      for (const { facts } of closedDocuments(opened)) if (facts) yield facts;
    },
    responses: async () => responsesAmong(await workspace.summaries()),
    async responseOf(address, cancellation) {
      const document = openDocument(address);
      // The workspace may know less of it: the document may lie in none of its folders.
      const near = document ? (await responses.of(document, cancellation)).documents : [];
      const found = new Set(near.map((facts) => facts.address));
      for (const summary of (await workspace.responses()).find((response) => response.some((one) => one.address === address)) ?? [])
        found.add(summary.address);
      const checkpoint = slices(host, cancellation);
      const documents: DocumentFacts[] = [];
      for (const each of [...found].sort()) {
        const facts = await responses.facts(each);
        if (facts) documents.push(facts);
        await checkpoint();
      }
      return documents;
    },
    onResponsesChanged(listener) {
      listeners.push(listener);
    },
  };
  return Object.assign(workspace, {
    /** A document of a response came, went, or means something else. */
    responsesChanged: () => {
      for (const listener of listeners) listener();
    },
  });
}
