import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { ConvertAnswer } from '../../server/src/convert/messages.ts';
import type { RunningConverter } from './converter.ts';
import { activateWith, type InspectionResponse } from './start-client.ts';

/** Where extensions run in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): InspectionResponse {
  const script = Uri.joinPath(context.extensionUri, 'server/dist/server.browser.js').toString(true);
  const startWorker = (): Promise<Worker> => Promise.resolve(new Worker(script));
  const converter = Uri.joinPath(context.extensionUri, 'server/dist/convert.browser.js').toString(true);
  return activateWith(context, {
    createClient: (options) => new LanguageClient('inspectionResponse', 'Inspection Response', startWorker, options),
    readsFiles: () => true,
    startConverter: () => startConverter(converter),
    startsPrograms: false,
    pages: null,
  });
}

function startConverter(script: string): RunningConverter {
  const worker = new Worker(script);
  return {
    send: (request) => {
      worker.postMessage(request);
    },
    onAnswer: (listener) => {
      worker.onmessage = ({ data }) => {
        listener(data as ConvertAnswer);
      };
    },
    onEnd: (listener) => {
      worker.onerror = () => {
        listener();
      };
    },
    end: () => {
      worker.terminate();
    },
  };
}
