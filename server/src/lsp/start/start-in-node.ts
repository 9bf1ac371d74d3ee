import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { join } from 'node:path';
import { keepInFiles } from '../../kept-files.ts';
import { messageOf } from '../../language/text/errors.ts';
import { home } from '../../node-home.ts';
import { nodeHost } from '../../node-host.ts';
import { readInThreads } from '../../reading-thread.ts';
import { withoutLateRequests } from '../connection/after-shutdown.ts';
import { startServer } from './start-server.ts';

/** Starts the server on what the command line says: `--stdio`, `--node-ipc`, `--socket` or `--pipe`. It ends with its client. */
export function startInNode(): void {
  const connection = createConnection(ProposedFeatures.all, withoutLateRequests());
  // A client that is gone closes the channel; the library underneath watches standard input and the client's process itself.
  process.once('disconnect', () => process.exit(1));
  process.on('unhandledRejection', (reason) => connection.console.error(`A piece of work failed: ${messageOf(reason)}`));
  const program = join(import.meta.dirname, 'server-program.cjs');
  startServer(connection, { host: (log) => nodeHost({ log, kept: keepInFiles(program), helper: readInThreads(program) }), reaches: (address) => address.startsWith('file:'), home });
}
