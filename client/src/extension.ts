import { fork } from 'node:child_process';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { hasVirtualFolder } from './features/read-files.ts';
import type { RunningConverter } from './converter.ts';
import { createPageServer } from './page-server.ts';
import { activateWith, type InspectionResponse } from './start-client.ts';

/** Desktop, and wherever else extensions run in Node.js: the server is a process of its own. */
export function activate(context: ExtensionContext): InspectionResponse {
  const module = context.asAbsolutePath('server/dist/server.cjs');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--enable-source-maps', '--inspect=0'] } };
  return activateWith(context, {
    createClient: (options) => new LanguageClient('inspectionResponse', 'Inspection Response', { run, debug }, options),
    readsFiles: hasVirtualFolder,
    startConverter: () => forkConverter(context.asAbsolutePath('server/dist/convert.js')),
    startsPrograms: true,
    pages: createPageServer(),
  });
}

/** The editor's own Node.js runs it, as it runs the server. */
function forkConverter(program: string): RunningConverter {
  const child = fork(program, [], { serialization: 'advanced', execArgv: [], env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
  return {
    send: (request) => {
      child.send(request);
    },
    onAnswer: (listener) => {
      child.on('message', listener);
    },
    onEnd: (listener) => {
      child.once('error', listener).once('exit', listener);
    },
    end: () => {
      child.kill();
    },
  };
}
