import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type MochaModule from 'mocha';

/** What the runner reads of this suite. Written after each test, so that a suite that hangs leaves what it got done. */
export interface SuiteResults {
  /** False until the last test has ended. */
  complete: boolean;
  /** Whether the window is being loaded again, after which the suite goes on. */
  reloads?: boolean;
  /** With an error beside `passed`, a test failed at first and passed when it was tried again. */
  tests: { title: string; outcome: 'passed' | 'failed' | 'skipped'; error?: string }[];
}

/** Called by VS Code in its extension host, and once more after the window was loaded again in between. Rejects when a test failed. */
export async function run(): Promise<void> {
  const { default: Mocha } = (await import('mocha')) as unknown as { default: typeof MochaModule };
  /** The runner prints the results; the window's console is too full to read them in. */
  class Silent extends Mocha.reporters.Base {
    override epilogue(): void {}
  }
  // A real window on a busy machine has bad moments of its own. What failed at first is told all the same: it is a fault to be mended.
  const mocha = new Mocha({ ui: 'bdd', timeout: 90_000, retries: 1, reporter: Silent, forbidOnly: true });
  const { INSPECTION_RESPONSE_GREP: grep, INSPECTION_RESPONSE_SUITE: suite, INSPECTION_RESPONSE_WINDOW: window } = process.env;
  if (grep !== undefined) mocha.grep(grep);
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  const before = resultsBeforeReload();
  if (suite === 'pictures') await import('./pictures.ts');
  else if (before) await import('./after-reload.test.ts');
  else await loadTests();
  const results: SuiteResults = before ?? { complete: false, tests: [] };
  const write = (): void => {
    if (resultsFile !== undefined) writeFileSync(resultsFile, JSON.stringify(results, null, 2));
  };
  write();
  await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const record = (title: string, outcome: 'passed' | 'failed' | 'skipped', error?: Error): void => {
      results.tests.push({ title, outcome, ...(error === undefined ? {} : { error: error.stack ?? error.message }) });
      write();
    };
    const failedFirst = new Map<string, Error>();
    runner.on('retry', (test, error: Error) => failedFirst.set(test.fullTitle(), error));
    runner.on('pass', (test) => record(test.fullTitle(), 'passed', failedFirst.get(test.fullTitle())));
    runner.on('pending', (test) => record(test.fullTitle(), 'skipped'));
    runner.on('fail', (test, error: Error) => record(test.fullTitle(), 'failed', error));
  });
  if (suite !== 'pictures' && window === undefined) console.log('(skipped: desktop VS Code is not loaded again within a test)');
  if (!before && suite !== 'pictures' && window !== undefined && (grep === undefined || new RegExp(grep).test(afterReload))) {
    results.reloads = true;
    write();
    await (await import('./reload.ts')).reloadWithPanels();
  }
  results.complete = true;
  write();
  const failures = results.tests.filter(({ outcome }) => outcome === 'failed').length;
  if (failures > 0) throw new Error(`${failures} of the tests in VS Code failed.`);
}

const resultsFile = process.env.INSPECTION_RESPONSE_RESULTS;

/** Name of the tests that come after the window was loaded again. */
export const afterReload = 'after the window was loaded again';

/** What was found out before the window was loaded again; null where it was not. */
function resultsBeforeReload(): SuiteResults | null {
  if (resultsFile === undefined || !existsSync(resultsFile)) return null;
  const results = JSON.parse(readFileSync(resultsFile, 'utf8')) as SuiteResults;
  return results.reloads === true ? results : null;
}

async function loadTests(): Promise<void> {
  await import('./checking.test.ts');
  await import('./importing.test.ts');
  await import('./exporting.test.ts');
  await import('./first-steps.test.ts');
  await import('./writing.test.ts');
  await import('./navigation.test.ts');
  await import('./settings.test.ts');
  await import('./preview.test.ts');
  await import('./traceability.test.ts');
  await import('./deadlines.test.ts');
  await import('./comparing.test.ts');
  await import('./overview.test.ts');
  await import('./robustness.test.ts');
  if (process.env.INSPECTION_RESPONSE_WINDOW !== undefined) await import('./pictures.ts');
}
