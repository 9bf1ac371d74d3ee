import { Cancelled, type Cancellation } from '../../language/host.ts';
import type { Snapshot } from '../../language/snapshot.ts';
import type { Surroundings } from './surroundings.ts';
import type { OpenText } from './text-sync.ts';

/** How much must be known of a document: what it says, or also what it is linked with in its response. */
export type Need = 'modelled' | 'linked';

/**
 * The newest version of an open document; given up where it is edited meanwhile. Where the library has another text than the client, the
 * document is read again.
 */
export async function newestSnapshot(
  { service, host, texts }: Surroundings,
  { uri, text }: OpenText,
  need: Need,
  cancellation: Cancellation,
): Promise<Snapshot> {
  const version = text.version;
  const found = await service.snapshot(uri, need, cancellation);
  if (!found || texts.get(uri)?.text.version !== version) throw new Cancelled();
  if (found.model.syntax.length === text.length) return found;
  host.log(
    'error',
    `${uri} was read with ${found.model.syntax.length} characters instead of ${text.length}; it is read again from the start.`,
  );
  service.open(uri, version, text.whole().getText());
  const again = await service.snapshot(uri, need, cancellation);
  if (!again) throw new Cancelled();
  return again;
}
