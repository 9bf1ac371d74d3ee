/** Runs work that may be asked for at any time: never twice at once, and always once more after the last time that it was asked for. */
export function oneAtATime(work: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let isRunning = false;
  let again = false;
  return () => {
    again = true;
    if (isRunning) return;
    isRunning = true;
    void (async () => {
      try {
        while (again) {
          again = false;
          await work().catch(failed);
        }
      } finally {
        isRunning = false;
      }
    })();
  };
}
