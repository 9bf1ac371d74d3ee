import { once } from 'node:events';
import { whyNotWritten, writeNew } from '../write-file.ts';

/** How a command ended: 0 clean, 1 something to report, 2 it could not run. */
export type ExitCode = 0 | 1 | 2;

/** Said to the officer on standard error; the command ends with 2. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** Writes on standard output and waits until it is out, so that a large answer into a pipe is never cut off. */
export async function print(content: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(content)) await once(process.stdout, 'drain');
}

export const printJson = (value: unknown): Promise<void> => print(`${JSON.stringify(value, null, 2)}\n`);

/** Writes to a new file, or on standard output where none is named. A file that is there already is never overwritten. */
export async function writeResult(text: string, output: string | undefined): Promise<void> {
  if (output === undefined || output === '-') return print(text);
  const problem = await writeNew(output, text);
  if (problem === 'is there')
    throw new CannotRun(`“${printedPath(output)}” is there already and was not overwritten. Name another file with -o.`);
  if (problem !== null) throw new CannotRun(`“${printedPath(output)}” was not written: ${problem}.`);
}

/** A path as it is printed: as given, with forward slashes. */
export const printedPath = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);

/** A message for the person at the terminal. */
export const say = (message: string): void => {
  process.stderr.write(`${message}\n`);
};

/**
 * Nothing more can be written where the reader of a pipe has gone (`… | head`): that is an end, not a fault. Where the result cannot be
 * written for another reason, such as a full disk, the command could not run; what is only said beside it may be lost.
 */
export function endWhereNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    say(`The result cannot be written: ${whyNotWritten(error)}.`);
    process.exit(2);
  });
  process.stderr.on('error', () => {});
}

/** Colour only for a person at a terminal who has not said no to it (https://no-color.org). */
export const wantsColour = (): boolean =>
  Boolean(process.stdout.isTTY) && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb';

/** Tells on standard error how far it has come (“12 of 340 documents checked”), where a person watches and it lasts; null ends it. */
export function progressOf(total: number, done: string): (count: number | null) => void {
  if (!process.stderr.isTTY || total < 20) return () => {};
  const start = Date.now();
  let shown = false;
  return (count) => {
    if (count === null) {
      if (shown) process.stderr.write('\r\u001B[K');
    } else if (Date.now() - start > 1000) {
      process.stderr.write(`\r${count} of ${total} ${done}`);
      shown = true;
    }
  };
}

/** Work that lasts: told on standard error while it goes on, to a person at a terminal only. */
export interface Progress {
  /** How much is done, from 0 to 1. */
  readonly at: (done: number) => void;
  readonly end: () => void;
}

/** What is done within half a second is not told. */
const patience = 500;

export function showProgress(what: string): Progress {
  if (!process.stderr.isTTY) return { at: () => {}, end: () => {} };
  const start = Date.now();
  let shown = '';
  return {
    at: (done) => {
      const line = `${what}: ${Math.floor(done * 100)} %`;
      if (Date.now() - start < patience || line === shown) return;
      process.stderr.write(`\r${line}`);
      shown = line;
    },
    end: () => {
      if (shown !== '') process.stderr.write(`\r${' '.repeat(shown.length)}\r`);
    },
  };
}

/** Lines of text in columns. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
    });
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index]!)))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
