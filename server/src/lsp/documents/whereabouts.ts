import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../../language/host.ts';
import type { DocumentView } from '../../language/model/view.ts';
import type { LanguageService } from '../../language/service.ts';
import type { DocumentAddress } from '../../language/text/document-address.ts';
import type { Client } from '../connection/client.ts';
import { placesInText, placesOf, type Others, type Whereabouts } from '../to-protocol/positions.ts';
import type { OpenTexts } from './text-sync.ts';

/** Positions in documents other than the one asked about: those that are open as they are in the editor, the others as they are on disk. */
export interface OtherDocuments {
  find(addresses: Iterable<DocumentAddress>): Promise<Others>;
  /** Forgets what was read of files that changed. */
  forget(addresses: readonly DocumentAddress[]): void;
}

/** Most closed files whose text is kept at hand. */
const mostKept = 20;

export function createOtherDocuments(texts: OpenTexts, host: Host, client: Client): OtherDocuments {
  const closed = new Map<DocumentAddress, TextDocument>();
  const read = async (address: DocumentAddress): Promise<TextDocument | null> => {
    const known = closed.get(address);
    if (known) return known;
    const content = await host.read(address);
    if (content === null) return null;
    if (closed.size >= mostKept) closed.delete(closed.keys().next().value!);
    const text = TextDocument.create(address, '', 0, content);
    closed.set(address, text);
    return text;
  };
  const whereabouts = async (address: DocumentAddress): Promise<Whereabouts | null> => {
    const open = texts.get(address);
    if (open) return { uri: open.spelling, version: open.text.version, places: placesInText(open.text.whole(), client.encoding) };
    const text = await read(address);
    return text && { uri: address, version: null, places: placesInText(text, client.encoding) };
  };
  return {
    async find(addresses) {
      const found = await Promise.all([...new Set(addresses)].map(async (address) => [address, await whereabouts(address)] as const));
      return new Map(found.filter((one): one is readonly [DocumentAddress, Whereabouts] => one[1] !== null));
    },
    forget(addresses) {
      for (const address of addresses) closed.delete(address);
    },
  };
}

/** Positions in documents that were read just now. */
export const whereaboutsOfViews =
  ({ service, texts, client }: { readonly service: LanguageService; readonly texts: OpenTexts; readonly client: Client }) =>
  ({ model: { address, version, syntax } }: DocumentView): Whereabouts => ({
    uri: texts.spelling(address),
    version: service.isOpen(address) ? version : null,
    places: placesOf(syntax, client.encoding),
  });
