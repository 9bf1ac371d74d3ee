import type { ConnectionOptions } from 'vscode-languageserver';

/** What a request that came after `shutdown` is called instead of its name, so that nobody answers it but who refuses it. */
export const cameAfterShutdown = '$/cameAfterShutdown';

/**
 * Options of a connection which sees to it that nothing is answered once the client has said `shutdown`. The handlers of requests know
 * nothing of it: a late request reaches them under a name that none of them has.
 */
export function withoutLateRequests(): ConnectionOptions {
  let isShutDown = false;
  return {
    messageStrategy: {
      handleMessage(message, next) {
        const isRequest = 'id' in message && 'method' in message;
        if (!isRequest) return next(message);
        const late = isShutDown;
        isShutDown ||= message.method === 'shutdown';
        return next(late ? { ...message, method: cameAfterShutdown } : message);
      },
    },
  };
}
