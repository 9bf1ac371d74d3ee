import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GivenPage, PagesForBrowser } from './pages-for-browser.ts';
import { randomText } from './random-text.ts';

/**
 * Gives pages to the browser from the memory of the window: nothing of a paper is left on the disk, and VS Code carries the address to the
 * officer's own computer where the window works on another one. Only this computer can ask, and only who knows the address, which nobody
 * can guess.
 */
export function createPageServer(): PagesForBrowser {
  let server: Promise<Server> | null = null;
  let given: { readonly path: string; readonly html: string; readonly read: () => void } | null = null;

  const start = (): Promise<Server> =>
    new Promise((resolve, reject) => {
      const starting = createServer(({ method, url }, response) => {
        if (!given || url !== given.path || method !== 'GET') {
          response
            .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
            .end('This page is no longer here. Choose Print… once more in VS Code.');
          return;
        }
        response
          .writeHead(200, {
            'content-type': 'text/html; charset=utf-8',
            'cache-control': 'no-store',
            'referrer-policy': 'no-referrer',
            'x-content-type-options': 'nosniff',
            'x-frame-options': 'DENY',
          })
          .end(given.html);
        given.read();
      });
      starting.once('error', reject).listen(0, '127.0.0.1', () => resolve(starting));
      // A window that is closed does not wait for a browser.
      starting.unref();
    });

  return {
    give: async (name, html) => {
      server ??= start();
      const running = await server.catch((error: unknown) => {
        server = null;
        throw error;
      });
      const path = `/${randomText()}/${plainName(name)}`;
      const read = new Promise<void>((resolve) => {
        given = { path, html, read: resolve };
      });
      return { address: `http://127.0.0.1:${(running.address() as AddressInfo).port}${path}`, read } satisfies GivenPage;
    },
    dispose: () => {
      given = null;
      void server?.then(
        (running) => {
          running.close();
          running.closeAllConnections();
        },
        () => undefined,
      );
    },
  };
}

/** Letters that stay as they are in every address, whoever hands it on. */
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '-');
