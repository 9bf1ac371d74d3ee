import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { home } from '../node-home.ts';
import { nodeHost } from '../node-host.ts';
import { startServer } from './start-server.ts';

/** Starts the server on what the command line says: `--stdio`, `--node-ipc`, `--socket` or `--pipe`. It ends with its client. */
export function startInNode(): void {
  const connection = createConnection(ProposedFeatures.all);
  // A client that is gone closes the channel; the library underneath watches standard input and the client's process itself.
  process.once('disconnect', () => process.exit(1));
  process.on('unhandledRejection', (reason) => connection.console.error(`A piece of work failed: ${reason instanceof Error ? reason.message : String(reason)}`));
  startServer(connection, { host: (log) => nodeHost({ log }), reaches: (address) => address.startsWith('file:'), home });
}
