import { hashOf } from '../text/hash.ts';
import type { DocumentAddress } from '../text/document-address.ts';
import type { DocumentFacts } from './facts.ts';

/** What is known of a closed file, and what it was read from. */
export interface KnownFile {
  /** Of the file when it was read (see `FolderEntry.stamp`); null where that says nothing. */
  readonly stamp: string | null;
  /** Name of its text. */
  readonly content: string;
  /** Name of the configuration that it was read with. */
  readonly configuration: string | null;
  /** Null for a Markdown file that is none of ours. */
  readonly facts: DocumentFacts | null;
}

/** As {@link KnownFile}, the facts still as they were written: most are never asked for at once. */
export interface KeptFile extends Omit<KnownFile, 'facts'> {
  readonly written: string;
}

const form = 'inspection-response-facts';

/** The first line of what is kept: another build of the library reads nothing of it. */
export const keptHead = (build: string): string => JSON.stringify([form, build]);

/** One line of what is kept, with its own name in front, by which a damaged one is known. */
export function writeKept(address: DocumentAddress, { stamp, content, configuration, written }: KeptFile): string {
  const said = `${JSON.stringify([address, stamp, content, configuration])}\t${written}`;
  return `${hashOf(said)}\t${said}`;
}

/** What a line says; null where it is not whole. Never throws. */
export function readKept(line: string): { readonly address: DocumentAddress; readonly file: KeptFile } | null {
  const tab = line.indexOf('\t');
  const said = line.slice(tab + 1);
  if (tab < 0 || line.slice(0, tab) !== hashOf(said)) return null;
  const end = said.indexOf('\t');
  const [address, stamp, content, configuration] = JSON.parse(said.slice(0, end)) as [DocumentAddress, string | null, string, string | null];
  return { address, file: { stamp, content, configuration, written: said.slice(end + 1) } };
}
