import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { hasVirtualFolder } from './features/read-files.ts';
import { activateWith, type InspectionResponse } from './start-client.ts';

/** Desktop, and wherever else extensions run in Node.js: the server is a process of its own. */
export function activate(context: ExtensionContext): InspectionResponse {
  const module = context.asAbsolutePath('server/dist/server.cjs');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--enable-source-maps', '--inspect=0'] } };
  return activateWith(context, { createClient: (options) => new LanguageClient('inspectionResponse', 'Inspection Response', { run, debug }, options), readsFiles: hasVirtualFolder });
}
