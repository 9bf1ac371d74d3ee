import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../../language/snapshot.ts';
import { placesOf, type Places } from '../to-protocol/positions.ts';
import { newestSnapshot, type Need } from './newest-snapshot.ts';
import type { Surroundings } from './surroundings.ts';
import type { OpenText } from './text-sync.ts';

/** Answers a request about an open document from its newest version; `empty` where the document is not ours to read. */
export type WithSnapshot = <R>(
  uri: string,
  need: Need,
  token: CancellationToken,
  empty: R,
  answer: (snapshot: Snapshot, places: Places, text: OpenText) => R | Promise<R>,
) => Promise<R>;

export const createWithSnapshot =
  (surroundings: Surroundings): WithSnapshot =>
  async (uri, need, token, empty, answer) => {
    const text = surroundings.texts.get(uri);
    if (text?.use !== 'read') return empty;
    const snapshot = await newestSnapshot(surroundings, text, need, token);
    return answer(snapshot, placesOf(snapshot.model.syntax, surroundings.client.encoding), text);
  };
