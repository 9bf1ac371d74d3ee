import type { KeptPiece } from '../host.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import { summaryOf, type DocumentFacts, type DocumentSummary } from './facts.ts';

/** What a closed file was read from. */
interface FileAsRead {
  /** Of the file when it was read (see `FolderEntry.stamp`); null where that says nothing. */
  readonly stamp: string | null;
  /** Name of its text. */
  readonly content: string;
  /** Name of the configuration that it was read with. */
  readonly configuration: string | null;
}

/** What is known of a closed file. */
export interface KnownFile extends FileAsRead {
  /** Null for a Markdown file that is none of ours. */
  readonly summary: DocumentSummary | null;
  /** All that it says; null where {@link summary} is. What was kept is understood when it is first asked for: most never is. */
  readonly facts: DocumentFacts | null;
  /** The facts as JSON. */
  written(): string;
}

/** What an earlier run wrote down of a file. */
export interface KeptFile extends FileAsRead {
  readonly summary: DocumentSummary | null;
  written(): string;
}

/** A file that was read just now. */
export function readNow(file: FileAsRead, written: string): KnownFile {
  // From JSON, whoever read it: a piece of a string of the document would keep the whole of it in memory.
  const facts = JSON.parse(written) as DocumentFacts | null;
  return { ...file, facts, summary: facts && summaryOf(facts), written: () => JSON.stringify(facts) };
}

/** A file of which is still true what an earlier run wrote down. */
export function heldFrom({ summary, written }: KeptFile, { stamp, content, configuration }: FileAsRead): KnownFile {
  let facts: DocumentFacts | null = null;
  /** Let go once it is understood: all that was kept of a workspace is one piece of memory. */
  let kept: (() => string) | null = written;
  return {
    stamp,
    content,
    configuration,
    summary,
    get facts() {
      if (kept && summary) facts = JSON.parse(kept()) as DocumentFacts | null;
      kept = null;
      return facts;
    },
    written: () => kept?.() ?? JSON.stringify(facts),
  };
}

const form = 'inspection-response-facts';

/** Heads what is kept: another build of the library reads nothing of it. */
export const keptHead = (build: string): KeptPiece => ({ head: JSON.stringify([form, build]), body: () => '' });

/** What is kept of a file: what a start needs of every file as the head, its facts as the body. */
export const writeKept = (address: DocumentAddress, { stamp, content, configuration, summary, written }: KeptFile): KeptPiece => ({
  head: JSON.stringify([address, stamp, content, configuration, summary]),
  body: written,
});

export function readKept({ head, body }: KeptPiece): { readonly address: DocumentAddress; readonly file: KeptFile } {
  const [address, stamp, content, configuration, summary] = JSON.parse(head) as [
    DocumentAddress,
    string | null,
    string,
    string | null,
    DocumentSummary | null,
  ];
  return { address, file: { stamp, content, configuration, summary, written: body } };
}
