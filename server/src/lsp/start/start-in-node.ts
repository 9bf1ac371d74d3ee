import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { join } from 'node:path';
import { keepInFiles } from '../../kept-files.ts';
import { messageOf } from '../../language/text/errors.ts';
import { home } from '../../node-home.ts';
import { nodeHost } from '../../node-host.ts';
import { readInThreads } from '../../reading-thread.ts';
import { withoutLateRequests } from '../connection/after-shutdown.ts';
import { startServer } from './start-server.ts';

/** A document of so many letters makes use of what any start needs; a few lines leave much of it aside. */
const ordinaryLength = 2000;

/**
 * Starts the server on what the command line says: `--stdio`, `--node-ipc`, `--socket` or `--pipe`. It ends with its client. Done when the
 * first ordinary document has been checked.
 */
export function startInNode(): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, withoutLateRequests());
  // A client that is gone closes the channel; the library underneath watches standard input and the client's process itself.
  process.once('disconnect', () => process.exit(1));
  process.on('unhandledRejection', (reason) => connection.console.error(`A piece of work failed: ${messageOf(reason)}`));
  const [start, program] = ['server.cjs', 'server-program.cjs'].map((file) => join(import.meta.dirname, file)) as [string, string];
  return new Promise((resolve) => {
    startServer(connection, {
      host: (log) => nodeHost({ log, kept: keepInFiles(program), helper: readInThreads(start) }),
      reaches: (address) => address.startsWith('file:'),
      home,
      onChecked: (length) => {
        if (length >= ordinaryLength) resolve();
      },
    });
  });
}
