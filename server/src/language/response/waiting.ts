import { Cancelled, type Cancellation } from '../host.ts';

/** Those who wait until something is so. */
export interface Waiting {
  /** Comes when it is so; throws {@link Cancelled} where the asker waits no longer. */
  wait(cancellation: Cancellation): Promise<void>;
  /** It may be so now, or an asker may be gone. */
  answer(): void;
}

interface Asker {
  readonly cancellation: Cancellation;
  resolve(): void;
  reject(error: Error): void;
}

/** A place to wait at until something is so, which `isSo` tells. */
export function createWaiting(isSo: () => boolean): Waiting {
  const askers = new Set<Asker>();
  const answer = (): void => {
    for (const asker of [...askers]) {
      if (!isSo() && !asker.cancellation.isCancellationRequested) continue;
      askers.delete(asker);
      if (isSo()) asker.resolve();
      else asker.reject(new Cancelled());
    }
  };
  return {
    answer,
    wait: (cancellation) =>
      new Promise((resolve, reject) => {
        askers.add({ cancellation, resolve, reject });
        answer();
      }),
  };
}
