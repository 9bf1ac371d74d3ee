import type { Disposable } from 'vscode';
import type { Server } from './server.ts';

/** Who wants to be told, by client: of several handlers of one notification, a client calls only the last. */
const known = new WeakMap<Server['client'], Set<() => void>>();

/**
 * Calls when documents of responses, open or not, came, went or mean something else; the server gathers several changes into one. Letters
 * that are typed without changing what is meant are none.
 */
export function onResponsesChanged({ client }: Server, act: () => void): Disposable {
  const acts = known.get(client) ?? new Set();
  if (!known.has(client)) {
    known.set(client, acts);
    client.onNotification('inspectionResponse/responsesChanged', () => acts.forEach((one) => one()));
  }
  acts.add(act);
  return { dispose: () => acts.delete(act) };
}
