import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Helper, ReadFile, ReadingTask } from './language/host.ts';
import { createLanguageService, type LanguageService } from './language/service.ts';
import { nodeHost } from './node-host.ts';

/** What tells the program that it runs as one of the reading threads. */
const mark = '--reading-thread';

/** Whether this is a thread that {@link readInThreads} starts. */
export const isReadingThread = (): boolean => process.argv.includes(mark);

/** Loaded when it is needed: most starts need no threads. */
const threadLibrary = () => process.getBuiltinModule('node:worker_threads');

interface Question {
  readonly id: number;
  readonly task: ReadingTask;
  /** How often the configuration has changed: another number, and nothing that is known of it holds. */
  readonly era: number;
}

interface Answer {
  readonly id: number;
  readonly read: ReadFile | null;
}

/** Answers what is asked from the other side, until that ends. */
export function answerAsReadingThread(): void {
  let service: LanguageService | null = null;
  let known = -1;
  const { parentPort } = threadLibrary();
  parentPort?.on('message', async ({ id, task, era }: Question) => {
    if (!service || era !== known) {
      service = createLanguageService(nodeHost({ mayBlock: true }));
      service.prefer({ houseStyle: task.houseStyle, rules: new Map() });
      known = era;
    }
    // What cannot be read is read once more on the other side, which says why.
    const read = await service.readClosed(task).catch(() => null);
    parentPort?.postMessage({ id, read } satisfies Answer);
  });
}

/** So many files are on their way to a thread at once: one is understood while the next is read. */
const mostAtOnce = 4;

/** How long a thread is kept when nobody asks it, in milliseconds. */
const longestIdle = 5000;

/** How many threads read: two cores are in every laptop, and each thread takes memory. */
const threads = Math.min(2, availableParallelism());

/** Small, since what is read is soon done with. A file that is too much for it is read on this side. */
const resourceLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 160 };

interface Thread {
  readonly waiting: number;
  ask(question: Question): Promise<ReadFile | null>;
}

/** A thread that is started when it is first needed, and ends when it is not. */
function createThread(program: string): Thread {
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Map<number, (read: ReadFile | null) => void>();

  const over = (): void => {
    worker = null;
    for (const give of waiting.values()) give(null);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new (threadLibrary().Worker)(program, { argv: [mark], execArgv: [], resourceLimits });
    started.on('message', ({ id, read }: Answer) => {
      waiting.get(id)?.(read);
      waiting.delete(id);
      if (waiting.size > 0) return;
      timer = setTimeout(() => {
        worker = null;
        void started.terminate();
      }, longestIdle).unref();
    });
    // What it was asked is read on this side; asked again, another one is started.
    started.on('error', over);
    started.on('exit', () => {
      if (worker === started) over();
    });
    started.unref();
    return started;
  };
  return {
    get waiting() {
      return waiting.size;
    },
    ask(question) {
      clearTimeout(timer);
      worker ??= start();
      const read = new Promise<ReadFile | null>((resolve) => {
        waiting.set(question.id, resolve);
      });
      worker.postMessage(question);
      return read;
    },
  };
}

/** Reads files in threads of their own, which run `program`. */
export function readInThreads(program: string): Helper {
  const all = Array.from({ length: threads }, () => createThread(program));
  let era = 0;
  let count = 0;
  const next = (): Thread => all.reduce((least, thread) => (thread.waiting < least.waiting ? thread : least));
  return {
    get isFree() {
      return next().waiting < mostAtOnce;
    },
    reset() {
      era++;
    },
    read: (task) => next().ask({ id: ++count, task, era }),
  };
}
