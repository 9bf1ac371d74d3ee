import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type InspectionResponse } from './start-client.ts';

/** Where extensions run in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): InspectionResponse {
  const script = Uri.joinPath(context.extensionUri, 'server/dist/server.browser.js').toString(true);
  const startWorker = (): Promise<Worker> => Promise.resolve(new Worker(script));
  return activateWith(context, { createClient: (options) => new LanguageClient('inspectionResponse', 'Inspection Response', startWorker, options), readsFiles: () => true });
}
