import type { CancellationToken } from 'vscode';
import type { ConvertAnswer, ConvertRequest } from '../../server/src/convert/messages.ts';

/** A converter that runs: a process of its own, or a web worker. */
export interface RunningConverter {
  readonly send: (request: ConvertRequest) => void;
  readonly onAnswer: (listener: (answer: ConvertAnswer) => void) => void;
  /** Told when it ended without having been asked to. */
  readonly onEnd: (listener: () => void) => void;
  readonly end: () => void;
}

/** Reads papers beside the window and the checks, so that neither waits. */
export type StartConverter = () => RunningConverter;

/** The answer to one request; null where it was cancelled. Rejects where the converter ended by itself. */
export function convertOnce(
  start: StartConverter,
  request: ConvertRequest,
  token: CancellationToken,
  progress: (done: number) => void = () => {},
): Promise<Exclude<ConvertAnswer, { kind: 'progress' }> | null> {
  const converter = start();
  return new Promise<Exclude<ConvertAnswer, { kind: 'progress' }> | null>((resolve, reject) => {
    token.onCancellationRequested(() => resolve(null));
    converter.onEnd(() => reject(new Error('The converter ended before it was done.')));
    converter.onAnswer((answer) => {
      if (answer.kind === 'progress') progress(answer.done);
      else resolve(answer);
    });
    converter.send(request);
  }).finally(() => converter.end());
}
