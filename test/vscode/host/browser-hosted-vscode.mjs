#!/usr/bin/env node
// VS Code in a browser without a screen, behind VS Code's own command line:
// --extensionDevelopmentPath=… --extensionTestsPath=… --user-data-dir=… --extensions-dir=… WORKSPACE
// so that runTests of @vscode/test-electron can start it in the place of desktop VS Code.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { startBridge } from './bridge.mjs';
import { installWorkbench, repository } from './install.mjs';
import { startWorkbenchServer } from './server.mjs';
import { windowAddress } from './window-address.mjs';

/** A suite that takes longer than this is taken for hung. */
const LONGEST = 8 * 60 * 1000;

/** A window under test looks up no colours and icons until the settings change; the pictures' suite changes them from these. */
const undressed = { 'workbench.colorTheme': 'Default Light+', 'workbench.iconTheme': null };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});
const workspace = resolve(positionals[0] ?? '.');
const dataFolder = resolve(values['user-data-dir'] ?? join(repository, 'test/output/user-data'));
const extensionsFolder = resolve(values['extensions-dir'] ?? join(dataFolder, 'extensions'));
const pictures = process.env.INSPECTION_RESPONSE_PICTURES ?? join(repository, 'test/output/pictures');
/** Everything that the window and the suite print, and the server's own words: long, and only read when something is wrong. */
const logFile = process.env.INSPECTION_RESPONSE_WINDOW_LOG ?? join(repository, 'test/output/vscode-window.log');
const say = (text) => process.stderr.write(`${text}\n`);

process.exitCode = await main();
// The exit is said, not awaited: a browser that will not close must not hold the tests up.
process.exit();

async function main() {
  const toStop = [];
  let finish;
  const finished = new Promise((resolveFinished) => {
    finish = resolveFinished;
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => finish(130));
  try {
    for (const folder of [dataFolder, dirname(logFile)]) mkdirSync(folder, { recursive: true });
    writeFileSync(logFile, '');
    const workbench = installWorkbench(say);
    let opened;
    const pageOpened = new Promise((resolvePage) => {
      opened = resolvePage;
    });
    const bridge = await startBridge({ page: () => pageOpened, pictures });
    toStop.push(bridge.stop);
    const server = await startWorkbenchServer({
      workbench,
      dataFolder,
      extensionsFolder,
      environment: { INSPECTION_RESPONSE_WINDOW: bridge.address },
      settings: undressed,
    });
    toStop.push(server.stop);
    const browser = await launchBrowser(say);
    toStop.push(() => browser.close());
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
    });
    // A browser without a screen has no dialog to print with; that it is asked for can be seen.
    await page.context().addInitScript(() => {
      globalThis.print = () => {
        document.documentElement.dataset.asksToBePrinted = '';
      };
    });
    await page.exposeFunction('codeAutomationLog', (kind, printed) => log(kind, printed));
    await page.exposeFunction('codeAutomationExit', (code) => finish(code));
    page.on('crash', () => {
      say('The window crashed.');
      finish(1);
    });
    void server.ended.then(() => finish(1));
    opened(page);
    await page.goto(
      windowAddress({ port: server.port, workspace, extensions: values.extensionDevelopmentPath ?? [], tests: values.extensionTestsPath }),
    );
    const tooLong = setTimeout(async () => {
      say('The tests in VS Code did not end in time; the window is in pictures/not-ended.png.');
      await page.screenshot({ path: join(pictures, 'not-ended.png') }).catch(() => {});
      finish(1);
    }, LONGEST);
    const code = await finished;
    clearTimeout(tooLong);
    appendFileSync(logFile, `\nThe server:\n${server.output()}`);
    return code;
  } catch (error) {
    say(error.message);
    return 1;
  } finally {
    for (const stop of toStop.reverse())
      await Promise.race([
        Promise.resolve(stop()).catch(() => {}),
        new Promise((resolveLate) => {
          setTimeout(resolveLate, 8000);
        }),
      ]);
  }
}

/** The console of the window and of the suite, as the window hands it over. */
function log(kind, printed) {
  const line = (Array.isArray(printed) ? printed : [printed])
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(' ');
  appendFileSync(logFile, `${kind}: ${line}\n`);
}
