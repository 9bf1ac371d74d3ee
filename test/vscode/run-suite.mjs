// Runs the suite inside a real VS Code through @vscode/test-electron, in the browser-hosted one or in desktop VS Code.
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { listFiles } from '@vscode/vsce';
import * as esbuild from 'esbuild';
import { repository } from './host/install.mjs';

const host = join(repository, 'test/vscode/host', process.platform === 'win32' ? 'browser-hosted-vscode.cmd' : 'browser-hosted-vscode.mjs');
const output = join(repository, 'test/output');
/** The oldest VS Code that package.json promises to work in. */
const desktopVersion = '1.100.3';

/** Runs `suite` ("tests" or "pictures"). Gives each test's outcome, whether the suite got to its end, and what went wrong around it. */
export async function runSuiteInVscode({ suite, desktop, say }) {
  const suiteFile = join(output, 'suite/index.cjs');
  const resultsFile = join(output, 'vscode-results.json');
  const pictures = suite === 'pictures' ? join(repository, 'docs/pictures') : join(output, 'pictures');
  rmSync(resultsFile, { force: true });
  if (suite === 'tests') rmSync(pictures, { recursive: true, force: true });
  await esbuild.build({
    bundle: true,
    sourcemap: 'inline',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
    absWorkingDir: repository,
    entryPoints: ['test/vscode/suite/index.ts'],
    outfile: suiteFile,
  });
  // Tests write into their folder, and its name is one that officers use.
  const scratch = mkdtempSync(join(tmpdir(), 'ir-'));
  const workspace = join(scratch, suite === 'pictures' ? 'Inspection responses' : 'Réponse to Ofsted & CQC');
  mkdirSync(workspace);
  cpSync(join(repository, 'examples'), workspace, { recursive: true });
  say(`\nVS Code (${desktop ? `desktop, ${desktopVersion}` : 'in a browser without a screen'}):`);
  let problem = null;
  try {
    await runTests({
      ...(desktop ? { version: desktopVersion } : { vscodeExecutablePath: host }),
      extensionDevelopmentPath: await copyOfPackage(join(scratch, 'extension')),
      extensionTestsPath: suiteFile,
      launchArgs: [workspace, `--user-data-dir=${join(scratch, 'user')}`, `--extensions-dir=${join(scratch, 'extensions')}`],
      extensionTestsEnv: {
        INSPECTION_RESPONSE_RESULTS: resultsFile,
        INSPECTION_RESPONSE_SUITE: suite,
        INSPECTION_RESPONSE_PICTURES: pictures,
        INSPECTION_RESPONSE_REPOSITORY: repository,
        INSPECTION_RESPONSE_WINDOW_LOG: join(output, 'vscode-window.log'),
      },
    });
  } catch (error) {
    problem = error.message;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return { ...readResults(resultsFile), problem };
}

/** The extension as it would be packaged, so that what runs here is what people get, and a build beside it does not pull it away. */
async function copyOfPackage(folder) {
  for (const file of await listFiles({ cwd: repository, dependencies: false })) {
    const copy = join(folder, file);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(repository, file), copy);
  }
  return folder;
}

function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { complete: false, tests: [] };
  }
}
