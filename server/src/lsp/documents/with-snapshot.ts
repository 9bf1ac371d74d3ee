import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../../language/snapshot.ts';
import type { Checker, Surroundings } from '../diagnostics/checker.ts';
import { placesOf, type Places } from '../to-protocol/positions.ts';
import type { OpenText } from './text-sync.ts';

/** Answers a request about an open document from its newest version; `empty` where the document is not ours to read. */
export type WithSnapshot = <R>(uri: string, need: 'modelled' | 'linked', token: CancellationToken, empty: R, answer: (snapshot: Snapshot, places: Places, text: OpenText) => R | Promise<R>) => Promise<R>;

export const createWithSnapshot = ({ texts, client }: Surroundings, checker: Checker): WithSnapshot => async (uri, need, token, empty, answer) => {
  const text = texts.get(uri);
  if (text?.use !== 'read') return empty;
  const snapshot = await checker.snapshot(text, need, token);
  return answer(snapshot, placesOf(snapshot.model.syntax, client.encoding), text);
};
