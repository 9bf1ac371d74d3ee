import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import type { Host } from '../../language/host.ts';
import { isoDay } from '../../language/model/dates/date-words.ts';
import { withoutLateRequests } from '../connection/after-shutdown.ts';
import { startServer } from './start-server.ts';

/** The parts of a web worker that are used here. */
interface WorkerScope {
  readonly performance: { now(): number };
  setTimeout(act: () => void, milliseconds: number): unknown;
}
declare const self: WorkerScope;

/** The world of a web worker: a clock, and no files; those come through the client. */
const browserHost = (log: Host['log']): Host => ({
  today: () => {
    const now = new Date();
    return isoDay(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
  },
  now: () => self.performance.now(),
  pause: () =>
    new Promise((resolve) => {
      self.setTimeout(() => resolve(), 0);
    }),
  read: () => Promise.resolve(null),
  list: () => Promise.resolve([]),
  entries: () => Promise.resolve(null),
  kept: null,
  helper: null,
  exists: () => Promise.resolve(null),
  log,
});

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self as never),
  new BrowserMessageWriter(self as never),
  withoutLateRequests(),
);
startServer(connection, { host: browserHost, reaches: () => false, home: () => null });
