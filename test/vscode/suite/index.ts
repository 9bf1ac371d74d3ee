import { writeFileSync } from 'node:fs';
import type MochaModule from 'mocha';

/** What the runner reads of this suite. Written after each test, so that a suite that hangs leaves what it got done. */
export interface SuiteResults {
  /** False until the last test has ended. */
  complete: boolean;
  tests: { title: string; outcome: 'passed' | 'failed' | 'skipped'; error?: string }[];
}

/** Called by VS Code in its extension host. Rejects when a test failed. */
export async function run(): Promise<void> {
  const { default: Mocha } = (await import('mocha')) as unknown as { default: typeof MochaModule };
  /** The runner prints the results; the window's console is too full to read them in. */
  class Silent extends Mocha.reporters.Base {
    override epilogue(): void {}
  }
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: Silent, forbidOnly: true });
  if (process.env.INSPECTION_RESPONSE_GREP !== undefined) mocha.grep(process.env.INSPECTION_RESPONSE_GREP);
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  if (process.env.INSPECTION_RESPONSE_SUITE === 'pictures') await import('./pictures.ts');
  else await loadTests();
  const results: SuiteResults = { complete: false, tests: [] };
  const write = (): void => {
    if (process.env.INSPECTION_RESPONSE_RESULTS !== undefined) writeFileSync(process.env.INSPECTION_RESPONSE_RESULTS, JSON.stringify(results, null, 2));
  };
  write();
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const record = (title: string, outcome: 'passed' | 'failed' | 'skipped', error?: Error): void => {
      results.tests.push({ title, outcome, ...(error === undefined ? {} : { error: error.stack ?? error.message }) });
      write();
    };
    runner.on('pass', (test) => record(test.fullTitle(), 'passed'));
    runner.on('pending', (test) => record(test.fullTitle(), 'skipped'));
    runner.on('fail', (test, error: Error) => record(test.fullTitle(), 'failed', error));
  });
  results.complete = true;
  write();
  if (failures > 0) throw new Error(`${failures} of the tests in VS Code failed.`);
}

async function loadTests(): Promise<void> {
  await import('./checking.test.ts');
  await import('./importing.test.ts');
  await import('./exporting.test.ts');
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
