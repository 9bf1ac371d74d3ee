import type { CancellationToken } from 'vscode-languageserver';
import { Cancelled, type Host } from '../../language/host.ts';
import { LSPErrorCodes, ResponseError } from './protocol-library.ts';

type Log = Host['log'];

/**
 * A request that cannot bring the server down: where it throws, one line is logged and the client gets the empty answer. A piece of
 * work that was given up is no fault: the client is told so, and nothing is logged.
 */
export function fenced<P, R>(
  name: string,
  log: Log,
  empty: R,
  answer: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (params, given?: CancellationToken) => {
    // A request that came without parameters has its token alone.
    const token = given ?? (params as unknown as CancellationToken);
    try {
      return await answer(params, token);
    } catch (error) {
      if (error instanceof ResponseError) return error as ResponseError<never>;
      if (error instanceof Cancelled) return givenUp(name, token);
      log('error', `${name} failed: ${describe(error)}`);
      return empty;
    }
  };
}

/** A notification that cannot bring the server down. */
export function fencedNotification<P>(name: string, log: Log, handle: (params: P) => void): (params: P) => void {
  return (params) => {
    try {
      handle(params);
    } catch (error) {
      log('error', `${name} failed: ${describe(error)}`);
    }
  };
}

/** Work that goes on behind the answer, such as sending a refresh: what goes wrong there is logged, never thrown. */
export function inBackground(name: string, log: Log, work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    if (!(error instanceof Cancelled)) log('warning', `${name} failed: ${describe(error)}`);
  });
}

function givenUp(name: string, token: CancellationToken): ResponseError<never> {
  if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  // Only diagnostics may be given up by the server, and are asked for again; other requests learn that the text has moved on.
  if (name === 'textDocument/diagnostic')
    return new ResponseError(LSPErrorCodes.ServerCancelled, 'The document changed while it was being checked.', {
      retriggerRequest: true,
    } as never);
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document changed meanwhile.');
}

/** An error on one line: its message, and the first place in the code that it comes from. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = error.stack
    ?.split('\n')
    .find((line) => line.trimStart().startsWith('at '))
    ?.trim();
  return `${error.message.replace(/\s+/g, ' ')}${place ? ` (${place})` : ''}`;
}
