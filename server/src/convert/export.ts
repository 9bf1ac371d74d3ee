import { exportPapers } from '../conversion/export/export-papers.ts';
import { neverCancelled, type Host } from '../language/host.ts';
import { createLanguageService } from '../language/service.ts';
import { documentAddress, folderOf, type DocumentAddress } from '../language/text/document-address.ts';
import type { ConvertRequest } from './messages.ts';

/** What an export asks of the place that the converter runs in. */
export interface ExportSurroundings {
  /** Reads what was not sent along; null where nothing can be read. */
  readonly host: Host | null;
  readonly readBytes: (address: DocumentAddress) => Promise<Uint8Array | null>;
  /** Prints a page with a browser of this computer; null where none can be started. */
  readonly print: ((html: string, program: string | null) => Promise<Uint8Array>) | null;
}

/** The bytes of an exported file. Throws what exporting throws. */
export async function exportDocuments(
  { documents, format, files, template, browser, today }: Extract<ConvertRequest, { kind: 'export' }>,
  surroundings: ExportSurroundings,
): Promise<Uint8Array> {
  const sent = new Map(Array.from(files, ([uri, bytes]) => [documentAddress(uri), bytes]));
  const host = hostOf(sent, today, surroundings.host);
  const service = createLanguageService(host);
  const papers = [];
  for (const { uri, name } of documents) {
    const address = documentAddress(uri);
    service.open(address, 1, (await host.read(address)) ?? '');
    papers.push({ name, snapshot: (await service.snapshot(address, 'linked', neverCancelled))! });
  }
  const { print } = surroundings;
  const content = await exportPapers(
    papers,
    format,
    {
      host,
      readBytes: async (address) => sent.get(address) ?? surroundings.readBytes(address),
      nameOf: (address) => decodeURIComponent(address.slice(address.lastIndexOf('/') + 1)),
    },
    { ...(template && { template }), ...(print && browser && { print: (html: string) => print(html, browser.program) }) },
  );
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** The world as the editor has it: what was sent goes before what lies on the disk. */
export function hostOf(sent: ReadonlyMap<DocumentAddress, Uint8Array>, today: string, below: Host | null): Host {
  const decoder = new TextDecoder();
  return {
    today: () => today,
    now: () => Date.now(),
    pause: () =>
      new Promise((resolve) => {
        setTimeout(resolve, 0);
      }),
    read: async (address) => {
      const bytes = sent.get(address);
      return bytes ? decoder.decode(bytes) : ((await below?.read(address)) ?? null);
    },
    list: async (folder) => [
      ...new Set([...((await below?.list(folder)) ?? []), ...[...sent.keys()].filter((address) => folderOf(address) === folder)]),
    ],
    entries: (folder) => below?.entries(folder) ?? Promise.resolve(null),
    kept: null,
    helper: null,
    exists: async (address) => sent.has(address) || (below ? below.exists(address) : null),
    log: () => {},
  };
}
