// What the server of code-server has and its workbench alone has not: a way for the browser to a port that an extension opened.
import { createServer } from 'node:http';

/**
 * Sends `/PORT/PATH` on to `/PATH` of that port of this computer, where the browser is too. It has a name of its own, since the window
 * takes the path away from an address that says localhost. Gives the template that the workbench wants, and `stop()`.
 */
export async function openPortDoors() {
  const server = createServer(({ url = '/' }, response) => {
    const [, port, path] = /^\/(\d{1,5})(\/.*)$/.exec(url) ?? [];
    if (port === undefined) response.writeHead(404).end();
    else response.writeHead(307, { location: `http://127.0.0.1:${port}${path}` }).end();
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  server.unref();
  const origin = `http://ports.localhost:${server.address().port}`;
  return {
    origin,
    template: `${origin}/{{port}}/`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
