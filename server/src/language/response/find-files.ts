import { neverCancelled, type Cancellation, type FolderEntry, type Host } from '../host.ts';
import { hasTypeInName } from '../model/front-matter/says-its-type.ts';
import { fileNameOf, type DocumentAddress } from '../text/document-address.ts';
import { inLanes } from './in-lanes.ts';

/** A file that may be a document of ours. */
export interface FoundFile {
  readonly address: DocumentAddress;
  readonly stamp: string | null;
}

export interface FileSearch {
  readonly host: Pick<Host, 'entries'>;
  /** Whether the configuration leaves a file or folder out. */
  isExcluded(address: DocumentAddress): Promise<boolean>;
  /** Told of each folder that could not be looked into. */
  onUnread(folder: string): void;
}

/** How many folders are looked into at once: on a share each answer takes its time. */
const lanes = 8;

/** Folders of programs, not of people. Those whose name starts with a dot are left out as well. */
export const skipped: ReadonlySet<string> = new Set(['node_modules', '__pycache__']);

/**
 * The Markdown files in folders, at any depth, each once. A link to a folder is followed unless it leads to a place that is looked through
 * anyway, so that links in a circle come to an end. Where nobody waits any more, some are missing.
 *
 * @param folders addresses that end in a slash.
 */
export async function findFiles(
  folders: readonly string[],
  search: FileSearch,
  cancellation: Cancellation = neverCancelled,
): Promise<readonly FoundFile[]> {
  const files: FoundFile[] = [];
  const seen = new Set<string>(folders);
  const linked: string[] = [];
  let below: string[] = [];
  const look = async (folder: string): Promise<void> => {
    if (cancellation.isCancellationRequested) return;
    const entries = await search.host.entries(folder);
    if (!entries) search.onUnread(folder);
    for (const entry of entries ?? []) {
      const name = fileNameOf(entry.address);
      if (name.startsWith('.') || (entry.kind === 'folder' && skipped.has(name)) || (entry.kind === 'file' && !isMarkdown(entry.address)))
        continue;
      if (await search.isExcluded(entry.address)) continue;
      if (entry.kind === 'file') files.push(entry);
      else if (isNew(entry, [...folders, ...linked], seen)) {
        below.push(`${entry.address}/`);
        if (entry.linksTo !== null) linked.push(`${entry.linksTo}/`);
      }
    }
  };
  for (let level: readonly string[] = folders; level.length > 0; level = below) {
    below = [];
    await inLanes(level, lanes, look);
  }
  return files;
}

/** Whether a file may be a document of ours. */
export const isMarkdown = (address: DocumentAddress): boolean => hasTypeInName(address) || address.toLowerCase().endsWith('.md');

function isNew({ address, linksTo }: FolderEntry, within: readonly string[], seen: Set<string>): boolean {
  const target = `${linksTo ?? address}/`;
  if (seen.has(target)) return false;
  // A link into a folder that is looked through, or to one above it.
  if (linksTo !== null && within.some((folder) => target.startsWith(folder) || folder.startsWith(target))) return false;
  seen.add(target);
  return true;
}
